// Hears a click, or Enter, on a link to a fact inside the element that `data.inside` names, and sends the fact's id to Python.
// The link itself would only move down this page, and following it to another page would lose the session.

export default function ({ data, setTriggerValue }) {
  const heard = (event) => {
    const link = event.target.closest?.(`${data.inside} a[href^="#fact-"]`);
    if (!link) return;
    event.preventDefault();
    setTriggerValue("fact", link.getAttribute("href").slice("#fact-".length));
  };
  document.addEventListener("click", heard);
  return () => document.removeEventListener("click", heard);
}

// Hears a click, or Enter, on a link to a place in the story inside the element that `data.inside` names, and sends the place.
// The link itself would only move down this page, and following it to another page would lose the session.

/**
 * Listen on the whole page.
 * @param {{data: {inside: string}, setTriggerValue: (name: string, value: unknown) => void}} component
 * @returns {() => void} Ends it.
 */
export default function listenToLinks({ data, setTriggerValue }) {
  /** @param {MouseEvent} event */
  const onClick = (event) => {
    if (!(event.target instanceof Element)) return;
    const link = event.target.closest(`${data.inside} :is(a[href^="#at-"], a[href^="#fact-"])`);
    if (!link) return;
    event.preventDefault();
    setTriggerValue("place", link.getAttribute("href")?.slice(1));
  };
  document.addEventListener("click", onClick);
  return () => document.removeEventListener("click", onClick);
}

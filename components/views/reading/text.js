// Text and small elements. Article text reaches the page through createTextNode only, never as markup.
// Offsets arrive as code points (Python counts so); Array.from counts the same way, emoji included.

/** An element with classes and children; a string child becomes a text node. */
function make(tag, classes = "", ...children) {
  const node = document.createElement(tag);
  if (classes) node.className = classes;
  node.append(...children.map((child) => (typeof child === "string" ? document.createTextNode(child) : child)));
  return node;
}

/** A real button that says what it does; `keyName` is shown beside it as a hint. `name` finds it again in a new drawing. */
function makeButton(label, action, { keyName = "", title = "" } = {}) {
  const button = make("button", "button", label);
  button.type = "button";
  button.name = title || label;
  if (title) button.setAttribute("aria-label", title);
  if (keyName) {
    const hint = make("kbd", "", keyName);
    hint.setAttribute("aria-hidden", "true");
    button.append(" ", hint);
    button.setAttribute("aria-keyshortcuts", keyName);
  }
  button.addEventListener("click", action);
  return button;
}

/** Cut `text` at its marks ([start, end, kind, tag]): [[piece, classes, tag], ...]. Marks may overlap; a tag ends its stretch. */
function pieces(text, marks) {
  const letters = Array.from(text);
  const classes = letters.map(() => "");
  const tags = letters.map(() => "");
  for (const [start, end, kind, tag] of marks) {
    for (let i = start; i < Math.min(end, letters.length); i += 1) classes[i] += ` ss-${kind}`;
    if (tag && end <= letters.length) tags[end - 1] = tag;
  }
  const found = [];
  letters.forEach((letter, i) => {
    if (i && classes[i] === classes[i - 1] && !tags[i - 1]) found[found.length - 1][0] += letter;
    else found.push([letter, classes[i].trim(), ""]);
    found[found.length - 1][2] = tags[i];
  });
  return found;
}

/** Fill `node` with `text` and its marks. Where nothing but a fact lies ("fact-12") the stretch is no mark and looks like any other. */
function fillText(node, text, marks) {
  const parts = pieces(text, marks).map(([piece, classes, tag]) => {
    if (!classes) return document.createTextNode(piece);
    const plain = classes.split(" ").every((name) => name.startsWith("ss-fact-"));
    return make(plain ? "span" : "mark", classes, piece, ...(tag ? [make("sup", "", tag)] : []));
  });
  node.replaceChildren(...parts);
}

/** The stretches that lie in every one of several lists of spans. */
function common(lists) {
  return lists.reduce((mine, theirs) =>
    mine.flatMap(([start, end]) =>
      theirs.map(([from, to]) => [Math.max(start, from), Math.min(end, to)]).filter(([from, to]) => from < to),
    ),
  );
}

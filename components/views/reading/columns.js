// The columns: one article each, with its masthead line, its sentences as a list to pick from, and its overview bar.

/** The name of a sentence in the view: "A:3". */
const placeOf = (key, sentence) => `${key}:${sentence}`;

/** One sentence: its symbol, the symbol in words for screen readers, its text. */
function makeSentence(column, sentence) {
  const tags = sentence.marks.filter(([, , kind]) => kind === "differs").map(([, , , tag]) => tag).filter(Boolean);
  const node = make("div", `sentence ${sentence.role} ${sentence.status}${tags.length ? " differs" : ""}`);
  node.id = placeOf(column.key, sentence.number - 1);
  node.setAttribute("role", "option");
  node.setAttribute("aria-selected", "false");
  node.tabIndex = -1;
  const symbol = make("span", "symbol", sentence.symbol);
  symbol.setAttribute("aria-hidden", "true");
  symbol.title = sentence.label;
  const spoken = [`${column.key} ${sentence.number}`, sentence.label, tags.length ? `details differ: ${tags.join(" ")}` : ""];
  node.append(symbol, make("span", "text"), make("span", "ss-vh", ` (${spoken.filter(Boolean).join(", ")})`));
  return node;
}

/** One article: heading, masthead line, scrolling list; room below the end lets its last sentence stand level with any other. */
function makeColumn(column, index, many) {
  const list = make("div", "sentences");
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", `${column.title}, ${column.sentences.length} sentences`);
  list.append(...column.sentences.map((sentence) => makeSentence(column, sentence)));
  if (list.firstChild) list.firstChild.tabIndex = 0;
  const scroller = make("div", "scroller", list, make("div", "end", `end of ${column.key}`));
  const bar = make("div", "bar", make("div", "parts"), make("div", "window"));
  bar.setAttribute("aria-hidden", "true");
  const heading = make("h3", "title", column.title);
  heading.title = column.title;
  const classes = `column ss-${column.key}${index === many - 1 ? " last" : ""}`;
  const frame = make("section", classes, heading, make("p", "masthead", column.masthead), scroller, bar);
  frame.setAttribute("aria-label", column.title);
  return { key: column.key, frame, scroller, list, bar, lastTop: 0 };
}

/** Draw where passages that are only here, partly shared or differ lie along the bar, and where the shared ones do. */
function drawBar(view, column) {
  const whole = Math.max(1, column.list.offsetHeight);
  const parts = [...column.list.children].map((node) => {
    const part = make("i", node.className.replace("sentence", "part").replace("hinted", ""));
    part.style.top = `${(node.offsetTop / whole) * 100}%`;
    part.style.height = `max(2px, calc(${(node.offsetHeight / whole) * 100}% - 2px))`;
    return part;
  });
  column.bar.firstChild.replaceChildren(...parts);
  drawWindow(column);
}

/** The part of the bar that stands for a sentence. */
function partOf(view, place) {
  const { list, bar } = view.columnOf(place);
  return bar.firstChild.children[[...list.children].indexOf(view.nodes.get(place))];
}

/** Show along the bar which stretch of the article is in view. */
function drawWindow(column) {
  const { scroller, list, bar } = column;
  const whole = Math.max(1, list.offsetHeight);
  const top = Math.min(0.98, scroller.scrollTop / whole);
  bar.lastChild.style.top = `${top * 100}%`;
  bar.lastChild.style.height = `${Math.min(1 - top, scroller.clientHeight / whole) * 100}%`;
}

/** Spans of words that differ, as marks. */
const asMarks = (spans) => spans.map(([start, end]) => [start, end, "words", ""]);

/** Write the text of one sentence with the marks it always carries, and the words that differ in the picked link, if any. */
function writeSentence(view, place, differing = []) {
  const sentence = view.sentences.get(place);
  fillText(view.nodes.get(place).querySelector(".text"), sentence.text, [...sentence.marks, ...asMarks(differing)]);
}

// The columns: one article each, with its masthead line, its sentences as a list to pick from, and its overview bar.

/** The name of a sentence in the view: "A:3". */
const placeOf = (key, sentence) => `${key}:${sentence}`;

/** The name of the sentence at one end of a link or of a pair of details. */
const placeAt = ({ key, sentence }) => placeOf(key, sentence);

/** The details of a sentence that differ, of the marks that it always carries. */
const differingIn = (sentence) => sentence.marks.filter(([, , kind]) => kind === "differs");

/** One sentence: a symbol, the text, and what stands for both in words for screen readers. `dressSentence` fills it. */
function makeSentence(column, number) {
  const symbol = make("span", "symbol");
  symbol.setAttribute("aria-hidden", "true");
  const node = make("div", "sentence", symbol, make("span", "text"), make("span", "ss-vh"));
  node.id = placeOf(column.key, number);
  node.setAttribute("role", "option");
  node.tabIndex = number ? -1 : 0;
  return node;
}

/** One article: heading, masthead line, scrolling list; room below the end lets its last sentence stand level with any other. */
function makeColumn(column, index, many) {
  const list = make("div", "sentences", ...column.sentences.map((_, number) => makeSentence(column, number)));
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", `${column.title}, ${column.sentences.length} sentences`);
  const scroller = make("div", "scroller", list, make("div", "end", `end of ${column.key}`));
  const parts = column.sentences.map(() => make("i"));
  const bar = make("div", "bar", make("div", "parts", ...parts), make("div", "window"));
  bar.setAttribute("aria-hidden", "true");
  const heading = make("h2", "title", column.title);
  heading.title = column.title;
  const classes = `column ss-${column.key}${index === many - 1 ? " last" : ""}`;
  const frame = make("section", classes, heading, make("p", "masthead", column.masthead), scroller, bar);
  frame.setAttribute("aria-label", column.title);
  return { key: column.key, frame, scroller, list, bar, parts, nodes: [...list.children], lastTop: 0 };
}

/** Give a sentence its state, its symbol, its marks and its part of the bar; nothing of it is picked yet. */
function dressSentence(view, place) {
  const { sentence, node, part } = view.spots.get(place);
  const tags = differingIn(sentence).map(([, , , tag]) => tag).filter(Boolean);
  const classes = `${sentence.role} ${sentence.status}${tags.length ? " differs" : ""}`;
  node.className = `sentence ${classes}${sentence.facts.length > 1 ? " several" : ""}`;
  node.setAttribute("aria-selected", "false");
  part.className = `part ${classes}`;
  const spoken = [view.nameOf(place), sentence.label, tags.length ? `details differ: ${tags.join(" ")}` : ""];
  const [symbol, , words] = node.children;
  symbol.textContent = sentence.symbol;
  symbol.title = sentence.label;
  words.textContent = ` (${spoken.filter(Boolean).join(", ")})`;
  writeSentence(view, place);
}

/** Put the parts of the bar where the sentences lie along the article. All sizes are read before any is set. */
function drawBar(column) {
  const whole = Math.max(1, column.list.offsetHeight);
  const sizes = column.nodes.map((node) => [node.offsetTop / whole, node.offsetHeight / whole]);
  column.parts.forEach((part, index) => {
    const [top, height] = sizes[index];
    part.style.top = `${top * 100}%`;
    part.style.height = `max(2px, calc(${height * 100}% - 2px))`;
  });
  drawWindow(column);
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

/** Write the text of one sentence with its facts, the marks it always carries, and the words that differ in the picked link, if any. */
function writeSentence(view, place, differing = []) {
  const { sentence, node } = view.spots.get(place);
  fillText(node.children[1], sentence.text, [...sentence.marks, ...asMarks(differing), ...factMarks(view, place)]);
}

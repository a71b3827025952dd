// The columns: one article each, with its masthead line, its sentences as a list to pick from, and its overview bar.

/** @import { Article, ColumnElements, SentenceElements, SentenceId, Span } from "./types.js" */
/** @import { Story } from "./story.js" */
import { createElement, fillText } from "./elements.js";
import { differingDetails, sentenceId } from "./story.js";
import { differingMarks } from "./text.js";

/**
 * Create one sentence: a symbol, the text, and what stands for both in words for screen readers. `drawSentence` fills it.
 * @param {SentenceId} id
 * @param {boolean} first Whether it is the first of its column, where the Tab key stops.
 * @returns {SentenceElements}
 */
function createSentence(id, first) {
  const symbol = createElement("span", "symbol");
  symbol.setAttribute("aria-hidden", "true");
  const text = createElement("span", "text");
  const spoken = createElement("span", "ss-vh");
  const node = createElement("div", "sentence", symbol, text, spoken);
  node.id = id;
  node.setAttribute("role", "option");
  node.tabIndex = first ? 0 : -1;
  return { node, symbol, text, spoken, part: createElement("i") };
}

/**
 * Create the column of an article: heading, masthead line, scrolling list; room below the end lets its last sentence stand level
 * with any other.
 * @param {Article} article
 * @param {boolean} last Whether it is the last column, whose bar stands on its other side.
 * @returns {ColumnElements}
 */
export function createColumn(article, last) {
  const { key, title } = article;
  const sentences = article.sentences.map((_, index) => createSentence(sentenceId(key, index), index === 0));
  const list = createElement("div", "sentences", ...sentences.map(({ node }) => node));
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", `${title}, ${sentences.length} sentences`);
  const end = createElement("div", "end", `end of ${key}`);
  const scroller = createElement("div", "scroller", list, end);
  const window = createElement("div", "window");
  const bar = createElement("div", "bar", createElement("div", "parts", ...sentences.map(({ part }) => part)), window);
  bar.setAttribute("aria-hidden", "true");
  const heading = createElement("h2", "title", title);
  heading.title = title;
  const classes = `column ss-${key}${last ? " last" : ""}`;
  const frame = createElement("section", classes, heading, createElement("p", "masthead", article.masthead), scroller, bar);
  frame.setAttribute("aria-label", title);
  return { key, frame, scroller, list, end, bar, window, sentences };
}

/**
 * Give a sentence its state, its symbol, its marks and its part of the bar; nothing of it is picked yet.
 * @param {SentenceElements} elements
 * @param {Story} story
 * @param {SentenceId} id
 */
export function drawSentence(elements, story, id) {
  const sentence = story.sentence(id);
  const tags = differingDetails(sentence).map(([, , , tag]) => tag).filter(Boolean);
  const classes = `${sentence.role} ${sentence.status}${tags.length ? " differing" : ""}`;
  elements.node.className = `sentence ${classes}${sentence.facts.length > 1 ? " several" : ""}`;
  elements.node.setAttribute("aria-selected", "false");
  elements.part.className = `part ${classes}`;
  elements.symbol.textContent = sentence.symbol;
  elements.symbol.title = sentence.label;
  const spoken = [story.name(id), sentence.label, tags.length ? `details differ: ${tags.join(" ")}` : ""];
  elements.spoken.textContent = ` (${spoken.filter(Boolean).join(", ")})`;
  drawText(elements, story, id);
}

/**
 * Write the text of a sentence with its facts, the marks it always carries, and the words that differ in a picked link, if any.
 * @param {SentenceElements} elements
 * @param {Story} story
 * @param {SentenceId} id
 * @param {readonly Span[]} [differing]
 */
export function drawText(elements, story, id, differing = []) {
  const { text, marks } = story.sentence(id);
  fillText(elements.text, text, [...marks, ...differingMarks(differing), ...story.factMarks(id)]);
}

/**
 * Put the parts of the bar where the sentences lie along the article. All sizes are read before any is set.
 * @param {ColumnElements} column
 */
export function drawBar(column) {
  const whole = Math.max(1, column.list.offsetHeight);
  const sizes = column.sentences.map(({ node }) => [node.offsetTop / whole, node.offsetHeight / whole]);
  column.sentences.forEach(({ part }, index) => {
    const [top, height] = sizes[index];
    part.style.top = `${top * 100}%`;
    part.style.height = `max(2px, calc(${height * 100}% - 2px))`;
  });
  drawWindow(column);
}

/**
 * Show along the bar which stretch of the article is in view.
 * @param {ColumnElements} column
 */
export function drawWindow({ scroller, list, window }) {
  const whole = Math.max(1, list.offsetHeight);
  const top = Math.min(0.98, scroller.scrollTop / whole);
  window.style.top = `${top * 100}%`;
  window.style.height = `${Math.min(1 - top, scroller.clientHeight / whole) * 100}%`;
}

// Partners side by side: which height suits all, scrolling there, and the lines drawn between them.

/** @import { ColumnElements, SentenceElements, SentenceId } from "./types.js" */
/** @import { Layout } from "./layout.js" */
import { createDrawing } from "./elements.js";
import { EDGE, scrollBehavior } from "./scrolling.js";
import { indexOf } from "./story.js";

/** Share of the columns' height below which nothing is brought, so that what follows it can be read. */
const LOWEST_SHARE = 0.55;

/** Share of a column's height that the partners in it may take to be aligned together. */
const GROUP_SHARE = 0.8;

/**
 * @typedef {object} Group Sentences of one column that are aligned together.
 * @property {ColumnElements} column
 * @property {number} top Where they stand in their article, in px.
 * @property {number} height
 * @property {number} shown Where they are shown now, in px below the top of the column.
 */

/**
 * Return the height at which the picked sentence and its partners can all stand, moving it least.
 * @param {Pick<Group, "top" | "height" | "shown">} anchor The picked sentence.
 * @param {readonly Pick<Group, "top" | "height">[]} groups
 * @param {number} room The height of the columns.
 * @returns {number} px below the top of the columns.
 */
export function alignedHeight(anchor, groups, room) {
  const tallest = Math.max(anchor.height, ...groups.map((group) => group.height));
  const lowest = Math.max(EDGE, Math.min(room - tallest - EDGE, room * LOWEST_SHARE));
  const nearest = Math.min(Math.max(anchor.shown, EDGE), lowest);
  return Math.min(nearest, anchor.top, ...groups.map((group) => group.top));
}

/**
 * Measure a run of sentences of one column.
 * @param {ColumnElements} column
 * @param {readonly SentenceElements[]} sentences
 * @returns {Group}
 */
function measure(column, sentences) {
  const top = Math.min(...sentences.map(({ node }) => node.offsetTop));
  const bottom = Math.max(...sentences.map(({ node }) => node.offsetTop + node.offsetHeight));
  return { column, top, height: bottom - top, shown: top - column.scroller.scrollTop };
}

/**
 * Return the partners to align in one column: all of them if they fit together, else the most probable alone.
 * @param {ColumnElements} column
 * @param {readonly SentenceElements[]} sentences
 */
function groupOf(column, sentences) {
  const all = measure(column, sentences);
  return all.height <= column.scroller.clientHeight * GROUP_SHARE ? all : measure(column, sentences.slice(0, 1));
}

/**
 * Scroll the columns so that the picked sentence and others (most probable first) stand level.
 * @param {Layout} layout
 * @param {SentenceId} picked
 * @param {readonly SentenceId[]} partners
 */
export function align(layout, picked, partners) {
  const home = layout.column(picked);
  const anchor = measure(home, [layout.sentence(picked)]);
  const groups = layout.columns
    .filter((column) => column !== home)
    .map((column) => ({ column, ids: partners.filter((id) => layout.column(id) === column) }))
    .filter(({ ids }) => ids.length)
    .map(({ column, ids }) => groupOf(column, ids.map((id) => layout.sentence(id))));
  const height = alignedHeight(anchor, groups, home.scroller.clientHeight);
  for (const { column, top } of [anchor, ...groups]) column.scroller.scrollTo({ top: top - height, behavior: scrollBehavior() });
  showColumn(layout, groups.length === 1 ? groups[0].column : home);
  showColumn(layout, home);
}

/**
 * Scroll sideways until a column can be seen, where the columns are wider than the window.
 * @param {Layout} layout
 * @param {ColumnElements} column
 */
export function showColumn({ wide }, column) {
  const { offsetLeft: from, offsetWidth: width } = column.frame;
  const start = Math.min(from, Math.max(wide.scrollLeft, from + width - wide.clientWidth));
  if (start !== wide.scrollLeft) wide.scrollTo({ left: start });
}

/**
 * Give a sentence the focus without picking it, and bring it into view.
 * @param {Layout} layout
 * @param {SentenceId} id
 */
export function focusSentence(layout, id) {
  layout.setTabStop(id);
  const { node } = layout.sentence(id);
  const column = layout.column(id);
  node.focus({ preventScroll: true });
  const { scrollTop, clientHeight } = column.scroller;
  const top = Math.min(node.offsetTop - EDGE, Math.max(scrollTop, node.offsetTop + node.offsetHeight + EDGE - clientHeight));
  column.scroller.scrollTo({ top, behavior: scrollBehavior() });
  showColumn(layout, column);
}

/**
 * Return the sentence of another column that stands level with one.
 * @param {Layout} layout
 * @param {SentenceId} id
 * @param {ColumnElements} column
 * @returns {SentenceId}
 */
export function levelWith(layout, id, column) {
  const home = layout.column(id);
  const height = home.sentences[indexOf(id)].node.offsetTop - home.scroller.scrollTop + column.scroller.scrollTop;
  const nodes = column.sentences.map(({ node }) => node);
  return (nodes.find((node) => node.offsetTop + node.offsetHeight > height) ?? nodes[nodes.length - 1]).id;
}

/**
 * Return where a sentence's edge stands in the drawing, held inside its column when it is scrolled out of view.
 * @param {Layout} layout
 * @param {SentenceId} id
 * @param {DOMRect} frame
 * @param {number} direction Positive for the edge that the next columns see.
 */
function edgeOf(layout, id, frame, direction) {
  const node = layout.sentence(id).node.getBoundingClientRect();
  const box = layout.column(id).scroller.getBoundingClientRect();
  const middle = node.top + node.height / 2;
  const inside = Math.min(Math.max(middle, box.top + 2), box.bottom - 2);
  return { x: (direction > 0 ? node.right : node.left) - frame.left, y: inside - frame.top, away: inside !== middle };
}

/**
 * Draw a line from the picked sentence to each partner; one that passes over a column, or to a partner out of view, is faint.
 * @param {Layout} layout
 * @param {SentenceId | null} picked
 * @param {readonly SentenceId[]} partners
 */
export function drawLines(layout, picked, partners) {
  const frame = layout.stage.getBoundingClientRect();
  layout.drawing.replaceChildren(...(picked === null ? [] : partners.map((id) => createLine(layout, picked, id, frame))));
}

/**
 * Create one line.
 * @param {Layout} layout
 * @param {SentenceId} picked
 * @param {SentenceId} partner
 * @param {DOMRect} frame
 */
function createLine(layout, picked, partner, frame) {
  const distance = layout.columns.indexOf(layout.column(partner)) - layout.columns.indexOf(layout.column(picked));
  const from = edgeOf(layout, picked, frame, distance);
  const to = edgeOf(layout, partner, frame, -distance);
  const middle = (from.x + to.x) / 2;
  const path = createDrawing("path", `line${Math.abs(distance) > 1 ? " far" : ""}${to.away ? " away" : ""}`);
  path.setAttribute("d", `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`);
  return path;
}

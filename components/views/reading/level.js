// Bringing partners level: which height suits all, scrolling there, and the lines drawn between them.

const EDGE = 10; // px kept free above and below what is brought into view
const LOW = 0.55; // share of the columns' height below which nothing is brought, so that what follows it can be read

/** How to scroll: smoothly, unless the reader asked their system for less motion. */
const glide = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

/** The height (px below the top of the columns) at which the picked sentence and its partners can all stand, moving it least. */
function levelHeight(anchor, groups, room) {
  const tallest = Math.max(anchor.height, ...groups.map((group) => group.height));
  const lowest = Math.max(EDGE, Math.min(room - tallest - EDGE, room * LOW));
  const wanted = Math.min(Math.max(anchor.shown, EDGE), lowest);
  return Math.min(wanted, anchor.top, ...groups.map((group) => group.top));
}

/** Where a run of sentences of one column stands in its article: top and height in px, and where it is shown now. */
function measure(column, nodes) {
  const top = Math.min(...nodes.map((node) => node.offsetTop));
  const bottom = Math.max(...nodes.map((node) => node.offsetTop + node.offsetHeight));
  return { column, top, height: bottom - top, shown: top - column.scroller.scrollTop };
}

/** The partners to stand level in one column: all of them if they fit together, else the most probable alone. */
function levelGroup(view, column, places) {
  const nodes = places.map((place) => view.spots.get(place).node);
  const all = measure(column, nodes);
  return all.height <= column.scroller.clientHeight * 0.8 ? all : measure(column, nodes.slice(0, 1));
}

/** Scroll the columns so that the picked sentence and `places` (most probable first) stand level. */
function bringLevel(view, picked, places) {
  const home = view.columnOf(picked);
  const anchor = measure(home, [view.spots.get(picked).node]);
  const groups = view.columns
    .map((column) => [column, places.filter((place) => view.columnOf(place) === column)])
    .filter(([column, mine]) => column !== home && mine.length)
    .map(([column, mine]) => levelGroup(view, column, mine));
  const height = levelHeight(anchor, groups, home.scroller.clientHeight);
  view.driver = null;
  for (const group of [anchor, ...groups]) group.column.scroller.scrollTo({ top: group.top - height, behavior: glide() });
  bringAcross(view, groups.length === 1 ? groups[0].column : home);
  bringAcross(view, home);
}

/** Where the columns are wider than the window: scroll sideways until a column can be seen. */
function bringAcross(view, column) {
  const wide = view.stage.parentElement;
  const { offsetLeft: from, offsetWidth: width } = column.frame;
  const start = Math.min(from, Math.max(wide.scrollLeft, from + width - wide.clientWidth));
  if (start !== wide.scrollLeft) wide.scrollTo({ left: start });
}

/** Where a sentence's edge stands in the drawing, held inside its column when it is scrolled out of view. */
function edgeOf(view, place, frame, towards) {
  const node = view.spots.get(place).node.getBoundingClientRect();
  const box = view.columnOf(place).scroller.getBoundingClientRect();
  const middle = node.top + node.height / 2;
  const held = Math.min(Math.max(middle, box.top + 2), box.bottom - 2);
  return { x: (towards > 0 ? node.right : node.left) - frame.left, y: held - frame.top, away: held !== middle };
}

/** Draw a line from the picked sentence to each partner; one that passes over a column, or to a partner out of view, is faint. */
function drawLines(view) {
  const frame = view.stage.getBoundingClientRect();
  const lines = view.picked ? view.partners.map((place) => makeLine(view, place, frame)) : [];
  view.drawing.replaceChildren(...lines);
}

/** One line, as an SVG path. */
function makeLine(view, place, frame) {
  const apart = view.columns.indexOf(view.columnOf(place)) - view.columns.indexOf(view.columnOf(view.picked));
  const from = edgeOf(view, view.picked, frame, apart);
  const to = edgeOf(view, place, frame, -apart);
  const middle = (from.x + to.x) / 2;
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`);
  path.setAttribute("class", `line${Math.abs(apart) > 1 ? " far" : ""}${to.away ? " away" : ""}`);
  return path;
}

// Moving about by keyboard: to the next sentence worth a look, up and down a column, across to the partner.

/** The one sentence of a column that the Tab key stops at. */
function giveTabStop(view, place) {
  for (const node of view.columnOf(place).nodes) node.tabIndex = -1;
  view.spots.get(place).node.tabIndex = 0;
}

/** Give a sentence the focus without picking it, and bring it into view. */
function focusSentence(view, place) {
  giveTabStop(view, place);
  const { node, column } = view.spots.get(place);
  node.focus({ preventScroll: true });
  const { scrollTop, clientHeight } = column.scroller;
  const top = Math.min(node.offsetTop - EDGE, Math.max(scrollTop, node.offsetTop + node.offsetHeight + EDGE - clientHeight));
  column.scroller.scrollTo({ top, behavior: glide() });
  bringAcross(view, column);
}

/** Where the reader is: the focused sentence while the other end of a link is sought, else the picked one. */
function whereabouts(view) {
  const focused = focusedIn(view);
  return view.mode?.kind === "link" && view.spots.has(focused?.id) ? focused.id : view.picked;
}

/** Go to a sentence: to look at it while the other end of a link is sought, else to pick it. */
const goTo = (view, place) => (view.mode?.kind === "link" ? focusSentence(view, place) : pick(view, place));

/** Pick the next (1) or the last (-1) sentence that is only here, partly shared or differs, round the end. */
function stepFlagged(view, by) {
  const many = view.flagged.length;
  if (!many) return;
  const at = view.picked ? view.spots.get(view.picked).rank : -1;
  const ranks = view.flagged.map((place) => view.spots.get(place).rank);
  const on = ranks.findIndex((rank) => rank > at);
  const back = ranks.filter((rank) => rank < at).length - 1;
  goTo(view, view.flagged[by > 0 ? Math.max(on, 0) : (back + many) % many]);
}

/** Go to the sentence after (1) or before (-1) in the same column. */
function stepSentence(view, by) {
  const place = whereabouts(view);
  if (!place) return pick(view, view.spots.keys().next().value);
  const { nodes } = view.columnOf(place);
  const node = nodes[view.spots.get(place).sentence.number - 1 + by];
  if (node) goTo(view, node.id);
}

/** Go across: to the likeliest partner in the next column that way, else to the sentence that stands level. */
function stepColumn(view, by) {
  const place = whereabouts(view);
  const column = place && view.columns[view.columns.indexOf(view.columnOf(place)) + by];
  if (!column) return;
  const partner = view.partners.find((other) => view.columnOf(other) === column);
  goTo(view, place === view.picked && partner ? partner : standingLevel(view, place, column));
}

/** The sentence of another column that stands level with one. */
function standingLevel(view, place, column) {
  const { node, column: home } = view.spots.get(place);
  const height = node.offsetTop - home.scroller.scrollTop + column.scroller.scrollTop;
  const level = column.nodes.find((other) => other.offsetTop + other.offsetHeight > height) ?? column.nodes.at(-1);
  return level.id;
}

// The view: its state, what a pick does, moving about, and what the page hands in. Nothing here asks the server for anything.

/** Everything that is drawn and picked. `sentences` and `nodes` go by place ("A:3"), in reading order, column after column. */
function makeView(root, data) {
  const columns = data.columns.map((column, index) => makeColumn(column, index, data.columns.length));
  const view = { root, data, columns, sentences: new Map(), nodes: new Map(), picked: null, partners: [], beside: null, driver: null, together: false };
  data.columns.forEach((column, index) =>
    column.sentences.forEach((sentence, number) => {
      view.sentences.set(placeOf(column.key, number), sentence);
      view.nodes.set(placeOf(column.key, number), columns[index].list.children[number]);
    }),
  );
  const keyOf = (place) => place.split(":")[0];
  view.columnOf = (place) => columns.find((column) => column.key === keyOf(place));
  view.nameOf = (place) => `${keyOf(place)} ${view.sentences.get(place).number}`;
  view.toneOf = (place) => `ss-${keyOf(place)}`;
  view.endsOf = (link) => (placeOf(link.ends[0].key, link.ends[0].sentence) === view.picked ? link.ends : [...link.ends].reverse());
  view.differ = data.differences.some(({ tag }) => tag);
  view.flags = view.differ ? "only here, partly shared or differing" : "only here or partly shared";
  const speaks = ({ status, marks }) => status === "not_found" || status === "partly" || marks.some(([, , kind]) => kind === "differs");
  view.flagged = [...view.sentences].filter(([, sentence]) => speaks(sentence)).map(([place]) => place);
  return view;
}

/** Put the parts into the page. */
function drawView(view) {
  view.drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  view.drawing.setAttribute("class", "lines");
  view.drawing.setAttribute("aria-hidden", "true");
  view.stage = make("div", view.columns.length > 2 ? "stage many" : "stage", ...view.columns.map((column) => column.frame), view.drawing);
  view.stage.style.setProperty("--columns", view.columns.length);
  view.dock = make("section", "dock");
  view.dock.hidden = view.columns.length < 2;
  view.dock.setAttribute("aria-label", "The picked sentence and its partners");
  view.spoken = make("p", "ss-vh");
  view.spoken.setAttribute("aria-live", "polite");
  view.root.replaceChildren(makeLegend(view), make("div", "wide", view.stage), view.dock, view.spoken);
  for (const place of view.nodes.keys()) writeSentence(view, place);
  drawDock(view);
}

/** The legend line and the switch that makes the columns scroll together. */
function makeLegend(view) {
  const toggle = makeButton("scroll together", () => setTogether(view, !view.together));
  toggle.setAttribute("aria-pressed", "false");
  view.toggle = toggle;
  const items = view.data.legend.map(([symbol, label]) => make("span", "", make("b", "", symbol), ` ${label}`));
  const words = make("span", "", make("mark", "ss-words", "dotted"), " what only one side tells");
  const differs = make("span", "", make("mark", "ss-differs", "double", make("sup", "", "≠")), " details differ");
  const legend = make("div", "legend", ...items, words, ...(view.differ ? [differs] : []), toggle);
  legend.hidden = view.columns.length < 2;
  return legend;
}

/** Let the columns scroll together, or each alone. */
function setTogether(view, on) {
  view.together = on;
  view.toggle.setAttribute("aria-pressed", String(on));
}

/** Pick a sentence: outline it and its partners, bring them level, fill the dock. Null clears. */
function pick(view, place, { focus = true } = {}) {
  clearMarks(view);
  view.picked = place;
  view.beside = null;
  const links = place ? view.sentences.get(place).partners.map((number) => view.data.links[number]) : [];
  const ends = links.map((link) => view.endsOf(link));
  view.partners = ends.map(([, theirs]) => placeOf(theirs.key, theirs.sentence));
  if (place) {
    markPicked(view, place, ends);
    if (focus) view.nodes.get(place).focus({ preventScroll: true });
  }
  drawDock(view);
  view.root.classList.toggle("busy", Boolean(place));
  if (place) {
    bringLevel(view, place, view.partners);
    settle(view);
  }
  drawLines(view);
}

/** Take the outlines and the marked words of the last pick away. */
function clearMarks(view) {
  for (const place of [view.picked, view.beside, ...view.partners].filter(Boolean)) {
    for (const node of [view.nodes.get(place), partOf(view, place)]) node.classList.remove("picked", "partner", "beside");
    view.nodes.get(place).setAttribute("aria-selected", "false");
    writeSentence(view, place);
  }
}

/** Outline a picked sentence and its partners. Marked in it: words that no partner has; in a partner: words that it has not. */
function markPicked(view, place, ends) {
  const node = view.nodes.get(place);
  node.classList.add("picked");
  partOf(view, place).classList.add("picked");
  node.setAttribute("aria-selected", "true");
  for (const other of view.columnOf(place).list.children) other.tabIndex = other === node ? 0 : -1;
  if (ends.length) writeSentence(view, place, common(ends.map(([mine]) => mine.differing)));
  for (const [, theirs] of ends) {
    const partner = placeOf(theirs.key, theirs.sentence);
    for (const each of [view.nodes.get(partner), partOf(view, partner)]) each.classList.add("partner");
    writeSentence(view, partner, theirs.differing);
  }
}

/** Bring one partner, or a nearest passage, level with the picked sentence. */
function goBeside(view, place) {
  if (view.beside) view.nodes.get(view.beside).classList.remove("beside");
  view.beside = place;
  view.nodes.get(place).classList.add("beside");
  bringLevel(view, view.picked, [place]);
}

/** Pick the next (1) or the last (-1) sentence that is only here, partly shared or differs, round the end. */
function stepFlagged(view, by) {
  const many = view.flagged.length;
  if (!many) return;
  const order = [...view.nodes.keys()];
  const at = view.picked ? order.indexOf(view.picked) : -1;
  const ranks = view.flagged.map((place) => order.indexOf(place));
  const on = ranks.findIndex((rank) => rank > at);
  const back = ranks.filter((rank) => rank < at).length - 1;
  pick(view, view.flagged[by > 0 ? Math.max(on, 0) : (back + many) % many]);
}

/** Pick the sentence after (1) or before (-1) in the same column. */
function stepSentence(view, by) {
  if (!view.picked) return pick(view, view.nodes.keys().next().value);
  const { list } = view.columnOf(view.picked);
  const node = list.children[[...list.children].indexOf(view.nodes.get(view.picked)) + by];
  if (node) pick(view, node.id);
}

/** Pick across: the likeliest partner in the next column that way, else the sentence that stands level. */
function stepColumn(view, by) {
  if (!view.picked) return;
  const home = view.columnOf(view.picked);
  const column = view.columns[view.columns.indexOf(home) + by];
  if (!column) return;
  const partner = view.partners.find((place) => view.columnOf(place) === column);
  const height = view.nodes.get(view.picked).offsetTop - home.scroller.scrollTop + column.scroller.scrollTop;
  const level = [...column.list.children].find((node) => node.offsetTop + node.offsetHeight > height) ?? column.list.lastChild;
  pick(view, partner ?? level.id);
}

// The view: its state, and what a pick does. What is sent to the server is a correction (correcting.js), nothing else.

/** The key of the article in which a sentence stands. */
const keyOf = (place) => place.split(":")[0];

/** Whether two drawings show the same texts, so that what is read can stay where it is. */
function sameTexts(data, earlier) {
  const told = ({ columns }) => JSON.stringify(columns.map(({ title, masthead, sentences }) => [title, masthead, sentences.map(({ text }) => text)]));
  return told(data) === told(earlier);
}

/** Everything that is drawn and picked. `spots` go by place ("A:3"), in reading order, column after column. */
function makeView(root, data, last) {
  const kept = Boolean(last) && sameTexts(data, last.data);
  const columns = kept ? last.columns : data.columns.map((column, index) => makeColumn(column, index, data.columns.length));
  const view = { root, data, columns, kept, picked: null, partners: [], beside: null, fact: null, mode: null, relabelling: null };
  Object.assign(view, { driver: null, together: false, hovered: null, pointed: null, hinted: [], lit: [], open: new Set(), spots: new Map() });
  data.columns.forEach((column, index) =>
    column.sentences.forEach((sentence, number) => {
      const { nodes, parts } = columns[index];
      view.spots.set(placeOf(column.key, number), { sentence, column: columns[index], node: nodes[number], part: parts[number], rank: view.spots.size });
    }),
  );
  view.mentions = mentionsByPlace(data);
  view.states = new Map(data.states.map(([status, symbol, label]) => [status, { symbol, label }]));
  return Object.assign(view, namesOf(view), flagsOf(view));
}

/** Small questions that the other parts ask of a view. */
function namesOf(view) {
  const across = (ends, place) => ends.map(placeAt).find((other) => other !== place);
  const { links, rejected } = view.data;
  return {
    columnOf: (place) => view.spots.get(place).column,
    nameOf: (place) => `${keyOf(place)} ${view.spots.get(place).sentence.number}`,
    toneOf: (place) => `ss-${keyOf(place)}`,
    endsOf: (link) => (placeAt(link.ends[0]) === view.picked ? link.ends : [...link.ends].reverse()),
    linkTo: (place) => links[view.spots.get(view.picked).sentence.partners.find((number) => across(links[number].ends, view.picked) === place)],
    rejectedOf: (place) => rejected.filter((ends) => ends.some((end) => placeAt(end) === place)).map((ends) => across(ends, place)),
  };
}

/** Which sentences are worth a look, and what they are called. */
function flagsOf(view) {
  const differ = view.data.differences.some(({ tag }) => tag);
  const speaks = ({ sentence }) => ["not_found", "partly"].includes(sentence.status) || differingIn(sentence).length > 0;
  const flagged = [...view.spots].filter(([, spot]) => speaks(spot)).map(([place]) => place);
  return { differ, flagged, flags: differ ? "only here, partly shared or differing" : "only here or partly shared" };
}

/** Put the parts into the page. Where the texts are the same as before, all of them stay and are dressed anew. */
function drawView(view, last) {
  if (view.kept) {
    for (const name of ["legend", "stage", "drawing", "dock", "spoken"]) view[name] = last[name];
  } else {
    makeStage(view);
    view.root.replaceChildren(view.legend, make("div", "wide", view.stage), view.dock, view.spoken);
  }
  view.legend.querySelector(".differing").hidden = !view.differ;
  view.dock.hidden = view.columns.length < 2;
  for (const place of view.spots.keys()) dressSentence(view, place);
}

/** The legend, the columns with the drawing over them, the dock, and what is spoken. */
function makeStage(view) {
  view.legend = makeLegend(view);
  view.drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  view.drawing.setAttribute("class", "lines");
  view.drawing.setAttribute("aria-hidden", "true");
  view.stage = make("div", view.columns.length > 2 ? "stage many" : "stage", ...view.columns.map((column) => column.frame), view.drawing);
  view.stage.style.setProperty("--columns", view.columns.length);
  view.dock = make("section", "dock");
  view.dock.setAttribute("aria-label", "The picked sentence and its partners");
  view.spoken = make("p", "ss-vh");
  view.spoken.setAttribute("aria-live", "polite");
}

/** Pick a sentence: outline it and its partners, bring them level, fill the dock. Null clears. `still` leaves all where it stands. */
function pick(view, place, { focus = true, still = false } = {}) {
  clearMarks(view);
  if (place !== view.picked) {
    view.fact = view.relabelling = null;
    view.dock.scrollTop = 0;
  }
  view.picked = place;
  view.beside = null;
  const links = place ? view.spots.get(place).sentence.partners.map((number) => view.data.links[number]) : [];
  const ends = links.map((link) => view.endsOf(link));
  view.partners = ends.map(([, theirs]) => placeAt(theirs));
  if (place) {
    markPicked(view, place, ends);
    if (focus) view.spots.get(place).node.focus({ preventScroll: true });
  }
  drawDock(view);
  lightChosen(view);
  view.root.classList.toggle("engaged", Boolean(place));
  if (place && !still) {
    bringLevel(view, place, view.partners);
    settle(view);
  }
  drawLines(view);
}

/** Take the outlines and the marked words of the last pick away. */
function clearMarks(view) {
  for (const place of [view.picked, view.beside, ...view.partners].filter(Boolean)) {
    const { node, part } = view.spots.get(place);
    for (const each of [node, part]) each.classList.remove("picked", "partner", "beside");
    node.setAttribute("aria-selected", "false");
    writeSentence(view, place);
  }
}

/** Outline a picked sentence and its partners. Marked in it: words that no partner has; in a partner: words that it has not. */
function markPicked(view, place, ends) {
  const { node, part } = view.spots.get(place);
  for (const each of [node, part]) each.classList.add("picked");
  node.setAttribute("aria-selected", "true");
  giveTabStop(view, place);
  if (ends.length) writeSentence(view, place, common(ends.map(([mine]) => mine.differing)));
  for (const [, theirs] of ends) {
    const partner = placeAt(theirs);
    const spot = view.spots.get(partner);
    for (const each of [spot.node, spot.part]) each.classList.add("partner");
    writeSentence(view, partner, theirs.differing);
  }
}

/** Bring one partner, or a nearest passage, level with the picked sentence. */
function goBeside(view, place) {
  if (view.beside) view.spots.get(view.beside).node.classList.remove("beside");
  view.beside = place;
  view.spots.get(place).node.classList.add("beside");
  drawDock(view);
  bringLevel(view, view.picked, [place]);
}

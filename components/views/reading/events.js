// What the reader does: mouse, keys, scrolling, another size; then new data. Keys act only inside the view and never in a field.

const STEPS = {
  n: (view) => stepFlagged(view, 1),
  p: (view) => stepFlagged(view, -1),
  j: (view) => stepSentence(view, 1),
  k: (view) => stepSentence(view, -1),
  f: (view) => stepFact(view, 1),
  F: (view) => stepFact(view, -1),
  e: (view) => view.fact !== null && toggleTools(view, view.fact),
  l: (view) => startLink(view),
  y: (view) => judgePartner(view, "confirm_link"),
  x: (view) => judgePartner(view, "reject_link"),
  u: (view) => sendStep(view, "undo"),
  U: (view) => sendStep(view, "redo"),
  Escape: (view) => (view.mode ? setMode(view, null) : pick(view, null)),
};
const LIST_STEPS = {
  ArrowDown: (view) => stepSentence(view, 1),
  ArrowUp: (view) => stepSentence(view, -1),
  ArrowRight: (view) => stepColumn(view, 1),
  ArrowLeft: (view) => stepColumn(view, -1),
};

/** A sentence was chosen, by mouse or keyboard: it is the other end of a link by hand, or it is picked. */
const choose = (view, place) => (view.mode?.kind === "link" ? endLink(view, place) : pick(view, place));

/** Answer a key; those it does not know stay with the browser. */
function onKey(view, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, [contenteditable]")) return;
  const sentence = event.target.closest(".sentence");
  const chooses = sentence && (event.key === "Enter" || event.key === " ");
  const step = chooses ? () => choose(view, sentence.id) : (sentence && !event.shiftKey && LIST_STEPS[event.key]) || STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  step(view);
}

/** Mark the partners of the sentence, and the mentions of the fact, under the mouse; text that scrolls under a resting mouse changes nothing. */
function onHover(view, event) {
  if (event.type === "mousemove" && view.hovered && !event.movementX && !event.movementY) return;
  const node = event.type === "mouseleave" ? null : event.target.closest(".sentence");
  const fact = node && factUnder(view, event.target, node.id);
  if (fact !== view.pointed) light(view, fact ?? view.fact);
  view.pointed = fact;
  if (node === view.hovered) return;
  view.hovered = node;
  for (const hinted of view.hinted) hinted.classList.remove("hinted");
  view.hinted = node ? partnersOf(view, node.id).map((place) => view.spots.get(place).node) : [];
  for (const hinted of view.hinted) hinted.classList.add("hinted");
}

/** The sentences that are linked to one. */
function partnersOf(view, place) {
  const ends = view.spots.get(place).sentence.partners.flatMap((number) => view.data.links[number].ends);
  return ends.map(placeAt).filter((other) => other !== place);
}

/** Keep bar and lines in step with a column; move the others along when they scroll together and this one is being driven. */
function onScroll(view, column) {
  const moved = column.scroller.scrollTop - column.lastTop;
  column.lastTop = column.scroller.scrollTop;
  if (view.together && view.driver === column) {
    for (const other of view.columns) if (other !== column) other.scroller.scrollTop += moved;
  }
  drawWindow(column);
  view.redraw ??= requestAnimationFrame(() => {
    view.redraw = null;
    drawLines(view);
  });
}

/** Scroll an article to where its bar was pressed. */
function onBar(column, event) {
  const box = column.bar.getBoundingClientRect();
  const share = (event.clientY - box.top) / box.height;
  column.scroller.scrollTop = share * column.list.offsetHeight - column.scroller.clientHeight / 2;
}

/** The element of the page that scrolls around the view. */
function pageScroller(root) {
  let node = root.getRootNode().host ?? root.parentElement;
  while (node.parentElement && !/auto|scroll/.test(getComputedStyle(node).overflowY)) node = node.parentElement;
  return node;
}

/** How much of the page's top its own header covers, in px. */
function coveredAbove(page) {
  const header = document.querySelector('[data-testid="stHeader"]');
  return header ? Math.max(0, header.getBoundingClientRect().bottom - page.getBoundingClientRect().top) : 0;
}

/** Give the view the height of the window below the page's header, and draw again what depends on sizes. */
function fit(view) {
  view.page = pageScroller(view.root);
  view.root.style.setProperty("--room", `${Math.round(view.page.clientHeight - coveredAbove(view.page) - 2 * EDGE)}px`);
  for (const column of view.columns) {
    column.scroller.lastChild.style.height = `${column.scroller.clientHeight}px`;
    drawBar(column);
  }
  drawLines(view);
}

/** Scroll the page so that the whole view can be seen. */
function settle(view) {
  const { page, root } = view;
  const above = root.getBoundingClientRect().top - page.getBoundingClientRect().top + page.scrollTop;
  page.scrollTo({ top: above - coveredAbove(page) - EDGE, behavior: glide() });
}

/** Listen until the view is drawn anew. */
function listen(view) {
  const stop = new AbortController();
  const on = (node, name, act, options = {}) => node.addEventListener(name, act, { signal: stop.signal, ...options });
  on(view.root, "keydown", (event) => onKey(view, event));
  on(view.stage, "mousemove", (event) => onHover(view, event), { passive: true });
  on(view.stage, "mouseleave", (event) => onHover(view, event));
  on(view.stage, "click", (event) => {
    const node = event.target.closest(".sentence");
    if (node && (view.mode?.kind === "link" || !anySelected(view))) choose(view, node.id);
  });
  for (const column of view.columns) {
    on(column.scroller, "scroll", () => onScroll(view, column), { passive: true });
    for (const name of ["wheel", "pointerdown", "touchmove", "keydown"]) on(column.scroller, name, () => (view.driver = column), { passive: true });
    on(column.bar, "click", (event) => onBar(column, event));
  }
  const sizes = new ResizeObserver(() => fit(view));
  for (const node of [view.root, ...view.columns.map((column) => column.list)]) sizes.observe(node);
  view.stop = () => {
    stop.abort();
    sizes.disconnect();
    cancelAnimationFrame(view.redraw);
  };
}

/** What outlives a new drawing (a correction, another strictness, another theme): the places of the columns, the switch. */
function carryOver(view, last) {
  setTogether(view, last.together);
  for (const column of view.columns) {
    const before = last.columns.find((other) => other.key === column.key);
    if (before) column.scroller.scrollTop = column.lastTop = before.lastTop;
  }
  view.open = last.open;
  view.opened = last.opened;
  const from = last.mode?.from;
  view.mode = !from || view.spots.has(placeAt(from)) ? last.mode : null;
}

/** Take up the pick of the last drawing, with its fact; what stands where it stood is not moved. */
function resume(view, last) {
  const chosen = last.fact === null ? null : last.data.facts[last.fact].id;
  pick(view, last.picked, { focus: false, still: view.kept });
  const fact = view.spots.get(view.picked).sentence.facts.find((number) => view.data.facts[number].id === chosen);
  if (fact !== undefined) chooseFact(view, fact);
}

/** Called by the page with new data or a new theme. `data.pick` is a sentence to open at, used once. */
export default function reading({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".reading");
  const last = root.view;
  root.desk ??= makeDesk();
  answered(root.desk);
  last?.stop();
  const view = makeView(root, data, last);
  view.tell = setTriggerValue;
  root.view = view;
  root.className = `reading ss ss-${getComputedStyle(root.getRootNode().host ?? root.parentElement).colorScheme === "dark" ? "dark" : "light"}`;
  drawView(view, last);
  fit(view);
  listen(view);
  if (last) carryOver(view, last);
  if (view.spots.has(last?.picked)) resume(view, last);
  else drawDock(view);
  const wanted = data.pick && placeAt(data.pick);
  if (wanted && wanted !== view.opened && view.spots.has(wanted)) {
    view.opened = wanted;
    pick(view, wanted);
  }
  return () => root.view.stop();
}

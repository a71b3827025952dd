// What the reader does: mouse, keys, scrolling, another size. Keys act only inside the view and never in a field.

const STEPS = {
  n: (view) => stepFlagged(view, 1),
  p: (view) => stepFlagged(view, -1),
  j: (view) => stepSentence(view, 1),
  k: (view) => stepSentence(view, -1),
  Escape: (view) => pick(view, null),
};
const LIST_STEPS = {
  ArrowDown: (view) => stepSentence(view, 1),
  ArrowUp: (view) => stepSentence(view, -1),
  ArrowRight: (view) => stepColumn(view, 1),
  ArrowLeft: (view) => stepColumn(view, -1),
};

/** Answer a key; those it does not know stay with the browser. */
function onKey(view, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, [contenteditable]")) return;
  const sentence = event.target.closest(".sentence");
  const picks = sentence && (event.key === "Enter" || event.key === " ");
  const step = picks ? () => pick(view, sentence.id) : (sentence && LIST_STEPS[event.key]) || STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  step(view);
}

/** Mark the partners of the sentence under the mouse, lightly; a text that scrolls under a resting mouse changes nothing. */
function onHover(view, event) {
  if (event.type === "mousemove" && !event.movementX && !event.movementY) return;
  const node = event.type === "mouseleave" ? null : event.target.closest(".sentence");
  if (node === view.hovered) return;
  view.hovered = node;
  for (const hinted of view.root.querySelectorAll(".hinted")) hinted.classList.remove("hinted");
  if (!node) return;
  for (const number of view.sentences.get(node.id).partners) {
    for (const end of view.data.links[number].ends) {
      const place = placeOf(end.key, end.sentence);
      if (place !== node.id) view.nodes.get(place).classList.add("hinted");
    }
  }
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
    drawBar(view, column);
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
    if (node && getSelection().isCollapsed) pick(view, node.id);
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

/** What outlives a new drawing (another strictness, another theme): the pick, the places of the columns, the switch. */
function carryOver(view, last) {
  if (!last) return;
  for (const column of view.columns) {
    const before = last.columns.find((other) => other.key === column.key);
    if (before) column.scroller.scrollTop = column.lastTop = before.lastTop;
  }
  setTogether(view, last.together);
  if (view.nodes.has(last.picked)) pick(view, last.picked, { focus: false });
}

/** Called by the page with new data or a new theme. `data.pick` is a sentence to open at, used once. */
export default function reading({ data, parentElement }) {
  const root = parentElement.querySelector(".reading");
  const last = root.view;
  root.className = `reading ss ss-${getComputedStyle(root.getRootNode().host ?? root.parentElement).colorScheme === "dark" ? "dark" : "light"}`;
  last?.stop();
  const view = makeView(root, data);
  root.view = view;
  drawView(view);
  fit(view);
  listen(view);
  carryOver(view, last);
  view.opened = last?.opened;
  const wanted = data.pick && placeOf(data.pick.key, data.pick.sentence);
  if (wanted && wanted !== view.opened && view.nodes.has(wanted)) {
    view.opened = wanted;
    pick(view, wanted);
  }
  return () => root.view.stop();
}

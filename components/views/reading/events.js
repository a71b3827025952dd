// What the reader does: mouse, keys, scrolling, another size. Keys act only inside the view and never in a field.

/** @import { Actions } from "./types.js" */
import { scrollToPress } from "./scrolling.js";
import { hasSelection } from "./selection.js";

/** @type {Record<string, (actions: Actions) => void>} */
const KEY_ACTIONS = {
  n: (actions) => actions.stepFlagged(1),
  p: (actions) => actions.stepFlagged(-1),
  j: (actions) => actions.stepSentence(1),
  k: (actions) => actions.stepSentence(-1),
  f: (actions) => actions.stepFact(1),
  F: (actions) => actions.stepFact(-1),
  e: (actions) => actions.toggleChosenCorrections(),
  l: (actions) => actions.startLink(),
  y: (actions) => actions.judgePartner("confirm_link"),
  x: (actions) => actions.judgePartner("reject_link"),
  u: (actions) => actions.step("undo"),
  U: (actions) => actions.step("redo"),
  Escape: (actions) => actions.escape(),
};

/** @type {Record<string, (actions: Actions) => void>} */
const LIST_ACTIONS = {
  ArrowDown: (actions) => actions.stepSentence(1),
  ArrowUp: (actions) => actions.stepSentence(-1),
  ArrowRight: (actions) => actions.stepColumn(1),
  ArrowLeft: (actions) => actions.stepColumn(-1),
};

/** The ways in which a reader begins to scroll a column. */
const SCROLL_STARTS = ["wheel", "pointerdown", "touchmove", "keydown"];

/**
 * Return the sentence in which something happened.
 * @param {EventTarget | null} target
 */
const sentenceAround = (target) => /** @type {Element} */ (target).closest(".sentence");

/**
 * Return what a key does; undefined for one that stays with the browser.
 * @param {KeyboardEvent} event
 */
function keyAction({ key, shiftKey, target }) {
  const sentence = sentenceAround(target);
  if (sentence && (key === "Enter" || key === " ")) return (/** @type {Actions} */ actions) => actions.choose(sentence.id);
  return (sentence && !shiftKey && LIST_ACTIONS[key]) || KEY_ACTIONS[key];
}

/**
 * Answer a key.
 * @param {Actions} actions
 * @param {KeyboardEvent} event
 */
function onKey(actions, event) {
  const field = /** @type {Element} */ (event.target).closest("input, select, textarea, [contenteditable]");
  if (event.ctrlKey || event.metaKey || event.altKey || field) return;
  const action = keyAction(event);
  if (!action) return;
  event.preventDefault();
  event.stopPropagation();
  action(actions);
}

/**
 * Answer the mouse moving over the columns; text that scrolls under a resting mouse changes nothing.
 * @param {Actions} actions
 * @param {MouseEvent} event
 */
function onMouseMove(actions, event) {
  if (actions.state.hovered !== null && !event.movementX && !event.movementY) return;
  actions.hover(/** @type {Element} */ (event.target));
}

/**
 * Answer a click on a sentence, unless it ends a selection.
 * @param {Actions} actions
 * @param {MouseEvent} event
 */
function onClick(actions, event) {
  const sentence = sentenceAround(event.target);
  const choosing = actions.state.mode?.kind === "link";
  if (sentence && (choosing || !hasSelection(actions.layout.stage))) actions.choose(sentence.id);
}

/**
 * Listen to the reader.
 * @param {Actions} actions
 * @returns {() => void} Ends it.
 */
export function listen(actions) {
  const { root, stage, columns } = actions.layout;
  const stop = new AbortController();
  const { signal } = stop;
  root.addEventListener("keydown", (event) => onKey(actions, event), { signal });
  stage.addEventListener("mousemove", (event) => onMouseMove(actions, event), { signal, passive: true });
  stage.addEventListener("mouseleave", () => actions.hover(null), { signal });
  stage.addEventListener("click", (event) => onClick(actions, event), { signal });
  for (const column of columns) {
    const { scroller, bar, key } = column;
    scroller.addEventListener("scroll", () => actions.follow(column), { signal, passive: true });
    for (const name of SCROLL_STARTS) scroller.addEventListener(name, () => actions.drive(key), { signal, passive: true });
    bar.addEventListener("click", (event) => scrollToPress(column, event.clientY), { signal });
  }
  const sizes = new ResizeObserver(() => actions.fit());
  for (const node of [root, ...columns.map(({ list }) => list)]) sizes.observe(node);
  return () => {
    stop.abort();
    sizes.disconnect();
  };
}

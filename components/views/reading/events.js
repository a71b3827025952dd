// What the reader does: mouse, keys, scrolling, another size. Keys act only inside the view and never in a field.

/** @import { Actions } from "./types.js" */
import { scrollToPress } from "./scrolling.js";
import { hasSelection } from "./selection.js";
import { eventKey, SHORTCUTS } from "./shortcuts.js";

/** @typedef {(actions: Actions) => void} Action */

/** @type {(actions: [shortcut: string, action: Action][]) => ReadonlyMap<string, Action>} */
const byEventKey = (actions) => new Map(actions.map(([shortcut, action]) => [eventKey(shortcut), action]));

const KEY_ACTIONS = byEventKey([
  [SHORTCUTS.next, (actions) => actions.stepFlagged(1)],
  [SHORTCUTS.previous, (actions) => actions.stepFlagged(-1)],
  ["j", (actions) => actions.stepSentence(1)],
  ["k", (actions) => actions.stepSentence(-1)],
  [SHORTCUTS.nextFact, (actions) => actions.stepFact(1)],
  [SHORTCUTS.previousFact, (actions) => actions.stepFact(-1)],
  [SHORTCUTS.correctFact, (actions) => actions.toggleChosenCorrections()],
  [SHORTCUTS.link, (actions) => actions.startLink()],
  [SHORTCUTS.confirm, (actions) => actions.judgePartner("confirm_link")],
  [SHORTCUTS.reject, (actions) => actions.judgePartner("reject_link")],
  [SHORTCUTS.undo, (actions) => actions.step("undo")],
  [SHORTCUTS.redo, (actions) => actions.step("redo")],
  [SHORTCUTS.cancel, (actions) => actions.escape()],
]);

/** These act on a sentence alone. */
const SENTENCE_KEY_ACTIONS = byEventKey([
  [SHORTCUTS.below, (actions) => actions.stepSentence(1)],
  [SHORTCUTS.above, (actions) => actions.stepSentence(-1)],
  [SHORTCUTS.after, (actions) => actions.stepColumn(1)],
  [SHORTCUTS.before, (actions) => actions.stepColumn(-1)],
]);

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
 * @returns {Action | undefined}
 */
function keyAction({ key, shiftKey, target }) {
  const sentence = sentenceAround(target);
  if (sentence && (key === "Enter" || key === " ")) return (actions) => actions.choose(sentence.id);
  return (sentence && !shiftKey && SENTENCE_KEY_ACTIONS.get(key)) || KEY_ACTIONS.get(key);
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

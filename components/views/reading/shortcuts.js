// The keys: what each is for. Buttons show them as hints, the legend lists them, events.js acts on them.

/** Keys as they are shown, by what they do. */
export const SHORTCUTS = Object.freeze({
  above: "↑",
  below: "↓",
  before: "←",
  after: "→",
  next: "n",
  previous: "p",
  nextFact: "f",
  previousFact: "Shift+f",
  correctFact: "e",
  confirm: "y",
  reject: "x",
  link: "l",
  undo: "u",
  redo: "Shift+u",
  cancel: "Esc",
});

/** Keys that belong together, and what they do in words. @type {[keys: string[], words: string][]} */
export const SHORTCUT_HELP = [
  [[SHORTCUTS.above, SHORTCUTS.below], "sentence above, below"],
  [[SHORTCUTS.before, SHORTCUTS.after], "the column before, after"],
  [
    [SHORTCUTS.next, SHORTCUTS.previous],
    "next, previous sentence that is only here, partly shared or differing, as the bars show",
  ],
  [[SHORTCUTS.nextFact, SHORTCUTS.previousFact], "next, previous fact of the picked sentence"],
  [[SHORTCUTS.correctFact], "corrections of the fact"],
  [[SHORTCUTS.confirm, SHORTCUTS.reject], "confirm, reject the link to the partner in hand"],
  [[SHORTCUTS.link], "link by hand"],
  [[SHORTCUTS.undo, SHORTCUTS.redo], "undo, redo"],
  [[SHORTCUTS.cancel], "cancel, clear"],
];

/** @type {Readonly<Record<string, string>>} */
const EVENT_KEYS = { "↑": "ArrowUp", "↓": "ArrowDown", "←": "ArrowLeft", "→": "ArrowRight", Esc: "Escape" };

/**
 * Return the name that keyboard events give a shortcut: "Shift+f" is "F".
 * @param {string} shortcut
 */
export const eventKey = (shortcut) =>
  EVENT_KEYS[shortcut] ?? (shortcut.startsWith("Shift+") ? shortcut.slice("Shift+".length).toUpperCase() : shortcut);

// The line above the columns: what the signs mean, the switch that makes the columns scroll together, and the keys.

/** @import { LegendElements, Payload } from "./types.js" */
import { createButton, createElement } from "./elements.js";

const KEYS = [
  ["↑ ↓", "sentence above, below"],
  ["← →", "the column before, after"],
  ["n p", "next, previous sentence that is only here, partly shared or differing, as the bars show"],
  ["f Shift+f", "next, previous fact of the picked sentence"],
  ["e", "corrections of the fact"],
  ["y x", "confirm, reject the link to the partner in hand"],
  ["l", "link by hand"],
  ["u Shift+u", "undo, redo"],
  ["Esc", "cancel, clear"],
];

/**
 * Create the legend line with its two buttons, and the keys below when they are asked for.
 * @param {Payload} payload
 * @param {() => void} toggleTogether
 * @returns {LegendElements}
 */
export function createLegend(payload, toggleTogether) {
  const toggle = createButton("scroll together", toggleTogether);
  toggle.classList.add("together");
  const items = payload.legend.map(([symbol, label]) => createElement("span", "", createElement("b", "", symbol), ` ${label}`));
  const words = createElement("span", "", createElement("mark", "ss-words", "dotted"), " what only one side tells");
  const sign = createElement("mark", "ss-differs", "double", createElement("sup", "", "≠"));
  const differing = createElement("span", "differing", sign, " details differ");
  const switches = createElement("span", "switches", toggle, createHelp());
  const frame = createElement("div", "legend", ...items, words, differing, switches);
  frame.hidden = payload.columns.length < 2;
  return { frame, toggle, differing };
}

/** Create the list of keys, folded: it opens and closes by itself, by mouse or keyboard. */
function createHelp() {
  const rows = KEYS.map(([keys, meaning]) =>
    createElement("p", "", ...keys.split(" ").flatMap((key) => [createElement("kbd", "", key), " "]), meaning),
  );
  return createElement("details", "help", createElement("summary", "button", "keys"), createElement("div", "", ...rows));
}

/**
 * Show whether the columns scroll together.
 * @param {LegendElements} legend
 * @param {boolean} together
 */
export const drawToggle = ({ toggle }, together) => toggle.setAttribute("aria-pressed", String(together));

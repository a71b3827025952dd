// The line above the columns: what the signs mean, the switch that makes the columns scroll together, and the keys.

/** @import { LegendElements, Payload } from "./types.js" */
import { createButton, createElement } from "./elements.js";
import { SHORTCUT_HELP } from "./shortcuts.js";

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
  const rows = SHORTCUT_HELP.map(([keys, words]) =>
    createElement("p", "", ...keys.flatMap((key) => [createElement("kbd", "", key), " "]), words),
  );
  return createElement("details", "help", createElement("summary", "button", "keys"), createElement("div", "", ...rows));
}

/**
 * Show whether the columns scroll together.
 * @param {LegendElements} legend
 * @param {boolean} together
 */
export const drawToggle = ({ toggle }, together) => toggle.setAttribute("aria-pressed", String(together));

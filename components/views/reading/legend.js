// The line above the columns: what the signs mean, the switch that makes the columns scroll together, and the keys.

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

/** The legend line with its two buttons, and the keys below when they are asked for. It outlives a drawing of the same texts. */
function makeLegend(view) {
  const { root } = view;
  const toggle = makeButton("scroll together", () => setTogether(root.view, !root.view.together));
  toggle.classList.add("together");
  const items = view.data.legend.map(([symbol, label]) => make("span", "", make("b", "", symbol), ` ${label}`));
  const words = make("span", "", make("mark", "ss-words", "dotted"), " what only one side tells");
  const differs = make("span", "", make("mark", "ss-differs", "double", make("sup", "", "≠")), " details differ");
  differs.classList.add("differing");
  const legend = make("div", "legend", ...items, words, differs, make("span", "switches", toggle, makeHelp()));
  legend.hidden = view.columns.length < 2;
  return legend;
}

/** The keys, folded: it opens and closes by itself, by mouse or keyboard. */
function makeHelp() {
  const rows = KEYS.map(([keys, what]) => make("p", "", ...keys.split(" ").flatMap((key) => [make("kbd", "", key), " "]), what));
  return make("details", "help", make("summary", "button", "keys"), make("div", "", ...rows));
}

/** Let the columns scroll together, or each alone. */
function setTogether(view, on) {
  view.together = on;
  view.legend.querySelector(".together").setAttribute("aria-pressed", String(on));
}

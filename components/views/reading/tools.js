// The corrections that the dock offers: buttons at a partner, at a fact, at a pair of details, and for the last step.

/** A button that corrects: it acts only while no other correction is being worked in. */
function makeTool(view, label, action, wishes = {}) {
  const button = makeButton(label, action, wishes);
  button.classList.add("tool");
  if (view.root.desk.waiting) button.setAttribute("aria-disabled", "true");
  // A press keeps the selection, which may be the part that is meant.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  return button;
}

/** Buttons in a row. */
const makeTools = (...buttons) => make("div", "tools", ...buttons);

/** Undo and redo; what each would do stands in its name. */
function makeSteppers(view) {
  return [["Undo", "undo", "u"], ["Redo", "redo", "Shift+u"]].map(([label, verb, keyName]) => {
    const what = view.data[verb];
    const button = makeTool(view, label, () => sendStep(view, verb), { keyName, title: what ? `${label}: ${what}` : label });
    button.name = verb;
    button.disabled = !what;
    button.title = what || `nothing to ${verb}`;
    return button;
  });
}

/** Confirm or reject the link to a partner. The keys are told at the partner that they are about. */
function makeLinkTools(view, link, place) {
  const ends = wholeEnds(view, place);
  const inHand = place === partnerInHand(view);
  const about = `${view.nameOf(view.picked)} and ${view.nameOf(place)}`;
  const confirm = makeTool(view, "Confirm link", () => sendLink(view, "confirm_link", ends), {
    keyName: inHand ? "y" : "",
    title: `Confirm link of ${about}`,
  });
  const reject = makeTool(view, "Reject link", () => sendLink(view, "reject_link", ends), {
    keyName: inHand ? "x" : "",
    title: `Reject link of ${about}`,
  });
  return makeTools(...(link.by_hand ? [] : [confirm]), reject);
}

/** Link the picked sentence, or its selected part, to the nearest passage. */
function makeNearestTools(view, place) {
  const title = `Link by hand: ${view.nameOf(view.picked)} and ${view.nameOf(place)}`;
  const link = () => sendLink(view, "confirm_link", [endOf(view, view.picked), endOf(view, place)]);
  return makeTools(makeTool(view, "Link by hand", link, { title }));
}

/** A pair of sentences that a person says are no link, with the way back. */
function makeRejected(view, place) {
  const ends = wholeEnds(view, place);
  const title = `Take back: ${view.nameOf(view.picked)} and ${view.nameOf(place)} are linked`;
  const back = makeTool(view, "Take back", () => sendLink(view, "confirm_link", ends), { title });
  const row = makeRow(view, place, [], `go to ${view.nameOf(place)}, rejected by hand`);
  return make("article", "card", make("p", "nearest", make("b", "", "link rejected by hand")), row, makeTools(back));
}

/** Say that a pair of details holds, or is no difference. */
function makeDifferenceTools(view, pair) {
  const about = pair.tag || pair.heading;
  const tool = (label, verb) => makeTool(view, label, () => send(view, { do: verb, difference: pair.index }), { title: `${label}: ${about}` });
  return makeTools(
    ...(pair.checked === "checked" ? [] : [tool("Holds", "check_difference")]),
    ...(pair.checked === "none" ? [] : [tool("No difference", "no_difference")]),
  );
}

/** At a fact: the way to its corrections, or, while a fact waits to be merged, the way to merge it with this one. */
function makeFactTools(view, number) {
  const { id } = view.data.facts[number];
  const words = factWords(view, number, view.picked);
  if (view.mode?.kind === "merge") {
    if (view.mode.fact === id) return [make("span", "soft", "the fact to merge")];
    const merge = () => send(view, { do: "merge_facts", facts: [view.mode.fact, id] });
    return [makeTool(view, "Merge with this", merge, { title: `Merge with this: ${words}` })];
  }
  const more = makeButton("Correct…", () => toggleTools(view, number), { keyName: view.fact === number ? "e" : "", title: `Correct… ${words}` });
  more.setAttribute("aria-expanded", String(view.open.has(id)));
  return [more];
}

/** Open or close the corrections of a fact. */
function toggleTools(view, number) {
  const { id } = view.data.facts[number];
  if (!view.open.delete(id)) view.open.add(id);
  view.relabelling = null;
  drawDock(view);
  view.dock.querySelector(`[data-fact="${number}"]`).scrollIntoView({ block: "nearest" });
}

/** All corrections of a fact: its state in each other column, then the rest. */
function makeFactCorrections(view, number) {
  const fact = view.data.facts[number];
  const { key, sentence } = endOf(view, view.picked, null);
  const checked = makeTool(view, "Mark as checked", () => send(view, { do: "check_fact", fact: fact.id }));
  const relabel = makeTool(view, "Relabel…", () => openField(view, fact.id));
  const split = makeTool(view, "Split off", () => send(view, { do: "split_fact", fact: fact.id, mentions: [[key, sentence]] }), {
    title: `Split off: what ${view.nameOf(view.picked)} states is a fact of its own`,
  });
  const merge = makeTool(view, "Merge with…", () => startMerge(view, number));
  const rest = [...(fact.checked ? [] : [checked]), relabel, ...(fact.places > 1 ? [split] : []), merge];
  const last = view.relabelling === fact.id ? makeField(view, number) : makeTools(...rest);
  return make("div", "corrections", ...statesElsewhere(view, number).map((state) => makeStates(view, fact, state)), last);
}

/** The four states of a fact in one column; the present one is pressed. */
function makeStates(view, fact, { key, status }) {
  const choices = view.data.states.map(([name, symbol, label]) => {
    const set = () => send(view, { do: "set_presence", fact: fact.id, key, status: name });
    const button = makeTool(view, `${symbol} ${label}`, set, { title: `${key}: ${symbol} ${label}` });
    button.setAttribute("aria-pressed", String(name === status));
    return button;
  });
  const group = make("div", `tools states ss-${key}`, make("b", "tag", key), ...choices);
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", `State of this fact in ${key}`);
  return group;
}

/** Open or close (null) the field for another label. */
function openField(view, id) {
  view.relabelling = id;
  drawDock(view);
  view.dock.querySelector("input")?.select();
}

/** The field for another label. Keys typed in it stay in it. */
function makeField(view, number) {
  const fact = view.data.facts[number];
  const field = make("input", "field");
  field.value = fact.label || factWords(view, number, view.picked);
  field.name = "label";
  field.setAttribute("aria-label", "Another label for this fact");
  const close = () => {
    openField(view, null);
    view.dock.querySelector(`[data-fact="${number}"] .claim`).focus();
  };
  const save = () => {
    const value = field.value.trim();
    view.relabelling = null;
    if (value) send(view, { do: "label_fact", fact: fact.id, value });
    else drawDock(view);
  };
  field.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter" && !event.isComposing) save();
    if (event.key === "Escape") close();
  });
  return make("div", "tools", field, makeTool(view, "Save", save), makeButton("Cancel", close, { title: "Cancel relabelling" }));
}

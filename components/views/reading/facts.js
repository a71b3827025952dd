// The facts of the picked sentence, as rows of the dock: their words, their states in the other columns, their corrections.

/** @import { DockContext, FactState, SentenceId } from "./types.js" */
/** @import { Story } from "./story.js" */
import { createOffer, createOffers, factOffers, mergeOffer, stateOffers } from "./corrections.js";
import { createButton, createElement } from "./elements.js";
import { SHORTCUTS } from "./shortcuts.js";

/**
 * Return a fact in words: which of the sentence it is, its words, its state in each other column.
 * @param {Story} story
 * @param {SentenceId} picked
 * @param {number} number
 */
export function spokenFact(story, picked, number) {
  const { facts } = story.sentence(picked);
  const states = story.statesElsewhere(number, picked).map((state) => `${state.key}: ${story.stateWords(state)}`);
  return `Fact ${facts.indexOf(number) + 1} of ${facts.length}: ${story.factWords(number, picked)}. ${states.join("; ")}.`;
}

/**
 * Return the row of a fact in the dock, if it has one.
 * @param {Element} dock
 * @param {number} number
 */
export const factRow = (dock, number) => dock.querySelector(`[data-fact="${number}"]`);

/**
 * Create the rows of the picked sentence's facts, in its order.
 * @param {DockContext} context
 */
export function createFacts(context) {
  const { facts } = context.story.sentence(context.picked);
  if (!facts.length) return [];
  const rows = facts.map((number) => createFact(context, number));
  const heading = createElement("h4", "", facts.length === 1 ? "The fact it states" : `The ${facts.length} facts it states`);
  return [createElement("section", "facts", heading, ...rows)];
}

/**
 * Create one fact: its words here, what it is called where that is other words, its state in the other columns, its corrections.
 * @param {DockContext} context
 * @param {number} number
 */
function createFact(context, number) {
  const { story, state, picked, actions } = context;
  const fact = story.payload.facts[number];
  const chosen = state.fact === number;
  const words = story.factWords(number, picked);
  const claim = createButton(words, () => actions.chooseFact(chosen ? null : number));
  claim.classList.add("claim");
  claim.setAttribute("aria-pressed", String(chosen));
  const states = story.statesElsewhere(number, picked).map((each) => {
    const tag = createElement("b", "tag", each.key);
    const symbol = createElement("span", each.status === "differs" ? "sign differs" : "sign", story.symbol(each.status));
    const added = each.adds.length ? [createElement("span", "soft", ` also: ${each.adds.join("; ")}`)] : [];
    return createElement("span", `state ss-${each.key}`, tag, " ", symbol, ` ${story.stateWords(each)}`, ...added);
  });
  const text = story.labelText(number);
  const label = text && text !== words ? [createElement("span", "soft", "one fact with “", ...createLabel(fact.label), "”")] : [];
  const notes = [...label, ...(fact.checked ? [createElement("span", "soft", "✓ checked")] : [])];
  const line = createElement("div", "line", ...states, ...notes, createFactButton(context, number, words));
  const row = createElement("div", `fact${chosen ? " chosen" : ""}`, claim, line);
  row.dataset.fact = String(number);
  if (state.expanded.has(fact.id)) row.append(createCorrections(context, number));
  for (const name of ["mouseenter", "focusin"]) row.addEventListener(name, () => actions.lightFact(number));
  for (const name of ["mouseleave", "focusout"]) row.addEventListener(name, () => actions.lightChosenFact());
  return row;
}

/**
 * Create the pieces of a label: what is ours stands apart from the words of an article.
 * @param {[text: string, isOurs: boolean][]} pieces
 */
const createLabel = (pieces) => pieces.map(([text, isOurs]) => createElement("span", isOurs ? "ss-ours" : "", text));

/**
 * Create the way to a fact's corrections, or, while a fact waits to be merged, the way to merge it with this one.
 * @param {DockContext} context
 * @param {number} number
 * @param {string} words
 */
function createFactButton(context, number, words) {
  const { story, state, actions } = context;
  if (state.mode?.kind === "merge") {
    const offer = mergeOffer(context, number, state.mode.fact);
    return offer ? createOffer(offer, actions, state.waiting) : createElement("span", "soft", "the fact to merge");
  }
  const shortcut = state.fact === number ? SHORTCUTS.correctFact : "";
  const more = createButton("Correct…", () => actions.toggleCorrections(number), { shortcut, title: `Correct… ${words}` });
  more.setAttribute("aria-expanded", String(state.expanded.has(story.payload.facts[number].id)));
  return more;
}

/**
 * Create all corrections of a fact: its state in each other column, then the rest.
 * @param {DockContext} context
 * @param {number} number
 */
function createCorrections(context, number) {
  const { story, state, picked } = context;
  const { id } = story.payload.facts[number];
  const states = story.statesElsewhere(number, picked).map((each) => createStates(context, id, each));
  const rest = state.relabelling === id ? createLabelField(context, number) : createOffers(factOffers(context, number), context);
  return createElement("div", "corrections", ...states, rest);
}

/**
 * Create the states that a fact can have in one column; the present one is pressed.
 * @param {DockContext} context
 * @param {string} factId
 * @param {FactState} state
 */
function createStates(context, factId, state) {
  const choices = stateOffers(context, factId, state).map(({ status, offer }) => {
    const button = createOffer(offer, context.actions, context.state.waiting);
    button.setAttribute("aria-pressed", String(status === state.status));
    return button;
  });
  const group = createElement("div", `tools states ss-${state.key}`, createElement("b", "tag", state.key), ...choices);
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", `State of this fact in ${state.key}`);
  return group;
}

/**
 * Create the field for another label. Keys typed in it stay in it.
 * @param {DockContext} context
 * @param {number} number
 */
function createLabelField({ story, state, picked, actions }, number) {
  const { id } = story.payload.facts[number];
  const field = createElement("input", "field");
  field.value = story.labelText(number) || story.factWords(number, picked);
  field.name = "label";
  field.setAttribute("aria-label", "Another label for this fact");
  const close = () => actions.closeLabel(number);
  const save = () => actions.saveLabel(id, field.value.trim());
  field.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter" && !event.isComposing) save();
    if (event.key === "Escape") close();
  });
  const saveButton = createOffer({ label: "Save", act: save }, actions, state.waiting);
  return createElement("div", "tools", field, saveButton, createButton("Cancel", close, { title: "Cancel relabelling" }));
}

// The corrections: for each kind, where the dock offers it, what its button says, and what it sends to Python.

/** @import { Difference, FactState, Link, Payload, SentenceId } from "./types.js" */
/** @import { Actions, Correction, DockContext, LinkEnd, Mode, Offer, State } from "./types.js" */
/** @import { Story } from "./story.js" */
import { createButton, createElement } from "./elements.js";
import { SHORTCUTS } from "./shortcuts.js";
import { idOf, indexOf, keyOf } from "./story.js";

/** @typedef {"confirm_link" | "reject_link"} LinkVerb */
/** @typedef {"undo" | "redo"} StepVerb */

/**
 * Return a whole sentence as one end of a link.
 * @param {SentenceId} id
 * @returns {LinkEnd}
 */
const wholeEnd = (id) => ({ key: keyOf(id), sentence: indexOf(id), span: null });

/**
 * Return the correction that confirms or rejects the link between two sentences.
 * @param {LinkVerb} verb
 * @param {SentenceId} picked
 * @param {SentenceId} other
 * @returns {Correction}
 */
const judgeLink = (verb, picked, other) => ({ do: verb, ends: [wholeEnd(picked), wholeEnd(other)] });

/**
 * Return the correction that links two sentences, or parts of them, by hand.
 * @param {LinkEnd} from
 * @param {LinkEnd} to
 * @returns {Correction}
 */
export const linkByHand = (from, to) => ({ do: "confirm_link", ends: [from, to] });

/**
 * Return the correction that gives a fact another label.
 * @param {string} fact
 * @param {string} value
 * @returns {Correction}
 */
export const labelFact = (fact, value) => ({ do: "label_fact", fact, value });

/**
 * Return the partner that the keys to confirm and reject are about: the one brought beside, else the likeliest.
 * @param {Story} story
 * @param {Readonly<State>} state
 */
function currentPartner(story, { picked, beside }) {
  const partners = story.partners(picked);
  return beside !== null && partners.includes(beside) ? beside : partners[0];
}

/**
 * Return what confirms or rejects the link to the current partner; null when there is nothing to confirm or reject.
 * @param {Story} story
 * @param {Readonly<State>} state
 * @param {LinkVerb} verb
 */
export function judgePartner(story, state, verb) {
  const partner = currentPartner(story, state);
  if (state.picked === null || !partner) return null;
  if (verb === "confirm_link" && story.linkBetween(state.picked, partner)?.by_hand) return null;
  return judgeLink(verb, state.picked, partner);
}

/**
 * Return what undoes the last correction, or does it again; null when there is nothing to.
 * @param {Payload} payload
 * @param {StepVerb} verb
 * @returns {Correction | null}
 */
export const stepCorrection = (payload, verb) => (payload[verb] ? { do: verb } : null);

/**
 * Offer to confirm or reject the link to a partner. The keys stand at the partner that they are about.
 * @param {DockContext} context
 * @param {Link} link
 * @returns {Offer[]}
 */
export function partnerOffers({ story, state, picked }, link) {
  const partner = idOf(story.ends(link, picked)[1]);
  const current = partner === currentPartner(story, state);
  /** @type {(label: string, verb: LinkVerb, shortcut: string) => Offer} */
  const offer = (label, verb, shortcut) => ({
    label,
    title: `${label} of ${story.name(picked)} and ${story.name(partner)}`,
    shortcut: current ? shortcut : "",
    act: (actions) => actions.send(judgeLink(verb, picked, partner)),
  });
  const reject = offer("Reject link", "reject_link", SHORTCUTS.reject);
  return link.by_hand ? [reject] : [offer("Confirm link", "confirm_link", SHORTCUTS.confirm), reject];
}

/**
 * Offer to link the picked sentence, or its selected part, to the nearest passage.
 * @param {DockContext} context
 * @param {SentenceId} nearest
 * @returns {Offer[]}
 */
export function nearestOffers({ story, picked }, nearest) {
  const title = `Link by hand: ${story.name(picked)} and ${story.name(nearest)}`;
  /** @type {Offer["act"]} */
  const act = (actions) => actions.send(linkByHand(actions.selectedEnd(picked), actions.selectedEnd(nearest)));
  return [{ label: "Link by hand", title, act }];
}

/**
 * Offer the way back from a rejected link.
 * @param {DockContext} context
 * @param {SentenceId} other
 * @returns {Offer[]}
 */
export function rejectedOffers({ story, picked }, other) {
  const title = `Take back: ${story.name(picked)} and ${story.name(other)} are linked`;
  return [{ label: "Take back", title, act: (actions) => actions.send(judgeLink("confirm_link", picked, other)) }];
}

/**
 * Offer to link the picked sentence by hand: the other end is chosen in another column.
 * @param {DockContext} context
 * @returns {Offer}
 */
export const linkOffer = ({ story, picked }) => ({
  label: "Link by hand",
  title: `Link by hand: ${story.name(picked)}`,
  shortcut: SHORTCUTS.link,
  act: (actions) => actions.startLink(),
});

/**
 * Offer to say that a pair of details holds, or is no difference.
 * @param {Difference} pair
 * @returns {Offer[]}
 */
export function differenceOffers({ index, tag, heading, checked }) {
  /** @type {(label: string, verb: "check_difference" | "no_difference") => Offer} */
  const offer = (label, verb) => ({
    label,
    title: `${label}: ${tag || heading}`,
    act: (actions) => actions.send({ do: verb, difference: index }),
  });
  return [
    ...(checked === "checked" ? [] : [offer("Holds", "check_difference")]),
    ...(checked === "none" ? [] : [offer("No difference", "no_difference")]),
  ];
}

/**
 * Offer to merge a fact with the one that waits for it; null at that one itself.
 * @param {DockContext} context
 * @param {number} number
 * @param {string} waiting Id of the fact that waits.
 * @returns {Offer | null}
 */
export function mergeOffer({ story, picked }, number, waiting) {
  const { id } = story.payload.facts[number];
  if (waiting === id) return null;
  return {
    label: "Merge with this",
    title: `Merge with this: ${story.factWords(number, picked)}`,
    act: (actions) => actions.send({ do: "merge_facts", facts: [waiting, id] }),
  };
}

/**
 * Offer all corrections of a fact but those of its states.
 * @param {DockContext} context
 * @param {number} number
 * @returns {Offer[]}
 */
export function factOffers({ story, picked }, number) {
  const { id, checked, places } = story.payload.facts[number];
  /** @type {Offer[]} */
  const offers = [];
  if (!checked) offers.push({ label: "Mark as checked", act: (actions) => actions.send({ do: "check_fact", fact: id }) });
  offers.push({ label: "Relabel…", act: (actions) => actions.openLabel(id) });
  if (places > 1) {
    offers.push({
      label: "Split off",
      title: `Split off: what ${story.name(picked)} states is a fact of its own`,
      act: (actions) => actions.send({ do: "split_fact", fact: id, mentions: [[keyOf(picked), indexOf(picked)]] }),
    });
  }
  offers.push({ label: "Merge with…", act: (actions) => actions.startMerge(number) });
  return offers;
}

/**
 * Offer the states that a fact can have in one column, each with its status.
 * @param {DockContext} context
 * @param {string} factId
 * @param {FactState} state
 */
export function stateOffers({ story }, factId, { key }) {
  return story.payload.states.map(([status, symbol, label]) => {
    /** @type {Offer} */
    const offer = {
      label: `${symbol} ${label}`,
      title: `${key}: ${symbol} ${label}`,
      act: (actions) => actions.send({ do: "set_presence", fact: factId, key, status }),
    };
    return { status, offer };
  });
}

/**
 * Create the buttons that undo and redo; what each would do stands in its name.
 * @param {Payload} payload
 * @param {Actions} actions
 * @param {boolean} waiting
 */
export function createStepButtons(payload, actions, waiting) {
  /** @type {[label: string, verb: StepVerb, shortcut: string][]} */
  const steps = [["Undo", "undo", SHORTCUTS.undo], ["Redo", "redo", SHORTCUTS.redo]];
  return steps.map(([label, verb, shortcut]) => {
    const change = payload[verb];
    const offer = { label, shortcut, title: change ? `${label}: ${change}` : label, act: () => actions.step(verb) };
    const button = createOffer(offer, actions, waiting);
    button.name = verb;
    button.disabled = !change;
    button.title = change || `nothing to ${verb}`;
    return button;
  });
}

/**
 * Create the button of an offer: it acts only while no other correction is being worked in.
 * @param {Offer} offer
 * @param {Actions} actions
 * @param {boolean} waiting
 */
export function createOffer({ label, title, shortcut, act }, actions, waiting) {
  const button = createButton(label, () => act(actions), { title, shortcut });
  button.classList.add("tool");
  if (waiting) button.setAttribute("aria-disabled", "true");
  // A press keeps the selection, which may be the part that is meant.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  return button;
}

/**
 * Create the buttons of offers in a row.
 * @param {readonly Offer[]} offers
 * @param {DockContext} context
 */
export const createOffers = (offers, { actions, state }) =>
  createElement("div", "tools", ...offers.map((offer) => createOffer(offer, actions, state.waiting)));

/**
 * Return what is to be done next in a correction that takes a second choice.
 * @param {Mode} mode
 */
export function modeWords(mode) {
  if (mode.kind === "merge") {
    return `Pick the sentence that states the same as “${mode.words}”, then “Merge with this” at the fact; Esc cancels.`;
  }
  const part = mode.from.span ? ", the selected part," : "";
  const from = `${mode.from.key} ${mode.from.sentence + 1}${part}`;
  return `Link ${from} by hand: choose the passage in another column, by click or Enter; Esc cancels.`;
}

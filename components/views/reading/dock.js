// The dock: the picked sentence, details that differ, partners and why they are linked, facts; where to look when there is none.

/** @import { Difference, Link, LinkedSentence, Mark, SentenceId, UnmatchedColumn } from "./types.js" */
/** @import { Actions, DockContext, State } from "./types.js" */
/** @import { Layout } from "./layout.js" */
/** @import { Story } from "./story.js" */
import {
  createOffer,
  createOffers,
  createStepButtons,
  differenceOffers,
  linkOffer,
  modeWords,
  nearestOffers,
  partnerOffers,
  rejectedOffers,
} from "./corrections.js";
import { createButton, createElement, fillText } from "./elements.js";
import { createFacts } from "./facts.js";
import { SHORTCUTS } from "./shortcuts.js";
import { differingDetails, idOf, outletClass } from "./story.js";
import { differingMarks, lengthOf } from "./text.js";

const NOTHING_PICKED =
  "Pick a sentence: what matches it in the other columns comes up beside it, with the words that differ and the reasons.";
const CHECKED = { "": "", checked: "checked by hand: holds", none: "checked by hand: no difference" };

/**
 * Fill the dock for the picked sentence, or say how to pick one. What had the focus has it again, or what stands for it.
 * @param {Layout} layout
 * @param {Story} story
 * @param {Readonly<State>} state
 * @param {Actions} actions
 */
export function drawDock(layout, story, state, actions) {
  const { dock } = layout;
  /** @type {Element & {name?: string} | null} */
  const focused = layout.focused();
  const focusedName = focused && dock.contains(focused) ? (focused.name ?? "") : null;
  const { picked } = state;
  const context = picked === null ? null : { story, state, picked, actions };
  const head = createElement("div", "where", ...createHead(story, picked), createSteps(story, state, actions, context));
  const body = context ? createBody(context) : [createElement("p", "soft", NOTHING_PICKED)];
  dock.replaceChildren(head, createElement("div", "content", ...body));
  dock.setAttribute("aria-busy", String(state.waiting));
  layout.root.classList.toggle("choosing", state.mode?.kind === "link");
  layout.speak(context ? spokenSummary(context) : "");
  if (focusedName !== null) restoreFocus(layout, picked, focusedName);
}

/**
 * Give the focus to the control of this name, or to the picked sentence when there is none any more.
 * @param {Layout} layout
 * @param {SentenceId | null} picked
 * @param {string} name
 */
function restoreFocus(layout, picked, name) {
  /** @type {NodeListOf<HTMLButtonElement | HTMLInputElement>} */
  const controls = layout.dock.querySelectorAll("button, input");
  const control = [...controls].find((node) => node.name === name && !node.disabled);
  (control ?? (picked === null ? layout.root : layout.sentence(picked).node)).focus({ preventScroll: true });
}

/**
 * Create the heading: which sentence, its state in words, which of the sentences worth a look it is.
 * @param {Story} story
 * @param {SentenceId | null} picked
 */
function createHead(story, picked) {
  const { flagged, flaggedWords } = story;
  const many = flagged.length;
  if (picked === null) {
    const count = `${many} of ${story.ids.length} sentences ${flaggedWords}`;
    return [createElement("h3", "", "Nothing picked"), createElement("p", "soft", count)];
  }
  const { symbol, label } = story.sentence(picked);
  const rank = flagged.indexOf(picked);
  const name = createElement("b", `tag ${outletClass(picked)}`, story.name(picked));
  const sentences = `${many} ${many === 1 ? "sentence" : "sentences"} ${flaggedWords}`;
  const count = rank < 0 ? sentences : `${rank + 1} of ${many} that are ${flaggedWords}`;
  return [createElement("h3", "", name, ` ${symbol} ${label}`), createElement("p", "soft", count)];
}

/**
 * Create the buttons to the previous and next sentence worth a look, to link by hand, and to undo.
 * @param {Story} story
 * @param {Readonly<State>} state
 * @param {Actions} actions
 * @param {DockContext | null} context
 */
function createSteps({ flagged, flaggedWords, payload }, { waiting }, actions, context) {
  const titles = { previous: `previous sentence ${flaggedWords}`, next: `next sentence ${flaggedWords}` };
  const previous = createButton("◂ previous", () => actions.stepFlagged(-1), { shortcut: SHORTCUTS.previous, title: titles.previous });
  const next = createButton("next ▸", () => actions.stepFlagged(1), { shortcut: SHORTCUTS.next, title: titles.next });
  previous.disabled = next.disabled = !flagged.length;
  const link = context ? [createOffer(linkOffer(context), actions, waiting)] : [];
  const wait = createElement("span", "soft wait", waiting ? "working the correction in…" : "");
  return createElement("div", "steps", previous, next, ...link, ...createStepButtons(payload, actions, waiting), wait);
}

/**
 * Create what is known of the picked sentence: what is to be done next, if anything is; its matches; its facts.
 * @param {DockContext} context
 */
function createBody(context) {
  return [...createMode(context), createElement("div", "matches", ...createMatches(context)), ...createFacts(context)];
}

/**
 * Create the line that says what is to be done next, with a way out.
 * @param {DockContext} context
 */
function createMode({ state, actions }) {
  if (!state.mode) return [];
  const cancel = createButton("Cancel", () => actions.cancel(), { shortcut: SHORTCUTS.cancel });
  return [createElement("p", "mode", `${modeWords(state.mode)} `, cancel)];
}

/**
 * Create each detail that differs, one card a partner, then a line for each column without one, then what a person rejected.
 * @param {DockContext} context
 */
function createMatches(context) {
  const { story, picked } = context;
  const rejected = story.rejectedPartners(picked);
  return [
    ...story.differences(picked).map((pair) => createDifference(context, pair)),
    ...story.links(picked).map((link) => createLinkCard(context, link)),
    ...story.sentence(picked).elsewhere.map((column) => createNearest(context, column, rejected)),
    ...rejected.map((id) => createRejected(context, id)),
  ];
}

/**
 * Create a pair of details: kind and verdict, how it was found, then the words of both. The sentence across is a button which
 * goes there.
 * @param {DockContext} context
 * @param {Difference} pair
 */
function createDifference(context, pair) {
  const { story, picked, actions } = context;
  const name = createElement("b", pair.tag ? "ss-verdict" : "ss-noted", [pair.tag, pair.heading].filter(Boolean).join(" "));
  const rows = pair.ends.map((end) => {
    const id = idOf(end);
    const label = story.name(id);
    const title = `bring ${label}, the other detail, beside ${story.name(picked)}`;
    const across = createButton(label, () => actions.bringBeside(id), { title });
    const sentence = id === picked ? createElement("b", "tag", label) : across;
    const words = createElement("span", "quote");
    fillText(words, end.text, pair.tag ? [[0, lengthOf(end.text), "differs", ""]] : []);
    return createElement("div", `passage ${outletClass(id)}`, sentence, words);
  });
  const notes = [CHECKED[pair.checked], pair.why].filter(Boolean).join("; ");
  const head = createElement("p", "", name, " ", createElement("span", "soft", notes));
  const both = createElement("div", "both", ...rows, createOffers(differenceOffers(pair), context));
  return createElement("article", "card difference", head, both);
}

/**
 * Create a partner: probability and extent in words, the reasons, then both passages with the words that differ.
 * @param {DockContext} context
 * @param {Link} link
 */
function createLinkCard(context, link) {
  const [near, far] = context.story.ends(link, context.picked);
  /** @type {[string, string[]][]} */
  const sides = [["For it", link.reasons], ["Against it", link.against]];
  const reasons = sides
    .filter(([, names]) => names.length)
    .map(([side, names]) => createElement("span", "soft", ` ${side}: ${names.join("; ")}.`));
  const judge = link.by_hand ? "confirmed by hand; the machine: " : "";
  const verdict = createElement("p", "verdict", createElement("b", "", `${judge}${link.words}`), `, ${link.extent}.`, ...reasons);
  const passages = [createPassage(context, near, false), createPassage(context, far, true)];
  return createElement("article", "card", verdict, ...passages, createOffers(partnerOffers(context, link), context));
}

/**
 * Create a passage of a link; that of the partner goes there.
 * @param {DockContext} context
 * @param {LinkedSentence} end
 * @param {boolean} partner
 */
function createPassage(context, end, partner) {
  const { story, picked } = context;
  const id = idOf(end);
  const marks = [...differingDetails(story.sentence(id)), ...differingMarks(end.differing)];
  return createRow(context, id, marks, partner ? `bring ${story.name(id)} beside ${story.name(picked)}` : "");
}

/**
 * Create a sentence with its name in the colour of its outlet; with a title the name is a button which goes there.
 * @param {DockContext} context
 * @param {SentenceId} id
 * @param {Mark[]} marks
 * @param {string} title
 */
function createRow({ story, actions }, id, marks, title) {
  const label = story.name(id);
  const name = title ? createButton(label, () => actions.bringBeside(id), { title }) : createElement("b", "tag", label);
  const text = createElement("span", "quote");
  fillText(text, story.sentence(id).text, marks);
  return createElement("div", `passage ${outletClass(id)}`, name, text);
}

/**
 * Create a column without a partner: its state in words, and the nearest passage as a button which goes there.
 * @param {DockContext} context
 * @param {UnmatchedColumn} column
 * @param {readonly SentenceId[]} rejected
 */
function createNearest(context, { key, label, sentence }, rejected) {
  const nearest = sentence === null ? null : idOf({ key, sentence });
  if (nearest === null || rejected.includes(nearest)) {
    return createElement("article", "card", createElement("p", "nearest", label));
  }
  const row = createRow(context, nearest, [], `go to the nearest passage, ${context.story.name(nearest)}`);
  const head = createElement("p", "nearest", createElement("b", "", label), "; nearest passage:");
  return createElement("article", "card", head, row, createOffers(nearestOffers(context, nearest), context));
}

/**
 * Create a pair of sentences that a person says are no link, with the way back.
 * @param {DockContext} context
 * @param {SentenceId} id
 */
function createRejected(context, id) {
  const row = createRow(context, id, [], `go to ${context.story.name(id)}, rejected by hand`);
  const head = createElement("p", "nearest", createElement("b", "", "link rejected by hand"));
  return createElement("article", "card", head, row, createOffers(rejectedOffers(context, id), context));
}

/**
 * Return what a screen reader says after a pick.
 * @param {DockContext} context
 */
function spokenSummary({ story, picked }) {
  const partners = story.links(picked).map((link) => {
    const judge = link.by_hand ? "confirmed by hand, " : "";
    return `${story.name(idOf(story.ends(link, picked)[1]))}, ${judge}${link.words}`;
  });
  const differences = story.differences(picked).map(({ tag, heading, why }) => `${tag} ${heading}: ${why}.`).join(" ");
  const summary = partners.length ? `Partners: ${partners.join("; ")}. ` : "";
  return `${story.name(picked)}, ${story.sentence(picked).label}. ${summary}${differences}`;
}

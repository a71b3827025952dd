// Which sentence or fact comes next by keyboard.

/** @import { SentenceId } from "./types.js" */
/** @import { Story } from "./story.js" */
import { indexOf, keyOf, sentenceId } from "./story.js";

/** @typedef {1 | -1} Step To the next, or to the previous. */

/**
 * Return the next or previous sentence worth a look, round the end; null when there is none.
 * @param {Story} story
 * @param {SentenceId | null} picked
 * @param {Step} step
 */
export function nextFlagged({ flagged, ids }, picked, step) {
  if (!flagged.length) return null;
  const rank = picked === null ? -1 : ids.indexOf(picked);
  const ranks = flagged.map((id) => ids.indexOf(id));
  const after = ranks.findIndex((other) => other > rank);
  const before = ranks.filter((other) => other < rank).length - 1;
  return flagged[step > 0 ? Math.max(after, 0) : (before + flagged.length) % flagged.length];
}

/**
 * Return the sentence after or before one in the same column; null when there is none.
 * @param {Story} story
 * @param {SentenceId} id
 * @param {Step} step
 */
export function nextSentence(story, id, step) {
  const next = sentenceId(keyOf(id), indexOf(id) + step);
  return story.has(next) ? next : null;
}

/**
 * Return the next or previous fact of a sentence, round the end; null when it states none.
 * @param {readonly number[]} facts
 * @param {number | null} chosen
 * @param {Step} step
 */
export function nextFact(facts, chosen, step) {
  if (!facts.length) return null;
  const index = chosen === null ? -1 : facts.indexOf(chosen);
  if (index < 0) return facts[step > 0 ? 0 : facts.length - 1];
  return facts[(index + step + facts.length) % facts.length];
}

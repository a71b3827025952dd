// What is outlined and lit in the columns: the picked sentence and its partners, the fact and the sentence under the mouse.

/** @import { SentenceId } from "./types.js" */
/** @import { Layout } from "./layout.js" */
/** @import { Story } from "./story.js" */
import { drawText } from "./columns.js";
import { idOf, sentenceId } from "./story.js";
import { commonSpans } from "./text.js";

const FACT_CLASS = "ss-fact-";

/** The elements that are lit now, so that the next light can put them out. */
export class Highlights {
  /** @type {Element[]} */
  #lit = [];

  /** @type {Element[]} */
  #hinted = [];

  /**
   * Mark every mention of one fact in the columns and along the bars; null marks none.
   * @param {Layout} layout
   * @param {Story} story
   * @param {number | null} number
   */
  lightFact(layout, story, number) {
    const mentions = number === null ? [] : story.payload.facts[number].mentions;
    const parts = mentions.map(([key, index]) => layout.sentence(sentenceId(key, index)).part);
    const stretches = number === null ? [] : layout.stage.querySelectorAll(`.${FACT_CLASS}${number}`);
    this.#lit = moveClass("lit", this.#lit, [...stretches, ...parts]);
  }

  /**
   * Mark the partners of the sentence under the mouse.
   * @param {Layout} layout
   * @param {readonly SentenceId[]} ids
   */
  hint(layout, ids) {
    this.#hinted = moveClass("hinted", this.#hinted, ids.map((id) => layout.sentence(id).node));
  }
}

/**
 * Take a class from some elements and give it to others, which are returned.
 * @param {string} name
 * @param {readonly Element[]} before
 * @param {Element[]} after
 */
function moveClass(name, before, after) {
  for (const node of before) node.classList.remove(name);
  for (const node of after) node.classList.add(name);
  return after;
}

/**
 * Return the fact under the mouse; of several the one in the fewest words, which says most exactly what is meant. Null for none.
 * @param {Story} story
 * @param {Element} target
 * @param {SentenceId} id
 */
export function factAt(story, target, id) {
  const node = target.closest(`[class*="${FACT_CLASS}"]`);
  if (!node) return null;
  const names = [...node.classList].filter((name) => name.startsWith(FACT_CLASS));
  const numbers = names.map((name) => Number(name.slice(FACT_CLASS.length)));
  /** @param {number} number */
  const length = (number) => story.factSpans(number, id).reduce((sum, [start, end]) => sum + end - start, 0);
  return numbers.reduce((best, number) => (length(number) < length(best) ? number : best));
}

/**
 * Take the outlines and the marked words away from sentences.
 * @param {Layout} layout
 * @param {Story} story
 * @param {readonly SentenceId[]} ids
 */
export function clearOutlines(layout, story, ids) {
  for (const id of ids) {
    const elements = layout.sentence(id);
    for (const each of [elements.node, elements.part]) each.classList.remove("picked", "partner", "beside");
    elements.node.setAttribute("aria-selected", "false");
    drawText(elements, story, id);
  }
}

/**
 * Outline a picked sentence and its partners. Marked in it: words that no partner has; in a partner: words that it has not.
 * @param {Layout} layout
 * @param {Story} story
 * @param {SentenceId} picked
 */
export function drawOutlines(layout, story, picked) {
  const elements = layout.sentence(picked);
  for (const each of [elements.node, elements.part]) each.classList.add("picked");
  elements.node.setAttribute("aria-selected", "true");
  layout.setTabStop(picked);
  const pairs = story.links(picked).map((link) => story.ends(link, picked));
  if (pairs.length) drawText(elements, story, picked, commonSpans(pairs.map(([end]) => end.differing)));
  for (const [, end] of pairs) {
    const partner = layout.sentence(idOf(end));
    for (const each of [partner.node, partner.part]) each.classList.add("partner");
    drawText(partner, story, idOf(end), end.differing);
  }
}

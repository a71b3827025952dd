// Text cut at its marks, and spans. Offsets count code points, as Python does; Array.from counts the same way, emoji included.

/** @import { Mark, Span } from "./types.js" */

/**
 * Count the code points of a text.
 * @param {string} text
 */
export const lengthOf = (text) => Array.from(text).length;

/**
 * Cut a text at its marks. Marks may overlap; a tag ends its piece.
 * @param {string} text
 * @param {readonly Mark[]} marks
 * @returns {[piece: string, classes: string, tag: string][]}
 */
export function splitByMarks(text, marks) {
  const letters = Array.from(text);
  const classes = letters.map(() => "");
  const tags = letters.map(() => "");
  for (const [start, end, kind, tag] of marks) {
    for (let i = start; i < Math.min(end, letters.length); i += 1) classes[i] += ` ss-${kind}`;
    if (tag && end <= letters.length) tags[end - 1] = tag;
  }
  /** @type {[string, string, string][]} */
  const pieces = [];
  letters.forEach((letter, i) => {
    if (i && classes[i] === classes[i - 1] && !tags[i - 1]) pieces[pieces.length - 1][0] += letter;
    else pieces.push([letter, classes[i].trim(), ""]);
    pieces[pieces.length - 1][2] = tags[i];
  });
  return pieces;
}

/**
 * Return the stretches that lie in every one of several lists of spans.
 * @param {Span[][]} lists
 * @returns {Span[]}
 */
export function commonSpans(lists) {
  return lists.reduce((common, spans) =>
    common.flatMap(([start, end]) =>
      spans
        .map(([from, to]) => /** @type {Span} */ ([Math.max(start, from), Math.min(end, to)]))
        .filter(([from, to]) => from < to),
    ),
  );
}

/**
 * Return the words at some spans of a text, with an ellipsis between them.
 * @param {string} text
 * @param {readonly Span[]} spans
 */
export function textAt(text, spans) {
  const letters = Array.from(text);
  return spans.map(([start, end]) => letters.slice(start, end).join("")).join(" … ");
}

/**
 * Return spans of words that differ as marks.
 * @param {readonly Span[]} spans
 * @returns {Mark[]}
 */
export const differingMarks = (spans) => spans.map(([start, end]) => [start, end, "words", ""]);

// What is selected with the mouse or by keyboard inside a sentence, counted as Python counts.

/** @import { Span } from "./types.js" */
import { lengthOf } from "./text.js";

/** @typedef {Node & {getSelection?: () => Selection | null}} SelectionRoot In Chromium a shadow root has its own. */

/**
 * Return the range selected around an element inside a shadow root, or null. Browsers differ in where they keep it.
 * @param {Element} element
 * @returns {AbstractRange | null}
 */
function selectedRange(element) {
  /** @type {SelectionRoot} */
  const root = element.getRootNode();
  const selection = root.getSelection?.() ?? getSelection();
  if (!selection) return null;
  if (!root.getSelection && root instanceof ShadowRoot && "getComposedRanges" in selection) {
    return selection.getComposedRanges({ shadowRoots: [root] })[0] ?? null;
  }
  return selection.rangeCount ? selection.getRangeAt(0) : null;
}

/**
 * Whether any text inside an element is selected.
 * @param {Element} element
 */
export function hasSelection(element) {
  const range = selectedRange(element);
  return range !== null && !range.collapsed && element.contains(range.startContainer);
}

/**
 * Count the code points of a sentence before a point in it; the signs of differing details (sup) are no part of it.
 * @param {Element} text
 * @param {Node} node
 * @param {number} offset
 */
function offsetIn(text, node, offset) {
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(node, offset);
  const copy = before.cloneContents();
  for (const sign of copy.querySelectorAll("sup")) sign.remove();
  return lengthOf(copy.textContent ?? "");
}

/**
 * Return the selected part of a sentence; null when it is nothing, reaches beyond, or is the whole sentence.
 * @param {Element} element The element that shows the sentence's text.
 * @param {string} text
 * @returns {Span | null}
 */
export function selectedSpan(element, text) {
  const range = selectedRange(element);
  if (!range || !element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  const start = offsetIn(element, range.startContainer, range.startOffset);
  const end = offsetIn(element, range.endContainer, range.endOffset);
  return start < end && end - start < lengthOf(text) ? [start, end] : null;
}

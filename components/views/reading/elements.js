// Small elements. Article text reaches the page through createTextNode only, never as markup.

/** @import { Mark } from "./types.js" */
import { splitByMarks } from "./text.js";

/**
 * Create an element with classes and children; a string child becomes a text node.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [classes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function createElement(tag, classes = "", ...children) {
  const node = document.createElement(tag);
  if (classes) node.className = classes;
  node.append(...children.map((child) => (typeof child === "string" ? document.createTextNode(child) : child)));
  return node;
}

/**
 * Create a real button that says what it does.
 * @param {string} label
 * @param {() => void} action
 * @param {{shortcut?: string, title?: string}} [options] `shortcut` is shown beside the label as a hint; `title` is the
 *   accessible name where the label says too little. The button's `name` finds it again in a new drawing.
 */
export function createButton(label, action, { shortcut = "", title = "" } = {}) {
  const button = createElement("button", "button", label);
  button.type = "button";
  button.name = title || label;
  if (title) button.setAttribute("aria-label", title);
  if (shortcut) {
    const hint = createElement("kbd", "", shortcut);
    hint.setAttribute("aria-hidden", "true");
    button.append(" ", hint);
    button.setAttribute("aria-keyshortcuts", shortcut);
  }
  button.addEventListener("click", action);
  return button;
}

/**
 * Create an SVG element.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} classes
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function createDrawing(tag, classes) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  node.setAttribute("class", classes);
  return node;
}

/**
 * Fill an element with a text and its marks. Where nothing but a fact lies ("fact-12") the stretch is no mark and looks like any
 * other.
 * @param {Element} node
 * @param {string} text
 * @param {readonly Mark[]} marks
 */
export function fillText(node, text, marks) {
  const parts = splitByMarks(text, marks).map(([piece, classes, tag]) => {
    if (!classes) return document.createTextNode(piece);
    const plain = classes.split(" ").every((name) => name.startsWith("ss-fact-"));
    return createElement(plain ? "span" : "mark", classes, piece, ...(tag ? [createElement("sup", "", tag)] : []));
  });
  node.replaceChildren(...parts);
}

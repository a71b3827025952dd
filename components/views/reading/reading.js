// The entry: called by the page with new data or a new theme. What is sent to the server is a correction, nothing else.

/** @import { ComponentArguments } from "./types.js" */
import { idOf } from "./story.js";
import { ReadingView } from "./view.js";

/** @type {WeakMap<Element, ReadingView>} */
const views = new WeakMap();

/**
 * Draw the view, or draw it again. `data.pick` is a sentence to open at, used once.
 * @param {ComponentArguments} component
 * @returns {() => void} Ends it.
 */
export default function reading({ data, parentElement, setTriggerValue }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".reading"));
  const view = views.get(root) ?? new ReadingView(root, data, setTriggerValue);
  if (views.has(root)) view.update(data, setTriggerValue);
  views.set(root, view);
  view.open(data.pick ? idOf(data.pick) : null);
  return () => view.stop();
}

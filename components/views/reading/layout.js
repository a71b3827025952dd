// The elements of the view, made once for the same texts, and found again by sentence or column.

/** @import { SentenceId } from "./types.js" */
/** @import { Story } from "./story.js" */
import { createColumn } from "./columns.js";
import { createDrawing, createElement } from "./elements.js";
import { createLegend } from "./legend.js";
import { indexOf, keyOf } from "./story.js";

/** The legend, the columns with the drawing over them, the dock, and what is spoken. */
export class Layout {
  /**
   * @param {HTMLElement} root
   * @param {Story} story
   * @param {() => void} toggleTogether
   */
  constructor(root, story, toggleTogether) {
    const { payload } = story;
    const many = payload.columns.length;
    /** @readonly */
    this.root = root;
    /** @readonly */
    this.columns = payload.columns.map((article, index) => createColumn(article, index === many - 1));
    /** @readonly */
    this.legend = createLegend(payload, toggleTogether);
    /** @readonly The lines between the picked sentence and its partners. */
    this.drawing = createDrawing("svg", "lines");
    this.drawing.setAttribute("aria-hidden", "true");
    /** @readonly */
    this.stage = createElement("div", many > 2 ? "stage many" : "stage", ...this.columns.map(({ frame }) => frame), this.drawing);
    this.stage.style.setProperty("--columns", String(many));
    /** @readonly What scrolls sideways where the columns are wider than the window. */
    this.wide = createElement("div", "wide", this.stage);
    /** @readonly */
    this.dock = createElement("section", "dock");
    this.dock.setAttribute("aria-label", "The picked sentence and its partners");
    /** @readonly What a screen reader says. */
    this.spoken = createElement("p", "ss-vh");
    this.spoken.setAttribute("aria-live", "polite");
    root.replaceChildren(this.legend.frame, this.wide, this.dock, this.spoken);
  }

  /**
   * Return the column in which a sentence stands.
   * @param {SentenceId} id
   */
  column(id) {
    const column = this.columns.find(({ key }) => key === keyOf(id));
    if (!column) throw new RangeError(`No column shows ${id}.`);
    return column;
  }

  /**
   * Return the elements of a sentence.
   * @param {SentenceId} id
   */
  sentence(id) {
    return this.column(id).sentences[indexOf(id)];
  }

  /** Return the element inside the view that has the focus. */
  focused() {
    const page = this.root.getRootNode();
    return page instanceof ShadowRoot || page instanceof Document ? page.activeElement : null;
  }

  /**
   * Make a sentence the one of its column that the Tab key stops at.
   * @param {SentenceId} id
   */
  setTabStop(id) {
    for (const { node } of this.column(id).sentences) node.tabIndex = -1;
    this.sentence(id).node.tabIndex = 0;
  }

  /**
   * Say something to a screen reader.
   * @param {string} words
   */
  speak(words) {
    this.spoken.textContent = words;
  }
}

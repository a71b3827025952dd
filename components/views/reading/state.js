// What is chosen and open, and each change of it. A state is never altered in place: every change makes a new one.

/** @import { Mode, SentenceId, State } from "./types.js" */
/** @import { Story } from "./story.js" */
import { idOf } from "./story.js";

/** The state of one reading view, and the only ways to change it. */
export class Store {
  /** @type {Readonly<State>} */
  #state = Object.freeze({
    picked: null,
    beside: null,
    fact: null,
    mode: null,
    relabelling: null,
    expanded: new Set(),
    opened: null,
    together: false,
    hovered: null,
    pointed: null,
    waiting: false,
    sent: 0,
  });

  /** A word that tells the corrections of this page from those of any other. */
  #nonce = Math.random().toString(36).slice(2);

  /** The present state. */
  get state() {
    return this.#state;
  }

  /** @param {Partial<State>} changes */
  #change(changes) {
    this.#state = Object.freeze({ ...this.#state, ...changes });
  }

  /**
   * Pick a sentence, or none (null). Another sentence has no fact chosen.
   * @param {SentenceId | null} id
   */
  pick(id) {
    if (id !== this.#state.picked) this.#change({ fact: null, relabelling: null });
    this.#change({ picked: id, beside: null });
  }

  /**
   * Note which sentence was brought beside the picked one.
   * @param {SentenceId} id
   */
  bringBeside(id) {
    this.#change({ beside: id });
  }

  /**
   * Choose a fact of the picked sentence, or none (null).
   * @param {number | null} number
   */
  chooseFact(number) {
    this.#change({ fact: number });
  }

  /**
   * Open or close the corrections of a fact.
   * @param {string} factId
   */
  toggleCorrections(factId) {
    const expanded = new Set(this.#state.expanded);
    if (!expanded.delete(factId)) expanded.add(factId);
    this.#change({ expanded, relabelling: null });
  }

  /**
   * Begin to write another label for a fact, or end it (null).
   * @param {string | null} factId
   */
  relabel(factId) {
    this.#change({ relabelling: factId });
  }

  /**
   * Begin a correction that takes a second choice, or end it (null).
   * @param {Mode | null} mode
   */
  setMode(mode) {
    this.#change({ mode });
  }

  /** Let the columns scroll together, or each alone. */
  toggleTogether() {
    this.#change({ together: !this.#state.together });
  }

  /**
   * Note what is under the mouse.
   * @param {SentenceId | null} hovered
   * @param {number | null} pointed
   */
  hover(hovered, pointed) {
    this.#change({ hovered, pointed });
  }

  /**
   * Note that the page asked for a sentence to be opened.
   * @param {SentenceId} id
   */
  open(id) {
    this.#change({ opened: id });
  }

  /** Begin to wait for the answer to a correction. Returns the number that goes with it, and the nonce of this page. */
  startCorrection() {
    this.#change({ sent: this.#state.sent + 1, waiting: true, mode: null });
    return { n: this.#state.sent, nonce: this.#nonce };
  }

  /** The answer came, or none did in time: the next correction may be sent. */
  endCorrection() {
    this.#change({ waiting: false });
  }

  /**
   * Keep only what outlives a new drawing (a correction, another strictness, another theme).
   * @param {Story} story
   */
  restart(story) {
    const { mode } = this.#state;
    const stands = mode?.kind !== "link" || story.has(idOf(mode.from));
    this.#change({ picked: null, beside: null, fact: null, relabelling: null, hovered: null, pointed: null });
    if (!stands) this.setMode(null);
  }
}

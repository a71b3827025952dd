// The reading view: what the reader does changes the state, and what depends on it is drawn again.

/** @import { Correction, LinkEnd, Mode, Payload, SentenceId, SetTriggerValue } from "./types.js" */
/** @import { Step } from "./navigation.js" */
import { align, drawLines, focusSentence, levelWith } from "./alignment.js";
import { drawBar, drawSentence, drawWindow } from "./columns.js";
import { judgePartner, labelFact, linkByHand, modeWords, stepCorrection } from "./corrections.js";
import { drawDock } from "./dock.js";
import { listen } from "./events.js";
import { factRow, spokenFact } from "./facts.js";
import { clearOutlines, drawOutlines, factAt, Highlights } from "./highlights.js";
import { Layout } from "./layout.js";
import { drawToggle } from "./legend.js";
import { nextFact, nextFlagged, nextSentence } from "./navigation.js";
import { ColumnScrolling, fitToPage, hostOf, scrollPageTo } from "./scrolling.js";
import { selectedSpan } from "./selection.js";
import { Store } from "./state.js";
import { indexOf, keyOf, Story } from "./story.js";

/** ms after which a correction that got no answer no longer keeps the next one waiting. */
const PATIENCE = 8000;

/** One reading view in the page, from its first payload on. */
export class ReadingView {
  #root;
  #story;
  #layout;
  #setTriggerValue;
  #store = new Store();
  #highlights = new Highlights();
  #scrolling = new ColumnScrolling();
  #timer = 0;

  /** @type {number | null} */
  #frame = null;

  /** @type {() => void} */
  #stopListening = () => {};

  /**
   * @param {HTMLElement} root
   * @param {Payload} payload
   * @param {SetTriggerValue} setTriggerValue
   */
  constructor(root, payload, setTriggerValue) {
    this.#root = root;
    this.#setTriggerValue = setTriggerValue;
    this.#story = new Story(payload);
    this.#layout = this.#createLayout();
    this.#draw();
    this.#drawDock();
  }

  /** What is chosen and open. */
  get state() {
    return this.#store.state;
  }

  /** The elements of the view. */
  get layout() {
    return this.#layout;
  }

  /**
   * Draw another payload, or the same in another theme. Where the texts are the same as before all elements stay, and what is
   * read stays where it is.
   * @param {Payload} payload
   * @param {SetTriggerValue} setTriggerValue
   */
  update(payload, setTriggerValue) {
    this.stop();
    this.#endCorrection();
    const { picked, fact } = this.state;
    const factId = fact === null ? null : this.#story.payload.facts[fact].id;
    const sameTexts = this.#story.hasSameTexts(payload);
    this.#setTriggerValue = setTriggerValue;
    this.#story = new Story(payload);
    this.#store.restart(this.#story);
    this.#highlights = new Highlights();
    if (!sameTexts) this.#layout = this.#createLayout();
    this.#draw();
    drawToggle(this.#layout.legend, this.state.together);
    this.#scrolling.restore(this.#layout.columns);
    if (this.#story.has(picked)) this.#resume(picked, factId, sameTexts);
    else this.#drawDock();
  }

  /** Stop listening, before new data or for good. */
  stop() {
    this.#stopListening();
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }

  /**
   * Open the sentence that the page asks for, once.
   * @param {SentenceId | null} id
   */
  open(id) {
    if (id === this.state.opened || !this.#story.has(id)) return;
    this.#store.open(id);
    this.pick(id);
  }

  // Drawing

  #createLayout() {
    return new Layout(this.#root, this.#story, () => this.toggleTogether());
  }

  /** Draw everything but the dock, with nothing picked, and listen. */
  #draw() {
    const { legend, dock, columns } = this.#layout;
    this.#root.className = `reading ss ss-${getComputedStyle(hostOf(this.#root)).colorScheme === "dark" ? "dark" : "light"}`;
    legend.differing.hidden = !this.#story.hasDifferences;
    dock.hidden = columns.length < 2;
    for (const id of this.#story.ids) drawSentence(this.#layout.sentence(id), this.#story, id);
    this.fit();
    this.#stopListening = listen(this);
  }

  #drawDock() {
    drawDock(this.#layout, this.#story, this.state, this);
  }

  #drawLines() {
    drawLines(this.#layout, this.state.picked, this.#story.partners(this.state.picked));
  }

  /**
   * Take up the pick of the last drawing, with its fact; what stands where it stood is not moved.
   * @param {SentenceId} picked
   * @param {string | null} factId
   * @param {boolean} still
   */
  #resume(picked, factId, still) {
    this.pick(picked, { focus: false, still });
    const fact = this.#story.sentence(picked).facts.find((number) => this.#story.payload.facts[number].id === factId);
    if (fact !== undefined) this.chooseFact(fact);
  }

  /** Fit the view to the page, and draw again what depends on sizes. */
  fit() {
    fitToPage(this.#root);
    for (const column of this.#layout.columns) {
      column.end.style.height = `${column.scroller.clientHeight}px`;
      drawBar(column);
    }
    this.#drawLines();
  }

  /**
   * Scroll so that the picked sentence and others stand level.
   * @param {SentenceId} picked
   * @param {readonly SentenceId[]} others
   */
  #align(picked, others) {
    this.#scrolling.setDriver(null);
    align(this.#layout, picked, others);
  }

  // Sentences

  /**
   * Pick a sentence: outline it and its partners, align them, fill the dock. Null clears.
   * @param {SentenceId | null} id
   * @param {{focus?: boolean, still?: boolean}} [options] `still` leaves all where it stands.
   */
  pick(id, { focus = true, still = false } = {}) {
    const { picked, beside } = this.state;
    const outlined = [picked, beside, ...this.#story.partners(picked)].filter((each) => each !== null);
    clearOutlines(this.#layout, this.#story, outlined);
    if (id !== picked) this.#layout.dock.scrollTop = 0;
    this.#store.pick(id);
    if (id !== null) {
      drawOutlines(this.#layout, this.#story, id);
      if (focus) this.#layout.sentence(id).node.focus({ preventScroll: true });
    }
    this.#drawDock();
    this.lightChosenFact();
    this.#root.classList.toggle("engaged", id !== null);
    if (id !== null && !still) {
      this.#align(id, this.#story.partners(id));
      scrollPageTo(this.#root);
    }
    this.#drawLines();
  }

  /**
   * Bring one partner, or a nearest passage, level with the picked sentence.
   * @param {SentenceId} id
   */
  bringBeside(id) {
    const { picked, beside } = this.state;
    if (picked === null) return;
    if (beside !== null) this.#layout.sentence(beside).node.classList.remove("beside");
    this.#store.bringBeside(id);
    this.#layout.sentence(id).node.classList.add("beside");
    this.#drawDock();
    this.#align(picked, [id]);
  }

  /**
   * A sentence was chosen, by mouse or keyboard: it is the other end of a link by hand, or it is picked.
   * @param {SentenceId} id
   */
  choose(id) {
    if (this.state.mode?.kind === "link") this.#endLink(this.state.mode.from, id);
    else this.pick(id);
  }

  /**
   * Go to a sentence: to look at it while the other end of a link is sought, else to pick it.
   * @param {SentenceId} id
   */
  #goTo(id) {
    if (this.state.mode?.kind === "link") focusSentence(this.#layout, id);
    else this.pick(id);
  }

  /** Return where the reader is: the focused sentence while the other end of a link is sought, else the picked one. */
  #current() {
    const focused = this.#layout.focused()?.id;
    return this.state.mode?.kind === "link" && this.#story.has(focused) ? focused : this.state.picked;
  }

  /** @param {Step} step To the next or previous sentence that is only here, partly shared or differs. */
  stepFlagged(step) {
    const id = nextFlagged(this.#story, this.state.picked, step);
    if (id !== null) this.#goTo(id);
  }

  /** @param {Step} step To the sentence after or before in the same column. */
  stepSentence(step) {
    const current = this.#current();
    if (current === null) return this.pick(this.#story.ids[0] ?? null);
    const id = nextSentence(this.#story, current, step);
    if (id !== null) this.#goTo(id);
  }

  /** @param {Step} step Across: to the likeliest partner in the next column that way, else to the sentence that stands level. */
  stepColumn(step) {
    const current = this.#current();
    const { columns } = this.#layout;
    const column = current === null ? undefined : columns[columns.indexOf(this.#layout.column(current)) + step];
    if (current === null || !column) return;
    const partner = this.#story.partners(this.state.picked).find((id) => keyOf(id) === column.key);
    this.#goTo(current === this.state.picked && partner ? partner : levelWith(this.#layout, current, column));
  }

  // Facts

  /** @param {Step} step To the next or previous fact of the picked sentence. */
  stepFact(step) {
    const { picked, fact } = this.state;
    const number = picked === null ? null : nextFact(this.#story.sentence(picked).facts, fact, step);
    if (number !== null) this.chooseFact(number);
  }

  /**
   * Choose one fact of the picked sentence, or none: its row is marked in the dock, its mentions in the columns.
   * @param {number | null} number
   */
  chooseFact(number) {
    this.#store.chooseFact(number);
    this.#drawDock();
    this.lightChosenFact();
    if (number === null || this.state.picked === null) return;
    factRow(this.#layout.dock, number)?.scrollIntoView({ block: "nearest" });
    this.#layout.speak(spokenFact(this.#story, this.state.picked, number));
  }

  /**
   * Light every mention of one fact.
   * @param {number | null} number
   */
  lightFact(number) {
    this.#highlights.lightFact(this.#layout, this.#story, number);
  }

  /** Light the chosen fact, after the mouse or the focus went elsewhere. */
  lightChosenFact() {
    this.lightFact(this.state.fact);
  }

  /**
   * Light the fact, and hint at the partners of the sentence, under the mouse.
   * @param {Element | null} target
   */
  hover(target) {
    const hovered = target?.closest(".sentence")?.id ?? null;
    const pointed = target && hovered !== null ? factAt(this.#story, target, hovered) : null;
    const before = this.state;
    this.#store.hover(hovered, pointed);
    if (pointed !== before.pointed) this.lightFact(pointed ?? before.fact);
    if (hovered !== before.hovered) this.#highlights.hint(this.#layout, this.#story.partners(hovered));
  }

  // Corrections

  /**
   * Send a correction. Reading goes on meanwhile; another correction waits until this one is worked in.
   * @param {Correction | null} correction
   */
  send(correction) {
    if (correction === null || this.state.waiting) return;
    const sent = this.#store.startCorrection();
    this.#timer = setTimeout(() => {
      this.#endCorrection();
      this.#drawDock();
    }, PATIENCE);
    this.#setTriggerValue("correction", { ...correction, ...sent });
    this.#drawDock();
    this.#layout.speak("Working the correction in.");
  }

  /** The answer to a correction came, or none did in time. */
  #endCorrection() {
    clearTimeout(this.#timer);
    this.#store.endCorrection();
  }

  /**
   * Return a sentence as one end of a link, or the part of it that is selected.
   * @param {SentenceId} id
   * @returns {LinkEnd}
   */
  selectedEnd(id) {
    const span = selectedSpan(this.#layout.sentence(id).text, this.#story.sentence(id).text);
    return { key: keyOf(id), sentence: indexOf(id), span };
  }

  /** @param {"confirm_link" | "reject_link"} verb What to do with the link to the current partner. */
  judgePartner(verb) {
    this.send(judgePartner(this.#story, this.state, verb));
  }

  /** @param {"undo" | "redo"} verb */
  step(verb) {
    this.send(stepCorrection(this.#story.payload, verb));
  }

  /**
   * Begin or end (null) a correction that takes a second choice, and say so.
   * @param {Mode | null} mode
   */
  #setMode(mode) {
    this.#store.setMode(mode);
    this.#drawDock();
    this.#layout.speak(mode ? modeWords(mode) : "Cancelled.");
    if (!mode && this.state.picked !== null) focusSentence(this.#layout, this.state.picked);
  }

  /** Cancel a correction that awaits its second choice. */
  cancel() {
    this.#setMode(null);
  }

  /** Cancel a correction that awaits its second choice, or else clear the pick. */
  escape() {
    if (this.state.mode) this.cancel();
    else this.pick(null);
  }

  /** Begin to link by hand: the next sentence chosen in another column is the other end. The keyboard goes to the next column. */
  startLink() {
    const { picked } = this.state;
    const { columns } = this.#layout;
    if (picked === null || columns.length < 2) return;
    this.#setMode({ kind: "link", from: this.selectedEnd(picked) });
    const home = columns.indexOf(this.#layout.column(picked));
    focusSentence(this.#layout, levelWith(this.#layout, picked, columns[home + 1] ?? columns[home - 1]));
  }

  /**
   * Link by hand to the sentence that was chosen; the keyboard goes back to where it began.
   * @param {LinkEnd} from
   * @param {SentenceId} id
   */
  #endLink(from, id) {
    if (keyOf(id) === from.key) return this.#layout.speak("Choose a sentence of another column.");
    this.send(linkByHand(from, this.selectedEnd(id)));
    if (this.state.picked !== null) focusSentence(this.#layout, this.state.picked);
  }

  /**
   * Begin to merge a fact: its like is chosen among the facts of another sentence.
   * @param {number} number
   */
  startMerge(number) {
    const { picked } = this.state;
    if (picked === null) return;
    this.#setMode({ kind: "merge", fact: this.#story.payload.facts[number].id, words: this.#story.factWords(number, picked) });
  }

  /**
   * Open or close the corrections of a fact.
   * @param {number} number
   */
  toggleCorrections(number) {
    this.#store.toggleCorrections(this.#story.payload.facts[number].id);
    this.#drawDock();
    factRow(this.#layout.dock, number)?.scrollIntoView({ block: "nearest" });
  }

  /** Open or close the corrections of the chosen fact. */
  toggleChosenCorrections() {
    if (this.state.fact !== null) this.toggleCorrections(this.state.fact);
  }

  /**
   * Open the field for another label of a fact.
   * @param {string} factId
   */
  openLabel(factId) {
    this.#store.relabel(factId);
    this.#drawDock();
    this.#layout.dock.querySelector("input")?.select();
  }

  /**
   * Close the field for another label; the focus goes to the fact.
   * @param {number} number
   */
  closeLabel(number) {
    this.#store.relabel(null);
    this.#drawDock();
    /** @type {HTMLElement | null | undefined} */ (factRow(this.#layout.dock, number)?.querySelector(".claim"))?.focus();
  }

  /**
   * Send another label for a fact, if one was written, and close the field.
   * @param {string} factId
   * @param {string} value
   */
  saveLabel(factId, value) {
    this.#store.relabel(null);
    if (value) this.send(labelFact(factId, value));
    else this.#drawDock();
  }

  // Scrolling

  /** Let the columns scroll together, or each alone. */
  toggleTogether() {
    this.#store.toggleTogether();
    drawToggle(this.#layout.legend, this.state.together);
  }

  /**
   * Take note that the reader begins to scroll a column.
   * @param {string} key
   */
  drive(key) {
    this.#scrolling.setDriver(key);
  }

  /**
   * Keep bar, lines and the other columns in step with a column that was scrolled.
   * @param {Layout["columns"][number]} column
   */
  follow(column) {
    this.#scrolling.follow(column, this.#layout.columns, this.state.together);
    drawWindow(column);
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#drawLines();
    });
  }
}


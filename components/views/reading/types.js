// Types of the reading view, for the type checker alone: what Python sends, what goes back, what is shown. No code.

/** @typedef {[start: number, end: number]} Span A stretch of a sentence's text, in code points. */
/** @typedef {[start: number, end: number, kind: string, tag: string]} Mark A tag is written behind the span. */
/** @typedef {string} SentenceId Article key and position of a sentence: "A:3". */
/** @typedef {"stated" | "partly" | "not_found" | "unclear" | "differs"} Status */
/** @typedef {{key: string, sentence: number}} SentenceRef A sentence as Python names it; sentences count from 0. */
/** @typedef {SentenceRef & {differing: Span[]}} LinkedSentence One end of a link; the other has not the words that differ. */
/** @typedef {SentenceRef & {text: string}} DetailEnd One detail of a pair: where it stands, and its words. */
/** @typedef {[key: string, sentence: number, spans: Span[]]} Mention Where and how an article states a fact. */

/**
 * @typedef {object} Link Two sentences that state at least one same fact.
 * @property {[LinkedSentence, LinkedSentence]} ends
 * @property {string} words How likely, in words.
 * @property {string} extent
 * @property {string[]} reasons What speaks for it, strongest first.
 * @property {string[]} against What speaks against it.
 * @property {boolean} by_hand Whether a person confirmed it.
 */

/**
 * @typedef {object} Difference A pair of details of the same fact.
 * @property {number} index Its position in Python's `Comparison.differences`.
 * @property {string} tag Its sign in the text ("≠1"); empty for one that does not count as a difference.
 * @property {string} heading Kind and verdict.
 * @property {string} why
 * @property {"" | "checked" | "none"} checked What a person said of it.
 * @property {[DetailEnd, DetailEnd]} ends
 */

/**
 * @typedef {object} Fact
 * @property {string} id
 * @property {[text: string, isOurs: boolean][]} label Its pieces; empty where every mention has these very words.
 * @property {boolean} checked
 * @property {number} places How many sentences mention it in all articles, shown or not.
 * @property {Mention[]} mentions
 * @property {Record<string, Status>} states By article key.
 * @property {string[]} by_hand Keys of the articles whose state a person set.
 * @property {Record<string, string[]>} adds By article key, the details that its mentions add to the label.
 */

/**
 * @typedef {object} UnmatchedColumn A column that has no partner of a sentence.
 * @property {string} key
 * @property {string} label The state there, in words.
 * @property {number | null} sentence The nearest passage.
 */

/**
 * @typedef {object} Sentence
 * @property {number} number As people count, from 1.
 * @property {string} role
 * @property {string} text
 * @property {Status} status
 * @property {string} symbol
 * @property {string} label The status in words.
 * @property {Mark[]} marks
 * @property {number[]} partners Positions in `Payload.links`, most probable first.
 * @property {UnmatchedColumn[]} elsewhere
 * @property {number[]} differences Positions in `Payload.differences`.
 * @property {number[]} facts Positions in `Payload.facts`, as they stand in the sentence.
 */

/** @typedef {{key: string, title: string, masthead: string, sentences: Sentence[]}} Article */

/**
 * @typedef {object} Payload What Python sends: the result of `payload`, and what `show` adds to it.
 * @property {Article[]} columns
 * @property {Link[]} links
 * @property {Difference[]} differences
 * @property {Fact[]} facts
 * @property {[SentenceRef, SentenceRef][]} rejected Pairs that a person says are no link.
 * @property {[status: Status, symbol: string, label: string][]} states
 * @property {[symbol: string, label: string][]} legend
 * @property {string} undo What undoing would take back, in words; empty for nothing.
 * @property {string} redo
 * @property {SentenceRef | null} [pick] A sentence to open at once.
 */

/** @typedef {SentenceRef & {span: Span | null}} LinkEnd One end of a link by hand: a whole sentence (null), or a part of it. */

/**
 * @typedef {{do: "confirm_link" | "reject_link", ends: LinkEnd[]}
 *   | {do: "merge_facts", facts: [string, string]}
 *   | {do: "split_fact", fact: string, mentions: [key: string, sentence: number][]}
 *   | {do: "label_fact", fact: string, value: string}
 *   | {do: "check_fact", fact: string}
 *   | {do: "set_presence", fact: string, key: string, status: Status}
 *   | {do: "check_difference" | "no_difference", difference: number}
 *   | {do: "undo" | "redo"}} Correction What the reader asks Python for; apply_corrections.py takes it.
 */

/** @typedef {(name: string, value: unknown) => void} SetTriggerValue How Streamlit sends a value to Python. */
/** @typedef {{data: Payload, parentElement: Element | ShadowRoot, setTriggerValue: SetTriggerValue}} ComponentArguments */

/** @typedef {{kind: "link", from: LinkEnd}} LinkMode A link by hand that awaits its other end. */
/** @typedef {{kind: "merge", fact: string, words: string}} MergeMode A fact that waits for the one to merge it with. */
/** @typedef {LinkMode | MergeMode} Mode A correction that awaits its second choice. */

/**
 * @typedef {object} State What is chosen and open. state.js alone changes it.
 * @property {SentenceId | null} picked
 * @property {SentenceId | null} beside The sentence that was last brought beside the picked one.
 * @property {number | null} fact The chosen fact of the picked sentence.
 * @property {Mode | null} mode
 * @property {string | null} relabelling Id of the fact whose label is being written.
 * @property {ReadonlySet<string>} expanded Ids of the facts whose corrections are open.
 * @property {SentenceId | null} opened The sentence that the page last asked to open.
 * @property {boolean} together Whether the columns scroll together.
 * @property {SentenceId | null} hovered The sentence under the mouse.
 * @property {number | null} pointed The fact under the mouse.
 * @property {boolean} waiting Whether a correction has no answer yet.
 * @property {number} sent How many corrections were sent.
 */

/** @typedef {{key: string, status: Status, byHand: boolean, adds: string[]}} FactState The state of a fact in one column. */

/**
 * @typedef {object} SentenceElements
 * @property {HTMLElement} node
 * @property {HTMLElement} symbol
 * @property {HTMLElement} text
 * @property {HTMLElement} spoken The symbol in words, for screen readers.
 * @property {HTMLElement} part Its part of the bar.
 */

/**
 * @typedef {object} ColumnElements
 * @property {string} key
 * @property {HTMLElement} frame
 * @property {HTMLElement} scroller
 * @property {HTMLElement} list
 * @property {HTMLElement} end The room below the last sentence.
 * @property {HTMLElement} bar
 * @property {HTMLElement} window The stretch of the bar that is in view.
 * @property {SentenceElements[]} sentences
 */

/** @typedef {{frame: HTMLElement, toggle: HTMLElement, differing: HTMLElement}} LegendElements */

/** @typedef {import("./view.js").ReadingView} Actions What the reader can do, as buttons and keys call it. */

/**
 * @typedef {object} Offer A correction that the dock offers.
 * @property {string} label
 * @property {string} [title] The accessible name, where the label says too little.
 * @property {string} [shortcut]
 * @property {(actions: Actions) => void} act Sends it, or begins it where it takes a second choice.
 */

/**
 * @typedef {object} DockContext What the dock is drawn from while a sentence is picked. Drawing changes none of it.
 * @property {import("./story.js").Story} story
 * @property {Readonly<State>} state
 * @property {SentenceId} picked
 * @property {Actions} actions
 */

export {};

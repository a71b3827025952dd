// The story that is shown: questions that the other scripts ask of the payload. Nothing here changes, and nothing is drawn.

/** @import { Fact, Link, LinkedSentence, Mark, Payload, Sentence, SentenceId, SentenceRef, Span, Status } from "./types.js" */
/** @import { FactState } from "./types.js" */
import { textAt } from "./text.js";

/**
 * Return the id of a sentence in the view: "A:3".
 * @param {string} key
 * @param {number} index
 * @returns {SentenceId}
 */
export const sentenceId = (key, index) => `${key}:${index}`;

/**
 * Return the id of the sentence that a link, a detail or Python names.
 * @param {SentenceRef} ref
 */
export const idOf = ({ key, sentence }) => sentenceId(key, sentence);

/**
 * Return the key of the article in which a sentence stands.
 * @param {SentenceId} id
 */
export const keyOf = (id) => id.split(":")[0];

/**
 * Return the position of a sentence in its article.
 * @param {SentenceId} id
 */
export const indexOf = (id) => Number(id.split(":")[1]);

/**
 * Return the classes that give an element the colour of a sentence's outlet.
 * @param {SentenceId} id
 */
export const outletClass = (id) => `ss-${keyOf(id)}`;

/**
 * Return the marks of a sentence that show details that differ.
 * @param {Sentence} sentence
 */
export const differingDetails = (sentence) => sentence.marks.filter(([, , kind]) => kind === "differs");

/**
 * Return the other end of a pair of sentences.
 * @param {readonly SentenceRef[]} ends
 * @param {SentenceId} id
 */
const otherEnd = (ends, id) => ends.map(idOf).find((other) => other !== id);

/**
 * Index the spans of facts by the sentence that states them: by number of the fact, in the order of facts.
 * @param {readonly Pick<Fact, "mentions">[]} facts
 * @returns {Map<SentenceId, Map<number, Span[]>>}
 */
export function mentionsBySentence(facts) {
  /** @type {Map<SentenceId, Map<number, Span[]>>} */
  const mentions = new Map();
  facts.forEach((fact, number) => {
    for (const [key, index, spans] of fact.mentions) {
      const id = sentenceId(key, index);
      const inSentence = mentions.get(id) ?? new Map();
      mentions.set(id, inSentence.set(number, spans));
    }
  });
  return mentions;
}

/** A payload with its indices. Sentences go by id, in reading order, article after article. */
export class Story {
  /** @param {Payload} payload */
  constructor(payload) {
    /** @readonly */
    this.payload = payload;
    /** @type {ReadonlyMap<SentenceId, Sentence>} */
    this.sentences = new Map(
      payload.columns.flatMap(({ key, sentences }) => sentences.map((sentence, index) => [sentenceId(key, index), sentence])),
    );
    /** @readonly */
    this.ids = [...this.sentences.keys()];
    /** @readonly */
    this.mentions = mentionsBySentence(payload.facts);
    /** @type {ReadonlyMap<Status, {symbol: string, label: string}>} */
    this.states = new Map(payload.states.map(([status, symbol, label]) => [status, { symbol, label }]));
    /** @readonly Whether any details differ, or any fact is told differently. */
    this.hasDifferences = payload.differences.some(({ tag }) => tag) || this.hasStatus("differs");
    /** @readonly The sentences worth a look. */
    this.flagged = this.ids.filter((id) => {
      const sentence = this.sentence(id);
      return ["not_found", "partly", "differs"].includes(sentence.status) || differingDetails(sentence).length > 0;
    });
    /** @readonly What the flagged sentences are called. */
    this.flaggedWords = this.hasDifferences ? "only here, partly shared or differing" : "only here or partly shared";
  }

  /**
   * Whether any sentence has a status.
   * @param {Status} status
   */
  hasStatus(status) {
    return this.ids.some((id) => this.sentence(id).status === status);
  }

  /**
   * Whether a sentence stands in the story.
   * @param {SentenceId | null | undefined} id
   * @returns {id is SentenceId}
   */
  has(id) {
    return typeof id === "string" && this.sentences.has(id);
  }

  /**
   * Return a sentence.
   * @param {SentenceId} id
   */
  sentence(id) {
    const sentence = this.sentences.get(id);
    if (!sentence) throw new RangeError(`The story has no sentence ${id}.`);
    return sentence;
  }

  /**
   * Return the name of a sentence as people say it: "A 4".
   * @param {SentenceId} id
   */
  name(id) {
    return `${keyOf(id)} ${this.sentence(id).number}`;
  }

  /**
   * Return the links of a sentence, most probable first.
   * @param {SentenceId} id
   */
  links(id) {
    return this.sentence(id).partners.map((number) => this.payload.links[number]);
  }

  /**
   * Return the two ends of a link, beginning with the sentence `id` if it is one of them.
   * @param {Link} link
   * @param {SentenceId} id
   * @returns {[LinkedSentence, LinkedSentence]}
   */
  ends({ ends: [first, second] }, id) {
    return idOf(first) === id ? [first, second] : [second, first];
  }

  /**
   * Return the sentences that are linked to one, most probable first.
   * @param {SentenceId | null} id
   */
  partners(id) {
    return id === null ? [] : this.links(id).map((link) => idOf(this.ends(link, id)[1]));
  }

  /**
   * Return the link between two sentences.
   * @param {SentenceId} id
   * @param {SentenceId} partner
   */
  linkBetween(id, partner) {
    return this.links(id).find((link) => otherEnd(link.ends, id) === partner);
  }

  /**
   * Return the sentences of which a person said that they are not linked to one.
   * @param {SentenceId} id
   */
  rejectedPartners(id) {
    const pairs = this.payload.rejected.filter((ends) => ends.some((end) => idOf(end) === id));
    return pairs.map((ends) => otherEnd(ends, id)).filter((other) => other !== undefined);
  }

  /**
   * Return the pairs of details in a sentence.
   * @param {SentenceId} id
   */
  differences(id) {
    return this.sentence(id).differences.map((number) => this.payload.differences[number]);
  }

  /**
   * Return the spans with which a sentence states a fact.
   * @param {number} number
   * @param {SentenceId} id
   */
  factSpans(number, id) {
    return this.mentions.get(id)?.get(number) ?? [];
  }

  /**
   * Return the words with which a sentence states a fact.
   * @param {number} number
   * @param {SentenceId} id
   */
  factWords(number, id) {
    return textAt(this.sentence(id).text, this.factSpans(number, id));
  }

  /**
   * Return the label of a fact as text; empty where every mention has these very words.
   * @param {number} number
   */
  labelText(number) {
    return this.payload.facts[number].label.map(([text]) => text).join("");
  }

  /**
   * Return the facts of a sentence as marks of its text.
   * @param {SentenceId} id
   * @returns {Mark[]}
   */
  factMarks(id) {
    /** @type {(number: number, spans: Span[]) => Mark[]} */
    const marks = (number, spans) => spans.map(([start, end]) => [start, end, `fact-${number}`, ""]);
    return [...(this.mentions.get(id) ?? [])].flatMap(([number, spans]) => marks(number, spans));
  }

  /**
   * Return the state of a fact in each column but that of a sentence.
   * @param {number} number
   * @param {SentenceId} id
   * @returns {FactState[]}
   */
  statesElsewhere(number, id) {
    const { states, by_hand: byHand, adds } = this.payload.facts[number];
    const others = this.payload.columns.filter(({ key }) => key !== keyOf(id));
    return others.map(({ key }) => ({ key, status: states[key], byHand: byHand.includes(key), adds: adds[key] ?? [] }));
  }

  /**
   * Return the symbol of a status.
   * @param {Status} status
   */
  symbol(status) {
    return this.states.get(status)?.symbol ?? "";
  }

  /**
   * Return a state in words, with who set it if it was a person.
   * @param {FactState} state
   */
  stateWords({ status, byHand }) {
    return `${this.states.get(status)?.label}${byHand ? ", set by hand" : ""}`;
  }

  /**
   * Whether another payload shows the same texts, so that what is read can stay where it is.
   * @param {Payload} payload
   */
  hasSameTexts(payload) {
    return textsOf(payload) === textsOf(this.payload);
  }
}

/**
 * Return all that is to be read in the columns, as one string to compare.
 * @param {Payload} payload
 */
function textsOf({ columns }) {
  return JSON.stringify(columns.map(({ sentences, ...article }) => [article, sentences.map(({ text }) => text)]));
}

// What a person corrects: messages to Python, one at a time, and the two that take a second choice (link by hand, merge).

const PATIENCE = 8000; // ms after which a correction that got no answer no longer keeps the next one waiting

/** What outlives a drawing: the number of the last message, a word that tells this page from any other, whether one is awaited. */
const makeDesk = () => ({ number: 0, nonce: Math.random().toString(36).slice(2), waiting: false, timer: 0 });

/** Send a correction. Reading goes on meanwhile; another correction waits until this one is worked in. */
function send(view, message) {
  const { desk } = view.root;
  if (desk.waiting) return;
  desk.number += 1;
  desk.waiting = true;
  desk.timer = setTimeout(() => {
    answered(desk);
    drawDock(view.root.view);
  }, PATIENCE);
  view.mode = null;
  view.tell("correction", { ...message, n: desk.number, nonce: desk.nonce });
  drawDock(view);
  speak(view, "Working the correction in.");
}

/** The answer came, or none did in time: the next correction may be sent. */
function answered(desk) {
  desk.waiting = false;
  clearTimeout(desk.timer);
}

/** One end of a link: a sentence, and the part of it that is selected, if one is. */
function endOf(view, place, span = selectedSpan(view, place)) {
  return { key: keyOf(place), sentence: view.spots.get(place).sentence.number - 1, span };
}

/** The picked sentence and another, both whole: the ends of the link between them. */
const wholeEnds = (view, place) => [endOf(view, view.picked, null), endOf(view, place, null)];

/** Confirm or reject that two sentences are linked. */
const sendLink = (view, verb, ends) => send(view, { do: verb, ends });

/** Undo or redo, if there is something to. */
function sendStep(view, verb) {
  if (view.data[verb]) send(view, { do: verb });
}

/** The partner that the keys y and x are about: the one brought beside, else the likeliest. */
const partnerInHand = (view) => (view.partners.includes(view.beside) ? view.beside : view.partners[0]);

/** Confirm or reject the link to the partner in hand. */
function judgePartner(view, verb) {
  const partner = view.picked && partnerInHand(view);
  if (partner && !(verb === "confirm_link" && view.linkTo(partner).by_hand)) {
    sendLink(view, verb, wholeEnds(view, partner));
  }
}

/** Begin to link by hand: the next sentence chosen in another column is the other end. The keyboard goes to the next column. */
function startLink(view) {
  if (!view.picked || view.columns.length < 2) return;
  setMode(view, { kind: "link", from: endOf(view, view.picked) });
  const home = view.columns.indexOf(view.columnOf(view.picked));
  focusSentence(view, standingLevel(view, view.picked, view.columns[home + 1] ?? view.columns[home - 1]));
}

/** The other end of a link by hand was chosen; the keyboard goes back to where it began. */
function endLink(view, place) {
  if (keyOf(place) === view.mode.from.key) return speak(view, "Choose a sentence of another column.");
  sendLink(view, "confirm_link", [view.mode.from, endOf(view, place)]);
  focusSentence(view, view.picked);
}

/** Begin to merge a fact: its like is chosen among the facts of another sentence. */
function startMerge(view, number) {
  setMode(view, { kind: "merge", fact: view.data.facts[number].id, words: factWords(view, number, view.picked) });
}

/** Begin or end (null) a correction that takes a second choice, and say so. */
function setMode(view, mode) {
  view.mode = mode;
  drawDock(view);
  speak(view, mode ? modeWords(view) : "Cancelled.");
  if (!mode && view.picked) focusSentence(view, view.picked);
}

/** What is to be done next. */
function modeWords(view) {
  const { kind, from, words } = view.mode;
  if (kind === "merge") return `Pick the sentence that states the same as “${words}”, then “Merge with this” at the fact; Esc cancels.`;
  const part = from.span ? ", the selected part," : "";
  return `Link ${from.key} ${from.sentence + 1}${part} by hand: choose the passage in another column, by click or Enter; Esc cancels.`;
}

/** The line that says what is to be done next, with a way out. */
function makeMode(view) {
  if (!view.mode) return [];
  return [make("p", "mode", `${modeWords(view)} `, makeButton("Cancel", () => setMode(view, null), { keyName: "Esc" }))];
}

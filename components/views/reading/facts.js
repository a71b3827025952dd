// Facts inside sentences: each is a stretch of the text, found by its class, and lights up wherever the columns mention it.

/** What the columns mention, by place: [[number of the fact, spans], ...] in the order of the sentence. */
function mentionsByPlace(data) {
  const found = new Map();
  data.facts.forEach((fact, number) => {
    for (const [key, sentence, spans] of fact.mentions) {
      const place = placeOf(key, sentence);
      if (!found.has(place)) found.set(place, new Map());
      found.get(place).set(number, spans);
    }
  });
  return found;
}

/** The facts of a sentence as marks of its text. */
function factMarks(view, place) {
  return [...(view.mentions.get(place) ?? [])].flatMap(([number, spans]) => spans.map(([start, end]) => [start, end, `fact-${number}`, ""]));
}

/** The words with which a sentence states a fact. */
function factWords(view, number, place) {
  const letters = Array.from(view.spots.get(place).sentence.text);
  return view.mentions.get(place).get(number).map(([start, end]) => letters.slice(start, end).join("")).join(" … ");
}

/** The fact under the mouse; of several the one told in the fewest words, which says most exactly what is meant. Null for none. */
function factUnder(view, target, place) {
  const node = target.closest('[class*="ss-fact-"]');
  if (!node) return null;
  const numbers = [...node.classList].filter((name) => name.startsWith("ss-fact-")).map((name) => Number(name.slice(8)));
  const length = (number) => view.mentions.get(place).get(number).reduce((sum, [start, end]) => sum + end - start, 0);
  return numbers.reduce((best, number) => (length(number) < length(best) ? number : best));
}

/** Mark every mention of one fact in the columns and along the bars; null marks none. */
function light(view, number) {
  for (const node of view.lit) node.classList.remove("lit");
  const fact = number === null ? null : view.data.facts[number];
  const parts = fact ? fact.mentions.map(([key, sentence]) => view.spots.get(placeOf(key, sentence)).part) : [];
  view.lit = fact ? [...view.stage.querySelectorAll(`.ss-fact-${number}`), ...parts] : [];
  for (const node of view.lit) node.classList.add("lit");
}

/** Light the fact that is stepped to, after the mouse or the focus went elsewhere. */
const lightChosen = (view) => light(view, view.fact);

/** Step to the next (1) or the last (-1) fact of the picked sentence, round the end. */
function stepFact(view, by) {
  if (!view.picked) return;
  const { facts } = view.spots.get(view.picked).sentence;
  if (!facts.length) return;
  const at = facts.indexOf(view.fact);
  chooseFact(view, facts[at < 0 ? (by > 0 ? 0 : facts.length - 1) : (at + by + facts.length) % facts.length]);
}

/** Make one fact of the picked sentence the chosen one: its row is marked in the dock, its mentions in the columns. */
function chooseFact(view, number) {
  view.fact = number;
  drawDock(view);
  lightChosen(view);
  if (number === null) return;
  view.dock.querySelector(".fact.chosen").scrollIntoView({ block: "nearest" });
  speak(view, spokenFact(view, number));
}

/** A fact in words: which of the sentence it is, its words, its state in each other column. */
function spokenFact(view, number) {
  const { facts } = view.spots.get(view.picked).sentence;
  const states = statesElsewhere(view, number).map((state) => `${state.key}: ${stateWords(view, state)}`);
  return `Fact ${facts.indexOf(number) + 1} of ${facts.length}: ${factWords(view, number, view.picked)}. ${states.join("; ")}.`;
}

/** The state of a fact in each column but that of the picked sentence. */
function statesElsewhere(view, number) {
  const { states, by_hand: byHand } = view.data.facts[number];
  const others = view.columns.filter(({ key }) => key !== keyOf(view.picked));
  return others.map(({ key }) => ({ key, status: states[key], byHand: byHand.includes(key) }));
}

/** A state in words, with who set it if it was a person. */
const stateWords = (view, { status, byHand }) => `${view.states.get(status).label}${byHand ? ", set by hand" : ""}`;

/** The rows of the picked sentence's facts, in its order. */
function makeFacts(view) {
  const { facts } = view.spots.get(view.picked).sentence;
  if (!facts.length) return [];
  const rows = facts.map((number) => makeFact(view, number));
  const heading = make("h4", "", facts.length === 1 ? "The fact it states" : `The ${facts.length} facts it states`);
  return [make("section", "facts", heading, ...rows)];
}

/** One fact: its words here, what it is called where that is other words, its state in the other columns, and what can be corrected. */
function makeFact(view, number) {
  const fact = view.data.facts[number];
  const words = factWords(view, number, view.picked);
  const claim = makeButton(words, () => chooseFact(view, view.fact === number ? null : number));
  claim.classList.add("claim");
  claim.setAttribute("aria-pressed", String(view.fact === number));
  const states = statesElsewhere(view, number).map((state) => {
    const { symbol } = view.states.get(state.status);
    return make("span", `state ss-${state.key}`, make("b", "tag", state.key), ` ${symbol} ${stateWords(view, state)}`);
  });
  const called = fact.label && fact.label !== words ? `one fact with “${fact.label}”` : "";
  const notes = [called, fact.checked ? "✓ checked" : ""].filter(Boolean);
  const line = make("div", "line", ...states, ...notes.map((note) => make("span", "soft", note)), ...makeFactTools(view, number));
  const row = make("div", `fact${view.fact === number ? " chosen" : ""}`, claim, line);
  row.dataset.fact = number;
  if (view.open.has(fact.id)) row.append(makeFactCorrections(view, number));
  for (const name of ["mouseenter", "focusin"]) row.addEventListener(name, () => light(view, number));
  for (const name of ["mouseleave", "focusout"]) row.addEventListener(name, () => lightChosen(view));
  return row;
}

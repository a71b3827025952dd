// The dock: what is picked, its details that differ, its partners and why they are linked, and where to look when there is none.

/** Fill the dock for the picked sentence, or say how to pick one. */
function drawDock(view) {
  view.dock.replaceChildren(make("div", "where", ...dockHead(view), makeSteps(view)), make("div", "matches", ...dockMatches(view)));
  view.spoken.textContent = view.picked ? spokenSummary(view) : "";
}

/** Heading: which sentence, its state in words, which of the sentences worth a look it is. */
function dockHead(view) {
  const many = view.flagged.length;
  const kind = view.flags;
  if (!view.picked) return [make("h4", "", "Nothing picked"), make("p", "soft", `${many} of ${view.nodes.size} sentences ${kind}`)];
  const sentence = view.sentences.get(view.picked);
  const rank = view.flagged.indexOf(view.picked);
  const name = make("b", `tag ${view.toneOf(view.picked)}`, view.nameOf(view.picked));
  const count = rank < 0 ? `${many} ${many === 1 ? "sentence" : "sentences"} ${kind}` : `${rank + 1} of ${many} that are ${kind}`;
  return [make("h4", "", name, ` ${sentence.symbol} ${sentence.label}`), make("p", "soft", count)];
}

/** Buttons to the previous and next sentence worth a look, and the keys. */
function makeSteps(view) {
  const back = makeButton("◂ previous", () => stepFlagged(view, -1), { keyName: "p", title: `previous sentence ${view.flags}` });
  const on = makeButton("next ▸", () => stepFlagged(view, 1), { keyName: "n", title: `next sentence ${view.flags}` });
  back.disabled = on.disabled = !view.flagged.length;
  const hint = (keys, text) => make("span", "hint", ...keys.map((key) => make("kbd", "", key)), ` ${text}`);
  const keys = make("p", "keys", hint(["↑", "↓"], "sentence"), hint(["←", "→"], "column"), hint(["Esc"], "clear"));
  return make("div", "steps", back, on, keys);
}

/** Each detail that differs, one card a partner, then a line for each column without one. */
function dockMatches(view) {
  if (!view.picked) {
    return [make("p", "soft", "Pick a sentence: what matches it in the other columns comes up beside it, with the words that differ and the reasons.")];
  }
  const sentence = view.sentences.get(view.picked);
  const cards = sentence.partners.map((number) => makeCard(view, view.data.links[number]));
  const details = sentence.differences.map((number) => makeDifference(view, view.data.differences[number]));
  return [...details, ...cards, ...sentence.elsewhere.map((other) => makeNearest(view, other))];
}

/** A pair of details: kind and verdict, how it was found, then the words of both; the sentence across is a button which goes there. */
function makeDifference(view, pair) {
  const name = make("b", pair.tag ? "ss-verdict" : "ss-noted", [pair.tag, pair.heading].filter(Boolean).join(" "));
  const rows = pair.ends.map(({ key, sentence, text }) => {
    const place = placeOf(key, sentence);
    const label = view.nameOf(place);
    const title = `bring ${label}, the other detail, beside ${view.nameOf(view.picked)}`;
    const where = place === view.picked ? make("b", "tag", label) : makeButton(label, () => goBeside(view, place), { title });
    const words = make("span", "quote");
    fillText(words, text, pair.tag ? [[0, Array.from(text).length, "differs", ""]] : []);
    return make("div", `passage ${view.toneOf(place)}`, where, words);
  });
  return make("article", "card difference", make("p", "", name, " ", make("span", "soft", pair.why)), make("div", "both", ...rows));
}

/** A partner: probability and extent in words, the reasons, then both passages with the words that differ. */
function makeCard(view, link) {
  const [mine, theirs] = view.endsOf(link);
  const reasons = [["For it", link.reasons], ["Against it", link.against]]
    .filter(([, names]) => names.length)
    .map(([side, names]) => make("span", "soft", ` ${side}: ${names.join("; ")}.`));
  const verdict = make("p", "verdict", make("b", "", link.words), `, ${link.extent}.`, ...reasons);
  return make("article", "card", verdict, makePassage(view, mine, false), makePassage(view, theirs, true));
}

/** A passage of a link; that of the partner goes there. */
function makePassage(view, end, goes) {
  const place = placeOf(end.key, end.sentence);
  const title = `bring ${view.nameOf(place)} beside ${view.nameOf(view.picked)}`;
  const details = view.sentences.get(place).marks.filter(([, , kind]) => kind === "differs");
  return makeRow(view, place, [...details, ...asMarks(end.differing)], goes ? title : "");
}

/** A sentence with its name in the colour of its outlet; with a title the name is a button which goes there. */
function makeRow(view, place, marks, title) {
  const label = view.nameOf(place);
  const name = title ? makeButton(label, () => goBeside(view, place), { title }) : make("b", "tag", label);
  const text = make("span", "quote");
  fillText(text, view.sentences.get(place).text, marks);
  return make("div", `passage ${view.toneOf(place)}`, name, text);
}

/** A column without a partner: its state in words, and the nearest passage as a button which goes there. */
function makeNearest(view, other) {
  if (other.sentence === null) return make("article", "card", make("p", "nearest", other.label));
  const place = placeOf(other.key, other.sentence);
  const row = makeRow(view, place, [], `go to the nearest passage, ${view.nameOf(place)}`);
  return make("article", "card", make("p", "nearest", make("b", "", other.label), "; nearest passage:"), row);
}

/** What a screen reader says after a pick. */
function spokenSummary(view) {
  const sentence = view.sentences.get(view.picked);
  const partners = sentence.partners.map((number) => {
    const link = view.data.links[number];
    const [, theirs] = view.endsOf(link);
    return `${view.nameOf(placeOf(theirs.key, theirs.sentence))}, ${link.words}`;
  });
  const details = sentence.differences.map((number) => view.data.differences[number]);
  const told = details.map(({ tag, heading, why }) => `${tag} ${heading}: ${why}.`).join(" ");
  return `${view.nameOf(view.picked)}, ${sentence.label}. ${partners.length ? `Partners: ${partners.join("; ")}. ` : ""}${told}`;
}

// The dock: what is picked, its details that differ, its partners and why they are linked, its facts, and where to look when there is none.

/** Fill the dock for the picked sentence, or say how to pick one. What had the focus has it again, or what stands for it. */
function drawDock(view) {
  const { waiting } = view.root.desk;
  const focused = view.dock.contains(focusedIn(view)) ? focusedIn(view).name : null;
  const told = view.picked ? [...makeMode(view), make("div", "matches", ...dockMatches(view)), ...makeFacts(view)] : [];
  const idle = make("p", "soft", "Pick a sentence: what matches it in the other columns comes up beside it, with the words that differ and the reasons.");
  view.dock.replaceChildren(make("div", "where", ...dockHead(view), makeSteps(view)), make("div", "told", ...(view.picked ? told : [idle])));
  view.dock.setAttribute("aria-busy", String(waiting));
  view.root.classList.toggle("choosing", view.mode?.kind === "link");
  view.spoken.textContent = view.picked ? spokenSummary(view) : "";
  if (focused !== null) refocus(view, focused);
}

/** The element inside the view that has the focus. */
const focusedIn = (view) => view.root.getRootNode().activeElement;

/** Give the focus to the control of this name, or to the picked sentence when there is none any more. */
function refocus(view, name) {
  const again = [...view.dock.querySelectorAll("button, input")].find((node) => node.name === name && !node.disabled);
  const stands = again ?? (view.picked ? view.spots.get(view.picked).node : view.root);
  stands.focus({ preventScroll: true });
}

/** Heading: which sentence, its state in words, which of the sentences worth a look it is. */
function dockHead(view) {
  const many = view.flagged.length;
  const kind = view.flags;
  if (!view.picked) return [make("h3", "", "Nothing picked"), make("p", "soft", `${many} of ${view.spots.size} sentences ${kind}`)];
  const { sentence } = view.spots.get(view.picked);
  const rank = view.flagged.indexOf(view.picked);
  const name = make("b", `tag ${view.toneOf(view.picked)}`, view.nameOf(view.picked));
  const count = rank < 0 ? `${many} ${many === 1 ? "sentence" : "sentences"} ${kind}` : `${rank + 1} of ${many} that are ${kind}`;
  return [make("h3", "", name, ` ${sentence.symbol} ${sentence.label}`), make("p", "soft", count)];
}

/** Buttons to the previous and next sentence worth a look, to link by hand, and to undo. */
function makeSteps(view) {
  const back = makeButton("◂ previous", () => stepFlagged(view, -1), { keyName: "p", title: `previous sentence ${view.flags}` });
  const on = makeButton("next ▸", () => stepFlagged(view, 1), { keyName: "n", title: `next sentence ${view.flags}` });
  back.disabled = on.disabled = !view.flagged.length;
  const link = makeTool(view, "Link by hand", () => startLink(view), { keyName: "l", title: `Link by hand: ${view.picked ? view.nameOf(view.picked) : ""}` });
  const wait = make("span", "soft wait", view.root.desk.waiting ? "working the correction in…" : "");
  return make("div", "steps", back, on, ...(view.picked ? [link] : []), ...makeSteppers(view), wait);
}

/** Each detail that differs, one card a partner, then a line for each column without one, then what a person rejected. */
function dockMatches(view) {
  const { sentence } = view.spots.get(view.picked);
  const cards = sentence.partners.map((number) => makeCard(view, view.data.links[number]));
  const details = sentence.differences.map((number) => makeDifference(view, view.data.differences[number]));
  const rejected = view.rejectedOf(view.picked);
  const nearest = sentence.elsewhere.map((other) => makeNearest(view, other, rejected));
  return [...details, ...cards, ...nearest, ...rejected.map((place) => makeRejected(view, place))];
}

/** A pair of details: kind and verdict, how it was found, then the words of both; the sentence across is a button which goes there. */
function makeDifference(view, pair) {
  const name = make("b", pair.tag ? "ss-verdict" : "ss-noted", [pair.tag, pair.heading].filter(Boolean).join(" "));
  const rows = pair.ends.map((end) => {
    const place = placeAt(end);
    const label = view.nameOf(place);
    const title = `bring ${label}, the other detail, beside ${view.nameOf(view.picked)}`;
    const where = place === view.picked ? make("b", "tag", label) : makeButton(label, () => goBeside(view, place), { title });
    const words = make("span", "quote");
    fillText(words, end.text, pair.tag ? [[0, Array.from(end.text).length, "differs", ""]] : []);
    return make("div", `passage ${view.toneOf(place)}`, where, words);
  });
  const told = { checked: "checked by hand: holds", none: "checked by hand: no difference" }[pair.checked];
  const head = make("p", "", name, " ", make("span", "soft", [told, pair.why].filter(Boolean).join("; ")));
  return make("article", "card difference", head, make("div", "both", ...rows, makeDifferenceTools(view, pair)));
}

/** A partner: probability and extent in words, the reasons, then both passages with the words that differ. */
function makeCard(view, link) {
  const [mine, theirs] = view.endsOf(link);
  const reasons = [["For it", link.reasons], ["Against it", link.against]]
    .filter(([, names]) => names.length)
    .map(([side, names]) => make("span", "soft", ` ${side}: ${names.join("; ")}.`));
  const by = link.by_hand ? "confirmed by hand; the machine: " : "";
  const verdict = make("p", "verdict", make("b", "", `${by}${link.words}`), `, ${link.extent}.`, ...reasons);
  const tools = makeLinkTools(view, link, placeAt(theirs));
  return make("article", "card", verdict, makePassage(view, mine, false), makePassage(view, theirs, true), tools);
}

/** A passage of a link; that of the partner goes there. */
function makePassage(view, end, goes) {
  const place = placeAt(end);
  const title = `bring ${view.nameOf(place)} beside ${view.nameOf(view.picked)}`;
  return makeRow(view, place, [...differingIn(view.spots.get(place).sentence), ...asMarks(end.differing)], goes ? title : "");
}

/** A sentence with its name in the colour of its outlet; with a title the name is a button which goes there. */
function makeRow(view, place, marks, title) {
  const label = view.nameOf(place);
  const name = title ? makeButton(label, () => goBeside(view, place), { title }) : make("b", "tag", label);
  const text = make("span", "quote");
  fillText(text, view.spots.get(place).sentence.text, marks);
  return make("div", `passage ${view.toneOf(place)}`, name, text);
}

/** A column without a partner: its state in words, and the nearest passage as a button which goes there. */
function makeNearest(view, other, rejected) {
  const place = other.sentence === null ? null : placeAt(other);
  if (place === null || rejected.includes(place)) return make("article", "card", make("p", "nearest", other.label));
  const row = makeRow(view, place, [], `go to the nearest passage, ${view.nameOf(place)}`);
  const head = make("p", "nearest", make("b", "", other.label), "; nearest passage:");
  return make("article", "card", head, row, makeNearestTools(view, place));
}

/** What a screen reader says after a pick. */
function spokenSummary(view) {
  const { sentence } = view.spots.get(view.picked);
  const partners = sentence.partners.map((number) => {
    const link = view.data.links[number];
    const [, theirs] = view.endsOf(link);
    return `${view.nameOf(placeAt(theirs))}, ${link.by_hand ? "confirmed by hand, " : ""}${link.words}`;
  });
  const details = sentence.differences.map((number) => view.data.differences[number]);
  const told = details.map(({ tag, heading, why }) => `${tag} ${heading}: ${why}.`).join(" ");
  return `${view.nameOf(view.picked)}, ${sentence.label}. ${partners.length ? `Partners: ${partners.join("; ")}. ` : ""}${told}`;
}

/** Say something to a screen reader. */
function speak(view, words) {
  view.spoken.textContent = words;
}

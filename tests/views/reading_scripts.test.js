// The parts of the reading view's scripts that need no browser: what the story knows, steps by keyboard, changes of the state.

import assert from "node:assert/strict";
import test from "node:test";

import { judgePartner } from "../../components/views/reading/corrections.js";
import { nextFact, nextFlagged, nextSentence } from "../../components/views/reading/navigation.js";
import { eventKey, SHORTCUTS } from "../../components/views/reading/shortcuts.js";
import { Store } from "../../components/views/reading/state.js";
import { Story } from "../../components/views/reading/story.js";

const sentence = (number, status, more = {}) => ({
  ...{ number, status, role: "body", text: `Sentence ${number} 🙂.`, symbol: "", label: "" },
  ...{ marks: [], partners: [], elsewhere: [], differences: [], facts: [], ...more },
});
const column = (key, ...sentences) => ({ key, title: key, masthead: "", sentences });
const end = (key, index) => ({ key, sentence: index, differing: [] });
const link = (one, other, byHand) => ({ ends: [one, other], words: "", extent: "", reasons: [], against: [], by_hand: byHand });

const payload = {
  columns: [
    column("A", sentence(1, "stated", { partners: [0, 1] }), sentence(2, "not_found", { facts: [0] })),
    column("B", sentence(1, "stated", { partners: [0] }), sentence(2, "partly", { partners: [1] })),
  ],
  links: [link(end("A", 0), end("B", 0), true), link(end("A", 0), end("B", 1), false)],
  differences: [],
  facts: [
    {
      ...{ id: "f", label: [["He", false], [" [Anto]", true], [" spoke", false]], checked: false, places: 1 },
      ...{ mentions: [["A", 1, [[0, 8], [11, 12]]]], states: { A: "stated", B: "unclear" }, by_hand: ["B"] },
      ...{ adds: { B: ["14 bolts"] } },
    },
  ],
  rejected: [[{ key: "B", sentence: 1 }, { key: "A", sentence: 1 }]],
  states: [["stated", "●", "stated"], ["unclear", "?", "no clear match"]],
  legend: [],
  undo: "",
  redo: "",
};
const story = new Story(payload);

test("a sentence knows its partners, the most probable first, and those that were rejected", () => {
  assert.deepEqual(story.partners("A:0"), ["B:0", "B:1"]);
  assert.deepEqual(story.partners("B:1"), ["A:0"]);
  assert.deepEqual(story.rejectedPartners("A:1"), ["B:1"]);
  assert.equal(story.linkBetween("A:0", "B:1"), payload.links[1]);
});

test("a fact has the words of its spans, counted in code points, and its states elsewhere", () => {
  assert.equal(story.factWords(0, "A:1"), "Sentence … 🙂");
  const [state] = story.statesElsewhere(0, "A:1");
  assert.equal(`${state.key}: ${story.symbol(state.status)} ${story.stateWords(state)}`, "B: ? no clear match, set by hand");
});

test("a label has what is ours in it, and a state what the article adds", () => {
  assert.equal(story.labelText(0), "He [Anto] spoke");
  assert.deepEqual(story.statesElsewhere(0, "A:1")[0].adds, ["14 bolts"]);
});

test("a fact that is told differently counts as a difference, and its sentence is worth a look", () => {
  const columns = [column("A", sentence(1, "differs"), sentence(2, "stated")), payload.columns[1]];
  const differing = new Story({ ...payload, columns, facts: [] });
  assert.deepEqual([story.hasDifferences, differing.hasDifferences], [false, true]);
  assert.deepEqual(differing.flagged, ["A:0", "B:1"]);
});

test("steps go round the end, and nowhere where there is nothing", () => {
  assert.deepEqual(story.flagged, ["A:1", "B:1"]);
  for (const [picked, step] of [[null, 1], ["B:1", 1], ["B:0", -1]]) assert.equal(nextFlagged(story, picked, step), "A:1");
  assert.deepEqual([nextSentence(story, "A:0", 1), nextSentence(story, "A:1", 1)], ["A:1", null]);
  assert.deepEqual([nextFact([4, 7], null, -1), nextFact([4, 7], 7, 1), nextFact([], null, 1)], [7, 4, null]);
});

test("every change makes a new state, and a new drawing keeps what outlives it", () => {
  const store = new Store();
  const first = store.state;
  store.pick("A:0");
  store.toggleCorrections("f");
  store.setMode({ kind: "link", from: { key: "C", sentence: 0, span: null } });
  assert.equal(first.picked, null);
  assert.throws(() => (store.state.picked = "B:0"), TypeError);
  store.restart(story);
  assert.deepEqual([store.state.picked, store.state.mode, [...store.state.expanded]], [null, null, ["f"]]);
});

test("the keys confirm what no person confirmed, at the partner brought beside or the likeliest", () => {
  const store = new Store();
  store.pick("A:0");
  assert.equal(judgePartner(story, store.state, "confirm_link"), null);
  store.bringBeside("B:1");
  const ends = [{ key: "A", sentence: 0, span: null }, { key: "B", sentence: 1, span: null }];
  assert.deepEqual(judgePartner(story, store.state, "confirm_link"), { do: "confirm_link", ends });
});

test("shortcuts have the names that keyboard events give them, each another", () => {
  assert.deepEqual(["Shift+f", "Esc", "↓", "n"].map(eventKey), ["F", "Escape", "ArrowDown", "n"]);
  const shortcuts = Object.values(SHORTCUTS);
  assert.equal(new Set(shortcuts.map(eventKey)).size, shortcuts.length);
});

"""The values that the reading view draws: states, partners, nearest passages, words that differ."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from components.story import (
    Article,
    Comparison,
    Difference,
    DifferenceKind,
    Fact,
    LabelAddition,
    Link,
    Masthead,
    Mention,
    Nearest,
    Presence,
    Sentence,
    SentenceRef,
    Status,
    Verdict,
)
from components.views.reading import payload
from tests.report.factories import detail

HOSTILE = '</script><img src=x onerror="alert(1)"> 🙂 & "97%"'


def article(key: str, *texts: str, outlet: str | None = None) -> Article:
    """An article with one sentence a line; the first is its headline."""
    sentences, at = [], 0
    for index, text in enumerate(texts):
        sentences.append(Sentence(index, at, at + len(text), text, "headline" if index == 0 else "body"))
        at += len(text) + 1
    whole = "\n".join(texts)
    return Article(whole, tuple(sentences), whole, outlet=outlet or f"Outlet {key}", masthead=Masthead(dateline="ROME"), key=key)


def mention(art: Article, index: int, start: int = 0, end: int | None = None) -> Mention:
    sent = art.sentences[index]
    span = (sent.start + start, sent.start + end if end is not None else sent.end)
    return Mention(art.key, index, (span,), art.text[slice(*span)])


def presence(status: Status, sentence: int | None = None) -> Presence:
    likely = {"stated": 0.95, "partly": 0.6, "unclear": 0.3, "not_found": 0.02}[status]
    return Presence(status, likely, None if sentence is None else Nearest(sentence, likely))


A = article("A", "Ferry stops", "The ferry stopped at 7 on Friday.", "Nobody was hurt, officials said.")
B = article("B", "The ferry halts", "On Friday at 7 the ferry stopped.", HOSTILE)
C = article("C", "Ferry", "Fares rise in May.")
LINKS = (
    Link("A", "B", 1, 1, 0.7, "part", {"same number: 7": 1.0, "order in the story": -0.3}),
    Link("A", "B", 0, 0, 0.97, "full", {"shared rare words: ferry": 2.5}),
    Link("A", "B", 1, 0, 0.9, "part", {}),
    Link("A", "C", 0, 0, 0.8, "full", {}),
)


def comparison(*facts: Fact, links: tuple[Link, ...] = LINKS) -> Comparison:
    return Comparison((A, B, C), links, facts, {}, "tiny", "", calibrated=True)


STATED = Fact(
    "f1",
    "x",
    (mention(A, 1), mention(B, 1)),
    {"A": presence("stated"), "B": presence("stated", 1), "C": presence("not_found", 1)},
)
ONLY_A = Fact("f2", "y", (mention(A, 2),), {"A": presence("stated"), "B": presence("not_found", 2), "C": presence("unclear", 0)})
DETAIL = Fact(
    "f3",
    "on Friday",
    (mention(A, 1, 23, 32),),
    {"A": presence("stated"), "B": presence("not_found"), "C": presence("partly")},
)


def test_it_is_plain_json_and_text_stays_as_it_is() -> None:
    drawn = payload(comparison(STATED), ("A", "B"))
    assert json.loads(json.dumps(drawn)) == drawn
    assert drawn["columns"][1]["sentences"][2]["text"] == HOSTILE


def test_a_column_names_its_article_and_counts_from_one() -> None:
    column = payload(comparison(), ("A", "B"))["columns"][0]
    assert (column["key"], column["title"]) == ("A", "A · Outlet A")
    assert column["masthead"].startswith("ROME · ")
    assert column["masthead"].endswith("3 sentences · 14 words")
    assert [(s["number"], s["role"]) for s in column["sentences"]] == [(1, "headline"), (2, "body"), (3, "body")]


def test_only_links_between_shown_columns_are_there_likeliest_first() -> None:
    drawn = payload(comparison(), ("A", "B"))
    ends = [[(end["key"], end["sentence"]) for end in link["ends"]] for link in drawn["links"]]
    assert ends == [[("A", 0), ("B", 0)], [("A", 1), ("B", 0)], [("A", 1), ("B", 1)]]
    assert [s["partners"] for s in drawn["columns"][0]["sentences"]] == [[0], [1, 2], []]
    assert [s["partners"] for s in drawn["columns"][1]["sentences"]] == [[0, 1], [2], []]


def test_a_link_says_in_words_how_likely_how_much_and_why() -> None:
    links = payload(comparison(), ("A", "B"))["links"]
    assert links[0]["words"] == "very likely the same (0.97)"
    assert links[0]["extent"] == "nearly all of the shorter one"
    assert (links[0]["reasons"], links[0]["against"]) == (["shared rare words: ferry"], [])
    assert links[2]["extent"] == "in part"
    assert (links[2]["reasons"], links[2]["against"]) == (["same number: 7"], ["order in the story"])


def test_the_words_that_differ_are_spans_of_each_sentence() -> None:
    link = payload(comparison(), ("A", "B"))["links"][2]
    texts = [A.sentences[1].text, B.sentences[1].text]
    found = [[text[start:end] for start, end in end_["differing"]] for text, end_ in zip(texts, link["ends"], strict=True)]
    assert found == [["at 7 on Friday"], ["On Friday at 7"]]


@pytest.mark.parametrize(
    ("keys", "status", "label"),
    [
        (("A", "B"), "not_found", "not found in B"),
        (("A", "C"), "unclear", "no clear match in C"),
        (("A", "B", "C"), "unclear", "no clear match in one of B and C"),
    ],
)
def test_the_state_of_a_sentence_looks_at_the_shown_columns_only(keys: tuple[str, ...], status: str, label: str) -> None:
    sentence = payload(comparison(ONLY_A), keys)["columns"][0]["sentences"][2]
    assert (sentence["status"], sentence["label"]) == (status, label)


def test_a_column_without_a_partner_has_its_state_and_the_nearest_passage() -> None:
    sentences = payload(comparison(STATED, ONLY_A), ("A", "B", "C"))["columns"][0]["sentences"]
    assert sentences[2]["elsewhere"] == [
        {"key": "B", "label": "not found in B", "sentence": 2},
        {"key": "C", "label": "no clear match in C", "sentence": 0},
    ]
    assert [other["key"] for other in sentences[1]["elsewhere"]] == ["C"], "B has a partner"
    assert sentences[0]["elsewhere"] == []


def test_without_facts_there_is_no_nearest_passage() -> None:
    assert payload(comparison(), ("A", "B"))["columns"][0]["sentences"][2]["elsewhere"] == [
        {"key": "B", "label": "no clear match in B", "sentence": None}
    ]


def test_words_stated_only_here_are_marked_inside_a_shared_sentence() -> None:
    shared = payload(comparison(STATED, DETAIL), ("A", "B"))["columns"][0]["sentences"][1]
    assert [(shared["text"][start:end], kind) for start, end, kind, _ in shared["marks"]] == [("on Friday", "only")]
    partly = payload(comparison(STATED, DETAIL), ("A", "C"))["columns"][0]["sentences"][1]
    assert partly["marks"] == [], "C states a part of it"


def pair(kind: DifferenceKind, verdict: Verdict, *ends: tuple[Article, int, str]) -> Difference:
    left, right = (detail(*end) for end in ends)
    return Difference(kind, "f1", left, right, verdict, "why")


DIFFERENCES = (
    pair("number", "compatible", (A, 1, "7"), (B, 1, "7")),
    pair("date", "differs", (A, 1, "Friday"), (C, 1, "May")),
    pair("date", "more_specific", (A, 1, "on Friday"), (B, 1, "On Friday")),
    pair("term", "differs", (A, 2, "Nobody"), (B, 0, "The")),
)


def test_pairs_of_details_between_the_columns_come_with_words_and_both_ends() -> None:
    drawn = payload(replace(comparison(STATED, ONLY_A), differences=DIFFERENCES), ("A", "B"))
    headings = [(pair["tag"], pair["heading"]) for pair in drawn["differences"]]
    assert headings == [("≠2", "term differs"), ("", "date: more specific")]
    assert drawn["differences"][1]["ends"] == [
        {"key": "A", "sentence": 1, "text": "on Friday"},
        {"key": "B", "sentence": 1, "text": "On Friday"},
    ]
    assert [s["differences"] for s in drawn["columns"][0]["sentences"]] == [[], [1], [0]]
    assert [s["differences"] for s in drawn["columns"][1]["sentences"]] == [[0], [1], []]
    assert payload(comparison(), ("A", "B"))["differences"] == []


def test_details_that_differ_are_marked_even_where_the_sentence_stands_only_here() -> None:
    sentences = payload(replace(comparison(STATED, ONLY_A), differences=DIFFERENCES), ("A", "B"))["columns"][0]["sentences"]
    assert (sentences[2]["status"], sentences[2]["marks"]) == ("not_found", [[0, 6, "differs", "≠2"]])
    assert sentences[1]["marks"] == [], "Friday differs from C alone"


def spoken(drawn: dict, key: str, number: int) -> list[list[str]]:
    """The words of each fact of a sentence, in its order."""
    column = next(column for column in drawn["columns"] if column["key"] == key)
    sentence = column["sentences"][number]
    found = []
    for fact in sentence["facts"]:
        [spans] = [spans for k, n, spans in drawn["facts"][fact]["mentions"] if (k, n) == (key, number)]
        found.append([sentence["text"][start:end] for start, end in spans])
    return found


TWO_PARTS = Fact(
    "f9",
    "at 7 on Friday",
    (
        Mention("A", 1, (mention(A, 1, 18, 22).spans[0], mention(A, 1, 0, 9).spans[0]), "at 7 … The ferry"),
        mention(A, 1, 0, 9),
        mention(C, 1),
        mention(B, 1, 0, 9),
    ),
    {"A": presence("stated"), "B": replace(presence("not_found", 1), by_hand=True), "C": presence("partly", 1)},
    checked=True,
)


def test_the_facts_of_a_sentence_stand_in_its_order_with_their_words() -> None:
    late = Fact("f3", "on Friday", (mention(A, 1, 23, 32),), {key: presence("stated") for key in "ABC"})
    drawn = payload(comparison(late, TWO_PARTS), ("A", "B"))
    assert spoken(drawn, "A", 1) == [["The ferry", "at 7"], ["on Friday"]]
    assert spoken(drawn, "B", 1) == [["On Friday"]]
    assert drawn["columns"][0]["sentences"][0]["facts"] == []


def test_a_fact_has_its_state_in_the_shown_columns_and_says_what_a_person_set() -> None:
    [drawn] = payload(comparison(TWO_PARTS), ("A", "B"))["facts"]
    assert (drawn["states"], drawn["by_hand"]) == ({"A": "stated", "B": "not_found"}, ["B"])
    assert (drawn["id"], drawn["checked"]) == ("f9", True)
    assert [key for key, _, _ in drawn["mentions"]] == ["A", "B"], "C is not shown"
    assert drawn["places"] == 3, "but counts among its places"


def test_a_label_is_told_only_where_a_mention_says_other_words() -> None:
    theirs = replace(TWO_PARTS, label="when it stopped")
    verbatim = replace(TWO_PARTS, mentions=TWO_PARTS.mentions[:1], label=TWO_PARTS.mentions[0].text)
    assert [fact["label"] for fact in payload(comparison(theirs, verbatim), ("A", "B"))["facts"]] == [
        [["when it stopped", False]],
        [],
    ]


def test_a_fact_that_no_shown_article_mentions_is_not_sent() -> None:
    only_c = Fact("f8", "x", (mention(C, 1),), {"A": presence("unclear"), "B": presence("unclear"), "C": presence("stated")})
    assert payload(comparison(only_c), ("A", "B"))["facts"] == []


def test_what_is_ours_in_a_label_comes_apart_from_the_words_of_an_article() -> None:
    label = f"{TWO_PARTS.mentions[0].text} [Anto]"
    additions = (LabelAddition(len(TWO_PARTS.mentions[0].text), " [Anto]"),)
    ours = replace(TWO_PARTS, mentions=TWO_PARTS.mentions[:1], label=label, label_additions=additions)
    (fact,) = payload(comparison(ours), ("A", "B"))["facts"]
    assert fact["label"] == [[TWO_PARTS.mentions[0].text, False], [" [Anto]", True]]


def test_what_an_article_adds_comes_with_its_state() -> None:
    adding = replace(TWO_PARTS.presence["B"], adds=("14  bolts", "Kessary"))
    (fact,) = payload(comparison(replace(TWO_PARTS, presence={**TWO_PARTS.presence, "B": adding})), ("A", "B"))["facts"]
    assert fact["adds"] == {"B": ["14 bolts", "Kessary"]}


def test_a_sentence_whose_fact_is_told_differently_has_the_sign_of_that() -> None:
    differing = replace(TWO_PARTS, presence={**TWO_PARTS.presence, "B": replace(TWO_PARTS.presence["B"], status="differs")})
    drawn = payload(comparison(differing), ("A", "B"))
    mention = next(mention for mention in differing.mentions if mention.article == "A")
    sentence = drawn["columns"][0]["sentences"][mention.sentence]
    assert (sentence["status"], sentence["symbol"], sentence["label"]) == ("differs", "≠", "differs in B")
    assert drawn["legend"][-1] == ["≠", "differs in the other"]


def test_each_state_comes_with_its_symbol_and_its_words() -> None:
    assert payload(comparison(), ("A", "B"))["states"] == [
        ["stated", "●", "stated"],
        ["partly", "◐", "partly stated"],
        ["not_found", "○", "not found"],
        ["unclear", "?", "no clear match"],
        ["differs", "≠", "differs"],
    ]


def test_what_a_person_decided_about_links_is_told() -> None:
    made = replace(LINKS[0], by_hand=True)
    a, b = SentenceRef("A", 2), SentenceRef("B", 1)
    corrected = replace(comparison(links=(made, LINKS[1])), rejected=((a, b), (SentenceRef("A", 1), SentenceRef("C", 1))))
    drawn = payload(corrected, ("A", "B"))
    assert [link["by_hand"] for link in drawn["links"]] == [False, True], "most probable first"
    assert drawn["rejected"] == [[{"key": "A", "sentence": 2}, {"key": "B", "sentence": 1}]], "C is not shown"


def test_a_nearest_passage_says_when_a_person_set_the_state() -> None:
    by_hand = {**ONLY_A.presence, "B": replace(ONLY_A.presence["B"], by_hand=True)}
    drawn = payload(comparison(replace(ONLY_A, presence=by_hand)), ("A", "B"))
    assert drawn["columns"][0]["sentences"][2]["elsewhere"][0]["label"] == "not found in B, set by hand"


def test_differences_keep_their_number_in_the_comparison_and_what_a_person_found() -> None:
    none = replace(DIFFERENCES[0], checked="none")
    checked = replace(DIFFERENCES[3], checked="checked")
    drawn = payload(replace(comparison(STATED, ONLY_A), differences=(none, *DIFFERENCES[1:3], checked)), ("A", "B"))
    assert [(pair["index"], pair["checked"]) for pair in drawn["differences"]] == [(3, "checked"), (0, "none"), (2, "")]
    assert drawn["differences"][1]["heading"] == "number: compatible"


def test_one_article_alone_has_no_partners() -> None:
    alone = Comparison((A,), (), (), {}, "tiny", "", calibrated=True)
    drawn = payload(alone, ("A",))
    assert len(drawn["columns"]) == 1
    assert drawn["links"] == []
    assert drawn["legend"] == []
    for s in drawn["columns"][0]["sentences"]:
        assert (s["partners"], s["elsewhere"], s["symbol"], s["label"]) == ([], [], "", "")


def test_the_legend_explains_each_symbol_for_two_and_for_more_columns() -> None:
    two, three = (payload(comparison(), keys)["legend"] for keys in (("A", "B"), ("A", "B", "C")))
    assert [symbol for symbol, _ in two] == ["●", "◐", "○", "?"]
    assert two[0][1] == "stated in the other"
    assert three[0][1] == "stated in another column"

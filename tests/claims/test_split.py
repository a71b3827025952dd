"""Claims: the facts that a sentence is split into, and what is true of the claims of any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.claims import Claim, split_sentence
from components.language import parse, spans_in_quotation_marks, tokenize

pytestmark = pytest.mark.model

CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"}


def claims_of(text: str) -> list[tuple[str, str]]:
    """Return the claims of a text as (kind, words)."""
    doc = parse([text])[0]
    claims = split_sentence(doc, spans_in_quotation_marks([text])[0])
    return [(claim.kind, words_of(text, claim)) for claim in claims]


def words_of(text: str, claim: Claim) -> str:
    return " … ".join(text[start:end] for start, end in claim.spans)


def check_claims(text: str) -> None:
    """Check what is true of the claims of any text: whole words, spans in order, every content word in a claim."""
    doc = parse([text])[0]
    quotations = spans_in_quotation_marks([text])[0]
    claims = split_sentence(doc, quotations)
    assert claims == split_sentence(doc, quotations)
    covered: set[int] = set()
    inside_words = {offset for word in tokenize(text) for offset in range(word.start + 1, word.end)}
    for claim in claims:
        assert claim.spans
        assert 0 <= claim.head < len(doc)
        previous_end = -1
        for start, end in claim.spans:
            assert previous_end < start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
            assert not {start, end} & inside_words
            previous_end = end
            covered.update(range(start, end))
    for token in doc:
        if token.pos_ in CONTENT:
            assert token.idx in covered, token


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained.", [("main", "It rained")]),
        (
            "The mayor, who was elected in 2019, resigned on Monday and moved to Berlin after the council accused him of fraud.",
            [
                ("main", "The mayor … resigned on Monday"),
                ("relative", "The mayor, who was elected in 2019"),
                ("conjunct", "The mayor … moved to Berlin"),
                ("clause", "after the council accused him of fraud"),
            ],
        ),
        (
            "Dora Quill, the former governor of Westmark, opened the bridge on Monday.",
            [
                ("main", "Dora Quill … opened the bridge on Monday"),
                ("apposition", "Dora Quill, the former governor of Westmark"),
            ],
        ),
        (
            "A bomb exploded in the market of Tervo on Friday, killing 115 people.",
            [("main", "A bomb exploded in the market of Tervo on Friday"), ("clause", "A bomb … killing 115 people")],
        ),
        (
            "Killings have fallen 40%, from an average of 86.9 a day in March 2031 to 52.4 a day in June 2032.",
            [
                ("main", "Killings have fallen 40%"),
                ("clause", "Killings … fallen … from an average of 86.9 a day in March 2031 to 52.4 a day in June 2032"),
            ],
        ),
        (
            "Two men have been arrested by the navy in Tervo and charged with theft of a ship.",
            [
                ("main", "Two men have been arrested by the navy in Tervo"),
                ("conjunct", "Two men have been … charged with theft of a ship"),
            ],
        ),
    ],
)
def test_a_sentence_of_several_facts_is_split(text: str, expected: list[tuple[str, str]]) -> None:
    assert claims_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two men bought and sold the old ferry.",
        "Quill signs ferry pact as crew of stranded Tervo boat heads home",
        "Dora Quill, 45, won the race in Tervo, Westmark.",
        "The mayor, Dora Quill, will resign if the council votes against her.",
        "This was the first time that a woman won the race.",
        "The report called for the navy to hire two more doctors at the port of Tervo.",
        "The company went on to win three prizes in Tervo and Westmark last year.",
        "The minister said that the dam broke.",
        "The dam broke, according to the ministry.",
        "The minister denied on Monday in a letter to the court that he took bribes.",
    ],
)
def test_a_single_fact_is_one_claim(text: str) -> None:
    assert len(claims_of(text)) == 1


def test_a_frame_is_a_claim_only_if_it_says_more_than_who_speaks() -> None:
    assert claims_of("The dam broke near Tervo, the minister said.") == [
        ("content", "The dam broke near Tervo, the minister said")
    ]
    assert claims_of("The dam broke near Tervo, the minister said on Friday during her morning press conference.") == [
        ("content", "The dam broke near Tervo"),
        ("frame", "the minister said on Friday during her morning press conference"),
    ]


def test_both_parts_of_what_a_speaker_says_keep_the_speaker() -> None:
    assert claims_of("The minister said that the dam broke in March and that the road to Tervo was flooded.") == [
        ("content", "The minister said that the dam broke in March"),
        ("conjunct", "The minister said … that the road to Tervo was flooded"),
    ]


@pytest.mark.parametrize(
    "text", ["“As mayors, you can’t win,” Dora Quill wrote.", '"Why can\'t we run this race?" Quill continued.']
)
def test_a_bare_frame_is_never_alone(text: str) -> None:
    assert len(claims_of(text)) == 1


def test_a_list_of_quotations_is_one_claim() -> None:
    assert len(claims_of("The list had “paper cups,” “old plates,” “the big spoons,” and “forks,” the judge said.")) == 1


def test_quotation_marks_and_brackets_are_whole() -> None:
    for _, text in claims_of("“We lost the old bridge,” said Dora Quill (a Westmark senator), who crossed the river on Friday."):
        assert text.count("“") == text.count("”")
        assert text.count("(") == text.count(")")


def test_a_hyphenated_word_is_not_cut() -> None:
    check_claims("The co-owner and ex-wife, re-reading the 2031-32 report, wasn't pleased with Dora's well-known half-truths.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "…",
        "[...]",
        "And so he did.",
        "Storm",
        "Mayor Quits After Fraud Claim, Council Names New Leader",
        "UPDATE: 7:19 p.m. -- Ferry Sinks; Three Held",
        "1. Cups 2. Plates 3. Spoons",
        "What is this? A circus? he said, drawing laughter.",
        "and and and , , ( ( “ said that that who which",
        "Der Damm brach am Freitag, sagte die Ministerin.",
        "部长说,雨。 قال الوزير",
        "a\u00a0b\u200b c\n\nd\te",
    ],
)
def test_claims_of_odd_texts(text: str) -> None:
    check_claims(text)


WORD = st.sampled_from(
    "the mayor said that who which killed , and ; “ ” ( ) - — Dora Quill's in 2031 $4.5m after with two held to from by "
    "if was been not River-bank don't . : ... % Friday report , says".split()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORD, max_size=40).map(" ".join) | st.text(max_size=60))
def test_every_word_is_in_a_claim(text: str) -> None:
    check_claims(text)


def test_a_sentence_of_two_thousand_words_is_split_quickly() -> None:
    for text in ("The mayor, who said that " * 400, "storm " * 2000, "he came and the mayor went after two men left, " * 200):
        doc = parse([text])[0]
        start = time.perf_counter()
        claims = split_sentence(doc)
        assert claims
        assert time.perf_counter() - start < 3

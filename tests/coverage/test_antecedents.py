"""Whom the pronouns of a label mean: in brackets, only where the article settles it and the label does not say it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.claims import PlacedClaim
from components.coverage import with_antecedents
from components.language.parsed_article import pair_with_parse
from components.language.spacy_parser import parse
from components.story import Attribution, Fact
from tests.report.factories import article

STORY = [
    "Anto Reske, the mayor of Osmere, was arrested on Friday.",
    "He told the judge that he was ill.",
    "Ida Marsh, who runs the port, wept.",
    "Her brother said that nobody had warned her.",
    "“He lied to us,” she said.",
    "It rained in the town.",
    "Anto Reske was freed, but he’ll go home on Monday.",
]


def labelled(sentence: int, words: str | None = None, *more: str, story: list[str] = STORY) -> Fact:
    """The fact that some words of a sentence label, with what is added to it."""
    made = article("A", story, headline=False)
    parsed = pair_with_parse(made, parse(story))
    sent = made.sentences[sentence]
    pieces = [words or sent.text, *more]
    spans = tuple((start := sent.start + sent.text.index(piece), start + len(piece)) for piece in pieces)
    return with_antecedents(Fact("f", " … ".join(pieces), (), {}), PlacedClaim(sentence, spans, 0), parsed)


@pytest.mark.parametrize(
    ("sentence", "words", "label"),
    [
        (1, ("He told the judge that he was ill.",), "He [Anto Reske] told the judge that he was ill."),
        (1, ("he was ill",), "he [Anto Reske] was ill"),
        (3, ("Her brother said",), "Her [Ida Marsh’s] brother said"),
        (3, ("Her brother", "nobody had warned her"), "Her [Ida Marsh’s] brother … nobody had warned her"),
        (4, ("“He lied to us,” she said.",), "“He lied to us,” she [Ida Marsh] said."),
        (
            0,
            ("Anto Reske, the mayor of Osmere, was arrested on Friday.",),
            "Anto Reske, the mayor of Osmere, was arrested on Friday.",
        ),
        (5, ("It rained in the town.",), "It rained in the town."),
        (6, ("he’ll go home on Monday",), "he’ll [Anto Reske] go home on Monday"),
    ],
)
def test_a_label_says_whom_it_means(sentence: int, words: tuple[str, ...], label: str) -> None:
    found = labelled(sentence, *words)
    assert found.label == label
    assert found.verbatim_label == " … ".join(words), "without our own words it is verbatim"


@pytest.mark.parametrize(
    "story",
    [
        ["He told the judge that he was ill."],
        ["The mayor met the keeper in Osmere.", "He told the judge that he was ill."],
        ["He, he and he 😀 …", "“He” – he"],
    ],
    ids=["nobody before", "nobody named", "odd"],
)
def test_what_the_text_leaves_open_stays_so(story: list[str]) -> None:
    assert labelled(len(story) - 1, story=story).label_additions == ()


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("“It shook like a leaf.”", "[Ida Marsh:] “It shook like a leaf.”"),
        ("“It shook like a leaf.” Ida Marsh said", "“It shook like a leaf.” Ida Marsh said"),
        ("It rained and it snowed", "It rained and it snowed"),
    ],
    ids=["a bare quotation", "its speaker is named", "no quotation"],
)
def test_a_bare_quotation_says_who_speaks(words: str, label: str) -> None:
    sentence = "It rained and it snowed: “It shook like a leaf.” Ida Marsh said."
    made = article("A", [sentence], headline=False)
    start, content = sentence.index(words), sentence.index("It shook")
    said = Attribution("A", 0, "Ida Marsh", None, None, ((content, content + len("It shook like a leaf.")),), True)
    parsed = pair_with_parse(made, parse([sentence]))
    placed = PlacedClaim(0, ((start, start + len(words)),), 0)
    found = with_antecedents(Fact("f", words, (), {}), placed, parsed, [said])
    assert found.label == label
    assert found.verbatim_label == words
    nobody = [
        replace(said, speaker=None),
        replace(said, speaker="the report"),
        replace(said, direct=False),
        replace(said, sentence=1),
    ]
    assert with_antecedents(Fact("f", words, (), {}), placed, parsed, nobody).label_additions == ()

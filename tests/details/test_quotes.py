"""Quotations: what stands in quotation marks, one utterance in two versions, and what is not one utterance."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.details.quotes import compare_quotes, find_quotes, quote_pairs
from components.details.quotes.align import align
from components.details.quotes.extract import quote_words
from components.details.sentence_pair import SentencePair
from components.language.parsed_article import ParsedArticle, pair_with_parse
from components.language.quotation_marks import closed_quotation_spans
from components.story import Attribution, Difference
from tests.report.factories import article

SAID = ", said Orla Venn."
WORDS = st.sampled_from("the river won't bridge we are flooded again I'd mayor twice one 2 [the] … and harbour harbor".split())
LINES = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)


def text(key: str, *sentences: str) -> ParsedArticle:
    return pair_with_parse(article(key, sentences), ())


def pair(left: ParsedArticle, right: ParsedArticle, at: tuple[int, int] = (0, 0), probability: float = 0.95) -> SentencePair:
    return SentencePair(left, at[0], right, at[1], probability, np.zeros((0, 0), dtype=np.float32))


def compared(
    left: ParsedArticle, right: ParsedArticle, at: tuple[int, int] = (0, 0), probability: float = 0.95
) -> list[Difference]:
    lefts, rights = find_quotes(left)[at[0]], find_quotes(right)[at[1]]
    return list(compare_quotes(pair(left, right, at, probability), lefts, rights))


def quoted(one: str, other: str, probability: float = 0.95) -> list[Difference]:
    """The differences of two quotations, each alone in its article."""
    return compared(text("A", f"“{one}”{SAID}"), text("B", f"“{other}”{SAID}"), probability=probability)


def said(item: ParsedArticle, sentence: int, speaker: str) -> Attribution:
    at = item.article.sentences[sentence]
    return Attribution(item.article.key, sentence, speaker, None, None, ((at.start, at.end),), True)


def test_words_are_compared_without_accents_marks_and_an_editors_insertions() -> None:
    line = "We’re the U.S. [and Osmere] team, uh, José & 40% can't…"
    found = quote_words(line, (0, len(line)))
    forms = ["we", "are", "the", "us", "team", "jose", "and", "40", "percent", "can", "not"]
    assert [word.form for word in found] == forms
    assert [word.form for word in found if word.cut] == ["team"]
    assert {line[word.start : word.end] for word in found if word.contracted} == {"We’re", "can't"}


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("This is poison to the peace of our valley", "It’s poison for the peace of our valley", "poison for"),
        ("They heard a strange noise by the river", "They heard a very strange noise by the river", "a very strange"),
        ("They gave no permits or licences to the harbor", "They gave no permits and licences to the harbour", "permits and"),
        ("We do not trust it. We refuse this plan for Osmere", "We do not trust it. We refuse this dam", "this dam"),
        ("I would love to see who built the dam", "I'd love to see who built the dam", "I'd"),
        ("I hastily blamed the ferry crew", "I read a letter and hastily blamed the ferry crew", "letter and hastily"),
        ("a watchdog and partisan machine", "partisan watchdog machine", "partisan watchdog"),
        ("begin drilling at sea against the smugglers", "We will start very soon to drill at sea for smugglers", "drill at sea"),
    ],
)  # fmt: skip
def test_other_words_in_one_utterance_differ(one: str, other: str, shown: str) -> None:
    (found,) = quoted(one, other)
    assert (found.kind, found.verdict, found.fact) == ("quote", "differs", "")
    assert found.why.startswith("changed words: “")
    assert found.right.text == other
    assert shown in str(found.right.value)
    assert f"“{found.left.value}” / “{found.right.value}”" in found.why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The harbour is closed, and nobody knows why.", "the harbor is closed and nobody knows why"),
        ("It is a long-term world view of the mayor", "It is a longterm worldview of the mayor"),
        ("He [Mr. Venn] closed the old harbor again", "He closed the old harbor again"),
        ("We lost the bridge ... and the whole harbor", "We lost the bridge in May and the whole harbor"),
        ("Sen. Venn closed two harbors in the town", "Senator Venn closed 2 harbors in the town"),
        ("We lost the bridge", "We lost the bridge in May"),
    ],
)
def test_same_words_in_another_spelling_or_cut_say_nothing(one: str, other: str) -> None:
    assert quoted(one, other) == []


def test_a_shortened_quotation_is_noted_once_it_lacks_much() -> None:
    full = "We lost the old bridge, and by the evening there was no harbor and no road left to save"
    (found,) = quoted("We lost the old bridge", full)
    assert found.verdict == "more_specific"
    assert found.why == "shortened: 5 words of this quotation on one side, 19 on the other"
    left = text("A", "“We lost the old bridge,” she said.", "“By the evening there was no harbor and no road left to save.”")
    assert compared(left, text("B", f"“{full}”{SAID}")) == [], "the rest stands in the next sentence"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will rebuild the harbor next year", "Nobody asked the mayor about the flood"),
        ("There is a two-in-five chance that the dam holds", "There is a one-in-five chance that the dam holds"),
        ("the old bridge", "Nobody in this town has ever repaired the old bridge or paid for it"),
        ("It is time to act", "It is time for me to go now"),
    ],
)
def test_two_utterances_are_not_compared(one: str, other: str) -> None:
    assert quoted(one, other) == []


def test_an_article_with_both_versions_does_not_differ() -> None:
    left = text("A", "“We came too late,” she said.")
    both = text("B", "“We came much too late,” she said.", "“We came too late,” she added.")
    assert compared(left, text("B", "“We came much too late,” she said."))[0].verdict == "differs"
    assert compared(left, both) == []


def test_speakers_by_name_who_are_two_people_are_not_compared() -> None:
    left, right = text("A", "“Repair the old bridge now,” he said."), text("B", "“Repair the old bridge soon,” she said.")
    for speaker, verdicts in (("Anders Holm", []), ("Orla Venn", ["differs"]), ("the mayor of Osmere", ["differs"])):
        lefts, rights = find_quotes(left, [said(left, 0, "Orla Venn")]), find_quotes(right, [said(right, 0, speaker)])
        assert lefts[0][0].speaker == "Orla Venn"
        assert [found.verdict for found in compare_quotes(pair(left, right), lefts[0], rights[0])] == verdicts


def test_below_a_link_only_long_quotations_are_taken_for_one_utterance() -> None:
    assert quoted("repair the old bridge", "repair that old bridge", probability=0.1) == []
    long = "the council has spent the whole winter repairing the old bridge at {} expense"
    assert [found.verdict for found in quoted(long.format("public"), long.format("private"), probability=0.1)] == ["differs"]


def test_versions_are_found_in_whole_articles() -> None:
    left = text("A", "Rain fell.", "“The council has spent the whole winter repairing the old bridge,” she said.", "“We stay.”")
    right = text(
        "B", "He said: “They spent the whole winter repairing the old bridge across the Quern.", "We stay.”", "It ended."
    )
    assert list(quote_pairs(left, right)) == [(1, 0)]
    assert list(quote_pairs(right, left)) == [(0, 1)]


def mirrored(found: Sequence[Difference]) -> set[tuple[object, ...]]:
    return {(d.kind, d.verdict, d.right, d.left) for d in found}


@given(st.lists(LINES, min_size=1, max_size=3), st.lists(LINES, min_size=1, max_size=3), st.sampled_from([0.1, 0.5, 0.95]))
def test_what_is_found_is_the_same_whichever_article_comes_first(ones: list[str], others: list[str], probability: float) -> None:
    left, right = text("A", *(f"“{one}” he said." for one in ones)), text("B", *(f"“{other}” he said." for other in others))
    found = compared(left, right, probability=probability)
    assert {(d.kind, d.verdict, d.left, d.right) for d in found} == mirrored(compared(right, left, probability=probability))
    assert {(j, i) for i, j in quote_pairs(left, right)} == set(quote_pairs(right, left))


@given(st.lists(st.text(alphabet="aB é1.'’“”\"«»„[](…&%-*\0", max_size=40), min_size=1, max_size=5))
def test_spans_lie_inside_their_sentence(texts: list[str]) -> None:
    for line, spans in zip(texts, closed_quotation_spans(texts), strict=True):
        for span in spans:
            assert 0 <= span[0] <= span[1] <= len(line)
            assert all(span[0] <= word.start < word.end <= span[1] for word in quote_words(line, span))


@given(LINES, LINES)
def test_words_in_common_are_in_order_on_both_sides(one: str, other: str) -> None:
    left, right = quote_words(one, (0, len(one))), quote_words(other, (0, len(other)))
    if found := align(left, right):
        assert list(found.matches) == sorted(set(found.matches))
        assert len({b for _, b in found.matches}) == len(found.matches)
        assert 0 < found.cover <= 1
        assert 0 < found.likeness <= 1


def test_very_long_sentences_stay_quick() -> None:
    started = perf_counter()
    quoted("the old bridge of Osmere " * 4000, "the new bridge of Osmere " * 4000)
    quoted("[" * 20_000 + "*" * 20_000, "“" * 20_000)
    many = "“the old bridge,” he said, " * 2000
    compared(text("A", many), text("B", many))
    assert perf_counter() - started < 5

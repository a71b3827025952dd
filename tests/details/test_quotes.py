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


def pair(
    left: ParsedArticle, right: ParsedArticle, sentences: tuple[int, int] = (0, 0), probability: float = 0.95
) -> SentencePair:
    return SentencePair(left, sentences[0], right, sentences[1], probability, np.zeros((0, 0), dtype=np.float32))


def differences(
    left: ParsedArticle, right: ParsedArticle, sentences: tuple[int, int] = (0, 0), probability: float = 0.95
) -> list[Difference]:
    left_quotes, right_quotes = find_quotes(left)[sentences[0]], find_quotes(right)[sentences[1]]
    return list(compare_quotes(pair(left, right, sentences, probability), left_quotes, right_quotes))


def differences_of(left_quote: str, right_quote: str, probability: float = 0.95) -> list[Difference]:
    """The differences of two quotations, each alone in its article."""
    return differences(text("A", f"“{left_quote}”{SAID}"), text("B", f"“{right_quote}”{SAID}"), probability=probability)


def attribution(parsed: ParsedArticle, i: int, speaker: str) -> Attribution:
    """The whole of sentence `i`, attributed to a speaker."""
    sentence = parsed.article.sentences[i]
    return Attribution(parsed.article.key, i, speaker, None, None, ((sentence.start, sentence.end),), True)


def test_words_are_compared_without_accents_marks_and_an_editors_insertions() -> None:
    line = "We’re the U.S. [and Osmere] team, uh, José & 40% can't…"
    words = quote_words(line, (0, len(line)))
    forms = ["we", "are", "the", "us", "team", "jose", "and", "40", "percent", "can", "not"]
    assert [word.form for word in words] == forms
    assert [word.form for word in words if word.after_gap] == ["team"]
    assert {line[word.start : word.end] for word in words if word.contracted} == {"We’re", "can't"}


@pytest.mark.parametrize(
    ("left_quote", "right_quote", "excerpt"),
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
def test_other_words_in_one_utterance_differ(left_quote: str, right_quote: str, excerpt: str) -> None:
    (difference,) = differences_of(left_quote, right_quote)
    assert (difference.kind, difference.verdict, difference.fact) == ("quote", "differs", "")
    assert difference.why.startswith("changed words: “")
    assert difference.right.text == right_quote
    assert excerpt in str(difference.right.value)
    assert f"“{difference.left.value}” / “{difference.right.value}”" in difference.why


@pytest.mark.parametrize(
    ("left_quote", "right_quote"),
    [
        ("The harbour is closed, and nobody knows why.", "the harbor is closed and nobody knows why"),
        ("It is a long-term world view of the mayor", "It is a longterm worldview of the mayor"),
        ("He [Mr. Venn] closed the old harbor again", "He closed the old harbor again"),
        ("We lost the bridge ... and the whole harbor", "We lost the bridge in May and the whole harbor"),
        ("Sen. Venn closed two harbors in the town", "Senator Venn closed 2 harbors in the town"),
        ("We lost the bridge", "We lost the bridge in May"),
    ],
)
def test_same_words_in_another_spelling_or_cut_make_no_difference(left_quote: str, right_quote: str) -> None:
    assert differences_of(left_quote, right_quote) == []


def test_a_shortened_quotation_is_noted_once_it_lacks_much() -> None:
    full = "We lost the old bridge, and by the evening there was no harbor and no road left to save"
    (difference,) = differences_of("We lost the old bridge", full)
    assert difference.verdict == "more_specific"
    assert difference.why == "shortened: 5 words of this quotation on one side, 19 on the other"
    left = text("A", "“We lost the old bridge,” she said.", "“By the evening there was no harbor and no road left to save.”")
    assert differences(left, text("B", f"“{full}”{SAID}")) == [], "the rest stands in the next sentence"


@pytest.mark.parametrize(
    ("left_quote", "right_quote"),
    [
        ("We will rebuild the harbor next year", "Nobody asked the mayor about the flood"),
        ("There is a two-in-five chance that the dam holds", "There is a one-in-five chance that the dam holds"),
        ("the old bridge", "Nobody in this town has ever repaired the old bridge or paid for it"),
        ("It is time to act", "It is time for me to go now"),
    ],
)
def test_two_utterances_are_not_compared(left_quote: str, right_quote: str) -> None:
    assert differences_of(left_quote, right_quote) == []


def test_an_article_with_both_versions_does_not_differ() -> None:
    left = text("A", "“We came too late,” she said.")
    both = text("B", "“We came much too late,” she said.", "“We came too late,” she added.")
    assert differences(left, text("B", "“We came much too late,” she said."))[0].verdict == "differs"
    assert differences(left, both) == []


def test_speakers_by_name_who_are_two_people_are_not_compared() -> None:
    left, right = text("A", "“Repair the old bridge now,” he said."), text("B", "“Repair the old bridge soon,” she said.")
    for speaker, verdicts in (("Anders Holm", []), ("Orla Venn", ["differs"]), ("the mayor of Osmere", ["differs"])):
        left_quotes, right_quotes = (
            find_quotes(left, [attribution(left, 0, "Orla Venn")]),
            find_quotes(right, [attribution(right, 0, speaker)]),
        )
        assert left_quotes[0][0].speaker == "Orla Venn"
        assert [d.verdict for d in compare_quotes(pair(left, right), left_quotes[0], right_quotes[0])] == verdicts


def test_below_a_link_only_long_quotations_are_taken_for_one_utterance() -> None:
    assert differences_of("repair the old bridge", "repair that old bridge", probability=0.1) == []
    long = "the council has spent the whole winter repairing the old bridge at {} expense"
    assert [d.verdict for d in differences_of(long.format("public"), long.format("private"), probability=0.1)] == ["differs"]


def test_versions_are_found_in_whole_articles() -> None:
    left = text("A", "Rain fell.", "“The council has spent the whole winter repairing the old bridge,” she said.", "“We stay.”")
    right = text(
        "B", "He said: “They spent the whole winter repairing the old bridge across the Quern.", "We stay.”", "It ended."
    )
    assert list(quote_pairs(left, right)) == [(1, 0)]
    assert list(quote_pairs(right, left)) == [(0, 1)]


def mirrored(differences: Sequence[Difference]) -> set[tuple[object, ...]]:
    return {(d.kind, d.verdict, d.right, d.left) for d in differences}


@given(st.lists(LINES, min_size=1, max_size=3), st.lists(LINES, min_size=1, max_size=3), st.sampled_from([0.1, 0.5, 0.95]))
def test_the_differences_are_the_same_whichever_article_comes_first(
    lefts: list[str], rights: list[str], probability: float
) -> None:
    left, right = text("A", *(f"“{quote}” he said." for quote in lefts)), text("B", *(f"“{quote}” he said." for quote in rights))
    forward = differences(left, right, probability=probability)
    assert {(d.kind, d.verdict, d.left, d.right) for d in forward} == mirrored(differences(right, left, probability=probability))
    assert {(j, i) for i, j in quote_pairs(left, right)} == set(quote_pairs(right, left))


@given(st.lists(st.text(alphabet="aB é1.'’“”\"«»„[](…&%-*\0", max_size=40), min_size=1, max_size=5))
def test_spans_lie_inside_their_sentence(texts: list[str]) -> None:
    for line, spans in zip(texts, closed_quotation_spans(texts), strict=True):
        for span in spans:
            assert 0 <= span[0] <= span[1] <= len(line)
            assert all(span[0] <= word.start < word.end <= span[1] for word in quote_words(line, span))


@given(LINES, LINES)
def test_words_in_common_are_in_order_on_both_sides(left_line: str, right_line: str) -> None:
    left, right = quote_words(left_line, (0, len(left_line))), quote_words(right_line, (0, len(right_line)))
    if alignment := align(left, right):
        assert list(alignment.matches) == sorted(set(alignment.matches))
        assert len({j for _, j in alignment.matches}) == len(alignment.matches)
        assert 0 < alignment.cover <= 1
        assert 0 < alignment.likeness <= 1


def test_very_long_sentences_stay_quick() -> None:
    started = perf_counter()
    differences_of("the old bridge of Osmere " * 4000, "the new bridge of Osmere " * 4000)
    differences_of("[" * 20_000 + "*" * 20_000, "“" * 20_000)
    many = "“the old bridge,” he said, " * 2000
    differences(text("A", many), text("B", many))
    assert perf_counter() - started < 5

"""Claims of one sentence taken together: those that no other article tells apart, and the words of what comes of it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from components import analysis, read_sentences
from components.claims.merge import group_claims
from components.settings.claims_and_speech import MIN_FACT_WORDS
from components.settings.presence import TOLD_MINIMUM, UNTOLD_MAXIMUM
from components.story import Article
from tests.fakes import TinyEncoder
from tests.report.factories import article

TOLD, UNTOLD, OPEN = 0.9, 0.1, 0.4


def words(*counts: int) -> NDArray[np.bool_]:
    """Which content words each claim has: so many each, none shared."""
    out = np.zeros((len(counts), sum(counts)), bool)
    for row, count in enumerate(counts):
        start = sum(counts[:row])
        out[row, start : start + count] = True
    return out


@pytest.mark.parametrize(
    ("present", "counts", "expected"),
    [
        ([[TOLD, TOLD]], (5, 5), [[0, 1]]),
        ([[UNTOLD, UNTOLD]], (5, 5), [[0, 1]]),
        ([[TOLD, UNTOLD]], (5, 5), [[0], [1]]),
        ([[TOLD, OPEN]], (5, 5), [[0, 1]]),
        ([[TOLD, TOLD], [TOLD, UNTOLD]], (5, 5), [[0], [1]]),
        ([[TOLD, UNTOLD, TOLD]], (5, 5, 5), [[0, 2], [1]]),
        ([[TOLD, UNTOLD, UNTOLD]], (5, 5, 5), [[0], [1, 2]]),
        ([[TOLD, UNTOLD]], (5, MIN_FACT_WORDS - 1), [[0, 1]]),
        ([[TOLD, UNTOLD]], (1, 1), [[0, 1]]),
        ([[TOLD, UNTOLD, UNTOLD, TOLD]], (5, 1, 5, 1), [[0, 3], [1, 2]]),
        ([[TOLD_MINIMUM, UNTOLD_MAXIMUM]], (5, 5), [[0], [1]]),
        (np.zeros((0, 3)), (5, 5, 5), [[0, 1, 2]]),
    ],
)
def test_what_no_article_tells_apart_is_one(
    present: list[list[float]], counts: tuple[int, ...], expected: list[list[int]]
) -> None:
    assert group_claims(np.array(present).reshape(-1, len(counts)), words(*counts)) == expected


@given(
    st.lists(st.lists(st.floats(0, 1), min_size=4, max_size=4), max_size=3), st.lists(st.integers(0, 8), min_size=4, max_size=4)
)
def test_every_claim_is_in_one_group(present: list[list[float]], counts: list[int]) -> None:
    groups = group_claims(np.array(present).reshape(-1, 4), words(*counts))
    assert sorted(claim for group in groups for claim in group) == [0, 1, 2, 3]
    assert groups == sorted(sorted(group) for group in groups)


FERRY = "The ferry, which carried 214 passengers, stopped on Friday, and a tug brought all of them ashore."
STORY = [
    read_sentences(["Fire in Lunde", FERRY], outlet="Herald", headline=0),
    read_sentences(["Ferry burns", "Bees sleep in winter, the keeper of the hives of the county said on Monday."], outlet="Wire"),
]


def test_a_sentence_that_stands_alike_everywhere_is_one_claim_with_all_its_words() -> None:
    found = analysis.analyze(STORY, encoder=TinyEncoder())
    assert len(found.split_claims.claims["A"]) > len(found.claims.claims["A"]) == len(STORY[0].sentences)
    texts = [STORY[0].text[start:end] for claim in found.claims.claims["A"] for start, end in claim.spans]
    assert texts == [sent.text for sent in STORY[0].sentences]


@pytest.mark.parametrize("others", [[], [article("B", [])], [read_sentences(["…"])]], ids=["none", "empty", "no words"])
def test_beside_nothing_a_sentence_is_whole(others: list[Article]) -> None:
    found = analysis.analyze([STORY[0], *others], encoder=TinyEncoder())
    assert len(found.claims.claims["A"]) == len(STORY[0].sentences)


def test_a_dateline_is_in_no_claim() -> None:
    filed = read_sentences(["Ferry burns", f"OSLO, Jan. 9 (AP) - {FERRY}"], headline=0)
    _, claim = analysis.analyze([filed], encoder=TinyEncoder()).claims.claims["A"]
    assert [filed.text[start:end] for start, end in claim.spans] == [FERRY]

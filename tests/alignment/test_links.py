"""From scored pairs to links: the threshold, the sides, the order, the extent."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from components.alignment import decide_links
from components.matching import SentencePairScores, models_for, score_sentence_pairs
from components.story import Link
from tests.matching.factories import FLOOD, RIVER, indexed, matches_of

MODELS = models_for("unknown")
INDEXED = {"A": indexed(FLOOD), "B": indexed(RIVER), "C": indexed((*RIVER[2:], *FLOOD[:2]))}
SCORES = {pair: score_sentence_pairs(INDEXED[pair[0]], INDEXED[pair[1]], MODELS) for pair in (("B", "A"), ("C", "B"), ("C", "A"))}


def found(probability: float = 0.2) -> tuple[Link, ...]:
    return decide_links(matches_of(SCORES, texts=INDEXED), probability=probability)


def ends(link: Link) -> tuple[str, str, int, int]:
    return link.left, link.right, link.left_sentence, link.right_sentence


def test_links_come_in_reading_order_with_the_first_key_on_the_left() -> None:
    assert len(found()) > 3
    assert [ends(link) for link in found()] == sorted(ends(link) for link in found())
    assert all(link.left < link.right for link in found())


def test_each_link_has_the_numbers_of_its_pair() -> None:
    for link in found():
        scores = SCORES[link.right, link.left]
        at = link.right_sentence, link.left_sentence
        assert link.probability == round(float(scores.probability[at]), 4)
        assert link.extent == ("full" if scores.full[at] >= 0.5 else "part")
        assert link.reasons


@pytest.mark.parametrize("probability", [0.0, 0.2, 0.5, 0.9, 1.0])
def test_exactly_those_at_least_as_probable(probability: float) -> None:
    expected = sum(int((scores.probability >= probability).sum()) for scores in SCORES.values())
    assert len(found(probability)) == expected
    assert all(link.probability >= probability for link in found(probability))


def test_a_lower_probability_gives_more_links_and_the_same_ones() -> None:
    chain = [{ends(link): link for link in found(probability)} for probability in (0.9, 0.5, 0.2, 0.05)]
    for fewer, more in pairwise(chain):
        assert fewer.items() <= more.items()


def test_no_pair_no_link() -> None:
    assert decide_links(matches_of({}, texts=INDEXED), probability=0.0) == ()
    scores = score_sentence_pairs(INDEXED["A"], INDEXED["B"], MODELS)
    none = np.zeros_like(scores.probability)
    nothing = SentencePairScores(none, none, none, scores.contributions, scores.idf)
    assert decide_links(matches_of({("A", "B"): nothing}, texts=INDEXED), probability=0.1) == ()

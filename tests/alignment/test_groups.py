"""Groups: at most one sentence an article, no chains, each sentence in one, and no order matters but that of the texts."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.alignment import groups, likely
from components.evidence import PairEvidence
from components.story import Spot

A0, A1, B0, B1, C0, D0 = ("A", 0), ("A", 1), ("B", 0), ("B", 1), ("C", 0), ("D", 0)
SPOTS = [A0, A1, B0, B1, C0, D0]
Chances = dict[tuple[Spot, Spot], float]


def both_ways(chances: Chances) -> Chances:
    return {pair: chance for (one, other), chance in chances.items() for pair in ((one, other), (other, one))}


def grouped(chances: Chances, *, join: float = 0.4, spots: list[Spot] = SPOTS) -> list[set[Spot]]:
    """The groups of more than one."""
    return [set(group) for group in groups(spots, both_ways(chances), join=join) if len(group) > 1]


@pytest.mark.parametrize(
    ("chances", "expected"),
    [
        ({}, []),
        ({(A0, B0): 0.9}, [{A0, B0}]),
        ({(A0, B0): 0.39}, []),
        ({(A0, B0): 0.4}, [{A0, B0}]),
        ({(A0, B0): 0.9, (B0, C0): 0.9, (A0, C0): 0.8}, [{A0, B0, C0}]),
        ({(A0, B0): 0.9, (B0, C0): 0.8}, [{A0, B0}]),
        ({(A0, B0): 0.9, (B0, C0): 0.9, (A0, C0): 0.3}, [{A0, B0, C0}]),
        ({(A0, B0): 0.9, (B0, C0): 0.5, (A0, C0): 0.21}, [{A0, B0}]),
        ({(A0, B0): 0.9, (A1, B0): 0.8}, [{A0, B0}]),
        ({(A0, B0): 0.8, (A1, B0): 0.9, (A0, C0): 0.7}, [{A0, C0}, {A1, B0}]),
        ({(A0, B0): 0.9, (C0, D0): 0.9, (A0, C0): 0.5, (A0, D0): 0.5, (B0, C0): 0.5, (B0, D0): 0.5}, [{A0, B0, C0, D0}]),
        ({(A0, B0): 0.9, (C0, D0): 0.9, (B0, C0): 0.8}, [{A0, B0}, {C0, D0}]),
        ({(A0, B0): 0.5, (A0, B1): 0.5}, [{A0, B0}]),
        ({(A0, B0): 0.5, (A1, B0): 0.5}, [{A0, B0}]),
        ({(A0, A1): 0.9, (A0, B0): 0.8, (A1, B0): 0.8}, [{A0, B0}]),
    ],
    ids=[
        "nothing", "one link", "too weak", "just strong enough", "three", "a chain", "a weak third side", "weak on the average",
        "two of one article", "the stronger first", "two pairs", "two pairs and a chain", "a tie", "a tie the other way",
        "alike inside one article",
    ],
)  # fmt: skip
def test_who_is_grouped(chances: Chances, expected: list[set[Spot]]) -> None:
    assert grouped(chances) == expected


def test_the_given_order_breaks_ties() -> None:
    tie = {(A0, B0): 0.5, (A1, B0): 0.5}
    assert grouped(tie, spots=[A1, A0, B0, B1]) == [{A1, B0}]


def test_groups_come_in_the_order_of_their_first_sentence_and_keep_it_inside() -> None:
    assert groups([B0, C0, A0], both_ways({(A0, B0): 0.9}), join=0.4) == [(B0, A0), (C0,)]


stories = st.lists(st.integers(1, 4), min_size=1, max_size=4).map(
    lambda sizes: [(key, at) for key, size in zip("ABCD", sizes, strict=False) for at in range(size)]
)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Spot], Chances]:
    """Sentences of up to four articles and the chances of some of their pairs, with many ties."""
    spots = draw(stories)
    across = [pair for pair in combinations(spots, 2) if pair[0][0] != pair[1][0]]
    drawn = [draw(st.sampled_from([0.0, 0.0, 0.3, 0.5, 0.5, 0.9])) for _ in across]
    return spots, both_ways({pair: chance for pair, chance in zip(across, drawn, strict=True) if chance})


@given(worlds(), st.sampled_from([0.2, 0.4, 0.65]))
def test_what_holds_of_every_grouping(world: tuple[list[Spot], Chances], join: float) -> None:
    spots, chances = world
    found = groups(spots, chances, join=join)
    assert sorted(spot for group in found for spot in group) == sorted(spots), "every sentence in exactly one group"
    for group in found:
        assert len({key for key, _ in group}) == len(group), "at most one sentence an article"
        inside = [chances.get(pair, 0.0) for pair in combinations(group, 2)]
        assert all(inside), "no two that are surely apart"
        if inside:
            assert max(inside) >= join
    for one, other in combinations(found, 2):
        if len(one) == len(other) == 1 and one[0][0] != other[0][0]:
            assert chances.get((one[0], other[0]), 0.0) < join, "what is linked and free is joined"


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_the_chances_does_not_matter(world: tuple[list[Spot], Chances], random: object) -> None:
    spots, chances = world
    items = list(chances.items())
    random.shuffle(items)  # type: ignore[attr-defined]
    assert groups(spots, dict(items), join=0.4) == groups(spots, chances, join=0.4)


@given(worlds())
def test_the_names_of_the_articles_do_not_matter(world: tuple[list[Spot], Chances]) -> None:
    spots, chances = world
    renamed = {"A": "D", "B": "C", "C": "B", "D": "A"}

    def turn(spot: Spot) -> Spot:
        return renamed[spot[0]], spot[1]

    turned = groups([turn(spot) for spot in spots], {(turn(a), turn(b)): c for (a, b), c in chances.items()}, join=0.4)
    assert [tuple(turn(spot) for spot in group) for group in turned] == groups(spots, chances, join=0.4)


def test_likely_has_both_ways_round_and_nothing_that_is_surely_apart() -> None:
    chance = np.array([[0.9, 0.2], [0.1, 0.21]], np.float32)
    found = likely({("B", "A"): PairEvidence(chance, chance, chance, {}, {})}, 0.2)
    assert set(found) == {(B0, A0), (A0, B0), (B1, A1), (A1, B1)}
    assert found[A0, B0] == found[B0, A0] == pytest.approx(0.9)

"""Groups: at most one claim an article, no chains, each claim in one, and no order matters but that of the texts."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.alignment import claim_probabilities, cluster_claims, same_fact_probabilities
from components.matching import ClaimMatches, DirectedClaimMatches, SentencePairScores
from components.story import ClaimRef
from tests.matching.factories import matches_of

A0, A1, B0, B1, C0, D0 = (ClaimRef(name[0], int(name[1])) for name in "A0 A1 B0 B1 C0 D0".split())
CLAIMS = [A0, A1, B0, B1, C0, D0]
Probabilities = dict[tuple[ClaimRef, ClaimRef], float]


def both_ways(probabilities: Probabilities) -> Probabilities:
    return {pair: probability for (one, other), probability in probabilities.items() for pair in ((one, other), (other, one))}


def grouped(probabilities: Probabilities, *, join: float = 0.4, claims: list[ClaimRef] = CLAIMS) -> list[set[ClaimRef]]:
    """The groups of more than one."""
    return [set(group) for group in cluster_claims(claims, both_ways(probabilities), join=join) if len(group) > 1]


@pytest.mark.parametrize(
    ("probabilities", "expected"),
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
def test_who_is_grouped(probabilities: Probabilities, expected: list[set[ClaimRef]]) -> None:
    assert grouped(probabilities) == expected


def test_the_given_order_breaks_ties() -> None:
    tie = {(A0, B0): 0.5, (A1, B0): 0.5}
    assert grouped(tie, claims=[A1, A0, B0, B1]) == [{A1, B0}]


def test_groups_come_in_the_order_of_their_first_claim_and_keep_it_inside() -> None:
    assert cluster_claims([B0, C0, A0], both_ways({(A0, B0): 0.9}), join=0.4) == [(B0, A0), (C0,)]


stories = st.lists(st.integers(1, 4), min_size=1, max_size=4).map(
    lambda sizes: [ClaimRef(key, at) for key, size in zip("ABCD", sizes, strict=False) for at in range(size)]
)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[ClaimRef], Probabilities]:
    """Claims of up to four articles and the probabilities of some of their pairs, with many ties."""
    claims = draw(stories)
    across = [pair for pair in combinations(claims, 2) if pair[0][0] != pair[1][0]]
    drawn = [draw(st.sampled_from([0.0, 0.0, 0.3, 0.5, 0.5, 0.9])) for _ in across]
    return claims, both_ways({pair: probability for pair, probability in zip(across, drawn, strict=True) if probability})


@given(worlds(), st.sampled_from([0.2, 0.4, 0.65]))
def test_what_holds_of_every_grouping(world: tuple[list[ClaimRef], Probabilities], join: float) -> None:
    claims, probabilities = world
    found = cluster_claims(claims, probabilities, join=join)
    assert sorted(claim for group in found for claim in group) == sorted(claims), "every claim in exactly one group"
    for group in found:
        assert len({key for key, _ in group}) == len(group), "at most one claim an article"
        inside = [probabilities.get(pair, 0.0) for pair in combinations(group, 2)]
        assert all(inside), "no two that are surely apart"
        if inside:
            assert max(inside) >= join
    for one, other in combinations(found, 2):
        if len(one) == len(other) == 1 and one[0][0] != other[0][0]:
            assert probabilities.get((one[0], other[0]), 0.0) < join, "what is linked and free is joined"


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_the_probabilities_does_not_matter(world: tuple[list[ClaimRef], Probabilities], random: object) -> None:
    claims, probabilities = world
    items = list(probabilities.items())
    random.shuffle(items)  # type: ignore[attr-defined]
    assert cluster_claims(claims, dict(items), join=0.4) == cluster_claims(claims, probabilities, join=0.4)


@given(worlds())
def test_the_names_of_the_articles_do_not_matter(world: tuple[list[ClaimRef], Probabilities]) -> None:
    claims, probabilities = world
    renamed = {"A": "D", "B": "C", "C": "B", "D": "A"}

    def turn(claim: ClaimRef) -> ClaimRef:
        return ClaimRef(renamed[claim.article], claim.claim)

    turned = cluster_claims(
        [turn(claim) for claim in claims], {(turn(a), turn(b)): c for (a, b), c in probabilities.items()}, join=0.4
    )
    assert [tuple(turn(claim) for claim in group) for group in turned] == cluster_claims(claims, probabilities, join=0.4)


def probabilities_of(
    link_probabilities: list[list[float]],
    same: dict[tuple[int, int], list[list[float]]],
    first: Mapping[str, tuple[int, ...]],
    apart: float = 0.2,
) -> Probabilities:
    """What is likely of B beside A, whose sentences have these link probabilities and whose claims match so."""
    linked = np.array(link_probabilities, np.float32)
    matches = {at: np.array(match) for at, match in same.items()}
    pairs = {("B", "A"): SentencePairScores(linked, linked, linked, {}, {})}
    ways = {
        ("B", "A"): DirectedClaimMatches({}, matches, {}, []),
        ("A", "B"): DirectedClaimMatches({}, {(j, i): m.T for (i, j), m in matches.items()}, {}, []),
    }
    return claim_probabilities(matches_of(pairs), ClaimMatches(ways), first, apart=apart)


WHOLE = {at: [[1.0]] for at in product(range(2), range(2))}
"""Two sentences on either side, each one claim."""
ONE_EACH = {"A": (0, 1, 2), "B": (0, 1, 2)}


def test_likely_has_both_ways_round_and_nothing_that_is_surely_apart() -> None:
    found = probabilities_of([[0.9, 0.2], [0.1, 0.21]], WHOLE, ONE_EACH)
    assert set(found) == {(B0, A0), (A0, B0), (B1, A1), (A1, B1)}
    assert found[A0, B0] == found[B0, A0] == pytest.approx(0.9)


def test_a_sentence_of_one_claim_is_as_probable_as_its_link_however_it_matches() -> None:
    found = probabilities_of([[0.9, 0.7], [0.5, 0.3]], {at: [[0.1]] for at in WHOLE}, ONE_EACH)
    assert [found[B0, A0], found[B0, A1], found[B1, A0], found[B1, A1]] == pytest.approx([0.9, 0.7, 0.5, 0.3])


def test_the_best_match_of_two_sentences_is_as_probable_as_the_link_and_the_others_less() -> None:
    """B has sentences of two claims and of one, A of one and of three; so B's claims are 0 and 1, 2; A's 0, 1 to 3."""
    first = {"A": (0, 1, 4), "B": (0, 2, 3)}
    same = {(0, 1): [[0.5, 0.8, 0.0], [0.1, 0.4, 0.7]], (1, 0): [[0.6]]}
    found = probabilities_of([[0.05, 0.5], [0.9, 0.05]], same, first, apart=0.1)
    expected = {
        (ClaimRef("B", 0), ClaimRef("A", 1)): 0.25,
        (ClaimRef("B", 0), ClaimRef("A", 2)): 0.5,
        (ClaimRef("B", 1), ClaimRef("A", 2)): 0.2,
        (ClaimRef("B", 1), ClaimRef("A", 3)): 0.35,
        (ClaimRef("B", 2), ClaimRef("A", 0)): 0.9,
    }
    assert found == pytest.approx(both_ways(expected))


def test_equal_matches_are_equally_probable() -> None:
    found = probabilities_of([[0.8]], {(0, 0): [[0.4, 0.4], [0.1, 0.4]]}, {"A": (0, 2), "B": (0, 2)}, apart=0.01)
    assert found == pytest.approx(both_ways({(B0, A0): 0.8, (B0, A1): 0.8, (B1, A0): 0.08, (B1, A1): 0.8}))


def test_what_is_known_of_the_matches_is_left_as_it_was() -> None:
    match = np.array([[0.2, 0.6]])
    linked = np.array([[0.8]], np.float32)
    claim_probabilities(
        matches_of({("A", "B"): SentencePairScores(linked, linked, linked, {}, {})}),
        ClaimMatches({("A", "B"): DirectedClaimMatches({}, {(0, 0): match}, {}, [])}),
        {"A": (0, 1), "B": (0, 2)},
        apart=0.1,
    )
    assert match.tolist() == [[0.2, 0.6]]


rounded_probabilities = st.floats(0, 1).map(lambda probability: round(probability, 4))


@given(st.data(), st.floats(0, 1), rounded_probabilities)
def test_likely_turned_round_is_the_same(data: st.DataObject, apart: float, link: float) -> None:
    k, n = data.draw(st.integers(1, 4)), data.draw(st.integers(1, 4))
    match = np.array(data.draw(st.lists(st.lists(rounded_probabilities, min_size=n, max_size=n), min_size=k, max_size=k)))
    linked = np.array([[link]], np.float32)
    first = {"A": (0, k), "B": (0, n)}
    found = []
    for keys, own in ((("A", "B"), match), (("B", "A"), match.T)):
        found.append(
            claim_probabilities(
                matches_of({keys: SentencePairScores(linked, linked, linked, {}, {})}),
                ClaimMatches({keys: DirectedClaimMatches({}, {(0, 0): own}, {}, [])}),
                first,
                apart=apart,
            )
        )
    assert found[0] == found[1]
    assert all(apart < probability <= round(float(linked[0, 0]), 4) for probability in found[0].values())
    if round(float(linked[0, 0]), 4) > apart:
        assert max(found[0].values()) == round(float(linked[0, 0]), 4), "linked sentences state at least one same fact"


@pytest.mark.parametrize(
    ("probability", "forth", "back", "expected"),
    [
        (0.9, 0.9, 0.9, 0.9),
        (0.9, 0.9, 0.39, None),
        (0.9, 0.39, 0.9, None),
        (0.9, 0.4, 0.4, 0.9),
        (0.3, 0.9, 0.95, 0.54),
        (0.3, 0.45, 0.95, 0.3),
    ],
    ids=["all agree", "one tells more", "the other tells more", "just enough", "in other words", "not sure in other words"],
)
def test_two_claims_are_one_fact_only_if_either_article_states_the_other(
    probability: float, forth: float, back: float, expected: float | None
) -> None:
    stated = {(A0, "B"): forth, (B0, "A"): back}
    same = same_fact_probabilities(both_ways({(A0, B0): probability}), lambda claim, key: stated[claim, key])
    assert same == ({} if expected is None else both_ways({(A0, B0): expected}))

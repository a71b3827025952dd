"""Who states a fact: each status from its probabilities, with the nearest passage."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.coverage import presence, statement_presence
from components.evidence import Found, PairEvidence
from components.settings import Settings
from components.story import Fact, Mention, Nearest, Presence
from tests.report.making import article, whole

LONG = "Forty people were killed by a flood in the town of Osmere on Friday, an official of the county said."
A = article("A", ["Flood kills forty in Osmere", "The river rose."])
B = article("B", [LONG, "Forty killed in Osmere flood.", "Bees slept."])
C = article("C", [])
SETTINGS = Settings(link_probability=0.4, not_found_probability=0.2)


def states(
    chances: tuple[float, float, float],
    *,
    stated: float = 0.3,
    full: float = 0.9,
    mentioned: tuple[int, ...] = (),
    swapped: bool = False,
    settings: Settings = SETTINGS,
    label: tuple[str, int] = ("A", 0),
) -> dict[str, Presence]:
    """The presence of the fact that A's headline gives, when its links with B's sentences have these probabilities."""
    own, other = (A, B) if label[0] == "A" else (B, A)
    chance = np.full((2, 3), 0.01, np.float32)
    chance[0] = chances
    whole_ = np.full((2, 3), full, np.float32)
    likeness = np.array([[0.3, 0.6, 0.6], [0.1, 0.1, 0.1]], np.float32)
    evidence = [matrix.T if swapped else matrix for matrix in (chance, whole_, likeness)]
    pairs = {("B", "A") if swapped else ("A", "B"): PairEvidence(evidence[0], evidence[1], evidence[2], {}, {})}
    rows = {("A", "B"): np.array([stated, 0.0], np.float32), ("B", "A"): np.array([stated, 0, 0], np.float32)}
    mentions: tuple[Mention, ...] = (whole(own, label[1]), *(whole(other, at) for at in mentioned))
    fact = Fact("f", own.sentences[label[1]].text, mentions, {})
    return presence(fact, label, (A, B, C), pairs, rows, settings)


def test_its_own_article_states_it() -> None:
    own = states((0.1, 0.1, 0.1))["A"]
    assert (own.status, own.probability, own.nearest) == ("stated", 1.0, Nearest(0, 1.0))


def test_an_article_without_sentences_does_not() -> None:
    assert states((0.9, 0.9, 0.9))["C"] == Presence("not_found", 0.0, None, "the article has no sentences")


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(
    ("stated", "status"), [(0.0, "not_found"), (0.2, "not_found"), (0.21, "unclear"), (0.39, "unclear"), (0.9, "unclear")]
)
def test_without_a_mention(stated: float, status: str, swapped: bool) -> None:
    found = states((0.1, 0.3, 0.2), stated=stated, swapped=swapped)["B"]
    assert found.status == status
    assert found.probability == pytest.approx(stated)
    assert found.nearest == Nearest(1, 0.6)


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(
    ("full", "mentioned", "status"),
    [(0.9, (1,), "stated"), (0.5, (1,), "stated"), (0.49, (1,), "partly"), (0.9, (0, 1), "stated"), (0.9, (2,), "partly")],
    ids=["full", "just full", "a part", "two passages", "a passage too short to say it all"],
)
def test_with_a_mention(full: float, mentioned: tuple[int, ...], status: str, swapped: bool) -> None:
    found = states((0.5, 0.8, 0.6), full=full, mentioned=mentioned, swapped=swapped)["B"]
    assert found.status == status
    assert found.nearest is not None
    assert found.nearest.sentence in mentioned
    assert found.probability == pytest.approx((0.5, 0.8, 0.6)[found.nearest.sentence])


def test_the_probability_is_the_better_of_the_link_and_the_article_as_a_whole() -> None:
    assert states((0.1, 0.8, 0.1), stated=0.95, mentioned=(1,))["B"].probability == pytest.approx(0.95)
    assert states((0.1, 0.8, 0.1), stated=0.05, mentioned=(1,))["B"].probability == pytest.approx(0.8)


def test_equal_chances_go_to_the_likelier_passage_then_to_the_earlier_one() -> None:
    assert states((0.3, 0.3, 0.1))["B"].nearest == Nearest(1, 0.6)
    assert states((0.1, 0.3, 0.3))["B"].nearest == Nearest(1, 0.6)


def test_a_label_in_the_second_article_is_looked_up_the_other_way_round() -> None:
    found = states((0.7, 0.1, 0.1), label=("B", 0), stated=0.1)
    assert found["A"].nearest == Nearest(0, 0.3)
    assert found["B"].probability == 1.0


@given(st.floats(0, 1, width=16), st.floats(0, 1), st.floats(0, 1))
def test_not_found_follows_the_settings(stated: float, link: float, apart: float) -> None:
    own = Settings(link_probability=link, not_found_probability=apart)
    sure = round(stated, 4) <= min(link, apart)
    assert states((0.1, 0.1, 0.1), stated=stated, settings=own)["B"].status == ("not_found" if sure else "unclear")


def asked(probability: float, numbers: tuple[str, ...] = (), words: tuple[str, ...] = ()) -> Presence:
    return statement_presence(Found(probability, 3, 0.7, numbers, words), SETTINGS)


@pytest.mark.parametrize(
    ("probability", "numbers", "words", "status", "why"),
    [
        (0.9, (), (), "stated", "the nearest passage states it"),
        (0.4, (), ("Diaz",), "stated", "the nearest passage states it; nowhere in the article: Diaz"),
        (0.9, ("97",), ("Diaz",), "partly", "the nearest passage states it; nowhere in the article: 97, Diaz"),
        (0.3, ("97",), (), "unclear", "a passage comes near it, not near enough to be sure; nowhere in the article: 97"),
        (0.2, (), (), "not_found", "no passage comes near it"),
        (0.0, (), ("bees",), "not_found", "no passage comes near it; nowhere in the article: bees"),
    ],
)
def test_a_typed_statement(probability: float, numbers: tuple[str, ...], words: tuple[str, ...], status: str, why: str) -> None:
    assert asked(probability, numbers, words) == Presence(status, probability, Nearest(3, 0.7), why)  # type: ignore[arg-type]


def test_a_statement_is_stated_from_the_link_probability_on() -> None:
    for chance, status in ((0.64, "unclear"), (0.65, "stated")):
        assert statement_presence(Found(chance, 0, 0.5, (), ()), Settings(link_probability=0.65)).status == status

"""Who states a fact: each status from its probabilities, with the nearest passage."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.claims import FactDraft, PlacedClaim, StoryClaims
from components.coverage import PresenceInputs, presence_of_statement, with_presence
from components.matching import ClaimMatches, DirectedClaimMatches, SentencePairScores, StatementMatch, models_for
from components.matching.logistic import Logistic
from components.settings import Settings
from components.story import ClaimRef, Fact, Nearest, Presence
from tests.matching.factories import matches_of
from tests.report.factories import article, part

A = article("A", ["Flood kills forty in Osmere and closes its port", "The river rose."])
B = article(
    "B",
    [
        "Forty people were killed by a flood in the town of Osmere on Friday, an official of the county said.",
        "Forty killed in Osmere flood.",
        "Bees slept.",
    ],
)
C = article("C", [])
CLAIMS = {
    "A": [part(A, 0, "Flood kills forty in Osmere"), part(A, 0, "closes its port"), part(A, 1, "The river rose.")],
    "B": [
        part(B, 0, "Forty people were killed by a flood in the town of Osmere on Friday"),
        part(B, 0, "an official of the county said"),
        part(B, 1, "Forty killed in Osmere flood."),
        part(B, 2, "Bees slept."),
    ],
}
PLACES = {"A": [(0, 0), (0, 1), (1, 0)], "B": [(0, 0), (0, 1), (1, 0), (2, 0)], "C": []}
STORY_CLAIMS = StoryClaims(
    {}, {}, {}, {key: tuple(PlacedClaim(sent, (), number) for sent, number in places) for key, places in PLACES.items()}, {}, {}
)
FIRST = ClaimRef("A", 0)
SETTINGS = Settings(link_probability=0.4, not_found_probability=0.2, stated_probability=0.8, partly_probability=0.6)
AS_JUDGED = replace(models_for("unknown"), fact_presence=Logistic(0.0, {"claim": (0.0, 1.0)}))
"""Models that take the presence of a fact for that of the claim that labels it."""


def directed_matches(label: ClaimRef, stated: float) -> dict[tuple[str, str], DirectedClaimMatches]:
    """Claim matches: `stated` is the probability that the other article states the label, that of all other claims is .99."""
    out = {}
    for one, other in (("A", "B"), ("B", "A"), ("A", "C"), ("B", "C")):
        counts = [sum(place[0] == sent for place in PLACES[one]) for sent in range(2 if one == "A" else 3)]
        rows = [np.full(many, 0.99) for many in counts]
        if one == label.article:
            sent, number = PLACES[one][label.claim]
            rows[sent][number] = stated
        out[one, other] = DirectedClaimMatches({}, {}, {}, rows)
    return out


def fact_of(
    stated: float,
    *,
    links: tuple[float, float, float] = (0.1, 0.1, 0.1),
    mentioned: tuple[int, ...] = (),
    in_cluster: bool = False,
    swapped: bool = False,
    settings: Settings = SETTINGS,
    label: ClaimRef = FIRST,
) -> Fact:
    """The fact that a claim of a first sentence labels.

    `stated`: the probability that the other article states that claim; `links`: of that sentence with those of the other article;
    `mentioned`: the claims of the other article that mention it, which are of its cluster or not.
    """
    own, other = ("A", "B") if label.article == "A" else ("B", "A")
    linked = np.full((2, 3), 0.01, np.float32)
    if own == "A":
        linked[0] = links
    else:
        linked[:, 0] = links[:2]
    likeness = np.array([[0.3, 0.6, 0.6], [0.1, 0.1, 0.1]], np.float32)
    scores = [matrix.T if swapped else matrix for matrix in (linked, linked, likeness)]
    pairs = {("B", "A") if swapped else ("A", "B"): SentencePairScores(scores[0], scores[1], scores[2], {}, {})}
    claims = (label, *(ClaimRef(other, at) for at in mentioned))
    fact = Fact("f", CLAIMS[own][label.claim].text, tuple(CLAIMS[key][at] for key, at in claims), {})
    inputs = PresenceInputs(
        replace(matches_of(pairs, (A, B, C)), models=AS_JUDGED), ClaimMatches(directed_matches(label, stated)), STORY_CLAIMS
    )
    return with_presence(FactDraft(fact, label, claims, claims if in_cluster else (label,)), inputs, settings)


@pytest.mark.parametrize(("label", "sentence"), [(ClaimRef("A", 0), 0), (ClaimRef("A", 1), 0), (ClaimRef("A", 2), 1)])
def test_its_own_article_states_it(label: ClaimRef, sentence: int) -> None:
    own = fact_of(0.1, label=label).presence["A"]
    assert (own.status, own.probability, own.nearest) == ("stated", 1.0, Nearest(sentence, 1.0))


def test_an_article_without_sentences_does_not() -> None:
    assert fact_of(0.9).presence["C"] == Presence("not_found", 0.0, None, "the article has no sentences")


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("label", [ClaimRef("A", 0), ClaimRef("A", 1)], ids=["first claim", "second claim"])
@pytest.mark.parametrize(
    ("stated", "status"),
    [(0.01, "not_found"), (0.2, "not_found"), (0.21, "unclear"), (0.59, "unclear"), (0.6, "partly"), (0.99, "partly")],
)
def test_without_a_mention_it_is_never_wholly_stated(stated: float, status: str, label: ClaimRef, swapped: bool) -> None:
    found = fact_of(stated, links=(0.1, 0.3, 0.2), swapped=swapped, label=label).presence["B"]
    assert found.status == status
    assert found.probability == pytest.approx(stated, abs=1e-4)
    assert found.nearest == Nearest(1, 0.6)


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(
    ("stated", "mentioned", "status", "why"),
    [
        (0.8, (2,), "stated", "a linked passage states nearly all of it"),
        (0.79, (2,), "partly", "a linked passage states a part of it"),
        (0.6, (0, 2), "partly", "a linked passage states a part of it"),
        (0.59, (2,), "unclear", "a passage comes near it, not near enough to be sure"),
        (0.9, (3,), "partly", "a linked passage states it; not in it: 40"),
        (0.9, (2, 3), "stated", "a linked passage states nearly all of it"),
        (0.1, (2,), "not_found", "no passage states it, though one is near"),
    ],
)
def test_with_a_mention(stated: float, mentioned: tuple[int, ...], status: str, why: str, swapped: bool) -> None:
    found = fact_of(stated, links=(0.5, 0.8, 0.6), mentioned=mentioned, swapped=swapped).presence["B"]
    assert (found.status, found.why) == (status, why)
    assert found.nearest is not None
    assert found.nearest.sentence in {PLACES["B"][at][0] for at in mentioned}
    assert found.probability == pytest.approx(stated, abs=1e-4), "its own, not the link's"


def test_a_claim_is_judged_by_its_own_numbers() -> None:
    found = fact_of(0.9, label=ClaimRef("A", 1), mentioned=(3,)).presence["B"]
    assert (found.status, found.why) == ("stated", "a linked passage states nearly all of it"), "forty is in the other claim"


def test_what_only_comes_near_it_is_no_mention() -> None:
    assert {mention.article for mention in fact_of(0.1, mentioned=(2,)).mentions} == {"A"}
    assert {mention.article for mention in fact_of(0.5, mentioned=(2,)).mentions} == {"A", "B"}
    assert {mention.article for mention in fact_of(0.1, mentioned=(2,), in_cluster=True).mentions} == {"A", "B"}, "its own claim"


def test_two_claims_of_a_passage_are_one_passage() -> None:
    once, twice = (fact_of(0.9, links=(0.5, 0.8, 0.6), mentioned=mentioned).presence["B"] for mentioned in ((0,), (0, 1)))
    assert once == twice
    assert once.nearest == Nearest(0, 0.3)


def test_equal_probabilities_go_to_the_likelier_passage_then_to_the_earlier_one() -> None:
    assert fact_of(0.3, links=(0.3, 0.3, 0.1)).presence["B"].nearest == Nearest(1, 0.6)
    assert fact_of(0.3, links=(0.1, 0.3, 0.3)).presence["B"].nearest == Nearest(1, 0.6)


@pytest.mark.parametrize("label", [ClaimRef("B", 0), ClaimRef("B", 1)])
def test_a_label_in_the_second_article_is_looked_up_the_other_way_round(label: ClaimRef) -> None:
    found = fact_of(0.1, links=(0.7, 0.1, 0.1), label=label).presence
    assert found["A"] == Presence("not_found", 0.1, Nearest(0, 0.3), "no passage comes near it")
    assert found["B"].probability == 1.0


@given(st.floats(0.001, 0.999), st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_the_status_follows_the_settings(stated: float, link: float, apart: float, partly: float) -> None:
    own = Settings(link_probability=link, not_found_probability=apart, partly_probability=partly)
    found = fact_of(stated, settings=own).presence["B"]
    between = "partly" if found.probability >= partly else "unclear"
    assert found.status == ("not_found" if found.probability <= min(apart, partly) else between)


def asked(probability: float, numbers: tuple[str, ...] = (), words: tuple[str, ...] = ()) -> Presence:
    return presence_of_statement(StatementMatch(probability, 3, 0.7, numbers, words))


@pytest.mark.parametrize(
    ("probability", "numbers", "words", "status", "why"),
    [
        (0.9, (), (), "stated", "the nearest passage states it"),
        (0.7, (), ("Diaz",), "stated", "the nearest passage states it; nowhere in the article: Diaz"),
        (0.9, ("97",), ("Diaz",), "partly", "the nearest passage states it; nowhere in the article: 97, Diaz"),
        (0.69, ("97",), (), "unclear", "a passage comes near it, not near enough to be sure; nowhere in the article: 97"),
        (0.2, (), (), "not_found", "no passage comes near it"),
        (0.0, (), ("bees",), "not_found", "no passage comes near it; nowhere in the article: bees"),
    ],
)
def test_a_typed_statement(probability: float, numbers: tuple[str, ...], words: tuple[str, ...], status: str, why: str) -> None:
    assert asked(probability, numbers, words) == Presence(status, probability, Nearest(3, 0.7), why)  # type: ignore[arg-type]

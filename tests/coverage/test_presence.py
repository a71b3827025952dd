"""Who states a fact: each status from its probabilities, with the nearest passage."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.claims import FactDraft, PlacedClaim, StoryClaims
from components.coverage import PresenceInputs, presence_of_fact, presence_of_statement
from components.matching import ClaimMatches, DirectedClaimMatches, SentencePairScores, StatementMatch
from components.settings import PARTLY_STATED_MINIMUM, Settings
from components.story import ClaimRef, Fact, Mention, Nearest, Presence
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
    {}, {}, {key: tuple(PlacedClaim(sent, (), number) for sent, number in places) for key, places in PLACES.items()}, {}, {}
)
FIRST = ClaimRef("A", 0)
SETTINGS = Settings(link_probability=0.4, not_found_probability=0.2)


def directed_matches(
    label: ClaimRef, stated: dict[tuple[int, int], float], present: dict[ClaimRef, float]
) -> dict[tuple[str, str], DirectedClaimMatches]:
    """Claim matches: `stated` of the label's and `present` of any; of all others the contrary."""
    out = {}
    for one, other in (("A", "B"), ("B", "A"), ("A", "C"), ("B", "C")):
        counts = [sum(place[0] == sent for place in PLACES[one]) for sent in range(2 if one == "A" else 3)]
        inside = {pair: np.full(counts[pair[0]], 1.0 - probability) for pair, probability in stated.items()}
        rows = [np.full(many, 0.99) for many in counts]
        for at, (sent, number) in enumerate(PLACES[one]):
            rows[sent][number] = present.get(ClaimRef(one, at), 0.99)
        if one == label.article:
            for pair, probability in stated.items():
                inside[pair][PLACES[one][label.claim][1]] = probability
        out[one, other] = DirectedClaimMatches(inside, {}, {}, rows)
    return out


def states(
    probabilities: tuple[float, float, float],
    *,
    stated: float = 0.3,
    full: float | tuple[float, float, float] = 0.9,
    mentioned: tuple[int, ...] = (),
    swapped: bool = False,
    settings: Settings = SETTINGS,
    label: ClaimRef = FIRST,
    others: dict[ClaimRef, float] | None = None,
) -> dict[str, Presence]:
    """The presence of the fact that a claim of a first sentence gives, when that has these probabilities beside the others.

    `stated`: that the other article states the claim; `full`: that a sentence there does, given that it is linked; `mentioned`:
    the claims of the other article that mention it; `others`: more claims that do, with the probability that the other article
    states them.
    """
    own, other = ("A", "B") if label.article == "A" else ("B", "A")
    links = np.full((2, 3), 0.01, np.float32)
    if own == "A":
        links[0] = probabilities
    else:
        links[:, 0] = probabilities[:2]
    likeness = np.array([[0.3, 0.6, 0.6], [0.1, 0.1, 0.1]], np.float32)
    scores = [matrix.T if swapped else matrix for matrix in (links, links, likeness)]
    pairs = {("B", "A") if swapped else ("A", "B"): SentencePairScores(scores[0], scores[1], scores[2], {}, {})}
    inside = (
        dict.fromkeys(((0, at) for at in range(3)), full)
        if isinstance(full, float)
        else {(0, at): f for at, f in enumerate(full)}
    )
    claims = [label, *(ClaimRef(other, at) for at in mentioned), *(others or {})]
    mentions: tuple[Mention, ...] = tuple(CLAIMS[key][at] for key, at in sorted(claims))
    fact = Fact("f", CLAIMS[own][label.claim].text, mentions, {})
    grounds = PresenceInputs(
        matches_of(pairs, (A, B, C)),
        ClaimMatches(directed_matches(label, inside, {label: stated, **(others or {})})),
        STORY_CLAIMS,
    )
    return presence_of_fact(FactDraft(fact, label, tuple(claims), (label,)), grounds, settings)


@pytest.mark.parametrize(("label", "sentence"), [(ClaimRef("A", 0), 0), (ClaimRef("A", 1), 0), (ClaimRef("A", 2), 1)])
def test_its_own_article_states_it(label: ClaimRef, sentence: int) -> None:
    own = states((0.1, 0.1, 0.1), label=label)["A"]
    assert (own.status, own.probability, own.nearest) == ("stated", 1.0, Nearest(sentence, 1.0))


def test_an_article_without_sentences_does_not() -> None:
    assert states((0.9, 0.9, 0.9))["C"] == Presence("not_found", 0.0, None, "the article has no sentences")


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("label", [ClaimRef("A", 0), ClaimRef("A", 1)], ids=["first claim", "second claim"])
@pytest.mark.parametrize(
    ("stated", "status"),
    [(0.0, "not_found"), (0.2, "not_found"), (0.21, "unclear"), (0.39, "unclear"), (0.79, "unclear"), (0.8, "partly")],
)
def test_without_a_mention(stated: float, status: str, label: ClaimRef, swapped: bool) -> None:
    found = states((0.1, 0.3, 0.2), stated=stated, swapped=swapped, label=label)["B"]
    assert found.status == status
    assert found.probability == pytest.approx(stated)
    assert found.nearest == Nearest(1, 0.6)


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(
    ("full", "mentioned", "status"),
    [(0.9, (2,), "stated"), (0.5, (2,), "stated"), (0.49, (2,), "partly"), (0.9, (0, 2), "stated"), (0.9, (3,), "partly")],
    ids=["whole", "just whole", "a part", "two passages", "a passage without its number"],
)
def test_with_a_mention(full: float, mentioned: tuple[int, ...], status: str, swapped: bool) -> None:
    found = states((0.5, 0.8, 0.6), full=full, mentioned=mentioned, swapped=swapped)["B"]
    assert found.status == status
    assert found.nearest is not None
    sentences = [PLACES["B"][at][0] for at in mentioned]
    assert found.nearest.sentence in sentences
    assert found.probability == pytest.approx((0.5, 0.8, 0.6)[found.nearest.sentence])


@pytest.mark.parametrize(
    ("full", "mentioned", "why"),
    [
        ((0.9, 0.1, 0.1), (0, 2), "a linked passage states nearly all of it"),
        ((0.9, 0.1, 0.1), (2,), "a linked passage states a part of it"),
        ((0.1, 0.1, 0.9), (3,), "a linked passage states it; not in it: 40"),
        ((0.1, 0.1, 0.9), (2, 3), "a linked passage states nearly all of it"),
        ((0.1, 0.1, 0.1), (3,), "a linked passage states a part of it"),
    ],
    ids=["one is enough", "only those that mention it", "without its number", "the number in another", "a part, no number"],
)
def test_why_a_mention_is_all_of_it_or_a_part(full: tuple[float, float, float], mentioned: tuple[int, ...], why: str) -> None:
    assert states((0.5, 0.8, 0.6), full=full, mentioned=mentioned)["B"].why == why


def test_a_claim_is_judged_by_its_own_numbers_and_probabilities() -> None:
    found = states((0.5, 0.8, 0.6), label=ClaimRef("A", 1), mentioned=(3,))["B"]
    assert (found.status, found.why) == ("stated", "a linked passage states nearly all of it"), "forty is in the other claim"


def test_a_passage_not_looked_into_states_a_part() -> None:
    """A claim may be joined to the group by others than the label, whose own sentence is hardly linked with that passage."""
    label: ClaimRef = ClaimRef("A", 0)
    links = np.full((2, 3), 0.05, np.float32)
    grounds = PresenceInputs(
        matches_of({("A", "B"): SentencePairScores(links, links, links, {}, {})}, (A, B)),
        ClaimMatches(directed_matches(label, {}, {label: 0.3})),
        STORY_CLAIMS,
    )
    fact = Fact("f", CLAIMS["A"][0].text, (CLAIMS["A"][0], CLAIMS["B"][2]), {})
    found = presence_of_fact(FactDraft(fact, label, (label, ClaimRef("B", 2)), (label,)), grounds, SETTINGS)["B"]
    assert found.status == "partly"
    assert found.probability == pytest.approx(0.3)


def test_two_claims_of_a_passage_are_one_passage() -> None:
    once, twice = (states((0.5, 0.8, 0.6), mentioned=mentioned)["B"] for mentioned in ((0,), (0, 1)))
    assert once == twice
    assert once.nearest == Nearest(0, 0.3)


def test_the_probability_is_the_better_of_the_link_and_the_article_as_a_whole() -> None:
    assert states((0.1, 0.8, 0.1), stated=0.95, mentioned=(2,))["B"].probability == pytest.approx(0.95)
    assert states((0.1, 0.8, 0.1), stated=0.05, mentioned=(2,))["B"].probability == pytest.approx(0.8)


def test_the_probability_is_that_of_the_surest_claim_that_mentions_it() -> None:
    found = states((0.1, 0.1, 0.1), stated=0.05, others={ClaimRef("A", 2): 0.35})["B"]
    assert found.status == "unclear"
    assert found.probability == pytest.approx(0.35)
    found = states((0.1, 0.1, 0.1), stated=0.05, others={ClaimRef("A", 2): 0.01})["B"]
    assert found.status == "not_found"
    assert found.probability == pytest.approx(0.05)


def test_equal_probabilities_go_to_the_likelier_passage_then_to_the_earlier_one() -> None:
    assert states((0.3, 0.3, 0.1))["B"].nearest == Nearest(1, 0.6)
    assert states((0.1, 0.3, 0.3))["B"].nearest == Nearest(1, 0.6)


@pytest.mark.parametrize("label", [ClaimRef("B", 0), ClaimRef("B", 1)])
def test_a_label_in_the_second_article_is_looked_up_the_other_way_round(label: ClaimRef) -> None:
    found = states((0.7, 0.1, 0.1), label=label, stated=0.1)
    assert found["A"] == Presence("not_found", 0.1, Nearest(0, 0.3), "no passage comes near it")
    assert found["B"].probability == 1.0


@given(st.floats(0, 1, width=16), st.floats(0, 1), st.floats(0, 1))
def test_not_found_follows_the_settings(stated: float, link: float, apart: float) -> None:
    own = Settings(link_probability=link, not_found_probability=apart)
    between = "partly" if round(stated, 4) >= PARTLY_STATED_MINIMUM else "unclear"
    expected = "not_found" if round(stated, 4) <= min(link, apart) else between
    assert states((0.1, 0.1, 0.1), stated=stated, settings=own)["B"].status == expected


def asked(probability: float, numbers: tuple[str, ...] = (), words: tuple[str, ...] = ()) -> Presence:
    return presence_of_statement(StatementMatch(probability, 3, 0.7, numbers, words), SETTINGS)


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
    for probability, status in ((0.64, "unclear"), (0.65, "stated")):
        match = StatementMatch(probability, 0, 0.5, (), ())
        assert presence_of_statement(match, Settings(link_probability=0.65)).status == status

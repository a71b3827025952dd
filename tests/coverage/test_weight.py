"""What makes a fact weigh, and that facts stand by it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from components import compare
from components.coverage import weight_features, with_weight
from components.matching import SentenceMatches, SentencePairScores, models_for
from components.matching.logistic import Logistic
from components.settings.coverage import FULL_LABEL_WORDS, MANY_NAMES
from components.story import Fact, LabelAddition, Presence
from tests.fakes import TinyEncoder
from tests.matching.factories import indexed, matches_of
from tests.report.factories import article, whole

A = article("A", ["The mayor of Osmere, Ida Marsh, said “no” to 40 of the plans on Friday.", "It rained."], headline=False)
B = article("B", ["Ida Marsh said no."], headline=False)
MODEL = Logistic(-1.0, {"outlets": (0.5, 2.0), "figures": (0.0, 1.0), "names": (1.0, 0.001)})


def story(link: float = 0.8) -> SentenceMatches:
    links = np.array([[link], [0.02]], np.float32)
    texts = {item.key: indexed([sent.text for sent in item.sentences]) for item in (A, B)}
    matches = matches_of({("A", "B"): SentencePairScores(links, links, links, {}, {})}, (A, B), texts)
    return replace(matches, models=replace(models_for("unknown"), fact_weight=MODEL))


def fact(sentence: int, status: str = "stated") -> Fact:
    presence = {"A": Presence("stated", 1.0), "B": Presence(status, 0.9)}  # type: ignore[arg-type]
    return Fact("f", A.sentences[sentence].text, (whole(A, sentence),), presence)


def test_what_is_read_off_a_fact() -> None:
    found = weight_features(fact(0), story())
    assert found == pytest.approx(
        {
            "outlets": 1.0, "centrality": 0.8, "names": 3.0, "figures": 1.0, "quotations": 1.0,
            "fullness": np.log(15), "brevity": 0.0,
        }, abs=1e-6,
    )  # fmt: skip
    assert weight_features(fact(1, "not_found"), story()) == pytest.approx(
        {
            "outlets": 0.0, "centrality": 0.02, "names": 0.0, "figures": 0.0, "quotations": 0.0,
            "fullness": np.log(2), "brevity": 1.0,
        }, abs=1e-6,
    )  # fmt: skip


@pytest.mark.parametrize(("status", "share"), [("partly", 1.0), ("differs", 1.0), ("unclear", 0.0), ("not_found", 0.0)])
def test_an_outlet_counts_that_tells_it(status: str, share: float) -> None:
    assert weight_features(fact(0, status), story())["outlets"] == share


def test_our_own_words_and_more_than_enough_add_nothing() -> None:
    addition = LabelAddition(9, " [Ida Marsh 1999]")
    ours = replace(fact(1), label="It rained [Ida Marsh 1999].", label_additions=(addition,))
    assert weight_features(ours, story()) == weight_features(fact(1), story())
    long = replace(fact(1), label="and so on with Ann " * 40)
    found = weight_features(long, story())
    assert found["names"] == MANY_NAMES
    assert found["fullness"] == pytest.approx(np.log(FULL_LABEL_WORDS))


def test_the_weight_is_a_probability_with_its_reasons_strongest_first() -> None:
    weighed = with_weight(fact(0), story())
    assert weighed.weight == pytest.approx(1 / (1 + np.exp(-1.002)), abs=1e-4)
    assert list(weighed.weight_reasons.items()) == [("figures", 1.0), ("outlets", 1.0)], "what adds nothing is no reason"


def test_the_facts_of_a_comparison_stand_by_weight() -> None:
    facts = compare([A, B], encoder=TinyEncoder()).facts
    assert [fact.weight for fact in facts] == sorted((fact.weight for fact in facts), reverse=True)
    assert all(0 < fact.weight < 1 and fact.weight_reasons for fact in facts)

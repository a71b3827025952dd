"""Fitted models: log-odds as a sum of contributions, which models an encoder gets, and what the weights file holds."""

from __future__ import annotations

import json
from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.matching import idf_of, models_for
from components.matching.late_interaction import max_similarity
from components.matching.logistic import PROBABILITY_FLOOR, Logistic, logit, probability
from components.matching.models import LEXICAL, WEIGHTS, read_models
from components.matching.sentence_matching import first_pass_features, second_pass_features, sentence_presence_features
from components.matching.statement_matching import nearest_passages, passage_features, statement_features
from tests.matching.factories import FLOOD, RIVER, indexed

MODEL = Logistic(0.5, {"a": (1.0, 2.0), "b": (0.0, -1.0)})
STORED = json.loads(WEIGHTS.read_text(encoding="utf-8"))
floats = st.floats(-50, 50)


def test_log_odds_by_hand() -> None:
    log_odds = MODEL.log_odds({"a": np.array([1.0, 2.0]), "b": np.array([0.0, 3.0]), "unused": np.array([9.0, 9.0])})
    np.testing.assert_allclose(log_odds, [0.5, 0.5 + 2 - 3])


@given(st.dictionaries(st.sampled_from("abcdef"), st.tuples(floats, floats), min_size=1), floats, st.data())
def test_parts_and_bias_add_up(terms: dict[str, tuple[float, float]], bias: float, data: st.DataObject) -> None:
    model = Logistic(bias, terms)
    values = {name: np.array([[data.draw(floats)]]) for name in terms}
    contributions = dict(model.contributions(values))
    assert set(contributions) == set(terms)
    log_odds = model.log_odds(values)
    assert log_odds.shape == (1, 1)
    assert sum(float(contribution[0, 0]) for contribution in contributions.values()) + bias == pytest.approx(
        float(log_odds[0, 0]), abs=1e-6
    )


def test_a_fit_without_features_says_so() -> None:
    with pytest.raises(ValueError, match="make fit"):
        Logistic(0.0, {}).log_odds({})


def test_a_missing_feature_is_no_silent_zero() -> None:
    with pytest.raises(KeyError):
        MODEL.log_odds({"a": np.array([1.0])})


def test_read_gives_back_what_was_stored() -> None:
    assert Logistic.from_dict({"bias": 0.5, "terms": {"a": [1.0, 2.0], "b": [0.0, -1.0]}}) == MODEL


@given(st.lists(st.floats(-1e6, 1e6), min_size=1))
def test_a_probability_is_one_and_has_four_decimals(log_odds: list[float]) -> None:
    probabilities = probability(np.array(log_odds))
    assert ((probabilities >= 0) & (probabilities <= 1)).all()
    assert [round(value, 4) for value in probabilities.tolist()] == probabilities.tolist()
    order = np.argsort(log_odds)
    assert (np.diff(probabilities[order]) >= 0).all()


@pytest.mark.parametrize("log_odds", [-3.0, -0.4, 0.0, 2.2])
def test_probability_and_logit_are_inverse(log_odds: float) -> None:
    value = probability(np.array([log_odds]))
    assert value[0] == pytest.approx(1 / (1 + exp(-log_odds)), abs=5e-5)
    assert logit(value)[0] == pytest.approx(log_odds, abs=2e-3)


def test_logit_keeps_away_from_the_ends() -> None:
    assert logit(np.array([0.0, 1.0])).tolist() == logit(np.array([PROBABILITY_FLOOR, 1 - PROBABILITY_FLOOR])).tolist()


def test_an_unknown_encoder_gets_the_lexical_fit() -> None:
    models = models_for("no such digest")
    assert not models.calibrated
    assert models == read_models(STORED[LEXICAL], calibrated=False)
    assert isinstance(models.second_pass, Logistic)
    assert not {name for name in models.second_pass.terms if name.startswith(("meaning", "close", "same", "sentence"))}


def test_no_encoder_can_be_called_lexical() -> None:
    assert not models_for(LEXICAL).calibrated


@pytest.mark.parametrize("digest", STORED)
def test_every_stored_fit_uses_features_that_exist(digest: str) -> None:
    models = read_models(STORED[digest], calibrated=digest != LEXICAL)
    left, right = indexed(FLOOD), indexed(RIVER)
    idf = idf_of(left, right)
    first_pass = set(first_pass_features(left, right, idf, max_similarity(left, right) if models.calibrated else None))
    second_pass = first_pass | set(second_pass_features(np.zeros((2, 2), np.float32)))
    typed = indexed(FLOOD[1:2])
    similarities = max_similarity(typed, right)
    statement, _ = statement_features(typed, right, idf, similarities if models.calibrated else None)
    assert set(models.first_pass.terms) <= first_pass
    assert (
        set(models.second_pass.terms if isinstance(models.second_pass, Logistic) else models.second_pass.features) <= second_pass
    )
    assert set(models.full.terms) <= second_pass
    assert set(models.sentence.terms) <= set(sentence_presence_features(np.zeros((2, 2), np.float32)))
    passages = (
        passage_features(*nearest_passages(typed, right, idf, similarities), models.passage_model) if models.passage_model else {}
    )
    assert set(models.statement.terms) <= {*statement, *passages}
    assert (models.passage_model is not None) == models.calibrated


def test_the_weights_file_holds_names_and_numbers_only() -> None:
    for digest, stored in STORED.items():
        assert digest == LEXICAL or len(digest) == 64
        for part, model in stored.items():
            if "reader" in model:
                assert set(model) == {"reader", "sha256"}
            elif part != "name":
                numbers = [model["bias"], *(number for pair in model["terms"].values() for number in pair)]
                assert all(isinstance(number, float | int) for number in numbers)


@pytest.mark.model
def test_the_bundled_model_has_a_fit_of_its_own(encoder: object) -> None:
    assert models_for(encoder.digest).calibrated  # type: ignore[attr-defined]

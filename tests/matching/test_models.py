"""Fitted judgement: log-odds as a sum of parts, which fit an encoder gets, and what the weights file holds."""

from __future__ import annotations

import json
from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.matching import idf_of, models_for
from components.matching.late_interaction import max_similarity
from components.matching.logistic import LEAST, Logistic, logit, probability
from components.matching.models import LEXICAL, WEIGHTS, read_models
from components.matching.sentence_matching import first_features, presence_features, second_features
from components.matching.statement_matching import nearest_passages, passage_features, statement_features
from tests.matching.factories import FLOOD, RIVER, profiled

MODEL = Logistic(0.5, {"a": (1.0, 2.0), "b": (0.0, -1.0)})
STORED = json.loads(WEIGHTS.read_text(encoding="utf-8"))
floats = st.floats(-50, 50)


def test_log_odds_by_hand() -> None:
    found = MODEL.log_odds({"a": np.array([1.0, 2.0]), "b": np.array([0.0, 3.0]), "unused": np.array([9.0, 9.0])})
    np.testing.assert_allclose(found, [0.5, 0.5 + 2 - 3])


@given(st.dictionaries(st.sampled_from("abcdef"), st.tuples(floats, floats), min_size=1), floats, st.data())
def test_parts_and_bias_add_up(terms: dict[str, tuple[float, float]], bias: float, data: st.DataObject) -> None:
    model = Logistic(bias, terms)
    values = {name: np.array([[data.draw(floats)]]) for name in terms}
    parts = dict(model.parts(values))
    assert set(parts) == set(terms)
    whole = model.log_odds(values)
    assert whole.shape == (1, 1)
    assert sum(float(part[0, 0]) for part in parts.values()) + bias == pytest.approx(float(whole[0, 0]), abs=1e-6)


def test_a_fit_without_features_says_so() -> None:
    with pytest.raises(ValueError, match="make fit"):
        Logistic(0.0, {}).log_odds({})


def test_a_missing_feature_is_no_silent_zero() -> None:
    with pytest.raises(KeyError):
        MODEL.log_odds({"a": np.array([1.0])})


def test_read_gives_back_what_was_stored() -> None:
    assert Logistic.read({"bias": 0.5, "terms": {"a": [1.0, 2.0], "b": [0.0, -1.0]}}) == MODEL


@given(st.lists(st.floats(-1e6, 1e6), min_size=1))
def test_a_probability_is_one_and_has_four_decimals(odds: list[float]) -> None:
    found = probability(np.array(odds))
    assert ((found >= 0) & (found <= 1)).all()
    assert [round(value, 4) for value in found.tolist()] == found.tolist()
    order = np.argsort(odds)
    assert (np.diff(found[order]) >= 0).all()


@pytest.mark.parametrize("odds", [-3.0, -0.4, 0.0, 2.2])
def test_probability_and_logit_are_inverse(odds: float) -> None:
    chance = probability(np.array([odds]))
    assert chance[0] == pytest.approx(1 / (1 + exp(-odds)), abs=5e-5)
    assert logit(chance)[0] == pytest.approx(odds, abs=2e-3)


def test_logit_keeps_away_from_the_ends() -> None:
    assert logit(np.array([0.0, 1.0])).tolist() == logit(np.array([LEAST, 1 - LEAST])).tolist()


def test_an_unknown_encoder_gets_the_lexical_fit() -> None:
    found = models_for("no such digest")
    assert not found.calibrated
    assert found == read_models(STORED[LEXICAL], calibrated=False)
    assert isinstance(found.second, Logistic)
    assert not {name for name in found.second.terms if name.startswith(("meaning", "close", "same", "sentence"))}


def test_no_encoder_can_be_called_lexical() -> None:
    assert not models_for(LEXICAL).calibrated


@pytest.mark.parametrize("digest", STORED)
def test_every_stored_fit_uses_features_that_exist(digest: str) -> None:
    fit = read_models(STORED[digest], calibrated=digest != LEXICAL)
    left, right = profiled(FLOOD), profiled(RIVER)
    weight = idf_of(left, right)
    known = set(first_features(left, right, weight, max_similarity(left, right) if fit.calibrated else None))
    judged = known | set(second_features(np.zeros((2, 2), np.float32)))
    stated, _ = statement_features(profiled(FLOOD[1:2]), right, weight, with_meaning=fit.calibrated)
    assert set(fit.first.terms) <= known
    assert set(fit.second.terms if isinstance(fit.second, Logistic) else fit.second.features) <= judged
    assert set(fit.full.terms) <= judged
    assert set(fit.sentence.terms) <= set(presence_features(np.zeros((2, 2), np.float32)))
    read = passage_features(*nearest_passages(profiled(FLOOD[1:2]), right, weight), fit.passages) if fit.passages else {}
    assert set(fit.statement.terms) <= {*stated, *read}
    assert (fit.passages is not None) == fit.calibrated


def test_the_weights_file_holds_names_and_numbers_only() -> None:
    for digest, stored in STORED.items():
        assert digest == LEXICAL or len(digest) == 64
        for part, model in stored.items():
            if "reader" in model:
                assert set(model) == {"reader", "sha256"}
            elif part != "name":
                held = [model["bias"], *(number for pair in model["terms"].values() for number in pair)]
                assert all(isinstance(number, float | int) for number in held)


@pytest.mark.model
def test_the_bundled_model_has_a_fit_of_its_own(encoder: object) -> None:
    assert models_for(encoder.digest).calibrated  # type: ignore[attr-defined]

"""Two articles matched, and why: symmetric probabilities, and reasons that add up to the log-odds."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any, cast

import numpy as np
import pytest
from numpy.typing import NDArray

from components.matching import (
    FittedModels,
    IndexedText,
    explain_link,
    idf_of,
    models_for,
    score_sentence_pairs,
    score_sentences_in_article,
)
from components.matching.explain import _phrases
from components.matching.feature_groups import FEATURE_GROUPS, group_of
from components.matching.logistic import PROBABILITY_FLOOR, Logistic, probability
from components.matching.models import LEXICAL, read_models
from components.matching.sentence_matching import SentencePairScores, first_pass_features, second_pass_features
from components.matching.token_model import TokenModel
from components.settings.matching import EXPLAINED_MINIMUM, SHOWN_CONTRIBUTION
from tests.matching.factories import FLOOD, ODD, RIVER, indexed
from tests.matching.test_models import STORED

MODELS = {digest[:8]: read_models(stored, calibrated=digest != LEXICAL) for digest, stored in STORED.items()}
STORIES = {"flood": FLOOD, "river": RIVER, "odd": ODD, "one": RIVER[:1], "bare": ("",)}
TEXTS = {name: indexed(story) for name, story in STORIES.items()}
BUNDLED = next(models for models in MODELS.values() if models.calibrated)
LEXICAL_MODELS = next(models for models in MODELS.values() if not models.calibrated)
TOKEN_MODEL, SECOND_PASS = cast(TokenModel, BUNDLED.second_pass), cast(Logistic, LEXICAL_MODELS.second_pass)


@pytest.mark.parametrize("models", MODELS.values(), ids=MODELS)
@pytest.mark.parametrize(("one", "other"), list(product(STORIES, STORIES)))
def test_swapping_the_sides_transposes(one: str, other: str, models: FittedModels) -> None:
    scores = score_sentence_pairs(TEXTS[one], TEXTS[other], models)
    swapped = score_sentence_pairs(TEXTS[other], TEXTS[one], models)
    for matrix, other_matrix in (
        (scores.probability, swapped.probability),
        (scores.full, swapped.full),
        (scores.similarity, swapped.similarity),
    ):
        assert matrix.shape == (len(STORIES[one]), len(STORIES[other]))
        np.testing.assert_allclose(matrix, other_matrix.T, atol=1.01e-4)
        assert ((matrix >= 0) & (matrix <= 1)).all()


@pytest.mark.parametrize("models", MODELS.values(), ids=MODELS)
def test_probabilities_have_four_decimals(models: FittedModels) -> None:
    scores = score_sentence_pairs(TEXTS["flood"], TEXTS["river"], models)
    for matrix in (scores.probability, scores.full, score_sentences_in_article(scores.probability, models)):
        assert all(value == round(value, 4) for value in matrix.ravel().tolist())


def test_what_says_the_same_is_more_probable_than_what_does_not() -> None:
    probabilities = score_sentence_pairs(TEXTS["flood"], TEXTS["river"], BUNDLED).probability
    assert probabilities.argmax(axis=1).tolist()[:3] == [0, 0, 3]
    assert probabilities[2, 3] > 0.5 > probabilities[3, 3]


def test_without_a_fit_the_vectors_change_nothing() -> None:
    lexical = models_for("unknown")
    changed_vectors = replace(TEXTS["flood"], tokens=TEXTS["flood"].tokens[::-1], vectors=TEXTS["flood"].vectors[::-1])
    one, other = (
        score_sentence_pairs(TEXTS["flood"], TEXTS["river"], lexical),
        score_sentence_pairs(changed_vectors, TEXTS["river"], lexical),
    )
    assert np.array_equal(one.probability, other.probability)
    assert np.array_equal(one.similarity, other.similarity)
    calibrated = score_sentence_pairs(changed_vectors, TEXTS["river"], BUNDLED)
    assert not np.array_equal(score_sentence_pairs(TEXTS["flood"], TEXTS["river"], BUNDLED).probability, calibrated.probability)


def test_a_sentence_is_stated_where_its_best_link_is_sure() -> None:
    link_probabilities = np.array([[0.02, 0.97, 0.01], [0.02, 0.05, 0.01], [0.3, 0.35, 0.01]], np.float32)
    sure, absent, between = score_sentences_in_article(link_probabilities, BUNDLED).tolist()
    assert sure > 0.8 > between > absent
    assert absent < 0.2


def expected_contributions(features: dict[str, NDArray[Any]], pair: tuple[int, int]) -> tuple[dict[str, float], float]:
    """Return what each group of features adds, and the base rate, computed anew from the lexical models."""
    values = {name: float(matrix[pair]) for name, matrix in features.items()}
    centre, first_weight = SECOND_PASS.terms["first"]
    out = dict.fromkeys(FEATURE_GROUPS, 0.0)
    for model, factor in ((SECOND_PASS, 1.0), (LEXICAL_MODELS.first_pass, first_weight)):
        for name, (middle, weight) in model.terms.items():
            if name != "first":
                out[group_of(name)] += factor * weight * (values[name] - middle)
    return out, SECOND_PASS.bias + first_weight * (LEXICAL_MODELS.first_pass.bias - centre)


@pytest.mark.parametrize(("one", "other"), [("flood", "river"), ("river", "flood"), ("odd", "flood"), ("one", "one")])
def test_reasons_and_the_base_rate_add_up_to_the_log_odds(one: str, other: str) -> None:
    left, right = TEXTS[one], TEXTS[other]
    scores = score_sentence_pairs(left, right, LEXICAL_MODELS)
    features = first_pass_features(left, right, idf_of(left, right), None)
    features |= second_pass_features(probability(LEXICAL_MODELS.first_pass.log_odds(features)))
    log_odds, first_pass = SECOND_PASS.log_odds(features), LEXICAL_MODELS.first_pass.log_odds(features)
    floor = np.log(PROBABILITY_FLOOR / (1 - PROBABILITY_FLOOR))
    for pair in np.ndindex(log_odds.shape):
        contributions, base = expected_contributions(features, pair)
        assert contributions == pytest.approx(
            {group: float(matrix[pair]) for group, matrix in scores.contributions.items()}, abs=1e-4
        )
        # the first pass enters rounded to four decimals and kept within PROBABILITY_FLOOR of 0 and 1
        slack = abs(SECOND_PASS.terms["first"][1]) * (max(0.0, abs(first_pass[pair]) + floor) + 0.06)
        assert sum(contributions.values()) + base == pytest.approx(float(log_odds[pair]), abs=slack)
        assert_reasons_add_up(scores, left, right, pair)


@pytest.mark.parametrize(("one", "other"), [("flood", "river"), ("river", "flood"), ("flood", "flood")])
def test_the_score_of_the_token_model_is_shared_out_among_the_groups(one: str, other: str) -> None:
    left, right = TEXTS[one], TEXTS[other]
    scores, parameters = score_sentence_pairs(left, right, BUNDLED), TOKEN_MODEL.parameters
    base = float(np.maximum(parameters.hidden_bias, 0) @ parameters.last + parameters.bias)
    likely = np.argwhere(scores.probability >= EXPLAINED_MINIMUM)
    assert len(likely) > 1
    for i, j in likely.tolist():
        log_odds = sum(float(matrix[i, j]) for matrix in scores.contributions.values()) + base
        assert float(probability(np.array(log_odds))) == pytest.approx(float(scores.probability[i, j]), abs=1e-3)
        assert_reasons_add_up(scores, left, right, (i, j))
    for i, j in np.argwhere(scores.probability < EXPLAINED_MINIMUM).tolist():
        assert not any(float(matrix[i, j]) for matrix in scores.contributions.values())


def assert_reasons_add_up(scores: SentencePairScores, left: IndexedText, right: IndexedText, pair: tuple[int, int]) -> None:
    """Check that every contribution is in a reason, or too small to show."""
    contributions = {group: float(matrix[pair]) for group, matrix in scores.contributions.items()}
    shown = explain_link(scores, left, right, pair)
    phrases_by_group = _phrases(left.sentences[pair[0]], right.sentences[pair[1]], scores.idf)
    named_values = [value for group, value in contributions.items() if phrases_by_group[group][value < 0]]
    rest = sum(contributions.values()) - sum(named_values)
    too_small = sum(value for value in (*named_values, rest) if abs(value) < SHOWN_CONTRIBUTION)
    assert sum(shown.values()) + too_small == pytest.approx(sum(contributions.values()), abs=0.006 * (len(shown) + 1))


def reasons(one: str, other: str, models: FittedModels = BUNDLED) -> dict[str, float]:
    """Return the reasons for the pair of these sentences among the two stories."""
    left, right = indexed((*FLOOD, one)), indexed((*RIVER, other))
    return dict(explain_link(score_sentence_pairs(left, right, models), left, right, (len(FLOOD), len(RIVER))))


def test_reasons_come_strongest_first_without_small_ones() -> None:
    values = list(
        reasons("The minister said on Friday that 40 died.", "Forty died on Friday, the minister told Rosa Diaz.").values()
    )
    assert values == sorted(values, key=lambda value: -abs(value))
    assert all(abs(value) >= SHOWN_CONTRIBUTION and round(value, 2) == value for value in values)
    assert len(values) <= len(FEATURE_GROUPS)


@pytest.mark.parametrize(
    ("one", "other", "named"),
    [
        ("They counted 97 boats.", "Boats: 97.", "same number: 97"),
        ("“It will outlast the wallpaper,” he said.", "“The wallpaper,” she said.", "same quoted words: wallpaper"),
        ("“We go to war,” he said.", "“We go to war,” she said.", "same quoted words: go, to, war, We"),
        ("The cartels rejoiced.", "The cartels trembled.", "shared words: cartels"),
    ],
)
def test_reasons_name_the_shared_words_as_written(one: str, other: str, named: str) -> None:
    assert named in reasons(one, other)


def phrases(one: str, other: str) -> dict[str, tuple[str | None, str | None]]:
    """Return what could be said of two sentences, group by group."""
    left, right = indexed([one]), indexed([other])
    return dict(_phrases(left.sentences[0], right.sentences[0], idf_of(left, right)))


@pytest.mark.parametrize(
    ("one", "other", "group", "speaks_for", "speaks_against"),
    [
        ("They met Rubio.", "They met Rubio.", "names", "same names: Rubio", None),
        ("They met Rubio.", "They met Rubio in Lima.", "names", "same names: Rubio", "names not in the other"),
        ("They met Rubio.", "They met Diaz.", "names", None, "names not in the other"),
        ("They met.", "They met.", "names", None, None),
        ("40 died", "Forty died", "numbers", "same number: 40", None),
        ("40 died", "30 died", "numbers", None, "numbers not in the other"),
        ("Many died", "Many died", "numbers", None, None),
        ("“Go,” he said.", "They go.", "quotes", None, "quotation not in the other"),
        ("They go.", "They go.", "quotes", None, None),
        ("“Go,” he said.", "“Go,” she said.", "quotes", "same quoted words: Go", None),
        ("Bees sleep.", "Ice melts.", "words", None, "few telling words shared"),
    ],
)
def test_a_phrase_is_true_of_the_two_sentences(
    one: str, other: str, group: str, speaks_for: str | None, speaks_against: str | None
) -> None:
    assert phrases(one, other)[group] == (speaks_for, speaks_against)


def test_a_reason_against_names_nothing() -> None:
    shown = reasons("Bees sleep in March 1954.", "Quartz prices doubled in 2031.")
    assert all(": " not in phrase for phrase, value in shown.items() if value < 0)
    assert not any(phrase.startswith(("same", "shared")) for phrase in shown)


def test_every_phrase_has_one_meaning() -> None:
    phrases = [pair for left, right in product(FLOOD, RIVER) for pair in reasons(left, right).items()]
    against = {phrase for phrase, value in phrases if value < 0}
    assert not against & {phrase for phrase, value in phrases if value > 0}


@pytest.mark.parametrize("models", MODELS.values(), ids=MODELS)
def test_every_feature_has_a_group(models: FittedModels) -> None:
    second_pass = models.second_pass.features if isinstance(models.second_pass, TokenModel) else models.second_pass.terms
    for name in {*models.first_pass.terms, *second_pass} - {"first"}:
        assert group_of(name) in FEATURE_GROUPS


@pytest.mark.parametrize(
    ("feature", "group"),
    [
        ("likeness_next_more", "around"),
        ("likeness_margin_less", "rivals"),
        ("judged_next_along", "around"),
        ("meaning_more", "meaning"),
        ("meaning_margin_more", "rivals"),
        ("meaning_next_less", "around"),
        ("longer", "words"),
        ("others_less", "rivals"),
    ],
)
def test_the_group_of_a_feature(feature: str, group: str) -> None:
    assert group_of(feature) == group


def test_at_most_four_words_are_named() -> None:
    text = "The cartels trembled beneath falling diamonds yesterday."
    (named,) = [phrase for phrase in reasons(text, text) if phrase.startswith("shared words")]
    assert len(named.split(": ")[1].split(", ")) == 4


def test_texts_are_left_as_they_are() -> None:
    left: IndexedText = indexed(FLOOD)
    before = left.tokens.copy()
    score_sentence_pairs(left, TEXTS["river"], BUNDLED)
    assert np.array_equal(left.tokens, before)


def test_shared_words_are_content_words_names_among_them() -> None:
    by_group = phrases("The study that Ilka Tamsvold led, she said.", "Said Ilka Tamsvold about that: nothing.")
    assert by_group["words"][0] == "shared words: Ilka, Tamsvold"

"""Two articles weighed, and why: symmetric probabilities, and reasons that add up to the log-odds."""

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
from components.matching.explain import _SHOWN, _phrases
from components.matching.feature_groups import KINDS, group_of
from components.matching.logistic import LEAST, Logistic, probability
from components.matching.models import read_models
from components.matching.sentence_matching import LEAST_SHOWN, SentencePairScores, first_features, second_features
from components.matching.token_model import TokenModel
from tests.matching.factories import FLOOD, ODD, RIVER, profiled
from tests.matching.test_models import STORED

FITS = {digest[:8]: read_models(stored, calibrated=digest != "lexical") for digest, stored in STORED.items()}
STORIES = {"flood": FLOOD, "river": RIVER, "odd": ODD, "one": RIVER[:1], "bare": ("",)}
PROFILES = {name: profiled(story) for name, story in STORIES.items()}
BUNDLED = next(fit for fit in FITS.values() if fit.calibrated)
WORDS = next(fit for fit in FITS.values() if not fit.calibrated)
MODEL, SUM = cast(TokenModel, BUNDLED.second), cast(Logistic, WORDS.second)


@pytest.mark.parametrize("fit", FITS.values(), ids=FITS)
@pytest.mark.parametrize(("one", "other"), list(product(STORIES, STORIES)))
def test_swapping_the_sides_transposes(one: str, other: str, fit: FittedModels) -> None:
    here = score_sentence_pairs(PROFILES[one], PROFILES[other], fit)
    there = score_sentence_pairs(PROFILES[other], PROFILES[one], fit)
    for mine, yours in ((here.probability, there.probability), (here.full, there.full), (here.similarity, there.similarity)):
        assert mine.shape == (len(STORIES[one]), len(STORIES[other]))
        np.testing.assert_allclose(mine, yours.T, atol=1.01e-4)
        assert ((mine >= 0) & (mine <= 1)).all()


@pytest.mark.parametrize("fit", FITS.values(), ids=FITS)
def test_probabilities_have_four_decimals(fit: FittedModels) -> None:
    found = score_sentence_pairs(PROFILES["flood"], PROFILES["river"], fit)
    for matrix in (found.probability, found.full, score_sentences_in_article(found.probability, fit)):
        assert all(value == round(value, 4) for value in matrix.ravel().tolist())


def test_what_says_the_same_is_more_probable_than_what_does_not() -> None:
    found = score_sentence_pairs(PROFILES["flood"], PROFILES["river"], BUNDLED).probability
    assert found.argmax(axis=1).tolist()[:3] == [0, 0, 3]
    assert found[2, 3] > 0.5 > found[3, 3]


def test_without_a_fit_the_vectors_change_nothing() -> None:
    lexical = models_for("unknown")
    blind = replace(PROFILES["flood"], tokens=PROFILES["flood"].tokens[::-1], vectors=PROFILES["flood"].vectors[::-1])
    one, other = (
        score_sentence_pairs(PROFILES["flood"], PROFILES["river"], lexical),
        score_sentence_pairs(blind, PROFILES["river"], lexical),
    )
    assert np.array_equal(one.probability, other.probability)
    assert np.array_equal(one.similarity, other.similarity)
    changed = score_sentence_pairs(blind, PROFILES["river"], BUNDLED)
    assert not np.array_equal(
        score_sentence_pairs(PROFILES["flood"], PROFILES["river"], BUNDLED).probability, changed.probability
    )


def test_a_sentence_is_stated_where_its_best_link_is_sure() -> None:
    chances = np.array([[0.02, 0.97, 0.01], [0.02, 0.05, 0.01], [0.3, 0.35, 0.01]], np.float32)
    sure, absent, between = score_sentences_in_article(chances, BUNDLED).tolist()
    assert sure > 0.8 > between > absent
    assert absent < 0.2


def parts(features: dict[str, NDArray[Any]], at: tuple[int, int]) -> tuple[dict[str, float], float]:
    """What each kind of evidence adds, and the base rate, computed anew from the lexical fit."""
    values = {name: float(matrix[at]) for name, matrix in features.items()}
    centre, passed_on = SUM.terms["first"]
    out = dict.fromkeys(KINDS, 0.0)
    for model, share in ((SUM, 1.0), (WORDS.first, passed_on)):
        for name, (middle, weight) in model.terms.items():
            if name != "first":
                out[group_of(name)] += share * weight * (values[name] - middle)
    return out, SUM.bias + passed_on * (WORDS.first.bias - centre)


@pytest.mark.parametrize(("one", "other"), [("flood", "river"), ("river", "flood"), ("odd", "flood"), ("one", "one")])
def test_reasons_and_the_base_rate_add_up_to_the_log_odds(one: str, other: str) -> None:
    left, right = PROFILES[one], PROFILES[other]
    evidence = score_sentence_pairs(left, right, WORDS)
    features = first_features(left, right, idf_of(left, right), None)
    features |= second_features(probability(WORDS.first.log_odds(features)))
    odds, first = SUM.log_odds(features), WORDS.first.log_odds(features)
    cut = np.log(LEAST / (1 - LEAST))
    for at in np.ndindex(odds.shape):
        found, base = parts(features, at)
        assert found == pytest.approx({kind: float(matrix[at]) for kind, matrix in evidence.contributions.items()}, abs=1e-4)
        # the first judgement enters rounded to four decimals and kept within LEAST of 0 and 1
        slack = abs(SUM.terms["first"][1]) * (max(0.0, abs(first[at]) + cut) + 0.06)
        assert sum(found.values()) + base == pytest.approx(float(odds[at]), abs=slack)
        assert_reasons_add_up(evidence, left, right, at)


@pytest.mark.parametrize(("one", "other"), [("flood", "river"), ("river", "flood"), ("flood", "flood")])
def test_what_a_reader_found_is_shared_out_among_the_kinds(one: str, other: str) -> None:
    left, right = PROFILES[one], PROFILES[other]
    evidence, by = score_sentence_pairs(left, right, BUNDLED), MODEL.parameters
    nothing = float(np.maximum(by.hidden_bias, 0) @ by.last + by.bias)
    likely = np.argwhere(evidence.probability >= LEAST_SHOWN)
    assert len(likely) > 1
    for i, j in likely.tolist():
        whole = sum(float(matrix[i, j]) for matrix in evidence.contributions.values()) + nothing
        assert float(probability(np.array(whole))) == pytest.approx(float(evidence.probability[i, j]), abs=1e-3)
        assert_reasons_add_up(evidence, left, right, (i, j))
    for i, j in np.argwhere(evidence.probability < LEAST_SHOWN).tolist():
        assert not any(float(matrix[i, j]) for matrix in evidence.contributions.values())


def assert_reasons_add_up(evidence: SentencePairScores, left: IndexedText, right: IndexedText, at: tuple[int, int]) -> None:
    """Every part is in a reason, or too small to show."""
    found = {kind: float(matrix[at]) for kind, matrix in evidence.contributions.items()}
    shown = explain_link(evidence, left, right, at)
    said = _phrases(left.sentences[at[0]], right.sentences[at[1]], evidence.idf)
    named = [value for kind, value in found.items() if said[kind][value < 0]]
    rest = sum(found.values()) - sum(named)
    unseen = sum(value for value in (*named, rest) if abs(value) < _SHOWN)
    assert sum(shown.values()) + unseen == pytest.approx(sum(found.values()), abs=0.006 * (len(shown) + 1))


def of(one: str, other: str, fit: FittedModels = BUNDLED) -> dict[str, float]:
    """The reasons for the pair of these sentences, amid the two stories."""
    left, right = profiled((*FLOOD, one)), profiled((*RIVER, other))
    return dict(explain_link(score_sentence_pairs(left, right, fit), left, right, (len(FLOOD), len(RIVER))))


def test_reasons_come_strongest_first_without_small_ones() -> None:
    found = list(of("The minister said on Friday that 40 died.", "Forty died on Friday, the minister told Rosa Diaz.").values())
    assert found == sorted(found, key=lambda value: -abs(value))
    assert all(abs(value) >= _SHOWN and round(value, 2) == value for value in found)
    assert len(found) <= len(KINDS)


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
    assert named in of(one, other)


def phrases(one: str, other: str) -> dict[str, tuple[str | None, str | None]]:
    """What could be said of two sentences, kind by kind."""
    left, right = profiled([one]), profiled([other])
    return dict(_phrases(left.sentences[0], right.sentences[0], idf_of(left, right)))


@pytest.mark.parametrize(
    ("one", "other", "kind", "speaks_for", "speaks_against"),
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
    one: str, other: str, kind: str, speaks_for: str | None, speaks_against: str | None
) -> None:
    assert phrases(one, other)[kind] == (speaks_for, speaks_against)


def test_a_reason_against_names_nothing() -> None:
    found = of("Bees sleep in March 1954.", "Quartz prices doubled in 2031.")
    assert all(": " not in phrase for phrase, value in found.items() if value < 0)
    assert not any(phrase.startswith(("same", "shared")) for phrase in found)


def test_every_phrase_has_one_meaning() -> None:
    phrases = [pair for left, right in product(FLOOD, RIVER) for pair in of(left, right).items()]
    against = {phrase for phrase, value in phrases if value < 0}
    assert not against & {phrase for phrase, value in phrases if value > 0}


@pytest.mark.parametrize("fit", FITS.values(), ids=FITS)
def test_every_feature_has_akind_of(fit: FittedModels) -> None:
    second = fit.second.features if isinstance(fit.second, TokenModel) else fit.second.terms
    for name in {*fit.first.terms, *second} - {"first"}:
        assert group_of(name) in KINDS


@pytest.mark.parametrize(
    ("feature", "kind"),
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
def test_the_kind_of_a_feature(feature: str, kind: str) -> None:
    assert group_of(feature) == kind


def test_at_most_four_words_are_named() -> None:
    text = "The cartels trembled beneath falling diamonds yesterday."
    (named,) = [phrase for phrase in of(text, text) if phrase.startswith("shared words")]
    assert len(named.split(": ")[1].split(", ")) == 4


def test_profiles_are_left_as_they_are() -> None:
    left: IndexedText = profiled(FLOOD)
    before = left.tokens.copy()
    score_sentence_pairs(left, PROFILES["river"], BUNDLED)
    assert np.array_equal(left.tokens, before)


def test_shared_words_are_telling_ones_names_among_them() -> None:
    said = phrases("The study that Ilka Tamsvold led, she said.", "Said Ilka Tamsvold about that: nothing.")
    assert said["words"][0] == "shared words: Ilka, Tamsvold"

"""One statement beside one article: where it comes closest, what of it stands nowhere, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from components.matching import FittedModels, StatementMatch, idf_of, match_statement, models_for
from components.matching.indexed_text import excerpts
from components.matching.late_interaction import max_similarity
from components.matching.statement_matching import match_statements, statement_features
from tests.matching.factories import FLOOD, ODD, RIVER, indexed
from tests.matching.test_sentence_matching import BUNDLED, MODELS


def match(statement: str, article: Sequence[str] = FLOOD, models: FittedModels = BUNDLED) -> StatementMatch:
    text = indexed(article)
    return match_statement(indexed([statement]), text, idf_of(text), models)


def features_of(statement: str, article: Sequence[str] = FLOOD) -> dict[str, float]:
    text = indexed(article)
    typed = indexed([statement])
    values, _ = statement_features(typed, text, idf_of(text), max_similarity(typed, text))
    return {name: float(value) for name, (value,) in values.items()}


@pytest.mark.parametrize("models", MODELS.values(), ids=MODELS)
def test_a_stated_statement_is_more_probable_than_another(models: FittedModels) -> None:
    stated = match("The minister said that 40 people were killed in Osmere.", models=models)
    other = match("Bees sleep upside down in a green violin.", models=models)
    assert stated.probability > 0.5 > other.probability
    assert stated.sentence == 1
    assert stated.similarity > other.similarity
    assert stated.missing_numbers == stated.missing_words == ()


def test_what_stands_nowhere_is_named_as_typed() -> None:
    result = match("The minister said that 75 Penguins were killed in Osmere.")
    assert result.missing_numbers == ("75",)
    assert result.missing_words == ("Penguins",)


def test_at_most_three_missing_words_the_same_ones_each_time() -> None:
    result = match("Violins, trumpets, drums, flutes and 3 harps")
    assert len(result.missing_words) == 3
    assert result.missing_numbers == ("3",)
    assert result == match("Violins, trumpets, drums, flutes and 3 harps")


@pytest.mark.parametrize("statement", ["Rain", "部长", "قال", "40", "a " * 400])
@pytest.mark.parametrize("article", [ODD, ("",), ("It rained.",), RIVER], ids=["odd", "bare", "one", "river"])
@pytest.mark.parametrize("models", MODELS.values(), ids=MODELS)
def test_odd_statements_and_articles(statement: str, article: Sequence[str], models: FittedModels) -> None:
    result = match(statement, article, models)
    assert 0 <= result.probability <= 1
    assert 0 <= result.similarity <= 1
    assert 0 <= result.sentence < len(article)
    assert result.probability == round(result.probability, 4)


def test_a_statement_told_over_two_sentences_is_covered_by_the_two() -> None:
    article = ("Rubio flew to Lima.", "It rained.", "Bees attacked Diaz on Friday.")
    features = features_of("Rubio flew to Lima and bees attacked Diaz on Friday.", article)
    assert features["words_best"] < features["words_two"] == pytest.approx(features["words_whole"])
    assert features["meaning_best"] < features["meaning_two"] <= features["meaning_whole"] + 1e-6


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("Rain had fallen for nine days", {"words_best": 1, "runs_best": 1, "numbers_missing": 0, "missing_mass": 0}),
        ("Rain fell for 8 days", {"numbers_missing": 1, "numbers_any": 1}),
        ("It met Zorro", {"names_missing": 1, "numbers_any": 0, "rarest_missing": 1}),
        ("Diaz", {"words_whole": 1, "runs_best": 0, "names_missing": 0, "statement_length": 1, "article_length": 5**0.5}),
    ],
)
def test_what_a_feature_says(statement: str, expected: dict[str, float]) -> None:
    features = features_of(statement)
    assert {name: features[name] for name in expected} == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("statement", ["Rain had fallen for nine days.", "The envoy met Zorro.", "40"])
def test_more_of_the_article_never_covers_less(statement: str) -> None:
    short, long = features_of(statement, FLOOD[:2]), features_of(statement, FLOOD)
    for name in ("meaning", "close", "same"):
        assert short[f"{name}_whole"] <= long[f"{name}_whole"] + 0.12, "the weights of words move a little"
        for features in (short, long):
            assert features[f"{name}_second"] <= features[f"{name}_best"] + 1e-6
            assert features[f"{name}_best"] <= features[f"{name}_two"] + 1e-6
            assert features[f"{name}_two"] <= features[f"{name}_whole"] + 1e-6
            assert features[f"{name}_gap_whole"] <= features[f"{name}_gap"] + 1e-6


@pytest.mark.parametrize("models", MODELS.values(), ids=MODELS)
def test_statements_are_matched_each_by_itself(models: FittedModels) -> None:
    text, article = indexed(FLOOD), indexed(RIVER)
    idf = idf_of(article)
    whole = [(i, np.ones(len(sentence.words), bool)) for i, sentence in enumerate(text.sentences)]
    together = match_statements(excerpts(text, whole), article, idf, models)
    for i in range(len(FLOOD)):
        alone = match_statements(excerpts(text, [whole[i]]), article, idf, models)
        assert together.log_odds[i] == pytest.approx(alone.log_odds[0], abs=1e-3)
        assert together.nearest[i] == alone.nearest[0]


def test_without_a_fit_the_vectors_are_not_looked_at() -> None:
    statement, article, lexical = indexed(FLOOD[1:2]), indexed(RIVER), models_for("unknown")
    values, nearest = statement_features(statement, article, idf_of(article), None)
    assert set(values) == set(lexical.statement.terms)
    assert nearest == 0
    assert all(np.isfinite(value) for value in values.values())

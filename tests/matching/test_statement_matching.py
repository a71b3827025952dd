"""One statement beside one article: where it comes closest, what of it stands nowhere, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from components.matching import FittedModels, StatementMatch, idf_of, match_statement, models_for
from components.matching.statement_matching import statement_features
from tests.matching.factories import FLOOD, ODD, RIVER, profiled
from tests.matching.test_sentence_matching import BUNDLED, FITS


def asked(statement: str, article: Sequence[str] = FLOOD, fit: FittedModels = BUNDLED) -> StatementMatch:
    found = profiled(article)
    return match_statement(profiled([statement]), found, idf_of(found), fit)


def features(statement: str, article: Sequence[str] = FLOOD) -> dict[str, float]:
    found = profiled(article)
    values, _ = statement_features(profiled([statement]), found, idf_of(found), with_meaning=True)
    return values


@pytest.mark.parametrize("fit", FITS.values(), ids=FITS)
def test_a_stated_statement_is_more_probable_than_another(fit: FittedModels) -> None:
    stated = asked("The minister said that 40 people were killed in Osmere.", fit=fit)
    other = asked("Bees sleep upside down in a green violin.", fit=fit)
    assert stated.probability > 0.5 > other.probability
    assert stated.sentence == 1
    assert stated.similarity > other.similarity
    assert stated.missing_numbers == stated.missing_words == ()


def test_what_stands_nowhere_is_named_as_typed() -> None:
    found = asked("The minister said that 75 Penguins were killed in Osmere.")
    assert found.missing_numbers == ("75",)
    assert found.missing_words == ("Penguins",)


def test_at_most_three_missing_words_the_same_ones_each_time() -> None:
    found = asked("Violins, trumpets, drums, flutes and 3 harps")
    assert len(found.missing_words) == 3
    assert found.missing_numbers == ("3",)
    assert found == asked("Violins, trumpets, drums, flutes and 3 harps")


@pytest.mark.parametrize("statement", ["Rain", "部长", "قال", "40", "a " * 400])
@pytest.mark.parametrize("article", [ODD, ("",), ("It rained.",), RIVER], ids=["odd", "bare", "one", "river"])
@pytest.mark.parametrize("fit", FITS.values(), ids=FITS)
def test_odd_statements_and_articles(statement: str, article: Sequence[str], fit: FittedModels) -> None:
    found = asked(statement, article, fit)
    assert 0 <= found.probability <= 1
    assert 0 <= found.similarity <= 1
    assert 0 <= found.sentence < len(article)
    assert found.probability == round(found.probability, 4)


def test_a_statement_told_over_two_sentences_is_covered_by_the_two() -> None:
    article = ("Rubio flew to Lima.", "It rained.", "Bees attacked Diaz on Friday.")
    found = features("Rubio flew to Lima and bees attacked Diaz on Friday.", article)
    assert found["words_best"] < found["words_two"] == pytest.approx(found["words_whole"])
    assert found["meaning_best"] < found["meaning_two"] <= found["meaning_whole"] + 1e-6


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
    found = features(statement)
    assert {name: found[name] for name in expected} == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("statement", ["Rain had fallen for nine days.", "The envoy met Zorro.", "40"])
def test_more_of_the_article_never_covers_less(statement: str) -> None:
    short, long = features(statement, FLOOD[:2]), features(statement, FLOOD)
    for name in ("meaning", "close", "same"):
        assert short[f"{name}_whole"] <= long[f"{name}_whole"] + 0.12, "the weights of words move a little"
        for found in (short, long):
            assert found[f"{name}_second"] <= found[f"{name}_best"] + 1e-6
            assert found[f"{name}_best"] <= found[f"{name}_two"] + 1e-6
            assert found[f"{name}_two"] <= found[f"{name}_whole"] + 1e-6
            assert found[f"{name}_gap_whole"] <= found[f"{name}_gap"] + 1e-6


def test_without_a_fit_the_vectors_are_not_looked_at() -> None:
    statement, article, lexical = profiled(FLOOD[1:2]), profiled(RIVER), models_for("unknown")
    values, nearest = statement_features(statement, article, idf_of(article), with_meaning=False)
    assert set(values) == set(lexical.statement.terms)
    assert nearest == 0
    assert all(np.isfinite(value) for value in values.values())

"""The passages nearest to a statement: which are scored, and what the token model makes of them."""

from __future__ import annotations

import numpy as np
import pytest

from components.matching import idf_of, models_for
from components.matching.late_interaction import max_similarity
from components.matching.statement_matching import nearest_passages, passage_features
from components.matching.token_features import ArticlePair, SentencePairs
from components.matching.token_model import TokenModel
from components.settings.matching import MAX_PASSAGES, NO_PASSAGE_LOG_ODDS
from tests.matching.factories import FLOOD, ODD, RIVER, indexed
from tests.matching.test_token_model import DIGEST


@pytest.fixture(scope="module")
def passage_model() -> TokenModel:
    model = models_for(DIGEST).passage_model
    assert model is not None
    return model


def beside(statement: str, article: tuple[str, ...]) -> tuple[ArticlePair, SentencePairs]:
    typed, text = indexed([statement]), indexed(article)
    return nearest_passages(typed, text, idf_of(text), max_similarity(typed, text))


def features_of(statement: str, article: tuple[str, ...], passage_model: TokenModel) -> dict[str, float]:
    values = passage_features(*beside(statement, article), passage_model)
    return {name: float(value) for name, (value,) in values.items()}


def test_the_nearest_passages_are_scored_in_their_order() -> None:
    article = (*(f"Bees sleep in hive {i}." for i in range(30)), *FLOOD)
    _, (zeros, passages) = beside("40 people were killed in Osmere.", article)
    assert passages.tolist() == sorted(passages.tolist())
    assert len(passages) == len(zeros) == MAX_PASSAGES
    assert {30, 31} <= set(passages.tolist())


@pytest.mark.parametrize("article", [ODD, ("",), ("It rained.",), RIVER], ids=["odd", "bare", "one", "river"])
@pytest.mark.parametrize("statement", ["Rain", "部长", "a " * 400])
def test_odd_statements_and_articles(statement: str, article: tuple[str, ...], passage_model: TokenModel) -> None:
    features = features_of(statement, article, passage_model)
    assert set(features) == {"read_best", "read_second", "read_sum"}
    assert np.isfinite(list(features.values())).all()


def test_what_is_stated_scores_better_than_what_is_not(passage_model: TokenModel) -> None:
    stated, other = (features_of(text, FLOOD, passage_model) for text in (FLOOD[1], "Bees sleep upside down in a green violin."))
    assert stated["read_best"] > other["read_best"]
    assert stated["read_best"] >= stated["read_second"]


def test_one_passage_has_no_second(passage_model: TokenModel) -> None:
    assert features_of(FLOOD[1], FLOOD[1:2], passage_model)["read_second"] == NO_PASSAGE_LOG_ODDS

"""The passages nearest to a statement: which are read, and what the reader makes of them."""

from __future__ import annotations

import numpy as np
import pytest

from components.matching import idf_of, models_for
from components.matching.statement_matching import _NONE, READ_AT_MOST, nearest_passages, passage_features
from components.matching.token_model import TokenModel
from tests.matching.factories import FLOOD, ODD, RIVER, profiled
from tests.matching.test_token_model import DIGEST


@pytest.fixture(scope="module")
def reader() -> TokenModel:
    found = models_for(DIGEST).passages
    assert found is not None
    return found


def read(statement: str, article: tuple[str, ...], reader: TokenModel) -> dict[str, float]:
    found = profiled(article)
    return passage_features(*nearest_passages(profiled([statement]), found, idf_of(found)), reader)


def test_the_nearest_passages_are_read_in_their_order() -> None:
    article = (*(f"Bees sleep in hive {at}." for at in range(30)), *FLOOD)
    found = profiled(article)
    _, (zeros, near) = nearest_passages(profiled(["40 people were killed in Osmere."]), found, idf_of(found))
    assert near.tolist() == sorted(near.tolist())
    assert len(near) == len(zeros) == READ_AT_MOST
    assert {30, 31} <= set(near.tolist())


@pytest.mark.parametrize("article", [ODD, ("",), ("It rained.",), RIVER], ids=["odd", "bare", "one", "river"])
@pytest.mark.parametrize("statement", ["Rain", "部长", "a " * 400])
def test_odd_statements_and_articles(statement: str, article: tuple[str, ...], reader: TokenModel) -> None:
    found = read(statement, article, reader)
    assert set(found) == {"read_best", "read_second", "read_sum"}
    assert np.isfinite(list(found.values())).all()


def test_what_is_stated_reads_better_than_what_is_not(reader: TokenModel) -> None:
    stated, other = (read(text, FLOOD, reader) for text in (FLOOD[1], "Bees sleep upside down in a green violin."))
    assert stated["read_best"] > other["read_best"]
    assert stated["read_best"] >= stated["read_second"]


def test_one_passage_has_no_second(reader: TokenModel) -> None:
    assert read(FLOOD[1], FLOOD[1:2], reader)["read_second"] == _NONE

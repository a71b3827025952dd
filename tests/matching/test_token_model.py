"""The token model and what its tokens see: each value by hand, every pair on its own, and the weights file that belongs to it."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from components.matching import idf_of, models, models_for
from components.matching.arrays import Matrix
from components.matching.late_interaction import max_similarity
from components.matching.sentence_matching import first_pass_features, second_pass_features
from components.matching.token_features import TOKEN_FEATURES, TOKEN_GROUPS, ArticlePair, rank_similarity, token_rows
from components.matching.token_model import TokenModel, TokenScores
from components.story import InputError
from tests.matching.factories import FLOOD, ODD, RIVER, indexed
from tests.matching.test_models import STORED

DIGEST = next(digest for digest in STORED if digest != models.LEXICAL)


@pytest.fixture(scope="module")
def token_model() -> TokenModel:
    model = models_for(DIGEST).second_pass
    assert isinstance(model, TokenModel)
    return model


def article_pair(one: tuple[str, ...], other: tuple[str, ...]) -> ArticlePair:
    left, right = indexed(one), indexed(other)
    max_similarities, idf = max_similarity(left, right), idf_of(left, right)
    features = first_pass_features(left, right, idf, max_similarities)
    return ArticlePair(
        (left, right), max_similarities, idf, features | second_pass_features(np.full((len(one), len(other)), 0.1))
    )


def every_pair(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[Matrix, Matrix]:
    left, right = np.nonzero(np.ones((len(one), len(other))))
    return left, right


def token_values(feature: str, one: tuple[str, ...], other: tuple[str, ...], pair: tuple[int, int]) -> dict[str, float]:
    """Return a feature, or the group, of each token of a left sentence beside a right one, by the token as written."""
    articles = article_pair(one, other)
    context, _ = articles.contexts()
    rows = token_rows(context, np.array([pair[0]]), np.array([pair[1]]))
    words = articles.texts[0].sentences[pair[0]].words
    word_indices = articles.texts[0].token_word[rows.token]
    text = one[pair[0]]
    values = rows.values[:, TOKEN_FEATURES.index(feature)] if feature in TOKEN_FEATURES else rows.group
    return {
        text[words[word].start : words[word].end]: float(value)
        for word, value in zip(word_indices, values, strict=True)
        if word >= 0
    }


ONE, OTHER = ("Mayor Ilka Tamsvold said “never” to 40 boats.", "Rain fell."), ("Tamsvold welcomed 40 boats.", "Boats sank.")


@pytest.mark.parametrize(
    ("feature", "yes", "no"),
    [("same_word", "boats", "said"), ("number", "40", "boats"), ("name", "Tamsvold", "said"), ("quoted", "never", "said")],
)
def test_what_kind_of_token_it_is(feature: str, yes: str, no: str) -> None:
    values = token_values(feature, ONE, OTHER, (0, 0))
    assert (values[yes], values[no]) == (1, 0)


def test_a_token_belongs_to_the_first_kind_that_fits() -> None:
    groups = {word: TOKEN_GROUPS[int(group)] for word, group in token_values("group", ONE, OTHER, (0, 0)).items()}
    expected = {"40": "numbers", "never": "quotes", "Tamsvold": "names", "boats": "words", "said": "meaning"}
    assert expected.items() <= groups.items()


def test_a_word_that_stands_in_one_sentence_only_is_closer_there_than_elsewhere() -> None:
    assert token_values("margin", ONE, OTHER, (0, 0))["40"] > 0 > token_values("margin", ONE, OTHER, (0, 1))["40"]
    assert token_values("spread", ONE, OTHER, (0, 0))["boats"] > token_values("spread", ONE, OTHER, (0, 0))["40"]


def test_near_and_rival() -> None:
    similarity = np.array([[0.9, 0.5, 0.7], [0.2, 0.2, 0.1]], np.float32)
    of_pairs, rival = rank_similarity(similarity).with_rival(np.array([0, 0, 1]), np.array([0, 1, 1]))
    assert of_pairs.tolist() == pytest.approx([0.9, 0.5, 0.2])
    assert rival.tolist() == pytest.approx([0.7, 0.9, 0.2])
    assert rank_similarity(similarity[:, :1]).with_rival(np.array([0]), np.array([0]))[1].tolist() == [0]


@pytest.mark.parametrize(("one", "other"), [(FLOOD, RIVER), (ODD, RIVER), (RIVER[:1], RIVER[:1]), (("",), FLOOD)])
def test_each_pair_is_scored_on_its_own_and_from_either_side(
    token_model: TokenModel, one: tuple[str, ...], other: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    (block,) = token_model.score(article_pair(one, other), every_pair(one, other))
    log_odds = block.log_odds().reshape(len(one), len(other))
    assert np.isfinite(log_odds).all()
    monkeypatch.setattr("components.matching.token_model._BLOCK", 40)
    blocks = [scores.log_odds() for scores in token_model.score(article_pair(one, other), every_pair(one, other))]
    np.testing.assert_allclose(np.concatenate(blocks).reshape(log_odds.shape), log_odds, atol=1e-4)
    swapped = [scores.log_odds() for scores in token_model.score(article_pair(other, one), every_pair(other, one))]
    np.testing.assert_allclose(np.concatenate(swapped).reshape(log_odds.T.shape).T, log_odds, atol=1e-3)


def test_nothing_to_score(token_model: TokenModel) -> None:
    none = np.zeros(0, np.intp)
    assert list(token_model.score(article_pair(FLOOD, RIVER), (none, none))) == []


def test_contributions_are_those_of_the_pair_alone(token_model: TokenModel) -> None:
    (scores,) = token_model.score(article_pair(FLOOD, RIVER), every_pair(FLOOD, RIVER))
    contributions, alone = scores.contributions(np.array([0, 3, 7])), scores.contributions(np.array([3]))
    for group, values in contributions.items():
        assert values.shape == (3,)
        assert values[1] == pytest.approx(float(alone[group][0]), abs=1e-4)


def test_a_page_unlike_all_others_is_kept_within_bounds(token_model: TokenModel) -> None:
    standardized = token_model.standardize(np.full((2, len(token_model.features)), 1e9))
    assert float(np.abs(standardized).max()) == 5


def test_a_token_model_survives_being_stored(token_model: TokenModel, tmp_path: Path) -> None:
    path = tmp_path / "token_model.npz"
    np.savez_compressed(path, **token_model.to_arrays(), allow_pickle=False)
    with np.load(path, allow_pickle=False) as arrays:
        again = TokenModel.from_arrays(arrays)
    assert list(again.features) == list(token_model.features)

    def score(model: TokenModel) -> TokenScores:
        (scores,) = model.score(article_pair(FLOOD, RIVER), every_pair(FLOOD, RIVER))
        return scores

    np.testing.assert_allclose(score(again).log_odds(), score(token_model).log_odds(), atol=1e-4)


@pytest.mark.parametrize("broken", ["second", "passages"])
@pytest.mark.parametrize("damage", ["changed", "gone"])
def test_a_damaged_token_model_is_not_used(damage: str, broken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stored = json.loads(json.dumps(STORED[DIGEST]))
    for part in ("second", "passages"):
        shutil.copy(models.WEIGHTS.with_name(stored[part]["reader"]), tmp_path)
    path = tmp_path / stored[broken]["reader"]
    if damage == "changed":
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
    else:
        path.unlink()
    monkeypatch.setattr(models, "WEIGHTS", tmp_path / "weights.json")
    with pytest.raises(InputError, match=f"{path.name}.*install Samestory again"):
        models.read_models(stored, calibrated=True)


def test_the_token_model_looks_at_the_vectors(token_model: TokenModel) -> None:
    articles = article_pair(FLOOD, RIVER)
    left = replace(articles.texts[0], tokens=articles.texts[0].tokens[::-1].copy())
    (scores,) = token_model.score(articles, every_pair(FLOOD, RIVER))
    (reversed_scores,) = token_model.score(replace(articles, texts=(left, articles.texts[1])), every_pair(FLOOD, RIVER))
    assert not np.allclose(scores.log_odds(), reversed_scores.log_odds())

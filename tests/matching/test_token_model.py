"""The reader and what its tokens see: each value by hand, every pair on its own, and the weights file that belongs to it."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from components.matching import idf_of, models, models_for
from components.matching.late_interaction import max_similarity
from components.matching.sentence_matching import first_features, second_features
from components.matching.token_features import PARTED, TOKEN_FEATURES, ArticlePair, rank_similarity, token_rows
from components.matching.token_model import TokenModel, TokenScores
from components.story import InputError
from tests.matching.factories import FLOOD, ODD, RIVER, Matrix, profiled
from tests.matching.test_models import STORED

DIGEST = next(digest for digest in STORED if digest != models.LEXICAL)


@pytest.fixture(scope="module")
def reader() -> TokenModel:
    found = models_for(DIGEST).second
    assert isinstance(found, TokenModel)
    return found


def beside(one: tuple[str, ...], other: tuple[str, ...]) -> ArticlePair:
    left, right = profiled(one), profiled(other)
    closeness, weight = max_similarity(left, right), idf_of(left, right)
    features = first_features(left, right, weight, closeness)
    return ArticlePair((left, right), closeness, weight, features | second_features(np.full((len(one), len(other)), 0.1)))


def every(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[Matrix, Matrix]:
    left, right = np.nonzero(np.ones((len(one), len(other))))
    return left, right


def told(of: str, one: tuple[str, ...], other: tuple[str, ...], at: tuple[int, int]) -> dict[str, float]:
    """The feature of each token of one left sentence beside one right sentence, by the token as written."""
    articles = beside(one, other)
    ours, _ = articles.contexts()
    found = token_rows(ours, np.array([at[0]]), np.array([at[1]]))
    words = articles.sides[0].sentences[at[0]].words
    placed = articles.sides[0].token_word[found.token]
    text = one[at[0]]
    values = found.values[:, TOKEN_FEATURES.index(of)] if of in TOKEN_FEATURES else found.part
    return {text[words[word].start : words[word].end]: float(v) for word, v in zip(placed, values, strict=True) if word >= 0}


ONE, OTHER = ("Mayor Ilka Tamsvold said “never” to 40 boats.", "Rain fell."), ("Tamsvold welcomed 40 boats.", "Boats sank.")


@pytest.mark.parametrize(
    ("feature", "yes", "no"),
    [("same_word", "boats", "said"), ("number", "40", "boats"), ("name", "Tamsvold", "said"), ("quoted", "never", "said")],
)
def test_what_kind_of_token_it_is(feature: str, yes: str, no: str) -> None:
    found = told(feature, ONE, OTHER, (0, 0))
    assert (found[yes], found[no]) == (1, 0)


def test_a_token_belongs_to_the_first_kind_that_fits() -> None:
    found = {word: PARTED[int(part)] for word, part in told("part", ONE, OTHER, (0, 0)).items()}
    expected = {"40": "numbers", "never": "quotes", "Tamsvold": "names", "boats": "words", "said": "meaning"}
    assert expected.items() <= found.items()


def test_a_word_that_stands_in_one_sentence_only_is_closer_there_than_elsewhere() -> None:
    assert told("margin", ONE, OTHER, (0, 0))["40"] > 0 > told("margin", ONE, OTHER, (0, 1))["40"]
    assert told("spread", ONE, OTHER, (0, 0))["boats"] > told("spread", ONE, OTHER, (0, 0))["40"]


def test_near_and_rival() -> None:
    closeness = np.array([[0.9, 0.5, 0.7], [0.2, 0.2, 0.1]], np.float32)
    near, rival = rank_similarity(closeness).and_rival(np.array([0, 0, 1]), np.array([0, 1, 1]))
    assert near.tolist() == pytest.approx([0.9, 0.5, 0.2])
    assert rival.tolist() == pytest.approx([0.7, 0.9, 0.2])
    assert rank_similarity(closeness[:, :1]).and_rival(np.array([0]), np.array([0]))[1].tolist() == [0]


@pytest.mark.parametrize(("one", "other"), [(FLOOD, RIVER), (ODD, RIVER), (RIVER[:1], RIVER[:1]), (("",), FLOOD)])
def test_each_pair_is_read_on_its_own_and_from_either_side(
    reader: TokenModel, one: tuple[str, ...], other: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    (whole,) = reader.score(beside(one, other), every(one, other))
    found = whole.log_odds().reshape(len(one), len(other))
    assert np.isfinite(found).all()
    monkeypatch.setattr("components.matching.token_model._BLOCK", 40)
    pieces = [read.log_odds() for read in reader.score(beside(one, other), every(one, other))]
    np.testing.assert_allclose(np.concatenate(pieces).reshape(found.shape), found, atol=1e-4)
    turned = [read.log_odds() for read in reader.score(beside(other, one), every(other, one))]
    np.testing.assert_allclose(np.concatenate(turned).reshape(found.T.shape).T, found, atol=1e-3)


def test_nothing_to_read(reader: TokenModel) -> None:
    none = np.zeros(0, np.intp)
    assert list(reader.score(beside(FLOOD, RIVER), (none, none))) == []


def test_parts_are_those_of_the_pair_alone(reader: TokenModel) -> None:
    (read,) = reader.score(beside(FLOOD, RIVER), every(FLOOD, RIVER))
    among, one = read.contributions(np.array([0, 3, 7])), read.contributions(np.array([3]))
    for kind, values in among.items():
        assert values.shape == (3,)
        assert values[1] == pytest.approx(float(one[kind][0]), abs=1e-4)


def test_a_page_unlike_all_others_is_kept_within_bounds(reader: TokenModel) -> None:
    wild = reader.standard(np.full((2, len(reader.features)), 1e9))
    assert float(np.abs(wild).max()) == 5


def test_a_reader_survives_being_stored(reader: TokenModel, tmp_path: Path) -> None:
    path = tmp_path / "reader.npz"
    np.savez_compressed(path, **reader.arrays(), allow_pickle=False)
    with np.load(path, allow_pickle=False) as arrays:
        again = TokenModel.load(arrays)
    assert list(again.features) == list(reader.features)

    def read(by: TokenModel) -> TokenScores:
        (found,) = by.score(beside(FLOOD, RIVER), every(FLOOD, RIVER))
        return found

    np.testing.assert_allclose(read(again).log_odds(), read(reader).log_odds(), atol=1e-4)


@pytest.mark.parametrize("broken", ["second", "passages"])
@pytest.mark.parametrize("damage", ["changed", "gone"])
def test_a_damaged_reader_is_not_used(damage: str, broken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_the_reader_looks_at_the_vectors(reader: TokenModel) -> None:
    articles = beside(FLOOD, RIVER)
    left = replace(articles.sides[0], tokens=articles.sides[0].tokens[::-1].copy())
    (plain,) = reader.score(articles, every(FLOOD, RIVER))
    (other,) = reader.score(replace(articles, sides=(left, articles.sides[1])), every(FLOOD, RIVER))
    assert not np.allclose(plain.log_odds(), other.log_odds())

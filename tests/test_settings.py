"""Settings: probabilities only, words of the strictness control in order, what stands in every file."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.settings import THRESHOLDS, Settings, Strictness, Thresholds


@pytest.mark.parametrize("name", ["link_probability", "not_found_probability"])
@pytest.mark.parametrize("value", [-0.01, 1.01, 33, float("inf"), float("nan")])
def test_only_a_probability_is_one(name: str, value: float) -> None:
    changed: dict[str, Any] = {name: value}
    with pytest.raises(ValueError, match=f"{name} is .*; give a probability from 0 to 1"):
        replace(Settings(), **changed)


@given(st.floats(0, 1), st.floats(0, 1))
def test_not_found_never_lies_above_partly_stated(partly: float, not_found: float) -> None:
    found = Settings(partly_probability=partly, not_found_probability=not_found)
    assert found.effective_not_found_probability == min(partly, not_found)
    assert found.to_dict() == {
        "link_probability": found.link_probability,
        "not_found_probability": found.effective_not_found_probability,
        "stated_probability": found.stated_probability,
        "partly_probability": found.partly_probability,
        "encoder": None,
        "second_reader": None,
    }


@pytest.mark.parametrize("word", get_args(Strictness))
def test_a_word_of_the_strictness_control(word: Strictness) -> None:
    found = Settings.of(word, encoder="folder", second_reader="other")
    assert [getattr(found, f"{name}_probability") for name in Thresholds._fields] == list(THRESHOLDS[word])
    assert found.encoder == found.to_dict()["encoder"] == "folder"
    assert found.second_reader == found.to_dict()["second_reader"] == "other"


def test_balanced_is_the_default() -> None:
    assert Settings() == Settings.of("balanced")


def test_stricter_words_ask_for_more() -> None:
    assert list(THRESHOLDS) == list(get_args(Strictness))
    for strict, loose in pairwise(THRESHOLDS.values()):
        assert strict.link > loose.link
        assert strict.stated > loose.stated
        assert strict.partly > loose.partly
        assert strict.not_found < loose.not_found < loose.partly < loose.stated

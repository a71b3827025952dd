"""Labels: any order and spelling that says what an output means; whatever else is refused in one sentence."""

from __future__ import annotations

import pytest

from components.second_reader.labels import read_meanings
from components.story import InputError


def config(*labels: str) -> dict[str, dict[str, str]]:
    return {"id2label": {str(number): label for number, label in enumerate(labels)}}


@pytest.mark.parametrize(
    ("labels", "meanings"),
    [
        (("contradiction", "entailment", "neutral"), ("contradiction", "entailment", "neutral")),
        (("ENTAILMENT", "NEUTRAL", "CONTRADICTION"), ("entailment", "neutral", "contradiction")),
        (("Neutral", "entail", "Contradict"), ("neutral", "entailment", "contradiction")),
        (("entailment", "not_entailment"), ("entailment", "no entailment")),
        (("Not Entailment", "entailment"), ("no entailment", "entailment")),
        (("non-entailment", "ENTAILED"), ("no entailment", "entailment")),
        (("entailment",), ("entailment",)),
    ],
)
def test_labels_are_read_in_any_order_and_spelling(labels: tuple[str, ...], meanings: tuple[str, ...]) -> None:
    assert read_meanings(config(*labels), "folder") == meanings


@pytest.mark.parametrize("labels", [("LABEL_0", "LABEL_1", "LABEL_2"), ("label 0", "Label-1")])
def test_labels_that_nobody_named_are_refused(labels: tuple[str, ...]) -> None:
    with pytest.raises(InputError, match=r"'folder' does not name what its outputs mean; name its outputs in id2label"):
        read_meanings(config(*labels), "folder")


def test_a_score_of_nothing_in_particular_is_refused() -> None:
    with pytest.raises(
        InputError, match=r"gives one score and does not say of what; name .* or entailment alone for one score\."
    ):
        read_meanings(config("LABEL_0"), "folder")


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"id2label": None},
        {"id2label": ["entailment", "neutral", "contradiction"]},
        {"id2label": {}},
        {"id2label": {"1": "entailment", "2": "neutral", "3": "contradiction"}},
        {"id2label": {"zero": "entailment"}},
    ],
)
def test_a_configuration_without_numbered_labels_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(InputError, match="does not name what its outputs mean"):
        read_meanings(values, "folder")


@pytest.mark.parametrize(
    "labels",
    [
        ("toxic", "clean"),
        ("entailment", "neutral", "LABEL_2"),
        ("entailment", "contradiction"),
        ("entailment", "neutral", "neutral"),
        ("entailment", "Entail", "contradiction"),
        ("entailment", "neutral", "contradiction", "not_entailment"),
        ("neutral",),
        ("contradiction",),
        ("含意", "中立", "矛盾"),
        ("entailment" * 40, "neutral", "contradiction"),
    ],
)
def test_labels_that_mean_something_else_are_refused_and_named(labels: tuple[str, ...]) -> None:
    with pytest.raises(InputError, match="has labels that say nothing of statements") as refused:
        read_meanings(config(*labels), "folder")
    message = str(refused.value)
    assert labels[0][:50] in message
    assert len(message) < 300
    assert message.endswith("or entailment and not_entailment.")

"""What each output of a cross-encoder says of a statement beside a passage, read off the names in its configuration."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

from ..story import InputError

Meaning = Literal["entailment", "contradiction", "neutral", "no entailment"]

KNOWN_LABELS: Final[Mapping[str, Meaning]] = {
    **dict.fromkeys(("entailment", "entail", "entails", "entailed"), "entailment"),
    **dict.fromkeys(("contradiction", "contradict", "contradicts", "contradicted", "contradictory"), "contradiction"),
    "neutral": "neutral",
    **dict.fromkeys(("notentailment", "notentail", "notentailed", "nonentailment"), "no entailment"),
}
"""The letters of a label, in lower case -> what it means."""
ACCEPTED: Final = ({"entailment", "contradiction", "neutral"}, {"entailment", "no entailment"}, {"entailment"})
"""The sets of meanings that a model may have; a lone entailment is a score from 0 to 1."""
UNNAMED: Final = re.compile(r"label[ _-]?\d+", re.IGNORECASE)
"""What a configuration calls a label that nobody named."""
MAX_SHOWN: Final = 60
"""Letters of the labels of a model that a message repeats."""


def read_meanings(config: Mapping[str, Any], folder: str) -> tuple[Meaning, ...]:
    """Return what each output of a model means, in the order of its outputs.

    Args:
        config: The values of the model's config.json.
        folder: Where it lies, for the message.

    Raises:
        InputError: The configuration does not say what the outputs mean, or they mean something else.
    """
    labels = _labels_in_order(config.get("id2label"))
    if not labels or all(UNNAMED.fullmatch(label) for label in labels):
        one = "gives one score and does not say of what" if len(labels) == 1 else "does not name what its outputs mean"
        raise InputError(
            f"The second reader in {folder!r} {one}; name its outputs in id2label of its config.json: entailment, contradiction "
            "and neutral, or entailment alone for one score."
        )
    meanings = tuple(KNOWN_LABELS.get(re.sub(r"[\W\d_]+", "", label).lower()) for label in labels)
    known = tuple(meaning for meaning in meanings if meaning)
    if len(known) < len(labels) or len(set(known)) < len(known) or set(known) not in ACCEPTED:
        shown = ", ".join(labels)
        raise InputError(
            f"The second reader in {folder!r} has labels that say nothing of statements "
            f"({shown if len(shown) <= MAX_SHOWN else shown[:MAX_SHOWN] + ' …'}); give a model with the labels entailment, "
            "contradiction and neutral, or entailment and not_entailment."
        )
    return known


def _labels_in_order(id2label: object) -> Sequence[str]:
    """Return the labels by their numbers, from 0; none if they are not numbered so."""
    if not isinstance(id2label, Mapping):
        return ()
    numbers = [str(number) for number in range(len(id2label))]
    if set(id2label) != set(numbers):
        return ()
    return [str(id2label[number]) for number in numbers]

"""The types of the scripts say what Python sends and takes: each value of the payload, each kind of correction."""

from __future__ import annotations

import re

import pytest

from components.views.reading import component, payload
from tests.corrections.factories import kinds_made_from_choices
from tests.report.factories_details import every_kind

TYPES = component.modules()["types.js"]
ADDED_BY_SHOW = {"undo", "redo", "pick"}


def properties(name: str) -> set[str]:
    """The properties of a type, those of the types that it extends included."""
    block = re.search(rf"@typedef {{object}} {name}\b.*?\*/", TYPES, re.DOTALL)
    if block:
        return set(re.findall(r"@property {.*?} \[?(\w+)", block[0]))
    line = re.search(rf"@typedef {{(?:(\w+) & )?{{(.*?)}}}} {name}\b", TYPES)
    assert line, name
    return (properties(line[1]) if line[1] else set()) | set(re.findall(r"(\w+): ", line[2]))


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Article", ["columns"]),
        ("Sentence", ["columns", "sentences"]),
        ("UnmatchedColumn", ["columns", "sentences", "elsewhere"]),
        ("Link", ["links"]),
        ("LinkedSentence", ["links", "ends"]),
        ("Difference", ["differences"]),
        ("DetailEnd", ["differences", "ends"]),
        ("Fact", ["facts"]),
    ],
)
def test_a_type_names_what_the_payload_holds(name: str, path: list[str]) -> None:
    values = [payload(every_kind(), ("A", "B", "C"))]
    for key in path:
        values = [inner for value in values for inner in value[key]]
    assert values
    assert all(set(value) == properties(name) for value in values)


def test_the_payload_is_what_python_sends_and_what_show_adds() -> None:
    assert set(payload(every_kind(), ("A", "B"))) == properties("Payload") - ADDED_BY_SHOW


def test_every_kind_of_correction_is_one_that_python_takes() -> None:
    correction = TYPES[TYPES.index("@typedef {{do: ") : TYPES.index("} Correction ")]
    kinds = [kind for choice in re.findall(r"{do: ([^,}]+)", correction) for kind in re.findall(r'"(\w+)"', choice)]
    assert sorted(kinds) == sorted([*kinds_made_from_choices(), "undo", "redo"])

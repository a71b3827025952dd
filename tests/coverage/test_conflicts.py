"""An article that tells a detail of the label otherwise: its cell differs, unless a person said what it is."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from components.coverage import with_conflicts
from components.coverage.conflicts import CONFLICTING
from components.story import Difference, Fact, Presence, Verdict
from components.story.details import DifferenceKind
from tests.report.factories import article, detail, whole

A = article("A", ["The bridge closed on Friday after 40 bolts failed."], headline=False)
B = article("B", ["The bridge closed on Friday after 14 bolts failed."], headline=False)
C = article("C", ["It closed after 20 bolts failed."], headline=False)
FACT = Fact(
    "f", A.text, (whole(A, 0), whole(B, 0), whole(C, 0)), {key: Presence("stated", 0.9 if key != "A" else 1.0) for key in "ABC"}
)


def difference(
    kind: DifferenceKind = "number", verdict: Verdict = "differs", *, swapped: bool = False, fact: str = "f"
) -> Difference:
    ends = detail(A, 0, "40 bolts"), detail(B, 0, "14 bolts")
    left, right = ends[::-1] if swapped else ends
    return Difference(kind, fact, left, right, verdict, "40 is not 14")


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("kind", get_args(DifferenceKind))
def test_the_other_article_differs(kind: DifferenceKind, swapped: bool) -> None:
    (found,) = with_conflicts([FACT], [difference(kind, swapped=swapped)])
    assert found.presence["B"].status == ("differs" if kind in CONFLICTING else "stated")
    assert {found.presence[key].status for key in "AC"} == {"stated"}
    if kind in CONFLICTING:
        assert found.presence["B"].why == "a linked passage tells it with “14 bolts”, not “40 bolts”"
        assert found.presence["B"].probability == 0.9


@pytest.mark.parametrize("verdict", [verdict for verdict in get_args(Verdict) if verdict != "differs"])
def test_a_note_changes_nothing(verdict: Verdict) -> None:
    assert with_conflicts([FACT], [difference(verdict=verdict)]) == (FACT,)


def test_what_is_not_told_there_or_was_decided_by_hand_stays() -> None:
    for state in (Presence("unclear", 0.4), Presence("not_found", 0.1), Presence("stated", 0.9, by_hand=True)):
        fact = replace(FACT, presence={**FACT.presence, "B": state})
        assert with_conflicts([fact], [difference()]) == (fact,)


def test_two_others_that_differ_from_each_other_do_not_differ_from_the_label() -> None:
    between = Difference("number", "f", detail(B, 0, "14 bolts"), detail(C, 0, "20 bolts"), "differs", "")
    assert with_conflicts([FACT], [between]) == (FACT,)
    assert with_conflicts([FACT], [difference(fact="another")]) == (FACT,)

"""The kinds of correction: each has its class, which alone knows what it does."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self, cast

import pytest

from components.corrections import CorrectionWords, correction_from_choice
from components.corrections.kinds import EDITS, ClusteredFact, FactEdit, StoryPassages, register_kind
from components.report.corrections import describe
from components.story import KINDS, Anchor, Comparison, Correction
from tests.corrections.factories import decided, kinds_made_from_choices

MADE_IN_READING_VIEW = {
    "check_difference", "check_fact", "confirm_link", "label_fact", "merge_facts", "no_difference", "reject_link", "set_presence",
    "split_fact",
}  # fmt: skip


def test_every_kind_has_its_class_and_no_class_is_of_no_kind() -> None:
    assert set(EDITS) == set(KINDS)
    assert len(set(EDITS.values())) == len(EDITS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_class_knows_its_tag_and_can_describe_resolve_and_apply(kind: str) -> None:
    edit = EDITS[kind]
    assert edit.kind == kind
    assert not inspect.isabstract(edit)
    assert all(callable(getattr(edit, name)) for name in ("describe", "resolve", "apply"))
    assert edit.__doc__


@pytest.mark.parametrize("kind", KINDS)
def test_the_reading_view_makes_what_belongs_there(kind: str) -> None:
    assert (kind in kinds_made_from_choices()) == (kind in MADE_IN_READING_VIEW)
    with pytest.raises(KeyError):
        correction_from_choice(decided(), {"do": kind})


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("restore", "remove", "masthead", "withdraw")])
def test_a_correction_without_anything_in_it_changes_nothing_and_says_so(kind: str) -> None:
    before, after = decided(), decided(Correction(cast(Any, kind)))
    assert not after.corrections[0].applied
    assert replace(after, corrections=()) == before


@pytest.fixture
def shouting() -> Iterator[str]:
    """A kind that nobody knows but its class."""

    @register_kind("shout")
    @dataclass(frozen=True, slots=True)
    class Shout(FactEdit):
        """A fact is written in capitals."""

        @classmethod
        def describe(cls, correction: Correction, words: CorrectionWords) -> str:
            return f"Fact shouted: {words.quotes(correction.anchors)}"

        @classmethod
        def resolve(cls, correction: Correction, context: StoryPassages) -> Self | None:
            claims = context.claims(context.find_present(correction.anchors))
            return cls(claims) if claims else None

        def apply(self, target: ClusteredFact) -> ClusteredFact:
            return target._replace(fact=replace(target.fact, label=target.fact.label.upper()))

        @classmethod
        def from_choice(cls, comparison: Comparison, choice: Mapping[str, Any]) -> Correction:
            return Correction(cast(Any, "shout"), cast(tuple[Anchor, ...], choice["anchors"]))

    yield "shout"
    del EDITS["shout"]


def test_a_new_kind_is_made_described_and_applied_without_another_change(shouting: str) -> None:
    before = decided()
    anchors = correction_from_choice(before, {"do": "check_fact", "fact": before.facts[0].id}).anchors
    made = correction_from_choice(before, {"do": shouting, "anchors": anchors})
    after = decided(made)
    assert [correction.applied for correction in after.corrections] == [True]
    assert after.facts[0].label == before.facts[0].label.upper()
    assert after.facts[1:] == before.facts[1:]
    assert describe(made, after).startswith("Fact shouted: ")

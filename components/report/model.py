"""The model of one report: what its parts share about a comparison, each value worked out once, when it is first asked for.

Every part of a report takes a Comparison or the ReportModel of one; whoever draws several parts hands one model to them all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeAlias

from ..coverage import Counts, SharedText, count_facts, independent_accounts, prominence, shared_texts, voice_by_article
from ..story import Article, Comparison, Difference, Fact, Presence
from . import wording
from .corrections import LogRow, log_rows
from .provenance import provenance
from .selection import (
    WHOLE,
    Sections,
    Selection,
    describe_selection,
    differences_of,
    filter_facts,
    part_small,
    sections,
    set_apart,
)
from .speakers import Speaker, speakers


@dataclass(frozen=True, slots=True)
class FactState:
    """The state of one fact in one article.

    Attributes:
        article: The article.
        presence: Whether the article states the fact, and how probably.
        sentences: The sentences that state it, from 0, ascending, each once.
    """

    article: Article
    presence: Presence
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FactPositions:
    """Where a fact first stands in the articles that state it.

    Attributes:
        fact: The fact.
        positions: Key and position of each such article, in the order of the articles; 0 is its first word, 1 its end.
    """

    fact: Fact
    positions: tuple[tuple[str, float], ...]

    @property
    def spread(self) -> float:
        """How far apart the earliest and the latest position are, as a share of an article."""
        values = [position for _, position in self.positions]
        return max(values) - min(values)


@dataclass(frozen=True, eq=False)
class ReportModel:
    """What the parts of one report share.

    Attributes:
        comparison: The comparison that is reported.
        selection: Which facts the report shows, and in which order.
        made: The date to print, as given; None for a report without one.
    """

    comparison: Comparison
    selection: Selection = WHOLE
    made: str | None = None
    _states: dict[str, Mapping[str, FactState]] = field(default_factory=dict, init=False, repr=False)
    _voices: dict[str, Mapping[str, str | None]] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts of the selection, in its order."""
        return tuple(fact for _, facts in self.sections for fact in facts)

    @cached_property
    def small_facts(self) -> tuple[Fact, ...]:
        """The small facts of the selection, which stand after the others."""
        return part_small(self.facts)[1]

    @cached_property
    def main_sections(self) -> Sections:
        """The facts of the selection under their headings, without the small ones."""
        return set_apart(self.sections, self.small_facts)

    @cached_property
    def all_sections(self) -> Sections:
        """The facts of the selection under their headings, the small ones at the end under one of their own."""
        small = self.small_facts
        heading = f"smaller facts: {wording.part_of(len(small), len(self.facts))}"
        return (*self.main_sections, (heading, small)) if small else self.main_sections

    @cached_property
    def sections(self) -> Sections:
        """The facts of the selection under their headings."""
        return sections(self.comparison, filter_facts(self.comparison, self.selection), self.selection.order)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """The pairs of details of the facts of the selection, notes among them."""
        return differences_of(self.comparison, self.facts)

    @cached_property
    def description(self) -> str:
        """The selection in one sentence."""
        return describe_selection(self.comparison, self.selection, self.facts)

    @cached_property
    def selected(self) -> Comparison:
        """The comparison with only the facts of the selection, in its order, and their differences; all else stays."""
        comparison = self.comparison
        return replace(comparison, facts=self.facts, differences=self.differences, given_title=comparison.title or None)

    @cached_property
    def counts(self) -> Counts:
        """How many facts all articles state, some, or one."""
        return count_facts(self.comparison)

    @cached_property
    def summary_parts(self) -> tuple[wording.SummaryPart, ...]:
        """The counts of the summary sentence, with their words."""
        return wording.summary_parts(self.counts, len(self.numbered_differences))

    @cached_property
    def summary(self) -> str:
        """The summary sentence: "27 facts · 13 of 27 in both · ... · machine-made, 0 of 27 facts checked"."""
        return " · ".join([*(f"{part.count} {part.text}" for part in self.summary_parts), wording.describe_checked(self.counts)])

    @cached_property
    def numbered_differences(self) -> tuple[tuple[int, Difference], ...]:
        """The details that differ, numbered from 1 through the comparison, the same everywhere: ≠1, ≠2."""
        return tuple(enumerate((pair for pair in self.comparison.differences if pair.verdict == "differs"), start=1))

    @cached_property
    def difference_signs(self) -> Mapping[Difference, str]:
        """The sign and number of each difference, "≠3"; notes have none."""
        return {difference: f"≠{number}" for number, difference in self.numbered_differences}

    @cached_property
    def notes(self) -> tuple[Difference, ...]:
        """Pairs of details that do not differ: compatible, more specific, unresolved."""
        return tuple(pair for pair in self.comparison.differences if pair.verdict != "differs")

    @cached_property
    def _differences_by_name(self) -> Mapping[str, Sequence[int]]:
        """Where the pairs of details stand in the comparison, by the id or alias that they name their fact by."""
        places: dict[str, list[int]] = {}
        for index, difference in enumerate(self.comparison.differences):
            places.setdefault(difference.fact, []).append(index)
        return places

    def differences_of(self, fact: Fact) -> tuple[Difference, ...]:
        """Return the pairs of details of one fact, also where they name it by an alias."""
        names = {fact.id, *fact.aliases}
        indices = sorted(index for name in names for index in self._differences_by_name.get(name, ()))
        return tuple(self.comparison.differences[index] for index in indices)

    def voices(self, fact: Fact) -> Mapping[str, str | None]:
        """Return the speaker whom each article names for a fact; see `coverage.voice_by_article`."""
        if fact.id not in self._voices:
            self._voices[fact.id] = voice_by_article(self.comparison, fact)
        return self._voices[fact.id]

    def fact_states(self, fact: Fact) -> Mapping[str, FactState]:
        """Return the state of a fact in each article, by key, in the order of the articles."""
        if fact.id not in self._states:
            articles = (article for article in self.comparison.articles if article.key in fact.presence)
            self._states[fact.id] = {article.key: self._state(fact, article) for article in articles}
        return self._states[fact.id]

    def _state(self, fact: Fact, article: Article) -> FactState:
        sentences = tuple(sorted({mention.sentence for mention in fact.mentions_in(article.key)}))
        return FactState(article, fact.presence[article.key], sentences)

    @cached_property
    def _positions_by_fact(self) -> Mapping[str, FactPositions]:
        """Where each fact that two articles or more state in so many words first stands in them, by the fact's id."""
        comparison = self.comparison
        by_fact = {}
        for fact in comparison.facts:
            positions = [(key, prominence(comparison, fact, key)) for key in comparison.keys]
            present = tuple((key, position) for key, position in positions if position is not None)
            if len(present) > 1:
                by_fact[fact.id] = FactPositions(fact, present)
        return by_fact

    def fact_positions(self, facts: Sequence[Fact] | None = None) -> tuple[FactPositions, ...]:
        """Return where shared facts first stand, the earliest in its first article first.

        Args:
            facts: Only these facts of the comparison; all of them by default.
        """
        by_fact = self._positions_by_fact
        chosen = self.comparison.facts if facts is None else facts
        return tuple(sorted((by_fact[fact.id] for fact in chosen if fact.id in by_fact), key=lambda item: item.positions[0]))

    @cached_property
    def shared_texts(self) -> tuple[SharedText, ...]:
        """Every two articles that share a run of words."""
        return shared_texts(self.comparison.articles)

    @cached_property
    def accounts(self) -> tuple[tuple[str, ...], ...]:
        """The keys of the articles, those that are one account together."""
        return independent_accounts(self.comparison, self.shared_texts)

    @cached_property
    def speakers(self) -> tuple[Speaker, ...]:
        """Everybody who speaks, those with most words first."""
        return speakers(self.comparison)

    @cached_property
    def log_rows(self) -> tuple[LogRow, ...]:
        """The log of corrections in words, first to last."""
        return log_rows(self.comparison)

    @cached_property
    def provenance(self) -> tuple[tuple[str, str], ...]:
        """What every file says of how it was made: (name, value)."""
        return provenance(self.comparison, made=self.made)


ComparisonLike: TypeAlias = Comparison | ReportModel
"""A comparison, or the model of one that is at hand: what every part of a report is drawn from."""


def as_model(comparison: ComparisonLike) -> ReportModel:
    """Return the model of a comparison; a model as it is."""
    return comparison if isinstance(comparison, ReportModel) else ReportModel(comparison)

"""What corrections say of the articles as they are now: each passage found in its text, each fact by its claims."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from ..claims import PlacedClaim
from ..matching import LinkDecision
from ..story import Article, Correction, LinkEndpoints
from .kinds import EDITS, ArticleEdit, DetailPair, DifferenceEdit, FactEdit, LinkEdit, StoryPassages
from .log import active


@dataclass(frozen=True, slots=True)
class ResolvedCorrections:
    """Corrections in the terms of one story.

    `links`: what was decided of two sentences, by the two; `facts`: the changes of facts, in order; `differences`: verdicts, by
    the kind of a difference and its details. `corrections` are all of them, each with whether it was applied.
    """

    links: Mapping[LinkEndpoints, LinkDecision]
    facts: tuple[FactEdit, ...]
    differences: Mapping[tuple[str, DetailPair], DifferenceEdit]
    corrections: tuple[Correction, ...]

    @property
    def rejected(self) -> tuple[LinkEndpoints, ...]:
        """The pairs of sentences that a person says are no link, in order."""
        return tuple(sorted(link.sentences for link in self.links.values() if not link.linked))


def resolve(
    corrections: Sequence[Correction],
    articles: Sequence[Article],
    claims: Mapping[str, Sequence[PlacedClaim]],
    *,
    ineffective: Collection[int] = (),
) -> ResolvedCorrections:
    """Find what each correction is about.

    Args:
        corrections: All that were made, in order.
        articles: As corrected, with their keys.
        claims: Of each article, by its key.
        ineffective: The places in `corrections` of those that changed nothing in the articles themselves.
    """
    passages = StoryPassages(articles, claims)
    links: dict[LinkEndpoints, LinkDecision] = {}
    facts: list[FactEdit] = []
    differences: dict[tuple[str, DetailPair], DifferenceEdit] = {}
    lost = set(ineffective)
    for place, correction in active(corrections):
        edit_type = EDITS[correction.kind]
        if issubclass(edit_type, ArticleEdit):
            continue
        edit = edit_type.resolve(correction, passages)
        match edit:
            case LinkEdit():
                edit.apply(links)
            case FactEdit():
                facts.append(edit)
            case DifferenceEdit():
                differences[edit.difference] = edit
            case _:  # None: what it is about is not there; a new family of kinds needs a case of its own
                lost.add(place)
    marked = tuple(replace(correction, applied=place not in lost) for place, correction in enumerate(corrections))
    return ResolvedCorrections(links, tuple(facts), differences, marked)

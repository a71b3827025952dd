"""Facts and details as a person corrected them: labels, presence, what was looked at, differences that hold or are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..claims import StoryClaims
from ..details import Details, ScoredDifference, differences_between
from ..settings.corrections import SURE
from ..story import ClaimRef, Detail, Difference, Fact, LinkEndpoints, Presence
from .resolve import FactEdit, ResolvedCorrections

BY_HAND = "set by hand"
MERGED = "facts merged by hand"


def override_fact(fact: Fact, group: Sequence[ClaimRef], steps: Sequence[FactEdit]) -> Fact:
    """A fact, made of a group of claims, after the steps that are about one of them, in order."""
    for step in steps:
        about = {"merge_facts": (*step.claims[:1], *step.other_claims[:1]), "split_fact": step.other_claims[:1]}
        if not set(group) & set(about.get(step.kind, step.claims)):
            continue
        fact = replace(fact, checked=True)
        if step.kind == "label_fact":
            fact = replace(fact, label=step.label)
        elif step.kind == "set_presence" and step.key in fact.presence:
            known = fact.presence[step.key]
            said = replace(known, status=step.status, why=BY_HAND, by_hand=True)
            fact = replace(fact, presence={**fact.presence, step.key: said})
        elif step.kind == "merge_facts":
            fact = replace(fact, presence=_merged(fact.presence, {key for key, _ in group}))
    return _without_denied(fact)


def _without_denied(fact: Fact) -> Fact:
    """Where an article does not state a fact, a person says, no passage of it is a mention, unless nothing else mentions it."""
    denied = {key for key, state in fact.presence.items() if state.by_hand and state.status == "not_found"}
    kept = tuple(mention for mention in fact.mentions if mention.article not in denied)
    return replace(fact, mentions=kept or fact.mentions)


def _merged(presence: Mapping[str, Presence], stating: set[str]) -> dict[str, Presence]:
    """Every article with a claim of its own in the merged fact states it, unless a person said otherwise before."""
    out = dict(presence)
    for key in stating & set(out):
        if out[key].status != "stated" and not out[key].by_hand:
            out[key] = replace(out[key], status="stated", why=MERGED, by_hand=True)
    return out


def override_details(
    weighty: Sequence[ScoredDifference], by_hand: ResolvedCorrections, told: StoryClaims, details: Mapping[str, Details]
) -> tuple[ScoredDifference, ...]:
    """Details side by side, with the links that a person made or rejected; sentences linked by hand alone are compared now."""
    out = []
    compared: set[LinkEndpoints] = set()
    for item in weighty:
        ends = item.difference.endpoints
        compared.add(ends)
        if ends in by_hand.links:
            item = replace(item, probability=by_hand.links[ends].probability)  # noqa: PLW2901
        out.append(item)
    for ends, link in by_hand.links.items():
        if link.linked and ends not in compared:
            found = differences_between(*ends, SURE, told, details)
            out += (ScoredDifference(SURE, difference) for difference in found)
    return tuple(out)


def override_differences(found: Sequence[Difference], by_hand: ResolvedCorrections) -> Iterator[Difference]:
    """Each difference with what a person said of it; one that they found to be none is a note."""
    for difference in found:
        verdict = by_hand.differences.get((difference.kind, (_end(difference.left), _end(difference.right))))
        if verdict == "none":
            yield replace(difference, verdict="compatible", why=f"No difference, by hand. {difference.why}", checked="none")
        else:
            yield replace(difference, checked="checked") if verdict else difference


def _end(detail: Detail) -> tuple[str, tuple[int, int]]:
    return detail.article, (detail.start, detail.end)

"""Links by hand over the machine's matches: pairs of sentences that a person says are linked, or are not; and what follows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ..claims import StoryClaims, override_claim_matches
from ..matching import ClaimMatches, SentenceMatches, override_sentence_matches
from ..story import ClaimRef
from .resolve import FactEdit, ResolvedCorrections


@dataclass(frozen=True, slots=True, eq=False)
class CorrectedAnalysis:
    """The matches as a person corrected them.

    `unlinked`: pairs of claims, both ways round, in sentences that are no link; `apart`: these, and claims of facts split.
    """

    sentence_matches: SentenceMatches
    claim_matches: ClaimMatches
    unlinked: frozenset[tuple[ClaimRef, ClaimRef]]
    apart: frozenset[tuple[ClaimRef, ClaimRef]]


def apply_link_corrections(
    sentence_matches: SentenceMatches, claims: StoryClaims, claim_matches: ClaimMatches, by_hand: ResolvedCorrections
) -> CorrectedAnalysis:
    """Return the matches in which links confirmed are sure, links rejected are none, and facts split do not state each other."""
    links = tuple(by_hand.links.values())
    apart: set[tuple[ClaimRef, ClaimRef]] = set()
    for link in links:
        if not link.linked:
            apart |= both_ways(*(tuple(claims.claims_in(sentence)) for sentence in link.sentences))
    unlinked = frozenset(apart)
    for step in by_hand.steps:
        if step.kind == "split_fact":
            apart |= both_ways(step.claims, step.other_claims)
        elif step.kind == "merge_facts":
            apart -= both_ways(step.claims, step.other_claims)
    corrected = override_sentence_matches(sentence_matches, links)
    matches = override_claim_matches(claims, claim_matches, corrected, links=links, apart=apart)
    return CorrectedAnalysis(corrected, matches, unlinked, frozenset(apart))


def both_ways(claims: Iterable[ClaimRef], others: Collection[ClaimRef]) -> set[tuple[ClaimRef, ClaimRef]]:
    """Return the pairs of a claim and one of the others that stand in two articles, both ways round."""
    pairs = [(claim, other) for claim in claims for other in others if claim.article != other.article]
    return {*pairs, *((other, claim) for claim, other in pairs)}


def merge_and_split_facts(groups: list[tuple[ClaimRef, ...]], steps: tuple[FactEdit, ...]) -> list[tuple[ClaimRef, ...]]:
    """Groups of claims as a person joined and parted them, one step after the other."""
    for step in steps:
        if step.kind == "merge_facts":
            joining = [group for group in groups if set(group) & {*step.claims[:1], *step.other_claims[:1]}]
            groups = [group for group in groups if group not in joining]
            groups.append(tuple(sorted(claim for group in joining for claim in group)))
        elif step.kind == "split_fact":
            groups = [part for group in groups for part in _parted(group, step)]
    return groups


def _parted(group: tuple[ClaimRef, ...], step: FactEdit) -> list[tuple[ClaimRef, ...]]:
    out = tuple(claim for claim in group if claim in step.claims)
    rest = tuple(claim for claim in group if claim not in step.claims)
    return [out, rest] if out and set(rest) & set(step.other_claims) else [group]

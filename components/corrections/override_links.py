"""Links by hand over the machine's evidence: pairs of sentences that a person says are linked, or are not; and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..claims import StoryClaims
from ..matching import ClaimMatches, DirectedClaimMatches, SentenceMatches, match_sentence_pair
from ..story import ClaimRef, LinkEndpoints, SentenceRef, Span, shared_letters
from .resolve import FactEdit, ResolvedCorrections

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..matching import SentencePairScores

    Array = NDArray[np.float64]

SURE = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class CorrectedAnalysis:
    """The evidence as a person corrected it.

    `unlinked`: pairs of claims, both ways round, in sentences that are no link; `apart`: these, and claims of facts split.
    """

    sentence_matches: SentenceMatches
    claim_matches: ClaimMatches
    unlinked: frozenset[tuple[ClaimRef, ClaimRef]]
    apart: frozenset[tuple[ClaimRef, ClaimRef]]


def apply_link_corrections(
    weighed: SentenceMatches, told: StoryClaims, matches: ClaimMatches, by_hand: ResolvedCorrections
) -> CorrectedAnalysis:
    """Links confirmed are sure, links rejected are none, and facts split do not state each other; the rest is as it was."""
    pairs, parted = dict(weighed.scores), dict(matches.directed)
    apart: set[tuple[ClaimRef, ClaimRef]] = set()
    for ends, linked in by_hand.links.items():
        if linked is None:
            found = [(one, other) for one in _claims_of(told, ends[0]) for other in _claims_of(told, ends[1])]
            apart.update((*found, *((other, one) for one, other in found)))
        else:
            _inside(parted, told, weighed, (ends, linked))
        _probable(pairs, ends, 0.0 if linked is None else SURE)
    unlinked = frozenset(apart)
    for step in by_hand.steps:
        pairs_of = ((one, other) for one in step.claims for other in step.other_claims if one[0] != other[0])
        between = {pair for one, other in pairs_of for pair in ((one, other), (other, one))}
        if step.kind == "split_fact":
            apart |= between
        elif step.kind == "merge_facts":
            apart -= between
    changed = replace(weighed, scores=pairs)
    _present(parted, told, changed, (apart, by_hand))
    return CorrectedAnalysis(changed, ClaimMatches(parted), unlinked, frozenset(apart))


def _claims_of(told: StoryClaims, sentence: SentenceRef) -> Iterator[ClaimRef]:
    key, index = sentence
    return (ClaimRef(key, at) for at in range(told.first_claim[key][index], told.first_claim[key][index + 1]))


def _probable(pairs: dict[tuple[str, str], SentencePairScores], ends: LinkEndpoints, value: float) -> None:
    """Set the probability of one link."""
    (one, i), (other, j) = ends
    keys, cell = ((one, other), (i, j)) if (one, other) in pairs else ((other, one), (j, i))
    probability = pairs[keys].probability.copy()
    probability[cell] = value
    pairs[keys] = replace(pairs[keys], probability=probability)


def _inside(
    parted: dict[tuple[str, str], DirectedClaimMatches],
    told: StoryClaims,
    weighed: SentenceMatches,
    link: tuple[LinkEndpoints, tuple[Span, Span]],
) -> None:
    """What a link made by hand says of the claims of its sentences: those under stretches smaller than them state each other."""
    ends, spans = link
    (one, i), (other, j) = ends
    found = match_sentence_pair(told.article_claims[one].sentences[i], told.article_claims[other].sentences[j], weighed.models)
    under = [_under(told, sentence, span) for sentence, span in zip(ends, spans, strict=True)]
    stated, same = (found.entailed[0].copy(), found.entailed[1].copy()), found.equivalent.copy()
    if not all(mask.all() for mask in under):
        chosen = under[0][:, None] & under[1][None, :]
        same[~chosen] = 0.0
        same[chosen & (same == same[chosen].max(initial=0.0))] = SURE
        stated[0][under[0]] = stated[1][under[1]] = SURE
    for keys, cell, mine, across, only in (
        ((one, other), (i, j), stated[0], same, found.unmatched[0] if found.unmatched else None),
        ((other, one), (j, i), stated[1], same.T, found.unmatched[1] if found.unmatched else None),
    ):
        known = parted[keys]
        told_only = known.unmatched if only is None else {**known.unmatched, cell: only}
        parted[keys] = replace(
            known, entailed={**known.entailed, cell: mine}, equivalent={**known.equivalent, cell: across}, unmatched=told_only
        )


def _under(told: StoryClaims, sentence: SentenceRef, span: Span) -> NDArray[np.bool_]:
    """Which claims of a sentence lie under a stretch: those it covers by half, else the one it covers most."""
    import numpy as np

    claims = [told.claims[key][at] for key, at in _claims_of(told, sentence)]
    covered = np.array([shared_letters([span], claim.spans) for claim in claims], float)
    whole = np.array([sum(b - a for a, b in claim.spans) for claim in claims], float)
    under = covered * 2 >= whole
    return under if under.any() else covered == covered.max()


def _present(
    parted: dict[tuple[str, str], DirectedClaimMatches],
    told: StoryClaims,
    weighed: SentenceMatches,
    said: tuple[set[tuple[ClaimRef, ClaimRef]], ResolvedCorrections],
) -> None:
    """How probably an article states a claim, once a person said that a passage of it does, or does not."""
    apart, by_hand = said
    stated: dict[tuple[str, str], dict[tuple[int, int], Array]] = {}
    touched: set[tuple[str, int, str]] = set()
    for (one, at), (other, n) in apart:
        claim, across = told.claims[one][at], told.claims[other][n]
        mine = stated.setdefault((one, other), dict(parted[one, other].entailed))
        cell = (claim.sentence, across.sentence)
        if cell in mine and _all_apart(told, apart, ClaimRef(one, at), SentenceRef(other, across.sentence)):
            mine[cell] = mine[cell].copy()
            mine[cell][claim.index_in_sentence] = 0.0
        touched.add((one, claim.sentence, other))
    for (one, i), (other, j) in (ends for ends, linked in by_hand.links.items() if linked):
        touched |= {(one, i, other), (other, j, one)}
    for keys, found in stated.items():
        parted[keys] = replace(parted[keys], entailed=found)
    for one, i, other in sorted(touched):
        parted[one, other] = _anew(parted[one, other], weighed, (one, i, other), _named(told, apart, (one, i, other)))


def _all_apart(told: StoryClaims, apart: set[tuple[ClaimRef, ClaimRef]], claim: ClaimRef, sentence: SentenceRef) -> bool:
    return all((claim, other) in apart for other in _claims_of(told, sentence))


def _named(told: StoryClaims, apart: set[tuple[ClaimRef, ClaimRef]], place: tuple[str, int, str]) -> list[bool]:
    """Which claims of a sentence a person set apart from a claim of the other article."""
    one, sentence, other = place
    set_apart = {claim for claim, across in apart if claim[0] == one and across[0] == other}
    return [claim in set_apart for claim in _claims_of(told, SentenceRef(one, sentence))]


def _anew(
    parted: DirectedClaimMatches, weighed: SentenceMatches, place: tuple[str, int, str], apart: list[bool]
) -> DirectedClaimMatches:
    """The claims of a sentence: no more probable than what remains once a passage was rejected, no less than a sure link."""
    import numpy as np

    one, i, other = place
    linked = weighed.between(one, other).probability[i]
    found = [linked[j] * values for (at, j), values in parted.entailed.items() if at == i]
    best = np.max(found, axis=0) if found else np.zeros(len(parted.present[i]))
    now = np.where(apart, np.minimum(parted.present[i], best), parted.present[i])
    if linked.max() >= SURE:
        now = np.maximum(now, best)
    return replace(parted, present=[*parted.present[:i], now, *parted.present[i + 1 :]])


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

"""Corrections over the machine's result, whatever their kind: articles, matches, clusters of claims, facts, differences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..claims import StoryClaims, override_claim_matches
from ..details import Details, ScoredDifference, differences_between
from ..matching import ClaimMatches, SentenceMatches, override_sentence_matches
from ..settings.corrections import SURE
from ..story import Article, ClaimRef, Correction, Difference, Fact, digests
from .kinds import EDITS, ArticleEdit, ClusteredFact, FactEdit, both_ways, detail_pair, without_denied_mentions
from .log import active
from .resolve import ResolvedCorrections


def apply_article_corrections(articles: Sequence[Article], corrections: Sequence[Correction]) -> tuple[Article, ...]:
    """Return the articles as a person corrected them; a correction that finds nothing to change changes nothing."""
    return _correct_articles(articles, corrections)[0]


def ineffective_corrections(articles: Sequence[Article], corrections: Sequence[Correction]) -> frozenset[int]:
    """Return the indices of the corrections of articles that have no effect; `articles` are as read."""
    return _correct_articles(articles, corrections)[1]


def _correct_articles(
    articles: Sequence[Article], corrections: Sequence[Correction]
) -> tuple[tuple[Article, ...], frozenset[int]]:
    corrected = dict(zip(digests(articles), articles, strict=True))
    ineffective = set()
    for place, correction in active(corrections):
        edit_type = EDITS[correction.kind]
        if not issubclass(edit_type, ArticleEdit):
            continue
        edit = edit_type.resolve(correction, corrected)
        if edit is None:
            ineffective.add(place)
            continue
        try:
            corrected[edit.digest] = edit.apply(corrected[edit.digest])
        except ValueError:
            ineffective.add(place)
    return tuple(corrected.values()), frozenset(ineffective)


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
    unlinked: set[tuple[ClaimRef, ClaimRef]] = set()
    for link in links:
        if not link.linked:
            left, right = (tuple(claims.claims_in(sentence)) for sentence in link.sentences)
            unlinked |= both_ways(left, right)
    apart = set(unlinked)
    for edit in by_hand.facts:
        edit.separate(apart)
    corrected = override_sentence_matches(sentence_matches, links)
    matches = override_claim_matches(claims, claim_matches, corrected, links=links, apart=apart)
    return CorrectedAnalysis(corrected, matches, frozenset(unlinked), frozenset(apart))


def regroup_claims(clusters: list[tuple[ClaimRef, ...]], edits: Sequence[FactEdit]) -> list[tuple[ClaimRef, ...]]:
    """Return clusters of claims as a person merged and split them, one change after the other."""
    for edit in edits:
        clusters = edit.regroup(clusters)
    return clusters


def override_fact(fact: Fact, cluster: tuple[ClaimRef, ...], edits: Sequence[FactEdit]) -> Fact:
    """Return a fact, made of a cluster of claims, after the changes that are about one of them, in order."""
    clustered = ClusteredFact(fact, cluster)
    for edit in edits:
        if set(cluster) & set(edit.about):
            clustered = edit.apply(clustered)
    return without_denied_mentions(clustered.fact)


def override_details(
    scored: Sequence[ScoredDifference], by_hand: ResolvedCorrections, claims: StoryClaims, details: Mapping[str, Details]
) -> tuple[ScoredDifference, ...]:
    """Return differences with the links that a person made or rejected; sentences linked by hand alone are compared now."""
    out = []
    for item in scored:
        link = by_hand.links.get(item.difference.endpoints)
        out.append(replace(item, probability=link.probability) if link else item)
    compared = {item.difference.endpoints for item in scored}
    for endpoints, link in by_hand.links.items():
        if link.linked and endpoints not in compared:
            out += (ScoredDifference(SURE, difference) for difference in differences_between(*endpoints, SURE, claims, details))
    return tuple(out)


def override_differences(differences: Sequence[Difference], by_hand: ResolvedCorrections) -> Iterator[Difference]:
    """Yield each difference with what a person said of it."""
    for difference in differences:
        edit = by_hand.differences.get((difference.kind, detail_pair(difference)))
        yield edit.apply(difference) if edit else difference

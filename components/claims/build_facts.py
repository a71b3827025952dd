"""From groups of claims to facts: a label, an id, and every mention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from ..story import Article, ClaimRef, Fact, Mention
from .extract import PlacedClaim

ID = 12
"""Hexadecimal digits of a fact's id."""
SHORTEST_LABEL = 4
"""Words: a shorter claim ("It rained.") labels a fact only if it stands alone."""

Claims = Mapping[str, Sequence[PlacedClaim]]


@dataclass(frozen=True, slots=True)
class FactDraft:
    """A fact without its presence, the claim that gives it its label, and all claims that mention it."""

    fact: Fact
    label_claim: ClaimRef
    claims: tuple[ClaimRef, ...]


def build_facts(
    articles: Sequence[Article],
    claims: Claims,
    groups: Iterable[Sequence[ClaimRef]],
    partners: Mapping[ClaimRef, Collection[ClaimRef]],
) -> list[FactDraft]:
    """One fact a group of claims (article, number), in the order of the story.

    The mentions are the group's claims and the `partners` of the label. The label is the shortest of the group, so that every
    other can state all of it. The id is a digest of the earliest, and the digests of the others are aliases, so that a fact is
    found again by its id when another strictness joins it with others.
    """
    by_key = {article.key: article for article in articles}
    early = {claim: rank for article in articles for claim, rank in _earliness(article, claims[article.key])}
    drafted = []
    for group in groups:
        label = min(group, key=lambda claim: _label_rank(_mention(by_key, claims, claim).text))
        members = tuple(sorted({*group, *partners.get(label, ())}))
        drafted.append((sorted(early[claim] for claim in group), label, members))
    taken = {ranks[0][1] for ranks, _, _ in drafted}
    seen: Counter[str] = Counter()
    out = []
    for ranks, label, members in sorted(drafted, key=lambda draft: draft[0][0]):
        digest = ranks[0][1]
        seen[digest] += 1  # the same text given twice: equal digests are told apart by number
        name = digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
        aliases = tuple(dict.fromkeys(other for _, other in ranks if other not in taken))
        taken.update(aliases)
        mentions = tuple(_mention(by_key, claims, claim) for claim in members)
        out.append(FactDraft(Fact(name, _mention(by_key, claims, label).text, mentions, {}, aliases), label, members))
    return out


def _label_rank(text: str) -> tuple[bool, int, str]:
    words = len(text.replace("…", " ").split())
    return (words < SHORTEST_LABEL, words, sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def _earliness(article: Article, claims: Sequence[PlacedClaim]) -> Iterable[tuple[ClaimRef, tuple[float, str]]]:
    """For each claim how early in its article it stands (0 to 1), and a digest that depends on the texts alone."""
    text = sha256(f"{article.text}\0".encode("utf-8", "surrogatepass"))
    for at, claim in enumerate(claims):
        digest = text.copy()
        digest.update(f"{claim.sentence}.{claim.index_in_sentence}".encode())
        yield ClaimRef(article.key, at), (round(claim.spans[0][0] / max(1, len(article.text)), 4), digest.hexdigest()[:ID])


def _mention(by_key: Mapping[str, Article], claims: Claims, ref: ClaimRef) -> Mention:
    article, claim = by_key[ref.article], claims[ref.article][ref.claim]
    return Mention(ref.article, claim.sentence, claim.spans, " … ".join(article.text[start:end] for start, end in claim.spans))

"""From clusters of claims to facts: a label, an id, and every mention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from ..language.lexicon.function_words import PRONOUNS
from ..matching import SentenceMatches
from ..settings.claims_and_speech import MIN_LABEL_WORDS
from ..story import Article, ClaimRef, Fact, Mention
from ..story.fact import GAP
from .extract import PlacedClaim, StoryClaims

ID = 12
"""Hexadecimal digits of a fact's id."""

_MARKS = "\"'“”‘’«»„([-–—"
"""Marks that may stand before the first word of a label."""

PlacedClaims = Mapping[str, Sequence[PlacedClaim]]


@dataclass(frozen=True, slots=True)
class FactDraft:
    """A fact without its presence, the claim that gives it its label, all claims that mention it, and its cluster."""

    fact: Fact
    label_claim: ClaimRef
    claims: tuple[ClaimRef, ...]
    cluster: tuple[ClaimRef, ...]


def worded_claims(story: SentenceMatches, claims: StoryClaims) -> list[ClaimRef]:
    """Return the claims of a story in the order of its texts, but for those of sentences without a word: they state nothing."""
    return [
        ClaimRef(key, i)
        for key in story.order
        for i, claim in enumerate(claims.claims[key])
        if story.indexed[key].sentences[claim.sentence].words
    ]


def build_facts(
    articles: Sequence[Article],
    claims: PlacedClaims,
    clusters: Iterable[Sequence[ClaimRef]],
    probabilities: Mapping[tuple[ClaimRef, ClaimRef], float],
    *,
    link_probability: float,
    apart: Collection[tuple[ClaimRef, ClaimRef]] = (),
) -> list[FactDraft]:
    """Make one fact of each cluster of claims, in the order of the story.

    The mentions are the claims of the cluster, and those that probably say the same as the one that gives the label. The label is
    the shortest of the cluster that can be understood alone. The id is a digest of the earliest, and the digests of
    the others are aliases, so that a fact is found again by its id when another strictness joins it with others.

    Args:
        articles: Of the story.
        claims: Of each article, by its key.
        clusters: Claims that state the same; every claim is in one of them at most.
        probabilities: That two claims say the same, both ways round.
        link_probability: From which of these on a claim is a mention.
        apart: Pairs of claims, both ways round, that a person set apart.
    """
    by_key = {article.key: article for article in articles}
    early = {claim: rank for article in articles for claim, rank in _earliness(article, claims[article.key])}
    partners = _partners({pair: p for pair, p in probabilities.items() if p >= link_probability and pair not in apart})
    drafted = []
    for cluster in clusters:
        label = min(cluster, key=lambda claim: _label_rank(by_key[claim.article], claims, claim))
        members = tuple(sorted({*cluster, *_together(cluster, partners.get(label, ()), apart)}))
        drafted.append((sorted(early[claim] for claim in cluster), label, members, tuple(cluster)))
    taken = {ranks[0][1] for ranks, *_ in drafted}
    seen: Counter[str] = Counter()
    drafts = []
    for ranks, label, members, cluster in sorted(drafted, key=lambda draft: draft[0][0]):
        digest = ranks[0][1]
        seen[digest] += 1  # the same text given twice: equal digests are told apart by number
        name = digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
        aliases = tuple(dict.fromkeys(other for _, other in ranks if other not in taken))
        taken.update(aliases)
        mentions = tuple(_mention(by_key, claims, claim) for claim in members)
        fact = Fact(name, _mention(by_key, claims, label).text, mentions, {}, aliases)
        drafts.append(FactDraft(fact, label, members, cluster))
    return drafts


def _partners(probabilities: Mapping[tuple[ClaimRef, ClaimRef], float]) -> dict[ClaimRef, list[ClaimRef]]:
    """Return for each claim those that probably say the same, surest first."""
    partners: dict[ClaimRef, list[ClaimRef]] = {}
    for (claim, other), _ in sorted(probabilities.items(), key=lambda item: (-item[1], item[0])):
        partners.setdefault(claim, []).append(other)
    return partners


def _together(
    cluster: Sequence[ClaimRef], partners: Sequence[ClaimRef], apart: Collection[tuple[ClaimRef, ClaimRef]]
) -> list[ClaimRef]:
    """Return the partners of a claim that no person set apart from its cluster, or from a surer partner."""
    if not apart:
        return list(partners)
    together: list[ClaimRef] = []
    for claim in partners:
        if not any((claim, other) in apart for other in (*cluster, *together)):
            together.append(claim)
    return together


def _label_rank(article: Article, claims: PlacedClaims, ref: ClaimRef) -> tuple[bool, bool, bool, bool, bool, int, str]:
    """Return how well the words of a claim label a fact, the best first.

    Words that stand alone: no scrap, no headline, which says in few words what the body states, no clause that hangs on another,
    nothing left out between, no pronoun first. Of those the shortest.
    """
    claim, mention = claims[ref.article][ref.claim], _mention({ref.article: article}, claims, ref)
    words = mention.text.replace("…", " ").split()
    return (
        len(words) < MIN_LABEL_WORDS,
        article.sentences[mention.sentence].role == "headline",
        not claim.stands_alone,
        len(mention.spans) > 1,
        words[0].strip(_MARKS).lower() in PRONOUNS if words else True,
        len(words),
        sha256(mention.text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def _earliness(article: Article, claims: Sequence[PlacedClaim]) -> Iterable[tuple[ClaimRef, tuple[float, str]]]:
    """Yield for each claim how early in its article it stands (0 to 1), and a digest that depends on the texts alone."""
    digest_of_text = sha256(f"{article.text}\0".encode("utf-8", "surrogatepass"))
    for i, claim in enumerate(claims):
        digest = digest_of_text.copy()
        digest.update(f"{claim.sentence}.{claim.index_in_sentence}".encode())
        yield ClaimRef(article.key, i), (round(claim.spans[0][0] / max(1, len(article.text)), 4), digest.hexdigest()[:ID])


def _mention(by_key: Mapping[str, Article], claims: PlacedClaims, ref: ClaimRef) -> Mention:
    article, claim = by_key[ref.article], claims[ref.article][ref.claim]
    return Mention(ref.article, claim.sentence, claim.spans, GAP.join(article.text[start:end] for start, end in claim.spans))

"""What corrections say of the articles as they are now: each anchor found in its text, each fact by its claims."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..claims import PlacedClaim
from ..matching import LinkDecision
from ..story import LABELS, Anchor, Article, ClaimRef, Correction, LinkEndpoints, SentenceRef, Span, Status, shared_letters
from .anchors import AnchoredPassage, Anchors
from .log import active
from .override_articles import KINDS

Claims = Mapping[str, Sequence[PlacedClaim]]
Pair = tuple[tuple[str, Span], tuple[str, Span]]
"""Two details: article and span of each."""


@dataclass(frozen=True, slots=True)
class FactEdit:
    """One change of facts: `kind` as in Correction, the claims it is about, and for a split or a merge the other claims.

    `key` and `status` are for a presence, `label` is for a label.
    """

    kind: Literal["merge_facts", "split_fact", "label_fact", "check_fact", "set_presence"]
    claims: tuple[ClaimRef, ...]
    other_claims: tuple[ClaimRef, ...] = ()
    key: str = ""
    status: Status = "stated"
    label: str = ""


@dataclass(frozen=True, slots=True)
class ResolvedCorrections:
    """Corrections in the terms of one story.

    `links`: what was decided of two sentences, by the two.
    `differences`: "checked" or "none" by kind and details. `corrections` are all of them, told which were applied.
    """

    links: Mapping[LinkEndpoints, LinkDecision]
    steps: tuple[FactEdit, ...]
    differences: Mapping[tuple[str, Pair], str]
    corrections: tuple[Correction, ...]

    @property
    def rejected(self) -> tuple[LinkEndpoints, ...]:
        """The pairs of sentences that a person says are no link, in order."""
        return tuple(sorted(link.sentences for link in self.links.values() if not link.linked))


def resolve(
    corrections: Sequence[Correction], articles: Sequence[Article], claims: Claims, *, ineffective: Collection[int] = ()
) -> ResolvedCorrections:
    """Find what each correction is about. `articles` have their keys; `idle` are the places of those known to change nothing."""
    anchors = Anchors(articles)
    by_key = {article.key: article for article in articles}
    links: dict[LinkEndpoints, LinkDecision] = {}
    differences: dict[tuple[str, Pair], str] = {}
    steps: list[FactEdit] = []
    lost = set(ineffective)
    for at, correction in active(corrections):
        if correction.kind in KINDS:
            continue
        found = _present(anchors, correction.anchors)
        some = correction.kind in ("merge_facts", "split_fact")  # which go by those of their passages that are there
        if not found or (len(found) < len(correction.anchors) and not some):
            lost.add(at)
        elif correction.kind in ("confirm_link", "reject_link"):
            lost |= set() if _link(links, correction, found, by_key) else {at}
        elif correction.kind in ("check_difference", "no_difference"):
            lost |= set() if _difference(differences, correction, found) else {at}
        elif step := _step(correction, found, anchors, claims):
            steps.append(step)
        else:
            lost.add(at)
    told = tuple(replace(correction, applied=at not in lost) for at, correction in enumerate(corrections))
    return ResolvedCorrections(links, tuple(steps), differences, told)


def _link(
    links: dict[LinkEndpoints, LinkDecision],
    correction: Correction,
    found: Sequence[AnchoredPassage],
    articles: Mapping[str, Article],
) -> bool:
    """Note a link confirmed or rejected; False unless the two passages stand each in one sentence of two articles."""
    if len(found) != 2 or found[0].key == found[1].key:
        return False
    one, other = sorted(found, key=lambda stretch: stretch.key)
    sentences = [_sentence(articles[stretch.key], stretch) for stretch in (one, other)]
    if sentences[0] is None or sentences[1] is None:
        return False
    ends, spans = (sentences[0], sentences[1]), ((one.start, one.end), (other.start, other.end))
    links[ends] = LinkDecision(ends, correction.kind == "confirm_link", spans)
    return True


def _sentence(article: Article, stretch: AnchoredPassage) -> SentenceRef | None:
    for sent in article.sentences:
        if sent.start <= stretch.start and stretch.end <= sent.end:
            return SentenceRef(article.key, sent.index)
    return None


def _difference(differences: dict[tuple[str, Pair], str], correction: Correction, found: Sequence[AnchoredPassage]) -> bool:
    if len(found) != 2 or not correction.field:
        return False
    one, other = sorted(found, key=lambda stretch: stretch.key)
    pair = ((one.key, (one.start, one.end)), (other.key, (other.start, other.end)))
    differences[correction.field, pair] = "checked" if correction.kind == "check_difference" else "none"
    return True


def _step(correction: Correction, found: Sequence[AnchoredPassage], anchors: Anchors, claims: Claims) -> FactEdit | None:
    """A change of facts, or None if what it needs is not there."""
    members = _claims(found, claims)
    value = correction.value or ""
    match correction.kind:
        case "check_fact" if members:
            return FactEdit("check_fact", members)
        case "label_fact" if members and value.strip():
            return FactEdit("label_fact", members, label=" ".join(value.split()))
        case "set_presence" if members and correction.others:
            key, status = anchors.key(correction.others[0]), next((known for known in LABELS if known == value), None)
            return FactEdit("set_presence", members, key=key, status=status) if key and status else None
        case "merge_facts" | "split_fact":
            others = _claims(_present(anchors, correction.others), claims)
            if correction.kind == "split_fact":
                members = tuple(claim for claim in members if claim not in others)
            return FactEdit(correction.kind, members, others) if members and others else None
    return None


def _present(anchors: Anchors, wanted: Iterable[Anchor]) -> list[AnchoredPassage]:
    found = (anchors.find(anchor) for anchor in wanted)
    return [stretch for stretch in found if stretch is not None]


def _claims(found: Sequence[AnchoredPassage], claims: Claims) -> tuple[ClaimRef, ...]:
    """The claims that passages quote, in order: those with all spans among them; where an article has none, the most covered."""
    out: list[ClaimRef] = []
    for key in dict.fromkeys(stretch.key for stretch in found):
        spans = [(stretch.start, stretch.end) for stretch in found if stretch.key == key]
        exact = [ClaimRef(key, at) for at, claim in enumerate(claims[key]) if all(span in spans for span in claim.spans)]
        exact.sort(key=lambda ref: spans.index(claims[key][ref.claim].spans[0]))
        out += exact or _most_covered(key, spans, claims[key])
    return tuple(out)


def _most_covered(key: str, spans: Sequence[Span], claims: Sequence[PlacedClaim]) -> list[ClaimRef]:
    def shared(at: int) -> int:
        return shared_letters(spans, claims[at].spans)

    best = max(range(len(claims)), key=shared, default=None)
    return [] if best is None or not shared(best) else [ClaimRef(key, best)]

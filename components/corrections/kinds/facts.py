"""Facts merged, split, named, checked; and whether an article states one: what a person says of the facts of a story."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple, Self

from ...settings.corrections import LONGEST_LABEL
from ...story import LABELS, Anchor, ClaimRef, Comparison, Correction, Fact, Mention, Presence, SentenceRef, Status
from ..anchors import Anchors
from .base import Choice, CorrectionWords, StoryEdit, register_kind
from .passages import StoryPassages

Cluster = tuple[ClaimRef, ...]
"""The claims that a fact is made of."""
ClaimPair = tuple[ClaimRef, ClaimRef]
BY_HAND: Final = "set by hand"
MERGED: Final = "facts merged by hand"
STATES: Final[Mapping[str, str]] = {
    "stated": "is stated in",
    "partly": "is partly stated in",
    "not_found": "is not found in",
    "unclear": "has no clear match in",
    "differs": "differs in",
}


def both_ways(claims: Iterable[ClaimRef], others: Collection[ClaimRef]) -> set[ClaimPair]:
    """Return the pairs of a claim and one of the others, in two articles, both ways round."""
    pairs = [(claim, other) for claim in claims for other in others if claim.article != other.article]
    return {*pairs, *((other, claim) for claim, other in pairs)}


class ClusteredFact(NamedTuple):
    """A fact and the cluster of claims that it was made of."""

    fact: Fact
    cluster: Cluster


@dataclass(frozen=True, slots=True)
class FactEdit(StoryEdit[StoryPassages, ClusteredFact]):
    """A change of one fact, or of two. `claims` are those of its passages."""

    claims: Cluster

    @property
    def about(self) -> Sequence[ClaimRef]:
        """The claims by one of which the facts that a person changed are known again."""
        return self.claims

    @classmethod
    def resolve(cls, correction: Correction, context: StoryPassages) -> Self | None:
        """Find the fact by its claims."""
        claims = context.claims(context.all_or_none(correction.anchors))
        return cls(claims) if claims else None

    def apply(self, target: ClusteredFact) -> ClusteredFact:
        """Return the fact, which somebody has looked at."""
        return target._replace(fact=replace(target.fact, checked=True))

    def regroup(self, clusters: list[Cluster]) -> list[Cluster]:
        """Return the clusters of claims as the person joined or parted them."""
        return clusters

    def separate(self, apart: set[ClaimPair]) -> None:
        """Change the pairs of claims, both ways round, that do not state each other, to what the person decided."""


@register_kind("check_fact")
@dataclass(frozen=True, slots=True)
class FactCheck(FactEdit):
    """Somebody looked at a fact."""

    @classmethod
    def describe(cls, correction: Correction, words: CorrectionWords) -> str:
        """Return the correction in words."""
        return f"Fact checked: {words.quotes(correction.anchors)}"

    @classmethod
    def from_choice(cls, comparison: Comparison, choice: Choice) -> Correction:
        """Make the correction from the id of a fact."""
        return check_fact(comparison, str(choice["fact"]))


def check_fact(comparison: Comparison, fact_id: str) -> Correction:
    """Make the correction that somebody looked at a fact."""
    return Correction("check_fact", _label(comparison, comparison.fact(fact_id)))


@register_kind("label_fact")
@dataclass(frozen=True, slots=True)
class FactLabel(FactEdit):
    """A fact is called by other words."""

    label: str

    @classmethod
    def describe(cls, correction: Correction, words: CorrectionWords) -> str:
        """Return the correction in words."""
        return f"Fact at {words.quotes(correction.anchors)} named “{correction.value}”"

    @classmethod
    def resolve(cls, correction: Correction, context: StoryPassages) -> Self | None:
        """Find the fact by its claims; None without a word to call it by."""
        claims = context.claims(context.all_or_none(correction.anchors))
        label = " ".join((correction.value or "").split())
        return cls(claims, label) if claims and label else None

    def apply(self, target: ClusteredFact) -> ClusteredFact:
        """Return the fact by its new name."""
        return target._replace(fact=replace(target.fact, checked=True, label=self.label, label_additions=()))

    @classmethod
    def from_choice(cls, comparison: Comparison, choice: Choice) -> Correction:
        """Make the correction from the id of a fact and its name."""
        return label_fact(comparison, str(choice["fact"]), str(choice["value"]))


def label_fact(comparison: Comparison, fact_id: str, label: str) -> Correction:
    """Make the correction that a fact is called by other words. Raises ValueError for no words, or too many."""
    words = " ".join(label.split())
    if not words:
        raise ValueError("A label needs a word; type what the fact says.")
    if len(words) > LONGEST_LABEL:
        raise ValueError(f"A label has at most {LONGEST_LABEL} letters; shorten it.")
    return Correction("label_fact", _label(comparison, comparison.fact(fact_id)), value=words)


@register_kind("set_presence")
@dataclass(frozen=True, slots=True)
class PresenceSetting(FactEdit):
    """Whether the article `key` states a fact."""

    key: str
    status: Status

    @classmethod
    def describe(cls, correction: Correction, words: CorrectionWords) -> str:
        """Return the correction in words."""
        state = STATES.get(correction.value or "", f"is {correction.value} in")
        return f"State set: {words.quotes(correction.anchors)} {state} {words.outlet(correction.others)}"

    @classmethod
    def resolve(cls, correction: Correction, context: StoryPassages) -> Self | None:
        """Find the fact by its claims, the article, and what was said of them."""
        claims = context.claims(context.all_or_none(correction.anchors))
        key = context.anchors.article_key(correction.others[0]) if correction.others else None
        status = next((status for status in LABELS if status == correction.value), None)
        return cls(claims, key, status) if claims and key and status else None

    def apply(self, target: ClusteredFact) -> ClusteredFact:
        """Return the fact with the status set; probability and passage stay the machine's."""
        fact = replace(target.fact, checked=True)
        if self.key in fact.presence:
            presence = replace(fact.presence[self.key], status=self.status, why=BY_HAND, by_hand=True)
            fact = replace(fact, presence={**fact.presence, self.key: presence})
        return target._replace(fact=fact)

    @classmethod
    def from_choice(cls, comparison: Comparison, choice: Choice) -> Correction:
        """Make the correction from the id of a fact, the key of an article, and a status."""
        return set_presence(comparison, str(choice["fact"]), str(choice["key"]), str(choice["status"]))


def set_presence(comparison: Comparison, fact_id: str, key: str, status: str) -> Correction:
    """Make the correction of whether article `key` states a fact. Raises ValueError for what is no status."""
    if status not in LABELS:
        raise ValueError(f"“{status}” is no state of a fact; choose one of: {', '.join(LABELS.values())}.")
    fact = comparison.fact(fact_id)
    return Correction("set_presence", _label(comparison, fact), (Anchors(comparison.articles).anchor_article(key),), value=status)


@dataclass(frozen=True, slots=True)
class RegroupEdit(FactEdit):
    """Claims that are joined with others or parted from them; those of the passages that are still there count."""

    other_claims: Cluster


@register_kind("merge_facts")
@dataclass(frozen=True, slots=True)
class FactMerge(RegroupEdit):
    """Two facts are one; each is known by the first of its claims."""

    @property
    def about(self) -> Sequence[ClaimRef]:
        """The claims that gave the two facts their labels."""
        return (*self.claims[:1], *self.other_claims[:1])

    @classmethod
    def describe(cls, correction: Correction, words: CorrectionWords) -> str:
        """Return the correction in words."""
        return f"Facts joined into one: {words.quotes((*correction.anchors, *correction.others))}"

    @classmethod
    def resolve(cls, correction: Correction, context: StoryPassages) -> Self | None:
        """Find the claims of both facts."""
        claims = context.claims(context.find_present(correction.anchors))
        others = context.claims(context.find_present(correction.others))
        return cls(claims, others) if claims and others else None

    def regroup(self, clusters: list[Cluster]) -> list[Cluster]:
        """Return the clusters with those of the two facts as one, the last."""
        joining = [cluster for cluster in clusters if set(cluster) & set(self.about)]
        rest = [cluster for cluster in clusters if cluster not in joining]
        return [*rest, tuple(sorted(claim for cluster in joining for claim in cluster))]

    def separate(self, apart: set[ClaimPair]) -> None:
        """Take the pairs of the two facts away: they state each other."""
        apart -= both_ways(self.claims, self.other_claims)

    def apply(self, target: ClusteredFact) -> ClusteredFact:
        """Return the fact: each article with a claim of its own states it, but where it differs or a person said otherwise."""
        presence = dict(target.fact.presence)
        for key in {claim.article for claim in target.cluster} & set(presence):
            if presence[key].status not in ("stated", "differs") and not presence[key].by_hand:
                presence[key] = replace(presence[key], status="stated", why=MERGED, by_hand=True)
        return target._replace(fact=replace(target.fact, checked=True, presence=presence))

    @classmethod
    def from_choice(cls, comparison: Comparison, choice: Choice) -> Correction:
        """Make the correction from the ids of two facts."""
        return merge_facts(comparison, *map(str, choice["facts"]))


def merge_facts(comparison: Comparison, one: str, other: str) -> Correction:
    """Make the correction that two facts, by id, are one. Raises ValueError if they are one already."""
    first, second = comparison.fact(one), comparison.fact(other)
    if first.id == second.id:
        raise ValueError("These are one fact already; choose another fact to merge it with.")
    return Correction("merge_facts", _mentions(comparison, first), _mentions(comparison, second))


@register_kind("split_fact")
@dataclass(frozen=True, slots=True)
class FactSplit(RegroupEdit):
    """The claims are another fact than the other claims, which stay."""

    @property
    def about(self) -> Sequence[ClaimRef]:
        """The claim that gave the fact its label."""
        return self.other_claims[:1]

    @classmethod
    def describe(cls, correction: Correction, words: CorrectionWords) -> str:
        """Return the correction in words."""
        return f"Fact split: {words.quotes(correction.anchors)} set apart from {words.quotes(correction.others)}"

    @classmethod
    def resolve(cls, correction: Correction, context: StoryPassages) -> Self | None:
        """Find the claims that go and those that stay."""
        others = context.claims(context.find_present(correction.others))
        claims = tuple(claim for claim in context.claims(context.find_present(correction.anchors)) if claim not in others)
        return cls(claims, others) if claims and others else None

    def regroup(self, clusters: list[Cluster]) -> list[Cluster]:
        """Return the clusters with that of the fact in two."""
        return [part for cluster in clusters for part in self._parts(cluster)]

    def _parts(self, cluster: Cluster) -> list[Cluster]:
        out = tuple(claim for claim in cluster if claim in self.claims)
        rest = tuple(claim for claim in cluster if claim not in self.claims)
        return [out, rest] if out and set(rest) & set(self.other_claims) else [cluster]

    def separate(self, apart: set[ClaimPair]) -> None:
        """Add the pairs of the claims that go and those that stay."""
        apart |= both_ways(self.claims, self.other_claims)

    @classmethod
    def from_choice(cls, comparison: Comparison, choice: Choice) -> Correction:
        """Make the correction from the id of a fact and the sentences that go."""
        mentions = [SentenceRef(str(key), int(sentence)) for key, sentence in choice["mentions"]]
        return split_fact(comparison, str(choice["fact"]), mentions)


def split_fact(comparison: Comparison, fact_id: str, sentences: Sequence[SentenceRef]) -> Correction:
    """Make the correction that the mentions in these sentences are another fact than the rest.

    Raises ValueError if none of them would go, or none stay.
    """
    fact = comparison.fact(fact_id)
    out = [mention for mention in fact.mentions if mention.sentence_ref in sentences]
    rest = [mention for mention in fact.mentions if mention not in out]
    if not out or not rest:
        raise ValueError("One passage at least must go and one stay; choose some of the passages, not all.")
    label = _labelling_mention(comparison, fact)
    if label in out:  # the fact stays with the passage that gives it its label
        out, rest = rest, out
    label_first = sorted(rest, key=lambda mention: mention != label)
    return Correction("split_fact", _spans(comparison, out), _spans(comparison, label_first))


def without_denied_mentions(fact: Fact) -> Fact:
    """Return a fact without the mentions in articles that a person says do not state it, unless nothing else mentions it."""

    def denied(presence: Presence) -> bool:
        return presence.by_hand and presence.status == "not_found"

    keys = {key for key, presence in fact.presence.items() if denied(presence)}
    kept = tuple(mention for mention in fact.mentions if mention.article not in keys)
    return replace(fact, mentions=kept or fact.mentions)


def _label(comparison: Comparison, fact: Fact) -> tuple[Anchor, ...]:
    """Return the spans of the passage that gives a fact its label, by which it is found again."""
    return _spans(comparison, [_labelling_mention(comparison, fact)])


def _mentions(comparison: Comparison, fact: Fact) -> tuple[Anchor, ...]:
    """Return the spans of all passages of a fact, first those of the one that gives it its label."""
    label = _labelling_mention(comparison, fact)
    return _spans(comparison, sorted(fact.mentions, key=lambda mention: mention != label))


def _spans(comparison: Comparison, mentions: Iterable[Mention]) -> tuple[Anchor, ...]:
    """Return an anchor for each span of these mentions."""
    anchors = Anchors(comparison.articles)
    return tuple(anchors.anchor_span(mention.article, start, end) for mention in mentions for start, end in mention.spans)


def _labelling_mention(comparison: Comparison, fact: Fact) -> Mention:
    """Return the mention that gives a fact its label, or that gave it before a person named it: the fact is found again by it."""
    mention = next((mention for mention in fact.mentions if mention.text == fact.verbatim_label), None)
    if mention is None:
        anchors = Anchors(comparison.articles)
        for correction in reversed(comparison.corrections):
            if correction.kind == "label_fact" and correction.value == fact.label:
                passages = [passage for passage in map(anchors.find_passage, correction.anchors) if passage]
                spans = tuple((passage.start, passage.end) for passage in passages)
                key = passages[0].key if passages else ""
                mention = next((m for m in fact.mentions_in(key) if m.spans == spans), mention)
    return mention or fact.mentions[0]

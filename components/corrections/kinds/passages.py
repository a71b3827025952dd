"""The passages that corrections quote, in the articles as they are now: sentences, claims, and facts by their claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...claims import PlacedClaim
from ...story import Anchor, Article, ClaimRef, SentenceRef, Span, shared_letters
from ..anchors import AnchoredPassage, Anchors


class StoryPassages:
    """Where the anchors of corrections stand in the articles of a story, and which claims they quote."""

    def __init__(self, articles: Sequence[Article], claims: Mapping[str, Sequence[PlacedClaim]]) -> None:
        """Take the articles with their keys, and the claims of each by its key."""
        self.anchors = Anchors(articles)
        self._articles = {article.key: article for article in articles}
        self._claims = claims

    def find_present(self, anchors: Iterable[Anchor]) -> list[AnchoredPassage]:
        """Return those of the passages that are there."""
        passages = (self.anchors.find_passage(anchor) for anchor in anchors)
        return [passage for passage in passages if passage is not None]

    def all_or_none(self, anchors: Sequence[Anchor]) -> list[AnchoredPassage]:
        """Return the passages if all of them are there, else none."""
        passages = self.find_present(anchors)
        return passages if len(passages) == len(anchors) else []

    def sentence(self, passage: AnchoredPassage) -> SentenceRef | None:
        """Return the sentence that a passage stands in, or None if it crosses the end of one."""
        for sent in self._articles[passage.key].sentences:
            if sent.start <= passage.start and passage.end <= sent.end:
                return SentenceRef(passage.key, sent.index)
        return None

    def claims(self, passages: Sequence[AnchoredPassage]) -> tuple[ClaimRef, ...]:
        """Return the claims that passages quote, in order.

        They are those with all spans among the passages; where an article has none, the one that the passages cover most.
        """
        out: list[ClaimRef] = []
        for key in dict.fromkeys(passage.key for passage in passages):
            spans = [(passage.start, passage.end) for passage in passages if passage.key == key]
            indices = _quoted_claims(spans, self._claims[key]) or _most_covered_claim(spans, self._claims[key])
            out += (ClaimRef(key, number) for number in indices)
        return tuple(out)


def _quoted_claims(spans: Sequence[Span], claims: Sequence[PlacedClaim]) -> list[int]:
    """Return the claims all of whose spans are among these, in their order."""
    quoted = [i for i, claim in enumerate(claims) if all(span in spans for span in claim.spans)]
    return sorted(quoted, key=lambda i: spans.index(claims[i].spans[0]))


def _most_covered_claim(spans: Sequence[Span], claims: Sequence[PlacedClaim]) -> list[int]:
    """Return the claim that these spans cover most, the first of equals; none if they cover none."""

    def covered(i: int) -> int:
        return shared_letters(spans, claims[i].spans)

    best = max(range(len(claims)), key=covered, default=None)
    return [] if best is None or not covered(best) else [best]

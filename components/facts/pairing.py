"""Which sentences of two articles are set beside each other to compare their details, with the closeness of their words."""

from __future__ import annotations

from ..evidence import Profile, nearness
from .parsed import Parsed, SentencePair


def sentence_pair(
    left: tuple[Parsed, Profile, int], right: tuple[Parsed, Profile, int], probability: float
) -> SentencePair:
    """Two sentences (article, its profile, sentence) beside each other."""
    near = nearness(*((profile, at, _spans(article, at)) for article, profile, at in (left, right)))
    return SentencePair(left[0], left[2], right[0], right[2], probability, near)


def _spans(article: Parsed, sentence: int) -> list[tuple[int, int]]:
    return [(token.idx, token.idx + len(token.text)) for token in article.docs[sentence]]

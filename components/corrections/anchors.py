"""Passages found again: from a passage of text to an Anchor, and back, whatever else of the page was restored or removed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..intake import is_visible
from ..story import Anchor, Article, digests


@dataclass(frozen=True, slots=True)
class AnchoredPassage:
    """A stretch of the text of the article with this key; `start` and `end` are offsets in `Article.text`."""

    key: str
    start: int
    end: int


class RawOffsets:
    """Where the clean text of an article stands in its raw text."""

    def __init__(self, article: Article) -> None:
        """Take the article; nothing is computed before it is asked for."""
        self._article = article

    @cached_property
    def _offsets(self) -> list[int]:
        """For each letter of the text its offset in `raw`; white space has that of the letter before it."""
        article = self._article
        nothing = (len(article.raw), len(article.raw))
        removed = iter(sorted((item.start, item.end) for item in article.removed))
        start, end = next(removed, nothing)
        offsets, offset = [], -1
        for letter in article.text:
            if not letter.isspace():
                offset += 1
                while offset < len(article.raw) and (offset >= start or not is_visible(article.raw[offset])):
                    if offset >= start:
                        offset, (start, end) = max(offset, end), next(removed, nothing)
                    else:
                        offset += 1
            offsets.append(max(offset, 0))
        return offsets

    def anchor(self, digest: str, start: int, end: int) -> Anchor:
        """Return the anchor of text[start:end]."""
        return Anchor(digest, self._offsets[start] if start < len(self._offsets) else 0, self._article.text[start:end])

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the raw text has text[start:end], as offsets in `raw`."""
        return self._offsets[start], self._offsets[end - 1] + 1

    def find(self, anchor: Anchor) -> tuple[int, int] | None:
        """Return the stretch of the text that an anchor quotes: at its offset, else where the words stand if they stand once.

        None if what stood at its offset was taken out.
        """
        text, quoted = self._article.text, anchor.text
        if any(item.start <= anchor.start < item.end for item in self._article.removed):
            return None
        start = bisect_left(self._offsets, anchor.start)
        if not text.startswith(quoted, start):
            if text.count(quoted) != 1:
                return None
            start = text.index(quoted)
        return start, start + len(quoted)


class Anchors:
    """The anchors of the passages of several articles, and the passages of anchors."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """Take the articles, with their keys."""
        by_digest = dict(zip(digests(articles), articles, strict=True))
        self._keys = {digest: article.key for digest, article in by_digest.items()}
        self._digests = {article.key: digest for digest, article in by_digest.items()}
        self._offsets = {article.key: RawOffsets(article) for article in articles}

    def article_key(self, anchor: Anchor) -> str | None:
        """Return the key of the article that an anchor names, or None if it is not here."""
        return self._keys.get(anchor.article)

    def anchor_article(self, key: str) -> Anchor:
        """Return the anchor of a whole article."""
        return Anchor(self._digests[key])

    def anchor_span(self, key: str, start: int, end: int) -> Anchor:
        """Return the anchor of a stretch of the text of article `key`."""
        return self._offsets[key].anchor(self._digests[key], start, end)

    def find_passage(self, anchor: Anchor) -> AnchoredPassage | None:
        """Return the passage that an anchor quotes, or None if its words are not there."""
        key = self.article_key(anchor)
        span = self._offsets[key].find(anchor) if key is not None and anchor.text else None
        return AnchoredPassage(key, *span) if key is not None and span else None

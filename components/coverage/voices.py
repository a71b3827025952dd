"""Whose voices an article carries: for each speaker how many words, in quotation marks and reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ..story import Article, Attribution


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker in one article, the words quoted and reported of it, and the sentences they stand in."""

    speaker: str
    quoted_words: int
    reported_words: int
    sentences: tuple[int, ...]

    @property
    def words(self) -> int:
        """All words that the article gives to this speaker."""
        return self.quoted_words + self.reported_words


def voices(article: Article, found: Sequence[Attribution]) -> tuple[Voice, ...]:
    """The speakers of an article, the one with most words first; attributions without a settled speaker are left out.

    A stretch that two rows of one speaker cover (what somebody said that she had said) counts once.
    """
    by_speaker: dict[str, list[Attribution]] = defaultdict(list)
    for one in found:
        if one.speaker is not None and one.article == article.key:
            by_speaker[one.speaker.casefold()].append(one)
    out = (_voice(article.text, str(those[0].speaker), those) for those in by_speaker.values())
    return tuple(sorted(out, key=lambda voice: (-voice.words, voice.sentences[0], voice.speaker)))


def _voice(text: str, speaker: str, found: Sequence[Attribution]) -> Voice:
    counts = {True: 0, False: 0}
    for direct in (True, False):
        spans = sorted(span for one in found if one.direct is direct for span in one.content)
        reached = 0
        for start, end in spans:
            counts[direct] += len(text[max(start, reached) : end].split())
            reached = max(reached, end)
    sentences = tuple(sorted({one.sentence for one in found}))
    return Voice(speaker, counts[True], counts[False], sentences)

"""In whose voice an article states a fact: in its own, or as what somebody says.

Whose voices an article carries: for each speaker how many words, in quotation marks and reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ..settings.coverage import ATTRIBUTED_SHARE
from ..story import Article, Attribution, Comparison, Fact, Mention, shared_letters


def voice_by_article(comparison: Comparison, fact: Fact) -> dict[str, str | None]:
    """Return for each article that mentions a fact the speaker whom it names for it, or None where it says so in its own voice.

    Empty unless at least one article attributes the fact and at least one does not: only then does it tell them apart. A speaker
    who is not named is given as the words for him, or as "somebody".
    """
    mentions = {key: found for key in comparison.keys if (found := fact.mentions_in(key))}
    speakers = {key: [_speaker(comparison, mention) for mention in found] for key, found in mentions.items()}
    voices = {key: None if None in names else names[0] for key, names in speakers.items()}
    return voices if None in voices.values() and any(voices.values()) else {}


def _speaker(comparison: Comparison, mention: Mention) -> str | None:
    """Return who is said to say most of a passage, or None for the article's own voice."""
    letters = sum(end - start for start, end in mention.spans)
    for attribution in comparison.attributions:
        here = attribution.article == mention.article and attribution.sentence == mention.sentence
        if here and shared_letters(attribution.content, mention.spans) > ATTRIBUTED_SHARE * letters:
            return attribution.speaker or "somebody"
    return None


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


def voices_in(article: Article, attributions: Sequence[Attribution]) -> tuple[Voice, ...]:
    """Return the speakers of an article, the one with most words first; attributions without a settled speaker are left out.

    A stretch that two rows of one speaker cover (what somebody said that she had said) counts once.
    """
    by_speaker: dict[str, list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        if attribution.speaker is not None and attribution.article == article.key:
            by_speaker[attribution.speaker.casefold()].append(attribution)
    voices = (_voice(article.text, str(own[0].speaker), own) for own in by_speaker.values())
    return tuple(sorted(voices, key=lambda voice: (-voice.words, voice.sentences[0], voice.speaker)))


def _voice(text: str, speaker: str, attributions: Sequence[Attribution]) -> Voice:
    counts = {True: 0, False: 0}
    for direct in (True, False):
        spans = sorted(span for one in attributions if one.direct is direct for span in one.content)
        reached = 0
        for start, end in spans:
            counts[direct] += len(text[max(start, reached) : end].split())
            reached = max(reached, end)
    sentences = tuple(sorted({attribution.sentence for attribution in attributions}))
    return Voice(speaker, counts[True], counts[False], sentences)

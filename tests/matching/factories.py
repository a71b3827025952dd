"""Small articles, indexed, for the tests of this room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from components.embeddings import Encoded
from components.matching import ArticlePairKeys, IndexedText, SentenceMatches, SentencePairScores, index_text, models_for
from components.story import Article
from tests.fakes import TinyEncoder

FLOOD = (
    "Flood kills 40 in Osmere",
    "The minister said on Friday that 40 people were killed in the town of Osmere.",
    "“We will not leave anybody behind,” he told Rosa Diaz of Radio Talven.",
    "Rain had fallen for nine days.",
    "It rained.",
)
RIVER = (
    "Forty dead in the city of Osmere, an official announced on Friday.",
    "Rosa Diaz heard that nobody will be left behind.",
    "The river Talven rose by 3.5 meters, the largest increase since 1954.",
    "“We will not leave anybody behind,” the envoy said.",
)
ODD = ("", "…!?", "😀🎉", "部长说 40 人死亡。", "قال الوزير إن أربعين شخصا قتلوا")


WIDTH = 384
"""Of the bundled model's vectors, which its token models need."""


def indexed(sentences: Sequence[str], language: str | None = "en") -> IndexedText:
    """Index some sentences, with the tiny encoder's vectors among zeros."""
    return index_text(sentences, [_pad(item) for item in TinyEncoder().encode(sentences)], language=language)


def matches_of(
    scores: Mapping[ArticlePairKeys, SentencePairScores],
    articles: Sequence[Article] = (),
    texts: Mapping[str, IndexedText] | None = None,
) -> SentenceMatches:
    """Sentences with these scores and nothing else known of them."""
    order = tuple(dict.fromkeys(key for pair in scores for key in pair))
    return SentenceMatches(tuple(articles), order, texts or {}, scores, {}, models_for("unknown"), "tiny", "unknown")


def _pad(item: Encoded) -> Encoded:
    padding = WIDTH - len(item.sentence)
    return Encoded(np.pad(item.sentence, (0, padding)), np.pad(item.tokens, ((0, 0), (0, padding))), item.offsets)

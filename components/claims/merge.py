"""Claims of one sentence that no other article tells apart, taken together: a fact of its own is what outlets differ in.

A sentence is split as finely as it can be, every claim is judged beside every other article, and those that stand alike in all of
them become one claim again. What an apposition, a relative clause or a time adds is a detail of its fact, unless an outlet has
the one without the other.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..language.dateline import dateline_end
from ..matching import ArticleClaims, ClaimMatches, SentenceMatches
from ..matching.arrays import Booleans, Matrix
from ..settings.claims_and_speech import MIN_FACT_WORDS
from ..settings.matching import OTHER_POS_WEIGHT
from ..settings.presence import TOLD_MINIMUM, UNTOLD_MAXIMUM
from ..story import Sentence, join_spans
from .extract import SplitSentences, StoryClaims, build_story_claims
from .split import Claim

Group = list[int]
"""Claims of one sentence, by their index in it, in order."""


def merge_claims(story: SentenceMatches, claims: StoryClaims, matches: ClaimMatches) -> StoryClaims:
    """Return the claims of a story, those of one sentence merged that no other article tells apart.

    Args:
        story: The articles.
        claims: Their claims, as finely as sentences can be split.
        matches: How these match.
    """
    merged: dict[str, SplitSentences] = {}
    for article in story.articles:
        split, own = claims.split[article.key], claims.article_claims.get(article.key)
        others = [directed for (key, _), directed in matches.directed.items() if key == article.key]
        out = list(split)
        for sent, parts in zip(article.sentences, split, strict=True):
            if own and parts and len(parts) > 1:
                present = np.array([across.present[sent.index] for across in others]).reshape(len(others), len(parts))
                groups = group_claims(present, _content_words(own, sent.index))
                out[sent.index] = tuple(_merge(sent, [parts[i] for i in group], whole=len(groups) == 1) for group in groups)
        merged[article.key] = tuple(out)
    return build_story_claims(story, claims.parsed, claims.vectors, merged)


def group_claims(present: Matrix, content_words: Booleans) -> list[Group]:
    """Put the k claims of a sentence into groups that no article tells apart.

    Args:
        present: The probability that each of m other articles states each claim, (m, k).
        content_words: Which of the n content words of the sentence each claim has, (k, n).
    """
    told, untold = (present >= TOLD_MINIMUM).astype(int), (present <= UNTOLD_MAXIMUM).astype(int)
    one_way = told.T @ untold  # how many articles tell the one and not the other, (k, k)
    apart: Matrix = one_way + one_way.T
    groups: list[Group] = []
    for claim in range(len(content_words)):
        group = next((group for group in reversed(groups) if not apart[claim, group].any()), None)
        if group is None:
            groups.append([claim])
        else:
            group.append(claim)
    return _without_small(groups, content_words)


def _without_small(groups: list[Group], content_words: Booleans) -> list[Group]:
    """Return the groups, those of few content words joined with the nearest larger one."""
    is_large = [int(np.any(content_words[group], axis=0).sum()) >= MIN_FACT_WORDS for group in groups]
    large = [group for group, kept in zip(groups, is_large, strict=True) if kept]
    if not large:
        return [sorted(claim for group in groups for claim in group)]
    joined = [list(group) for group in large]
    for group, kept in zip(groups, is_large, strict=True):
        if not kept:
            distances = [min(abs(i - j) for i in group for j in other) for other in large]
            joined[distances.index(min(distances))] += group
    return sorted(sorted(group) for group in joined)


def _content_words(article: ArticleClaims, sentence: int) -> Booleans:
    """Return which content words each claim of a sentence has, (k, n)."""
    segmented = article.sentences[sentence]
    if isinstance(segmented, int):
        return np.ones((segmented, MIN_FACT_WORDS), bool)
    words: Booleans = segmented.claim_words[:, segmented.weights > OTHER_POS_WEIGHT]
    return words


def _merge(sent: Sentence, claims: Sequence[Claim], *, whole: bool) -> Claim:
    """Return some claims of a sentence as one; all of them are the whole sentence, without its dateline.

    Its predicate is that of the first main clause among them, or of the first claim.
    """
    first = next((claim for claim in claims if claim.kind == "main"), claims[0])
    if whole:
        start = dateline_end(sent.text) if sent.role == "lede" else 0
        start += len(sent.text[start:]) - len(sent.text[start:].lstrip())
        return Claim(((start, len(sent.text.rstrip())),), first.head, first.kind)
    spans = join_spans((span for claim in claims for span in claim.spans), sent.text, _has_letters)
    return Claim(spans, first.head, first.kind)


def _has_letters(text: str) -> bool:
    return any(letter.isalnum() for letter in text)

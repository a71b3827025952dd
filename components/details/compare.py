"""Details that two articles give for one fact: read once an article, compared in sentences that may be linked."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..attribution import attribute
from ..claims.extract import StoryClaims
from ..language.parsed_article import ParsedArticle
from ..matching import ClaimMatches, SentenceMatches, token_similarity
from ..settings import DETAIL_COMPARISON_MINIMUM
from ..settings.claims_and_speech import MAX_SPLIT_TOKENS
from ..story import Attribution, Detail, Difference, Fact, SentenceRef
from .dates import compare_dates, find_dates
from .names import compare_names, find_names
from .numbers import compare_numbers, find_numbers
from .quotes import compare_quotes, find_quotes, quote_pairs
from .sentence_pair import SentencePair
from .terms import compare_polarity, compare_terms, find_polarity, find_terms

Comparer = Callable[[SentencePair, Sequence[Any], Sequence[Any]], Iterator[Difference]]
COMPARERS: tuple[Comparer, ...] = (
    compare_numbers, compare_dates, compare_names, compare_quotes, compare_terms, compare_polarity,
)  # fmt: skip
"""In the order of the tables of `Details`."""


@dataclass(frozen=True, slots=True)
class ScoredDifference:
    """A difference before strictness, with the probability that its two sentences are linked."""

    probability: float
    difference: Difference


@dataclass(frozen=True, slots=True, eq=False)
class Details:
    """The details of one article, by sentence, in one table for each of `COMPARERS`; and who says what."""

    tables: tuple[Sequence[Sequence[Any]], ...]
    attributions: tuple[Attribution, ...]


def read_details(article: ParsedArticle) -> Details:
    """Read all details of an article."""
    attributions = attribute(article)
    return Details(
        (
            find_numbers(article),
            find_dates(article),
            find_names(article),
            find_quotes(article, attributions),
            find_terms(article),
            find_polarity(article),
        ),
        attributions,
    )


def find_differences(
    sentence_matches: SentenceMatches,
    claims: StoryClaims,
    claim_matches: ClaimMatches,
    details: Mapping[str, Details],
    *,
    previous: Mapping[frozenset[str], Sequence[ScoredDifference]],
) -> tuple[ScoredDifference, ...]:
    """Judge all pairs of details of every two articles that are parsed; on the left the article whose key comes first.

    Args:
        sentence_matches: the scores of all pairs of sentences.
        claims: the articles' parses and token vectors.
        claim_matches: which claims of two articles are stated in the other.
        details: the details of each article, by its key.
        previous: the differences of pairs of articles that have not changed since, by their two keys.
    """
    differences: list[ScoredDifference] = []
    for keys in sentence_matches.pairs:
        left, right = sorted(keys)
        if frozenset(keys) in previous:
            differences += previous[frozenset(keys)]
            continue
        if left not in claims.parsed or right not in claims.parsed:
            continue
        probabilities = sentence_matches.between(left, right).probability
        quoted = set(quote_pairs(claims.parsed[left], claims.parsed[right]))
        likely = {
            (i, j) for i, j in claim_matches.between(left, right).equivalent if probabilities[i, j] >= DETAIL_COMPARISON_MINIMUM
        }
        for i, j in sorted(likely | quoted):
            probability = float(probabilities[i, j])
            differences += (
                ScoredDifference(1.0 if (i, j) in quoted and item.kind == "quote" else probability, item)
                for item in differences_between(SentenceRef(left, i), SentenceRef(right, j), probability, claims, details)
            )
    return tuple(differences)


def differences_between(
    left: SentenceRef, right: SentenceRef, probability: float, claims: StoryClaims, details: Mapping[str, Details]
) -> Iterator[Difference]:
    """Judge the pairs of details of two sentences; none for a sentence without a parse, or one that is too long.

    Args:
        left: a sentence of the article whose key comes first.
        right: a sentence of the other article.
        probability: that the two sentences are linked.
        claims: the articles' parses and token vectors.
        details: the details of each article, by its key.
    """
    (left_key, i), (right_key, j) = left, right
    if left_key not in claims.parsed or right_key not in claims.parsed:
        return
    left_article, right_article = claims.parsed[left_key], claims.parsed[right_key]
    if max(len(left_article.docs[i]), len(right_article.docs[j])) <= MAX_SPLIT_TOKENS:
        similarities = token_similarity(claims.vectors[left_key][i], claims.vectors[right_key][j])
        pair = SentencePair(left_article, i, right_article, j, probability, similarities)
        yield from compare_details(pair, details[left_key], details[right_key])


def compare_details(pair: SentencePair, left: Details, right: Details) -> Iterator[Difference]:
    """Judge the pairs of details of two sentences; `left` and `right` are the details of their articles."""
    for compare, left_table, right_table in zip(COMPARERS, left.tables, right.tables, strict=True):
        if left_table[pair.i] and right_table[pair.j]:
            yield from compare(pair, left_table[pair.i], right_table[pair.j])


def decided_differences(
    scored: Sequence[ScoredDifference], facts: Sequence[Fact], *, probability: float
) -> tuple[Difference, ...]:
    """Return the differences in sentences that are linked at this probability, each with its fact, in reading order.

    One pair of details is shown once.
    """
    differences: dict[tuple[str, Detail, Detail], Difference] = {}
    facts_by_sentence: dict[SentenceRef, list[int]] = {}
    for index, fact in enumerate(facts):
        for sentence in fact.sentence_refs:
            facts_by_sentence.setdefault(sentence, []).append(index)
    for item in scored:
        if item.probability < probability:
            continue
        difference = item.difference
        facts_of_ends = [facts_by_sentence.get(sentence, []) for sentence in difference.endpoints]
        if candidates := sorted({*facts_of_ends[0], *facts_of_ends[1]}):
            ranks = {
                index: _distance(facts[index], difference, sum(index in indices for indices in facts_of_ends))
                for index in candidates
            }
            nearest = min(candidates, key=ranks.__getitem__)
            key = difference.kind, difference.left, difference.right
            differences.setdefault(key, replace(difference, fact=facts[nearest].id))
    return tuple(sorted(differences.values(), key=_reading_order))


def _reading_order(difference: Difference) -> tuple[str, int, str, int, str, int]:
    left, right = difference.left, difference.right
    return left.article, left.start, right.article, right.start, difference.kind, left.end


def _distance(fact: Fact, difference: Difference, sentences: int) -> tuple[bool, int, int]:
    """Return a rank: lowest if the fact mentions both details, then if it has both sentences, then one detail.

    Args:
        fact: a fact with at least one of the two sentences.
        difference: the difference of two details.
        sentences: how many of the two sentences the fact has.
    """
    mentioned = sum(_mentions(fact, detail) for detail in (difference.left, difference.right))
    return mentioned < 2, -sentences, -mentioned


def _mentions(fact: Fact, detail: Detail) -> bool:
    spans = itertools.chain.from_iterable(mention.spans for mention in fact.mentions_in(detail.article))
    return any(start < detail.end and detail.start < end for start, end in spans)

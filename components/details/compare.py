"""Details that two articles give for one fact, side by side: read once an article, compared in sentences that may be linked."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..attribution import attribute
from ..claims.extract import LONGEST, StoryClaims
from ..language.parsed_article import ParsedArticle
from ..matching import ClaimMatches, SentenceMatches, token_similarity
from ..settings import LOOKED_INTO
from ..story import Attribution, Detail, Difference, Fact, SentenceRef
from .dates import compare_dates, find_dates
from .names import compare_names, find_names
from .numbers import compare_numbers, find_numbers
from .quotes import compare_quotes, find_quotes, quote_pairs
from .sentence_pair import SentencePair
from .terms import compare_polarity, compare_terms, find_polarity, find_terms

Compare = Callable[[SentencePair, Sequence[Any], Sequence[Any]], Iterator[Difference]]
COMPARED: tuple[Compare, ...] = (
    compare_numbers, compare_dates, compare_names, compare_quotes, compare_terms, compare_polarity,
)  # fmt: skip
"""In the order of the tables of `Details`."""


@dataclass(frozen=True, slots=True)
class ScoredDifference:
    """A difference before strictness: how probably the two sentences are linked."""

    probability: float
    difference: Difference


@dataclass(frozen=True, slots=True, eq=False)
class Details:
    """The details of one article, by sentence, a table for each of `COMPARED`; and who says what."""

    tables: tuple[Sequence[Sequence[Any]], ...]
    attributions: tuple[Attribution, ...]


def read_details(article: ParsedArticle) -> Details:
    """Everything that is read off an article before it is compared."""
    said = attribute(article)
    finders = (find_numbers, find_dates, find_names)
    tables = (*(find(article) for find in finders), find_quotes(article, said), find_terms(article), find_polarity(article))
    return Details(tables, said)


def find_differences(
    sentence_matches: SentenceMatches,
    claims: StoryClaims,
    claim_matches: ClaimMatches,
    details: Mapping[str, Details],
    *,
    known: Mapping[frozenset[str], Sequence[ScoredDifference]],
) -> tuple[ScoredDifference, ...]:
    """Compare the details of every two articles that are parsed; on the left the one whose key comes first.

    `known`: what was found before for two articles that are the same now, by their keys.
    """
    out: list[ScoredDifference] = []
    for keys in sentence_matches.pairs:
        one, other = sorted(keys)
        if frozenset(keys) in known:
            out += known[frozenset(keys)]
            continue
        if one not in claims.parsed or other not in claims.parsed:
            continue
        linked = sentence_matches.between(one, other).probability
        quoted = set(quote_pairs(claims.parsed[one], claims.parsed[other]))
        likely = {(i, j) for i, j in claim_matches.between(one, other).equivalent if linked[i, j] >= LOOKED_INTO}
        for i, j in sorted(likely | quoted):
            probability = float(linked[i, j])
            out += (
                ScoredDifference(1.0 if (i, j) in quoted and difference.kind == "quote" else probability, difference)
                for difference in differences_between(SentenceRef(one, i), SentenceRef(other, j), probability, claims, details)
            )
    return tuple(out)


def differences_between(
    left: SentenceRef, right: SentenceRef, probability: float, claims: StoryClaims, details: Mapping[str, Details]
) -> Iterator[Difference]:
    """Compare the details of two sentences that are so probably linked; those of a sentence without a parse are not known."""
    (one, i), (other, j) = left, right
    if one not in claims.parsed or other not in claims.parsed:
        return
    parsed = (claims.parsed[one], claims.parsed[other])
    if max(len(parsed[0].docs[i]), len(parsed[1].docs[j])) <= LONGEST:
        similarity = token_similarity(claims.vectors[one][i], claims.vectors[other][j])
        yield from compared(SentencePair(parsed[0], i, parsed[1], j, probability, similarity), details[one], details[other])


def compared(pair: SentencePair, left: Details, right: Details) -> Iterator[Difference]:
    """The pairs of details of two sentences that have a verdict; `left` and `right` are those of their articles."""
    for compare, ours, theirs in zip(COMPARED, left.tables, right.tables, strict=True):
        if ours[pair.i] and theirs[pair.j]:
            yield from compare(pair, ours[pair.i], theirs[pair.j])


def decided_differences(
    weighty: Sequence[ScoredDifference], facts: Sequence[Fact], *, probability: float
) -> tuple[Difference, ...]:
    """Those in sentences that are linked at this probability, each with the fact that it belongs to, in reading order.

    One pair of details is shown once.
    """
    out: dict[tuple[str, Detail, Detail], Difference] = {}
    stating: dict[SentenceRef, list[int]] = {}
    for n, fact in enumerate(facts):
        for sentence in fact.sentence_refs:
            stating.setdefault(sentence, []).append(n)
    for item in weighty:
        if item.probability < probability:
            continue
        found = item.difference
        sides = [stating.get(sentence, []) for sentence in found.endpoints]
        if at := sorted({*sides[0], *sides[1]}):
            nearest = min(at, key=lambda n: _distance(facts[n], found, [n in side for side in sides]))
            out.setdefault((found.kind, found.left, found.right), replace(found, fact=facts[nearest].id))
    return tuple(sorted(out.values(), key=_place))


def _place(found: Difference) -> tuple[str, int, str, int, str, int]:
    left, right = found.left, found.right
    return left.article, left.start, right.article, right.start, found.kind, left.end


def _distance(fact: Fact, found: Difference, beside: Sequence[bool]) -> tuple[bool, int, int]:
    """How far a fact is from a difference: least if it mentions both details, then if it has both sentences, then one detail."""
    inside = sum(_overlaps(fact, detail) for detail in (found.left, found.right))
    return inside < 2, -sum(beside), -inside


def _overlaps(fact: Fact, detail: Detail) -> bool:
    spans = itertools.chain.from_iterable(mention.spans for mention in fact.mentions_in(detail.article))
    return any(start < detail.end and detail.start < end for start, end in spans)

"""Sets the quantities of two sentences beside each other: first those of the same thing, and only then whether they agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from ...language.parsed_article import ParsedArticle
from ...language.quantities import Quantity, find_quantities
from ...story import Difference, Span
from ...story.details import Verdict
from ..sentence_pair import SentencePair
from .arithmetic import agreement, derived, in_base, readable, same_rate
from .match import SOLE, same_quantity, unique_quantities

_MOST: Final = 20
"""Quantities of a sentence that are compared."""


def find_numbers(parsed: ParsedArticle) -> tuple[tuple[Quantity, ...], ...]:
    """The quantities of each sentence."""
    return tuple(find_quantities(doc) for doc in parsed.docs)


def compare_numbers(pair: SentencePair, lefts: Sequence[Quantity], rights: Sequence[Quantity]) -> Iterator[Difference]:
    """How the quantities of two sentences agree, where they are of the same thing."""
    ours, theirs = unique_quantities(pair.docs[0], lefts), unique_quantities(pair.docs[1], rights)
    lefts, rights = _comparable(lefts), _comparable(rights)
    for left in list(lefts):  # what both give alike is settled, and cannot differ from anything else
        twin = next((right for right in rights if right.kind == left.kind and agreement(left, right) == "same"), None)
        if twin is not None:
            lefts.remove(left)
            rights.remove(twin)
    yield from _derivations(pair, lefts, rights)
    every = product(enumerate(lefts), enumerate(rights))
    scored = [
        (same_quantity(pair, left, right, left in ours and right in theirs), one, other) for (one, left), (other, right) in every
    ]
    taken: set[tuple[str, int]] = set()
    for score, one, other in sorted(scored, key=lambda found: (-found[0], found[1] + found[2])):
        if score and ("left", one) not in taken and ("right", other) not in taken:
            taken |= {("left", one), ("right", other)}
            found = _verdict(pair, lefts[one], rights[other])
            if found is not None:
                yield found


def _derivations(pair: SentencePair, lefts: list[Quantity], rights: list[Quantity]) -> Iterator[Difference]:
    """Quantities that two of the other side imply; all three are then settled."""
    for mine, theirs, turned in ((lefts, rights, False), (rights, lefts, True)):
        for one in list(mine):
            found = next(derived(one, theirs), None)
            if found is None:
                continue
            first, second, why = found
            span = min(first.span[0], second.span[0]), max(first.span[1], second.span[1])
            here, there = (one.span, readable(one)), (span, f"{readable(first)}, {readable(second)}")
            yield _difference(pair, *((there, here) if turned else (here, there)), "compatible", why)
            for settled, side in ((one, mine), (first, theirs), (second, theirs)):
                side.remove(settled)


def _difference(pair: SentencePair, left: tuple[Span, str], right: tuple[Span, str], verdict: Verdict, why: str) -> Difference:
    return Difference("number", "", pair.left.detail(pair.i, *left), pair.right.detail(pair.j, *right), verdict, why)


def _verdict(pair: SentencePair, left: Quantity, right: Quantity) -> Difference | None:
    """What is said of two quantities of one thing; nothing if they are the same."""
    ends = (left.span, readable(left)), (right.span, readable(right))
    one, other = ends[0][1], ends[1][1]
    if left.per != right.per:
        arithmetic = same_rate(left, right)
        return _difference(pair, *ends, "compatible", arithmetic) if arithmetic else None
    found = agreement(left, right)
    if found == "same" or (found == "compatible" and not left.grain):  # two loose words: nothing to tell
        return None
    if left.size != right.size:
        one, other = one + in_base(left), other + in_base(right)
    why = {
        "differs": f"{one} and {other} do not agree",
        "compatible": f"{one} and {other} agree within rounding or what the words allow",
        "more_specific": f"{one} and {other} agree; {other if right.exact else one} is the more exact",
    }[found]
    return _difference(pair, *ends, found, why)


def _comparable(found: Sequence[Quantity]) -> list[Quantity]:
    """Those that can be paired: of two ages in a sentence it is not sure whose each is; an endless list is no news."""
    kinds = Counter(quantity.kind for quantity in found)
    return [quantity for quantity in found if quantity.kind not in SOLE or kinds[quantity.kind] == 1][:_MOST]

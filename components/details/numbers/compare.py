"""Compares the quantities of two sentences: pairs those of the same thing, and only then judges whether they agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from ...language.parsed_article import ParsedArticle
from ...language.quantities import Quantity, find_quantities
from ...settings.dates_and_numbers import MAX_QUANTITIES
from ...story import Difference, Span, Verdict
from ..sentence_pair import SentencePair
from .arithmetic import agreement, derived, in_base, readable, same_rate
from .match import SOLE, same_quantity, unique_quantities


def find_numbers(parsed: ParsedArticle) -> tuple[tuple[Quantity, ...], ...]:
    """Find the quantities of each sentence."""
    return tuple(find_quantities(doc) for doc in parsed.docs)


def compare_numbers(pair: SentencePair, lefts: Sequence[Quantity], rights: Sequence[Quantity]) -> Iterator[Difference]:
    """Compare the quantities of two sentences, where they are of the same thing.

    Args:
        pair: two sentences that may state the same fact.
        lefts: the quantities of the left sentence.
        rights: the quantities of the right sentence.
    """
    unique_lefts, unique_rights = unique_quantities(pair.docs[0], lefts), unique_quantities(pair.docs[1], rights)
    lefts, rights = _comparable(lefts), _comparable(rights)
    for left in list(lefts):  # what both give alike is settled, and cannot differ from anything else
        twin = next((right for right in rights if right.kind == left.kind and agreement(left, right) == "same"), None)
        if twin is not None:
            lefts.remove(left)
            rights.remove(twin)
    yield from _derivations(pair, lefts, rights)
    scores = [
        (same_quantity(pair, left, right, left in unique_lefts and right in unique_rights), i, j)
        for (i, left), (j, right) in product(enumerate(lefts), enumerate(rights))
    ]
    paired_lefts: set[int] = set()
    paired_rights: set[int] = set()
    for score, i, j in sorted(scores, key=lambda candidate: (-candidate[0], candidate[1] + candidate[2])):
        if score and i not in paired_lefts and j not in paired_rights:
            paired_lefts.add(i)
            paired_rights.add(j)
            difference = _judge(pair, lefts[i], rights[j])
            if difference is not None:
                yield difference


def _derivations(pair: SentencePair, lefts: list[Quantity], rights: list[Quantity]) -> Iterator[Difference]:
    """Find quantities that follow from two of the other side; all three are then settled and taken out of the lists."""
    for quantities, others, mirrored in ((lefts, rights, False), (rights, lefts, True)):
        for quantity in list(quantities):
            derivation = next(derived(quantity, others), None)
            if derivation is None:
                continue
            first, second, why = derivation
            span = min(first.span[0], second.span[0]), max(first.span[1], second.span[1])
            result, sources = (quantity.span, readable(quantity)), (span, f"{readable(first)}, {readable(second)}")
            yield _difference(pair, *((sources, result) if mirrored else (result, sources)), "compatible", why)
            quantities.remove(quantity)
            others.remove(first)
            others.remove(second)


def _difference(pair: SentencePair, left: tuple[Span, str], right: tuple[Span, str], verdict: Verdict, why: str) -> Difference:
    return Difference("number", "", pair.left.detail(pair.i, *left), pair.right.detail(pair.j, *right), verdict, why)


def _judge(pair: SentencePair, left: Quantity, right: Quantity) -> Difference | None:
    """Judge two quantities of one thing; None if they are the same."""
    details = (left.span, readable(left)), (right.span, readable(right))
    if left.per != right.per:
        arithmetic = same_rate(left, right)
        return _difference(pair, *details, "compatible", arithmetic) if arithmetic else None
    verdict = agreement(left, right)
    if verdict == "same" or (verdict == "compatible" and not left.precision):  # two loose words: nothing to tell
        return None
    left_text, right_text = readable(left), readable(right)
    if left.unit_size != right.unit_size:
        left_text, right_text = left_text + in_base(left), right_text + in_base(right)
    why = {
        "differs": f"{left_text} and {right_text} do not agree",
        "compatible": f"{left_text} and {right_text} agree within rounding or what the words allow",
        "more_specific": f"{left_text} and {right_text} agree; {right_text if right.exact else left_text} is the more exact",
    }[verdict]
    return _difference(pair, *details, verdict, why)


def _comparable(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return those that can be paired: of two ages in a sentence it is not sure whose each is; an endless list is no news."""
    kinds = Counter(quantity.kind for quantity in quantities)
    return [quantity for quantity in quantities if quantity.kind not in SOLE or kinds[quantity.kind] == 1][:MAX_QUANTITIES]

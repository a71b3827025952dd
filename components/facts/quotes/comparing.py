"""Quotations: which words stand in quotation marks, and where two articles give one utterance in different words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ...language import words
from ...story import Attribution, Difference
from ..parsed import Parsed, SentencePair, once
from .alignment import Alignment, Change, align
from .reading import Quote, quote_words, quoted_stretches, spelled
from .versions import AROUND, FEW, Version, changed, reworded, shortened

Span = tuple[int, int]
NEAR: Final = 0.33
"""Probability of a link from which two sentences tell of one occasion; below it the quotations alone must show it."""
SURE: Final = 0.9
"""Probability from which quotations with a single telling word in common may be of one utterance."""
ENOUGH: Final = 12
"""Words in common that make two quotations one utterance, whoever is said to have spoken."""
COMMON: Final = 24
"""A run of words in more quotations of an article than this is a formula, and leads nowhere."""
MOST_QUOTES: Final = 24
"""Quotations of one sentence that are read."""


def find_quotes(parsed: Parsed, attributions: Sequence[Attribution] = ()) -> tuple[tuple[Quote, ...], ...]:
    """For each sentence its quoted stretches; a quotation that runs on over sentences has a stretch in each of them.

    The speakers are taken from the attributions of the article; without them nobody is known to speak.
    """
    sents = parsed.article.sentences
    said: Mapping[int, list[Attribution]] = defaultdict(list)
    for row in attributions:
        said[row.sentence].append(row)
    out: list[tuple[Quote, ...]] = []
    for n, spans in enumerate(quoted_stretches([sent.text for sent in sents])):
        read = [(span, quote_words(sents[n].text, span)) for span in spans[:MOST_QUOTES]]
        out.append(tuple(Quote(n, span, found, _speaker(said[n], span, sents[n].start)) for span, found in read if found))
    return tuple(out)


def compare_quotes(pair: SentencePair, lefts: Sequence[Quote], rights: Sequence[Quote]) -> Iterator[Difference]:
    """Quotations of one utterance in two sentences: in different words they differ; that one is shortened is noted."""
    for left in lefts:
        for right in rights:
            if (found := align(left.words, right.words)) is None:
                continue
            one, other = Version(pair.left, left), Version(pair.right, right)
            if one_utterance(found, left, right, pair.probability):
                yield from changed(found, one, other) if found.changes else shortened(found, one, other)
            elif pair.probability >= NEAR and not _contradict(left, right):
                yield from reworded(one, other)


def quote_pairs(left: Parsed, right: Parsed) -> Iterator[tuple[int, int]]:
    """The sentences of two articles that hold versions of one utterance, found by their words alone, in order."""
    index: dict[tuple[str, ...], list[Quote]] = defaultdict(list)
    for quote in _each(right):
        for run in _runs(quote):
            index[run].append(quote)
    found: set[tuple[int, int]] = set()
    for quote in _each(left):
        near = {id(other): other for run in _runs(quote) for other in index.get(run, ()) if len(index[run]) <= COMMON}
        for other in near.values():
            if (aligned := align(quote.words, other.words)) and one_utterance(aligned, quote, other, 0.0):
                found.add((quote.sentence, other.sentence))
    yield from sorted(found)


def one_utterance(found: Alignment, left: Quote, right: Quote, probability: float) -> bool:
    """Whether two quotations are of one utterance: most words of the shorter in common, and few that differ beside them."""
    shared, shorter = len(found.matches), min(len(left.words), len(right.words))
    if any(edge.least > AROUND + 1 for edge in found.edges) or _numbers(found.changes, left, right):
        return False
    if found.likeness < 0.6 or (shared < ENOUGH and _contradict(left, right)):
        return False
    if found.telling < 2 and (probability < SURE or found.likeness < 0.75):
        return False
    if probability < NEAR:
        return shared >= 8 and found.telling >= 3 and found.likeness >= 0.75 and found.cover >= 0.6
    if shorter <= FEW:
        return shared >= 3 and found.cover >= 0.7
    return shared >= 6 and found.cover >= 0.6


@once
def _each(parsed: Parsed) -> tuple[Quote, ...]:
    """The quotations of an article, read once for all the articles that it is compared with."""
    return tuple(quote for quotes in find_quotes(parsed) for quote in quotes)


def _runs(quote: Quote) -> set[tuple[str, ...]]:
    """The runs of three words with a telling one among them."""
    forms = [(spelled(word.form), word.telling) for word in quote.words]
    runs = zip(forms, forms[1:], forms[2:], strict=False)
    return {tuple(form for form, _ in run) for run in runs if any(telling for _, telling in run)}


def _speaker(rows: Sequence[Attribution], span: Span, offset: int) -> str | None:
    """The speaker of the attribution whose content has the quotation."""
    for row in rows:
        if any(start <= span[1] + offset and span[0] + offset <= end for start, end in row.content):
            return row.speaker
    return None


def _contradict(left: Quote, right: Quote) -> bool:
    """Whether both have a speaker by name, and the names share no word; a description ("the host") may be of the same person."""
    names = [left.speaker or "", right.speaker or ""]
    one, other = ({word.form for word in words(name)} for name in names)
    named = all(name[word.start].isupper() for name in names for word in words(name))
    return bool(one and other) and named and not one & other


def _numbers(changes: Iterable[Change], left: Quote, right: Quote) -> bool:
    """Whether a number stands in the place of another: "two in five" and "one in five" are two statements."""
    spans = [((left, change.left), (right, change.right)) for change in changes]
    return any(all(any(w.form.isdigit() for w in q.words[slice(*span)]) for q, span in sides) for sides in spans)

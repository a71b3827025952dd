"""Two versions of one quotation put into words: which words differ, how much the shorter one lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ...language import stem
from ...story import Difference, Verdict
from ..parsed import Parsed, once
from .alignment import Alignment
from .reading import Quote, QuoteWord, quote_words, spelled

Span = tuple[int, int]
FEW: Final = 8
"""A quotation of so many words or fewer is a partial one, worked into the writer's own sentence."""
AROUND: Final = 3
"""Words around a change that tell which version an article gives; places that `why` shows."""
SHOWN: Final = 5
"""Words that `why` shows of a longer stretch."""
LONGER: Final = 8
"""Words more in one article from which it is noted that a quotation is shortened in the other."""


@dataclass(frozen=True, slots=True)
class Version:
    """A quotation in its article."""

    article: Parsed
    quote: Quote

    def written(self, start: int, end: int) -> str:
        """Some of its words, as written."""
        found = self.quote.words
        return self.article.article.sentences[self.quote.sentence].text[found[start].start : found[end - 1].end]


def changed(found: Alignment, left: Version, right: Version) -> Iterator[Difference]:
    """Two quotations that part in some words, unless one of the articles gives the other version too."""
    worded = [c for c in found.changes if _line(left, c.left, 0) != _line(right, c.right, 0)]
    lines = [_line(left, c.left, AROUND) for c in worded], [_line(right, c.right, AROUND) for c in worded]
    if worded and (_has(right.article, lines[0]) or _has(left.article, lines[1])):
        return
    yield _two_versions(left, right, _shown(left, found, True), _shown(right, found, False))


def _line(version: Version, span: Span, around: int) -> str:
    return _joined(version.quote.words[max(0, span[0] - around) : span[1] + around])


def _joined(found: Iterable[QuoteWord]) -> str:
    return f" {' '.join(spelled(word.form) for word in found)} "


def _has(parsed: Parsed, lines: Iterable[str]) -> bool:
    """Whether an article has all these words somewhere: if so it gives this version too, and the two do not differ."""
    return all(any(line in sent for sent in _sentences(parsed)) for line in lines)


@once
def _sentences(parsed: Parsed) -> tuple[str, ...]:
    """The words of each sentence as they are compared: read once for all the pairs of sentences of a story."""
    return tuple(_joined(quote_words(sent.text, (0, len(sent.text)), None)) for sent in parsed.article.sentences)


def _shown(version: Version, found: Alignment, left: bool) -> str:
    """The words that differ, as written, after the word before them; with the word after, where one side has none."""
    out: list[str] = []
    for change in found.changes[:AROUND]:
        start, end = change.left if left else change.right
        first = found.matches[0][0 if left else 1]
        if end <= first:  # what stands before the first word in common is cut where it is longest: at its beginning
            out.append(("… " if end - start > SHOWN else "") + version.written(max(start, end - SHOWN), end + 1))
        else:
            after = end + (not change.least)
            short = min(after, start - 1 + SHOWN + 2)
            out.append(version.written(start - 1, short) + (" …" if short < after else ""))
    return " … ".join(out)


def reworded(left: Version, right: Version) -> Iterator[Difference]:
    """A partial quotation whose telling words stand, in another form or order, close together in the other quotation."""
    swap = _size(left) > _size(right)
    short, long = (right, left) if swap else (left, right)
    stems = [[stem(word.form, "en") for word in version.quote.words] for version in (short, long)]
    wanted = {each for each, word in zip(stems[0], short.quote.words, strict=True) if word.telling}
    shared = wanted & set(stems[1])
    if len(short.quote.words) > FEW or len(shared) < 2 or len(shared) < 0.6 * len(wanted):
        return
    own, span = (_window(each, shared) for each in stems)
    same = _line(short, own, 0)
    if span[1] - span[0] > 2 * len(short.quote.words) + 2 or same == _line(long, span, 0) or _has(long.article, [same]):
        return
    count, most = len(short.quote.words), len(long.quote.words)
    values = short.written(0, count), long.written(max(0, span[0] - own[0]), min(most, span[1] + count - own[1]))
    yield _two_versions(left, right, *(values[::-1] if swap else values))


def _size(version: Version) -> tuple[int, list[str]]:
    return len(version.quote.words), [word.form for word in version.quote.words]


def _window(stems: Sequence[str], wanted: set[str]) -> Span:
    """The shortest stretch that has all the wanted stems."""
    last: dict[str, int] = {}
    best = (0, len(stems))
    for at, each in enumerate(stems):
        if each in wanted:
            last[each] = at
            start = min(last.values())
            if len(last) == len(wanted) and at + 1 - start <= best[1] - best[0]:
                best = start, at + 1
    return best


def shortened(found: Alignment, left: Version, right: Version) -> Iterator[Difference]:
    """A note on a quotation that goes on in one article with words that the other does not have."""
    swap = len(left.quote.words) > len(right.quote.words)
    short, long = (right, left) if swap else (left, right)
    ends = [pair[0 if swap else 1] for pair in (found.matches[0], found.matches[-1])]
    count = len(long.quote.words)
    # one word away from what both have: the joining "and" may be gone where the rest is a sentence of its own
    near = [(ends[0] - 1 - SHOWN, ends[0] - 1)] if ends[0] >= LONGER else []
    near += [(ends[1] + 2, ends[1] + 2 + SHOWN)] if count - ends[1] > LONGER else []
    only = [span for span in near if not _has(short.article, [_line(long, span, 0)])]
    if only and len(short.quote.words) > AROUND:
        why = f"shortened: {len(short.quote.words)} words of this quotation on one side, {count} on the other"
        yield _difference(left, right, (None, None), "more_specific", why)


def _two_versions(left: Version, right: Version, one: str, other: str) -> Difference:
    why = f"changed words: “{one}” / “{other}”"
    return _difference(left, right, (one, other), "differs", why)


def _difference(left: Version, right: Version, values: tuple[str | None, str | None], verdict: Verdict, why: str) -> Difference:
    details = [v.article.detail(v.quote.sentence, v.quote.span, value) for v, value in zip((left, right), values, strict=True)]
    return Difference("quote", "", details[0], details[1], verdict, why)

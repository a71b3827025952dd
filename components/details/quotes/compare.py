"""Quotations: which words stand in quotation marks, and where two articles give one utterance in different words.

Two versions of one quotation put into words: which words differ, how much the shorter one lacks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ...language import stem, tokenize
from ...language.parsed_article import ParsedArticle, cached_per_article
from ...language.quotation_marks import closed_quotation_spans
from ...story import Attribution, Difference, Span, Verdict
from ..sentence_pair import SentencePair
from .align import Alignment, Change, align
from .extract import Quote, QuoteWord, quote_words, spelled

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


def find_quotes(parsed: ParsedArticle, attributions: Sequence[Attribution] = ()) -> tuple[tuple[Quote, ...], ...]:
    """For each sentence its quoted stretches; a quotation that runs on over sentences has a stretch in each of them.

    The speakers are taken from the attributions of the article; without them nobody is known to speak.
    """
    sents = parsed.article.sentences
    said: Mapping[int, list[Attribution]] = defaultdict(list)
    for row in attributions:
        said[row.sentence].append(row)
    out: list[tuple[Quote, ...]] = []
    for n, spans in enumerate(closed_quotation_spans([sent.text for sent in sents])):
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


def quote_pairs(left: ParsedArticle, right: ParsedArticle) -> Iterator[tuple[int, int]]:
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


@cached_per_article
def _each(parsed: ParsedArticle) -> tuple[Quote, ...]:
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
    one, other = ({word.form for word in tokenize(name)} for name in names)
    named = all(name[word.start].isupper() for name in names for word in tokenize(name))
    return bool(one and other) and named and not one & other


def _numbers(changes: Iterable[Change], left: Quote, right: Quote) -> bool:
    """Whether a number stands in the place of another: "two in five" and "one in five" are two statements."""
    spans = [((left, change.left), (right, change.right)) for change in changes]
    return any(all(any(w.form.isdigit() for w in q.words[slice(*span)]) for q, span in sides) for sides in spans)


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

    article: ParsedArticle
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


def _has(parsed: ParsedArticle, lines: Iterable[str]) -> bool:
    """Whether an article has all these words somewhere: if so it gives this version too, and the two do not differ."""
    return all(any(line in sent for sent in _sentences(parsed)) for line in lines)


@cached_per_article
def _sentences(parsed: ParsedArticle) -> tuple[str, ...]:
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

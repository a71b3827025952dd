"""Which quotations of two articles are one utterance, and in which words they differ, or how much the shorter one lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...language import stem, tokenize
from ...language.parsed_article import ParsedArticle, cached_per_article
from ...settings.names_quotes_terms import (
    CHANGE_CONTEXT_WORDS,
    DECISIVE_WORDS_IN_COMMON,
    HIGH_LIKENESS,
    MAX_EDGE_WORDS,
    MAX_RUN_QUOTATIONS,
    MIN_COVER,
    MIN_LIKENESS,
    MIN_TELLING_WORDS,
    MIN_WORDS_IN_COMMON,
    NEXT_WORDS,
    PARTIAL_COVER,
    PARTIAL_QUOTATION_WORDS,
    PARTIAL_WORDS_IN_COMMON,
    RELATED_PROBABILITY,
    REWORDED_SHARE,
    REWORDED_STEMS,
    REWORDED_WINDOW,
    SHORTENED_MIN_WORDS,
    SHORTENED_WORDS,
    SHOWN_CHANGED_WORDS,
    SHOWN_CHANGES,
    SURE_PROBABILITY,
    UNRELATED_TELLING_WORDS,
    UNRELATED_WORDS_IN_COMMON,
)
from ...story import Difference, Span, Verdict
from ..sentence_pair import SentencePair
from .align import Alignment, Change, align
from .extract import Quote, QuoteWord, find_quotes, quote_words, unify_spelling


def compare_quotes(pair: SentencePair, left_quotes: Sequence[Quote], right_quotes: Sequence[Quote]) -> Iterator[Difference]:
    """Compare the quotations of two sentences: versions of one utterance differ in words, or one is noted as shortened."""
    for left_quote in left_quotes:
        for right_quote in right_quotes:
            if (alignment := align(left_quote.words, right_quote.words)) is None:
                continue
            left, right = QuoteInArticle(pair.left, left_quote), QuoteInArticle(pair.right, right_quote)
            if same_utterance(alignment, left_quote, right_quote, pair.probability):
                yield from changed(alignment, left, right) if alignment.changes else shortened(alignment, left, right)
            elif pair.probability >= RELATED_PROBABILITY and not _different_speakers(left_quote, right_quote):
                yield from reworded(left, right)


def quote_pairs(left: ParsedArticle, right: ParsedArticle) -> Iterator[tuple[int, int]]:
    """Yield the sentences (i, j) of two articles that hold versions of one utterance, found by their words alone, in order."""
    quotes_by_run: dict[tuple[str, ...], list[Quote]] = defaultdict(list)
    for quote in _quotes(right):
        for run in _word_runs(quote):
            quotes_by_run[run].append(quote)
    pairs: set[tuple[int, int]] = set()
    for quote in _quotes(left):
        runs = (run for run in _word_runs(quote) if len(quotes_by_run.get(run, ())) <= MAX_RUN_QUOTATIONS)
        candidates = {id(candidate): candidate for run in runs for candidate in quotes_by_run.get(run, ())}
        for candidate in candidates.values():
            alignment = align(quote.words, candidate.words)
            if alignment and same_utterance(alignment, quote, candidate, 0.0):
                pairs.add((quote.sentence, candidate.sentence))
    yield from sorted(pairs)


def same_utterance(alignment: Alignment, left: Quote, right: Quote, probability: float) -> bool:
    """Whether two quotations are of one utterance: most words of the shorter in common, and few that differ beside them.

    Args:
        alignment: The two quotations aligned.
        left: The one quotation.
        right: The other one.
        probability: That of the link between their sentences.
    """
    in_common, shorter = len(alignment.matches), min(len(left.words), len(right.words))
    if any(edge.shorter_length > MAX_EDGE_WORDS for edge in alignment.edges) or _change_number(alignment.changes, left, right):
        return False
    if alignment.likeness < MIN_LIKENESS or (in_common < DECISIVE_WORDS_IN_COMMON and _different_speakers(left, right)):
        return False
    if alignment.telling < MIN_TELLING_WORDS and (probability < SURE_PROBABILITY or alignment.likeness < HIGH_LIKENESS):
        return False
    if probability < RELATED_PROBABILITY:
        enough = in_common >= UNRELATED_WORDS_IN_COMMON and alignment.telling >= UNRELATED_TELLING_WORDS
        return enough and alignment.likeness >= HIGH_LIKENESS and alignment.cover >= MIN_COVER
    if shorter <= PARTIAL_QUOTATION_WORDS:
        return in_common >= PARTIAL_WORDS_IN_COMMON and alignment.cover >= PARTIAL_COVER
    return in_common >= MIN_WORDS_IN_COMMON and alignment.cover >= MIN_COVER


@cached_per_article
def _quotes(parsed: ParsedArticle) -> tuple[Quote, ...]:
    """Return the quotations of an article, read once for all the articles that it is compared with."""
    return tuple(quote for quotes in find_quotes(parsed) for quote in quotes)


def _word_runs(quote: Quote) -> set[tuple[str, ...]]:
    """Return the runs of three words with a telling one among them."""
    words = [(unify_spelling(word.form), word.telling) for word in quote.words]
    runs = zip(words, words[1:], words[2:], strict=False)
    return {tuple(form for form, _ in run) for run in runs if any(telling for _, telling in run)}


def _different_speakers(left: Quote, right: Quote) -> bool:
    """Whether both have a speaker by name, and the names share no word; a description ("the host") may be of the same person."""
    names = [left.speaker or "", right.speaker or ""]
    left_forms, right_forms = ({word.form for word in tokenize(name)} for name in names)
    named = all(name[word.start].isupper() for name in names for word in tokenize(name))
    return bool(left_forms and right_forms) and named and not left_forms & right_forms


def _change_number(changes: Iterable[Change], left: Quote, right: Quote) -> bool:
    """Whether a number stands in the place of another: "two in five" and "one in five" are two statements."""
    return any(_has_number(left, change.left) and _has_number(right, change.right) for change in changes)


def _has_number(quote: Quote, span: Span) -> bool:
    return any(word.form.isdigit() for word in quote.words[slice(*span)])


@dataclass(frozen=True, slots=True)
class QuoteInArticle:
    """A quotation and the article that has it."""

    article: ParsedArticle
    quote: Quote

    def written(self, start: int, end: int) -> str:
        """Return the words from `start` to `end` as the article writes them."""
        words = self.quote.words
        return self.article.article.sentences[self.quote.sentence].text[words[start].start : words[end - 1].end]


def changed(alignment: Alignment, left: QuoteInArticle, right: QuoteInArticle) -> Iterator[Difference]:
    """Report two quotations that differ in some words, unless one of the articles gives the other version too."""
    changes = [c for c in alignment.changes if _compared_text(left, c.left, 0) != _compared_text(right, c.right, 0)]
    left_texts = [_compared_text(left, change.left, CHANGE_CONTEXT_WORDS) for change in changes]
    right_texts = [_compared_text(right, change.right, CHANGE_CONTEXT_WORDS) for change in changes]
    if changes and (_contains(right.article, left_texts) or _contains(left.article, right_texts)):
        return
    yield _two_versions(left, right, _excerpt(left, alignment, True), _excerpt(right, alignment, False))


def _compared_text(version: QuoteInArticle, span: Span, context: int) -> str:
    """Return words of a quotation as they are compared, with so many words of context on both sides."""
    return _join_forms(version.quote.words[max(0, span[0] - context) : span[1] + context])


def _join_forms(words: Iterable[QuoteWord]) -> str:
    """Join words as they are compared, with spaces around them, so that one text holds another only as whole words."""
    return f" {' '.join(unify_spelling(word.form) for word in words)} "


def _contains(parsed: ParsedArticle, texts: Iterable[str]) -> bool:
    """Whether an article has all these words somewhere: if so it gives this version too, and the two do not differ."""
    return all(any(text in sentence for sentence in _compared_sentences(parsed)) for text in texts)


@cached_per_article
def _compared_sentences(parsed: ParsedArticle) -> tuple[str, ...]:
    """Return the words of each sentence as they are compared, read once for all the pairs of sentences of a story."""
    return tuple(_join_forms(quote_words(sent.text, (0, len(sent.text)), None)) for sent in parsed.article.sentences)


def _excerpt(version: QuoteInArticle, alignment: Alignment, left: bool) -> str:
    """Return the words that differ, as written, after the word before them; with the word after, where one side has none."""
    excerpts: list[str] = []
    for change in alignment.changes[:SHOWN_CHANGES]:
        start, end = change.left if left else change.right
        first_match = alignment.matches[0][0 if left else 1]
        if end <= first_match:  # what stands before the first word in common is cut where it is longest: at its beginning
            ellipsis = "… " if end - start > SHOWN_CHANGED_WORDS else ""
            excerpts.append(ellipsis + version.written(max(start, end - SHOWN_CHANGED_WORDS), end + 1))
        else:
            full_end = end + (not change.shorter_length)
            shown_end = min(full_end, start - 1 + SHOWN_CHANGED_WORDS + 2)
            excerpts.append(version.written(start - 1, shown_end) + (" …" if shown_end < full_end else ""))
    return " … ".join(excerpts)


def reworded(left: QuoteInArticle, right: QuoteInArticle) -> Iterator[Difference]:
    """Report a partial quotation whose telling words stand, in another form or order, close together in the other one."""
    swap = _length_and_forms(left) > _length_and_forms(right)
    short, long = (right, left) if swap else (left, right)
    short_stems, long_stems = ([stem(word.form, "en") for word in version.quote.words] for version in (short, long))
    telling_stems = {form for form, word in zip(short_stems, short.quote.words, strict=True) if word.telling}
    shared = telling_stems & set(long_stems)
    short_length, long_length = len(short.quote.words), len(long.quote.words)
    if (
        short_length > PARTIAL_QUOTATION_WORDS
        or len(shared) < REWORDED_STEMS
        or len(shared) < REWORDED_SHARE * len(telling_stems)
    ):
        return
    short_span, long_span = _shortest_span(short_stems, shared), _shortest_span(long_stems, shared)
    text = _compared_text(short, short_span, 0)
    times, more = REWORDED_WINDOW
    scattered = long_span[1] - long_span[0] > times * short_length + more
    if scattered or text == _compared_text(long, long_span, 0) or _contains(long.article, [text]):
        return
    long_start, long_end = max(0, long_span[0] - short_span[0]), min(long_length, long_span[1] + short_length - short_span[1])
    values = short.written(0, short_length), long.written(long_start, long_end)
    yield _two_versions(left, right, *(values[::-1] if swap else values))


def _length_and_forms(version: QuoteInArticle) -> tuple[int, list[str]]:
    """Return what orders two quotations by length, and two of one length by their words."""
    return len(version.quote.words), [word.form for word in version.quote.words]


def _shortest_span(stems: Sequence[str], required: set[str]) -> Span:
    """Return the shortest run of words, from and to, that has all the required stems."""
    last_places: dict[str, int] = {}
    shortest = (0, len(stems))
    for i, word_stem in enumerate(stems):
        if word_stem in required:
            last_places[word_stem] = i
            start = min(last_places.values())
            if len(last_places) == len(required) and i + 1 - start <= shortest[1] - shortest[0]:
                shortest = start, i + 1
    return shortest


def shortened(alignment: Alignment, left: QuoteInArticle, right: QuoteInArticle) -> Iterator[Difference]:
    """Note a quotation that goes on in one article with words that the other does not have."""
    swap = len(left.quote.words) > len(right.quote.words)
    short, long = (right, left) if swap else (left, right)
    first, last = (match[0 if swap else 1] for match in (alignment.matches[0], alignment.matches[-1]))
    short_length, long_length = len(short.quote.words), len(long.quote.words)
    # one word away from what both have: the joining "and" may be gone where the rest is a sentence of its own
    next_spans = [(first - 1 - NEXT_WORDS, first - 1)] if first >= SHORTENED_WORDS else []
    next_spans += [(last + 2, last + 2 + NEXT_WORDS)] if long_length - last > SHORTENED_WORDS else []
    missing = [span for span in next_spans if not _contains(short.article, [_compared_text(long, span, 0)])]
    if missing and short_length >= SHORTENED_MIN_WORDS:
        why = f"shortened: {short_length} words of this quotation on one side, {long_length} on the other"
        yield _difference(left, right, (None, None), "more_specific", why)


def _two_versions(left: QuoteInArticle, right: QuoteInArticle, left_excerpt: str, right_excerpt: str) -> Difference:
    why = f"changed words: “{left_excerpt}” / “{right_excerpt}”"
    return _difference(left, right, (left_excerpt, right_excerpt), "differs", why)


def _difference(
    left: QuoteInArticle, right: QuoteInArticle, values: tuple[str | None, str | None], verdict: Verdict, why: str
) -> Difference:
    left_detail, right_detail = (
        version.article.detail(version.quote.sentence, version.quote.span, value)
        for version, value in zip((left, right), values, strict=True)
    )
    return Difference("quote", "", left_detail, right_detail, verdict, why)

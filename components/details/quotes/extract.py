"""The quotations of an article: what stands in quotation marks, who speaks, and the words as they are compared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ...language import Word, read_number, tokenize
from ...language.lexicon.function_words import COMMON_IN_QUOTATIONS
from ...language.lexicon.titles import SPOKEN_TITLES
from ...language.parsed_article import ParsedArticle, cached_per_article
from ...language.quotation_marks import closed_quotation_spans
from ...language.tokenize import fold
from ...settings.names_quotes_terms import MAX_QUOTATION_WORDS, MAX_SENTENCE_QUOTATIONS, UNIFIED_LETTERS
from ...story import Attribution, Span

_FULL_VERBS: Final = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
"""Contracted verbs -> as written in full."""
_BEFORE_IS: Final = frozenset("it he she that there here what who where how this everything everybody nobody".split())
"""Words after which 's stands for "is"; elsewhere it marks a possessive."""
_BEFORE_WOULD: Final = frozenset("i you he she it we they who that there".split())
_CONTRACTIONS: Final = {"can't": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not"), "let's": ("let", "us")}
_SHORT_FORMS: Final = {**SPOKEN_TITLES, "ok": "okay", "+": "and", "one": "1"}
"""Short forms that a house style writes out; an ampersand is read as "+"."""
_FILLERS: Final = frozenset("uh um er uhm erm".split())
_INSERTION: Final = re.compile(r"\[[^\[\]]{0,200}\]|\((?:(?:[^\W\d_]\.){2,6}|sic)\)", re.IGNORECASE)
"""What an editor put into a quotation: [the president], (U.S.)."""
_ELLIPSIS: Final = re.compile(r"\.\s?\.|…|\0")
"""An ellipsis, or the null characters that take the place of an editor's insertion."""
_SENTENCE_END: Final = re.compile(r"[.?!]")
_MASKED_LETTERS: Final = re.compile(r"(?<=[^\W\d_])[*]{2,12}[^\W\d_]{0,4}")
"""The starred letters of a strong word, which a word's form goes without."""


@dataclass(frozen=True, slots=True)
class QuoteWord:
    """A word of a quotation.

    Attributes:
        start: Where it begins in the sentence, in characters.
        end: Where it ends.
        form: The form that is compared.
        telling: Whether it is no word that stands in any quotation.
        contracted: Whether it was written as part of a contraction.
        after_gap: Whether an ellipsis or an editor's insertion stands before it.
        begins_sentence: Whether a sentence begins with it.
    """

    start: int
    end: int
    form: str
    telling: bool
    contracted: bool = False
    after_gap: bool = False
    begins_sentence: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A part of a sentence in quotation marks: its span without the marks, its words, and who speaks, if that is known."""

    sentence: int
    span: Span
    words: tuple[QuoteWord, ...]
    speaker: str | None = None


def find_quotes(parsed: ParsedArticle, attributions: Sequence[Attribution] = ()) -> tuple[tuple[Quote, ...], ...]:
    """Return for each sentence its quotations; one that runs on over sentences has a part in each of them.

    The speakers are taken from the attributions of the article; without them no speaker is known.
    """
    by_sentence: Mapping[int, list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        by_sentence[attribution.sentence].append(attribution)
    return tuple(
        tuple(Quote(i, span, words, _speaker(by_sentence[i], span, sentence.start)) for span, words in quotations)
        for i, (sentence, quotations) in enumerate(zip(parsed.article.sentences, _quotations(parsed), strict=True))
    )


@cached_per_article
def _quotations(parsed: ParsedArticle) -> tuple[tuple[tuple[Span, tuple[QuoteWord, ...]], ...], ...]:
    """Return for each sentence the spans of its quotations with their words."""
    texts = [sentence.text for sentence in parsed.article.sentences]
    found = (
        [(span, quote_words(text, span)) for span in spans[:MAX_SENTENCE_QUOTATIONS]]
        for text, spans in zip(texts, closed_quotation_spans(texts), strict=True)
    )
    return tuple(tuple((span, words) for span, words in quotations if words) for quotations in found)


def _speaker(attributions: Sequence[Attribution], span: Span, offset: int) -> str | None:
    """Return the speaker of the attribution whose content has a quotation; `offset` is where its sentence begins."""
    for attribution in attributions:
        if any(start <= span[1] + offset and span[0] + offset <= end for start, end in attribution.content):
            return attribution.speaker
    return None


def quote_words(text: str, span: Span, limit: int | None = MAX_QUOTATION_WORDS) -> tuple[QuoteWord, ...]:
    """Return the words of a quotation as they are compared.

    Contractions are taken apart; an editor's insertions and fillers such as "uh" are left out.

    Args:
        text: The sentence.
        span: The quotation in it, in characters.
        limit: Words after which the rest is not read; None for no limit.
    """
    words: list[QuoteWord] = []
    quotation = _INSERTION.sub(lambda insertion: "\0" * len(insertion.group()), text[span[0] : span[1]])
    quotation = _MASKED_LETTERS.sub(lambda letters: "x" * len(letters.group()), quotation)
    quotation = quotation.replace("’", "'").replace("‘", "'")
    previous_end = 0
    for start, end in _word_spans(quotation):
        after_gap = bool(_ELLIPSIS.search(quotation, previous_end, start))
        begins_sentence = bool(_SENTENCE_END.search(quotation, previous_end, start))
        for n, (form, contracted) in enumerate(_forms(_plain(quotation[start:end]))):
            first, telling = n == 0, form not in COMMON_IN_QUOTATIONS
            offsets = span[0] + start, span[0] + end
            words.append(QuoteWord(*offsets, form, telling, contracted, after_gap and first, begins_sentence and first))
        if limit is not None and len(words) >= limit:
            break
        previous_end = end
    return tuple(words)


def _word_spans(text: str) -> list[Span]:
    """Return the spans of words, and of the signs that stand for "and"."""
    spans = [(word.start, word.end) for word in tokenize(text)]
    return sorted(spans + [(i, i + 1) for i, c in enumerate(text) if c in "&+"])


def _plain(word: str) -> str:
    """Return a word without accents, capitals and full stops."""
    plain = fold(word)
    return plain if any(c.isdigit() for c in plain) else plain.replace("&", "+")


def _forms(word: str) -> Iterator[tuple[str, bool]]:
    """Yield the words that a word as written stands for, each with whether it is part of a contraction."""
    host, mark, clitic = word.rpartition("'")
    if word in _CONTRACTIONS:
        yield from ((part, mark == "'") for part in _CONTRACTIONS[word])
    elif word.endswith("n't"):
        yield from ((word[:-3], True), ("not", True))
    elif mark + clitic in _FULL_VERBS:
        yield from ((host, True), (_FULL_VERBS[mark + clitic], True))
    elif (clitic == "s" and host in _BEFORE_IS) or (clitic == "d" and host in _BEFORE_WOULD):
        yield from ((host, True), ("is" if clitic == "s" else "would", True))
    elif word.endswith("%"):
        yield from ((read_number(Word(0, len(word), word)) or word, False), ("percent", False))
    elif word not in _FILLERS:
        yield _SHORT_FORMS.get(word) or read_number(Word(0, len(word), word)) or word, False


@lru_cache(maxsize=65_536)
def unify_spelling(form: str) -> str:
    """Return a form in which British and American spellings agree, and a word with its letters doubled or not."""
    if len(form) < UNIFIED_LETTERS:
        return form
    form = re.sub(r"our(?=$|[^aeiou]|ed|ing|able)", "or", form)
    form = re.sub(r"is(?=e|ing|ation)", "iz", form)
    return re.sub(r"([lpst])\1", r"\1", form)

"""Where words or a name stand: the sentences of each article that have them, by stem, or as another form of a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ..details.names.aliases import name_words, same_name
from ..language import Word, has_parser, parse, stem, tokenize
from ..language.lexicon.function_words import UNSEARCHED
from ..language.syntax.dependencies import FINITE_TAGS
from ..settings import MAX_QUESTION
from ..story import Article, Comparison, Fact, Span

FEW: Final = 4
"""Words up to which what is typed may be a name or some words where no parser can tell."""
MANY: Final = 8
"""Words beyond which what is typed is read as a statement even if the parser finds no verb in it."""
JOINS: Final = re.compile(r"[\s.]*-?")
"""What may stand between two words of one name."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that has what was asked for.

    `spans` are where, in the sentence; `form` is another form of the name if only that stands there.
    """

    key: str
    sentence: int
    spans: tuple[Span, ...]
    form: str | None = None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The sentences that have what was asked for, by article (every article is there), and the facts whose own words have it."""

    passages: Mapping[str, tuple[Hit, ...]]
    facts: tuple[Fact, ...]

    @property
    def total(self) -> int:
        """The number of sentences, of all articles."""
        return sum(len(passages) for passages in self.passages.values())


def normalize_query(typed: str) -> str:
    """Return what was typed as it is looked for: one line, at most `MAX_QUESTION` characters."""
    return " ".join(typed[: 10 * MAX_QUESTION].split())[:MAX_QUESTION].strip()


def reads_as_statement(question: str, languages: Iterable[str | None] = ("en",)) -> bool:
    """Return whether something is stated rather than named: three words or more with a verb, or more words than a name has."""
    words = tokenize(question)
    if len(words) < 3:
        return False
    if any(has_parser(language) for language in languages):
        (doc,) = parse([question])
        return any(token.tag_ in FINITE_TAGS for token in doc) or len(words) > MANY
    return len(words) > FEW


def find(comparison: Comparison, question: str) -> SearchResult:
    """Find the sentences that have every word of a question, whatever its ending, or another form of a name; and their facts."""
    passages = {
        article.key: tuple(
            Hit(article.key, sentence.index, spans)
            for sentence in article.sentences
            if (spans := _spans(sentence.text, question, article.language))
        )
        for article in comparison.articles
    }
    if _may_be_name(comparison, question, occurs=any(passages.values())):
        passages = {key: _with_forms(comparison.article(key), hits, question) for key, hits in passages.items()}
    ids = {fact.id for hits in passages.values() for hit in hits for fact in _facts(comparison, hit, question)}
    return SearchResult(passages, tuple(fact for fact in comparison.facts if fact.id in ids))


def names(text: str) -> list[Span]:
    """Return words with capitals that stand together, each run as a span; at the start of a text also without its first word."""
    words = tokenize(text)
    runs: list[list[Word]] = []
    for word in words:
        if not text[word.start].isupper():
            continue
        if runs and JOINS.fullmatch(text[runs[-1][-1].end : word.start]):
            runs[-1].append(word)
        else:
            runs.append([word])
    spans = [(run[0].start, run[-1].end) for run in runs]
    if runs and runs[0][0] is words[0] and len(runs[0]) > 1:
        spans.append((runs[0][1].start, runs[0][-1].end))
    return spans


def _search_forms(question: str) -> list[str]:
    """Return the forms of the words to look for: those that do not stand everywhere, or all if there are no others."""
    forms = [word.form for word in tokenize(question)]
    return [form for form in forms if form not in UNSEARCHED] or forms


def _spans(text: str, question: str, language: str | None) -> tuple[Span, ...]:
    """Return where the words of a question stand in a text that has every one of them, neighbours as one span; else nothing."""
    stems = {stem(form, language) for form in _search_forms(question)}
    words = [(word, stem(word.form, language)) for word in tokenize(text)]
    if not stems or not stems <= {word_stem for _, word_stem in words}:
        return ()
    spans: list[Span] = []
    for word, word_stem in words:
        if word_stem not in stems:
            continue
        if spans and not text[spans[-1][1] : word.start].strip():
            spans[-1] = (spans[-1][0], word.end)
        else:
            spans.append((word.start, word.end))
    return tuple(spans)


def _may_be_name(comparison: Comparison, question: str, *, occurs: bool) -> bool:
    """Return whether each word to look for is part of a name in these articles; one that occurs nowhere may be a short form."""
    forms = _search_forms(question)
    name_forms = {
        word.form
        for article in comparison.articles
        for sentence in article.sentences
        for start, end in names(sentence.text)
        for word in tokenize(sentence.text[start:end])
    }
    return bool(forms) and (set(forms) <= name_forms or (len(forms) == 1 and not occurs))


def _with_forms(article: Article, hits: tuple[Hit, ...], question: str) -> tuple[Hit, ...]:
    """Return the hits in an article, and in reading order among them the sentences that have another form of the name."""
    indices = {hit.sentence for hit in hits}
    more = [
        Hit(article.key, sentence.index, spans, sentence.text[slice(*spans[0])])
        for sentence in article.sentences
        if sentence.index not in indices and (spans := _other_forms(sentence.text, question))
    ]
    return tuple(sorted([*hits, *more], key=lambda hit: hit.sentence))


def _other_forms(text: str, question: str) -> tuple[Span, ...]:
    """Return the names in a text that can be another form of the name asked for: "Corrin" or "H. Corrin" for "Helva Corrin"."""
    spans: list[Span] = []
    for start, end in names(text):
        if _may_be_same(question, text[start:end]) and not any(start < b and a < end for a, b in spans):
            spans.append((start, end))
    return tuple(spans)


def _may_be_same(question: str, name: str) -> bool:
    """Return whether two names can be one.

    A shorter form has to end as the longer one does: a first name alone, or the kind of a thing alone, is no form of it.
    """
    long, short = name_words(question), name_words(name)
    if not long or not short or not same_name(question, name):
        return False
    return len(short) >= len(long) or short[-1] == long[-1] or not set(short) <= set(long)


def _facts(comparison: Comparison, hit: Hit, question: str) -> Iterator[Fact]:
    """Yield the facts whose own words in this sentence have what was asked for: a sentence can state several."""
    article = comparison.article(hit.key)
    offset = article.sentences[hit.sentence].start
    spans = [(offset + start, offset + end) for start, end in hit.spans]
    for fact in comparison.facts_of(hit.key, hit.sentence):
        for mention in fact.mentions_in(hit.key):
            if mention.sentence != hit.sentence:
                continue
            overlaps = any(a < end and start < b for a, b in mention.spans for start, end in spans)
            if overlaps and (hit.form or _spans(mention.text, question, article.language)):
                yield fact

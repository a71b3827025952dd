"""Where words or a name stand: the sentences of each article that have them, by stem, or as another form of a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ..details.names.aliases import name_words, same_name
from ..language import Word, has_parser, parse, stem
from ..language import tokenize as words_of
from ..language.lexicon.function_words import UNSEARCHED
from ..language.syntax.dependencies import FINITE_TAGS
from ..story import Article, Comparison, Fact, Span

LONGEST: Final = 300
"""Characters of what is typed that are read: more than two long sentences."""
FEW: Final = 4
"""Words up to which what is typed may be a name or some words where no parser can tell."""
MANY: Final = 8
"""Words beyond which what is typed is read as a statement even if the parser finds no verb in it."""
JOINS: Final = re.compile(r"[\s.]*-?")
"""What may stand between two words of one name."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that has what was asked: the spans of it, in the sentence, and the other form if only that stands there."""

    key: str
    sentence: int
    spans: tuple[Span, ...]
    form: str | None = None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What was found: the sentences by article (every article is there), and the facts whose own words have it."""

    passages: Mapping[str, tuple[Hit, ...]]
    facts: tuple[Fact, ...]

    @property
    def total(self) -> int:
        """How many sentences of all articles."""
        return sum(len(passages) for passages in self.passages.values())


def clean(typed: str) -> str:
    """What was typed as it is looked for: one line, at most `LONGEST` characters."""
    return " ".join(typed[: 10 * LONGEST].split())[:LONGEST].strip()


def reads_as_statement(asked: str, languages: Iterable[str | None] = ("en",)) -> bool:
    """Whether something is said, rather than a thing named: three words at least with a verb, or more words than a name has."""
    found = words_of(asked)
    if len(found) < 3:
        return False
    if any(has_parser(language) for language in languages):
        (doc,) = parse([asked])
        return any(token.tag_ in FINITE_TAGS for token in doc) or len(found) > MANY
    return len(found) > FEW


def find(comparison: Comparison, asked: str) -> SearchResult:
    """Every sentence with all these words, whatever their endings, or with another form of the name; and the facts with them."""
    found = {
        article.key: tuple(
            Hit(article.key, sentence.index, spans)
            for sentence in article.sentences
            if (spans := _spans(sentence.text, asked, article.language))
        )
        for article in comparison.articles
    }
    if _may_be_name(comparison, asked, stands=any(found.values())):
        found = {key: _with_forms(comparison.article(key), passages, asked) for key, passages in found.items()}
    held = {fact.id for passages in found.values() for passage in passages for fact in _facts(comparison, passage, asked)}
    return SearchResult(found, tuple(fact for fact in comparison.facts if fact.id in held))


def names(text: str) -> list[Span]:
    """Words with capitals that stand together, each as a span; at the start of a sentence also without the first of them."""
    known = words_of(text)
    runs: list[list[Word]] = []
    for word in known:
        if not text[word.start].isupper():
            continue
        if runs and JOINS.fullmatch(text[runs[-1][-1].end : word.start]):
            runs[-1].append(word)
        else:
            runs.append([word])
    out = [(run[0].start, run[-1].end) for run in runs]
    if runs and runs[0][0] is known[0] and len(runs[0]) > 1:
        out.append((runs[0][1].start, runs[0][-1].end))
    return out


def _telling(asked: str) -> list[str]:
    """The forms of the words to look for: those that do not stand everywhere, or all if there are no others."""
    forms = [word.form for word in words_of(asked)]
    return [form for form in forms if form not in UNSEARCHED] or forms


def _spans(text: str, asked: str, language: str | None) -> tuple[Span, ...]:
    """Where the words of `asked` stand in a text that has every one of them, neighbours as one span; nothing otherwise."""
    wanted = {stem(form, language) for form in _telling(asked)}
    held = [(word, stem(word.form, language)) for word in words_of(text)]
    if not wanted or not wanted <= {found for _, found in held}:
        return ()
    spans: list[Span] = []
    for word, found in held:
        if found not in wanted:
            continue
        if spans and not text[spans[-1][1] : word.start].strip():
            spans[-1] = (spans[-1][0], word.end)
        else:
            spans.append((word.start, word.end))
    return tuple(spans)


def _may_be_name(comparison: Comparison, asked: str, *, stands: bool) -> bool:
    """Whether each word that tells stands in a name of these articles, however it was typed; one that is nowhere may be short."""
    forms = _telling(asked)
    known = {
        word.form
        for article in comparison.articles
        for sentence in article.sentences
        for start, end in names(sentence.text)
        for word in words_of(sentence.text[start:end])
    }
    return bool(forms) and (set(forms) <= known or (len(forms) == 1 and not stands))


def _with_forms(article: Article, passages: tuple[Hit, ...], asked: str) -> tuple[Hit, ...]:
    known = {passage.sentence for passage in passages}
    more = [
        Hit(article.key, sentence.index, spans, sentence.text[slice(*spans[0])])
        for sentence in article.sentences
        if sentence.index not in known and (spans := _other_forms(sentence.text, asked))
    ]
    return tuple(sorted([*passages, *more], key=lambda passage: passage.sentence))


def _other_forms(text: str, asked: str) -> tuple[Span, ...]:
    """Names in a text that can be another form of the name asked for: "Corrin" or "H. Corrin" for "Helva Corrin"."""
    found: list[Span] = []
    for start, end in names(text):
        if _same(asked, text[start:end]) and not any(start < b and a < end for a, b in found):
            found.append((start, end))
    return tuple(found)


def _same(asked: str, name: str) -> bool:
    """A shorter form has to end as the longer one does: a first name alone, or the kind of a thing alone, is no form of it."""
    long, short = name_words(asked), name_words(name)
    if not long or not short or not same_name(asked, name):
        return False
    return len(short) >= len(long) or short[-1] == long[-1] or not set(short) <= set(long)


def _facts(comparison: Comparison, passage: Hit, asked: str) -> Iterator[Fact]:
    """The facts whose own words in this sentence have what was asked: a sentence can state several."""
    article = comparison.article(passage.key)
    at = article.sentences[passage.sentence].start
    spots = [(at + start, at + end) for start, end in passage.spans]
    for fact in comparison.facts_of(passage.key, passage.sentence):
        for mention in fact.mentions_in(passage.key):
            if mention.sentence != passage.sentence:
                continue
            inside = any(a < end and start < b for a, b in mention.spans for start, end in spots)
            if inside and (passage.form or _spans(mention.text, asked, article.language)):
                yield fact

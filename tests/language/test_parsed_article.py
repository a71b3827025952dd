"""Parsed articles: stretches of marked words, and readers that read an article once and let go of it."""

from __future__ import annotations

import gc
import weakref

import pytest

from components import read_sentences
from components.language import parse
from components.language.parsed_article import ParsedArticle, cached_per_article, pair_with_parse, spans_of_words

pytestmark = pytest.mark.model


def made(*sentences: str) -> ParsedArticle:
    article = read_sentences(sentences)
    return pair_with_parse(article, parse([sent.text for sent in article.sentences]))


def marked(text: str, words: set[str]) -> list[str]:
    (doc,) = parse([text])
    return [text[start:end] for start, end in spans_of_words(doc, [token.text in words for token in doc])]


def test_marked_words_are_joined_over_what_tells_nothing_by_itself() -> None:
    text = "The ferry sank in the fog off the coast of Osmere."
    assert marked(text, {"sank", "fog"}) == ["sank in the fog"]
    assert marked(text, {"ferry", "fog"}) == ["ferry", "fog"]
    assert marked(text, {"Osmere", "."}) == ["Osmere"]
    assert marked(text, set()) == []


def test_a_span_knows_whether_it_stands_in_quotation_marks() -> None:
    article = made("“We are safe,” said Rosa Diaz.")
    assert article.in_quotes(0, (1, 12))
    assert not article.in_quotes(0, (15, 29))
    assert article.detail(0, (20, 29), "value").text == "Rosa Diaz"


def test_an_article_is_read_once_and_forgotten_with_it() -> None:
    read: list[str] = []

    @cached_per_article
    def title(article: ParsedArticle) -> str:
        read.append(article.article.text)
        return article.article.text[:5]

    article = made("A ferry sank.")
    assert title(article) == title(article) == "A fer"
    assert read == ["A ferry sank."]
    gone = weakref.ref(article)
    del article
    gc.collect()
    assert gone() is None

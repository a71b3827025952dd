"""Parsed articles: spans of chosen words, spans in quotation marks, and readers that read an article once."""

from __future__ import annotations

import gc
import weakref

import pytest

from components import read_sentences
from components.language import parse
from components.language.parsed_article import ParsedArticle, cached_per_article, pair_with_parse, spans_of_words

pytestmark = pytest.mark.model


def parsed_article(*sentences: str) -> ParsedArticle:
    article = read_sentences(sentences)
    return pair_with_parse(article, parse([sent.text for sent in article.sentences]))


def stretches(text: str, words: set[str]) -> list[str]:
    """Return the stretches of a text that show these words."""
    (doc,) = parse([text])
    return [text[start:end] for start, end in spans_of_words(doc, [token.text in words for token in doc])]


def test_words_without_a_content_word_between_them_share_a_span() -> None:
    text = "The ferry sank in the fog off the coast of Osmere."
    assert stretches(text, {"sank", "fog"}) == ["sank in the fog"]
    assert stretches(text, {"ferry", "fog"}) == ["ferry", "fog"]
    assert stretches(text, {"Osmere", "."}) == ["Osmere"]
    assert stretches(text, set()) == []


def test_a_span_in_quotation_marks_and_its_detail() -> None:
    article = parsed_article("“We are safe,” said Rosa Diaz.")
    assert article.in_quotes(0, (1, 12))
    assert not article.in_quotes(0, (15, 29))
    assert article.detail(0, (20, 29), "value").text == "Rosa Diaz"


def test_an_article_is_read_once_and_the_result_goes_with_it() -> None:
    texts: list[str] = []

    @cached_per_article
    def title(article: ParsedArticle) -> str:
        texts.append(article.article.text)
        return article.article.text[:5]

    article = parsed_article("A ferry sank.")
    assert title(article) == title(article) == "A fer"
    assert texts == ["A ferry sank."]
    reference = weakref.ref(article)
    del article
    gc.collect()
    assert reference() is None

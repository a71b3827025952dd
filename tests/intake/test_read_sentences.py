"""Sentences that are split already: none is added, dropped, cleaned or relabelled."""

from __future__ import annotations

import pytest

from components.intake import read_sentences
from components.settings import MAX_WORDS
from components.story import InputError

GIVEN = ["ADVERTISEMENT", "  It rained. It poured.  ", "", "(Reporting by A; Editing by B)", "two\nlines"]


def test_indices_and_texts_are_kept() -> None:
    article = read_sentences(GIVEN, outlet="Wire", published="2026-01-09")
    assert [sentence.text for sentence in article.sentences] == GIVEN
    assert [sentence.index for sentence in article.sentences] == [0, 1, 2, 3, 4]
    assert all(article.text[s.start : s.end] == s.text for s in article.sentences)
    assert article.text == article.raw == "\n".join(GIVEN)
    assert article.removed == ()
    assert (article.outlet, article.published, article.headline, article.name) == ("Wire", "2026-01-09", None, None)


def test_a_blank_sentence_has_an_empty_span() -> None:
    blank = read_sentences(GIVEN).sentences[2]
    assert blank.start == blank.end


def test_roles() -> None:
    assert [s.role for s in read_sentences(["One.", "Two.", "Three."]).sentences] == ["lede", "body", "body"]
    article = read_sentences(["One", "Two.", "Three."], headline=0)
    assert [s.role for s in article.sentences] == ["headline", "lede", "body"]
    assert article.headline == "One"


@pytest.mark.parametrize("headline", [1, -1, True, "0"])
def test_no_other_headline(headline: int) -> None:
    with pytest.raises(ValueError, match="give 0 when the first sentence is the headline"):
        read_sentences(["One.", "Two."], headline=headline)


def test_language_of_what_is_long_enough() -> None:
    assert read_sentences(["The river rose on Friday and closed the only bridge."]).language == "en"
    assert read_sentences(["El río creció el viernes y cerró el único puente de la ciudad."]).language == "es"
    assert read_sentences(["Ja."]).language is None


def test_none_and_too_many() -> None:
    for none in ([], ["", "  "]):
        with pytest.raises(InputError, match="no sentence"):
            read_sentences(none)
    with pytest.raises(InputError, match="the limit is 10,000"):
        read_sentences(["word"] * (MAX_WORDS + 1))
    with pytest.raises(TypeError, match="use read_text"):
        read_sentences("One. Two.")

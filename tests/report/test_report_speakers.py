"""The table of who speaks: names joined across articles, words quoted and reported, what each article has in all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.report import who_speaks
from components.report.speakers import speakers
from components.story import Attribution, Comparison
from tests.report.factories import Reading, article, bridge
from tests.report.factories_details import every_kind


def with_speakers(*names: tuple[str, str]) -> Comparison:
    """Two articles of ten words; each (key, name) gets the first two of them, reported."""
    articles = tuple(article(key, ["One two three four five six seven eight nine ten."], headline=False) for key in "AB")
    attributions = tuple(Attribution(key, 0, name, None, None, ((0, 7),), False) for key, name in names)
    return replace(bridge(), articles=articles, links=(), facts=(), differences=(), attributions=attributions)


def test_speakers_stand_once_those_with_most_words_first() -> None:
    attributions = speakers(every_kind())
    words_by_speaker = [(s.name, {key: (v.quoted_words, v.reported_words) for key, v in s.voices.items()}) for s in attributions]
    assert words_by_speaker == [
        ("Iva Marsh", {"B": (8, 8)}),
        ("company", {"A": (0, 5), "B": (0, 5)}),
        ("Ida Marsh", {"A": (6, 0)}),
    ]


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ([("A", "Ida Marsh"), ("B", "Marsh")], ["Ida Marsh"]),
        ([("A", "Ida Marsh"), ("B", "Captain Ida Marsh")], ["Captain Ida Marsh"]),
        ([("A", "Ida Marsh"), ("A", "Marsh"), ("B", "Tom Marsh")], ["Ida Marsh", "Marsh", "Tom Marsh"]),
        ([("A", "the company"), ("B", "The company")], ["The company"]),
        ([("A", "police"), ("B", "harbour police")], ["harbour police", "police"]),
        ([("A", "Marsh Bank"), ("B", "Marsh")], ["Marsh", "Marsh Bank"]),
        ([("A", "The"), ("B", "  ")], ["  ", "The"]),
        ([("A", "Helva Corrin of Osmere"), ("B", "Helva Corrin"), ("B", "Corrin")], ["Helva Corrin"]),
        (
            [("A", "Helva Corrin of Osmere"), ("B", "Helva Corrin of Lirra"), ("B", "Helva Corrin")],
            ["Helva Corrin", "Helva Corrin of Lirra", "Helva Corrin of Osmere"],
        ),
        ([("A", "Interior Ministry of Lirra"), ("B", "Interior Ministry")], ["Interior Ministry", "Interior Ministry of Lirra"]),
        ([("A", "Bank of Varn"), ("B", "Bank")], ["Bank", "Bank of Varn"]),
        ([("A", "Helva Corrin of the coastguard"), ("B", "Helva Corrin")], ["Helva Corrin", "Helva Corrin of the coastguard"]),
    ],
)
def test_forms_of_one_name_are_one_speaker(names: list[tuple[str, str]], shown: list[str]) -> None:
    assert sorted(speaker.name for speaker in speakers(with_speakers(*names))) == shown


def test_two_forms_in_one_article_count_together() -> None:
    [marsh] = speakers(with_speakers(("A", "Ida Marsh"), ("A", "Marsh"), ("B", "Marsh")))
    assert {key: voice.reported_words for key, voice in marsh.voices.items()} == {"A": 4, "B": 2}


def test_the_table_has_words_sentences_and_what_they_are_a_part_of() -> None:
    table = Reading(who_speaks(every_kind()))
    assert [text for text in table.of("small") if "of" in text] == ["11 of 53 words", "21 of 46 words", "0 of 17 words"]
    cells = table.of("td")
    assert cells[:3] == ["–no words found", "8 quoted, 8 reported sentences 3 and 5", "–no words found"]


def test_only_so_many_speakers_are_shown_as_are_wanted() -> None:
    html = who_speaks(every_kind(), most=1)
    assert len(Reading(html).of("tr")) == 2
    assert "2 more speakers in the report." in html


def test_nobody_speaks() -> None:
    assert who_speaks(replace(bridge(), attributions=())) == ""

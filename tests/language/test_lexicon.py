"""Each word list stands in one place, a part of it beside the whole."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from components.language.lexicon import abbreviations, calendar, function_words, given_names, places, reporting_verbs, titles

ROOMS = Path(__file__).resolve().parents[2] / "components"
LEXICON = ROOMS / "language" / "lexicon"
OTHERS = sorted(path for path in ROOMS.rglob("*.py") if LEXICON not in path.parents)
EVERY_REPORTING_VERB = reporting_verbs.QUOTING_VERBS | reporting_verbs.HOLDING_VERBS
WHOLE_NAMES = {name for name in calendar.PAGE_NAMES if len(name) > 4} - {"march"}
KINDS = {
    "months and weekdays": (WHOLE_NAMES, 3),
    "reporting verbs": (EVERY_REPORTING_VERB | reporting_verbs.SPEECH_FORMS, 5),
}
"""For each kind its words, and how many of them in one collection or text make a list."""
SHARE = 0.25
"""And which part of its words they must be: "post" and "read" stand among the buttons of a page too."""


def word_lists(source: str) -> Iterator[tuple[int, set[str]]]:
    """Yield the words of each literal collection, and of each text that is no docstring, with its line."""
    tree = ast.parse(source)
    documents = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents:
            yield node.lineno, set(re.findall(r"[^\W\d_]+", node.value.lower()))
        elif isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict):
            parts = node.keys if isinstance(node, ast.Dict) else node.elts
            texts = (part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str))
            yield node.lineno, {text.lower() for text in texts}


def doubled(source: str) -> list[tuple[int, str]]:
    """Return the line and the kind of each list that belongs into the lexicon."""
    return [
        (line, kind)
        for line, found in word_lists(source)
        for kind, (known, many) in KINDS.items()
        if len(found & known) >= max(many, SHARE * len(found))
    ]


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.relative_to(ROOMS).as_posix())
def test_no_list_of_months_days_or_reporting_verbs_stands_outside_the_lexicon(path: Path) -> None:
    assert doubled(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ('DAYS = "monday tuesday wednesday".split()', ["months and weekdays"]),
        ('DAYS = {"Monday", "Tuesday", "Sunday"}', ["months and weekdays"]),
        ('MONTH = r"(?:January|February|Oktober)"', ["months and weekdays"]),
        ('MONTHS = {"january": 1, "february": 2, "april": 4}', ["months and weekdays"]),
        ('SAYING = ("say", "tell", "add", "claim", "deny")', ["reporting verbs"]),
        ('SAYING = frozenset("say tell add claim".split())', []),
        ('"""From January to February and March, April."""', []),
    ],
)
def test_a_list_is_known_however_it_is_written(source: str, kinds: list[str]) -> None:
    assert [kind for _, kind in doubled(source)] == kinds


def test_months_and_weekdays_are_in_order_and_the_same_on_every_machine() -> None:
    assert " ".join(calendar.MONTHS) == ("January February March April May June July August September October November December")
    assert " ".join(calendar.WEEKDAYS) == "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    assert {"Jänner", "Januar", "März", "Dezember"} <= calendar.GERMAN_MONTHS
    assert {"enero", "août", "märz", "miércoles", "dimanche", "samstag", "sept", "thurs"} <= calendar.PAGE_NAMES


def test_a_month_has_one_number_whole_or_short() -> None:
    assert [calendar.MONTH_NUMBERS[name.lower()] for name in calendar.MONTHS] == list(range(1, 13))
    assert {calendar.MONTH_NUMBERS[short] for short in ("sep", "sept", "september")} == {9}
    assert (calendar.MONTH_NUMBERS["jun"], calendar.MONTH_NUMBERS["jul"]) == (6, 7)
    assert calendar.CERTAIN_MONTHS.isdisjoint({"may", "mar", "sun"})


def test_the_parts_of_the_reporting_verbs_are_parts_of_the_whole() -> None:
    parts = (
        reporting_verbs.CHARGING_VERBS - {"charge"},
        reporting_verbs.PROMISING_VERBS - {"offer", "refuse"},
        reporting_verbs.ADDRESSING_VERBS,
        reporting_verbs.DATED_SPEECH_VERBS,
        reporting_verbs.SAME_SPEECH_VERBS,
    )
    for part in parts:
        assert part <= EVERY_REPORTING_VERB
    assert not reporting_verbs.HOLDING_VERBS & reporting_verbs.SPEECH_VERBS


def test_titles_that_never_belong_to_a_name_are_offices_or_short_titles() -> None:
    assert titles.TITLES <= titles.OFFICES
    assert titles.SHARED_OFFICES - {"former", "ex"} <= titles.OFFICES
    assert titles.AMBIGUOUS_SHORT_TITLES <= titles.SHORT_TITLES
    assert titles.LATER_OFFICES["sen"] == titles.SPOKEN_TITLES["sen"] == "senator"


def test_words_are_written_as_they_are_looked_up() -> None:
    small = (
        titles.OFFICES,
        titles.SHORT_TITLES,
        function_words.PRONOUNS,
        abbreviations.COMMON,
        places.COUNTRIES,
        given_names.MEN,
    )
    assert all(word == word.lower() for group in small for word in group)
    assert all(word[:1].isupper() for word in abbreviations.CAPITALISED)
    assert {"Ala", "Calif", "Pa", "Ont"} <= abbreviations.CAPITALISED
    assert abbreviations.CAPITALISED.isdisjoint({"Al", "Cal", "Texas"})


@pytest.mark.parametrize(
    ("word", "gender"),
    [("Ms.", "f"), ("chairwoman", "f"), ("Mary", "f"), ("Sir", "m"), ("James", "m"), ("German", None), ("Lee", None)],
)
def test_whose_a_word_is(word: str, gender: str | None) -> None:
    assert given_names.gender_of(word) == gender

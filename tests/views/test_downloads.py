"""Files to keep: each kind is offered, and what is kept is what the page shows, unless everything is asked for."""

from __future__ import annotations

import io
import json
import zipfile

import docx
import pytest
from streamlit.testing.v1 import AppTest

from components.report.selection import Selection
from components.story import Comparison
from components.views.downloads import EXTENT_KEY, FILES, as_html, as_json, as_tables, as_word, file_stem, selection_suffix
from tests.report.factories_details import every_kind

SCRIPT = """
from components.report.selection import Selection
from components.views import downloads
from tests.report.factories_details import every_kind
downloads.download_buttons(every_kind(), Selection({group!r}))
"""
NAMES = ["HTML report", "Word", "Tables (CSV)", "JSON"]
SOME = Selection("only in A")


def offered(group: str) -> AppTest:
    app = AppTest.from_string(SCRIPT.format(group=group), default_timeout=60).run()
    assert not app.exception
    return app


def test_every_kind_of_file_is_offered() -> None:
    app = offered("all")
    assert [button.proto.label for button in app.get("download_button")] == NAMES == [name for name, *_ in FILES]
    assert not app.button_group


def test_where_the_page_shows_some_facts_the_buttons_say_so_and_everything_is_one_click_away() -> None:
    app = offered("only in A")
    [choice] = app.button_group
    assert choice.options == ["2 of 6 facts, as on this page", "everything"]
    assert app.session_state[EXTENT_KEY] is True
    choice.set_value(False).run()
    assert not app.exception
    assert app.session_state[EXTENT_KEY] is False


@pytest.mark.parametrize(("selection", "ids"), [(Selection(), 6), (SOME, 2)])
def test_what_is_kept_is_what_is_shown(selection: Selection, ids: int) -> None:
    comparison = every_kind()
    found = json.loads(as_json(comparison, selection))
    assert (len(found["facts"]), found["selection"]["of"]) == (ids, 6)
    assert as_html(comparison, selection).decode().count('id="fact-') == ids
    word = docx.Document(io.BytesIO(as_word(comparison, selection)))
    assert found["selection"]["told"] in [paragraph.text for paragraph in word.paragraphs]
    with zipfile.ZipFile(io.BytesIO(as_tables(comparison, selection))) as archive:
        assert {"about.csv", "articles.csv", "corrections.csv", "facts.csv", "presence.csv"} <= set(archive.namelist())
        assert archive.read("facts.csv").decode("utf-8-sig").count("\n") == ids + 1
        assert found["selection"]["told"] in archive.read("facts.csv").decode()


def test_every_file_is_dated() -> None:
    comparison: Comparison = every_kind()
    made = json.loads(as_json(comparison))["about"]["made"]
    assert f"<bdi>{made}</bdi>" in as_html(comparison).decode()
    with zipfile.ZipFile(io.BytesIO(as_tables(comparison))) as archive:
        assert f"made,{made}" in archive.read("about.csv").decode()


def test_a_part_is_named_as_one() -> None:
    assert selection_suffix(every_kind(), Selection(order="weight")) == ""
    assert selection_suffix(every_kind(), SOME) == "-2-of-6-facts"


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Ferry to Lunde stops", "ferry-to-lunde-stops"),
        ("Ça va? “Non”", "ca-va-non"),
        ("../../etc/passwd", "etc-passwd"),
        ("日本", "samestory"),
        ("", "samestory"),
        ("word " * 40, ("word-" * 12).rstrip("-")),
    ],
)
def test_a_file_is_named_after_the_story(title: str, stem: str) -> None:
    assert file_stem(title) == stem

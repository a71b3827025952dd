"""The page Differences: one row a pair of details, kinds to choose, notes on request, the way to Side by side."""

from __future__ import annotations

import re
from dataclasses import replace

from streamlit.testing.v1 import AppTest

from components import read_sentences
from components.report import verdicts
from components.report.model import ReportModel
from components.story import Comparison
from components.views.actions import SESSION
from components.views.pages.differences import ALONE, NONE, difference_list, filters
from tests.corrections import factories
from tests.report.factories import hostile
from tests.report.factories_details import every_kind
from tests.views.app_driver import articles_of, decided, html, opened, session_of, words


def shown(comparison: Comparison) -> AppTest:
    """The page on a comparison made by hand."""
    app = AppTest.from_string("from components.views.pages import differences\ndifferences.page()", default_timeout=60)
    app.session_state[SESSION] = decided(comparison)
    return app.run()


def kinds(app: AppTest) -> list[str]:
    """The kinds of the rows on the page, in order."""
    return re.findall(r'<article class="ss-pair"[^>]* data-kind="(\w+)"', html(app))


def test_before_any_comparison_the_page_says_what_to_do() -> None:
    assert "Nothing compared yet" in words(opened("differences", []))


def test_one_article_alone_and_nothing_that_differs_are_told_in_one_sentence() -> None:
    assert ALONE in words(opened("differences", articles_of("Herald")))
    none = shown(replace(every_kind(), differences=()))
    assert NONE in words(none)
    assert not none.toggle
    assert kinds(none) == []


def test_one_row_a_difference_with_verdict_derivation_and_both_sentences() -> None:
    comparison = every_kind()
    app = shown(comparison)
    assert not app.exception
    assert kinds(app) == [d.kind for _, d in ReportModel(comparison).numbered_differences]
    for number, difference in ReportModel(comparison).numbered_differences:
        assert f"≠{number} {verdicts.heading(difference)} {difference.why}" in words(app)
        for side in (difference.left, difference.right):
            assert f'data-tag="≠{number}">{side.text}</mark>' in html(app)
    assert "9 of 9 shown." in words(app)


def test_a_kind_is_chosen_with_its_count() -> None:
    app = shown(every_kind())
    assert "number: 2 of 9" in list(app.button_group(key=filters.KIND_KEY).options)
    app.button_group(key=filters.KIND_KEY).set_value("number").run()
    assert kinds(app) == ["number", "number"]
    assert "2 of 9 shown." in words(app)


def test_notes_are_shown_on_request_after_what_differs_without_a_number() -> None:
    app = shown(every_kind())
    assert "compatible" not in html(app)
    assert app.toggle(key=filters.NOTES_KEY).label == "Show 3 notes: 1 compatible, 1 more specific, 1 unresolved"
    app.toggle(key=filters.NOTES_KEY).set_value(True).run()
    assert kinds(app)[-3:] == ["date", "number", "place"]
    assert "number: 3 of 12" in list(app.button_group(key=filters.KIND_KEY).options)
    assert "number: compatible 40 is within a tenth of 40 (both can hold)" in words(app)


def test_a_kind_that_only_notes_have_goes_with_them() -> None:
    comparison = every_kind()
    dates = tuple(d for d in comparison.differences if d.kind == "date")
    names = tuple(d for d in comparison.differences if d.kind in ("name", "number") and d.verdict != "compatible")
    app = shown(replace(comparison, differences=(*names, replace(dates[0], verdict="unresolved"))))
    app.toggle(key=filters.NOTES_KEY).set_value(True).run()
    app.button_group(key=filters.KIND_KEY).set_value("date").run()
    assert kinds(app) == ["date"]
    app.toggle(key=filters.NOTES_KEY).set_value(False).run()
    assert not app.exception
    assert sorted(kinds(app)) == ["name", "number", "number"]


def test_only_notes_are_told_and_can_be_shown() -> None:
    comparison = every_kind()
    app = shown(replace(comparison, differences=ReportModel(comparison).notes))
    assert f"{NONE} Notes tell what else was compared." in words(app)
    app.toggle(key=filters.NOTES_KEY).set_value(True).run()
    assert len(kinds(app)) == 3


def test_a_button_opens_both_sentences_side_by_side() -> None:
    app = shown(every_kind())
    button = app.button(key="difference-2")
    assert button.label == "Side by side at B 2 and C 2"
    button.click().run()
    assert not app.exception
    assert session_of(app).chosen_sentence == ("B", 1)
    assert session_of(app).chosen_keys == ("B", "C")


def test_many_rows_wait_until_they_are_asked_for() -> None:
    comparison = every_kind()
    many = tuple(replace(comparison.differences[0], why=f"reason {n}") for n in range(difference_list.AT_FIRST + 3))
    app = shown(replace(comparison, differences=many))
    assert len(kinds(app)) == difference_list.AT_FIRST
    assert app.button(key="differences-more").label == f"Show all {difference_list.AT_FIRST + 3}"
    app.button(key="differences-more").click().run()
    assert len(kinds(app)) == difference_list.AT_FIRST + 3


def test_hostile_words_make_no_markup() -> None:
    app = shown(hostile(["<img src=x onerror=alert(1)> said <script>alert(2)</script>"]))
    assert not app.exception
    assert "<img" not in html(app)
    assert "<script" not in html(app)
    assert len(kinds(app)) == 1


def test_a_reader_says_that_a_difference_holds_or_is_none_and_takes_it_back() -> None:
    app = opened(
        "differences", [read_sentences(factories.HERALD, outlet="Herald"), read_sentences(factories.WIRE, outlet="Wire")]
    )
    before = session_of(app).comparisons["balanced"]
    [(_, difference)] = ReportModel(before).numbered_differences
    place = before.differences.index(difference)
    app.button(key=f"holds-{place}").click().run()
    assert session_of(app).comparisons["balanced"].differences[place].checked == "checked"
    app.button(key=f"none-{place}").click().run()
    assert ReportModel(session_of(app).comparisons["balanced"]).numbered_differences == ()
    app.button(key="undo").click().run()
    app.button(key="undo").click().run()
    assert session_of(app).comparisons["balanced"] == before

"""The page Overview: counts with denominators, the table and its filter, charts with their words, ledes, files to keep."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from components.compare import compare
from components.coverage import count_facts
from components.intake import edit, read_text
from components.report.charts import facts_per_outlet
from components.report.selection import ALL, Order, choices, is_in_group, sort_facts
from components.story import Comparison
from components.views.actions import SESSION
from components.views.pages.overview import charts, coverage, sections
from tests.fakes import TinyEncoder
from tests.report.factories import weighted
from tests.report.factories_details import every_kind
from tests.views.app_driver import TEXTS, articles_of, decided, fresh, html, opened, session_of, words


def compared(*outlets: str) -> Comparison:
    return compare(articles_of(*outlets), encoder=TinyEncoder())


def test_a_sample_is_one_click_from_its_overview() -> None:
    app = fresh()
    app.button(key="sample-quernby-bridge").click().run()
    assert not app.exception
    assert len(session_of(app).entries) == 3
    assert "The Quernby Courier" in words(app)
    assert "0 of" in words(app)
    assert "machine-made" in words(app)
    assert "How each begins" in [sub.value for sub in app.header]


def test_before_any_comparison_the_page_says_what_to_do() -> None:
    app = opened("overview", [])
    assert "Nothing compared yet" in words(app)
    assert "open a sample story" in words(app)
    assert app.button(key="go-to-articles").label == "Go to Articles"
    waiting = opened("overview", articles_of("Herald"), compared=False)
    assert "1 article read. Compare on the page Articles" in words(waiting)


def test_every_count_stands_with_its_denominator_and_together_they_are_all() -> None:
    comparison = compared("Herald", "Wire", "Post")
    counts = sections.headline_counts(comparison)
    total = len(comparison.facts)
    assert sum(number for number, words_, _ in counts if "differ" not in words_) == total
    assert all(f"of {total} facts" in words_ for _, words_, _ in counts)
    app = opened("overview", articles_of("Herald", "Wire", "Post"))
    for number, words_, _ in counts:
        assert f"{number} {words_}" in words(app)


def test_details_that_differ_and_who_speaks_stand_there_with_a_way_to_the_page_differences() -> None:
    app = AppTest.from_string("from components.views.pages import overview\noverview.page()", default_timeout=60)
    app.session_state[SESSION] = decided(every_kind())
    app.run()
    assert not app.exception
    assert "Details that differ" in words(app)
    assert "≠4 quotation" in words(app)
    assert words(app).index("Details that differ") < words(app).index("fact, in the words of an article")
    assert "8 quoted, 8 reported sentences 3 and 5" in words(app)
    assert app.button(key="go-to-differences").label == "Differences in their sentences"
    app.button(key="go-to-differences").click().run()
    assert not app.exception


def test_of_many_details_that_differ_the_first_are_shown_and_all_are_counted() -> None:
    app = AppTest.from_string("from components.views.pages import overview\noverview.page()", default_timeout=60)
    app.session_state[SESSION] = decided(replace(every_kind(), differences=every_kind().differences * 2))
    app.run()
    listed = html(app).partition('class="ss-details"')[2].partition("</table>")[0]
    assert listed.count('<th scope="row"') == sections.MAX_DIFFERENCES
    assert app.button(key="go-to-differences").label == "All 18 differences in their sentences"


def test_where_nothing_differs_and_nobody_speaks_nothing_is_said_of_it() -> None:
    app = AppTest.from_string("from components.views.pages import overview\noverview.page()", default_timeout=60)
    app.session_state[SESSION] = decided(replace(every_kind(), differences=(), attributions=()))
    app.run()
    assert not {button.key for button in app.button} & {"go-to-differences"}
    assert "Who speaks" not in words(app)


def test_a_longer_article_is_told_beside_what_only_it_states() -> None:
    comparison = compared("Herald", "Post")
    longer = comparison.article("A").words / comparison.article("B").words - 1
    assert any(
        words_.endswith(f"only in A, which is {longer:.0%} longer") for _, words_, _ in sections.headline_counts(comparison)
    )
    assert not any("longer" in words_ for _, words_, key in sections.headline_counts(comparison) if key == "B")


def test_one_article_alone_has_no_groups() -> None:
    comparison = compared("Herald")
    assert sections.headline_counts(comparison) == [(len(comparison.facts), "facts, in one article", None)]
    assert list(choices(comparison)) == [ALL]
    app = opened("overview", articles_of("Herald"))
    assert not app.exception
    assert not app.get("plotly_chart")
    assert "only one article" in words(app)


def test_long_names_are_cut_beside_the_bars_only() -> None:
    articles = [
        edit(article, outlet=f"<i>{article.outlet}</i> of Lunde and the Outer Isles") for article in articles_of("Herald", "Wire")
    ]
    comparison = compare(articles, encoder=TinyEncoder())
    chart = charts.fit_narrow_column(facts_per_outlet(comparison), comparison)
    assert list(chart.figure.layout.yaxis.ticktext) == ["A · &lt;i&gt;Herald&lt;/i&gt; of…", "B · &lt;i&gt;Wire&lt;/i&gt; of Lu…"]
    assert list(chart.figure.layout.yaxis.tickvals) == list(chart.figure.data[0].y)
    assert "of Lunde and the Outer Isles" in chart.alt


@pytest.mark.parametrize("outlets", [("Herald", "Wire"), ("Herald", "Wire", "Post")])
def test_the_groups_part_the_facts(outlets: tuple[str, ...]) -> None:
    comparison = compared(*outlets)
    labels = choices(comparison)
    fact_ids = [fact.id for choice in labels if choice != ALL for fact in comparison.facts if is_in_group(fact, choice)]
    assert sorted(fact_ids) == sorted(fact.id for fact in comparison.facts)
    assert labels["in some"].partition(":")[0] == ("in some" if len(outlets) > 2 else "in part or differently")
    assert labels["only in A"] == f"only in A: {count_facts(comparison).only['A']} of {len(comparison.facts)}"


@pytest.mark.parametrize("order", ["story", "weight", "group"])
def test_the_table_stands_in_the_order_that_is_asked_for(order: Order) -> None:
    comparison = every_kind()
    app = AppTest.from_string("from components.views.pages import overview\noverview.page()", default_timeout=60)
    app.session_state[SESSION] = decided(comparison)
    app.run()
    assert "Weight: first what matters most to the story" in app.button_group(key=coverage.ORDER_KEY).help
    app.button_group(key=coverage.ORDER_KEY).set_value(order).run()
    assert not app.exception
    shown = re.findall(r'<tr data-fact="(\w+)"', html(app))
    assert shown == [fact.id for fact in sort_facts(comparison, comparison.facts, order)]
    assert html(app).count("<summary><bdi>in ") == (2 if order == "group" else 0)


@pytest.mark.usefixtures("three_large_facts")
@pytest.mark.parametrize("order", ["weight", "story", "group"])
def test_small_facts_fold_away_below_the_others_in_every_order(order: Order) -> None:
    app = AppTest.from_string("from components.views.pages import overview\noverview.page()", default_timeout=60)
    app.session_state[SESSION] = decided(weighted())
    app.run()
    app.button_group(key=coverage.ORDER_KEY).set_value(order).run()
    assert not app.exception
    main, folded = html(app).split("<summary><bdi>and 2 smaller facts</bdi></summary>")
    assert sorted(re.findall(r'<tr data-fact="(\w+)"', main)) == ["f1", "f2", "f3"]
    assert sorted(re.findall(r'<tr data-fact="(\w+)"', folded)) == ["f4", "f5"]
    assert ("1 of them smaller" in main) is (order == "group")


def test_words_in_common_stand_with_their_accounts() -> None:
    articles = [read_text(TEXTS["Herald"], outlet=outlet) for outlet in ("Herald", "Wire")]
    app = opened("overview", [*articles, *articles_of("Post")])
    assert "3 outlets, 2 independent accounts: A and B run mostly the same words." in words(app)
    assert "2 independent accounts in 3 outlets" in words(app)
    assert 'href="#at-B-2"' in html(app)


@pytest.mark.parametrize("choice", ["in all", "in some", "only in A", "only in B", "probably only", "unclear"])
def test_the_table_shows_the_group_that_is_asked_for(choice: str) -> None:
    wanted = [fact.id for fact in compared("Herald", "Wire").facts if is_in_group(fact, choice)]
    app = opened("overview", articles_of("Herald", "Wire"))
    app.button_group(key=coverage.GROUP_KEY).set_value(choice).run()
    assert not app.exception
    assert sorted(re.findall(r'<tr data-fact="(\w+)"', html(app))) == sorted(wanted)


def test_each_chart_says_what_it_shows_and_what_it_cannot_tell() -> None:
    app = opened("overview", articles_of("Herald", "Wire"))
    charts = app.get("plotly_chart")
    assert len(charts) == 3
    assert words(app).count("It cannot tell") == 4  # and what words in common cannot tell
    assert len([expander for expander in app.expander if expander.label == "The figures behind it"]) == 3


def test_charts_are_made_anew_only_for_another_comparison() -> None:
    app = opened("overview", articles_of("Herald", "Wire"))
    first = app.session_state[charts.CHARTS_KEY]
    app.button_group(key=coverage.ORDER_KEY).set_value("weight").run()
    assert app.session_state[charts.CHARTS_KEY] is first
    app.session_state[SESSION] = decided(every_kind())
    app.run()
    assert [row[0] for row in app.session_state[charts.CHARTS_KEY][2]["length"].rows] == ["A · Herald", "B · Wire", "C · Post"]


def test_each_article_stands_with_headline_and_lede() -> None:
    app = opened("overview", articles_of("Herald", "Wire"))
    for article in articles_of("Herald", "Wire"):
        assert article.headline
        assert article.headline in words(app)
        assert next(sent.text for sent in article.sentences if sent.role == "lede") in words(app)


def test_a_long_table_shows_its_first_facts_until_all_are_asked_for() -> None:
    app = fresh()
    app.button(key="sample-quernby-bridge").click().run()
    total = int(re.findall(r"<b>(\d+)</b> facts", html(app))[0])
    assert total > coverage.AT_FIRST
    small = int(re.findall(r"and (\d+) smaller facts", html(app))[0])
    assert html(app).count("<tr data-fact=") == coverage.AT_FIRST + small, "small facts stand folded behind the others"
    assert app.button(key="rows-more").label == f"Show all {total - small} larger facts"
    app.button(key="rows-more").click().run()
    assert html(app).count("<tr data-fact=") == total

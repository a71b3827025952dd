"""The page Facts: filters, one row a fact, the fact in view with its passages, the way to Side by side."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from components.compare import compare
from components.report.wording import describe_telling
from components.story import Comparison, Fact
from components.views.actions import SESSION
from components.views.pages.facts import GROUP_KEY, SMALL_KEY, STATED_KEY, WORDS_KEY, table
from tests.fakes import TinyEncoder
from tests.report.factories import bridge, weighted
from tests.views.app_driver import HOSTILE, articles_of, decided, html, opened, session_of, words


def compared(*outlets: str) -> Comparison:
    return compare(articles_of(*outlets), encoder=TinyEncoder())


def in_order(*outlets: str) -> tuple[Fact, ...]:
    comparison = compared(*outlets)
    return comparison.facts


def test_before_any_comparison_the_page_says_what_to_do() -> None:
    assert "Nothing compared yet" in words(opened("facts", []))


def test_one_row_a_fact_with_sign_label_and_sentences() -> None:
    comparison = compared("Herald", "Wire")
    shown = table.fact_frame(comparison, list(comparison.facts))
    assert list(shown.columns) == ["fact", "where", "A · Herald", "B · Wire"]
    assert list(shown["fact"]) == [fact.label for fact in comparison.facts]
    for fact, cell in zip(comparison.facts, shown["A · Herald"], strict=True):
        status = fact.presence["A"].status
        assert cell.split()[0] == {"stated": "●", "partly": "◐", "not_found": "○", "unclear": "?", "differs": "≠"}[status]
        if status == "not_found":
            assert cell == "○ not found"


def test_the_group_is_told_in_words() -> None:
    comparison = compared("Herald", "Wire", "Post")
    names = {table.group_name(comparison, fact) for fact in comparison.facts if fact.group != "some"}
    ones = {f"{word} in {key}" for word in ("only", "probably only") for key in comparison.keys}
    assert names <= {"in all", "unclear", *ones}
    assert names & ones
    in_some = next(fact for fact in comparison.facts if fact.group == "some")
    assert table.group_name(comparison, in_some) == describe_telling(in_some, brief=True)
    two = bridge()
    assert [table.group_name(two, fact) for fact in two.facts] == [
        "in both", "only in A", "probably only in B", "1 of 2, 1 in part", "only in A",
    ]  # fmt: skip


def test_one_article_alone_is_not_called_the_only_one_that_states_a_fact() -> None:
    comparison = compared("Herald")
    assert {table.group_name(comparison, fact) for fact in comparison.facts} == {"only article"}


def shown_weighted(fact: str | None = None) -> AppTest:
    """The page on facts of which two are small, with a fact chosen on another page."""
    app = AppTest.from_string("from components.views.pages import facts\nfacts.page()", default_timeout=60)
    app.session_state[SESSION] = decided(weighted())
    session_of(app).chosen_fact = fact
    return app.run()


@pytest.mark.usefixtures("three_large_facts")
def test_small_facts_are_shown_by_a_box_below_the_others() -> None:
    app = shown_weighted()
    assert "3 of 5 facts shown" in words(app)
    assert app.checkbox(key=SMALL_KEY).label == "and 2 smaller facts"
    app.checkbox(key=SMALL_KEY).check().run()
    assert "5 of 5 facts shown" in words(app)
    assert not app.exception


@pytest.mark.usefixtures("three_large_facts")
def test_a_way_to_a_small_fact_shows_it_and_the_box_leaves_it() -> None:
    app = shown_weighted("f5")
    assert app.checkbox(key=SMALL_KEY).value
    assert "Fact 5 of 5" in words(app)
    app.checkbox(key=SMALL_KEY).uncheck().run()
    assert "Fact 1 of 3" in words(app)
    assert not app.exception


def test_no_box_where_no_fact_is_small() -> None:
    assert not opened("facts", articles_of("Herald")).checkbox


def test_articles_and_groups_filter_the_page() -> None:
    comparison = compared("Herald", "Wire", "Post")
    both = [fact for fact in comparison.facts if fact.presence["A"].counts_as_in and fact.presence["B"].counts_as_in]
    app = opened("facts", articles_of("Herald", "Wire", "Post"))
    app.multiselect(key=STATED_KEY).set_value(["A", "B"]).run()
    assert 0 < len(both) < len(comparison.facts)
    assert f"{len(both)} of {len(comparison.facts)} facts shown" in words(app)


def test_the_controls_filter_the_page() -> None:
    app = opened("facts", articles_of("Herald", "Wire"))
    total = len(compared("Herald", "Wire").facts)
    assert f"{total} of {total} facts shown" in words(app)
    app.text_input(key=WORDS_KEY).set_value("tug").run()
    assert f"1 of {total} facts shown" in words(app)
    assert "A tug from Varn" in words(app)
    app.text_input(key=WORDS_KEY).set_value("zeppelin").run()
    assert "No fact fits these filters." in words(app)
    app.text_input(key=WORDS_KEY).set_value("")
    app.button_group(key=GROUP_KEY).set_value("only in B")
    app.multiselect(key=STATED_KEY).set_value(["A"]).run()
    assert not app.exception
    assert "No fact fits these filters." in words(app)


def test_steps_by_button_move_through_the_facts_shown() -> None:
    app = opened("facts", articles_of("Herald", "Wire"))
    facts = in_order("Herald", "Wire")
    assert app.button(key="fact-previous").disabled
    assert f'id="fact-{facts[0].id}"' in html(app)
    app.button(key="fact-next").click().run()
    assert session_of(app).chosen_fact == facts[1].id
    assert f'id="fact-{facts[1].id}"' in html(app)
    app.button(key="fact-previous").click().run()
    assert f'id="fact-{facts[0].id}"' in html(app)


def test_a_fact_chosen_elsewhere_is_in_view_with_each_passage_in_its_context() -> None:
    facts = in_order("Herald", "Wire")
    chosen = next(i for i, fact in enumerate(facts) if fact.mentions[0].sentence)
    app = opened("facts", articles_of("Herald", "Wire"), fact=facts[chosen].id)
    assert f'id="fact-{facts[chosen].id}"' in html(app)
    first = facts[chosen].mentions[0]
    article = articles_of("Herald", "Wire")["AB".index(first.article)]
    place = first.sentence
    assert article.sentences[place].text in words(app)
    assert article.sentences[place - 1].text in words(app)
    app.button(key="fact-next").click().run()
    assert session_of(app).chosen_fact == facts[chosen + 1].id


def test_a_button_leads_to_side_by_side_at_that_place() -> None:
    fact = compared("Herald", "Wire", "Post").facts[1]
    app = opened("facts", articles_of("Herald", "Wire", "Post"), fact=fact.id)
    app.button(key="fact-side-by-side").click().run()
    assert not app.exception
    first = fact.mentions[0]
    assert session_of(app).chosen_sentence == (first.article, first.sentence)
    assert first.article in session_of(app).chosen_keys
    assert len(session_of(app).chosen_keys) >= 2


def test_hostile_words_make_no_markup() -> None:
    articles = articles_of("Herald", "Wire")
    from components.intake import edit, read_text

    hostile = edit(read_text(f"{HOSTILE}\n\nThe ferry <script>alert(1)</script> stopped on Friday at noon."), outlet=HOSTILE)
    app = opened("facts", [*articles, hostile])
    assert not app.exception
    assert "<img" not in html(app)
    assert "<script" not in html(app)

"""The page Search: what is typed is traced or found, by what it is; examples are one click; links lead to their places."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import pytest
from streamlit.testing.v1 import AppTest

from components.compare import compare
from components.embeddings import Encoded
from components.intake import edit, read_text
from components.views import actions, link_listener
from components.views.pages.search.results import HOW, NO_WORD, WORDS
from tests.fakes import TinyEncoder
from tests.views.app_driver import HOSTILE, articles_of, html, opened, words


@pytest.fixture
def turned(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What a followed link asked for."""
    found: list[object] = []
    monkeypatch.setattr(link_listener, "open_at", lambda _, key, sentence: found.append((key, sentence)))
    monkeypatch.setattr(actions, "choose_fact", found.append)
    monkeypatch.setattr(actions, "go_to", found.append)
    return found


def asked(text: str, *outlets: str) -> AppTest:
    return (
        opened("search", articles_of(*outlets or ("Herald", "Wire", "Post"))).text_input(key="search-box").set_value(text).run()
    )


def headings(app: AppTest) -> list[str]:
    return [heading.value for heading in app.header]


def test_before_any_comparison_the_page_says_what_to_do() -> None:
    assert "Nothing compared yet" in words(opened("search", []))


def test_an_empty_box_offers_examples_from_the_story_and_one_click_asks() -> None:
    app = opened("search", articles_of("Herald", "Wire", "Post"))
    offered = [button for button in app.button if str(button.key).startswith("search-example-")]
    assert 1 <= len(offered) <= 4
    app = offered[0].click().run()
    assert not app.exception
    assert headings(app)
    assert 'data-key="C"' in html(app)


def test_a_statement_is_traced_in_every_article_with_the_way_there() -> None:
    app = asked("Nobody was hurt")
    assert not app.exception
    assert headings(app)[0] == HOW
    assert [f'data-key="{key}"' in html(app) for key in "ABC"] == [True] * 3
    assert 'role="status">Stated, whole or in part, by 3 of 3 articles' in html(app)
    assert "#at-A-" in html(app)


def test_a_name_is_found_by_its_words_with_counts_and_facts() -> None:
    app = asked("Ida Marsh")
    assert headings(app) == [WORDS]
    assert "“Ida Marsh” stands in 1 of 3 articles" in words(app)
    assert "has it" in words(app)
    assert "facts" in words(app)


def test_what_stands_nowhere_says_so() -> None:
    app = asked("zeppelin")
    assert "No sentence of 3 articles has “zeppelin”" in words(app)
    assert "ss-answers" not in html(app)


def test_a_statement_whose_words_stand_there_is_shown_both_ways() -> None:
    assert headings(asked("Nobody was hurt")) == [HOW, WORDS]
    assert headings(asked("The moon was sold to a zeppelin yesterday")) == [HOW]


@pytest.mark.parametrize("typed", ["?!", ".*(", "…", "   "])
def test_what_has_no_word_is_told_or_taken_for_nothing(typed: str) -> None:
    app = asked(typed)
    assert not app.exception
    assert (NO_WORD in words(app)) == bool(typed.strip())


@pytest.mark.parametrize("typed", [HOSTILE, "x" * 10_000, "(a+)+$ " * 40, "<script>alert(1)</script> was there"])
def test_hostile_input_is_harmless(typed: str) -> None:
    app = asked(typed)
    assert not app.exception
    assert "<script" not in html(app)
    assert "<img" not in html(app)


def test_hostile_articles_make_no_markup() -> None:
    hostile = edit(read_text(f"{HOSTILE}\n\nThe ferry <script>alert(1)</script> stopped on Friday at noon."), outlet=HOSTILE)
    app = opened("search", [*articles_of("Herald"), hostile])
    app.text_input(key="search-box").set_value("ferry").run()
    assert not app.exception
    assert "<script" not in html(app)
    assert "&lt;script&gt;" in html(app)


class Recording(TinyEncoder):
    """Keeps vectors, as the real encoder in the app does, and gives the one inside for what is not to be kept."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[str] = []

    @property
    def uncached(self) -> TinyEncoder:
        return TinyEncoder()

    def encode(self, texts: Sequence[str], progress: Callable[[float], None] | None = None) -> list[Encoded]:
        self.kept += texts
        return super().encode(texts, progress)


def test_nothing_typed_is_kept() -> None:
    app = opened("search", articles_of("Herald", "Wire"))
    recording = Recording()
    app.session_state["encoder"] = recording
    app.text_input(key="search-box").set_value("Nobody was hurt").run()
    assert headings(app)[0] == HOW
    assert recording.kept == []


def test_an_answer_costs_less_than_a_second_of_work() -> None:
    articles = [read_text("\n\n".join(f"Ferry {n} of line {k} stopped at pier {n % 7}." for n in range(40))) for k in range(5)]
    app = opened("search", articles)
    start = time.process_time()
    app.text_input(key="search-box").set_value("Ferry 3 stopped at pier 3").run()
    assert time.process_time() - start < 1
    assert not app.exception


@pytest.mark.parametrize("place", ["at-A-3", "at-Z-1", "at-A-999", "at-A-0", "fact-none", "fact-", None, 3])
def test_a_link_to_a_sentence_is_followed_and_what_is_no_place_does_nothing(place: object, turned: list[object]) -> None:
    link_listener.turn_to(compare(articles_of("Herald", "Wire"), encoder=TinyEncoder()), place)
    assert turned == ([("A", 2)] if place == "at-A-3" else [])


def test_a_link_to_a_fact_is_followed(turned: list[object]) -> None:
    comparison = compare(articles_of("Herald", "Wire"), encoder=TinyEncoder())
    fact = comparison.facts[1]
    link_listener.turn_to(comparison, f"fact-{fact.id}")
    assert turned == [fact.id, "Facts"]

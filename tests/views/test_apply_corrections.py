"""Corrections on the pages: what the reading view asks for, the fact in view, the log; each is told and can be withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components import read_sentences
from components.analysis import analyze
from components.corrections import label_fact
from components.story import Comparison
from components.views.actions import SESSION, TEST_ENCODER_KEY, Entry, Session
from tests.corrections.factories import HERALD, POST, WIRE
from tests.fakes import TinyEncoder
from tests.views.app_driver import html, opened, session_of, words

ARTICLES = [read_sentences(text, outlet=outlet) for outlet, text in (("Herald", HERALD), ("Wire", WIRE), ("Post", POST))]
TAKE = """
import streamlit as st
from components.views import actions, apply_corrections
comparison = actions.current_comparison()
if "asked" in st.session_state:
    apply_corrections.apply_message(comparison, st.session_state.pop("asked"))
"""


def made(app: AppTest) -> Comparison:
    comparison = session_of(app).comparisons["balanced"]
    assert comparison is not None
    return comparison


@pytest.fixture
def app() -> AppTest:
    """A page that takes what the reading view sends."""
    app = AppTest.from_string(TAKE, default_timeout=60)
    tiny = TinyEncoder()
    app.session_state[TEST_ENCODER_KEY] = tiny
    entries = [Entry(n, article) for n, article in enumerate(ARTICLES)]
    app.session_state[SESSION] = Session(
        entries=entries,
        next_id=3,
        analysis=analyze(ARTICLES, encoder=tiny),
        compared_articles=tuple(ARTICLES),
        compared_originals=tuple(ARTICLES),
    )
    return app.run()


def ask(app: AppTest, **message: object) -> AppTest:
    app.session_state["asked"] = message
    return app.run()


def end(key: str, sentence: int, span: list[int] | None = None) -> Mapping[str, Any]:
    return {"key": key, "sentence": sentence, "span": span}


def test_the_reading_view_confirms_rejects_undoes_and_does_again(app: AppTest) -> None:
    ask(app, do="reject_link", ends=[end("A", 1), end("B", 1)])
    assert [correction.kind for correction in session_of(app).log.done] == ["reject_link"]
    assert session_of(app).log.done[0].made
    ask(app, do="undo")
    assert session_of(app).log.done == ()
    ask(app, do="redo")
    ask(app, do="confirm_link", ends=[end("C", 3, [0, 10]), end("A", 2)])
    assert [correction.kind for correction in session_of(app).log.done] == ["reject_link", "confirm_link"]
    assert {correction.applied for correction in made(app.run()).corrections} == {True}


def test_the_reading_view_corrects_facts_and_differences(app: AppTest) -> None:
    comparison = made(app)
    one, other = comparison.facts[0], comparison.facts[-1]
    several = next(fact for fact in comparison.facts if len(fact.mentions) > 1)
    place = [several.mentions[0].article, several.mentions[0].sentence]
    asked: list[dict[str, Any]] = [
        {"do": "check_fact", "fact": one.id},
        {"do": "label_fact", "fact": one.id, "value": "Named"},
        {"do": "set_presence", "fact": other.id, "key": "B", "status": "partly"},
        {"do": "split_fact", "fact": several.id, "mentions": [place]},
        {"do": "merge_facts", "facts": [one.id, other.id]},
        {"do": "no_difference", "difference": 0},
        {"do": "check_difference", "difference": 0},
    ]
    for message in asked:
        ask(app, **message)
    assert [correction.kind for correction in session_of(app).log.done] == [message["do"] for message in asked]
    assert not app.toast


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "destroy"},
        {"do": "check_fact"},
        {"do": "check_fact", "fact": "nobody"},
        {"do": "set_presence", "fact": "nobody", "key": "Z", "status": "x"},
        {"do": "reject_link", "ends": []},
        {"do": "reject_link", "ends": [end("A", 1), end("A", 2)]},
        {"do": "confirm_link", "ends": [end("A", 99), end("B", 1)]},
        {"do": "confirm_link", "ends": [end("A", 1, [5, 2]), end("B", 1)]},
        {"do": "no_difference", "difference": 99},
        {"do": "merge_facts", "facts": ["one"]},
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(app: AppTest, message: dict[str, Any]) -> None:
    before = made(app)
    ask(app, **message)
    assert not app.exception
    assert len(app.toast) == 1
    assert session_of(app).log.done == ()
    assert made(app.run()) == before


def test_the_fact_in_view_is_checked_set_named_split_and_joined() -> None:
    app = opened("facts", ARTICLES)
    fact = made(app).facts[0]
    app.button(key="fact-check").click().run()
    assert made(app).fact(fact.id).checked
    app.button_group(key="fact-state-C").set_value("unclear").run()
    assert made(app).fact(fact.id).presence["C"].by_hand
    app.text_input(key=f"fact-label-{fact.id}").set_value("The grounding")
    app.button("FormSubmitter:fact-label-form-Keep this label").click().run()
    assert made(app).fact(fact.id).label == "The grounding"
    other = made(app).facts[-1]
    app.selectbox(key=f"fact-other-{fact.id}").set_value(other.id)
    app.button("FormSubmitter:fact-merge-form-Join the two").click().run()
    assert made(app).fact(other.id).id == made(app).fact(fact.id).id
    assert "machine-made, 1 of" in words(app)


def test_the_log_lists_withdraws_and_lets_hold_again() -> None:
    app = opened("corrections", ARTICLES)
    assert "Nothing was corrected yet" in words(app)
    fact = made(app).facts[0]
    session_of(app).log = session_of(app).log.add(label_fact(made(app), fact.id, "<b>Named</b>"))
    session_of(app).comparisons.clear()
    app.run()
    assert "&lt;b&gt;Named" in html(app)
    app.button(key="withdraw-1").click().run()
    assert made(app).facts[0].label == fact.label
    assert "withdrawn" in words(app)
    app.button(key="withdraw-1").click().run()
    assert made(app).fact(fact.id).label == "<b>Named</b>"
    app.button(key="undo").click().run()
    assert made(app).facts[0].label == fact.label

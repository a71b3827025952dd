"""The explanations for who is here first: three sentences, one line a page, put away by a button, back from Method."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from components.story import LABELS, SYMBOLS
from components.views import onboarding
from tests.views.app_driver import articles_of, fresh, opened, words


def keys(app: AppTest) -> list[str]:
    return [str(button.key) for button in app.button]


def test_three_sentences_stand_on_the_first_screen_until_they_are_put_away() -> None:
    app = fresh()
    assert len(onboarding.WELCOME) == 3
    assert all(sentence in words(app) for sentence in onboarding.WELCOME)
    app.button(key="guide-got-welcome").click().run()
    assert not app.exception
    assert not any(sentence in words(app) for sentence in onboarding.WELCOME)
    assert "How did several outlets tell the same story?" in words(app)
    app.run()
    assert "guide-got-welcome" not in keys(app)


def test_the_sentences_name_each_sign_as_every_page_does() -> None:
    text = " ".join(onboarding.WELCOME)
    assert all(f"{SYMBOLS[status]} {label}" in text.replace("● means", "●") for status, label in LABELS.items())


def test_a_line_says_what_a_page_answers_until_it_is_put_away() -> None:
    app = opened("facts", articles_of("Herald", "Wire"))
    assert onboarding.PAGE_LINES["Facts"] in words(app)
    app.button(key="guide-got-Facts").click().run()
    assert onboarding.PAGE_LINES["Facts"] not in words(app)


@pytest.mark.parametrize("title", sorted(onboarding.PAGE_LINES))
def test_each_line_is_one_short_text_that_begins_with_the_page(title: str) -> None:
    assert onboarding.PAGE_LINES[title].startswith(f"{title}: ")
    assert onboarding.PAGE_LINES[title].endswith(".")
    assert len(onboarding.PAGE_LINES[title]) < 120


def test_method_needs_no_comparison_and_tells_more_of_one() -> None:
    app = opened("method", [])
    assert not app.exception
    assert "How sure it is" in words(app)
    assert "model digest" not in words(app)
    assert app.button(key="guide-again").disabled
    assert "model digest" in words(opened("method", articles_of("Herald", "Wire")))


def test_method_brings_the_explanations_back() -> None:
    app = opened("method", [])
    app.session_state[onboarding.DISMISSED_KEY] = {"welcome", "Facts"}
    app.run().button(key="guide-again").click().run()
    assert app.session_state[onboarding.DISMISSED_KEY] == set()
    assert app.button(key="guide-again").disabled

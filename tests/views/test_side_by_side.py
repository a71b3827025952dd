"""The page Side by side, run without a browser: what it hands to the reading view, the column chooser, the empty states."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.story import Article, Sentence
from components.views import actions
from components.views.pages.side_by_side import COLUMNS_KEY
from tests.fakes import TinyEncoder

TELLINGS = {
    "Herald": ("Ferry stops", "The ferry to Lunde stopped at 7 on Friday.", "Nobody was hurt, police said.", "Fares rise."),
    "Wire": ("Lunde ferry halts", "On Friday at 7 the ferry to Lunde stopped.", "Police: nobody was hurt.", "A tug came."),
    "Post": ("Stranded", "The ferry to Lunde stopped on Friday.", "Passengers sang.", "Fares will rise."),
    "Echo": ("Ferry to Lunde stopped", "Nobody was hurt.", "The mayor was on board."),
    "Gazette": ("Tug brings ferry home", "A tug from Varn brought the ferry home.", "It stopped at 7."),
}


def telling(outlet: str) -> Article:
    """An article whose first line is its headline."""
    texts, sentences, at = TELLINGS[outlet], [], 0
    for index, text in enumerate(texts):
        sentences.append(Sentence(index, at, at + len(text), text, "headline" if index == 0 else "body"))
        at += len(text) + 1
    whole = "\n".join(texts)
    return Article(whole, tuple(sentences), whole, outlet=outlet, headline=texts[0], language="en")


def script() -> None:
    """AppTest runs the text of this function alone."""
    from components.views.pages import side_by_side

    side_by_side.page()


def opened(count: int, **chosen: object) -> AppTest:
    """The page after `count` articles were compared."""
    app = AppTest.from_function(script, default_timeout=30)
    app.session_state[actions.TEST_ENCODER_KEY] = TinyEncoder()
    app.session_state[actions.SESSION] = session = actions.Session()
    outlets = list(TELLINGS)[:count]
    session.entries = [actions.Entry(number, telling(outlet)) for number, outlet in enumerate(outlets)]
    if count:
        from components.analysis import analyze

        session.analysis = analyze([entry.article for entry in session.entries], encoder=TinyEncoder())
        session.compared_articles = tuple(entry.article for entry in session.entries)
    for name, value in chosen.items():
        setattr(session, name, value)
    return app.run()


def drawn(app: AppTest) -> dict[str, Any]:
    """What the reading view was given."""
    assert not app.exception
    [view] = app.get("bidi_component")
    return dict(json.loads(view.proto.json))


def shown(app: AppTest) -> list[str]:
    return [column["key"] for column in drawn(app)["columns"]]


def words(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


def test_nothing_compared_yet_says_what_to_do() -> None:
    app = opened(0)
    assert not app.exception
    assert not app.get("bidi_component")
    assert "page Articles" in words(app)


def test_one_article_alone_is_shown_with_a_sentence_that_says_so() -> None:
    app = opened(1)
    assert "One article stands alone here" in words(app)
    assert shown(app) == ["A"]


def test_two_articles_need_no_chooser() -> None:
    app = opened(2)
    assert shown(app) == ["A", "B"]
    assert not app.get("button_group") or all(group.key != COLUMNS_KEY for group in app.button_group)
    assert drawn(app)["pick"] is None


def test_sentences_and_their_partners_reach_the_view() -> None:
    first = drawn(opened(2))["columns"][0]["sentences"][1]
    assert first["text"] == TELLINGS["Herald"][1]
    assert first["partners"], "the same sentence in other order is found"


def test_of_several_articles_the_first_two_are_shown_and_others_can_be_chosen() -> None:
    app = opened(4)
    assert shown(app) == ["A", "B"]
    app.button_group(key=COLUMNS_KEY).set_value(["D", "A", "C"]).run()
    assert shown(app) == ["A", "C", "D"], "in the order of the story"


@pytest.mark.parametrize(("wanted", "message"), [(["A"], "Two articles at least"), (["A", "B", "C", "D", "E"], "At most 4")])
def test_too_few_or_too_many_columns_are_told_and_the_last_choice_stays(wanted: list[str], message: str) -> None:
    app = opened(5)
    app.button_group(key=COLUMNS_KEY).set_value(wanted).run()
    assert message in app.toast[0].value
    assert shown(app) == ["A", "B"]
    assert app.button_group(key=COLUMNS_KEY).value == ["A", "B"]


def test_a_sentence_chosen_elsewhere_opens_there() -> None:
    app = opened(3, chosen_sentence=("B", 2), chosen_keys=("B", "C"))
    assert shown(app) == ["B", "C"]
    assert drawn(app)["pick"] == {"key": "B", "sentence": 2}


def test_a_chosen_sentence_of_an_article_that_is_not_shown_is_left_alone() -> None:
    assert drawn(opened(3, chosen_sentence=("C", 1)))["pick"] is None


def test_another_strictness_draws_other_links_from_the_same_weighing() -> None:
    app = opened(2)
    few = len(drawn(app)["links"])
    app.session_state[actions.SESSION].strictness = "more, less sure"
    app.run()
    assert len(drawn(app)["links"]) >= few
    app.session_state[actions.SESSION].strictness = "fewer, surer"
    app.run()
    assert len(drawn(app)["links"]) <= few


def test_the_same_comparison_is_not_drawn_up_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    from components.views.pages import side_by_side

    app = opened(2)
    before = drawn(app)
    monkeypatch.setattr(side_by_side, "payload", lambda *_: pytest.fail("drawn up again"))
    assert drawn(app.run()) == before

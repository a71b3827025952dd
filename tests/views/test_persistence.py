"""Keeping work: every change is in the library at once, comes back at its address, and no tab writes over another's change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components.library import Library, StoryState, open_library, to_file
from components.views import persistence
from components.views.actions import SESSION, TEST_ENCODER_KEY, Session
from tests.fakes import TinyEncoder
from tests.views.app_driver import HERALD, POST, WIRE, articles_of, words

CODE = "from components.views import url_state\nfrom components.views.pages import articles\n"
CODE += "url_state.open_from_url()\nurl_state.write_to_url()\narticles.page()\nurl_state.write_to_url()"


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """An empty library of this test's own."""
    monkeypatch.setenv("SAMESTORY_LIBRARY", str(tmp_path))
    persistence.library.clear()
    yield open_library()
    persistence.library.clear()


def visit(**address: str) -> AppTest:
    """The page Articles in a new tab, at an address, as app.py draws it."""
    app = AppTest.from_string(CODE, default_timeout=60)
    app.session_state[TEST_ENCODER_KEY] = TinyEncoder()
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def session_of(app: AppTest) -> Session:
    session: Session = app.session_state[SESSION]
    return session


def paste(app: AppTest, outlet: str, text: str) -> AppTest:
    app.text_input(key="paste-outlet").set_value(outlet)
    app.text_area(key="paste-text").set_value(text)
    return app.button(key="add-text").click().run()


def begun() -> AppTest:
    """Two articles pasted and compared."""
    app = paste(paste(visit(), "Herald", HERALD), "Wire", WIRE)
    return app.button(key="compare").click().run()


def test_an_article_is_kept_as_soon_as_it_is_added(library: Library) -> None:
    app = paste(visit(), "Herald", HERALD)
    [card] = library.list_stories("")
    assert (card.outlets, card.articles) == (("Herald",), 1)
    assert app.query_params["story"] == card.id


def test_closed_and_opened_again_everything_is_there(library: Library) -> None:
    first = begun()
    first.button(key="restore-0-0").click().run()
    again = visit(story=session_of(first).saved.id or "")
    assert session_of(again).articles == session_of(first).articles
    assert session_of(again).log == session_of(first).log
    assert session_of(again).analysis is not None
    assert len(library.list_stories("")) == 1


def test_a_fact_has_an_address() -> None:
    first = begun()
    comparison = session_of(first).comparisons["balanced"]
    again = visit(story=session_of(first).saved.id or "", fact=comparison.facts[2].id)
    assert session_of(again).chosen_fact == comparison.facts[2].id


def test_an_unknown_address_is_told_and_the_app_goes_on() -> None:
    app = visit(story="nobody-knows-this-one-here")
    assert not app.exception
    assert "No story is kept at this address" in words(app)


def test_a_sample_is_nobodys_story_until_it_is_changed(library: Library) -> None:
    app = visit(sample="quernby-bridge")
    assert session_of(app).analysis is not None
    assert app.query_params["sample"] == "quernby-bridge"
    assert library.list_stories("") == []
    next(button for button in app.button if str(button.key).startswith("restore-0-")).click().run()
    assert [card.corrections for card in library.list_stories("")] == [1]
    assert "sample" not in app.query_params


def test_a_press_from_a_samples_old_address_does_not_put_the_changed_story_away(library: Library) -> None:
    app = visit(sample="quernby-bridge")
    restore, again = [str(button.key) for button in app.button if str(button.key).startswith("restore-")][:2]
    app.button(key=restore).click().run()
    kept = session_of(app).saved.id
    app.query_params.clear()
    app.query_params["sample"] = "quernby-bridge"  # the browser had not heard of the new address when the next press was made
    app.button(key=again).click().run()
    assert (session_of(app).saved.id, len(session_of(app).log.done)) == (kept, 2)
    assert app.query_params["story"] == kept
    assert [card.corrections for card in library.list_stories("")] == [2]


def test_the_later_of_two_tabs_is_told_and_may_keep_both(library: Library) -> None:
    one = begun()
    two = visit(story=session_of(one).saved.id or "")
    paste(one, "Post", POST)
    two.button(key="restore-0-0").click().run()
    assert "changed in another tab" in words(two)
    assert len(library.list_stories("")) == 1
    assert len(library.load("", session_of(one).saved.id or "").state.articles) == 3
    two.button(key="conflict-mine").click().run()
    assert "changed in another tab" not in words(two)
    assert sorted(card.articles for card in library.list_stories("")) == [2, 3]


def test_the_later_of_two_tabs_may_open_what_the_other_kept() -> None:
    one = begun()
    two = visit(story=session_of(one).saved.id or "")
    paste(one, "Post", POST)
    two.button(key="restore-0-0").click().run()
    two.button(key="conflict-theirs").click().run()
    assert len(session_of(two).entries) == 3
    assert session_of(two).log.done == ()
    assert session_of(two).saved.version == session_of(one).saved.version


def test_a_library_out_of_reach_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").write_text("This is no database. " * 100)
    app = paste(visit(), "Herald", HERALD)
    assert not app.exception
    assert "The last change is not kept." in words(app)
    assert len(session_of(app).entries) == 1


def test_a_deleted_story_on_the_screen_is_kept_anew(library: Library) -> None:
    app = begun()
    library.delete("", session_of(app).saved.id or "")
    paste(app, "Post", POST)
    assert [card.articles for card in library.list_stories("")] == [3]


def stories() -> AppTest:
    """The page Stories alone."""
    code = "from components.views.pages import stories\nstories.page()"
    app = AppTest.from_string(code, default_timeout=60)
    app.session_state[TEST_ENCODER_KEY] = TinyEncoder()
    return app.run()


def test_the_list_finds_names_copies_deletes_and_brings_back(library: Library) -> None:
    kept = library.save("", StoryState(tuple(articles_of("Herald", "Wire"))))
    library.save("", StoryState(tuple(articles_of("Post"))))
    app = stories()
    assert sum(str(button.key).startswith("open-") for button in app.button) == 2
    app.text_input(key="stories-search").set_value("harbour").run()
    assert [str(button.key) for button in app.button if str(button.key).startswith("open-")] == [f"open-{kept.id}"]
    app.text_input(key=f"title-{kept.id}").set_value("The ferry")
    app.button(f"FormSubmitter:rename-form-{kept.id}-Keep this title").click().run()
    assert "The ferry" in words(app)
    app.button(key=f"copy-{kept.id}").click().run()
    assert len(library.list_stories("")) == 3
    app.button(key=f"delete-{kept.id}").click().run()
    assert "Deleted: The ferry" in words(app)
    assert len(library.list_stories("")) == 2
    app.button(key="undo-delete").click().run()
    assert len(library.list_stories("")) == 3


def test_a_story_opens_from_the_list(library: Library) -> None:
    kept = library.save("", StoryState(tuple(articles_of("Herald", "Wire")), compared=True))
    app = stories()
    app.button(key=f"open-{kept.id}").click().run()
    assert session_of(app).saved.id == kept.id
    assert session_of(app).comparison_pending


def test_a_story_comes_as_a_file_and_a_strange_file_is_refused(library: Library) -> None:
    app = stories()
    app.file_uploader[0].upload("story.samestory", to_file(StoryState(tuple(articles_of("Herald")))), "application/json").run()
    assert [card.outlets for card in library.list_stories("")] == [("Herald",)]
    app = stories()
    app.file_uploader[0].upload("story.samestory", b"\x00\x01", "application/json").run()
    assert not app.exception
    assert len(library.list_stories("")) == 1
    assert "story.samestory" in words(app)


def test_served_to_others_each_browser_has_its_own_library(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(persistence, "is_local", lambda: False)
    one, two = paste(visit(), "Herald", HERALD), paste(visit(), "Wire", WIRE)
    tokens = [app.session_state[persistence.TOKEN] for app in (one, two)]
    assert len(set(tokens)) == 2
    assert all(len(token) >= persistence.TOKEN_BYTES for token in tokens)
    assert library.list_stories("") == []
    assert "No story is kept at this address" in words(visit(story=session_of(one).saved.id or ""))


@pytest.mark.parametrize(("address", "is_local"), [("localhost", True), ("127.0.0.1", True), ("0.0.0.0", False), ("", False)])  # noqa: S104
def test_what_only_this_machine_reaches_is_told_by_the_address(
    address: str, is_local: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(st, "get_option", lambda name: address if name == "server.address" else None)
    assert persistence.is_local() is is_local


def test_a_database_for_all_is_everybodys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMESTORY_LIBRARY", "postgresql://desk@db.example/stories")
    assert persistence.is_shared()
    assert persistence.owner() == ""
    assert "common to everybody" in persistence.storage_notice()


def test_the_same_text_twice_keeps_its_corrections_apart(library: Library) -> None:
    app = paste(paste(visit(), "Alpha", HERALD), "Beta", HERALD)
    app.button(key="compare").click().run()
    app.text_input(key="outlet-0").set_value("Zeta")
    app.button("FormSubmitter:masthead-form-0-Keep these").click().run()
    assert not app.exception
    assert [article.outlet for article in session_of(app).articles] == ["Zeta", "Beta"]
    app.button(key="remove-0").click().run()
    assert [article.outlet for article in session_of(app).articles] == ["Beta"]


def test_a_library_that_recovers_is_tried_again(tmp_path: Path, library: Library) -> None:
    damaged = tmp_path / "library.sqlite"
    damaged.write_text("This is no database. " * 100)
    app = paste(visit(), "Herald", HERALD)
    damaged.unlink()
    app.button(key="trouble-again").click().run()
    assert "not kept" not in words(app)
    assert [card.outlets for card in open_library().list_stories("")] == [("Herald",)]

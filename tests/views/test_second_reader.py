"""A second reader in the app: named on Articles, asked at once and again after each change, shown where facts are."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.story import Comparison
from components.views import persistence
from components.views.pages.articles.second_reader_form import ASKED_KEY, FOLDER_KEY
from components.views.pages.facts import DISAGREE_KEY, table
from components.views.second_reader import VARIABLE
from tests.report.factories import bridge, read_twice
from tests.second_reader.factories import make_cross_encoder
from tests.views.app_driver import articles_of, decided, html, opened, session_of, words

BESIDE = "not calibrated: shown beside, not counted"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_cross_encoder(tmp_path_factory.mktemp("models") / "tiny-nli")


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty library, and no second reader unless a test names one."""
    monkeypatch.setenv("SAMESTORY_LIBRARY", str(tmp_path / "library"))
    monkeypatch.delenv(VARIABLE, raising=False)
    persistence.library.clear()


def ask(app: AppTest, folder: str) -> AppTest:
    app.text_input(key=FOLDER_KEY).set_value(folder)
    return next(button for button in app.button if button.label == "Ask this one").click().run()


def comparison_of(app: AppTest) -> Comparison:
    session = session_of(app)
    return session.comparisons[session.strictness]


def labels(app: AppTest) -> list[str]:
    return [expander.label for expander in app.expander]


def test_nobody_is_asked_until_a_folder_is_named() -> None:
    app = opened("articles", articles_of("Herald", "Wire"))
    assert "Second reader: none" in labels(app)
    assert comparison_of(app).second_reader is None
    assert not [button for button in app.button if button.key == "second-reader-none"]


def test_a_folder_is_asked_about_the_comparison_that_is_there(folder: Path) -> None:
    app = ask(opened("articles", articles_of("Herald", "Wire", "Post")), f" {folder} ")
    assert not app.exception
    found = comparison_of(app)
    assert found.second_reader is not None
    assert (found.second_reader.name, found.second_reader.calibrated) == ("tiny-nli", False)
    assert any(state.second for fact in found.facts for state in fact.presence.values())
    assert found.settings["second_reader"] == str(folder)
    assert f"Second reader tiny-nli, {BESIDE}." in words(app)
    app.button(key="second-reader-none").click().run()
    assert comparison_of(app).second_reader is None
    assert "Second reader: none" in labels(app)


def test_one_named_before_the_comparison_is_asked_with_it(folder: Path) -> None:
    app = ask(opened("articles", articles_of("Herald", "Wire"), compared=False), str(folder))
    assert "It is asked with the next comparison." in words(app)
    app.button(key="compare").click().run()
    assert comparison_of(app).second_reader is not None


@pytest.mark.parametrize("name", ["/no/such/folder", "."])
def test_a_folder_that_cannot_be_asked_is_refused_and_nothing_changes(name: str, folder: Path) -> None:
    app = ask(opened("articles", articles_of("Herald", "Wire")), str(folder))
    before = comparison_of(app)
    app = ask(app, name)
    assert not app.exception
    assert "was not made to judge" in words(app) or "is not a folder" in words(app) or "holds no cross-encoder" in words(app)
    assert comparison_of(app) == before
    assert session_of(app).second_reader == str(folder)


def test_one_that_is_gone_is_asked_no_more(folder: Path) -> None:
    app = opened("facts", articles_of("Herald", "Wire"))
    session = session_of(app)
    session.second_reader, session.comparisons = str(folder / "gone"), {}
    app.run()
    assert not app.exception
    assert session.second_reader == ""
    assert comparison_of(app).second_reader is None
    assert "is not a folder on this machine" in words(app.run())


def test_the_environment_names_the_one_to_begin_with(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(folder))
    app = opened("articles", articles_of("Herald", "Wire"))
    assert "Second reader: tiny\\-nli" in labels(app)
    assert comparison_of(app).second_reader is not None


def test_served_to_others_no_folder_can_be_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(persistence, "is_local", lambda: False)
    app = opened("articles", articles_of("Herald", "Wire"))
    assert FOLDER_KEY not in [item.key for item in app.text_input]
    assert not app.checkbox
    monkeypatch.setenv(VARIABLE, str(folder))
    app = opened("articles", articles_of("Herald", "Wire"))
    assert FOLDER_KEY not in [item.key for item in app.text_input]
    assert str(folder.parent) not in html(app)
    assert comparison_of(app).second_reader is not None
    app.checkbox(key=ASKED_KEY).uncheck().run()
    assert comparison_of(app).second_reader is None
    app.checkbox(key=ASKED_KEY).check().run()
    assert comparison_of(app).second_reader is not None


def test_facts_have_a_column_and_a_filter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    comparison = read_twice(bridge())
    app = AppTest.from_string("from components.views.pages import facts\nfacts.page()", default_timeout=60)
    app.session_state["samestory"] = decided(comparison)
    app.run()
    assert not app.exception
    shown = app.dataframe[0].value
    assert list(shown.columns) == ["fact", "where", "A · Quernby Courier", "B · Elver <b>Live</b>", table.SECOND]
    assert sorted(filter(None, shown[table.SECOND])) == [
        "A does not state",
        "B does not state",
        "disagree: B contradicts",
    ]
    assert f"second reader nli-tiny, {BESIDE}" in words(app)
    app.checkbox(key=DISAGREE_KEY).check().run()
    assert list(app.dataframe[0].value["fact"]) == ["A ferry runs"]
    assert "second reader: contradicts it (0.87), sentence 3; shown beside, not counted; readers disagree" in words(app)


def test_without_one_facts_have_neither() -> None:
    app = opened("facts", articles_of("Herald", "Wire"))
    assert table.SECOND not in app.dataframe[0].value.columns
    assert DISAGREE_KEY not in [box.key for box in app.checkbox]


def test_another_strictness_asks_too(folder: Path) -> None:
    app = ask(opened("articles", articles_of("Herald", "Wire", "Post")), str(folder))
    session = session_of(app)
    page = AppTest.from_string("from components.views.pages import facts\nfacts.page()", default_timeout=60)
    page.session_state["samestory"] = session
    page.run()
    page.button_group(key="strictness-control").set_value("more, less sure").run()
    assert not page.exception
    found = session.comparisons["more, less sure"]
    assert found.second_reader is not None
    assert any(state.second for fact in found.facts for state in fact.presence.values())


def test_a_statement_that_is_typed_is_read_past_the_cache(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from components.second_reader import cells

    monkeypatch.setattr(cells, "OPEN_CELL", (0.0, 1.0))
    stored: list[object] = []
    app = opened("search", articles_of("Herald", "Wire"))
    session_of(app).second_reader, session_of(app).comparisons = str(folder), {}
    app.run()
    monkeypatch.setattr("components.embeddings.vector_store.ByteStore.write", lambda _, values: stored.append(values))
    field = app.text_input[0]
    field.set_value("The ferry was stopped by a fire.").run()
    assert not app.exception
    assert "second reader: " in words(app)
    assert stored == []

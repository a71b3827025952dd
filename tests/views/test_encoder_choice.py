"""Which model reads: chosen on Articles where several are installed, kept with the story, and said where it is not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.embeddings import CATALOGUE
from components.library import Library, StoryState, from_file, open_library, to_file
from components.views import encoder, persistence
from components.views.encoder_names import default_encoder, encoder_choices, encoder_title
from components.views.pages.articles.run_comparison import ENCODER_KEY
from tests.fakes import TinyEncoder
from tests.views.app_driver import HERALD, WIRE, articles_of, paste, session_of, words

CODE = "from components.views import url_state\nfrom components.views.pages import articles\n"
CODE += "url_state.open_from_url()\nurl_state.write_to_url()\narticles.page()\nurl_state.write_to_url()"
BUNDLED, LARGER = "all-MiniLM-L6-v2", "all-mpnet-base-v2"


class NamedEncoder(TinyEncoder):
    """The tiny encoder under the title that a model has."""

    def __init__(self, name: str) -> None:
        super().__init__(salt=name)
        self.name = encoder_title(name)


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """An empty library, no model but the bundled one, and tiny encoders in the place of all."""
    monkeypatch.setenv("SAMESTORY_LIBRARY", str(tmp_path / "library"))
    monkeypatch.setenv("SAMESTORY_MODELS", str(tmp_path / "models"))
    monkeypatch.setattr(encoder, "_shared_encoder", NamedEncoder)
    persistence.library.clear()
    yield open_library()
    persistence.library.clear()


@pytest.fixture
def larger() -> Path:
    """The larger model's folder with all of its files, which are empty."""
    folder = CATALOGUE["mpnet"].folder
    for name in CATALOGUE["mpnet"].files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def visit(**address: str) -> AppTest:
    """The page Articles in a new tab, at an address, as app.py draws it."""
    app = AppTest.from_string(CODE, default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def two_articles() -> AppTest:
    return paste(paste(visit(), HERALD, "Herald"), WIRE, "Wire")


def choose(app: AppTest, name: str) -> AppTest:
    return app.button_group(key=ENCODER_KEY).set_value(name).run()


def read_by(app: AppTest) -> str:
    comparison = next(iter(session_of(app).comparisons.values()))
    return comparison.encoder_name


def test_with_the_bundled_model_alone_there_is_no_choice() -> None:
    app = two_articles()
    assert not app.button_group
    app.button(key="compare").click().run()
    assert read_by(app) == BUNDLED


@pytest.mark.usefixtures("larger")
def test_another_model_reads_when_it_is_chosen_and_the_articles_are_compared_again(library: Library) -> None:
    app = two_articles()
    assert app.button_group(key=ENCODER_KEY).options == [BUNDLED, LARGER]
    app.button(key="compare").click().run()
    assert read_by(app) == BUNDLED
    choose(app, "mpnet")
    assert read_by(app) == BUNDLED
    assert f"Compared by the model {BUNDLED}; compare again" in words(app)
    app.button(key="restore-0-0").click().run()
    assert read_by(app) == BUNDLED, "a correction does not change who reads"
    app.button(key="compare").click().run()
    assert read_by(app) == LARGER
    assert "Compared by the model" not in words(app)
    assert library.load("", session_of(app).saved.id or "").state.encoder == LARGER


@pytest.mark.usefixtures("larger")
def test_a_story_opens_with_the_model_that_read_it() -> None:
    app = choose(two_articles(), "mpnet")
    app.button(key="compare").click().run()
    again = visit(story=session_of(app).saved.id or "")
    assert read_by(again) == LARGER
    assert not session_of(again).messages
    assert "not installed" not in words(again)


def test_a_story_whose_model_is_not_here_is_read_by_another_and_says_so(library: Library) -> None:
    state = StoryState(tuple(articles_of("Herald", "Wire")), compared=True, encoder=LARGER)
    story = library.save("", from_file(to_file(state), "x"))
    app = visit(story=story.id)
    assert read_by(app) == BUNDLED
    said = f"This story was compared by the model {LARGER}, which is not installed, and now by {BUNDLED}; "
    assert f"{said}get it with: python -m components model mpnet" in words(app)


def test_a_story_that_a_model_of_somebodys_own_read_says_how_to_name_it(library: Library) -> None:
    story = library.save("", StoryState(tuple(articles_of("Herald", "Wire")), compared=True, encoder="<b>mine"))
    app = visit(story=story.id)
    assert not app.exception
    assert "compared by the model <b>mine, which is not installed" in words(app)
    assert "name its folder in SAMESTORY_ENCODER when you start Samestory." in words(app)


def test_the_environment_says_which_model_a_visitor_begins_with(larger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for value in ("mpnet", LARGER):
        monkeypatch.setenv("SAMESTORY_ENCODER", value)
        assert default_encoder() == "mpnet"
        assert encoder_choices() == {"mpnet": LARGER, "": BUNDLED}
    app = two_articles()
    app.button(key="compare").click().run()
    assert read_by(app) == LARGER
    monkeypatch.setenv("SAMESTORY_ENCODER", str(larger.parent / "my-model"))
    assert list(encoder_choices().values()) == ["my-model", BUNDLED, LARGER]


def test_a_model_that_was_removed_is_no_longer_chosen(larger: Path) -> None:
    app = choose(two_articles(), "mpnet")
    (larger / "modules.json").unlink()
    app.run()
    assert session_of(app).encoder == ""
    assert not app.button_group

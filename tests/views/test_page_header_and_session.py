"""What all result pages share: title, counts, notes, strictness at once without encoding again; and one visitor's session."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from components.analysis import decide
from components.settings import Settings
from components.story import SkippedFile
from components.views import actions, encoder
from components.views.cache_panel import readable_size
from components.views.languages import language_name
from components.views.page_header import STRICTNESS_HELP, STRICTNESS_KEY
from components.views.sample_stories import samples
from tests.fakes import TinyEncoder
from tests.views.app_driver import HERALD, WIRE, articles_of, fresh, opened, paste, session_of, words

RESULT_PAGES = ("overview", "differences", "facts")


@pytest.mark.parametrize("page", RESULT_PAGES)
def test_the_top_names_story_outlets_counts_and_how_much_is_checked(page: str) -> None:
    app = opened(page, articles_of("Herald", "Wire"))
    assert not app.exception
    shown = words(app)
    assert "Ferry to Lunde stops after engine fire" in shown
    assert "A · Herald B · Wire" in shown
    assert "machine-made, 0 of" in shown


@pytest.mark.parametrize("page", RESULT_PAGES)
def test_notes_files_set_aside_and_changes_are_told(page: str) -> None:
    app = opened(page, articles_of("Herald", "Wire"))
    assert "have changed" not in words(app)
    session_of(app).errors = (SkippedFile("scan.pdf", "It holds no text; run text recognition first."),)
    session_of(app).entries.pop()
    session_of(app).comparisons = {}
    app.run()
    assert "scan.pdf It holds no text" in words(app)
    assert "The articles have changed since this comparison was made." in words(app)


@pytest.mark.parametrize("page", RESULT_PAGES)
def test_strictness_decides_again_at_once_without_encoding(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("the articles were analyzed again")

    app = opened(page, articles_of("Herald", "Wire"))
    encoder = app.session_state[actions.TEST_ENCODER_KEY]
    calls, analysis = len(encoder.calls), session_of(app).analysis
    monkeypatch.setattr(actions, "analyze", never)
    app.button_group(key=STRICTNESS_KEY).set_value("fewer, surer").run()
    assert not app.exception
    assert len(encoder.calls) == calls
    assert analysis is not None
    surer, balanced = (len(decide(analysis, Settings.of(word)).facts) for word in ("fewer, surer", "balanced"))
    assert session_of(app).strictness == "fewer, surer"
    assert f"of {surer} facts stand elsewhere than at “balanced”, which has {balanced} facts." in words(app)


def test_the_strictness_is_kept_from_page_to_page_and_for_the_next_comparison() -> None:
    app = opened("overview", articles_of("Herald", "Wire"))
    app.button_group(key=STRICTNESS_KEY).set_value("more, less sure").run()
    session_of(app).previous_strictness = None
    app.run()
    assert STRICTNESS_HELP["more, less sure"] in words(app)
    app.run()
    assert app.button_group(key=STRICTNESS_KEY).value == "more, less sure"


def test_comparing_asks_the_encoder_of_this_session_and_names_the_stages() -> None:
    app = paste(paste(fresh(), HERALD, "Herald"), WIRE, "Wire")
    app.button(key="compare").click().run()
    analysis = session_of(app).analysis
    assert analysis is not None
    assert [article.key for article in analysis.sentence_matches.articles] == ["A", "B"]
    assert session_of(app).compared_articles == tuple(entry.article for entry in session_of(app).entries)


def test_two_visitors_share_nothing() -> None:
    one, other = paste(fresh(), HERALD, "Herald"), fresh()
    assert len(session_of(one).entries) == 1
    assert not session_of(other).entries
    assert "Herald" not in words(other)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """A session outside a running app."""
    kept: dict[str, object] = {actions.TEST_ENCODER_KEY: TinyEncoder()}
    monkeypatch.setattr("streamlit.session_state", kept)
    return kept


@pytest.mark.usefixtures("bare")
def test_the_session_before_and_after_a_comparison() -> None:
    assert actions.current_comparison() is None
    assert actions.compare_now() is None
    assert (actions.chosen_keys(), actions.chosen_fact(), actions.chosen_sentence()) == ((), None, None)
    for article in articles_of("Herald", "Wire", "Post"):
        assert actions.add_article(article)
    stages: list[str] = []
    comparison = actions.compare_now(lambda stage, _: stages.append(stage))
    assert comparison is not None
    assert comparison is actions.current_comparison()
    assert stages[0] == "Loading the model"
    assert len(stages) > 1
    assert not actions.articles_changed()


@pytest.mark.usefixtures("bare")
def test_what_is_chosen_is_forgotten_where_it_no_longer_exists() -> None:
    for article in articles_of("Herald", "Wire", "Post"):
        actions.add_article(article)
    comparison = actions.compare_now()
    assert comparison is not None
    assert actions.chosen_keys() == ("A", "B")
    actions.choose_keys(("A", "C"))
    actions.choose_fact(comparison.facts[0].id)
    actions.choose_sentence("C", 1)
    assert (actions.chosen_keys(), actions.chosen_fact(), actions.chosen_sentence()) == (
        ("A", "C"),
        comparison.facts[0].id,
        ("C", 1),
    )
    actions.choose_sentence("C", 99)
    assert actions.chosen_sentence() is None
    actions.choose_sentence(None)
    assert actions.chosen_sentence() is None
    actions.choose_fact("no-such-fact")
    assert actions.chosen_fact() is None
    actions.choose_keys(("A", "Z"))
    assert actions.chosen_keys() == ("A", "B")


@pytest.mark.usefixtures("bare")
def test_strictness_is_decided_once_a_word_and_keeps_the_files_set_aside() -> None:
    from components.story import InputError

    actions.add_article(articles_of("Herald")[0])
    actions.add_skipped_file("empty.txt", InputError("It is empty."))
    actions.add_skipped_file("empty.txt", InputError("It is empty."))
    first = actions.compare_now()
    assert first is not None
    assert first.errors == (SkippedFile("empty.txt", "It is empty."),)
    actions.set_strictness("fewer, surer")
    assert actions.strictness() == "fewer, surer"
    assert actions.current_comparison() is actions.comparison_at("fewer, surer")
    actions.set_strictness("balanced")
    assert actions.current_comparison() is first
    actions.clear_story()
    assert actions.strictness() == "balanced"
    assert actions.articles() == []


@pytest.fixture
def no_model(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The model fails to load, at once; what was asked for is kept."""
    asked: list[str] = []

    def fail(name: str | None) -> None:
        asked.append(name or "model")
        raise OSError("no such model")

    monkeypatch.setattr("components.embeddings.load_encoder", fail)
    monkeypatch.setattr(encoder, "PRELOAD_DELAY", 0.0)
    for kept in (encoder._preload_thread, encoder._shared_encoder):
        kept.clear()
    yield asked
    for kept in (encoder._preload_thread, encoder._shared_encoder):
        kept.clear()


def test_the_model_is_loaded_in_the_background_once_and_a_failure_waits_until_it_is_needed(
    no_model: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("streamlit.session_state", {})
    encoder.preload()
    encoder.preload()
    encoder._preload_thread().join(timeout=30)
    assert no_model == ["model"]
    with pytest.raises(OSError, match="no such model"):
        encoder.encoder()


@pytest.mark.usefixtures("bare")
def test_an_encoder_of_the_session_is_not_joined_by_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[bool] = []
    monkeypatch.setattr(encoder, "_preload_thread", lambda: started.append(True))
    encoder.preload()
    assert not started


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 B"), (999, "999 B"), (1500, "1.5 kB"), (2.5e6, "2.5 MB"), (2 * 1024**3, "2.1 GB")]
)
def test_sizes_for_people(number: float, text: str) -> None:
    assert readable_size(number) == text


def test_languages_for_people() -> None:
    assert [language_name(code) for code in ("en", "es", "xx", None)] == [
        "English",
        "Spanish",
        "language xx",
        "language not recognised",
    ]


def test_the_samples_have_titles_and_files_that_exist() -> None:
    found = samples()
    assert len(found) >= 3
    for sample in found:
        assert sample.title
        assert sample.about
        assert len(sample.articles) >= 3
        assert all(path.is_file() for _, path in sample.articles)

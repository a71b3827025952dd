"""What a page may ask of the session and do to it: articles, comparison, strictness, what is chosen, which page comes next.

Pages read the session through these functions and never touch `st.session_state` for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from ..analysis import analyze, decide_with
from ..corrections import ineffective_corrections, rename_articles
from ..library import StoryState
from ..settings import MAX_ARTICLES, Settings, Strictness
from ..story import Article, Comparison, InputError, SkippedFile, digests
from . import persistence
from .encoder import TEST_ENCODER_KEY
from .encoder import encoder as shared_encoder
from .encoder_names import encoder_title
from .second_reader import NONE
from .second_reader import second_reader as shared_second_reader
from .session import SESSION, Entry, Session, session

if TYPE_CHECKING:
    from ..embeddings import Encoder
    from ..second_reader import PairReader

__all__ = [
    "PAGES",
    "SESSION",
    "TEST_ENCODER_KEY",
    "Entry",
    "Progress",
    "Session",
    "add_article",
    "add_skipped_file",
    "articles",
    "articles_changed",
    "choose_encoder",
    "choose_fact",
    "choose_keys",
    "choose_second_reader",
    "choose_sentence",
    "chosen_fact",
    "chosen_keys",
    "chosen_sentence",
    "clear_story",
    "compare_now",
    "comparison_at",
    "current_comparison",
    "encoder",
    "encoder_changed",
    "go_to",
    "previous_article_count",
    "reanalyze",
    "remove_article",
    "restore_previous",
    "second_reader",
    "session",
    "set_strictness",
    "strictness",
]

Progress = Callable[[str, float], None]
PAGES: Final = "pages"


def articles() -> list[Article]:
    """Return the articles in order, as a person corrected them; they get their keys when they are compared."""
    return list(session().articles)


def add_article(article: Article, file_id: str | None = None) -> bool:
    """Add an article. Returns False, and adds nothing, when there are already as many as can be compared."""
    current = session()
    if len(current.entries) >= MAX_ARTICLES:
        return False
    current.entries.append(Entry(current.next_id, article, file_id))
    current.next_id += 1
    current.saved.mark_changed()
    persistence.autosave()
    return True


def remove_article(entry_id: int) -> None:
    """Remove an article; the last comparison stays until the next."""
    current = session()
    before = dict(zip((entry.id for entry in current.entries), digests(current.originals), strict=True))
    current.entries = [entry for entry in current.entries if entry.id != entry_id]
    after = dict(zip((entry.id for entry in current.entries), digests(current.originals), strict=True))
    renamed_digests = {before[known]: name for known, name in after.items() if name != before[known]}
    if renamed_digests:  # its twin takes over its digest, and must not take over its corrections
        current.log = rename_articles(
            current.log, renamed_digests | {name: f"{name}-gone" for known, name in before.items() if known not in after}
        )
    current.saved.mark_changed()
    persistence.autosave()


def add_skipped_file(file: str, error: InputError) -> None:
    """Remember a file that could not be used, once; the next comparison names it too."""
    current = session()
    current.skipped_files = [*(known for known in current.skipped_files if known.file != file), SkippedFile(file, str(error))]


def clear_story() -> None:
    """Clear the story; the strictness and which uploads were read are kept. `restore_previous` undoes it."""
    persistence.replace_story(StoryState(strictness=strictness()))


def previous_article_count() -> int:
    """Return how many articles `restore_previous` would restore."""
    previous = session().previous_session
    return len(previous.entries) if previous else 0


def restore_previous() -> None:
    """Swap with the previous session: its articles and comparison come back, the current ones become the previous."""
    current = session()
    previous = current.previous_session
    if previous is None:
        return
    previous.strictness, previous.previous_strictness = current.strictness, None
    previous.seen_files, previous.uploads, previous.next_id = current.seen_files, current.uploads + 1, current.next_id
    previous.previous_session = persistence.forget_history(current) if current.entries else None
    st.session_state[SESSION] = previous


def articles_changed() -> bool:
    """Return whether the articles differ from those of the last comparison."""
    current = session()
    return current.analysis is not None and current.articles != current.compared_articles


def compare_now(progress: Progress | None = None) -> Comparison | None:
    """Analyze the articles (slow) and decide at the current strictness. Returns None when there is no article."""
    current = session()
    current.comparison_pending = False
    if not current.entries:
        return None
    if progress:
        progress("Loading the model", 0.0)
    _analyze(current.encoder, progress)
    current.errors, current.previous_strictness = tuple(current.skipped_files), None
    current.chosen_keys, current.chosen_fact, current.chosen_sentence = (), None, None
    persistence.autosave()
    return comparison_at(current.strictness, progress)


def reanalyze(progress: Progress | None = None) -> None:
    """Analyze the articles as they are now, by the encoder of the last comparison. Raises InputError."""
    _analyze(session().compared_encoder, progress)


def _analyze(name: str, progress: Progress | None) -> None:
    """Analyze the articles by an encoder; results for texts that did not change are reused."""
    current = session()
    articles, before = current.articles, current.analysis
    current.compared_originals = current.originals
    current.analysis = analyze(
        articles, settings=Settings.of(current.strictness), encoder=shared_encoder(name), progress=progress, previous=before
    )
    current.compared_articles, current.compared_encoder, current.comparisons = articles, name, {}


def encoder() -> Encoder:
    """Return the encoder of the last comparison, which its statements have to be traced with."""
    return shared_encoder(session().compared_encoder)


def choose_encoder(name: str) -> None:
    """Choose the encoder of the next comparison; the last one stays until then."""
    session().encoder = name


def encoder_changed() -> str | None:
    """Return the title of the encoder of the last comparison, if another one was chosen since."""
    current = session()
    changed = current.analysis is not None and current.encoder != current.compared_encoder
    return encoder_title(current.compared_encoder) if changed else None


def second_reader(progress: Progress | None = None) -> PairReader | None:
    """Return the second reader that is asked. One that can no longer be used is asked no more, and a message says why."""
    current = session()
    try:
        return shared_second_reader(current.second_reader, progress)
    except InputError as error:
        current.second_reader = NONE
        current.messages.append(str(error))
        return None


def choose_second_reader(folder: str, progress: Progress | None = None) -> None:
    """Ask the second reader in a folder, or none, also about the comparison that is there.

    Raises:
        InputError: It cannot be used; then nothing changes.
    """
    current = session()
    shared_second_reader(folder, progress)
    current.second_reader, current.comparisons = folder, {}
    comparison_at(current.strictness, progress)


def current_comparison(progress: Progress | None = None) -> Comparison | None:
    """Return the comparison at the current strictness, or None before the first `compare_now`."""
    return comparison_at(session().strictness, progress)


def comparison_at(word: Strictness, progress: Progress | None = None) -> Comparison | None:
    """Return the comparison at a strictness, with corrections; decided once, and nothing is encoded again.

    A second reader is asked about cells that it does not know yet, which takes a while; `progress` is told then.
    """
    current = session()
    if current.analysis is None:
        return None
    if word not in current.comparisons:
        reader = second_reader(progress)
        settings = Settings.of(word, second_reader=current.second_reader or None)
        ineffective = ineffective_corrections(current.compared_originals, current.log.done)
        comparison = decide_with(reader, current.analysis, settings, current.log.done, ineffective=ineffective, progress=progress)
        current.comparisons[word] = replace(comparison, errors=current.errors, given_title=current.title)
    return current.comparisons[word]


def strictness() -> Strictness:
    """Return the word of the strictness control."""
    return session().strictness


def set_strictness(word: Strictness) -> None:
    """Decide at another strictness; what is chosen stays where it still exists."""
    current = session()
    if word != current.strictness:
        current.previous_strictness, current.strictness = current.strictness, word
        persistence.autosave()


def chosen_keys() -> tuple[str, ...]:
    """Return the keys of the two to four articles shown side by side; the first two until somebody chooses."""
    comparison = current_comparison()
    available = comparison.keys if comparison else ()
    keys = tuple(key for key in session().chosen_keys if key in available)
    return keys if len(keys) > 1 else available[:2]


def choose_keys(keys: tuple[str, ...]) -> None:
    """Show these articles (two to four keys) side by side."""
    session().chosen_keys = keys


def chosen_fact() -> str | None:
    """Return the id of the fact in view, if it exists at the current strictness."""
    comparison, fact_id = current_comparison(), session().chosen_fact
    if comparison is None or fact_id is None:
        return None
    return next((fact.id for fact in comparison.facts if fact_id == fact.id or fact_id in fact.aliases), None)


def choose_fact(fact_id: str | None, *, by_row: bool = False) -> None:
    """Bring a fact into view, or none. Unless it was picked by its row, the table of facts is drawn anew (`table_version`)."""
    current = session()
    current.chosen_fact = fact_id
    current.table_version += not by_row


def chosen_sentence() -> tuple[str, int] | None:
    """Return the key of an article and the index (from 0) of the sentence picked in it."""
    comparison, choice = current_comparison(), session().chosen_sentence
    if comparison is None or choice is None or choice[0] not in comparison.keys:
        return None
    return choice if choice[1] < len(comparison.article(choice[0]).sentences) else None


def choose_sentence(key: str | None, index: int = 0) -> None:
    """Pick the sentence `index` (from 0) of article `key`, or none."""
    session().chosen_sentence = None if key is None else (key, index)


def go_to(title: str) -> None:
    """Turn to the page with this title; where there is one page only (in tests of it), draw that again."""
    page = st.session_state.get(PAGES, {}).get(title)
    if page is None:
        st.rerun()
    st.switch_page(page)

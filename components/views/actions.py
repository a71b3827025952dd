"""What a page may ask of the session and do to it: articles, comparison, strictness, what is chosen, the way to a page.

Pages read the session through these functions and never touch `st.session_state` for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import streamlit as st

from ..compare import analyze, decide
from ..corrections import ineffective_corrections, rename_articles
from ..library import StoryState
from ..settings import MAX_ARTICLES, Settings, Strictness
from ..story import Article, Comparison, InputError, SkippedFile, digests
from . import persistence
from .encoder import ENCODER_SEAM, encoder
from .session import SESSION, Entry, Session, session

__all__ = [
    "ENCODER_SEAM",
    "PAGES",
    "SESSION",
    "Entry",
    "Progress",
    "Session",
    "add_article",
    "add_setback",
    "analyze_again",
    "articles",
    "bring_back",
    "changed_since",
    "choose_fact",
    "choose_keys",
    "choose_sentence",
    "chosen_fact",
    "chosen_keys",
    "chosen_sentence",
    "compare_now",
    "comparison_at",
    "current_comparison",
    "encoder",
    "go_to",
    "has_previous",
    "remove_article",
    "session",
    "set_strictness",
    "start_again",
    "strictness",
]

Progress = Callable[[str, float], None]
PAGES: Final = "pages"


def articles() -> list[Article]:
    """The articles in order, as a person corrected them; keys are given when they are compared."""
    return list(session().articles)


def add_article(article: Article, file_id: str | None = None) -> bool:
    """Keep one more article; False (and nothing kept) when there are already as many as can be compared."""
    mine = session()
    if len(mine.entries) >= MAX_ARTICLES:
        return False
    mine.entries.append(Entry(mine.next_id, article, file_id))
    mine.next_id += 1
    mine.saved.changed()
    persistence.autosave()
    return True


def remove_article(entry_id: int) -> None:
    """Take one article away; the last comparison stays until the next."""
    mine = session()
    before = dict(zip((entry.id for entry in mine.entries), digests(mine.read), strict=True))
    mine.entries = [entry for entry in mine.entries if entry.id != entry_id]
    after = dict(zip((entry.id for entry in mine.entries), digests(mine.read), strict=True))
    moved = {before[known]: name for known, name in after.items() if name != before[known]}
    if moved:  # its twin takes over its digest, and must not take over its corrections
        mine.log = rename_articles(
            mine.log, moved | {name: f"{name}-gone" for known, name in before.items() if known not in after}
        )
    mine.saved.changed()
    persistence.autosave()


def add_setback(file: str, error: InputError) -> None:
    """Remember a file that could not be used, once; it also stands in the next comparison."""
    mine = session()
    mine.skipped_files = [*(known for known in mine.skipped_files if known.file != file), SkippedFile(file, str(error))]


def start_again() -> None:
    """Put everything away; the strictness and the memory of which uploads were read are kept. `bring_back` undoes it."""
    persistence.take(StoryState(strictness=strictness()))


def has_previous() -> int:
    """How many articles `bring_back` would bring."""
    earlier = session().previous_session
    return len(earlier.entries) if earlier else 0


def bring_back() -> None:
    """Change places: the articles that were put away, with their comparison, come back, and what is here is put away."""
    mine = session()
    earlier = mine.previous_session
    if earlier is None:
        return
    earlier.strictness, earlier.previous = mine.strictness, None
    earlier.seen_files, earlier.uploads, earlier.next_id = mine.seen_files, mine.uploads + 1, mine.next_id
    earlier.previous_session = persistence.without_past(mine) if mine.entries else None
    st.session_state[SESSION] = earlier


def changed_since() -> bool:
    """Whether the articles are others than those of the last comparison."""
    mine = session()
    return mine.analysis is not None and mine.articles != mine.compared


def compare_now(progress: Progress | None = None) -> Comparison | None:
    """Weigh the articles (slow: this encodes) and decide at the present strictness. None when there is no article."""
    mine = session()
    mine.to_compare = False
    if not mine.entries:
        return None
    if progress:
        progress("Loading the model", 0.0)
    analyze_again(progress)
    mine.errors, mine.previous = tuple(mine.skipped_files), None
    mine.chosen_keys, mine.chosen_fact, mine.chosen_sentence = (), None, None
    persistence.autosave()
    return current_comparison()


def analyze_again(progress: Progress | None = None) -> None:
    """Weigh the articles as they are now; what was read of texts that did not change is used again. Raises InputError."""
    mine = session()
    read, before = mine.articles, mine.analysis
    mine.compared_read = mine.read
    mine.analysis = analyze(read, settings=Settings.of(mine.strictness), encoder=encoder(), progress=progress, before=before)
    mine.compared, mine.decided = read, {}


def current_comparison() -> Comparison | None:
    """The comparison at the present strictness, or None before the first `compare_now`."""
    return comparison_at(session().strictness)


def comparison_at(word: Strictness) -> Comparison | None:
    """The comparison at any strictness, as corrected; decided once, nothing is encoded again."""
    mine = session()
    if mine.analysis is None:
        return None
    if word not in mine.decided:
        idle = ineffective_corrections(mine.compared_read, mine.log.done)
        made = decide(mine.analysis, Settings.of(word), mine.log.done, ineffective=idle)
        mine.decided[word] = replace(made, errors=mine.errors, given_title=mine.title)
    return mine.decided[word]


def strictness() -> Strictness:
    """The word of the strictness control."""
    return session().strictness


def set_strictness(word: Strictness) -> None:
    """Decide at another strictness, at once; what is chosen stays where it still exists."""
    mine = session()
    if word != mine.strictness:
        mine.previous, mine.strictness = mine.strictness, word
        persistence.autosave()


def chosen_keys() -> tuple[str, ...]:
    """The keys of the two to four articles shown side by side; the first two until somebody chooses."""
    comparison = current_comparison()
    known = comparison.keys if comparison else ()
    kept = tuple(key for key in session().chosen_keys if key in known)
    return kept if len(kept) > 1 else known[:2]


def choose_keys(keys: tuple[str, ...]) -> None:
    """Show these articles (two to four keys) side by side."""
    session().chosen_keys = keys


def chosen_fact() -> str | None:
    """The id of the fact in view, if it exists at the present strictness."""
    comparison, wanted = current_comparison(), session().chosen_fact
    if comparison is None or wanted is None:
        return None
    return next((fact.id for fact in comparison.facts if wanted == fact.id or wanted in fact.aliases), None)


def choose_fact(fact_id: str | None, *, by_row: bool = False) -> None:
    """Bring one fact into view, or none. Unless it was picked by its row, the table of facts has to follow (`fact_moves`)."""
    mine = session()
    mine.chosen_fact = fact_id
    mine.fact_moves += not by_row


def chosen_sentence() -> tuple[str, int] | None:
    """The key of an article and the index (from 0) of the sentence picked in it."""
    comparison, wanted = current_comparison(), session().chosen_sentence
    if comparison is None or wanted is None or wanted[0] not in comparison.keys:
        return None
    return wanted if wanted[1] < len(comparison.article(wanted[0]).sentences) else None


def choose_sentence(key: str | None, index: int = 0) -> None:
    """Pick the sentence `index` (from 0) of article `key`, or none."""
    session().chosen_sentence = None if key is None else (key, index)


def go_to(title: str) -> None:
    """Turn to the page with this title; where there is one page only (in tests of it), draw it again."""
    page = st.session_state.get(PAGES, {}).get(title)
    if page is None:
        st.rerun()
    st.switch_page(page)

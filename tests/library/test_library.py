"""Stories kept, opened, listed, searched, renamed, copied, deleted: the same in a SQLite file and on a PostgreSQL server."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, func, select

from components.library import ChangedElsewhereError, Library, LibraryError, NoStoryError, SavedStory, StoryState, open_library
from components.library.tables import ARTICLE, CORRECTION
from components.story import Correction
from tests.library.factories import BRIDGE, SLUICE, STORIES, STORY, article, checked, outlet_set

ONE_FIXTURE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)


def titles(library: Library, search: str = "", owner: str = "") -> list[str]:
    return [card.title for card in library.list_stories(owner, search)]


def edited(library: Library, kept: SavedStory, **changes: Any) -> SavedStory:  # noqa: ANN401 - fields of Work
    return library.save("", replace(kept.state, **changes), id=kept.id, version=kept.version)


def test_what_is_kept_is_opened_again(library: Library, place: str) -> None:
    kept = library.save("", STORY)
    again = open_library(place)
    assert library.load("", kept.id) == kept == SavedStory(kept.id, 1, STORY)
    assert again.load("", kept.id) == kept
    again.close()


@given(before=STORIES, after=STORIES)
@ONE_FIXTURE
def test_any_story_becomes_any_other(library: Library, before: StoryState, after: StoryState) -> None:
    kept = library.save("", before)
    assert library.load("", kept.id).state == before
    library.save("", after, id=kept.id, version=1)
    assert library.load("", kept.id) == SavedStory(kept.id, 1 if before == after else 2, after)


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=12))
@ONE_FIXTURE
def test_corrections_go_and_come_as_they_are_undone_and_done_again(library: Library, steps: list[str]) -> None:
    kept = library.save("", StoryState((BRIDGE,)))
    for number, step in enumerate(steps):
        done, undone = kept.state.corrections, kept.state.undone
        if step == "do":
            kept = edited(library, kept, corrections=(*done, checked(number)), undone=())
        elif step == "undo" and done:
            kept = edited(library, kept, corrections=done[:-1], undone=(*undone, done[-1]))
        elif step == "redo" and undone:
            kept = edited(library, kept, corrections=(*done, undone[-1]), undone=undone[:-1])
        assert library.load("", kept.id) == kept


def test_only_what_changed_is_written(library: Library) -> None:
    kept = library.save("", STORY)
    written: list[list[str]] = []

    def note(*call: Any) -> None:  # noqa: ANN401 - connection, cursor, statement, ...
        words = [word for word in call[2].split() if word in "DELETE INSERT UPDATE article correction story".split()]
        written.extend([] if call[2].startswith(("SELECT", "BEGIN", "SET")) else [words[:2]])

    event.listen(library._database._engine(), "before_cursor_execute", note)
    assert edited(library, kept) == kept, "nothing changed, so the version stays"
    assert written == []
    kept = edited(library, kept, corrections=(*kept.state.corrections, checked(2)), undone=())
    assert written == [["DELETE", "correction"], ["INSERT", "correction"], ["UPDATE", "story"]]
    written.clear()
    edited(library, kept, articles=(*kept.state.articles, article("A third one", outlet="Post")))
    assert written == [["INSERT", "article"], ["UPDATE", "story"]]


def test_owners_do_not_see_each_other(library: Library) -> None:
    kept = library.save("a", STORY)
    attempts: list[Callable[[], object]] = [
        lambda: library.load("b", kept.id),
        lambda: library.save("b", STORY, id=kept.id, version=1),
        lambda: library.rename("b", kept.id, "Mine", version=1),
        lambda: library.duplicate("b", kept.id),
        lambda: library.delete("b", kept.id),
        lambda: library.restore("b", kept.id),
    ]
    for attempt in attempts:
        with pytest.raises(NoStoryError, match="No story is kept"):
            attempt()
    assert library.list_stories("b") == []
    assert library.load("a", kept.id) == kept
    assert len(library.list_stories("a")) == 1


@pytest.mark.parametrize("story", ["", "x" * 22, "a\0b", "\ud800", "' OR 1=1 --", "é" * 10, "x" * 10_000])
def test_an_address_that_names_no_story_says_so(library: Library, story: str) -> None:
    with pytest.raises(NoStoryError, match=r"^No story .*; .*\.$"):
        library.load("", story)


def test_ids_cannot_be_guessed(library: Library) -> None:
    ids = [library.save("", StoryState()).id for _ in range(5)]
    assert len(set(ids)) == 5
    assert all(len(one) >= 22 for one in ids)


def test_the_later_writer_is_told(library: Library, place: str) -> None:
    other = open_library(place)
    mine = library.save("", STORY)
    theirs = other.load("", mine.id)
    mine = edited(library, mine, strictness="fewer, surer")
    with pytest.raises(ChangedElsewhereError, match=r"another tab .*; .*\.$") as error:
        edited(other, theirs, compared=False)
    assert error.value.version == mine.version == 2
    assert other.load("", mine.id) == mine
    with pytest.raises(ChangedElsewhereError):
        other.rename("", mine.id, "Late", version=1)
    with pytest.raises(ChangedElsewhereError):
        other.save("", STORY, id=mine.id)
    other.close()


def test_of_many_writers_at_once_each_is_kept_or_told(library: Library, place: str) -> None:
    other = open_library(place)
    story = library.save("", StoryState((BRIDGE,))).id

    def write(number: int) -> int:
        """How often it was told to look again."""
        one = (library, other)[number % 2]
        for told in range(500):
            kept = one.load("", story)
            try:
                edited(one, kept, corrections=(*kept.state.corrections, checked(number)))
            except ChangedElsewhereError:
                continue
            return told
        return -1

    with ThreadPoolExecutor(8) as pool:
        assert -1 not in list(pool.map(write, range(16)))
    kept = library.load("", story)
    assert kept.version == 17
    assert {one.anchors[0].start for one in kept.state.corrections} == set(range(16))
    other.close()


def test_two_who_rename_at_once_do_not_wait_for_each_other(library: Library) -> None:
    story = library.save("", STORY).id

    def rename(number: int) -> bool:
        try:
            library.rename("", story, f"Title {number}", version=1)
        except ChangedElsewhereError:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(rename, range(12))) == 1


def test_a_card_says_what_is_in_a_story(library: Library) -> None:
    begun = datetime.now(UTC)
    kept = library.save("", STORY)
    (card,) = library.list_stories("")
    assert (card.id, card.title, card.outlets) == (kept.id, "Council saves the bridge", ("Herald", "Le Straße_Courrier"))
    assert (card.articles, card.corrections) == (2, 2)
    assert begun - timedelta(seconds=1) <= card.created == card.changed <= datetime.now(UTC)
    edited(library, kept, corrections=(outlet_set("Morning Herald"),), undone=())
    (card,) = library.list_stories("")
    assert card.outlets[0] == "Morning Herald"
    assert card.changed > card.created


def test_the_newest_change_comes_first(library: Library) -> None:
    first, _ = (library.save("", StoryState(title=title)) for title in ("First", "Second"))
    assert titles(library) == ["Second", "First"]
    edited(library, first, compared=True)
    assert titles(library) == ["First", "Second"]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", ["Locks", "Bridges"]),
        ("  brIDGES ", ["Bridges"]),
        ("HERALD", ["Bridges"]),
        ("council saves", ["Bridges"]),
        ("vote 7", ["Bridges"]),
        ("L’ÉCLUSE", ["Locks"]),
        ("l’e\u0301cluse", ["Locks"]),
        ("STRASSE", ["Locks"]),
        ("maire bridges", []),
        ("100%", ["Locks"]),
        ("%", ["Locks"]),
        ("_", ["Locks"]),
        ("e_h", []),
        ("/", []),
        ("\\", []),
        ("\0", ["Locks", "Bridges"]),
        ("\ud800", ["Locks", "Bridges"]),
        ("a " * 5_000, ["Locks", "Bridges"]),
        ("z" * 100_000, []),
    ],
)
def test_search(library: Library, search: str, found: list[str]) -> None:
    library.save("", StoryState((BRIDGE,), title="Bridges"))
    library.save("", StoryState((SLUICE,), title="Locks"))
    library.save("other", StoryState((BRIDGE, SLUICE), title="Not yours"))
    assert titles(library, search) == found


def test_titles(library: Library) -> None:
    kept = library.save("", StoryState((BRIDGE,)))
    named = library.rename("", kept.id, "  The vote\0\n of \ud800 May  ", version=1)
    assert (named.version, named.state.title) == (2, "The vote of May")
    assert library.load("", kept.id) == named
    assert titles(library, "may") == ["The vote of May"]
    back = library.rename("", kept.id, " ", version=2)
    assert back.state.title is None
    assert titles(library) == ["Council saves the bridge"]
    assert len(library.rename("", kept.id, "x" * 999, version=3).state.title or "") == 200


def test_a_copy_is_a_story_of_its_own(library: Library) -> None:
    kept = library.save("", STORY)
    copy = library.duplicate("", kept.id)
    assert copy.state == replace(STORY, title="Council saves the bridge (copy)")
    edited(library, copy, articles=())
    assert library.load("", kept.id) == kept
    long = library.rename("", kept.id, "x" * 200, version=1)
    assert (library.duplicate("", long.id).state.title or "").endswith("xx (copy)")


def test_what_is_deleted_can_be_brought_back(library: Library) -> None:
    kept = library.save("", STORY)
    library.delete("", kept.id)
    assert library.list_stories("") == []
    assert titles(library, "bridge") == []
    for attempt in (library.load, library.delete, library.duplicate):
        with pytest.raises(NoStoryError):
            attempt("", kept.id)
    with pytest.raises(NoStoryError):
        edited(library, kept, compared=False)
    library.restore("", kept.id)
    assert library.load("", kept.id) == kept
    with pytest.raises(NoStoryError):
        library.restore("", kept.id)


def test_what_was_deleted_long_ago_goes_for_good(library: Library) -> None:
    gone, there = library.save("", STORY), library.save("", STORY)
    library.delete("", gone.id)
    assert library.purge(timedelta(days=30)) == 0
    library.restore("", gone.id)
    library.delete("", gone.id)
    assert library.purge(timedelta(0)) == 1
    with pytest.raises(NoStoryError):
        library.restore("", gone.id)
    assert library.load("", there.id) == there
    with library._database.transaction(writes=False) as connection:
        counts = [connection.scalar(select(func.count(table.c.story.distinct()))) for table in (ARTICLE, CORRECTION)]
    assert counts == [1, 1], "nothing of it stays behind"


def test_characters_that_no_database_takes(library: Library) -> None:
    odd = replace(article("A \0 and a \x01", "Half \ud800."), outlet="\0", name="\ud83d\ude00")
    kept = library.save("", StoryState((odd,), (Correction("label_fact", value="\0\ud800"),)))
    read = library.load("", kept.id).state
    assert read.articles[0].sentences[0].text == "A \0 and a \x01"
    assert [len(one.text) for one in read.articles[0].sentences] == [len(one.text) for one in odd.sentences]
    assert titles(library, "half") == ["A and a"]


def test_a_row_that_is_damaged_says_so(library: Library) -> None:
    kept = library.save("", STORY)
    with library._database.transaction(writes=True) as connection:
        connection.exec_driver_sql("UPDATE article SET body = '{'")
    with pytest.raises(LibraryError, match=r"is damaged; .*\.$"):
        library.load("", kept.id)

"""What the library does, in terms of rows; everything here happens inside one transaction."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import takewhile
from secrets import token_urlsafe
from typing import Any, Final
from unicodedata import normalize

from sqlalchemy import ColumnElement, Connection, Row, Table, delete, exists, insert, or_, select, update

from ..corrections import active
from ..settings import MAX_STORY_SEARCH, MAX_TITLE
from ..story.wire import CorrectionJson, SkippedFileJson, StoredArticleJson, compact_json
from .errors import ChangedElsewhereError, DamagedError, NoStoryError
from .models import SavedStory, StoryState, StorySummary, heading, outlets, shown_articles
from .tables import ARTICLE, CORRECTION, STORY

COPY: Final = " (copy)"
_MICROSECONDS: Final = 1_000_000
_NOT_SEARCHED: Final = re.compile(r"[\x00-\x20\ud800-\udfff]+")


class StoryQueries:
    """The stories as rows, seen through one transaction. The methods are those of `Library`, which says what they raise."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save(self, owner: str, state: StoryState, story: str | None, version: int | None) -> SavedStory:
        """Write a new story, or an earlier one as it is now, and of that only what changed."""
        if story is None:
            return self._insert(owner, state)
        row = self._lock(owner, story)
        if row.version != version:
            raise ChangedElsewhereError(row.version)
        values = _story_values(state)
        changes = [
            self._replace_rows(ARTICLE, story, _article_rows(state), ("digest",)),
            self._replace_rows(CORRECTION, story, _correction_rows(state), ("undone", "body")),
            any(row._mapping[name] != value for name, value in values.items()),
        ]
        if not any(changes):
            return SavedStory(story, row.version, state)
        values |= {"version": row.version + 1, "changed": _now()}
        self._connection.execute(update(STORY).where(STORY.c.id == story).values(values))
        return SavedStory(story, row.version + 1, state)

    def load(self, owner: str, story: str) -> SavedStory:
        """Return one story, whole: nobody writes to it meanwhile."""
        row = self._lock(owner, story, to_read=True)
        bodies = self._connection.scalars(select(ARTICLE.c.body).where(ARTICLE.c.story == story).order_by(ARTICLE.c.position))
        log = self._connection.execute(
            select(CORRECTION.c.undone, CORRECTION.c.body).where(CORRECTION.c.story == story).order_by(CORRECTION.c.position)
        ).all()
        try:
            return SavedStory(row.id, row.version, _state(row, bodies.all(), log))
        except (ValueError, TypeError) as error:
            raise DamagedError from error

    def list_stories(self, owner: str, search: str) -> list[StorySummary]:
        """Return the stories in which every word of the search occurs, the one changed last first."""
        query = select(STORY).where(STORY.c.owner == owner, STORY.c.deleted.is_(None))
        for word in search_words(search):
            in_article = exists().where(ARTICLE.c.story == STORY.c.id, ARTICLE.c.words.contains(word, autoescape=True))
            query = query.where(or_(STORY.c.words.contains(word, autoescape=True), in_article))
        return [_summary(row) for row in self._connection.execute(query.order_by(STORY.c.changed.desc(), STORY.c.id))]

    def rename(self, owner: str, story: str, title: str, version: int) -> SavedStory:
        """Give a story another title, or none."""
        self._lock(owner, story)  # to write: two that only read could each wait for the other
        return self.save(owner, replace(self.load(owner, story).state, title=title), story, version)

    def duplicate(self, owner: str, story: str) -> SavedStory:
        """Write the same once more, from now on its own story."""
        state = self.load(owner, story).state
        title = state.title or heading(shown_articles(state))
        return self._insert(owner, replace(state, title=title[: MAX_TITLE - len(COPY)] + COPY))

    def delete(self, owner: str, story: str) -> None:
        """Take a story out of every list, until it is restored or purged."""
        self._set_deleted(STORY.c.deleted.is_(None), owner, story, _now())

    def restore(self, owner: str, story: str) -> None:
        """Put a deleted story back as it was."""
        self._set_deleted(STORY.c.deleted.is_not(None), owner, story, None)

    def purge(self, older_than: timedelta) -> int:
        """Remove for good what was deleted at least so long ago. Returns how many stories."""
        latest = _now() - int(older_than.total_seconds() * _MICROSECONDS)
        return self._connection.execute(delete(STORY).where(STORY.c.deleted <= latest)).rowcount

    def _insert(self, owner: str, state: StoryState) -> SavedStory:
        story, now = token_urlsafe(16), _now()
        values = {"id": story, "owner": owner, "version": 1, "created": now, "changed": now, **_story_values(state)}
        self._connection.execute(insert(STORY).values(values))
        self._replace_rows(ARTICLE, story, _article_rows(state), ("digest",))
        self._replace_rows(CORRECTION, story, _correction_rows(state), ("undone", "body"))
        return SavedStory(story, 1, state)

    def _lock(self, owner: str, story: str, *, to_read: bool = False) -> Row[Any]:
        """Return the row of a story, which nobody else changes until the end of the transaction."""
        query = select(STORY).where(STORY.c.id == story, STORY.c.owner == owner, STORY.c.deleted.is_(None))
        row = self._connection.execute(query.with_for_update(read=to_read)).one_or_none()
        if row is None:
            raise NoStoryError
        return row

    def _replace_rows(self, table: Table, story: str, rows: Sequence[Mapping[str, Any]], marks: tuple[str, ...]) -> bool:
        """Make the table's rows of a story these, writing from the first one that is another.

        Args:
            table: The table.
            story: The story's id.
            rows: Its rows, in order, without story and position.
            marks: Columns by which a row is told from another.

        Returns:
            Whether any row was another.
        """
        query = select(*(table.c[name] for name in marks)).where(table.c.story == story).order_by(table.c.position)
        before = [tuple(row) for row in self._connection.execute(query)]
        after = [tuple(row[name] for name in marks) for row in rows]
        if before == after:
            return False
        unchanged = takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))
        first = sum(1 for _ in unchanged)
        if first < len(before):
            self._connection.execute(delete(table).where(table.c.story == story, table.c.position >= first))
        if first < len(after):
            positioned = [{"story": story, "position": i, **row} for i, row in enumerate(rows)]
            self._connection.execute(insert(table), positioned[first:])
        return True

    def _set_deleted(self, state: ColumnElement[bool], owner: str, story: str, deleted: int | None) -> None:
        """Set when a story was deleted, if it is in the given state."""
        query = update(STORY).where(STORY.c.id == story, STORY.c.owner == owner, state).values(deleted=deleted)
        if not self._connection.execute(query).rowcount:
            raise NoStoryError


def searchable(*texts: str | None) -> str:
    """Return texts as they are searched: case and the ways to write one letter made alike."""
    return _NOT_SEARCHED.sub(" ", normalize("NFKC", "\n".join(filter(None, texts))).casefold())


def search_words(search: str) -> list[str]:
    """Return the words of a search, each of which must occur."""
    return searchable(search[:MAX_STORY_SEARCH]).split()


def _story_values(state: StoryState) -> dict[str, Any]:
    articles = shown_articles(state)
    names, title = outlets(articles), heading(articles)
    headlines = [article.headline for article in articles]
    return {
        "title": state.title,
        "heading": title,
        "outlets": compact_json(names),
        "articles": len(state.articles),
        "corrections": len(active(state.corrections)),
        "words": searchable(state.title, title, *names, *headlines),
        "strictness": state.strictness,
        "compared": state.compared,
        "encoder": state.encoder,
        "setbacks": compact_json([SkippedFileJson.of(skipped).to_dict() for skipped in state.skipped_files]),
    }


def _article_rows(state: StoryState) -> list[dict[str, str]]:
    bodies = [StoredArticleJson.of(article).to_json() for article in state.articles]
    digests = [sha256(body.encode()).hexdigest() for body in bodies]
    words = [searchable(article.text) for article in state.articles]
    return [{"digest": d, "body": b, "words": w} for d, b, w in zip(digests, bodies, words, strict=True)]


def _correction_rows(state: StoryState) -> list[dict[str, Any]]:
    log = [(False, correction) for correction in state.corrections]
    log += [(True, correction) for correction in reversed(state.undone)]
    return [{"undone": undone, "body": CorrectionJson.of(correction).to_json()} for undone, correction in log]


def _state(row: Row[Any], bodies: Sequence[str], log: Sequence[Row[bool, str]]) -> StoryState:
    corrections = [(undone, CorrectionJson.from_own_json(body).noun()) for undone, body in log]
    return StoryState(
        articles=tuple(StoredArticleJson.from_own_json(body).noun() for body in bodies),
        corrections=tuple(correction for undone, correction in corrections if not undone),
        undone=tuple(correction for undone, correction in reversed(corrections) if undone),
        strictness=row.strictness,
        title=row.title,
        skipped_files=tuple(SkippedFileJson.of(values).noun() for values in json.loads(row.setbacks)),
        compared=row.compared,
        encoder=row.encoder,
    )


def _summary(row: Row[Any]) -> StorySummary:
    return StorySummary(
        id=row.id,
        title=row.title or row.heading,
        outlets=tuple(json.loads(row.outlets)),
        articles=row.articles,
        corrections=row.corrections,
        created=_time(row.created),
        changed=_time(row.changed),
    )


def _now() -> int:
    return time.time_ns() // 1000


def _time(microseconds: int) -> datetime:
    return datetime.fromtimestamp(0, UTC) + timedelta(microseconds=microseconds)

"""What the library does, in terms of rows: everything here happens inside one transaction."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import takewhile
from secrets import token_urlsafe
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Table, delete, exists, insert, or_, select, update

from ..corrections import active
from ..settings import MAX_TITLE
from ..story.wire import CorrectionJson, SkippedFileJson, StoredArticleJson, compact_json
from .errors import DamagedError
from .models import ChangedElsewhereError, NoStoryError, SavedStory, StoryState, StorySummary
from .tables import ARTICLE, CORRECTION, STORY
from .titles import heading, outlets, searchable, shown_articles, wanted_words

COPY: Final = " (copy)"
_MICROSECONDS: Final = 1_000_000


class StoryQueries:
    """The stories as rows, seen through one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save(self, owner: str, work: StoryState, story: str | None, version: int | None) -> SavedStory:
        """A new story, or an earlier one as it is now; only what changed is written."""
        if story is None:
            return self._add(owner, work)
        row = self._locked(owner, story)
        if row.version != version:
            raise ChangedElsewhereError(row.version)
        values = _story_values(work)
        changed = [
            self._follow(ARTICLE, story, _article_rows(work), ("digest",)),
            self._follow(CORRECTION, story, _correction_rows(work), ("undone", "body")),
            any(row._mapping[name] != value for name, value in values.items()),
        ]
        if not any(changed):
            return SavedStory(story, row.version, work)
        values |= {"version": row.version + 1, "changed": _now()}
        self._connection.execute(update(STORY).where(STORY.c.id == story).values(values))
        return SavedStory(story, row.version + 1, work)

    def story(self, owner: str, story: str) -> SavedStory:
        """One story, whole: nobody writes to it meanwhile."""
        row = self._locked(owner, story, to_read=True)
        bodies = self._connection.scalars(select(ARTICLE.c.body).where(ARTICLE.c.story == story).order_by(ARTICLE.c.position))
        log = self._connection.execute(
            select(CORRECTION.c.undone, CORRECTION.c.body).where(CORRECTION.c.story == story).order_by(CORRECTION.c.position)
        ).all()
        try:
            return SavedStory(row.id, row.version, _work(row, bodies.all(), log))
        except (ValueError, TypeError) as error:
            raise DamagedError from error

    def summaries(self, owner: str, search: str) -> list[StorySummary]:
        """The stories in which every word of the search occurs, the one changed last first."""
        wanted = select(STORY).where(STORY.c.owner == owner, STORY.c.deleted.is_(None))
        for word in wanted_words(search):
            told = exists().where(ARTICLE.c.story == STORY.c.id, ARTICLE.c.words.contains(word, autoescape=True))
            wanted = wanted.where(or_(STORY.c.words.contains(word, autoescape=True), told))
        return [_card(row) for row in self._connection.execute(wanted.order_by(STORY.c.changed.desc(), STORY.c.id))]

    def rename(self, owner: str, story: str, title: str, version: int) -> SavedStory:
        """Another title, or none."""
        self._locked(owner, story)  # to write: two that only read could each wait for the other
        return self.save(owner, replace(self.story(owner, story).state, title=title), story, version)

    def duplicate(self, owner: str, story: str) -> SavedStory:
        """The same once more, from now on its own story."""
        kept = self.story(owner, story)
        title = kept.state.title or heading(shown_articles(kept.state))
        return self._add(owner, replace(kept.state, title=title[: MAX_TITLE - len(COPY)] + COPY))

    def delete(self, owner: str, story: str) -> None:
        """Out of every list, until it is brought back or purged."""
        self._mark(STORY.c.deleted.is_(None), owner, story, _now())

    def bring_back(self, owner: str, story: str) -> None:
        """A deleted story as it was."""
        self._mark(STORY.c.deleted.is_not(None), owner, story, None)

    def purge(self, older_than: timedelta) -> int:
        """For good. Returns how many."""
        before = _now() - int(older_than.total_seconds() * _MICROSECONDS)
        return self._connection.execute(delete(STORY).where(STORY.c.deleted <= before)).rowcount

    def _add(self, owner: str, work: StoryState) -> SavedStory:
        story, now = token_urlsafe(16), _now()
        values = {"id": story, "owner": owner, "version": 1, "created": now, "changed": now, **_story_values(work)}
        self._connection.execute(insert(STORY).values(values))
        self._follow(ARTICLE, story, _article_rows(work), ("digest",))
        self._follow(CORRECTION, story, _correction_rows(work), ("undone", "body"))
        return SavedStory(story, 1, work)

    def _locked(self, owner: str, story: str, *, to_read: bool = False) -> Row[Any]:
        """The row of a story that nobody else changes until the end of the transaction."""
        found = select(STORY).where(STORY.c.id == story, STORY.c.owner == owner, STORY.c.deleted.is_(None))
        row = self._connection.execute(found.with_for_update(read=to_read)).one_or_none()
        if row is None:
            raise NoStoryError
        return row

    def _follow(self, table: Table, story: str, rows: Sequence[Mapping[str, Any]], marks: tuple[str, ...]) -> bool:
        """Make the table's rows of a story these, from the first on whose marks differ. Returns whether any did."""
        known = select(*(table.c[name] for name in marks)).where(table.c.story == story).order_by(table.c.position)
        before = [tuple(row) for row in self._connection.execute(known)]
        after = [tuple(row[name] for name in marks) for row in rows]
        if before == after:
            return False
        same = takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))
        first = sum(1 for _ in same)
        if first < len(before):
            self._connection.execute(delete(table).where(table.c.story == story, table.c.position >= first))
        if first < len(after):
            placed = [{"story": story, "position": at, **row} for at, row in enumerate(rows)]
            self._connection.execute(insert(table), placed[first:])
        return True

    def _mark(self, state: ColumnElement[bool], owner: str, story: str, deleted: int | None) -> None:
        found = update(STORY).where(STORY.c.id == story, STORY.c.owner == owner, state).values(deleted=deleted)
        if not self._connection.execute(found).rowcount:
            raise NoStoryError


def _story_values(work: StoryState) -> dict[str, Any]:
    articles = shown_articles(work)
    names, title = outlets(articles), heading(articles)
    headlines = [article.headline for article in articles]
    return {
        "title": work.title,
        "heading": title,
        "outlets": compact_json(names),
        "articles": len(work.articles),
        "corrections": len(active(work.corrections)),
        "words": searchable(work.title, title, *names, *headlines),
        "strictness": work.strictness,
        "compared": work.compared,
        "setbacks": compact_json([SkippedFileJson.of(skipped).to_dict() for skipped in work.setbacks]),
    }


def _article_rows(work: StoryState) -> list[dict[str, str]]:
    bodies = [StoredArticleJson.of(article).to_json() for article in work.articles]
    digests = [sha256(body.encode()).hexdigest() for body in bodies]
    words = [searchable(article.text) for article in work.articles]
    return [{"digest": d, "body": b, "words": w} for d, b, w in zip(digests, bodies, words, strict=True)]


def _correction_rows(work: StoryState) -> list[dict[str, Any]]:
    line = [(False, correction) for correction in work.corrections]
    line += [(True, correction) for correction in reversed(work.undone)]
    return [{"undone": undone, "body": CorrectionJson.of(correction).to_json()} for undone, correction in line]


def _work(row: Row[Any], bodies: Sequence[str], log: Sequence[Row[bool, str]]) -> StoryState:
    made = [(undone, CorrectionJson.from_own_json(body).noun()) for undone, body in log]
    return StoryState(
        articles=tuple(StoredArticleJson.from_own_json(body).noun() for body in bodies),
        corrections=tuple(correction for undone, correction in made if not undone),
        undone=tuple(correction for undone, correction in reversed(made) if undone),
        strictness=row.strictness,
        title=row.title,
        setbacks=tuple(SkippedFileJson.of(values).noun() for values in json.loads(row.setbacks)),
        compared=row.compared,
    )


def _card(row: Row[Any]) -> StorySummary:
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

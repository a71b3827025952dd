"""The tables: a story, its articles, its corrections. What changes here needs a migration, which a test compares."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, MetaData, Table, Text

METADATA: Final = MetaData(
    naming_convention={"ix": "ix_%(column_0_label)s", "fk": "fk_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s"}
)

STORY: Final = Table(
    "story",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("owner", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("title", Text),
    Column("heading", Text, nullable=False),  # shown where no title was given
    Column("outlets", Text, nullable=False),  # JSON
    Column("articles", Integer, nullable=False),
    Column("corrections", Integer, nullable=False),
    Column("words", Text, nullable=False),  # what of these a search looks through
    Column("strictness", Text, nullable=False),
    Column("compared", Boolean, nullable=False),
    Column("encoder", Text),
    Column("setbacks", Text, nullable=False),  # JSON
    Column("created", BigInteger, nullable=False),  # microseconds since 1970, as all times here
    Column("changed", BigInteger, nullable=False),
    Column("deleted", BigInteger),
    Index("ix_story_owner_changed", "owner", "changed"),
)

ARTICLE: Final = Table(
    "article",
    METADATA,
    Column("story", Text, ForeignKey("story.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("digest", Text, nullable=False),  # of the body, so that an article that stays is not written again
    Column("body", Text, nullable=False),  # JSON
    Column("words", Text, nullable=False),
)

CORRECTION: Final = Table(
    "correction",
    METADATA,
    Column("story", Text, ForeignKey("story.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("undone", Boolean, nullable=False),  # these stand behind the others, the next to be done again first
    Column("body", Text, nullable=False),  # JSON
)

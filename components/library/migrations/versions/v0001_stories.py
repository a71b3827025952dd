"""The first tables: stories, their articles, their corrections."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "story",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("heading", sa.Text, nullable=False),
        sa.Column("outlets", sa.Text, nullable=False),
        sa.Column("articles", sa.Integer, nullable=False),
        sa.Column("corrections", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("strictness", sa.Text, nullable=False),
        sa.Column("compared", sa.Boolean, nullable=False),
        sa.Column("setbacks", sa.Text, nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column("changed", sa.BigInteger, nullable=False),
        sa.Column("deleted", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_story"),
    )
    op.create_index("ix_story_owner_changed", "story", ["owner", "changed"])
    op.create_table(
        "article",
        sa.Column("story", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("story", "position", name="pk_article"),
        sa.ForeignKeyConstraint(["story"], ["story.id"], name="fk_article_story", ondelete="CASCADE"),
    )
    op.create_table(
        "correction",
        sa.Column("story", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("undone", sa.Boolean, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("story", "position", name="pk_correction"),
        sa.ForeignKeyConstraint(["story"], ["story.id"], name="fk_correction_story", ondelete="CASCADE"),
    )

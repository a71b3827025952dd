"""The encoder that a story was compared with; of earlier stories it is not known."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column."""
    op.add_column("story", sa.Column("encoder", sa.Text))

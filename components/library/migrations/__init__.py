"""How a library made by an older version becomes one of this version; alembic reads this folder."""

"""The steps lead to exactly the tables that the code names, from wherever a library stands."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert

from components.library import Library, open_library, tables
from components.library.database import STEPS, migrate
from components.library.tables import METADATA
from tests.library.factories import STORY


def steps() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(STEPS))
    return ScriptDirectory.from_config(config)


def emptied(library: Library) -> None:
    """The database as before the first step."""
    with library._database.transaction(writes=True) as connection:
        METADATA.drop_all(connection)
        connection.exec_driver_sql("DELETE FROM alembic_version")


def test_the_tables_are_those_of_the_code(library: Library) -> None:
    library.list_stories("")
    with library._database.transaction(writes=True) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, METADATA) == []
        connection.exec_driver_sql("ALTER TABLE story ADD COLUMN extra INTEGER")
        assert [step[0] for step in compare_metadata(context, METADATA)] == ["remove_column"], "a difference would be seen"


def test_each_step_follows_the_one_before(library: Library, place: str) -> None:
    emptied(library)
    names = [step.revision for step in reversed(list(steps().walk_revisions()))]
    assert names == sorted(names)
    for name in names:
        with library._database.transaction(writes=True) as connection:
            migrate(connection, name)
            assert MigrationContext.configure(connection).get_current_revision() == name
    later = open_library(place)
    kept = later.save("", STORY)
    assert later.load("", kept.id) == kept
    later.close()


def test_a_library_before_its_first_step_is_brought_up_to_date(library: Library, place: str) -> None:
    emptied(library)
    later = open_library(place)
    assert later.list_stories("") == []
    later.close()


def test_a_step_that_breaks_off_leaves_the_library_as_it_was(library: Library) -> None:
    emptied(library)
    try:
        with library._database.transaction(writes=True) as connection:
            migrate(connection)
            raise ZeroDivisionError
    except ZeroDivisionError:
        pass
    with library._database.transaction(writes=False) as connection:
        assert MigrationContext.configure(connection).get_current_revision() is None
        assert {step[0] for step in compare_metadata(MigrationContext.configure(connection), METADATA)} >= {"add_table"}


def test_a_story_from_before_the_encoder_was_kept_has_none(library: Library, place: str) -> None:
    emptied(library)
    with library._database.transaction(writes=True) as connection:
        migrate(connection, "0001")
        texts = {"owner": "", "heading": "", "outlets": "[]", "words": "", "strictness": "balanced", "setbacks": "[]"}
        numbers = {"version": 1, "articles": 0, "corrections": 0, "created": 0, "changed": 0}
        row = {"id": "old", "compared": True, **texts, **numbers}
        connection.execute(insert(tables.STORY).values(row))
    later = open_library(place)
    state = later.load("", "old").state
    assert (state.compared, state.encoder) == (True, None)
    later.close()


def test_a_path_with_odd_signs_is_no_trouble(tmp_path: Path) -> None:
    library = open_library(str(tmp_path / "50% of a #1?=folder é"))
    kept = library.save("", STORY)
    assert library.load("", kept.id) == kept
    library.close()

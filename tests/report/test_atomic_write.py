"""Files are written all together or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from components.report.atomic_write import OutputError, check_writable, staged


def test_nothing_stands_before_the_end(tmp_path: Path) -> None:
    with staged() as staging:
        staging.add(tmp_path / "a.txt", "é\ud800")
        assert not (tmp_path / "a.txt").exists()
    assert (tmp_path / "a.txt").read_bytes() == b"\xc3\xa9\\ud800"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(OutputError, match="is a folder"), staged() as staging:
        staging.folder(tmp_path / "new" / "folder")
        staging.add(tmp_path / "a.txt", "new")
        staging.add(tmp_path, "new")
    assert (tmp_path / "a.txt").read_text() == "old"
    assert not list((tmp_path / "new").glob("*"))


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"none is not a folder; make it or name another place for a\.txt"):
        check_writable(tmp_path / "none" / "a.txt")


def test_a_probe_leaves_nothing(tmp_path: Path) -> None:
    check_writable(tmp_path / "a.txt")
    assert list(tmp_path.iterdir()) == []


def test_a_name_too_long_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"), staged() as staging:
        staging.add(tmp_path / ("x" * 300), "text")
    assert list(tmp_path.iterdir()) == []


def test_a_file_may_be_read_by_whom_the_mask_allows(tmp_path: Path) -> None:
    with staged() as staging:
        staging.add(tmp_path / "a.txt", "x")
    (tmp_path / "b.txt").write_text("x")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode

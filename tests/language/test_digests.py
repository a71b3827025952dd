"""Digests of a model's files: of bytes and names, wherever the folder lies and in whatever order the files come."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language import combined_digest, file_digests

FILES = {"config.cfg": b"a = 1\n", "vocab/strings.json": b"[]", "vocab/deep/table.bin": b"\x00\xff" * 9, "empty": b""}


def write_folder(path: Path, files: dict[str, bytes]) -> Path:
    """Write files into a new folder, by their paths inside it, and return the folder."""
    for name, content in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(content)
    return path


def test_every_file_has_its_sha256_by_its_path_inside(tmp_path: Path) -> None:
    expected = {name: hashlib.sha256(content).hexdigest() for name, content in FILES.items()}
    assert file_digests(write_folder(tmp_path, FILES)) == expected


def test_only_files_with_these_suffixes(tmp_path: Path) -> None:
    assert set(file_digests(write_folder(tmp_path, FILES), (".json", ".cfg"))) == {"config.cfg", "vocab/strings.json"}
    assert file_digests(tmp_path, ()) == {}


def test_an_empty_folder_and_a_missing_one_have_none(tmp_path: Path) -> None:
    assert file_digests(tmp_path) == {}
    assert file_digests(tmp_path / "nowhere") == {}


def test_the_place_and_the_order_of_writing_change_nothing(tmp_path: Path) -> None:
    first, second = write_folder(tmp_path / "here", FILES), write_folder(tmp_path / "there", dict(reversed(FILES.items())))
    assert file_digests(first) == file_digests(second)
    assert combined_digest(file_digests(first)) == combined_digest(file_digests(second))


@pytest.mark.parametrize(
    "changed",
    [
        FILES | {"empty": b"\n"},
        FILES | {"more": b""},
        {name: content for name, content in FILES.items() if name != "empty"},
        {name.replace("table", "tables"): content for name, content in FILES.items()},
        FILES | {"config.cfg": FILES["vocab/strings.json"], "vocab/strings.json": FILES["config.cfg"]},
    ],
    ids=["one byte", "one more", "one less", "another name", "two exchanged"],
)
def test_any_change_shows(tmp_path: Path, changed: dict[str, bytes]) -> None:
    before = combined_digest(file_digests(write_folder(tmp_path / "before", FILES)))
    assert combined_digest(file_digests(write_folder(tmp_path / "after", changed))) != before


def test_the_combined_digest_can_be_made_with_sha256sum() -> None:
    lines = b"aa  b.bin\nbb  c/d.txt\n"
    assert combined_digest({"c/d.txt": "bb", "b.bin": "aa"}) == hashlib.sha256(lines).hexdigest()


@given(st.dictionaries(st.text("abc/.", min_size=1), st.text("0123456789abcdef", min_size=4, max_size=4)), st.randoms())
def test_the_order_of_the_names_changes_nothing(digests: dict[str, str], random: object) -> None:
    names = list(digests)
    random.shuffle(names)  # type: ignore[attr-defined]
    assert combined_digest({name: digests[name] for name in names}) == combined_digest(digests)

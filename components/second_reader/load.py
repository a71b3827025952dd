"""The cross-encoder in a local folder. Nothing is ever downloaded, and no code that a folder brings is run."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any, Final

from ..embeddings.catalogue import MODEL_SUFFIXES
from ..embeddings.load import no_progress_bar
from ..language import combined_digest, file_digests
from ..story import InputError
from .labels import Meaning, read_meanings
from .reader import CrossEncoderReader, PairReader, ReadPair

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

PROBE: Final = ReadPair("Two boats met in fog, and nobody was hurt.", "Two boats met.")
"""A pair that a model must be able to judge."""
CLASSIFIER: Final = "ForSequenceClassification"
"""How the class of every model ends that puts a pair of texts into one of several classes."""

_loading = threading.Lock()


def load_second_reader(folder: str) -> PairReader:
    """Return the cross-encoder in a local folder. The last one is loaded once a process, then shared.

    The first call takes seconds, nearly all for importing torch.

    Raises:
        InputError: The folder holds no cross-encoder that says what a second reader has to say, or one that brings code.
    """
    path = Path(folder).expanduser()
    if not path.is_dir():
        raise InputError(
            f"The second reader {folder!r} is not a folder on this machine; give the path of a saved cross-encoder "
            "(models are never downloaded)."
        )
    if not (path / "config.json").is_file():
        raise InputError(
            f"The folder {folder!r} holds no cross-encoder (no config.json); save the model there first with its "
            "save_pretrained method."
        )
    with _loading:
        return _load(path.resolve())


@lru_cache(maxsize=1)
def _load(path: Path) -> PairReader:
    """Check what the folder says of itself, then load the model in it."""
    config = _read_object(path, "config.json")
    _check_no_code(path, config)
    _check_kind(path, config)
    meanings = read_meanings(config, str(path))
    digest = combined_digest(file_digests(path, MODEL_SUFFIXES))
    try:
        model = _open(path, meanings)
        _check_head(path, model)
        reader = CrossEncoderReader(model, meanings, name=path.name, digest=digest)
        reader.read([PROBE])
    except Exception as error:  # any of a dozen libraries may refuse a damaged folder, each in its own way
        cause = shorten(str(error), 120, placeholder=" …")
        raise InputError(
            f"The second reader in {str(path)!r} cannot be used ({type(error).__name__}: {cause}); give a cross-encoder that "
            "sentence-transformers can load, with its weights as .safetensors."
        ) from error
    return reader


def _read_json(path: Path, name: str) -> Any:  # noqa: ANN401 - any JSON
    """Return the values of a file of a model's folder; None if it is not there."""
    try:
        return json.loads((path / name).read_bytes()) if (path / name).is_file() else None
    except (ValueError, RecursionError) as error:
        raise InputError(f"The file {name} in {str(path)!r} is damaged; save the model again with save_pretrained.") from error


def _read_object(path: Path, name: str) -> dict[str, Any]:
    """Return the object in a JSON file of a model's folder; an empty one if there is none."""
    values = _read_json(path, name)
    return values if isinstance(values, dict) else {}


def _check_no_code(path: Path, config: Mapping[str, Any]) -> None:
    """Raise InputError for a model that asks for code of its own: without it, it would not be the model that it says it is."""
    modules = _read_json(path, "modules.json") or []
    types = [str(module.get("type")) for module in modules if isinstance(module, dict)]
    asks = any("auto_map" in values for values in (config, _read_object(path, "tokenizer_config.json")))
    if asks or not all(name.startswith("sentence_transformers.") for name in types):
        raise InputError(
            f"The second reader in {str(path)!r} brings code of its own, which Samestory never runs; "
            "give a model that transformers knows without it."
        )


def _check_kind(path: Path, config: Mapping[str, Any]) -> None:
    """Raise InputError for a model that was not made to judge pairs: it would load, and its judgements would be noise."""
    kind = _read_object(path, "config_sentence_transformers.json").get("model_type", "CrossEncoder")
    architectures = config.get("architectures")
    names = architectures if isinstance(architectures, list) else []
    if kind != "CrossEncoder" or not any(str(name).endswith(CLASSIFIER) for name in names):
        raise InputError(
            f"The model in {str(path)!r} was not made to judge a pair of texts; give a cross-encoder, one that says "
            "whether a passage entails a statement."
        )


def _open(path: Path, meanings: Sequence[Meaning]) -> CrossEncoder:
    """Open a folder on the CPU, running no code that it may bring or name."""
    with no_progress_bar():
        import torch
        from sentence_transformers import CrossEncoder

        model = CrossEncoder(
            str(path),
            device="cpu",
            local_files_only=True,
            trust_remote_code=False,
            model_kwargs={"use_safetensors": True},  # the other form is a pickle
            activation_fn=torch.nn.Sigmoid() if len(meanings) == 1 else torch.nn.Identity(),  # not what the folder names
        )
        return model.float().eval()


def _check_head(path: Path, model: CrossEncoder) -> None:
    """Raise ValueError if the weights of the outputs are not in the folder: they would be drawn at random."""
    from safetensors import safe_open

    stored: set[str] = set()
    for file in path.rglob("*.safetensors"):
        with safe_open(file, "pt") as weights:
            stored.update(weights.keys())
    body = model.transformers_model
    head = [name for name in body.state_dict() if not name.startswith(f"{body.base_model_prefix}.")] if body is not None else []
    if not set(head) <= stored:
        raise ValueError("the weights of its outputs are not there")

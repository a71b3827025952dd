"""The real model: offsets, unit length, the same bytes in any company, nothing loaded that is not what it should be."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

import numpy as np
import pytest

from components.embeddings import CachedEncoder, Encoded, Encoder, load, load_encoder
from components.embeddings.batching import batches_are_exact, plan_batches
from components.embeddings.catalogue import MODEL_SUFFIXES
from components.embeddings.transformer import PROBE, TransformerEncoder
from components.language import combined_digest, file_digests
from components.story import InputError

pytestmark = pytest.mark.model

TEXTS = (
    "The minister of Ruritania resigned on Friday, after talks had failed.",
    "Talks failed; the minister went.",
    "Twelve boats were towed into the harbour — “nobody was hurt”, the coastguard said.",
    "No.",
    "Zürich’s café 🙂 stays open: £1.5m was raised.",
    "The minister of Ruritania stayed on Friday, after talks had failed.",
)


@pytest.fixture(scope="module")
def model() -> Encoder:
    return load_encoder()


def same(one: Encoded, other: Encoded) -> bool:
    pairs = zip((one.sentence, one.tokens, one.offsets), (other.sentence, other.tokens, other.offsets), strict=True)
    return all(np.array_equal(a, b) for a, b in pairs)


def test_offsets_point_at_the_words(model: Encoder) -> None:
    text = "Zürich’s café 🙂 stays open: £1.5m was raised."
    (encoded,) = model.encode([text])
    pieces = [text[start:end] for start, end in encoded.offsets]
    assert {"café", "stays", "open", ":", "was", "raised", "."} <= set(pieces)
    assert "".join(pieces) == text.replace(" ", "")


@pytest.mark.parametrize("text", TEXTS)
def test_vectors_have_the_declared_shapes_and_unit_length(model: Encoder, text: str) -> None:
    (encoded,) = model.encode([text])
    assert encoded.sentence.shape == (384,)
    assert encoded.tokens.shape == (len(encoded.offsets), 384)
    assert encoded.sentence.dtype == encoded.tokens.dtype == np.float32
    assert encoded.offsets.dtype == np.int32
    np.testing.assert_allclose(np.linalg.norm(encoded.tokens, axis=1), 1, atol=1e-3)
    np.testing.assert_allclose(np.linalg.norm(encoded.sentence), 1, atol=1e-3)


def test_vectors_are_rounded_before_first_use(model: Encoder) -> None:
    (encoded,) = model.encode(TEXTS[:1])
    assert np.array_equal(encoded.tokens, encoded.tokens.astype(np.float16))
    assert np.array_equal(encoded.sentence, encoded.sentence.astype(np.float16))


def test_a_text_gets_the_same_bytes_alone_and_in_company(model: Encoder) -> None:
    together = model.encode([*TEXTS, *PROBE])
    backwards = model.encode([*PROBE, *TEXTS][::-1])[::-1]
    for index, text in enumerate(TEXTS):
        (alone,) = model.encode([text])
        assert same(alone, together[index])
        assert same(alone, backwards[len(PROBE) + index])


def test_the_model_knows_a_paraphrase(model: Encoder) -> None:
    first, second, other = (one.sentence for one in model.encode(TEXTS[:3]))
    assert first @ second > first @ other + 0.2


def test_sentence_vectors_are_those_of_the_library(model: Encoder) -> None:
    assert isinstance(model, TransformerEncoder)
    plain = model._model.encode(list(TEXTS), show_progress_bar=False)
    np.testing.assert_allclose(np.stack([one.sentence for one in model.encode(TEXTS)]), plain, atol=1e-3)


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_a_text_without_words_has_no_tokens_and_a_zero_vector(model: Encoder, text: str) -> None:
    (encoded,) = model.encode([text])
    assert encoded.tokens.shape == (0, 384)
    assert encoded.offsets.shape == (0, 2)
    assert not encoded.sentence.any()


def test_a_very_long_text_is_encoded_to_its_end(model: Encoder) -> None:
    text = "The harbour was closed. " * 150 + "Finally the ferry left."
    (encoded,) = model.encode([text])
    assert text[slice(*encoded.offsets[-2])] == "left"
    assert (np.diff(encoded.offsets[:, 0]) > 0).all()
    np.testing.assert_allclose(np.linalg.norm(encoded.sentence), 1, atol=1e-3)


def test_a_broken_character_is_no_obstacle(model: Encoder) -> None:
    text = "boats \ud83d sank"
    (encoded,) = model.encode([text])
    assert text[slice(*encoded.offsets[-1])] == "sank"


def test_progress_rises_to_one(model: Encoder) -> None:
    shares: list[float] = []
    model.encode(TEXTS, shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_no_texts_no_vectors(model: Encoder) -> None:
    assert model.encode([]) == []


def test_cached_vectors_are_the_same_bytes(model: Encoder, tmp_path: Path) -> None:
    fresh = model.encode(TEXTS)
    first = CachedEncoder(model, tmp_path).encode(TEXTS)
    second = CachedEncoder(model, tmp_path).encode(TEXTS)
    assert all(same(a, b) and same(a, c) for a, b, c in zip(fresh, first, second, strict=True))


def test_a_broken_off_encoding_leaves_the_model_usable(model: Encoder) -> None:
    def stop(_: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        model.encode(TEXTS, stop)
    assert len(model.encode(TEXTS)) == len(TEXTS)


def test_it_is_loaded_once(model: Encoder) -> None:
    assert load_encoder() is model


def test_batches_are_of_one_length_and_short_rows_go_alone() -> None:
    batches = plan_batches([20, 3, 20, 30, 3, 20], alone=False)
    assert batches == [[3], [0, 2, 5], [1], [4]]
    assert plan_batches([20, 20], alone=True) == [[0], [1]]
    assert sorted(chain(*plan_batches([400] * 5, alone=False))) == [0, 1, 2, 3, 4]


def test_a_machine_where_batches_differ_is_noticed(model: Encoder) -> None:
    assert isinstance(model, TransformerEncoder)
    rows = [window.row for window in model._windows(PROBE)]
    forward = model._forward
    assert not batches_are_exact(lambda batch: [(s + len(batch), t) for s, t in forward(batch)], rows)


def test_the_digest_covers_weights_and_vocabulary(model: Encoder, tmp_path: Path) -> None:
    copy = shutil.copytree(load._bundled_model_folder(), tmp_path / "copy")
    (copy / "notes.md").write_text("no part of the model")
    assert combined_digest(file_digests(copy, MODEL_SUFFIXES)) == model.digest
    (copy / "vocab.txt").write_text("other")
    assert combined_digest(file_digests(copy, MODEL_SUFFIXES)) != model.digest


def test_changed_weights_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    copy = shutil.copytree(load._bundled_model_folder(), tmp_path / "model")
    weights = copy / "model.safetensors"
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    weights.write_bytes(content)
    monkeypatch.setattr(load, "_bundled_model_folder", lambda: copy)
    with pytest.raises(InputError, match=r"not the published ones.*install them again"):
        load_encoder()


def test_a_local_folder_gives_the_model_in_it(model: Encoder, tmp_path: Path) -> None:
    copy = shutil.copytree(load._bundled_model_folder(), tmp_path / "my-model")
    local = load_encoder(str(copy))
    assert (local.name, local.digest) == ("my-model", model.digest)
    assert same(local.encode(TEXTS[:1])[0], model.encode(TEXTS[:1])[0])


def test_a_name_that_is_no_folder_is_refused_and_not_looked_up() -> None:
    with pytest.raises(InputError, match="is not a folder on this machine; give the path"):
        load_encoder("sentence-transformers/all-mpnet-base-v2")


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no sentence-transformers model \(no modules\.json\)"):
        load_encoder(str(tmp_path))


def test_a_damaged_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text(json.dumps([{"idx": 0, "name": "0", "path": "", "type": "nowhere.Nothing"}]))
    with pytest.raises(InputError, match=r"cannot be used .*; give a text model that"):
        load_encoder(str(tmp_path))


def test_loading_says_nothing_and_asks_no_one() -> None:
    code = (
        "import socket\n"
        "def refuse(*_): raise SystemExit('asked the network')\n"
        "socket.socket.connect = socket.getaddrinfo = refuse\n"
        "from components.embeddings import load_encoder\n"
        "assert len(load_encoder().encode(['Two boats met.'])[0].tokens) == 4"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_threads_get_what_one_caller_gets(model: Encoder) -> None:
    expected = model.encode(TEXTS)
    with ThreadPoolExecutor(3) as pool:
        for encoded in pool.map(lambda _: model.encode(TEXTS), range(3)):
            assert all(same(one, other) for one, other in zip(encoded, expected, strict=True))

"""The tiny encoder keeps the contract of the real one, and finds the paraphrases that tests write."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from components.embeddings import Encoder
from tests.fakes import TinyEncoder


@pytest.mark.parametrize("text", ["Two boats met in fog.", "Zürich’s café: £1.5m", "", "…"])
def test_it_keeps_the_contract(tiny: TinyEncoder, text: str) -> None:
    encoder: Encoder = tiny
    (encoded,) = encoder.encode([text])
    assert "".join(text[start:end] for start, end in encoded.offsets) == "".join(text.split())
    assert encoded.tokens.shape == (len(encoded.offsets), len(encoded.sentence))
    np.testing.assert_allclose(np.linalg.norm(encoded.tokens, axis=1), 1, atol=1e-3)
    assert np.linalg.norm(encoded.sentence) == pytest.approx(1 if text else 0, abs=1e-3)


def test_a_paraphrase_is_nearer_than_another_sentence(tiny: TinyEncoder) -> None:
    sentence, paraphrase, other = (
        one.sentence
        for one in tiny.encode(
            [
                "Ministers voted to close the harbour.",
                "The minister announced a vote on closing harbours.",
                "Rain fell all night in the hills.",
            ]
        )
    )
    assert sentence @ paraphrase > 0.5 > sentence @ other


def test_every_process_gets_the_same_vectors(tiny: TinyEncoder) -> None:
    code = "from tests.fakes import TinyEncoder; print(TinyEncoder().encode(['Two boats met.'])[0].sentence.tobytes().hex())"
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == tiny.encode(["Two boats met."])[0].sentence.tobytes().hex()

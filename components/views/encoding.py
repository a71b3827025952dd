"""The encoder: the one thing that all visitors share. It holds no text; on disk it keeps vectors under digests.

Importing what it stands on takes seconds, so that begins as soon as a first page has been drawn.

Tests put their own encoder under `ENCODER_SEAM` in the session state before the first run; then no model is loaded.
"""

from __future__ import annotations

import time
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Final, cast

import streamlit as st

from ..language import parse

if TYPE_CHECKING:
    from ..meaning import Encoder

ENCODER_SEAM: Final = "encoder"
PAUSE: Final = 1.5
"""Seconds before the model is loaded unasked: the imports hold the interpreter, and the first page has to reach the browser."""


def encoder() -> Encoder:
    """The encoder to weigh with: the one a test put into the session, else the bundled model shared by all visitors."""
    if ENCODER_SEAM in st.session_state:
        return cast("Encoder", st.session_state[ENCODER_SEAM])
    return _shared_encoder()


def warm() -> None:
    """Begin to load the bundled model in the background, once a server; with an encoder in the seam nothing is loaded."""
    if ENCODER_SEAM not in st.session_state:
        _warming()


@st.cache_resource(show_spinner=False)
def _warming() -> Thread:
    """The thread that loads the model. Whoever needs the model meanwhile waits for the same one."""
    thread = Thread(target=_load_quietly, name="samestory-model", daemon=True)
    thread.start()
    return thread


def _load_quietly() -> None:
    """Load the model, then the parser; what goes wrong is not kept, so it is told to whoever asks for them."""
    time.sleep(PAUSE)
    with suppress(Exception):
        _shared_encoder()
        parse(["Ready."])


@st.cache_resource(show_spinner=False)
def _shared_encoder() -> Encoder:
    """Loaded once a server."""
    from ..meaning import CachedEncoder, load_encoder

    return CachedEncoder(load_encoder())

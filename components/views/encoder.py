"""The encoder: the one thing that all visitors share. It holds no text; on disk it keeps vectors under digests.

Importing what it stands on takes seconds, so that begins as soon as a first page has been drawn. Then the sample stories are
read and get their vectors, and two of their articles are weighed: the first click on one finds everything in place.

Tests put their own encoder under `ENCODER_SEAM` in the session state before the first run; then no model is loaded.
"""

from __future__ import annotations

import time
from contextlib import suppress
from threading import Event, Thread
from typing import TYPE_CHECKING, Final, cast

import streamlit as st

from ..compare import analyze
from ..language import parse
from ..story import Article
from . import persistence, sample_stories

if TYPE_CHECKING:
    from ..embeddings import Encoder

ENCODER_SEAM: Final = "encoder"
PAUSE: Final = 1.5
"""Seconds before the model is loaded unasked: the imports hold the interpreter, and the first page has to reach the browser."""

_asked: Final = Event()
"""Set once somebody compares: from then on the machine is theirs, and nothing more is prepared."""


def encoder() -> Encoder:
    """The encoder to weigh with: the one a test put into the session, else the bundled model shared by all visitors."""
    if ENCODER_SEAM in st.session_state:
        return cast("Encoder", st.session_state[ENCODER_SEAM])
    _asked.set()
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
    """Load the model, parser and library, then what the samples need. What goes wrong is not kept: whoever asks next is told."""
    time.sleep(PAUSE)
    with suppress(Exception):
        model = _shared_encoder()
        parse(["Ready."])
        persistence.library()
        articles: list[Article] = []
        for sample in sample_stories.samples():
            if _asked.is_set():
                return
            read = (article for _, article in sample_stories.read(sample, lambda _stage, _share: None))
            articles = [article for article in read if isinstance(article, Article)]
            model.encode([sent.text for article in articles for sent in article.sentences])
        if articles:
            analyze(articles[:2], encoder=model)


@st.cache_resource(show_spinner=False)
def _shared_encoder() -> Encoder:
    """Loaded once a server."""
    from ..embeddings import CachedEncoder, load_encoder

    return CachedEncoder(load_encoder())

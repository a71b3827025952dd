"""The encoders: the one thing that all visitors share. They hold no text; on disk they keep vectors under digests.

Importing what it stands on takes seconds, so that begins as soon as a first page has been drawn. Then the sample stories are
read and get their vectors, and two of their articles are analyzed: the first click on one finds everything in place.

Tests put their own encoder under `TEST_ENCODER_KEY` in the session state before the first run; then no model is loaded.
"""

from __future__ import annotations

import time
from contextlib import suppress
from threading import Event, Thread
from typing import TYPE_CHECKING, Final, cast

import streamlit as st

from ..analysis import analyze
from ..language import parse
from ..story import Article
from . import persistence, sample_stories
from .encoder_names import BUNDLED, default_encoder

if TYPE_CHECKING:
    from ..embeddings import Encoder

TEST_ENCODER_KEY: Final = "encoder"
PRELOAD_DELAY: Final = 1.5
"""Seconds before the model is loaded unasked: the imports hold the interpreter, and the first page has to reach the browser."""

_model_needed: Final = Event()
"""Set once somebody compares: from then on the machine is theirs, and nothing more is prepared."""


def encoder(name: str = BUNDLED) -> Encoder:
    """Return an encoder: the one that a test put into the session, else the one of this name, shared by all visitors."""
    if TEST_ENCODER_KEY in st.session_state:
        return cast("Encoder", st.session_state[TEST_ENCODER_KEY])
    _model_needed.set()
    return _shared_encoder(name)


def preload() -> None:
    """Begin to load the first model in the background, once a server; with a test's encoder nothing is loaded."""
    if TEST_ENCODER_KEY not in st.session_state:
        _preload_thread()


@st.cache_resource(show_spinner=False)
def _preload_thread() -> Thread:
    """Start the thread that loads the model. Whoever needs the model meanwhile waits for the same one."""
    thread = Thread(target=_preload, name="samestory-model", daemon=True)
    thread.start()
    return thread


def _preload() -> None:
    """Load model, parser and library, then encode the samples. Errors are dropped: whoever needs the model meets them again."""
    time.sleep(PRELOAD_DELAY)
    with suppress(Exception):
        model = _shared_encoder(default_encoder())
        parse(["Ready."])
        persistence.library()
        articles: list[Article] = []
        for sample in sample_stories.samples():
            if _model_needed.is_set():
                return
            read = (article for _, article in sample_stories.read_sample(sample, lambda _stage, _share: None))
            articles = [article for article in read if isinstance(article, Article)]
            model.encode([sent.text for article in articles for sent in article.sentences])
        if articles:
            analyze(articles[:2], encoder=model)


@st.cache_resource(show_spinner=False)
def _shared_encoder(name: str) -> Encoder:
    """Load a model, once a server."""
    from ..embeddings import CachedEncoder, load_encoder

    return CachedEncoder(load_encoder(name or None))

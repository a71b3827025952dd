"""The encoder: the one thing that all visitors share. It holds no text; on disk it keeps vectors under digests.

Tests put their own encoder under `ENCODER_SEAM` in the session state before the first run; then no model is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import streamlit as st

if TYPE_CHECKING:
    from ..meaning import Encoder

ENCODER_SEAM: Final = "encoder"


def encoder() -> Encoder:
    """The encoder to weigh with: the one a test put into the session, else the bundled model shared by all visitors."""
    if ENCODER_SEAM in st.session_state:
        return cast("Encoder", st.session_state[ENCODER_SEAM])
    return _shared_encoder()


@st.cache_resource(show_spinner=False)
def _shared_encoder() -> Encoder:
    """Loaded once a server."""
    from ..meaning import CachedEncoder, load_encoder

    return CachedEncoder(load_encoder())

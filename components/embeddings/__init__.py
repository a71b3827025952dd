"""Sentences to vectors: the Encoder protocol, the bundled model and others, and a disk cache in front of each.

encoder.py       what an encoder is and what it returns: Encoder, Encoded; rounding
load.py          the bundled model, one fetched by name, or a local sentence-transformers folder: `load_encoder`
catalogue.py     the models that can be fetched by name, and where they are kept: `CATALOGUE`
install.py       such a model fetched, checked and put in its place: `install_model`, the only thing that uses the network
transformer.py   a sentence-transformers model as an Encoder
batching.py      rows of tokens in batches, so that a row gets the same vectors in any company
caching.py       vectors kept between runs: `CachedEncoder`, `cache_size`, `clear_cache`
vector_store.py  the SQLite file behind the cache
"""

from .caching import CachedEncoder, cache_size, clear_cache
from .catalogue import CATALOGUE, KnownModel, find_model, installed_models
from .encoder import Encoded, Encoder, round_encoded
from .install import InstallError, install_model
from .load import BUNDLED_NAME, load_encoder

__all__ = [
    "BUNDLED_NAME",
    "CATALOGUE",
    "CachedEncoder",
    "Encoded",
    "Encoder",
    "InstallError",
    "KnownModel",
    "cache_size",
    "clear_cache",
    "find_model",
    "install_model",
    "installed_models",
    "load_encoder",
    "round_encoded",
]

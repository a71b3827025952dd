"""Sentences to vectors: the Encoder protocol, the bundled model, and a disk cache in front of either.

encoder.py       what an encoder is and what it returns: Encoder, Encoded; rounding
load.py          the bundled model, or a local sentence-transformers folder: `load_encoder`
transformer.py   a sentence-transformers model as an Encoder
batching.py      rows of tokens in batches, so that a row gets the same vectors in any company
caching.py       vectors kept between runs: `CachedEncoder`, `cache_size`, `clear_cache`
vector_store.py  the SQLite file behind the cache
"""

from .caching import CachedEncoder, cache_size, clear_cache
from .encoder import Encoded, Encoder, round_encoded
from .load import load_encoder

__all__ = ["CachedEncoder", "Encoded", "Encoder", "cache_size", "clear_cache", "load_encoder", "round_encoded"]

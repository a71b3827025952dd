"""Sentences to vectors: the Encoder protocol, the bundled model, and a disk cache in front of either.

encoder.py       what an encoder is and what it gives: Encoder, Encoded; rounding
load.py          the bundled model, or a local sentence-transformers folder: `load_encoder`
transformer.py   a sentence-transformers model as an Encoder
batching.py      token rows in batches whose results depend on nothing but the row
caching.py       vectors kept between runs: `CachedEncoder`, `cache_size`, `clear_cache`
vector_store.py  the SQLite file behind the cache
"""

from .caching import CachedEncoder, cache_size, clear_cache
from .encoder import Encoded, Encoder, rounded_again
from .load import load_encoder

__all__ = ["CachedEncoder", "Encoded", "Encoder", "cache_size", "clear_cache", "load_encoder", "rounded_again"]

"""From facts to who states them: presence of each fact in each article, and the measures drawn from it."""

from .measures import Counts, counts, prominence, sentence_status

__all__ = ["Counts", "counts", "prominence", "sentence_status"]

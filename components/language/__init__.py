"""What can be said of words without a model: their offsets, their rarity, the numbers among them."""

from .words import Word, words

__all__ = ["Word", "words"]

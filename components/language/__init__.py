"""What can be said of words without a model: their offsets, stems and rarity, and the numbers among them."""

from .numbers import number, numbers
from .rarity import rarity, stem
from .words import Word, words

__all__ = ["Word", "number", "numbers", "rarity", "stem", "words"]

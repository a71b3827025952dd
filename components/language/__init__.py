"""What can be said of a language's words and sentences: offsets, stems, rarity, numbers; and a parser where there is one."""

from .digests import combined, file_digests
from .numbers import number, numbers
from .parser import has_parser, parse
from .rarity import rarity, stem
from .words import Word, words

__all__ = ["Word", "combined", "file_digests", "has_parser", "number", "numbers", "parse", "rarity", "stem", "words"]

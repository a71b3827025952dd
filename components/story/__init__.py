"""The nouns of Samestory: frozen, plain data that every room speaks, and its form as JSON and tables.

article.py      one text: Article, Sentence, Removed, Masthead, InputError
comparison.py   several texts: Link, Fact, Mention, Presence, Comparison
details.py      inside a fact: Detail, Difference, Attribution
corrections.py  what a person changed: Correction and its Anchors
interchange.py  a Comparison as JSON (`samestory/1`); frames.py as long tables

Offsets count Unicode code points. Those of a `Removed` point into `Article.raw` (the text before cleaning), all others into
`Article.text`; `text[start:end]` is always the quoted passage. Sentences count from 0 here and in JSON; people see number + 1.
"""

from .article import Article, InputError, Masthead, Removed, Role, Sentence
from .comparison import (
    LABELS,
    SYMBOLS,
    Comparison,
    Extent,
    Fact,
    Group,
    Link,
    Mention,
    Nearest,
    Presence,
    Setback,
    Spot,
    Status,
)
from .corrections import KINDS, Anchor, Correction, CorrectionKind, digests
from .details import Attribution, Detail, Difference, DifferenceKind, Verdict
from .interchange import SCHEMA

__all__ = [
    "KINDS",
    "LABELS",
    "SCHEMA",
    "SYMBOLS",
    "Anchor",
    "Article",
    "Attribution",
    "Comparison",
    "Correction",
    "CorrectionKind",
    "Detail",
    "Difference",
    "DifferenceKind",
    "Extent",
    "Fact",
    "Group",
    "InputError",
    "Link",
    "Masthead",
    "Mention",
    "Nearest",
    "Presence",
    "Removed",
    "Role",
    "Sentence",
    "Setback",
    "Spot",
    "Status",
    "Verdict",
    "digests",
]

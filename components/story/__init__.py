"""The nouns of Samestory: frozen, plain data that every room speaks, and its form as JSON and tables.

article.py        one text: Article, Sentence, Removed, Masthead
refs.py           where something stands in it: Span, SentenceRef, ClaimRef
fact.py           what it states: Fact, LabelAddition, Mention, Presence
second_reader.py  what another model says of it: SecondOpinion, SecondReader
comparison.py     several texts: Link, Comparison
details.py        inside a fact: Detail, Difference, Attribution
corrections.py    what a person changed: Correction and its Anchors
errors.py         SamestoryError, above every error of ours; InputError
wire.py           the nouns as JSON (`samestory/1`)
frames.py         a Comparison as long tables

Offsets count Unicode code points. Those of a `Removed` point into `Article.raw` (the text before cleaning), all others into
`Article.text`; `text[start:end]` is always the quoted passage. Sentences count from 0 here and in JSON; people see number + 1.
"""

from .article import Article, Masthead, Removed, Role, Sentence
from .comparison import SCHEMA, Comparison, Extent, Link, SkippedFile
from .corrections import KINDS, Anchor, Correction, CorrectionKind, digests
from .details import Attribution, Detail, Difference, DifferenceKind, Verdict
from .errors import InputError, SamestoryError
from .fact import LABELS, SYMBOLS, Fact, Group, LabelAddition, Mention, Nearest, Presence, Status
from .refs import ClaimRef, LinkEndpoints, SentenceRef, Span, join_spans, shared_letters
from .second_reader import FactCell, SecondOpinion, SecondReader, SecondVerdict

__all__ = [
    "KINDS",
    "LABELS",
    "SCHEMA",
    "SYMBOLS",
    "Anchor",
    "Article",
    "Attribution",
    "ClaimRef",
    "Comparison",
    "Correction",
    "CorrectionKind",
    "Detail",
    "Difference",
    "DifferenceKind",
    "Extent",
    "Fact",
    "FactCell",
    "Group",
    "InputError",
    "LabelAddition",
    "Link",
    "LinkEndpoints",
    "Masthead",
    "Mention",
    "Nearest",
    "Presence",
    "Removed",
    "Role",
    "SamestoryError",
    "SecondOpinion",
    "SecondReader",
    "SecondVerdict",
    "Sentence",
    "SentenceRef",
    "SkippedFile",
    "Span",
    "Status",
    "Verdict",
    "digests",
    "join_spans",
    "shared_letters",
]

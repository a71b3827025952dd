"""Words on their way into a widget's label, which Streamlit reads as Markdown: they come out as they went in."""

from __future__ import annotations

import re
from typing import Final

JOINER: Final = "\u2060"
"""Word joiner: has no width; parts what a renderer would still find in plain text (:smile:, www., a@b, ->) after the escapes."""
MARKS: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$^=&\"'])")
AUTOLINKED: Final = re.compile(r"(?<=:)(?=\S)|(?<=@)(?=\S)|(?<=www)(?=\\?\.)|(?<=<)(?=-)|(?<=-)(?=[->])", re.IGNORECASE)


def shorten(text: str, longest: int) -> str:
    """Return one line of `text`, cut to at most `longest` letters: for names, which are known by how they begin.

    >>> shorten("The Quillon Observer", 12)
    'The Quillon…'
    """
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def escape_label(text: str, longest: int = 120) -> str:
    r"""Return one line of `text` as a label: Markdown marks escaped, at most `longest` characters shown.

    >>> escape_label("[x](y) **b**")
    '\\[x\\]\\(y\\) \\*\\*b\\*\\*'
    """
    return MARKS.sub(r"\\\1", AUTOLINKED.sub(JOINER, shorten(text, longest)))

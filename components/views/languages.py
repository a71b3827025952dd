"""The names of languages for people."""

from __future__ import annotations

from typing import Final

from babel import Locale

SHORTER: Final = {"nb": "Norwegian"}
"""Names that say less than the Unicode CLDR does, and enough here."""


def language_name(code: str | None) -> str:
    """Return the name of a language: `English` for `en`; a code without a name is shown as it is."""
    if not code:
        return "language not recognised"
    return SHORTER.get(code) or Locale("en").languages.get(code, f"language {code}")

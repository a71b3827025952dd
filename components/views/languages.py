"""The names of languages for people."""

from __future__ import annotations

from typing import Final

_LISTED: Final = """
ar Arabic, bg Bulgarian, ca Catalan, cs Czech, da Danish, de German, el Greek, en English, es Spanish, et Estonian, fa Persian,
fi Finnish, fr French, he Hebrew, hi Hindi, hr Croatian, hu Hungarian, id Indonesian, it Italian, ja Japanese, ko Korean,
lt Lithuanian, lv Latvian, nb Norwegian, nl Dutch, no Norwegian, pl Polish, pt Portuguese, ro Romanian, ru Russian, sk Slovak,
sl Slovenian, sr Serbian, sv Swedish, th Thai, tr Turkish, uk Ukrainian, vi Vietnamese, zh Chinese
"""
NAMES: Final = dict(entry.split() for entry in _LISTED.split(","))


def language_name(code: str | None) -> str:
    """Return the name of a language: `English` for `en`; a code that has no name here is shown as it is."""
    return NAMES.get(code, f"language {code}") if code else "language not recognised"

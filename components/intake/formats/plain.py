"""Bytes -> text: UTF-8, UTF-16 by its mark, else Windows-1252, the encoding of most other Western files."""

from __future__ import annotations

import codecs
import re
from typing import Final

from ...story import InputError
from ..validation import mostly_control

NOT_TEXT: Final = "The file is not a text file; save the article as .txt, .md, .html, .pdf or .docx."
CHARSET: Final = re.compile(rb"<meta[^>]{1,200}charset=[\"']?([A-Za-z0-9_-]{2,30})", re.IGNORECASE)
ODD: Final = "The encoding of the file cannot be told; save it as UTF-8."


def decode(data: bytes) -> str:
    """The text in `data`. Raises InputError when it is binary or in an encoding that cannot be told."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(data, "utf-16")
    if b"\0" in data[:100_000]:
        raise InputError(NOT_TEXT)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _declared(data) or _western(data)
    if mostly_control(text):
        raise InputError(NOT_TEXT)
    return text


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(ODD) from error


def _declared(data: bytes) -> str | None:
    """The text in the encoding that an HTML page names for itself, if it is one and fits."""
    found = CHARSET.search(data[:4096])
    if not found:
        return None
    try:
        return data.decode(found[1].decode("ascii"))
    except (LookupError, ValueError):
        return None


def _western(data: bytes) -> str:
    """Windows-1252, if the result reads like text: letters far outnumber the signs that other encodings leave."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise InputError(NOT_TEXT if mostly_control(data.decode("latin-1")) else ODD) from error
    sample = text[:100_000]
    odd = sum(ord(char) > 0x7F for char in sample)
    if odd > len(sample) * 0.3:
        raise InputError(ODD)
    return text

"""Bytes -> text: UTF-8, UTF-16 by its mark, else Windows-1252, the encoding of most other Western files."""

from __future__ import annotations

import codecs
import re
from typing import Final

from ...settings.intake import NON_ASCII_SHARE, TEXT_SAMPLE
from ...story import InputError
from ..validation import has_control_characters

ENDINGS: Final = ".txt, .md, .html, .pdf or .docx"
"""The endings of the files that can be read, as messages name them."""
NOT_TEXT: Final = f"The file is not a text file; save the article as {ENDINGS}."
CHARSET: Final = re.compile(rb"<meta[^>]{1,200}charset=[\"']?([A-Za-z0-9_-]{2,30})", re.IGNORECASE)
UNKNOWN_ENCODING: Final = "The encoding of the file cannot be told; save it as UTF-8."


def decode(data: bytes) -> str:
    """Return the text in `data`. Raises InputError if it is binary or in an encoding that cannot be told."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decode_utf16(data)
    if b"\0" in data[:TEXT_SAMPLE]:
        raise InputError(NOT_TEXT)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _decode_as_declared(data) or _decode_western(data)
    if has_control_characters(text):
        raise InputError(NOT_TEXT)
    return text


def _decode_utf16(data: bytes) -> str:
    """Decode UTF-16 by its byte-order mark."""
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise InputError(UNKNOWN_ENCODING) from error


def _decode_as_declared(data: bytes) -> str | None:
    """Return the text in the encoding that an HTML page names for itself; None if it names none, or one that does not fit."""
    match = CHARSET.search(data[:4096])
    if not match:
        return None
    try:
        return data.decode(match[1].decode("ascii"))
    except (LookupError, ValueError):
        return None


def _decode_western(data: bytes) -> str:
    """Decode Windows-1252, if the result reads like Western text, with most characters in ASCII."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise InputError(NOT_TEXT if has_control_characters(data.decode("latin-1")) else UNKNOWN_ENCODING) from error
    sample = text[:TEXT_SAMPLE]
    if sum(ord(char) > 0x7F for char in sample) > NON_ASCII_SHARE * len(sample):
        raise InputError(UNKNOWN_ENCODING)
    return text

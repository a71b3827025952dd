"""Which format a file is in, and its reader. The content decides where it can; if the name says otherwise, so does a message."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

from ...story import InputError
from ..page import Page
from ..validation import check_pasted_text
from .plain import ENDINGS, decode

FORMATS: Final = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
}
"""A name's ending -> the format."""
ACCEPTED: Final = f"save it as {ENDINGS}"
MAGIC: Final = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "docx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
)
"""The bytes that a file begins with -> its format, or the reason for which it is refused."""
PDF_MARK_WITHIN: Final = 1024
"""Bytes in which the mark of a PDF may stand: mail programs put lines before it, and readers of PDF allow so many."""
REFUSED: Final = {
    "old": f"The file is an old Word file or one protected by a password; {ACCEPTED}, without a password.",
    "rtf": f"The file is a rich-text file, which cannot be read here; {ACCEPTED}.",
    "image": f"The file is a picture and holds no text; {ACCEPTED}.",
    "archive": f"The file is a packed archive; unpack it and {ACCEPTED}.",
}
HTML_START: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL
)


def read_page(data: bytes, name: str) -> Page:
    """Return the page in a file.

    Args:
        data: the bytes of the file.
        name: its name, whose ending decides where the bytes do not.

    Raises:
        InputError: the file cannot be used; the error carries the file's name.
    """
    suffix = PurePath(name).suffix.lower()
    name_format = FORMATS.get(suffix)
    content_format = next((file_format for magic, file_format in MAGIC if data.startswith(magic)), None)
    if content_format is None and b"%PDF-" in data[:PDF_MARK_WITHIN]:
        content_format = "pdf"
    if content_format in REFUSED:
        raise InputError(REFUSED[content_format], name=name)
    if name_format is None and content_format is None:
        shown = f"of the kind {suffix}" if suffix else "without an ending"
        raise InputError(f"The file is a file {shown}, which cannot be read here; {ACCEPTED}.", name=name)
    try:
        return _read_as(data, content_format, name_format)
    except InputError as error:
        raise InputError(str(error), name=name) from error


def _read_as(data: bytes, content_format: str | None, name_format: str | None) -> Page:
    """Read by what the content says; the name's ending decides only between kinds of text."""
    if content_format == "pdf":
        from .pdf import read_pdf

        return read_pdf(data)
    if content_format == "docx":
        from .docx import read_docx

        return read_docx(data)
    if name_format in ("pdf", "docx"):
        raise InputError(
            f"The file is called .{name_format} but is no such file; open it in the program that made it and save it again."
        )
    text = decode(data)
    check_pasted_text(text, None)
    if name_format == "html" or HTML_START.match(text[:4000]):
        from .html import read_html

        return read_html(text)
    if name_format == "md":
        from .markdown import read_markdown

        return read_markdown(text)
    return Page(text)

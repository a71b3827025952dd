"""What kind of file the bytes are. The content decides where it can; when the name says otherwise, the message says so."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

from ...story import InputError
from ..build import Page
from ..validation import check_pasted
from .plain import decode

KINDS: Final = {
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
ACCEPTED: Final = "save it as .txt, .md, .html, .pdf or .docx"
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
REFUSED: Final = {
    "old": f"The file is an old Word file or one protected by a password; {ACCEPTED}, without a password.",
    "rtf": f"The file is a rich-text file, which cannot be read here; {ACCEPTED}.",
    "image": f"The file is a picture and holds no text; {ACCEPTED}.",
    "archive": f"The file is a packed archive; unpack it and {ACCEPTED}.",
}
MARKUP: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL
)


def page_of(data: bytes, name: str) -> Page:
    """The page in a file. Raises InputError, with the file's name, for anything that cannot be used."""
    suffix = PurePath(name).suffix.lower()
    expected = KINDS.get(suffix)
    found = next((kind for magic, kind in MAGIC if data.startswith(magic)), None)
    if found is None and data[:1024].find(b"%PDF-") >= 0:
        found = "pdf"
    if found in REFUSED:
        raise InputError(REFUSED[found], name=name)
    if expected is None and found is None:
        shown = f"of the kind {suffix}" if suffix else "without an ending"
        raise InputError(f"The file is a file {shown}, which cannot be read here; {ACCEPTED}.", name=name)
    try:
        return _read(data, found, expected)
    except InputError as error:
        raise InputError(str(error), name=name) from error


def _read(data: bytes, found: str | None, expected: str | None) -> Page:
    """By what the content says; the name's ending decides only between kinds of text."""
    if found == "pdf":
        from .pdf import read_pdf

        return read_pdf(data)
    if found == "docx":
        from .docx import read_docx

        return read_docx(data)
    if expected in ("pdf", "docx"):
        raise InputError(
            f"The file is called .{expected} but is no such file; open it in the program that made it and save it again."
        )
    text = decode(data)
    check_pasted(text, None)
    if expected == "html" or MARKUP.match(text[:4000]):
        from .html import read_html

        return read_html(text)
    if expected == "md":
        from .markdown import read_markdown

        return read_markdown(text)
    return Page(text)

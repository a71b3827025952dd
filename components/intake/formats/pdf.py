"""PDF -> Page, by pypdf: its text in reading order, lines joined to paragraphs, running headers named. Pictures are not read."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING, Any, Final

from ...settings import MAX_BYTES
from ...story import InputError
from ..build import MAX_CHARACTERS, Page
from ..lines import visible
from ..masthead import Hints
from .blocks import lay_out
from .paragraphs import PrintedLine, paragraphs

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

PAGES: Final = 100
"""More than an article of 10,000 words fills."""
STREAM: Final = 2 * MAX_BYTES
"""Bytes one stream may unpack to."""
WORK: Final = 200_000
"""Operators read in all; a page of text has about a thousand."""
PROTECTED: Final = "The file is protected by a password; save a copy without one."
SCANNED: Final = "The file holds no text, only pictures of pages; run text recognition on it, or paste the text of the article."
DAMAGED: Final = (
    "The file is damaged or uses more than a PDF of an article needs; print it to a new PDF, or paste the text of the article."
)
TOO_MANY: Final = f"The file has more than {PAGES} pages; save the pages of the article alone."
TOO_LONG: Final = "The file holds far more text than the limit for an article; save the pages of the article alone."
LIGATURES: Final = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}


def read_pdf(data: bytes) -> Page:
    """The page in a PDF. Raises InputError when it is damaged, protected, too long, or holds pictures only."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with pypdf.apply_configuration(
            zlib_maximum_output_length=STREAM,
            lzw_maximum_output_length=STREAM,
            run_length_maximum_output_length=STREAM,
            stream_parsing_work_maximum_count=WORK,
        ):
            reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
            if reader.is_encrypted and not _opens(reader):
                raise InputError(PROTECTED)
            pages = _printed(reader)
    except InputError:
        raise
    except Exception as error:
        raise InputError(DAMAGED) from error
    if not any(visible(line.text) for page in pages for line in page):
        raise InputError(SCANNED)
    return lay_out(paragraphs(pages), Hints())


def _opens(reader: PdfReader) -> bool:
    """Whether an encrypted file opens without a password. Newer encryption needs a library that is not among ours."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except DependencyError:
        return False


def _printed(reader: PdfReader) -> list[list[PrintedLine]]:
    """The lines of each page."""
    if len(reader.pages) > PAGES:
        raise InputError(TOO_MANY)
    pages = []
    total = 0
    for page in reader.pages:
        lines = _lines(page)
        total += sum(len(line.text) for line in lines)
        if total > MAX_CHARACTERS:
            raise InputError(TOO_LONG)
        pages.append(lines)
    return pages


def _lines(page: PageObject) -> list[PrintedLine]:
    """Lines with their height on the page and the size of their type, which tell headlines and paragraphs apart."""
    lines: list[PrintedLine] = []
    current: list[str] = []
    place = [0.0, 0.0]

    def finish() -> None:
        text = visible("".join(current)).translate(LIGATURES)
        if text:
            lines.append(PrintedLine(text, y=place[0], size=round(place[1], 1)))
        current.clear()

    def visit(text: str, cm: Any, tm: Any, _font: Any, size: float | None) -> None:  # noqa: ANN401 - pypdf's matrices
        for number, part in enumerate(text.split("\n")):
            if number:
                finish()
            if part.strip() and not any(piece.strip() for piece in current):
                scale = abs(tm[3] or tm[1] or 1) * abs(cm[3] or cm[1] or 1)
                place[:] = [tm[5] * (cm[3] or 1) + cm[5], (size or 0) * scale]
            current.append(part)

    page.extract_text(visitor_text=visit)
    finish()
    return lines

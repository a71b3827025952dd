"""PDF -> Page, by pypdf: its text in reading order, lines joined to paragraphs, running headers named. Pictures are not read."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING, Any, Final

from ...settings.intake import MAX_CHARACTERS, MAX_OPERATORS, MAX_PAGES, MAX_STREAM_BYTES
from ...story import InputError
from ..lines import visible_text
from ..page import Hints, Page, page_from_blocks
from .paragraphs import PrintedLine, paragraphs

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

PROTECTED: Final = "The file is protected by a password; save a copy without one."
SCANNED: Final = "The file holds no text, only pictures of pages; run text recognition on it, or paste the text of the article."
DAMAGED: Final = (
    "The file is damaged or uses more than a PDF of an article needs; print it to a new PDF, or paste the text of the article."
)
TOO_MANY: Final = f"The file has more than {MAX_PAGES} pages; save the pages of the article alone."
TOO_LONG: Final = "The file holds far more text than the limit for an article; save the pages of the article alone."
LIGATURES: Final = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}


def read_pdf(data: bytes) -> Page:
    """Return the page in a PDF. Raises InputError if it is damaged, protected, too long, or holds pictures only."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with pypdf.apply_configuration(
            zlib_maximum_output_length=MAX_STREAM_BYTES,
            lzw_maximum_output_length=MAX_STREAM_BYTES,
            run_length_maximum_output_length=MAX_STREAM_BYTES,
            stream_parsing_work_maximum_count=MAX_OPERATORS,
        ):
            reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
            if reader.is_encrypted and not _opens_without_password(reader):
                raise InputError(PROTECTED)
            pages = _printed_pages(reader)
    except InputError:
        raise
    except Exception as error:
        raise InputError(DAMAGED) from error
    if not any(visible_text(line.text) for page in pages for line in page):
        raise InputError(SCANNED)
    return page_from_blocks(paragraphs(pages), Hints())


def _opens_without_password(reader: PdfReader) -> bool:
    """Return whether an encrypted file opens without a password. Newer encryption needs a library that is not among ours."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except DependencyError:
        return False


def _printed_pages(reader: PdfReader) -> list[list[PrintedLine]]:
    """Return the printed lines of each page. Raises InputError for more pages or text than an article has."""
    if len(reader.pages) > MAX_PAGES:
        raise InputError(TOO_MANY)
    pages = []
    characters = 0
    for page in reader.pages:
        lines = _printed_lines(page)
        characters += sum(len(line.text) for line in lines)
        if characters > MAX_CHARACTERS:
            raise InputError(TOO_LONG)
        pages.append(lines)
    return pages


def _printed_lines(page: PageObject) -> list[PrintedLine]:
    """Return the lines of a page with their height on it and the size of their type, which tell headlines from paragraphs."""
    lines: list[PrintedLine] = []
    pieces: list[str] = []
    y = size_in_points = 0.0

    def finish_line() -> None:
        text = visible_text("".join(pieces)).translate(LIGATURES)
        if text:
            lines.append(PrintedLine(text, y=y, size=round(size_in_points, 1)))
        pieces.clear()

    # pypdf hands over each piece of text with the matrices of the page (cm) and of the text (tm)
    def visit(text: str, cm: Any, tm: Any, _font: Any, size: float | None) -> None:  # noqa: ANN401
        nonlocal y, size_in_points
        for i, part in enumerate(text.split("\n")):
            if i:
                finish_line()
            if part.strip() and not any(piece.strip() for piece in pieces):
                y = tm[5] * (cm[3] or 1) + cm[5]
                scale = abs(tm[3] or tm[1] or 1) * abs(cm[3] or cm[1] or 1)
                size_in_points = (size or 0) * scale
            pieces.append(part)

    page.extract_text(visitor_text=visit)
    finish_line()
    return lines

"""A .docx -> Page, by python-docx. The archive is measured before anything in it is opened, and again while reading."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from ...settings import MAX_BYTES
from ...settings.intake import CELL_WORDS, MAX_ARCHIVE_PARTS, TITLE_PARAGRAPHS
from ...story import InputError
from ..lines import visible_text
from ..page import Block, Hints, Page, page_from_blocks

if TYPE_CHECKING:
    from docx.document import Document

DAMAGED: Final = "The file is damaged or no Word document; open it in Word or LibreOffice and save it again as .docx."
TOO_LARGE: Final = (
    f"Unpacked, the file is larger than the limit of {MAX_BYTES // 1024**2} MB; paste the text of the article instead."
)
ENTITIES: Final = "The file defines entities of its own, which no Word document needs; save it again from Word or LibreOffice."
NO_TEXT: Final = "The file holds no text; paste the text of the article instead."
CHUNK_BYTES: Final = 1 << 16
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's own elements, as lxml writes it before their names."""
FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""Holds a second copy of a text box, for programs that cannot draw the first."""


def read_docx(data: bytes) -> Page:
    """Return the page in a .docx file. Raises InputError if it is damaged, too large once unpacked, or without text."""
    import docx

    archive = _without_pictures(data)
    try:
        document = docx.Document(io.BytesIO(archive))
        blocks = list(_blocks(document))
        headline = _find_title(document)
    except Exception as error:
        raise InputError(DAMAGED) from error
    if not any(visible_text(block.text) for block in blocks):
        raise InputError(NO_TEXT)
    return page_from_blocks(blocks, Hints(headline=headline))


def _without_pictures(data: bytes) -> bytes:
    """Return the archive with its text parts alone, none of them read beyond the limit; pictures and the like are emptied."""
    target = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as copy:
            infos = list({info.filename: info for info in source.infolist()}.values())  # of two parts of one name the later
            if len(infos) > MAX_ARCHIVE_PARTS or sum(info.file_size for info in infos if _is_text(info.filename)) > MAX_BYTES:
                raise InputError(TOO_LARGE)
            remaining = MAX_BYTES
            for info in infos:
                part = _read_part(source, info, remaining) if _is_text(info.filename) else b""
                remaining -= len(part)
                copy.writestr(info.filename, part)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, MemoryError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(DAMAGED) from error
    return target.getvalue()


def _is_text(name: str) -> bool:
    """Return whether a part of the archive, by its name, holds text or says where text is."""
    return name.lower().endswith((".xml", ".rels"))


def _read_part(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes:
    """Read one part, `limit` bytes of it at most, in chunks: what the archive declares about its size is not believed.

    Raises:
        InputError: the part is larger, damaged, or defines entities (which could grow without end).
    """
    import zlib

    chunks = []
    with archive.open(info) as part:
        try:
            while chunk := part.read(CHUNK_BYTES):
                limit -= len(chunk)
                if limit < 0:
                    raise InputError(TOO_LARGE)
                chunks.append(chunk)
        except zlib.error as error:
            raise InputError(DAMAGED) from error
    content = b"".join(chunks)
    if any(mark.encode(code) in content for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")):
        raise InputError(ENTITIES)
    return content


def _blocks(document: Document) -> Iterator[Block]:
    """Yield the blocks of headers, then of the body in its order, then of footers."""
    for section in document.sections:
        if not section.header.is_linked_to_previous:
            yield from (Block(text, "running header") for text in _paragraph_texts(section.header._element))
    yield from (Block(text) for text in _paragraph_texts(document.element.body))
    for section in document.sections:
        if not section.footer.is_linked_to_previous:
            yield from (Block(text, "running header") for text in _paragraph_texts(section.footer._element))


def _paragraph_texts(root: Any) -> Iterator[str]:  # noqa: ANN401 - python-docx's elements are lxml's, without type hints
    """Yield the text of paragraphs and table rows below an element, in order.

    A row of short cells is one line; the paragraphs of other cells stand by themselves.
    """
    stack = [iter(root)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
        elif node.tag == f"{W}p":
            yield _own_text(node)
            stack.extend(iter(list(box)) for box in node.iter(f"{W}txbxContent") if not _in_fallback(box))
        elif node.tag == f"{W}tr":
            cells = [visible_text(" ".join(_own_text(p) for p in cell.iter(f"{W}p"))) for cell in node.iter(f"{W}tc")]
            if len(cells) > 1 and all(cell.count(" ") < CELL_WORDS for cell in cells):
                yield " | ".join(cell for cell in cells if cell)
            else:
                stack.append(iter(node))
        elif isinstance(node.tag, str) and node.tag not in (FALLBACK, f"{W}del"):
            stack.append(iter(node))


def _own_text(paragraph: Any) -> str:  # noqa: ANN401
    """Return a paragraph's text as it stands after tracked changes, without text boxes anchored in it."""
    pieces = []
    stack = [iter(paragraph)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
        elif node.tag == f"{W}t":
            pieces.append(node.text or "")
        elif node.tag in (f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen"):
            pieces.append({"tab": " ", "noBreakHyphen": "-"}.get(node.tag.removeprefix(W), "\n"))
        elif node.tag not in (FALLBACK, f"{W}del", f"{W}txbxContent", f"{W}moveFrom", f"{W}pPr", f"{W}rPr"):
            stack.append(iter(node))
    return "".join(pieces)


def _in_fallback(node: Any) -> bool:  # noqa: ANN401
    """Return whether a node stands in the second copy of a text box."""
    return any(parent.tag == FALLBACK for parent in node.iterancestors())


def _find_title(document: Document) -> str | None:
    """Return the first paragraph in the title style, else the first in the style of main headings; None if there is neither."""
    for style in ("Title", "Heading 1"):
        for paragraph in document.paragraphs[:TITLE_PARAGRAPHS]:
            if paragraph.style is not None and paragraph.style.name == style and visible_text(paragraph.text):
                return visible_text(paragraph.text)
    return None

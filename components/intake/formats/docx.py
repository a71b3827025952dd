"""A .docx -> Page, by python-docx. The archive is measured before anything in it is opened, and again while reading."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from ...settings import MAX_BYTES
from ...story import InputError
from ..build import Page
from ..lines import visible
from ..masthead import Hints
from .blocks import Block, lay_out

if TYPE_CHECKING:
    from docx.document import Document

DAMAGED: Final = "The file is damaged or no Word document; open it in Word or LibreOffice and save it again as .docx."
TOO_LARGE: Final = (
    f"Unpacked, the file is larger than the limit of {MAX_BYTES // 1024**2} MB; paste the text of the article instead."
)
ENTITIES: Final = "The file defines entities of its own, which no Word document needs; save it again from Word or LibreOffice."
NO_TEXT: Final = "The file holds no text; paste the text of the article instead."
PARTS: Final = 2000
CHUNK: Final = 1 << 16
CELL: Final = 6
"""Words: a table row of cells no longer than that is one line."""
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read_docx(data: bytes) -> Page:
    """The page in a .docx file. Raises InputError when it is damaged, too large once unpacked, or without text."""
    import docx

    safe = _measured(data)
    try:
        document = docx.Document(io.BytesIO(safe))
        blocks = list(_blocks(document))
        headline = _title(document)
    except Exception as error:
        raise InputError(DAMAGED) from error
    if not any(visible(block.text) for block in blocks):
        raise InputError(NO_TEXT)
    return lay_out(blocks, Hints(headline=headline))


def _measured(data: bytes) -> bytes:
    """The archive packed anew with its text parts only, none of them read beyond the limit; pictures and the like are emptied."""
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w") as safe:
            infos = list({info.filename: info for info in packed.infolist()}.values())  # of two parts of one name the later
            if len(infos) > PARTS or sum(info.file_size for info in infos if _is_text(info.filename)) > MAX_BYTES:
                raise InputError(TOO_LARGE)
            left = MAX_BYTES
            for info in infos:
                part = _capped(packed, info, left) if _is_text(info.filename) else b""
                left -= len(part)
                safe.writestr(info.filename, part)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, MemoryError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(DAMAGED) from error
    return out.getvalue()


def _is_text(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _capped(packed: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> bytes:
    """One part, read in chunks: what the archive declares about its size is not believed."""
    import zlib

    chunks = []
    with packed.open(info) as part:
        try:
            while chunk := part.read(CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise InputError(TOO_LARGE)
                chunks.append(chunk)
        except zlib.error as error:
            raise InputError(DAMAGED) from error
    text = b"".join(chunks)
    if any(mark.encode(code) in text for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")):
        raise InputError(ENTITIES)
    return text


def _blocks(document: Document) -> Iterator[Block]:
    """Headers, then the body in its order, then footers."""
    for section in document.sections:
        if not section.header.is_linked_to_previous:
            yield from (Block(text, "running header") for text in _texts(section.header._element))
    yield from (Block(text) for text in _texts(document.element.body))
    for section in document.sections:
        if not section.footer.is_linked_to_previous:
            yield from (Block(text, "running header") for text in _texts(section.footer._element))


def _texts(root: Any) -> Iterator[str]:  # noqa: ANN401 - python-docx's elements are lxml's, without type hints
    """Paragraphs and table rows below an element, in order. A row of short cells is one line, other cells are paragraphs."""
    stack = [iter(root)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
        elif node.tag == f"{W}p":
            yield _own_text(node)
            stack.extend(iter(list(box)) for box in node.iter(f"{W}txbxContent") if not _in_fallback(box))
        elif node.tag == f"{W}tr":
            cells = [visible(" ".join(_own_text(p) for p in cell.iter(f"{W}p"))) for cell in node.iter(f"{W}tc")]
            if len(cells) > 1 and all(cell.count(" ") < CELL for cell in cells):
                yield " | ".join(cell for cell in cells if cell)
            else:
                stack.append(iter(node))
        elif isinstance(node.tag, str) and node.tag not in (FALLBACK, f"{W}del"):
            stack.append(iter(node))


def _own_text(paragraph: Any) -> str:  # noqa: ANN401
    """A paragraph's text as it stands after tracked changes, without text boxes anchored in it."""
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
    return any(parent.tag == FALLBACK for parent in node.iterancestors())


def _title(document: Document) -> str | None:
    """The first paragraph in a title style, else the first in the first heading style."""
    for wanted in ("Title", "Heading 1"):
        for paragraph in document.paragraphs[:40]:
            if paragraph.style is not None and paragraph.style.name == wanted and visible(paragraph.text):
                return visible(paragraph.text)
    return None

"""The pieces that the Word document is made of: clean text, marked words, tables, page numbers, and the file's bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from ..exports import packed
from ..highlight import MarkedText

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph

_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TEMPLATE: Final = ("/thumbnail", "/extended-properties")
"""A picture of another document, and the program and machine that made it."""
CELL: Final = "Table Words"
"""The style of what stands in a table."""
_WHITE: Final = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def clean(text: str) -> str:
    """A text that may stand in XML, on one line: characters that no document may hold are dropped."""
    return _NOT_XML.sub("", _WHITE.sub(" ", text))


def element(tag: str, **attributes: str) -> Any:  # noqa: ANN401 - an lxml element
    """An element of the word processor's language, attributes in its name space."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def paragraph(document: Document, style: str) -> Paragraph:
    """An empty paragraph at the end. Its style goes in by its id: to look it up by name takes half the time of a long report."""
    made = document.add_paragraph()
    made._p.style = style.replace(" ", "")
    return made


def say(document: Document, text: str, style: str = "Normal") -> None:
    """A paragraph of plain text, or a heading ("Heading 1")."""
    paragraph(document, style).add_run(clean(text))


def field(inside: Paragraph, code: str) -> None:
    """A field that the word processor fills in: PAGE, NUMPAGES."""
    made = element("w:fldSimple", instr=code)
    run = element("w:r")
    text = element("w:t")
    text.text = "1"
    run.append(text)
    made.append(run)
    inside._p.append(made)


def write(inside: Paragraph, pieces: Iterable[MarkedText], language: str | None = None) -> None:
    """The words of an article in a paragraph: those that are marked bold, and underlined as their mark is drawn elsewhere."""
    from docx.enum.text import WD_UNDERLINE

    lines = {"differs": WD_UNDERLINE.DOUBLE, "only": WD_UNDERLINE.DOTTED, "words": WD_UNDERLINE.DOTTED}
    for piece in pieces:
        run = inside.add_run(clean(piece.text))
        if piece.kind:
            run.bold = True
            run.underline = lines.get(piece.kind, WD_UNDERLINE.SINGLE)
        if language and language != "en":
            run._r.get_or_add_rPr().append(element("w:lang", val=clean(language)))
        if piece.tag:
            inside.add_run(piece.tag).font.superscript = True


def table(document: Document, style: str, widths: Sequence[float], head: Sequence[str]) -> Table:
    """A table with one row, which stands again at the top of every page; `widths` of its columns in cm."""
    from docx.shared import Cm

    made: Table = document.add_table(rows=0, cols=len(head))
    made.style, made.autofit = style, False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    row(made, widths, head, bold=True)
    made.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
    return made


def row(made: Table, widths: Sequence[float], cells: Sequence[str], *, bold: bool = False) -> None:
    """One more row, which no page break parts."""
    from docx.shared import Cm

    added: _Row = made.add_row()  # type: ignore[no-untyped-call]
    added._tr.get_or_add_trPr().append(element("w:cantSplit"))
    for cell, width, text in zip(added.cells, widths, cells, strict=True):
        cell.width = Cm(width)
        inside = cell.paragraphs[0]
        inside._p.style = CELL.replace(" ", "")
        inside.add_run(clean(text)).bold = bold or None


def as_bytes(document: Document) -> bytes:
    """The document as a file; the same content gives the same bytes. The template's own past goes."""
    links = document.part.package.rels
    for name in [name for name, link in links.items() if link.reltype.endswith(_TEMPLATE)]:
        links.pop(name)
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as archive:
        return packed({name: archive.read(name) for name in archive.namelist()})

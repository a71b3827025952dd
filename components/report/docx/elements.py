"""The pieces that the Word document is made of: clean text, marked words, tables, page numbers, and the file's bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from ..exports import zip_archive
from ..highlight import MarkedText

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph

_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TEMPLATE: Final = ("/thumbnail", "/extended-properties")
"""A picture of another document, and the program and machine that made it."""
SOFT: Final = "555555"
"""The grey of what is not an article's words, as red, green and blue."""
CELL: Final = "Table Words"
"""The style of what stands in a table."""
_WHITE: Final = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def clean(text: str) -> str:
    """Return a text that may stand in XML, on one line: characters that no document may hold are dropped."""
    return _NOT_XML.sub("", _WHITE.sub(" ", text))


def element(tag: str, **attributes: str) -> Any:  # noqa: ANN401 - an lxml element
    """Return an element of the word processor's language, attributes in its name space."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    node = OxmlElement(tag)
    for name, value in attributes.items():
        node.set(qn(f"w:{name}"), value)
    return node


def add_paragraph(document: Document, style: str) -> Paragraph:
    """Add an empty paragraph at the end. Its style is set by id: to look it up by name takes half the time of a long report."""
    paragraph = document.add_paragraph()
    paragraph._p.style = style.replace(" ", "")
    return paragraph


def add_text(document: Document, text: str, style: str = "Normal") -> None:
    """Add a paragraph of plain text, or a heading ("Heading 1")."""
    add_paragraph(document, style).add_run(clean(text))


def add_label(paragraph: Paragraph, pieces: Iterable[tuple[str, bool]]) -> None:
    """Add the label of a fact to a paragraph; words that are ours are grey and upright, and not bold."""
    from docx.shared import RGBColor

    for text, is_ours in pieces:
        run = paragraph.add_run(clean(text))
        if is_ours:
            run.bold = run.italic = False
            run.font.color.rgb = RGBColor.from_string(SOFT)


def add_field(paragraph: Paragraph, code: str) -> None:
    """Add a field that the word processor fills in: PAGE, NUMPAGES."""
    field = element("w:fldSimple", instr=code)
    run = element("w:r")
    text = element("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def add_pieces(paragraph: Paragraph, pieces: Iterable[MarkedText], language: str | None = None) -> None:
    """Add words of an article to a paragraph: those that are marked bold, and underlined as their mark is drawn elsewhere.

    Args:
        paragraph: The paragraph.
        pieces: The words, cut by the marks on them.
        language: Of the article, by code, where it is known.
    """
    from docx.enum.text import WD_UNDERLINE

    lines = {"differs": WD_UNDERLINE.DOUBLE, "only": WD_UNDERLINE.DOTTED, "words": WD_UNDERLINE.DOTTED}
    for piece in pieces:
        run = paragraph.add_run(clean(piece.text))
        if piece.kind:
            run.bold = True
            run.underline = lines.get(piece.kind, WD_UNDERLINE.SINGLE)
        if language and language != "en":
            run._r.get_or_add_rPr().append(element("w:lang", val=clean(language)))
        if piece.tag:
            paragraph.add_run(piece.tag).font.superscript = True


def add_table(document: Document, style: str, widths: Sequence[float], head: Sequence[str]) -> Table:
    """Add a table with one row, which stands again at the top of every page; `widths` of its columns in cm."""
    from docx.shared import Cm

    table: Table = document.add_table(rows=0, cols=len(head))
    table.style, table.autofit = style, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    add_row(table, widths, head, bold=True)
    table.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
    return table


def add_row(table: Table, widths: Sequence[float], cells: Sequence[str], *, bold: bool = False) -> _Row:
    """Add one more row, which no page break parts, and return it; `widths` of its cells in cm."""
    from docx.shared import Cm

    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))
    for cell, width, text in zip(row.cells, widths, cells, strict=True):
        cell.width = Cm(width)
        paragraph = cell.paragraphs[0]
        paragraph._p.style = CELL.replace(" ", "")
        paragraph.add_run(clean(text)).bold = bold or None
    return row


def as_bytes(document: Document) -> bytes:
    """Return the document as a file; the same content gives the same bytes. Traces of the template's own making are removed."""
    links = document.part.package.rels
    for name in [name for name, link in links.items() if link.reltype.endswith(_TEMPLATE)]:
        links.pop(name)
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as archive:
        return zip_archive({name: archive.read(name) for name in archive.namelist()})

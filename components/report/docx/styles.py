"""How the Word document looks: its styles, page, header and footer, and properties that name nobody and no machine."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from .elements import CELL, SOFT, add_field, clean, element

if TYPE_CHECKING:
    from docx.document import Document

SANS, SERIF = "Calibri", "Georgia"
TABLE: Final = "Samestory Table"
WORDS, STATE, NOTE = "Article Words", "State in an Article", "Small Note"
SIZES: Final = {"Title": 20, "Heading 1": 15, "Heading 2": 12, "Heading 3": 11}
OWN: Final = ((WORDS, SERIF, 10, 0.6, 2), (STATE, SANS, 9.5, 0.6, 2), (NOTE, SANS, 9, 0, 2), (CELL, SANS, 9, 0, 0))
"""Our own styles: name, face, points, indent in cm, points after."""
FALLBACK_DATE: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""The date in the properties where the report was given none that can be read."""


def set_up(document: Document, *, title: str, made: str, footer: str) -> None:
    """Give an empty document its styles, page, header, footer and properties.

    Args:
        document: The document.
        title: Of the story; stands above each page.
        made: The date to print; it is also that of the properties where it begins as an ISO 8601 date does.
        footer: What stands below each page, before its number.
    """
    _styles(document)
    _page(document, title, footer)
    _properties(document, title, made)


def _styles(document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt, RGBColor

    styles = document.styles
    _font(styles["Normal"], SANS, 10)
    styles["Normal"].paragraph_format.space_after = Pt(4)
    for name, size in SIZES.items():
        style = styles[name]
        _font(style, SERIF, size)
        style.font.bold, style.font.italic = name != "Title", False
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_before = Pt(0 if name == "Title" else size)
        style.paragraph_format.space_after = Pt(3)
        style.paragraph_format.keep_with_next = True
    for border in styles["Title"].element.findall(".//{*}pBdr"):
        border.getparent().remove(border)
    _font(styles["Caption"], SANS, 9)
    styles["Caption"].font.color.rgb = RGBColor.from_string(SOFT)
    styles["Caption"].paragraph_format.keep_with_next = True
    for name, face, points, indent, after in OWN:
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _font(style, face, points)
        style.paragraph_format.left_indent = Cm(indent)
        style.paragraph_format.space_after = Pt(after)
    styles[STATE].paragraph_format.first_line_indent = Cm(-0.6)
    styles[STATE].paragraph_format.space_before = Pt(3)
    styles[NOTE].font.color.rgb = RGBColor.from_string(SOFT)
    _language(document)
    _table_style(document)


def _font(style: Any, face: str, size: float) -> None:  # noqa: ANN401 - python-docx ships no types
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.font.name, style.font.size = face, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(kind), None)
    for kind in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(kind), face)


def _language(document: Document) -> None:
    """Our own words are English; what an article says carries its own language where it is read."""
    defaults = document.styles.element.find(".//{*}rPrDefault/{*}rPr")
    for template_language in defaults.findall("{*}lang"):
        defaults.remove(template_language)
    defaults.append(element("w:lang", val="en-GB"))


def _table_style(document: Document) -> None:
    """A table with thin lines between its rows and none at its sides."""
    from docx.enum.style import WD_STYLE_TYPE

    style = document.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    style.base_style = document.styles["Normal Table"]
    borders = element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color="999999"))
    margins = element("w:tblCellMar")
    for side, width in (("top", "20"), ("left", "60"), ("bottom", "20"), ("right", "60")):
        margins.append(element(f"w:{side}", w=width, type="dxa"))
    properties = element("w:tblPr")
    properties.append(borders)
    properties.append(margins)
    style.element.append(properties)


def _page(document: Document, title: str, footer: str) -> None:
    """Margins that fit A4 and Letter; the title above each page, its number below."""
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    section.different_first_page_header_footer = True
    head = section.header.paragraphs[0]
    head.style = document.styles[NOTE]
    head.add_run(clean(title))
    for part in (section.footer, section.first_page_footer):
        paragraph = part.paragraphs[0]
        paragraph.style = document.styles[NOTE]
        paragraph.add_run(clean(f"{footer} · page "))
        add_field(paragraph, "PAGE")
        paragraph.add_run(" of ")
        add_field(paragraph, "NUMPAGES")


def _properties(document: Document, title: str, made: str) -> None:
    try:
        day = datetime.fromisoformat(made[:10]).replace(tzinfo=UTC)
    except ValueError:
        day = FALLBACK_DATE
    core = document.core_properties
    core.author = core.last_modified_by = "Samestory"
    core.title, core.subject = clean(title)[:255], "How several outlets told one story"
    core.comments = core.keywords = core.category = ""
    core.language, core.revision = "en-GB", 1
    core.created = core.modified = day

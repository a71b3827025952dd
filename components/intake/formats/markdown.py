"""Markdown -> Page, by markdown-it-py: the text of headings, paragraphs, lists, quotations and tables, without its markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ..lines import visible_text
from ..page import Block, Hints, Page, page_from_blocks
from ..validation import check_length

if TYPE_CHECKING:
    from markdown_it.token import Token

FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\n(?P<fields>(?:[^\n]{0,300}\n){1,60}?)---[ \t]*(?:\n|\Z)")
FIELD: Final = re.compile(
    r"^(?P<key>title|author|date|site|publication|outlet):[ \t]*[\"']?(?P<value>[^\"'\n]+)", re.MULTILINE | re.IGNORECASE
)
ISO_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_markdown(text: str) -> Page:
    """Return the page in Markdown text. Raises InputError if it is far over the limit."""
    from markdown_it import MarkdownIt

    check_length(text, None)
    text = text.replace("\r\n", "\n")
    front = FRONT_MATTER.match(text)
    blocks = [Block(line, "front matter") for line in front["fields"].splitlines()] if front else []
    tokens = MarkdownIt("commonmark").enable("table").parse(text[front.end() :] if front else text)
    blocks += [Block(text) for text in _block_texts(tokens)]
    return page_from_blocks(blocks, _hints(front["fields"] if front else "", tokens))


def _block_texts(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the text of each paragraph, heading, code block and table row, in order; the cells of a row are one text."""
    cells: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            yield " | ".join(cells)
            cells = None
        elif token.type == "inline":
            text = _inline_text(token.children or ())
            if cells is None:
                yield text
            elif text:
                cells.append(visible_text(text))
        elif token.type in ("fence", "code_block"):
            yield token.content
        elif token.type == "html_block":
            yield from _html_lines(token.content)


def _inline_text(children: Sequence[Token]) -> str:
    """Return the text of a run of inline tokens, without links, emphasis and pictures."""
    pieces = []
    for child in children:
        if child.type in ("text", "code_inline"):
            pieces.append(child.content)
        elif child.type == "softbreak":
            pieces.append(" ")
        elif child.type == "hardbreak" or (child.type == "html_inline" and child.content.lower().startswith("<br")):
            pieces.append("\n")
    return "".join(pieces)


def _html_lines(content: str) -> list[str]:
    """Return the lines of visible text in HTML inside Markdown."""
    from .html_tree import parse_html, text_units

    return [unit.text for unit in text_units(parse_html(content))]


def _hints(front_matter: str, tokens: Sequence[Token]) -> Hints:
    """Return what the front matter says; without a title there, the first heading of the first rank is the headline."""
    fields = {match["key"].lower(): match["value"].strip() for match in FIELD.finditer(front_matter)}
    headings = (
        _inline_text(inline.children or ())
        for token, inline in pairwise(tokens)
        if token.type == "heading_open" and token.tag == "h1"
    )
    day = ISO_DAY.search(fields.get("date", ""))
    return Hints(
        headline=fields.get("title") or next((visible_text(heading) for heading in headings), None),
        outlet=fields.get("outlet") or fields.get("publication") or fields.get("site"),
        byline=fields.get("author"),
        date=day.group() if day else None,
    )

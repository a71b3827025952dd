"""Markdown -> Page, by markdown-it-py: the text of headings, paragraphs, lists, quotations and tables, without its markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ..build import Page, check_length
from ..lines import visible
from ..masthead import Hints
from .blocks import Block, lay_out

if TYPE_CHECKING:
    from markdown_it.token import Token

FRONT: Final = re.compile(r"\A---[ \t]*\n(?P<fields>(?:[^\n]{0,300}\n){1,60}?)---[ \t]*(?:\n|\Z)")
FIELD: Final = re.compile(
    r"^(?P<key>title|author|date|site|publication|outlet):[ \t]*[\"']?(?P<value>[^\"'\n]+)", re.MULTILINE | re.IGNORECASE
)
ISO_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_markdown(text: str) -> Page:
    """The page in Markdown text. Raises InputError when it is far over the limit."""
    from markdown_it import MarkdownIt

    check_length(text, None)
    text = text.replace("\r\n", "\n")
    front = FRONT.match(text)
    blocks = [Block(line, "front matter") for line in front["fields"].splitlines()] if front else []
    tokens = MarkdownIt("commonmark").enable("table").parse(text[front.end() :] if front else text)
    blocks += [Block(block) for block in _texts(tokens)]
    return lay_out(blocks, _hints(front["fields"] if front else "", tokens))


def _texts(tokens: Sequence[Token]) -> Iterator[str]:
    cells: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            yield " | ".join(cells)
            cells = None
        elif token.type == "inline":
            text = _inline(token.children or ())
            if cells is None:
                yield text
            elif text:
                cells.append(visible(text))
        elif token.type in ("fence", "code_block"):
            yield token.content
        elif token.type == "html_block":
            yield from _markup(token.content)


def _inline(children: Sequence[Token]) -> str:
    pieces = []
    for child in children:
        if child.type in ("text", "code_inline"):
            pieces.append(child.content)
        elif child.type == "softbreak":
            pieces.append(" ")
        elif child.type == "hardbreak" or (child.type == "html_inline" and child.content.lower().startswith("<br")):
            pieces.append("\n")
    return "".join(pieces)


def _markup(content: str) -> list[str]:
    """The visible text of HTML inside Markdown."""
    from .tree import parse, units_of

    return [unit.text for unit in units_of(parse(content))]


def _hints(front: str, tokens: Sequence[Token]) -> Hints:
    """The front matter's fields; without a title there, the first heading of the first rank."""
    fields = {found["key"].lower(): found["value"].strip() for found in FIELD.finditer(front)}
    heads = (
        _inline(inline.children or ())
        for opened, inline in pairwise(tokens)
        if opened.type == "heading_open" and opened.tag == "h1"
    )
    day = ISO_DAY.search(fields.get("date", ""))
    return Hints(
        headline=fields.get("title") or next((visible(head) for head in heads), None),
        outlet=fields.get("outlet") or fields.get("publication") or fields.get("site"),
        byline=fields.get("author"),
        date=day.group() if day else None,
    )

"""An HTML tree -> units of visible text, one for each line that a reader sees. Scripts, styles and hidden parts are not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Final

from ...language.lexicon import words
from ...settings.intake import MAX_ATTRIBUTES
from ...story import InputError
from ..lines import visible_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HIDDEN_TAGS: Final = frozenset(
    "script style noscript template head title meta link svg math iframe frame object embed applet canvas audio video select "
    "option datalist textarea input map source track".split()
)
INLINE_TAGS: Final = words(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub "
    "sup time tt u var wbr img picture"
)
LONG_TAG: Final = re.compile(r"<[a-zA-Z][^<>]{10000,}")
OVERFULL: Final = "This page has a tag with thousands of attributes, which no article needs; paste its text instead."
HIDING_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextUnit:
    """A line of visible text.

    `tag` is that of the block it stands in; `containers` are the numbers, in reading order, of the two blocks above.
    """

    text: str
    tag: str
    containers: tuple[int, ...]


def parse_html(text: str) -> HtmlElement:
    """Return the tree of a page. Depth is bounded by the parser, which drops what lies deeper.

    Raises:
        InputError: a tag has thousands of attributes; the parser's time grows with the square of their number.
    """
    from lxml import html

    if any(tag.group().count("=") > MAX_ATTRIBUTES for tag in LONG_TAG.finditer(text)):
        raise InputError(OVERFULL)
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    return html.document_fromstring(text.encode("utf-8", "replace") or b"<p>", parser=parser, ensure_head_body=True)


def text_units(root: HtmlElement) -> list[TextUnit]:
    """Return the units of a tree, in reading order."""
    from lxml import etree

    units: list[TextUnit] = []
    stack: list[tuple[int, HtmlElement]] = [(0, root)]
    numbers = count(1)  # not id(): lxml makes the objects of its nodes anew, and an id may come back for another node
    pieces: list[str] = []

    def flush() -> None:
        for line in "".join(pieces).split("\n"):
            text = visible_text(line)
            if text:
                units.append(TextUnit(text, str(stack[-1][1].tag), _container_numbers(stack)))
        pieces.clear()

    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            if _is_hidden(node, tag):
                walk.skip_subtree()
                continue
            if tag == "br":
                pieces.append("\n")
            elif tag not in INLINE_TAGS:
                flush()
                stack.append((next(numbers), node))
            pieces.append(_flatten(node.text))
        elif event == "end":
            if not _is_hidden(node, tag) and tag != "br" and tag not in INLINE_TAGS:
                flush()
                if len(stack) > 1:
                    stack.pop()
            pieces.append(_flatten(node.tail) or _space_between_links(node, tag))
        else:
            pieces.append(_flatten(node.tail))
    flush()
    return units


def _flatten(text: str | None) -> str:
    """Return text with its line breaks as spaces: in HTML only <br> and blocks break a line."""
    return re.sub(r"\s+", " ", text) if text else ""


def _space_between_links(node: HtmlElement, tag: str) -> str:
    """Return a space if another link or button follows without one: style sheets separate the two."""
    following = node.getnext() if tag in ("a", "button") else None
    return " " if following is not None and following.tag == tag else ""


def _is_hidden(node: HtmlElement, tag: str) -> bool:
    """Return whether a reader never sees what a node holds."""
    return tag in HIDDEN_TAGS or "hidden" in node.attrib or HIDING_STYLE.search(node.get("style", "")) is not None


def _container_numbers(stack: list[tuple[int, HtmlElement]]) -> tuple[int, ...]:
    """Return the numbers of the parent and grandparent blocks; the body and the root are left out."""
    return tuple(number for number, node in stack[-3:-1] if node.tag not in ("html", "body"))

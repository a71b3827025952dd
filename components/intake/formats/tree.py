"""An HTML tree -> units of visible text, what stands on separate lines. Scripts, styles and hidden parts are never read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ...story import InputError
from ..furniture.patterns import words
from ..lines import visible

if TYPE_CHECKING:
    from lxml.html import HtmlElement

UNSEEN: Final = frozenset(
    "script style noscript template head title meta link svg math iframe frame object embed applet canvas audio video select "
    "option datalist textarea input map source track".split()
)
INLINE: Final = words(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub "
    "sup time tt u var wbr img picture"
)
LONG_TAG: Final = re.compile(r"<[a-zA-Z][^<>]{10000,}")
ATTRIBUTES: Final = 2_000
"""In one tag; pages in the wild have a few dozen at most."""
OVERFULL: Final = "This page has a tag with thousands of attributes, which no article needs; paste its text instead."
HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A line of visible text. `tag` is that of its block; `families` are the ids of the containers one and two levels up."""

    text: str
    tag: str
    families: tuple[int, ...]


def parse(text: str) -> HtmlElement:
    """The tree of a page. Depth is bounded by the parser, which drops what lies deeper.

    Raises InputError for a tag with thousands of attributes: the parser's time grows with the square of their number.
    """
    from lxml import html

    if any(tag.group().count("=") > ATTRIBUTES for tag in LONG_TAG.finditer(text)):
        raise InputError(OVERFULL)
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    return html.document_fromstring(text.encode("utf-8", "replace") or b"<p>", parser=parser, ensure_head_body=True)


def units_of(root: HtmlElement) -> list[Unit]:
    """The units of a tree, in reading order."""
    from lxml import etree

    units: list[Unit] = []
    stack: list[HtmlElement] = [root]
    pieces: list[str] = []

    def flush() -> None:
        for line in "".join(pieces).split("\n"):
            seen = visible(line)
            if seen:
                units.append(Unit(seen, str(stack[-1].tag), _families(stack)))
        pieces.clear()

    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            if _unseen(node, tag):
                walk.skip_subtree()
                continue
            if tag == "br":
                pieces.append("\n")
            elif tag not in INLINE:
                flush()
                stack.append(node)
            pieces.append(_flat(node.text))
        elif event == "end":
            if not _unseen(node, tag) and tag != "br" and tag not in INLINE:
                flush()
                if len(stack) > 1:
                    stack.pop()
            pieces.append(_flat(node.tail) or _between(node, tag))
        else:
            pieces.append(_flat(node.tail))
    flush()
    return units


def _flat(text: str | None) -> str:
    """Line breaks in HTML are white space; only <br> and blocks break a line."""
    return re.sub(r"\s+", " ", text) if text else ""


def _between(node: HtmlElement, tag: str) -> str:
    """A space between two links that touch only in the markup: style sheets part them."""
    following = node.getnext() if tag in ("a", "button") else None
    return " " if following is not None and following.tag == tag else ""


def _unseen(node: HtmlElement, tag: str) -> bool:
    return tag in UNSEEN or "hidden" in node.attrib or HIDDEN.search(node.get("style", "")) is not None


def _families(stack: list[HtmlElement]) -> tuple[int, ...]:
    """Ids of the parent and grandparent blocks, the body and the root left out."""
    return tuple(id(node) for node in stack[-3:-1] if node.tag not in ("html", "body"))

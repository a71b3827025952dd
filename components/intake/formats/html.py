"""HTML -> Page: all visible text, block by block; trafilatura says which blocks are the article, the others are furniture."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from ...story import InputError
from ..build import Page, check_length
from ..furniture.bylines import byline_of
from ..furniture.detect import line_rule
from ..furniture.headlines import outlet_beside
from ..furniture.position_rules import same_line
from ..furniture.timestamps import is_timestamp
from ..lines import bare, ends_like_sentence, is_prose
from ..masthead import Hints
from ..outlets import tidy_name
from .blocks import Block, lay_out
from .tree import Unit, parse, units_of

if TYPE_CHECKING:
    from trafilatura.settings import Document

OUTSIDE: Final = "outside the article"
EMPTY: Final = (
    "The file holds no readable text, perhaps because a script fills it in; open it in a browser and paste the article."
)
SHORT: Final = 24
"""Letters: a shorter block counts as main text only if it is a whole line of it."""
ELEMENTS: Final = 30_000
"""Three times a large news page; beyond that trafilatura takes minutes and the text rules decide alone."""
FAMILY: Final = 2
"""Main blocks that make their container the article's."""


def read_html(text: str) -> Page:
    """The page in an HTML file. Raises InputError when nothing in it can be read."""
    tree = parse(text)
    units = units_of(tree)
    if not units:
        raise InputError(EMPTY)
    check_length("\n".join(unit.text for unit in units), None)
    document = _extract(text) if sum(1 for _ in tree.iter()) <= ELEMENTS else None
    main = _main(units, document.text or "" if document else "")
    hints = _hints(document, units)
    if not any(main):
        return lay_out([Block(unit.text) for unit in units], hints)
    head = _headline_unit(units, hints, main.index(True))
    blocks = []
    first = main.index(True)
    for number, unit in enumerate(units):
        deck = head is not None and head < number < first and is_prose(unit.text) and not line_rule(unit.text)
        kept = main[number] or number == head or deck
        blocks.append(Block(unit.text, None if kept else _rule(unit.text)))
    return lay_out(blocks, hints)


def _extract(text: str) -> Document | None:
    """Main text and metadata. A page on which trafilatura fails is read with the text rules alone."""
    import trafilatura

    try:
        found = trafilatura.bare_extraction(
            text,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:
        return None
    return None if isinstance(found, dict) else found


def _main(units: list[Unit], found: str) -> list[bool]:
    """Which units are the article: those in trafilatura's text, and sentences that stand among them in the same container."""
    whole = bare(found)
    lines = {bare(line) for line in found.splitlines()}
    main = []
    for unit in units:
        letters = bare(unit.text)
        main.append(bool(letters) and (letters in lines or (len(letters) >= SHORT and letters in whole)))
    if not any(main):
        return main
    families = Counter(family for unit, mine in zip(units, main, strict=True) if mine for family in unit.families)
    first, last = main.index(True), len(main) - 1 - main[::-1].index(True)
    return [
        mine or _belongs(unit, families, inside=first < number < last)
        for number, (unit, mine) in enumerate(zip(units, main, strict=True))
    ]


def _belongs(unit: Unit, families: Counter[int], *, inside: bool) -> bool:
    """Whether a unit that trafilatura left out is a sentence of the article: it shares a container with the main text."""
    if not any(families[family] >= FAMILY for family in unit.families) or line_rule(unit.text):
        return False
    return is_prose(unit.text) or (inside and unit.tag in ("p", "blockquote", "li") and ends_like_sentence(unit.text))


def _headline_unit(units: list[Unit], hints: Hints, first: int) -> int | None:
    """The unit that is the headline: one that says what the metadata say, else the last h1 before the story."""
    heads = [number for number, unit in enumerate(units) if unit.tag == "h1"]
    candidates: list[int] = [*heads, *range(len(units))]
    for number in candidates:
        if hints.headline and same_line(units[number].text, hints.headline):
            return number
    before = [number for number in heads if number <= first]
    return before[-1] if before else None


def _rule(text: str) -> str:
    if byline_of(text):
        return "byline"
    if is_timestamp(text):
        return "timestamp"
    return line_rule(text) or OUTSIDE


def _hints(document: Document | None, units: list[Unit]) -> Hints:
    """Headline, outlet, author and date as the page's metadata give them; the page's only h1 before the title."""
    heads = [unit.text for unit in units if unit.tag == "h1"]
    title = (document.title or "").strip() if document else ""
    beside = outlet_beside(title)
    if beside and any(same_line(unit.text, title[: title.rfind(beside)].rstrip(" |–—·•»-")) for unit in units):
        title = title[: title.rfind(beside)].rstrip(" |–—·•»-")
    headline = heads[0] if len(heads) == 1 else title or None
    if document is None:
        return Hints(headline=headline, outlet=beside)
    site = (document.sitename or "").strip()
    return Hints(
        headline=headline,
        outlet=tidy_name(site) if site else beside,
        byline="; ".join(part.strip() for part in (document.author or "").split(";") if part.strip()) or None,
        date=document.date or None,
    )

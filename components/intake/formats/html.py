"""HTML -> Page: all visible text, block by block; trafilatura says which blocks are the article, the others are furniture."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from ...settings.intake import BLOCK_LETTERS, CONTAINER_BLOCKS, MAX_ELEMENTS
from ...story import InputError
from ..furniture.bylines import byline_names
from ..furniture.detect import line_rule
from ..furniture.headlines import outlet_in_title
from ..furniture.position_rules import same_line
from ..furniture.timestamps import is_timestamp
from ..lines import comparison_key, ends_like_sentence, is_prose
from ..outlets import tidy_name
from ..page import Block, Hints, Page, page_from_blocks
from ..validation import check_length
from .html_tree import TextUnit, parse_html, text_units

if TYPE_CHECKING:
    from trafilatura.settings import Document

OUTSIDE: Final = "outside the article"
EMPTY: Final = (
    "The file holds no readable text, perhaps because a script fills it in; open it in a browser and paste the article."
)
TITLE_SEPARATORS: Final = " |–—·•»-"
"""What stands between headline and outlet in a title."""


def read_html(text: str) -> Page:
    """Return the page in an HTML file. Raises InputError if nothing in it can be read."""
    tree = parse_html(text)
    units = text_units(tree)
    if not units:
        raise InputError(EMPTY)
    check_length("\n".join(unit.text for unit in units), None)
    document = _extract(text) if sum(1 for _ in tree.iter()) <= MAX_ELEMENTS else None
    main = _main_units(units, document.text or "" if document else "")
    hints = _hints(document, units)
    if not any(main):
        return page_from_blocks([Block(unit.text) for unit in units], hints)
    return page_from_blocks(_label_units(units, main, hints), hints)


def _label_units(units: list[TextUnit], main: list[bool], hints: Hints) -> list[Block]:
    """Return the units as blocks: main text, headline and deck belong to the story, all others to a furniture rule."""
    first = main.index(True)
    headline = _headline_index(units, hints, first)
    blocks = []
    for i, unit in enumerate(units):
        is_deck = headline is not None and headline < i < first and is_prose(unit.text) and not line_rule(unit.text)
        in_story = main[i] or i == headline or is_deck
        blocks.append(Block(unit.text, None if in_story else _furniture_rule(unit.text)))
    return blocks


def _extract(text: str) -> Document | None:
    """Return main text and metadata. A page on which trafilatura fails is read with the text rules alone."""
    import trafilatura

    try:
        document = trafilatura.bare_extraction(
            text,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:
        return None
    return None if isinstance(document, dict) else document


def _main_units(units: list[TextUnit], main_text: str) -> list[bool]:
    """Return for each unit whether it belongs to the article.

    That is, whether it stands in trafilatura's text, or is a sentence among those that do, in the same container.
    """
    main_key = comparison_key(main_text)
    line_keys = {comparison_key(line) for line in main_text.splitlines()}
    main = []
    for unit in units:
        key = comparison_key(unit.text)
        main.append(bool(key) and (key in line_keys or (len(key) >= BLOCK_LETTERS and key in main_key)))
    if not any(main):
        return main
    counts = Counter(container for unit, is_main in zip(units, main, strict=True) if is_main for container in unit.containers)
    first, last = main.index(True), len(main) - 1 - main[::-1].index(True)
    return [
        is_main or _was_left_out(unit, counts, inside=first < i < last)
        for i, (unit, is_main) in enumerate(zip(units, main, strict=True))
    ]


def _was_left_out(unit: TextUnit, counts: Counter[int], *, inside: bool) -> bool:
    """Return whether a unit that trafilatura left out is a sentence of the article: it shares a container with the main text.

    Args:
        unit: the unit.
        counts: container -> how many units of the main text it holds.
        inside: whether the unit stands between units of the main text.
    """
    if not any(counts[container] >= CONTAINER_BLOCKS for container in unit.containers) or line_rule(unit.text):
        return False
    return is_prose(unit.text) or (inside and unit.tag in ("p", "blockquote", "li") and ends_like_sentence(unit.text))


def _headline_index(units: list[TextUnit], hints: Hints, first: int) -> int | None:
    """Return which unit is the headline: one that says what the metadata say, else the last h1 before the story at `first`."""
    headings = [i for i, unit in enumerate(units) if unit.tag == "h1"]
    candidates: list[int] = [*headings, *range(len(units))]
    for i in candidates:
        if hints.headline and same_line(units[i].text, hints.headline):
            return i
    before = [i for i in headings if i <= first]
    return before[-1] if before else None


def _furniture_rule(text: str) -> str:
    """Return the rule that takes a unit outside the article, the most telling name first."""
    if byline_names(text):
        return "byline"
    if is_timestamp(text):
        return "timestamp"
    return line_rule(text) or OUTSIDE


def _hints(document: Document | None, units: list[TextUnit]) -> Hints:
    """Return headline, outlet, author and date by the page's metadata; the only h1 of a page comes before its title."""
    headings = [unit.text for unit in units if unit.tag == "h1"]
    title = (document.title or "").strip() if document else ""
    title_outlet = outlet_in_title(title)
    if title_outlet:
        title_headline = title[: title.rfind(title_outlet)].rstrip(TITLE_SEPARATORS)
        if any(same_line(unit.text, title_headline) for unit in units):
            title = title_headline
    headline = headings[0] if len(headings) == 1 else title or None
    if document is None:
        return Hints(headline=headline, outlet=title_outlet)
    site = (document.sitename or "").strip()
    return Hints(
        headline=headline,
        outlet=tidy_name(site) if site else title_outlet,
        byline="; ".join(part.strip() for part in (document.author or "").split(";") if part.strip()) or None,
        date=document.date or None,
    )

"""The page Search: a statement, a name or some words; which articles have it, where, and how surely.

asking.py    the box, and examples drawn from the story
answers.py   what was found
"""

from __future__ import annotations

from .. import frame, guide, heard
from . import answers, asking


def page() -> None:
    """Draw the page."""
    comparison = frame.begin()
    if comparison is None:
        return
    guide.answers("Search")
    heard.follow(comparison, inside=answers.PLACE)  # it listens before there are links
    asked = asking.box()
    if asked:
        answers.show(comparison, asked)
    else:
        asking.offers(comparison)

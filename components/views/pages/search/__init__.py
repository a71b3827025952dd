"""The page Search: a statement, a name or some words; which articles have it, where, and how surely.

form.py     the box, and examples drawn from the story
results.py  what was found
"""

from __future__ import annotations

from ... import link_listener, onboarding, page_header
from . import form, results


def page() -> None:
    """Draw the page."""
    comparison = page_header.begin()
    if comparison is None:
        return
    onboarding.answers("Search")
    link_listener.follow(comparison, inside=results.PLACE)  # it listens before there are links
    asked = form.box()
    if asked:
        results.show(comparison, asked)
    else:
        form.offers(comparison)

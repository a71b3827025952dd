"""The page Search: a statement, a name or some words; which articles have it, where, and how surely.

form.py     the box, and examples drawn from the story
results.py  what was found
"""

from __future__ import annotations

from ... import link_listener, onboarding, page_header
from . import form, results


def page() -> None:
    """Draw the page."""
    comparison = page_header.draw_header()
    if comparison is None:
        return
    onboarding.page_line("Search")
    link_listener.follow(comparison, inside=results.RESULTS_KEY)  # it listens before there are links
    query = form.search_box()
    if query:
        results.draw_results(comparison, query)
    else:
        form.draw_suggestions(comparison)

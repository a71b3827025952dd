"""What a reader must know before reading a comparison, one sentence each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from ..settings.coverage import STRANGER_SHARE
from ..story import Article, Link


def warnings_for(articles: Sequence[Article], links: Sequence[Link], *, calibrated: bool, encoder_name: str) -> tuple[str, ...]:
    """Return the notes that apply, most important first."""
    notes = []
    if len(articles) == 1:
        notes.append("There is only one article, so nothing can be compared; add another that tells the same story.")
    same = [(a.title, b.title) for a, b in combinations(articles, 2) if a.text.split() == b.text.split()]
    notes += [f"{first} and {second} are the same text; one of them adds nothing to the comparison." for first, second in same]
    if len(articles) > 1:
        strangers = [article.title for article in articles if _stranger(article, links)]
        notes += [f"{title} shares hardly a sentence with the others; it may be about something else." for title in strangers]
    if foreign := [article for article in articles if article.language not in (None, "en")]:
        names = ", ".join(article.title for article in foreign)
        notes.append(
            f"Outside English the results are less reliable; sentences are not split into facts, nor details compared: {names}."
        )
    if not calibrated:
        notes.append(
            f"Probabilities are not calibrated for this model ({encoder_name}): they come from words alone, without its vectors."
        )
    return tuple(notes)


def _stranger(article: Article, links: Sequence[Link]) -> bool:
    linked = {link.side(article.key) for link in links} - {None}
    return len(linked) <= STRANGER_SHARE * len(article.sentences)

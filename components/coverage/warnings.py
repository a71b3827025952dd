"""What a reader must know before reading a comparison, one sentence each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from ..story import Article, Link

STRANGER = 0.1
"""An article with no larger share of its sentences linked to any other may be about something else. Two articles on one story
share 40 to 80 %; two on different stories hardly ever more than one sentence."""


def warnings_for(articles: Sequence[Article], links: Sequence[Link], *, calibrated: bool, encoder_name: str) -> tuple[str, ...]:
    """The notes that apply, most important first."""
    out = []
    if len(articles) == 1:
        out.append("There is only one article, so nothing can be compared; add another that tells the same story.")
    same = [(a.title, b.title) for a, b in combinations(articles, 2) if a.text.split() == b.text.split()]
    out += [f"{first} and {second} are the same text; one of them adds nothing to the comparison." for first, second in same]
    if len(articles) > 1:
        strangers = [article.title for article in articles if _stranger(article, links)]
        out += [f"{title} shares hardly a sentence with the others; it may be about something else." for title in strangers]
    if foreign := [article for article in articles if article.language not in (None, "en")]:
        names = ", ".join(article.title for article in foreign)
        out.append(
            f"Outside English the results are less reliable; sentences are not split into facts, nor details compared: {names}."
        )
    if not calibrated:
        out.append(
            f"Probabilities are not calibrated for this model ({encoder_name}): they come from words alone, without its vectors."
        )
    return tuple(out)


def _stranger(article: Article, links: Sequence[Link]) -> bool:
    linked = {link.side(article.key) for link in links} - {None}
    return len(linked) <= STRANGER * len(article.sentences)

"""Parts of the Overview: the big numbers, what differs, whose words they are, how each outlet begins, who speaks."""

from __future__ import annotations

from html import escape
from typing import Final

import streamlit as st

from ....report import detail_list, who_speaks
from ....report.text_reuse import text_reuse_html
from ....report.wording import masthead
from ....story import Article, Comparison
from ... import actions
from ...html import headline, outlet, render_html
from ...link_listener import PREFIX
from ...session import cached_in_session, report_model

COPIED: Final = "overview-copied"
SPEAKERS: Final = 8
"""Speakers shown, those with most words first; the report has them all."""
DIFFERENCES: Final = 12
"""Details that differ shown in one line each; the page Differences has them all."""


def numbers(comparison: Comparison) -> None:
    """Facts in all, some, one, unclear; each with what it is a part of."""
    told = "".join(_number(number, words, key) for number, words, key in counted(comparison))
    render_html(f'<ul class="kp">{told}</ul>')


def counted(comparison: Comparison) -> list[tuple[int, str, str | None]]:
    """The numbers in order: count, what it counts, and the article it is about."""
    model = report_model(comparison)
    told, several = model.counts, len(comparison.articles)
    of = f"of {told.total} facts"
    if several < 2:
        return [(told.total, "facts, in one article", None)]
    found: list[tuple[int, str, str | None]] = [(told.in_all, f"{of} in {'both' if several == 2 else f'all {several}'}", None)]
    if several > 2:
        found.append((told.in_some, f"{of} in some", None))
    found += [(number, f"{of} only in {key}{_longer(comparison, key)}", key) for key, number in told.only.items()]
    found.append((told.unclear, f"{of} unclear", None))
    differ = len(model.numbered)
    return [*found, (differ, "details differ", None)] if differ else found


def _longer(comparison: Comparison, key: str) -> str:
    """`, which is 15% longer`: a longer article has more room for facts of its own; said of the longest of two only."""
    if len(comparison.articles) != 2:
        return ""
    mine = comparison.article(key).words
    other = next(article.words for article in comparison.articles if article.key != key)
    return f", which is {mine / other - 1:.0%} longer" if other and mine / other >= 1.05 else ""


def _number(number: int, words: str, key: str | None) -> str:
    shown = outlet(key, str(number)) if key else str(number)
    return f"<li><b>{shown}</b> <span>{escape(words)}</span></li>"


def details(comparison: Comparison) -> None:
    """The details that differ, the words alone, where there are any, and the way to their sentences."""
    model = report_model(comparison)
    differ = len(model.numbered)
    if not differ:
        return
    render_html(detail_list(model, most=DIFFERENCES))
    name = f"All {differ} differences in their sentences" if differ > DIFFERENCES else "Differences in their sentences"
    if st.button(name, key="go-to-differences", type="tertiary"):
        actions.go_to("Differences")


def copied(comparison: Comparison) -> None:
    """Which articles run together word for word, and how many accounts that leaves."""
    if len(comparison.articles) > 1:
        st.header("Words in common")
        render_html(
            cached_in_session(COPIED, comparison, lambda: text_reuse_html(report_model(comparison), prefix=PREFIX))
        )  # each article is laid over each other


def speakers(comparison: Comparison) -> None:
    """Who speaks in each article, where anybody was found to."""
    told = who_speaks(report_model(comparison), most=SPEAKERS)
    if told:
        render_html(told)


def headlines(comparison: Comparison) -> None:
    """Headline and lede of each article, beside each other."""
    st.header("How each begins")
    render_html('<div class="ledes">' + "".join(_beginning(article) for article in comparison.articles) + "</div>")


def _beginning(article: Article) -> str:
    lede = next((sent.text for sent in article.sentences if sent.role == "lede"), "")
    return (
        f'<section><h3 class="outlet">{outlet(article.key, article.title)}</h3>'
        f'<p class="soft small">{escape(masthead(article))}</p>'
        f'{headline(article)}<p class="lede">{escape(lede)}</p></section>'
    )

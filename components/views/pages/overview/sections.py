"""Parts of the Overview: the big numbers, what differs, whose words they are, how each outlet begins, who speaks."""

from __future__ import annotations

from html import escape
from typing import Final

import streamlit as st

from ....report import detail_list, who_speaks
from ....report.text_reuse import text_reuse_html
from ....report.wording import IN_SOME_OF_PAIR, PAIR, masthead_line
from ....story import Article, Comparison
from ... import actions
from ...html import headline_html, outlet_html, render_html
from ...link_listener import PREFIX
from ...session import cached_in_session, report_model

SHARED_TEXT_KEY: Final = "overview-copied"
MAX_SPEAKERS: Final = 8
"""Speakers shown, those with most words first; the report has them all."""
MAX_DIFFERENCES: Final = 12
"""Details that differ shown in one line each; the page Differences has them all."""


def draw_counts(comparison: Comparison) -> None:
    """Draw how many facts are in all, some, one, unclear; each with what it is a part of."""
    items = "".join(_count_html(number, words, key) for number, words, key in headline_counts(comparison))
    render_html(f'<ul class="kp">{items}</ul>')


def headline_counts(comparison: Comparison) -> list[tuple[int, str, str | None]]:
    """Return the counts in order: number, what it counts, and the article it is about."""
    model = report_model(comparison)
    counts, several = model.counts, len(comparison.articles)
    of = f"of {counts.total} facts"
    if several < 2:
        return [(counts.total, "facts, in one article", None)]
    rows: list[tuple[int, str, str | None]] = [
        (counts.in_all, f"{of} in {'both' if several == PAIR else f'all {several}'}", None)
    ]
    rows.append((counts.in_some, f"{of} {'in some' if several > PAIR else IN_SOME_OF_PAIR}", None))
    rows += [(number, f"{of} only in {key}{_length_note(comparison, key)}", key) for key, number in counts.only.items()]
    rows.append((sum(counts.probably_only.values()), f"{of} probably only in one", None))
    rows.append((counts.unclear, f"{of} unclear", None))
    differ = len(model.numbered_differences)
    return [*rows, (differ, "details differ", None)] if differ else rows


def _length_note(comparison: Comparison, key: str) -> str:
    """Return `, which is 15% longer` for the longer of two articles: it has more room for facts of its own."""
    if len(comparison.articles) != 2:
        return ""
    words = comparison.article(key).words
    other = next(article.words for article in comparison.articles if article.key != key)
    return f", which is {words / other - 1:.0%} longer" if other and words / other >= 1.05 else ""


def _count_html(number: int, words: str, key: str | None) -> str:
    shown = outlet_html(key, str(number)) if key else str(number)
    return f"<li><b>{shown}</b> <span>{escape(words)}</span></li>"


def draw_differences(comparison: Comparison) -> None:
    """Draw the details that differ, if any, without their sentences, and the button that leads to those."""
    model = report_model(comparison)
    differ = len(model.numbered_differences)
    if not differ:
        return
    render_html(detail_list(model, most=MAX_DIFFERENCES))
    name = f"All {differ} differences in their sentences" if differ > MAX_DIFFERENCES else "Differences in their sentences"
    if st.button(name, key="go-to-differences", type="tertiary"):
        actions.go_to("Differences")


def draw_shared_text(comparison: Comparison) -> None:
    """Draw which articles share text word for word, and how many independent accounts that leaves."""
    if len(comparison.articles) > 1:
        st.header("Words in common")
        render_html(
            cached_in_session(SHARED_TEXT_KEY, comparison, lambda: text_reuse_html(report_model(comparison), prefix=PREFIX))
        )  # each article is laid over each other


def draw_speakers(comparison: Comparison) -> None:
    """Draw who speaks in each article, if anybody does."""
    table = who_speaks(report_model(comparison), most=MAX_SPEAKERS)
    if table:
        render_html(table)


def draw_headlines(comparison: Comparison) -> None:
    """Draw headline and lede of each article, beside each other."""
    st.header("How each begins")
    render_html('<div class="ledes">' + "".join(_beginning_html(article) for article in comparison.articles) + "</div>")


def _beginning_html(article: Article) -> str:
    lede = next((sent.text for sent in article.sentences if sent.role == "lede"), "")
    return (
        f'<section><h3 class="outlet">{outlet_html(article.key, article.title)}</h3>'
        f'<p class="soft small">{escape(masthead_line(article))}</p>'
        f'{headline_html(article)}<p class="lede">{escape(lede)}</p></section>'
    )

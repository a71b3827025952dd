"""One article in the list: what was read of it, what was removed as furniture and can come back, its masthead to edit."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import cast

import streamlit as st

from ....corrections import put_back, take_out, take_out_sentences
from ....report.wording import format_date, plural
from ....settings import KEYS
from ....story import Article, Removed, digests
from ... import actions
from ...apply_corrections import correct
from ...html import headline_html, render_html, render_note
from ...languages import language_name
from ...markdown_escape import escape_label
from .masthead_form import form


def all_articles() -> None:
    """Draw the articles in order; their letters are those of the next comparison."""
    current = actions.session()
    for number, (entry, article, digest) in enumerate(
        zip(current.entries, current.articles, digests(current.originals), strict=True)
    ):
        with st.container(key=f"article-{entry.id}", gap="xsmall"):
            _article(ListedArticle(entry, article, digest), KEYS[number])


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article as read (`entry`), as corrected (`article`), and the digest that corrections know it by."""

    entry: actions.Entry
    article: Article
    digest: str


def _article(listed: ListedArticle, key: str) -> None:
    entry, article = listed.entry, listed.article
    main, side = st.columns([6, 1], vertical_alignment="top")
    with main:
        render_html(heading(article, key))
    with side, st.container(horizontal_alignment="right"):
        st.button(
            "Remove",
            key=f"remove-{entry.id}",
            type="tertiary",
            help=f"Take {escape_label(article.title)} out of the story",
            on_click=actions.remove_article,
            args=(entry.id,),
        )
    if article.language not in (None, "en"):
        render_note(
            f"In {language_name(article.language)}: outside English the results are less reliable.", small=True, role="note"
        )
    _furniture(listed)
    with st.expander("Masthead: outlet, headline, date, agency, dateline, byline", type="compact", key=f"masthead-{entry.id}"):
        form(entry.id, article, listed.digest)
    with st.expander(
        f"The text as it will be compared: {plural(len(article.sentences), 'sentence')}",
        type="compact",
        key=f"text-{entry.id}",
        on_change="rerun",
    ) as text:
        if text.open:
            render_html(_sentences_html(article))
            _take_out_form(listed)


def heading(article: Article, key: str) -> str:
    """Return letter, outlet, headline and what was read, as escaped HTML. An article has no key before it is compared."""
    facts = [plural(article.words, "word"), plural(len(article.sentences), "sentence"), language_name(article.language)]
    facts += [f"{article.agency} copy"] if article.agency and article.agency != article.outlet else []
    facts.append(dated(article.published))
    facts += ["outlet not given"] if article.name and not article.outlet else []
    facts += [article.name] if article.name and article.outlet else []
    return (
        f'<h2 class="outlet ss-{key}"><span class="ss-own">{key} · {escape(article.title)}</span></h2>'
        f'{headline_html(article)}<p class="soft small">{escape(" · ".join(facts))}</p>'
    )


def dated(published: str | None) -> str:
    """Return a date for people: `9 January 2026`, or `9 January, year not given`."""
    if not published:
        return "date not given"
    return f"{format_date(published)}, year not given" if published.startswith("--") else format_date(published)


def _furniture(listed: ListedArticle) -> None:
    """Draw what was removed, by rule, with a button each to restore it, and what was restored, with one to remove it again."""
    entry, removed = listed.entry, listed.article.removed
    restored = [item for item in entry.article.removed if item not in removed]
    if not removed and not restored:
        render_note("Nothing was taken for page furniture.", small=True)
        return
    rules = ", ".join(dict.fromkeys(item.rule for item in removed))
    title = f"{plural(len(removed), 'passage')} removed as page furniture" + (f": {rules}" if rules else "")
    title += f" ({len(restored)} restored)" if restored else ""
    with st.expander(escape_label(title, 160), type="compact", key=f"furniture-{entry.id}"):
        for number, item in enumerate(removed):
            _passage(listed, item, f"{entry.id}-{number}", "Restore")
        for number, item in enumerate(restored):
            _passage(listed, item, f"{entry.id}-{number}", "Remove again")


def _passage(listed: ListedArticle, item: Removed, key: str, verb: str) -> None:
    text, rule, button = st.columns([5.2, 2, 2], vertical_alignment="top")
    with text:
        st.text(" ".join(item.text.split()))
    with rule:
        st.text(item.rule if verb == "Restore" else f"{item.rule}, restored")
    with button:
        make_correction = put_back if verb == "Restore" else take_out
        st.button(verb, key=f"{verb.lower()}-{key}", on_click=correct, args=(make_correction(listed.digest, item),))


def _take_out_form(listed: ListedArticle) -> None:
    """Draw the form that takes sentences out of the story."""
    article, key = listed.article, f"no-story-{listed.entry.id}"
    with st.form(f"{key}-form", border=False):
        st.multiselect(
            "Sentences that are no part of the story",
            list(range(len(article.sentences))),
            format_func=lambda n: escape_label(f"{n + 1}: {article.sentences[n].text}", 60) if n < len(article.sentences) else "",
            key=key,
        )
        if not st.form_submit_button("Take these out"):
            return
    try:
        correct(*take_out_sentences(article, listed.digest, cast("list[int]", st.session_state[key])))
    except ValueError as error:
        render_note(str(error), role="alert")
        return
    st.rerun()


def _sentences_html(article: Article) -> str:
    """Return the clean text, a numbered sentence a line, as escaped HTML."""
    lines = "".join(f'<li class="{sent.role}" value="{sent.index + 1}">{escape(sent.text)}</li>' for sent in article.sentences)
    return f'<ol class="sentences">{lines}</ol>'

"""One article in the list: what was read of it, what was removed as furniture and can come back, its masthead to edit."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import streamlit as st

from ...intake import remove, restore
from ...report.words import day, plural
from ...settings import KEYS
from ...story import Article, Removed
from .. import state
from ..languages import language
from ..plain import label
from ..style import put, say
from .masthead import form


def all_articles() -> None:
    """The articles in order; their letters are those of the next comparison."""
    for number, entry in enumerate(list(state.session().entries)):
        with st.container(key=f"article-{entry.id}", gap="xsmall"):
            _one(entry, KEYS[number])


def _one(entry: state.Entry, key: str) -> None:
    article = entry.article
    shown, away = st.columns([6, 1], vertical_alignment="top")
    with shown:
        put(heading(article, key))
    with away, st.container(horizontal_alignment="right"):
        st.button(
            "Remove",
            key=f"remove-{entry.id}",
            type="tertiary",
            help=f"Take {label(outlet(article))} out of the story",
            on_click=state.remove_article,
            args=(entry.id,),
        )
    if article.language not in (None, "en"):
        say(f"In {language(article.language)}: outside English the results are less reliable.", small=True, role="note")
    _furniture(entry)
    with st.expander("Masthead: outlet, headline, date, agency, dateline, byline", type="compact", key=f"masthead-{entry.id}"):
        form(entry)
    with st.expander(
        f"The text as it will be compared: {plural(len(article.sentences), 'sentence')}",
        type="compact",
        key=f"text-{entry.id}",
        on_change="rerun",
    ) as text:
        if text.open:
            put(_sentences(article))


def outlet(article: Article) -> str:
    """Who published it, or what file it came from."""
    return article.outlet or article.name or "outlet not given"


def heading(article: Article, key: str) -> str:
    """Letter, outlet, headline and what was read, as escaped HTML."""
    facts = [plural(article.words, "word"), plural(len(article.sentences), "sentence"), language(article.language)]
    facts += [f"{article.agency} copy"] if article.agency and article.agency != article.outlet else []
    facts.append(dated(article.published))
    facts += ["outlet not given"] if article.name and not article.outlet else []
    facts += [article.name] if article.name and article.outlet else []
    headline = escape(article.headline) if article.headline else '<span class="soft">no headline found</span>'
    return (
        f'<h2 class="outlet ss-{key}"><span class="ss-own">{key} · {escape(outlet(article))}</span></h2>'
        f'<p class="headline">{headline}</p><p class="soft small">{escape(" · ".join(facts))}</p>'
    )


def dated(published: str | None) -> str:
    """`9 January 2026`, or `9 January, year not given`."""
    if not published:
        return "date not given"
    return f"{day(published)}, year not given" if published.startswith("--") else day(published)


def _furniture(entry: state.Entry) -> None:
    """What was removed, by rule, with a button each to restore it; what was restored, with a button to remove it again."""
    removed = entry.article.removed
    if not removed and not entry.restored:
        say("Nothing was taken for page furniture.", small=True)
        return
    rules = ", ".join(dict.fromkeys(item.rule for item in removed))
    told = f"{plural(len(removed), 'passage')} removed as page furniture" + (f": {rules}" if rules else "")
    told += f" ({len(entry.restored)} restored)" if entry.restored else ""
    with st.expander(label(told, 160), type="compact", key=f"furniture-{entry.id}"):
        for number, item in enumerate(removed):
            _passage(entry, item, f"{entry.id}-{number}", "Restore")
        for number, item in enumerate(entry.restored):
            _passage(entry, item, f"{entry.id}-{number}", "Remove again")


def _passage(entry: state.Entry, item: Removed, key: str, verb: str) -> None:
    text, rule, button = st.columns([5.2, 2, 2], vertical_alignment="top")
    with text:
        st.text(" ".join(item.text.split()))
    with rule:
        st.text(item.rule if verb == "Restore" else f"{item.rule}, restored")
    with button:
        act = _restore if verb == "Restore" else _remove_again
        st.button(verb, key=f"{verb.lower()}-{key}", on_click=act, args=(entry, item))


def _restore(entry: state.Entry, item: Removed) -> None:
    entry.article = restore(entry.article, item)
    entry.restored.append(item)


def _remove_again(entry: state.Entry, item: Removed) -> None:
    """The stretch goes under the rule that took it first, so that the article is again what it was."""
    article = remove(entry.article, item.start, item.end)
    entry.article = replace(article, removed=tuple(item if known.start == item.start else known for known in article.removed))
    entry.restored.remove(item)


def _sentences(article: Article) -> str:
    """The clean text, a numbered sentence a line, as escaped HTML."""
    lines = "".join(f'<li class="{sent.role}" value="{sent.index + 1}">{escape(sent.text)}</li>' for sent in article.sentences)
    return f'<ol class="sentences">{lines}</ol>'

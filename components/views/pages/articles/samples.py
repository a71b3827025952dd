"""The sample stories on the page Articles: what each is about, and one click to its Overview."""

from __future__ import annotations

from html import escape

import streamlit as st

from ....library import StoryState
from ....report.wording import plural
from ....story import InputError, SkippedFile
from ... import actions, persistence, sample_stories
from ...html import render_html, render_note
from ...markdown_escape import escape_label
from .run_comparison import compare_and_show, shown_progress


def cards() -> None:
    """One card a sample; a sentence if none came along."""
    found = sample_stories.samples()
    if not found:
        render_note("No sample stories came with this copy.")
        return
    with st.container(key="samples"):
        for place, sample in zip(st.columns(max(3, len(found)), gap="large"), found, strict=False):
            with place:
                render_html(card(sample))
                if st.button("Open and compare", key=f"sample-{sample.slug}", help=escape_label(sample.title)):
                    open_sample(sample)


def card(sample: sample_stories.Sample) -> str:
    """Title, what it is about, and its outlets, as escaped HTML."""
    outlets = " · ".join(outlet for outlet, _ in sample.articles)
    return (
        f'<h3 class="story">{escape(sample.title)}</h3><p class="about">{escape(sample.about)}</p>'
        f'<p class="soft small">{plural(len(sample.articles), "article")}: {escape(outlets)}</p>'
    )


def open_sample(sample: sample_stories.Sample) -> None:
    """Put the sample in the place of what was there, compare it, and turn to the Overview."""
    take_sample(sample)
    compare_and_show()


def take_sample(sample: sample_stories.Sample) -> None:
    """Put the sample in the place of what was there. It is nobody's story until somebody changes something."""
    with shown_progress() as told:
        found = list(sample_stories.read(sample, told))
    articles = tuple(article for _, article in found if not isinstance(article, InputError))
    setbacks = tuple(SkippedFile(path.name, str(error)) for path, error in found if isinstance(error, InputError))
    persistence.take(StoryState(articles, strictness=actions.strictness(), title=sample.title, setbacks=setbacks))
    actions.session().saved.sample = sample.slug

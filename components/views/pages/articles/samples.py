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
from ...progress import progress_bar
from .run_comparison import compare_and_show


def sample_cards() -> None:
    """Draw one card a sample; a sentence if none came along."""
    samples = sample_stories.samples()
    if not samples:
        render_note("No sample stories came with this copy.")
        return
    with st.container(key="samples"):
        for place, sample in zip(st.columns(max(3, len(samples)), gap="large"), samples, strict=False):
            with place:
                render_html(card_html(sample))
                if st.button("Open and compare", key=f"sample-{sample.slug}", help=escape_label(sample.title)):
                    open_sample(sample)


def card_html(sample: sample_stories.Sample) -> str:
    """Return title, what it is about, and its outlets, as escaped HTML."""
    outlets = " · ".join(outlet for outlet, _ in sample.articles)
    return (
        f'<h3 class="story">{escape(sample.title)}</h3><p class="about">{escape(sample.about)}</p>'
        f'<p class="soft small">{plural(len(sample.articles), "article")}: {escape(outlets)}</p>'
    )


def open_sample(sample: sample_stories.Sample) -> None:
    """Open the sample in place of the current story, compare it, and turn to the Overview."""
    load_sample(sample)
    compare_and_show()


def load_sample(sample: sample_stories.Sample) -> None:
    """Open the sample in place of the current story. It is not saved until somebody changes something."""
    with progress_bar() as progress:
        results = list(sample_stories.read_sample(sample, progress))
    articles = tuple(article for _, article in results if not isinstance(article, InputError))
    skipped_files = tuple(SkippedFile(path.name, str(error)) for path, error in results if isinstance(error, InputError))
    persistence.replace_story(
        StoryState(articles, strictness=actions.strictness(), title=sample.title, skipped_files=skipped_files)
    )
    actions.session().saved.sample = sample.slug

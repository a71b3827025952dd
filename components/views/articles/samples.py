"""The sample stories on the page Articles: what each is about, and one click to its Overview."""

from __future__ import annotations

from html import escape

import streamlit as st

from ...library import Work
from ...report.words import plural
from ...story import InputError, Setback
from .. import keeping, sample_files, state
from ..plain import label
from ..style import put, say
from .comparing import compare_and_show, shown_progress


def cards() -> None:
    """One card a sample; a sentence if none came along."""
    found = sample_files.samples()
    if not found:
        say("No sample stories came with this copy.")
        return
    with st.container(key="samples"):
        for place, sample in zip(st.columns(max(3, len(found)), gap="large"), found, strict=False):
            with place:
                put(card(sample))
                if st.button("Open and compare", key=f"sample-{sample.slug}", help=label(sample.title)):
                    open_sample(sample)


def card(sample: sample_files.Sample) -> str:
    """Title, what it is about, and its outlets, as escaped HTML."""
    outlets = " · ".join(outlet for outlet, _ in sample.articles)
    return (
        f'<h3 class="story">{escape(sample.title)}</h3><p class="about">{escape(sample.about)}</p>'
        f'<p class="soft small">{plural(len(sample.articles), "article")}: {escape(outlets)}</p>'
    )


def open_sample(sample: sample_files.Sample) -> None:
    """Put the sample in the place of what was there, compare it, and turn to the Overview."""
    take_sample(sample)
    compare_and_show()


def take_sample(sample: sample_files.Sample) -> None:
    """Put the sample in the place of what was there. It is nobody's story until somebody changes something."""
    with shown_progress() as told:
        found = list(sample_files.read(sample, told))
    articles = tuple(article for _, article in found if not isinstance(article, InputError))
    setbacks = tuple(Setback(path.name, str(error)) for path, error in found if isinstance(error, InputError))
    keeping.take(Work(articles, strictness=state.strictness(), title=sample.title, setbacks=setbacks))
    state.session().kept.sample = sample.slug

"""The step from articles to a comparison: what is still missing, the button, and its stages."""

from __future__ import annotations

from typing import Final

import streamlit as st

from ....report.wording import plural
from ....story import InputError
from ... import actions
from ...apply_corrections import undo_redo_buttons
from ...encoder_names import encoder_choices
from ...html import render_html, render_note
from ...progress import progress_bar

ENCODER_KEY: Final = "encoder-choice"
ENCODER_HELP: Final = "A larger model takes longer, all-mpnet-base-v2 about six times. The page Method says what each is worth."


def compare_bar() -> None:
    """Draw how many articles there are, whether they are those of the last comparison, and the buttons."""
    compared = actions.current_comparison() is not None
    outdated = not compared or actions.articles_changed() or actions.encoder_changed() is not None
    several = len(actions.articles()) > 1
    render_html(f'<h1 class="ss-title">{plural(len(actions.articles()), "article")} of one story</h1>')
    render_note(comparison_state(), role="status")
    with st.container(horizontal=True, vertical_alignment="center", key="compare-bar"):
        pressed = st.button(
            "Compare again" if compared else "Compare", type="primary" if outdated and several else "secondary", key="compare"
        )
        if compared and st.button("See the Overview", type="secondary" if outdated else "primary", key="see-overview"):
            actions.go_to("Overview")
        st.button("Put everything away", type="tertiary", key="start-again", on_click=actions.clear_story)
        restore_button()
        undo_redo_buttons()
    _encoder_control()
    if pressed:
        compare_and_show()


def _encoder_control() -> None:
    """Draw the choice of the model that reads the articles, where there is more than one on this machine."""
    choices = encoder_choices()
    if actions.session().encoder not in choices:
        actions.choose_encoder(next(iter(choices)))
    if len(choices) > 1:
        st.session_state[ENCODER_KEY] = actions.session().encoder
        st.segmented_control(
            "Language model",
            options=list(choices),
            format_func=lambda name: choices.get(name, name),
            key=ENCODER_KEY,
            required=True,
            on_change=lambda: actions.choose_encoder(st.session_state[ENCODER_KEY]),
            help=ENCODER_HELP,
        )


def restore_button() -> None:
    """Draw the button that restores what was here before a sample was opened or everything was cleared."""
    count = actions.previous_article_count()
    if count:
        label = f"Bring back the previous {'article' if count == 1 else f'{count} articles'}"
        st.button(label, type="tertiary", key="bring-back", on_click=actions.restore_previous)


def comparison_state() -> str:
    """Return one sentence on what is still to do between the articles and a comparison."""
    comparison = actions.current_comparison()
    if len(actions.articles()) == 1 and (comparison is None or actions.articles_changed()):
        return "One article can be read, but there is nothing to compare it with: add another about the same event."
    if comparison is None:
        return "Not compared yet. Look at what was removed and at the names, then compare."
    if actions.articles_changed():
        return "The articles have changed since the last comparison, which is kept until you compare again."
    if title := actions.encoder_changed():
        return f"Compared by the model {title}; compare again to have the articles read by the one you chose."
    return f"Compared: {plural(len(comparison.facts), 'fact')} found in these articles."


def compare_and_show() -> None:
    """Compare the articles, then turn to the Overview; if that fails, a message says why and nothing is lost."""
    if not try_compare():
        st.rerun()
    actions.go_to("Overview")


def try_compare() -> bool:
    """Compare the articles. Returns False, with a message, if that fails."""
    try:
        with progress_bar() as progress:
            actions.compare_now(progress)
    except InputError as error:
        actions.session().messages.append(str(error))
        return False
    return True

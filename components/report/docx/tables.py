"""The tables of the Word document: who states what, who speaks, what was made by hand, what was removed, how it was made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ...story import LABELS, SYMBOLS, Fact
from .. import wording
from ..highlight import label_pieces
from ..model import FactState, ReportModel
from ..provenance import METHOD
from ..second_reader import opinion_lines
from .elements import add_label, add_row, add_table, add_text
from .styles import TABLE

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

TEXT_WIDTH: Final = 17.0
"""Centimetres between the margins of the page."""
SECOND_WIDTH: Final = 2.8
"""Centimetres of what a second reader says."""
NAME_WIDTH: Final = 4.5
"""Centimetres of a first column that names something."""
LABEL_LETTERS: Final = 200
"""Letters of a fact's label in the table; its own heading has all of it."""


def coverage(document: Document, model: ReportModel) -> None:
    """Add the facts of the selection by articles: in each cell the sign, its meaning, and the sentences that state it."""
    add_text(document, "Who states what", "Heading 1")
    signs = ", ".join(f"{SYMBOLS[status]} {label}" for status, label in LABELS.items())
    add_text(document, f"{signs}. Numbers are sentence numbers, the headline is 1.", "Caption")
    articles = model.comparison.articles
    narrow = max(1.1, min(2.6, 9 / max(1, len(articles))))
    second = [("second reader", SECOND_WIDTH)] if model.comparison.second_reader else []
    columns = [*((article.title, narrow) for article in articles), *second]
    widths = [TEXT_WIDTH - sum(width for _, width in columns), *(width for _, width in columns)]
    table = add_table(document, TABLE, widths, ["fact, in the words of an article", *(title for title, _ in columns)])
    main = [fact for _, facts in model.main_sections for fact in facts]
    for fact in main:
        _add_fact(table, widths, model, fact)
    if model.small_facts:
        add_row(table, widths, [wording.smaller_facts(len(model.small_facts)), *("" for _ in columns)], bold=True)
    for fact in model.small_facts:
        _add_fact(table, widths, model, fact)


def _add_fact(table: Table, widths: Sequence[float], model: ReportModel, fact: Fact) -> None:
    """Add a row: the label of a fact, its state in each article, what a second reader says."""
    states = model.fact_states(fact)
    opinions = ["; ".join(opinion_lines(fact))] if model.comparison.second_reader else []
    row = add_row(table, widths, ["", *(_cell(states.get(article.key)) for article in model.comparison.articles), *opinions])
    add_label(row.cells[0].paragraphs[0], label_pieces(fact, LABEL_LETTERS))


def _cell(state: FactState | None) -> str:
    """A state in a cell: "● stated 2·3", "○ not found"."""
    if state is None:
        return ""
    status, numbers = state.presence.status, wording.sentence_numbers(state.sentences)
    hand = " by hand" if state.presence.by_hand else ""
    return " ".join(part for part in (SYMBOLS[status], LABELS[status], numbers) if part) + hand


def speakers(document: Document, model: ReportModel) -> None:
    """Add who speaks in each article, and how many words each gets."""
    if not model.speakers:
        return
    add_text(document, "Who speaks", "Heading 1")
    add_text(document, "Words given to speakers whom the text names: quoted, and reported in the outlet's own words.", "Caption")
    articles = model.comparison.articles
    widths = [NAME_WIDTH, *[(TEXT_WIDTH - NAME_WIDTH) / len(articles)] * len(articles)]
    table = add_table(document, TABLE, widths, ["speaker", *(article.title for article in articles)])
    for speaker in model.speakers:
        voices = [speaker.voices.get(article.key) for article in articles]
        cells = [
            f"{v.quoted_words} quoted, {v.reported_words} reported, {wording.describe_sentences(v.sentences)}"
            if v
            else "no words found"
            for v in voices
        ]
        add_row(table, widths, [speaker.name, *cells])


def corrections(document: Document, model: ReportModel) -> None:
    """Add the log of corrections, if there are any."""
    if not model.log_rows:
        return
    add_text(document, "Made by hand", "Heading 1")
    widths = [1.0, 10.5, 3.0, 2.5]
    table = add_table(document, TABLE, widths, ["", "what was changed", "when", "standing"])
    for row in model.log_rows:
        add_row(table, widths, [str(row.number), row.what, row.made, row.standing])


def removed(document: Document, model: ReportModel) -> None:
    """Add what was taken for page furniture, with the rule that took it."""
    articles = [article for article in model.comparison.articles if article.removed]
    if not articles:
        return
    add_text(document, "Removed before the comparison", "Heading 1")
    widths = [NAME_WIDTH, TEXT_WIDTH - NAME_WIDTH]
    for article in articles:
        add_text(document, article.title, "Heading 2")
        table = add_table(document, TABLE, widths, ["rule", "the words removed"])
        for stretch in article.removed:
            add_row(table, widths, [stretch.rule, stretch.text])


def method(document: Document, model: ReportModel) -> None:
    """Add how the report was made, with what, and what it cannot tell."""
    add_text(document, "Method", "Heading 1")
    add_text(document, METHOD)
    widths = [NAME_WIDTH, TEXT_WIDTH - NAME_WIDTH]
    table = add_table(document, TABLE, widths, ["what", "how"])
    for name, value in model.provenance:
        add_row(table, widths, [name, value])
    for status, meaning in wording.STATUS_MEANINGS.items():
        add_row(table, widths, [f"{SYMBOLS[status]} {LABELS[status]}", meaning])
    add_row(table, widths, ["limits", wording.MACHINE_MADE])

"""The report as a Word document: what the page says, in headings, paragraphs and tables that a person can edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import __version__
from ...story import SYMBOLS, Article, Comparison, Difference, Fact
from .. import fact_cards, text_reuse, verdicts, wording
from ..differences import passages
from ..highlight import label_pieces
from ..model import ReportModel
from ..selection import WHOLE, Selection
from . import tables
from .elements import add_label, add_paragraph, add_pieces, add_text, as_bytes, clean
from .styles import NOTE, STATE, WORDS, set_up

if TYPE_CHECKING:
    from docx.document import Document


def report_docx(comparison: Comparison, *, made: str, selection: Selection = WHOLE) -> bytes:
    """Return the whole report as one Word document. The same comparison, date and selection give the same bytes.

    Args:
        comparison: The comparison.
        made: The date to print, as given.
        selection: Which facts are shown, in which order.
    """
    import docx

    model = ReportModel(comparison, selection, made)
    document = docx.Document()
    set_up(document, title=_title(model), made=made, footer=f"Samestory {__version__} · {made}")
    _front(document, model)
    _differences(document, model)
    tables.coverage(document, model)
    _shared_texts(document, model)
    _facts(document, model)
    tables.speakers(document, model)
    tables.corrections(document, model)
    tables.removed(document, model)
    tables.method(document, model)
    return as_bytes(document)


def _title(model: ReportModel) -> str:
    return model.comparison.title or wording.UNTITLED


def _front(document: Document, model: ReportModel) -> None:
    add_text(document, _title(model), "Title")
    for article in model.comparison.articles:
        line = add_paragraph(document, NOTE)
        line.add_run(clean(article.title)).bold = True
        line.add_run(clean(f" · {wording.masthead_line(article)}"))
    add_text(document, model.summary)
    add_text(document, model.description)
    for note in model.comparison.notes:
        add_text(document, note, "List Bullet")
    for skipped in model.comparison.errors:
        add_text(document, f"Set aside: {skipped.file}: {skipped.cause}", "List Bullet")
    add_text(document, wording.MACHINE_MADE, NOTE)


def _differences(document: Document, model: ReportModel) -> None:
    if not model.differences:
        return
    add_text(document, "Differences", "Heading 1")
    differing = [pair for pair in model.differences if pair in model.difference_signs]
    if not differing:
        add_text(document, "No two details were found to differ.")
    for pair in differing:
        add_text(document, f"{model.difference_signs[pair]} {verdicts.heading(pair)}", "Heading 2")
        _pair(document, model.comparison, pair, model.difference_signs[pair])
    notes = [pair for pair in model.differences if pair not in model.difference_signs]
    if notes:
        add_text(document, f"{wording.plural(len(notes), 'note')} on details that do not differ", "Heading 2")
    for pair in notes:
        add_text(document, verdicts.heading(pair), "Heading 3")
        _pair(document, model.comparison, pair, "")


def _pair(document: Document, comparison: Comparison, difference: Difference, sign: str) -> None:
    why = f"{difference.why}{verdicts.review_note(difference)}"
    add_text(document, why if sign else f"{why} ({verdicts.VERDICT_MEANINGS[difference.verdict]})", NOTE)
    for passage in passages(comparison, difference, sign):
        _heading_line(document, f"{passage.article.title}, sentence {wording.sentence_number(passage.sentence)}")
        add_pieces(add_paragraph(document, WORDS), passage.pieces, passage.article.language)


def _heading_line(document: Document, text: str, bold: int | None = None) -> None:
    """A line above words of an article, which stays with them; its first `bold` letters (or all of it) stand out."""
    line = add_paragraph(document, STATE)
    line.paragraph_format.keep_with_next = True
    end = len(text) if bold is None else bold
    line.add_run(clean(text[:end])).bold = True
    line.add_run(clean(text[end:]))


def _shared_texts(document: Document, model: ReportModel) -> None:
    if model.shared_texts:
        add_text(document, "Words in common", "Heading 1")
        add_text(document, text_reuse.describe_accounts(model))
        add_text(document, text_reuse.CANNOT_TELL, NOTE)


def _facts(document: Document, model: ReportModel) -> None:
    add_text(document, "Facts and their passages", "Heading 1")
    if not model.facts:
        add_text(document, "No facts to show.")
    for heading, facts in model.all_sections:
        if heading:
            add_text(document, heading, "Heading 2")
        for fact in facts:
            _fact(document, model, fact)


def _fact(document: Document, model: ReportModel, fact: Fact) -> None:
    add_label(add_paragraph(document, "Heading 3"), label_pieces(fact))
    voices = wording.describe_voices(model.voices(fact))
    group = wording.describe_group(model.comparison, fact)
    remarks = (group, "checked by a person" if fact.checked else "", voices, wording.describe_weight(fact))
    add_text(document, " · ".join(remark for remark in remarks if remark), NOTE)
    for item in fact_cards.fact_by_article(model, fact):
        name = f"{SYMBOLS[item.presence.status]} {item.article.title}"
        why = f" · {item.presence.why}" if item.presence.why else ""
        added = "; ".join(wording.describe_added(item.presence.adds))
        _heading_line(document, f"{name}: {item.likelihood}{why}{f' · also: {added}' if added else ''}", len(name))
        if item.second:
            add_text(document, item.second, NOTE)
        for excerpt in item.excerpts:
            _excerpt(document, item.article, excerpt, "")
        if item.nearest:
            _excerpt(document, item.article, item.nearest, "nearest passage, ")
    for pair in model.differences_of(fact):
        sign = model.difference_signs.get(pair, "")
        add_text(document, f"{sign} {verdicts.heading(pair)}: {pair.why}{verdicts.review_note(pair)}".strip(), NOTE)


def _excerpt(document: Document, article: Article, excerpt: fact_cards.Excerpt, lead: str) -> None:
    line = add_paragraph(document, WORDS)
    line.add_run(f"{lead}{wording.describe_sentences([excerpt.sentence.index])}: ").italic = True
    add_pieces(line, excerpt.pieces, article.language)

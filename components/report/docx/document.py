"""The report as a Word document: what the page says, in headings, paragraphs and tables that a person can edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ...coverage import shared_texts, voice_by_article
from ...story import SYMBOLS, Article, Comparison, Difference, Fact
from .. import fact_cards, text_reuse, verdicts, wording
from ..differences import sides
from ..provenance import VERSION
from ..selection import WHOLE, Order, Selection, describe, differences_of, sections, shown
from . import tables
from .elements import as_bytes, clean, paragraph, say, write
from .styles import NOTE, STATE, WORDS, dress

if TYPE_CHECKING:
    from docx.document import Document


def report_docx(comparison: Comparison, *, made: str, selection: Selection = WHOLE) -> bytes:
    """The whole report as one Word document. The same comparison, date and selection give the same bytes."""
    import docx

    document = docx.Document()
    dress(document, title=_title(comparison), made=made, foot=f"Samestory {VERSION} · {made}")
    _first(document, comparison, selection)
    facts = shown(comparison, selection)
    _differences(document, comparison, facts)
    tables.coverage(document, comparison, facts)
    _copied(document, comparison)
    _facts(document, comparison, facts, selection.order)
    tables.voices(document, comparison)
    tables.by_hand(document, comparison)
    tables.removed(document, comparison)
    tables.method(document, comparison, made)
    return as_bytes(document)


def _title(comparison: Comparison) -> str:
    return comparison.title or wording.UNTITLED


def _first(document: Document, comparison: Comparison, wanted: Selection) -> None:
    say(document, _title(comparison), "Title")
    for article in comparison.articles:
        line = paragraph(document, NOTE)
        line.add_run(clean(article.title)).bold = True
        line.add_run(clean(f" · {wording.masthead(article)}"))
    say(document, wording.summary(comparison))
    say(document, describe(comparison, wanted))
    for note in comparison.notes:
        say(document, note, "List Bullet")
    for setback in comparison.errors:
        say(document, f"Set aside: {setback.file}: {setback.cause}", "List Bullet")
    say(document, wording.MACHINE_MADE, NOTE)


def _differences(document: Document, comparison: Comparison, facts: Sequence[Fact]) -> None:
    pairs = differences_of(comparison, facts)
    if not pairs:
        return
    say(document, "Differences", "Heading 1")
    signs = verdicts.difference_signs(comparison)
    differ = [pair for pair in pairs if pair in signs]
    if not differ:
        say(document, "No two details were found to differ.")
    for pair in differ:
        say(document, f"{signs[pair]} {verdicts.heading(pair)}", "Heading 2")
        _pair(document, comparison, pair, signs[pair])
    others = [pair for pair in pairs if pair not in signs]
    if others:
        say(document, f"{wording.plural(len(others), 'note')} on details that do not differ", "Heading 2")
    for pair in others:
        say(document, verdicts.heading(pair), "Heading 3")
        _pair(document, comparison, pair, "")


def _pair(document: Document, comparison: Comparison, difference: Difference, sign: str) -> None:
    said = f"{difference.why}{verdicts.by_hand(difference)}"
    say(document, said if sign else f"{said} ({verdicts.MEANINGS[difference.verdict]})", NOTE)
    for side in sides(comparison, difference, sign):
        _head(document, f"{side.article.title}, sentence {wording.number(side.sentence)}")
        write(paragraph(document, WORDS), side.pieces, side.article.language)


def _head(document: Document, text: str, bold: int | None = None) -> None:
    """A line above words of an article, which stays with them; its first `bold` letters (or all of it) stand out."""
    line = paragraph(document, STATE)
    line.paragraph_format.keep_with_next = True
    end = len(text) if bold is None else bold
    line.add_run(clean(text[:end])).bold = True
    line.add_run(clean(text[end:]))


def _copied(document: Document, comparison: Comparison) -> None:
    found = shared_texts(comparison.articles)
    if found:
        say(document, "Words in common", "Heading 1")
        say(document, text_reuse.describe(comparison, found))
        say(document, text_reuse.CANNOT_TELL, NOTE)


def _facts(document: Document, comparison: Comparison, facts: Sequence[Fact], order: Order) -> None:
    say(document, "Facts and their passages", "Heading 1")
    if not facts:
        say(document, "No facts to show.")
    signs = verdicts.difference_signs(comparison)
    for heading, members in sections(comparison, facts, order):
        if heading:
            say(document, heading, "Heading 2")
        for fact in members:
            _fact(document, comparison, fact, signs)


def _fact(document: Document, comparison: Comparison, fact: Fact, signs: Mapping[Difference, str]) -> None:
    say(document, fact.label, "Heading 3")
    voices = wording.voices_of(voice_by_article(comparison, fact))
    group = wording.group(comparison, fact.group, fact.only_in)
    said = (group, "checked by a person" if fact.checked else "", voices)
    say(document, " · ".join(part for part in said if part), NOTE)
    for standing in fact_cards.fact_by_article(comparison, fact):
        name = f"{SYMBOLS[standing.state.status]} {standing.article.title}"
        why = f" · {standing.state.why}" if standing.state.why else ""
        _head(document, f"{name}: {standing.likely}{why}", len(name))
        for excerpt in standing.excerpts:
            _words(document, standing.article, excerpt, "")
        if standing.nearest:
            _words(document, standing.article, standing.nearest, "nearest passage, ")
    for difference in verdicts.of_fact(comparison, fact):
        sign = signs.get(difference, "")
        say(document, f"{sign} {verdicts.heading(difference)}: {difference.why}{verdicts.by_hand(difference)}".strip(), NOTE)


def _words(document: Document, article: Article, excerpt: fact_cards.Excerpt, lead: str) -> None:
    line = paragraph(document, WORDS)
    line.add_run(f"{lead}{wording.spoken([excerpt.sentence.index])}: ").italic = True
    write(line, excerpt.pieces, article.language)

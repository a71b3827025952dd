"""What a reader sees first, and who speaks: the summary line, the notes, the legend, the table of speakers."""

from __future__ import annotations

from ..coverage import Voice
from ..settings.report import INLINE_DETAILS
from ..story import LABELS
from . import wording
from .model import ComparisonLike, ReportModel, as_model
from .render import render_template
from .second_reader import describe_reader


def summary_header(comparison: ComparisonLike, *, level: int = 1, title: bool = True) -> str:
    """Return the story's title, a chip an article, and the counts with denominators.

    Args:
        comparison: The comparison, or its model.
        level: Of the title's heading.
        title: Whether the title is shown.
    """
    model = as_model(comparison)
    return render_template(
        "header.html",
        comparison=model.comparison,
        level=level,
        title=title,
        parts=(*model.summary_parts, *_independent_accounts(model)),
        checked=wording.describe_checked(model.counts),
        uncalibrated=not model.comparison.calibrated,
        second=describe_reader(model.comparison.second_reader) if model.comparison.second_reader else "",
    )


def _independent_accounts(model: ReportModel) -> tuple[wording.SummaryPart, ...]:
    """How many accounts there are, where articles run together word for word."""
    accounts, articles = len(model.accounts), len(model.comparison.articles)
    if accounts == articles:
        return ()
    return (wording.SummaryPart(accounts, f"independent {'account' if accounts == 1 else 'accounts'} in {articles} outlets"),)


def notes(comparison: ComparisonLike, *, folded: bool = False) -> str:
    """Return what a reader must know first, and the files that were set aside; empty if there is neither.

    Args:
        comparison: The comparison, or its model.
        folded: Whether the files are only counted until the reader opens the line.
    """
    comparison = as_model(comparison).comparison
    if not comparison.notes and not comparison.errors:
        return ""
    return render_template("notes.html", notes=comparison.notes, skipped=comparison.errors, folded=folded)


def legend(comparison: ComparisonLike, *, marks: bool = True) -> str:
    """Return what the signs mean.

    Args:
        comparison: The comparison, or its model.
        marks: Whether a text is shown, so that the marks in it are explained too.
    """
    model = as_model(comparison)
    keys = model.comparison.keys if len(model.comparison.keys) <= INLINE_DETAILS else model.comparison.keys[:1]
    return render_template("legend.html", labels=LABELS, keys=keys if marks else (), differ=bool(model.numbered_differences))


def who_speaks(comparison: ComparisonLike, *, caption: str = "Who speaks", most: int | None = None) -> str:
    """Return the table of speakers by articles; empty if nobody speaks.

    Args:
        comparison: The comparison, or its model.
        caption: Of the table.
        most: Only so many speakers, those with most words; all by default.
    """
    model = as_model(comparison)
    if not model.speakers[:most]:
        return ""
    keys = model.comparison.keys
    return render_template(
        "speakers.html",
        comparison=model.comparison,
        caption=caption,
        rows=[(speaker, [(key, _voice_cell(speaker.voices.get(key))) for key in keys]) for speaker in model.speakers[:most]],
        words_by_key={key: sum(s.voices[key].words for s in model.speakers if key in s.voices) for key in keys},
        not_shown=len(model.speakers) - len(model.speakers[:most]),
    )


def _voice_cell(voice: Voice | None) -> tuple[tuple[str, ...], str]:
    """What one article gives a speaker: words quoted and words reported, and in which sentences."""
    if voice is None:
        return (), ""
    counts = [(voice.quoted_words, "quoted"), (voice.reported_words, "reported")]
    return tuple(f"{count} {manner}" for count, manner in counts if count), wording.describe_sentences(voice.sentences)

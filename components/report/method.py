"""The method in plain words, as HTML: what happens to an article, how sure the judgements are, what they cannot tell.

Figures come from measured.json: what `make quality` printed when the judgement was last fitted, under the same names, for each
encoder that has a fit. Each encoder has a column.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from .. import __version__
from ..embeddings import BUNDLED_NAME
from ..settings import MAX_ARTICLES, MAX_BYTES, MAX_SENTENCES, MAX_WORDS, THRESHOLDS, Strictness
from ..story import LABELS
from . import wording
from .model import ComparisonLike, as_model
from .render import render_template

FIGURES: Final = Path(__file__).with_name("measured.json")
STYLE: Final = Path(__file__).with_name("method.css")
GENRES: Final = "2,027 links in 149 pairs of articles"
CLAUSES_ONLY_HERE: Final = "qaalign_facts, only here, Samestory"
NUMBER_PAIRS: Final = 53
"""Pairs of sentences with different numbers that were measured: those that do not agree, and others."""
CLAUSES: Final = "1,316 clauses in 229 pairs of sentences"
LINKS: Final = "1,971 links that people drew between 144 pairs of articles"
STATEMENTS: Final = "2,767 times a statement beside an article"
GENRE_STATEMENTS: Final = "2,095 times a statement beside an article, in 69 stories"
FACTS: Final = "what holds the 947 facts that people wrote down of 48 stories; at the balanced strictness"
READERS: Final = "the 947 facts that people wrote down of 48 stories: a label says it, and the state in every article is true"
CLAIMS: Final = "the claims that hold those statements, beside the other outlets"
GENRE_CLAIMS: Final = "951 claims beside another article; the judgement of claims was fitted on none of them"


@dataclass(frozen=True, slots=True)
class Share:
    """How often something holds.

    Attributes:
        what: What holds.
        name: Of the measured figures.
        key: Of the figure among them.
        over: What it was measured on.
        count: The key of the number that it was measured on, where each encoder has its own.
    """

    what: str
    name: str
    key: str
    over: str
    count: str | None = None

    def text(self, encoder: str = BUNDLED_NAME) -> str:
        """Return the share as people say it: "71 of 100", or with the number that it was measured on: "94 of 100 (of 81)"."""
        figures = measured_figures(encoder)[self.name]
        share = f"{figures[self.key]:.0%}".replace("%", " of 100")
        return f"{share} (of {figures[self.count]:,.0f})" if self.count else share


SHARES: Final = (
    Share("a link that is shown holds", "strictness balanced", "link_precision", f"{LINKS}; at the balanced strictness"),
    Share("a true link is shown", "strictness balanced", "link_recall", f"{LINKS}; at the balanced strictness"),
    Share("a fact that is shown as stated ● is told there", "strictness balanced", "stated_right", FACTS),
    Share("a fact that is shown as partly stated ◐ is told there", "strictness balanced", "partly_right", FACTS),
    Share("a fact that is shown as not found ○ is in truth not there", "strictness balanced", "not_found_right", FACTS),
    Share("a fact that is in truth not there is shown as not found ○", "strictness balanced", "absences_found", FACTS),
    Share("a cell is decided, not without a clear match", "strictness balanced", "decided", FACTS),
    Share(
        "a fact that people wrote down is among the first thirty rows",
        "rows and labels",
        "among_first_thirty",
        READERS,
    ),
    Share(
        "a statement that is very surely “not found” is in truth not there",
        "outlet_facts, not found, Samestory",
        "precision_when_sure",
        f"those with a probability of .1 or less, among {STATEMENTS}",
    ),
    Share(
        "a detail shown as differing was noted by annotators too",
        "outlet_links, details that differ",
        "shown_and_noted_by_annotators",
        "those shown in the same pairs",
        "cells_shown",
    ),
    Share(
        "a detail that annotators found to differ is shown",
        "outlet_links, details that differ",
        "conflicts_found",
        "108 numbers, dates, names and quotations in the same pairs; nearly all of those shown are quotations",
    ),
    Share(
        "the speaker of a quotation is named as annotators do",
        "polnear_train, attribution",
        "speaker",
        "631 quotations in 120 articles",
    ),
    Share(
        "reported speech is found",
        "polnear_train, attribution",
        "reported_recall",
        "1,850 attributions in the same articles, most of them attitudes rather than speech",
    ),
    Share(
        "reported speech that is found was marked by annotators too",
        "polnear_train, attribution",
        "reported_precision",
        "what was found in the same articles",
    ),
)
RANKED: Final = (
    ("two sentences state a same fact", "outlet_links, Samestory", LINKS),
    ("the same in other genres: crime, sport, disasters, world news", "readings, Samestory", GENRES),
    ("an article does not state a sentence of another", "outlet_links, sentence not found, Samestory", "the same 144 pairs"),
    ("an article does not state a short statement", "outlet_facts, not found, Samestory", STATEMENTS),
    ("a short statement, in other genres", "statements, not found, Samestory", GENRE_STATEMENTS),
    ("an article does not state a part of a sentence", "outlet_facts, claim not found, Samestory", CLAIMS),
    ("a part of a sentence, in other genres", "readings, claim not found, Samestory", GENRE_CLAIMS),
    ("a clause is only in one of two sentences", CLAUSES_ONLY_HERE, CLAUSES),
)


@cache
def measured_encoders() -> Mapping[str, Mapping[str, Mapping[str, float]]]:
    """Return the figures of each encoder that was measured, by its name, then by name and key; the bundled one comes first."""
    figures = json.loads(FIGURES.read_text(encoding="utf-8"))
    return {BUNDLED_NAME: figures.pop(BUNDLED_NAME), **figures}


def measured_figures(encoder: str = BUNDLED_NAME) -> Mapping[str, Mapping[str, float]]:
    """Return the measured figures of an encoder by name and key."""
    return measured_encoders()[encoder]


def style() -> str:
    """Return the styles of `method_html`; those of this room come before them."""
    return STYLE.read_text(encoding="utf-8")


def method_html(comparison: ComparisonLike | None = None, *, level: int = 2) -> str:
    """Return the whole method under headings of `level`; with a comparison also the model and settings it was made with."""
    encoders = list(measured_encoders())
    in_use = as_model(comparison).comparison if comparison else None
    name = in_use.encoder_name if in_use else BUNDLED_NAME
    is_measured = name in encoders and (in_use is None or in_use.calibrated)
    told = name if is_measured else BUNDLED_NAME
    return render_template(
        "method.html",
        level=level,
        states=[(wording.symbol(status), label, wording.STATUS_MEANINGS[status]) for status, label in LABELS.items()],
        bands=wording.BANDS,
        encoders=encoders,
        columns=[f"{encoder}, in use here" if in_use and is_measured and encoder == name else encoder for encoder in encoders],
        not_measured=None if is_measured else name,
        shares=[(share.what, [share.text(encoder) for encoder in encoders], share.over) for share in SHARES],
        numbers=[_numbers_shown(encoder) for encoder in encoders],
        ranked=[(what, [_scores(name, encoder) for encoder in encoders], over) for what, name, over in RANKED],
        strictness=[(word, THRESHOLDS[word], [_strictness(word, encoder) for encoder in encoders]) for word in THRESHOLDS],
        provenance=as_model(comparison).provenance if comparison else (("program", f"Samestory {__version__}"),),
        limits=(MAX_ARTICLES, MAX_WORDS, MAX_SENTENCES, MAX_BYTES // 2**20),
        areas=[format_score(measured_figures(encoder)[CLAUSES_ONLY_HERE]["area_under_curve"]) for encoder in encoders],
        share_by_key={share.key: share.text(told) for share in SHARES},
    )


def format_score(value: float | None) -> str:
    """Return a figure between 0 and 1 to two decimals, calibration errors to three: ".76", ".025"; a dash for none."""
    if value is None:
        return "–"
    return f"{value:.3f}".lstrip("0") if value < 0.1 else f"{value:.2f}".lstrip("0")


def _scores(name: str, encoder: str) -> str:
    """Return average precision, best F1 and calibration error as they stand in a cell: ".76 / .69 / .025"."""
    figures = measured_figures(encoder)[name]
    return " / ".join(format_score(figures.get(key)) for key in ("average_precision", "best_f1", "calibration_error"))


def _strictness(word: Strictness, encoder: str) -> str:
    """Return links shown that hold, true links shown and "not found" that holds as they stand in a cell: "71% / 66% / 94%"."""
    figures = measured_figures(encoder)[f"strictness {word}"]
    return " / ".join(f"{figures[key]:.0%}" for key in ("link_precision", "link_recall", "not_found_right"))


def _numbers_shown(encoder: str) -> str:
    """Return how many pairs of numbers that do not agree are shown, and how many others: "8 of 9; 0 of 44 others"."""
    figures = measured_figures(encoder)["numeric_pairs, numbers that differ"]
    conflicts = int(figures["conflicts"])
    return f"{figures['found']:.0f} of {conflicts}; {figures['others_shown']:.0f} of {NUMBER_PAIRS - conflicts} others"

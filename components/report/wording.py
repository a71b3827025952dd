"""Our own wording, once for screen, terminal and files: probabilities, states, counts, sentence numbers, outlets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from ..coverage import Counts
from ..language.lexicon.calendar import MONTHS
from ..settings.report import EVIDENCE_FLOORS, LIKELIHOOD_FLOORS, MOST_COUNTED_APART
from ..story import LABELS, SYMBOLS, Article, Comparison, Extent, Group, Link, Presence, Status

_LIKELIHOODS: Final = (
    ("very likely", "very likely the same"),
    ("likely", "likely the same"),
    ("more likely than not", "more likely the same than not"),
    ("about even", "about even whether it is the same"),
    ("less likely than not", "more likely not the same"),
    ("unlikely", "unlikely to be the same"),
    ("very unlikely", "very unlikely to be the same"),
)
BANDS: Final = tuple((floor, *likelihoods) for floor, likelihoods in zip(LIKELIHOOD_FLOORS, _LIKELIHOODS, strict=True))
"""Lowest probability of a band, the band in words, and the same said of a pair of statements."""

STRENGTHS: Final = tuple(zip(EVIDENCE_FLOORS, ("strongly", "clearly", "slightly"), strict=True))
"""Smallest size of a piece of evidence in log-odds, and its strength in words."""

PAIR: Final = 2
"""Articles of which no fact is in some: it is in both or in one."""
REMOVED: Final = "taken for page furniture"
UNTITLED: Final = "Untitled story"
MACHINE_MADE: Final = (
    "Machine-made. A fact that is not found may still stand in an article, in words the method did not recognise; "
    "whether a fact is true is not ours to say."
)
NOT_CALIBRATED: Final = "not calibrated for this model"
TRUTH: Final[Mapping[Status, str]] = {
    "stated": "the article states it",
    "partly": "the article states a part of it",
    "not_found": "no passage of the article states it",
    "unclear": "the nearest passage neither clearly states it nor clearly does not",
}


EXTENTS: Final[Mapping[Extent, str]] = {"full": "nearly all of the shorter one", "part": "in part"}
"""How much two linked passages share, in words that follow those of `same`."""


@dataclass(frozen=True, slots=True)
class CountedPart:
    """One part of the summary sentence: a count, the words after it, and the article it is about, if it is about one."""

    count: int
    text: str
    key: str | None = None


def rounded(probability: float) -> str:
    """A probability to two decimals; the ends say that nothing is ever certain: "<0.01", ">0.99"."""
    shown = f"{probability:.2f}"
    return {"0.00": "<0.01", "1.00": ">0.99"}.get(shown, shown)


def _band(probability: float) -> tuple[float, str, str]:
    shown = round(probability, 2)
    return next((band for band in BANDS if shown >= band[0]), BANDS[-1])


def likelihood(probability: float) -> str:
    """A probability as an adverb: "very likely", "about even"."""
    return _band(probability)[1]


def same(probability: float, *, calibrated: bool = True) -> str:
    """How likely two passages state the same, in words and then in figures: "very likely the same (0.96)"."""
    caution = "" if calibrated else f", {NOT_CALIBRATED}"
    return f"{_band(probability)[2]} ({rounded(probability)}{caution})"


def stated(presence: Presence, *, calibrated: bool = True) -> str:
    """The state of a fact in an article, with the probability that it is stated: "not found (stated: unlikely, 0.06)".

    Where a person set it: "stated (set by hand; the machine gave 0.06)".
    """
    if presence.by_hand:
        return f"{LABELS[presence.status]} (set by hand; the machine gave {rounded(presence.probability)})"
    caution = "" if calibrated else f", {NOT_CALIBRATED}"
    said = "" if presence.counts_as_in else "stated: "
    return f"{LABELS[presence.status]} ({said}{likelihood(presence.probability)}, {rounded(presence.probability)}{caution})"


def linked(link: Link, *, calibrated: bool = True) -> str:
    """How sure a link is: "very likely the same (0.96)", or "confirmed by hand; the machine gave 0.30"."""
    if link.by_hand:
        return f"confirmed by hand; the machine gave {rounded(link.probability)}"
    return same(link.probability, calibrated=calibrated)


def voice(speaker: str | None) -> str:
    """In whose voice an article states something: "in its own voice", "attributed to Ida Marsh"."""
    return f"attributed to {speaker}" if speaker else "in its own voice"


def voices_of(told: Mapping[str, str | None]) -> str:
    """In whose voice each article states a fact: "attributed to Ida Marsh in B; in its own voice in A and C"."""
    keys: dict[str, list[str]] = {}
    for key, speaker in sorted(told.items(), key=lambda item: item[1] is None):
        keys.setdefault(voice(speaker), []).append(key)
    return "; ".join(f"{said} in {listed(found)}" for said, found in keys.items())


def extent(name: Extent) -> str:
    """How much two linked passages share, to follow `same`: "nearly all of the shorter one", "in part"."""
    return EXTENTS[name]


def strength(log_odds: float) -> str:
    """What one piece of evidence does: "speaks strongly for it", "speaks slightly against it"."""
    if not log_odds:
        return "speaks neither for nor against it"
    word = next(word for floor, word in STRENGTHS if abs(log_odds) >= floor)
    return f"speaks {word} {'for' if log_odds > 0 else 'against'} it"


def number(index: int) -> int:
    """The number of a sentence as people count: from 1."""
    return index + 1


def numbers(indices: Iterable[int]) -> str:
    """Sentence numbers, short: "2·3"."""
    return "·".join(str(number(index)) for index in sorted(set(indices)))


def spoken(indices: Iterable[int]) -> str:
    """Sentence numbers in words: "sentence 2", "sentences 2, 3 and 5"."""
    shown = [str(number(index)) for index in sorted(set(indices))]
    if len(shown) == 1:
        return f"sentence {shown[0]}"
    return f"sentences {listed(shown)}"


def listed(items: Iterable[str]) -> str:
    """Names in a row: "A", "A and B", "A, B and C"."""
    *most, last = list(items) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def plural(count: int, noun: str) -> str:
    """A count with its noun: "1 fact", "22 facts"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def of(part: int, total: int, noun: str = "fact") -> str:
    """A count with its denominator: "7 of 22 facts"."""
    return f"{part} of {plural(total, noun)}"


def checked(measured: Counts) -> str:
    """How much of what is shown a person has checked: "machine-made, 0 of 22 facts checked"."""
    return f"machine-made, {of(measured.checked, measured.total)} checked"


def symbol(status: Status) -> str:
    """The sign of a state; never shown without its label nearby."""
    return SYMBOLS[status]


def group(comparison: Comparison, name: Group, key: str | None = None) -> str:
    """The heading of a group of facts: "in both articles", "only in A · Herald"."""
    if len(comparison.articles) == 1:
        return f"in {comparison.articles[0].title}, the only article"
    if name == "all":
        return "in both articles" if len(comparison.articles) == PAIR else f"in all {len(comparison.articles)} articles"
    if name == "only":
        return f"only in {comparison.article(key).title}" if key else "only in one article"
    return "in some articles" if name == "some" else "no clear match in another article"


def summary_parts(counts: Counts, differing: int) -> tuple[CountedPart, ...]:
    """Return the parts of the summary sentence, in order. Every group is there, and together they make up the total.

    Args:
        counts: How many facts are in each group.
        differing: How many details differ.
    """
    total, articles = counts.total, len(counts.only)
    first = CountedPart(total, "fact" if total == 1 else "facts")
    if articles < PAIR:
        return (first,)
    shared = "in both" if articles == PAIR else f"in all {articles}"
    parts = [first, CountedPart(counts.in_all, f"of {total} {shared}")]
    if articles > PAIR:
        parts.append(CountedPart(counts.in_some, f"of {total} in some"))
    if articles > MOST_COUNTED_APART:
        parts.append(CountedPart(sum(counts.only.values()), f"of {total} in only one"))
    else:
        parts += [CountedPart(count, f"of {total} only in {key}", key) for key, count in counts.only.items()]
    parts.append(CountedPart(counts.unclear, f"of {total} without a clear match"))
    if differing:
        parts.append(CountedPart(differing, "detail differs" if differing == 1 else "details differ"))
    return tuple(parts)


def day(iso: str | None) -> str:
    """An ISO 8601 date as people write it, perhaps without the year: "9 January 2026", "9 January". Anything else as it is."""
    parts = re.fullmatch(r"(?:(\d{4})|-)-(\d\d)-(\d\d)(?:T.*)?", iso or "")
    if not parts or not 1 <= int(parts[2]) <= len(MONTHS):
        return iso or ""
    return " ".join(part for part in (str(int(parts[3])), MONTHS[int(parts[2]) - 1], parts[1]) if part)


def masthead(article: Article) -> str:
    """The line under an outlet's name: where and when it was filed, whose copy it is, how long it is."""
    agency = article.agency if article.agency != article.outlet else None
    parts = [
        article.masthead.dateline,
        day(article.published or article.masthead.date) or "date not given",
        article.masthead.byline,
        f"agency {agency}" if agency else None,
        plural(len(article.sentences), "sentence"),
        plural(article.words, "word"),
    ]
    return " · ".join(part for part in parts if part)


def shorten(text: str, limit: int | None) -> str:
    """A text cut at a word boundary to at most `limit` characters, the last being an ellipsis; unchanged if it fits."""
    if limit is None or len(text) <= limit:
        return text
    cut = text[: limit - 1]
    inside_word = not text[limit - 1].isspace() and " " in cut.strip()
    return (cut.rsplit(None, 1)[0] if inside_word else cut).rstrip(" ,;:-\u2013\u2014") + "…"


def percent(share: float) -> str:
    """A share from 0 to 1 in whole per cent: "18%"."""
    return f"{share:.0%}"

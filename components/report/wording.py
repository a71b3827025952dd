"""Our own wording, once for screen, terminal and files: probabilities, states, counts, sentence numbers, outlets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from babel import lists

from ..coverage import Counts
from ..language.lexicon.calendar import MONTHS
from ..settings.report import EVIDENCE_FLOORS, LIKELIHOOD_FLOORS, MOST_COUNTED_APART
from ..story import LABELS, SYMBOLS, Article, Comparison, Extent, Fact, Group, Link, Presence, Status

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
"""Articles so few that a fact is in both or in one, or in both but not stated alike."""
IN_SOME_OF_PAIR: Final = "in part or differently"
"""What two articles tell and do not both state."""
REMOVED: Final = "taken for page furniture"
UNTITLED: Final = "Untitled story"
MACHINE_MADE: Final = (
    "Machine-made. A fact that is not found may still stand in an article, in words the method did not recognise; "
    "whether a fact is true is not ours to say."
)
NOT_CALIBRATED: Final = "not calibrated for this model"
STATUS_MEANINGS: Final[Mapping[Status, str]] = {
    "stated": "the article states it",
    "partly": "the article states a part of it",
    "not_found": "no passage of the article states it",
    "unclear": "the nearest passage neither clearly states it nor clearly does not",
    "differs": "the article tells it, and otherwise",
}


WEIGHT_REASONS: Final[Mapping[str, str]] = {
    "outlets": "how many outlets tell it",
    "figures": "figures in it",
    "names": "names in it",
    "quotations": "words quoted in it",
    "centrality": "how close it is to the rest of the story",
    "fullness": "how much its words say",
    "brevity": "hardly any words",
}
"""What weighs, by the name of the reason; another name says it by itself."""
LEAST_REASON: Final = 0.05
"""Log-odds that a reason adds at least to be named: less changes the weight by about one hundredth."""
EXTENTS: Final[Mapping[Extent, str]] = {"full": "nearly all of the shorter one", "part": "in part"}
"""How much two linked passages share, in words that follow those of `describe_match`."""


@dataclass(frozen=True, slots=True)
class SummaryPart:
    """One part of the summary sentence: a count, the words after it, and the article it is about, if it is about one."""

    count: int
    text: str
    key: str | None = None


def format_probability(probability: float) -> str:
    """Return a probability to two decimals; the ends say that nothing is ever certain: "<0.01", ">0.99"."""
    digits = f"{probability:.2f}"
    return {"0.00": "<0.01", "1.00": ">0.99"}.get(digits, digits)


def _band(probability: float) -> tuple[float, str, str]:
    rounded = round(probability, 2)
    return next((band for band in BANDS if rounded >= band[0]), BANDS[-1])


def likelihood(probability: float) -> str:
    """Return a probability as an adverb: "very likely", "about even"."""
    return _band(probability)[1]


def describe_match(probability: float, *, calibrated: bool = True) -> str:
    """Return how likely two passages state the same, in words and then in figures: "very likely the same (0.96)"."""
    return f"{_band(probability)[2]} ({format_probability(probability)}{_caution(calibrated)})"


def _caution(calibrated: bool) -> str:
    return "" if calibrated else f", {NOT_CALIBRATED}"


def describe_presence(presence: Presence, *, calibrated: bool = True) -> str:
    """Return the state of a fact in an article, with the probability that it is stated: "not found (stated: unlikely, 0.06)".

    Where a person set it: "stated (set by hand; the machine gave 0.06)".
    """
    label, probability = LABELS[presence.status], format_probability(presence.probability)
    if presence.by_hand:
        return f"{label} (set by hand; the machine gave {probability})"
    lead = {"stated": "", "partly": "", "differs": "told: "}.get(presence.status, "stated: ")
    return f"{label} ({lead}{likelihood(presence.probability)}, {probability}{_caution(calibrated)})"


def describe_link(link: Link, *, calibrated: bool = True) -> str:
    """Return how sure a link is: "very likely the same (0.96)", or "confirmed by hand; the machine gave 0.30"."""
    if link.by_hand:
        return f"confirmed by hand; the machine gave {format_probability(link.probability)}"
    return describe_match(link.probability, calibrated=calibrated)


def describe_added(details: Sequence[str], *, most: int | None = None, letters: int | None = None) -> tuple[str, ...]:
    """Return the details that an article adds to a label, one by one: ("14 bolts", "Kessary", "and 2 more").

    Args:
        details: As the article has them, in reading order.
        most: Only so many, those with figures first, and how many more there are; all by default.
        letters: To which each is cut.
    """
    by_figures = sorted(range(len(details)), key=lambda at: not any(map(str.isdigit, details[at])))
    shown = tuple(shorten(" ".join(details[at].split()), letters) for at in sorted(by_figures[:most]))
    return (*shown, f"and {len(details) - len(shown)} more") if len(details) > len(shown) else shown


def describe_weight(fact: Fact) -> str:
    """Return why a fact stands where it does: "weight 0.62 of 1: told by many (0.30), told early (0.20)"; empty without one.

    The reasons come strongest first; those that add nothing to speak of are left out.
    """
    if not fact.weight_reasons:
        return ""
    ordered = sorted(fact.weight_reasons.items(), key=lambda reason: (-reason[1], reason[0]))
    reasons = [f"{WEIGHT_REASONS.get(name, name)} ({adds:+.2f})" for name, adds in ordered if abs(adds) >= LEAST_REASON]
    return f"weight {fact.weight:.2f} of 1{': ' if reasons else ''}{', '.join(reasons)}"


def smaller_facts(count: int) -> str:
    """Return what the small facts are called that fold away: "and 23 smaller facts"."""
    return f"and {plural(count, 'smaller fact')}"


def describe_voice(speaker: str | None) -> str:
    """Return in whose voice an article states something: "in its own voice", "attributed to Ida Marsh"."""
    return f"attributed to {speaker}" if speaker else "in its own voice"


def describe_voices(speaker_by_key: Mapping[str, str | None]) -> str:
    """Return in whose voice each article states a fact: "attributed to Ida Marsh in B; in its own voice in A and C"."""
    keys_by_voice: dict[str, list[str]] = {}
    for key, speaker in sorted(speaker_by_key.items(), key=lambda item: item[1] is None):
        keys_by_voice.setdefault(describe_voice(speaker), []).append(key)
    return "; ".join(f"{voice} in {format_list(keys)}" for voice, keys in keys_by_voice.items())


def describe_extent(extent: Extent) -> str:
    """Return how much two linked passages share, to follow `describe_match`: "nearly all of the shorter one", "in part"."""
    return EXTENTS[extent]


def describe_evidence(log_odds: float) -> str:
    """Return what one piece of evidence does: "speaks strongly for it", "speaks slightly against it"."""
    if not log_odds:
        return "speaks neither for nor against it"
    strength = next(adverb for floor, adverb in STRENGTHS if abs(log_odds) >= floor)
    return f"speaks {strength} {'for' if log_odds > 0 else 'against'} it"


def sentence_number(index: int) -> int:
    """Return the number of a sentence as people count: from 1."""
    return index + 1


def sentence_numbers(indices: Iterable[int]) -> str:
    """Return sentence numbers in short, ascending, each once: "2·3"."""
    return "·".join(str(sentence_number(index)) for index in sorted(set(indices)))


def describe_sentences(indices: Iterable[int]) -> str:
    """Return sentence numbers in words, ascending, each once: "sentence 2", "sentences 2, 3 and 5"."""
    numbers = [str(sentence_number(index)) for index in sorted(set(indices))]
    return f"sentence {numbers[0]}" if len(numbers) == 1 else f"sentences {format_list(numbers)}"


def format_list(items: Iterable[str]) -> str:
    """Return names in a row: "A", "A and B", "A, B and C"."""
    return lists.format_list(list(items), locale="en_GB")


def plural(count: int, noun: str) -> str:
    """Return a count with its noun: "1 fact", "22 facts"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def part_of(part: int, total: int, noun: str = "fact") -> str:
    """Return a count with its denominator: "7 of 22 facts"."""
    return f"{part} of {plural(total, noun)}"


def describe_checked(counts: Counts) -> str:
    """Return how many facts a person has checked: "machine-made, 0 of 22 facts checked"."""
    return f"machine-made, {part_of(counts.checked, counts.total)} checked"


def symbol(status: Status) -> str:
    """Return the sign of a state; never shown without its label nearby."""
    return SYMBOLS[status]


def describe_telling(fact: Fact, *, brief: bool = False) -> str:
    """Return how many articles state a fact, and how many tell it in part or otherwise: "3 of 4 state it, 1 in part".

    The first part has the denominator: "1 of 3 states it, 1 tells it differently"; "0 of 2 state it, 2 in part". `brief`: for a
    narrow column, "3 of 4, 1 in part", "1 of 3, 1 differs".
    """
    statuses = [presence.status for presence in fact.presence.values()]
    stated, partly, otherwise = (statuses.count(status) for status in ("stated", "partly", "differs"))
    parts = [f"{stated} of {len(statuses)}" + ("" if brief else " states it" if stated == 1 else " state it")]
    if partly:
        parts.append(f"{partly} in part")
    if otherwise and brief:
        parts.append(f"{otherwise} {'differs' if otherwise == 1 else 'differ'}")
    elif otherwise:
        parts.append(f"{otherwise} {'tells' if otherwise == 1 else 'tell'} it differently")
    return ", ".join(parts)


def describe_group(comparison: Comparison, fact: Fact) -> str:
    """Return which articles tell one fact: its group, and how many of them state it where only some do."""
    if fact.group == "some" and len(comparison.articles) > 1:
        return describe_telling(fact)
    return group_heading(comparison, fact.group, fact.only_in or fact.probably_only_in)


def group_heading(comparison: Comparison, group: Group, key: str | None = None) -> str:
    """Return the heading of a group of facts: "in both articles", "only in A · Herald", "probably only in A · Herald"."""
    if len(comparison.articles) == 1:
        return f"in {comparison.articles[0].title}, the only article"
    if group == "all":
        return "in both articles" if len(comparison.articles) == PAIR else f"in all {len(comparison.articles)} articles"
    if group in ("only", "probably_only"):
        only = "only" if group == "only" else "probably only"
        return f"{only} in {comparison.article(key).title if key else 'one article'}"
    if group == "some":
        return f"in both articles, {IN_SOME_OF_PAIR}" if len(comparison.articles) == PAIR else "in some articles"
    return "no clear match in another article"


def summary_parts(counts: Counts, differing: int) -> tuple[SummaryPart, ...]:
    """Return the parts of the summary sentence, in order. Every group is there, and together they make up the total.

    Args:
        counts: How many facts are in each group.
        differing: How many details differ.
    """
    total, articles = counts.total, len(counts.only)
    first = SummaryPart(total, "fact" if total == 1 else "facts")
    if articles < PAIR:
        return (first,)
    shared = "in both" if articles == PAIR else f"in all {articles}"
    parts = [first, SummaryPart(counts.in_all, f"of {total} {shared}")]
    parts.append(SummaryPart(counts.in_some, f"of {total} {'in some' if articles > PAIR else IN_SOME_OF_PAIR}"))
    if articles > MOST_COUNTED_APART:
        parts.append(SummaryPart(sum(counts.only.values()), f"of {total} in only one"))
    else:
        parts += [SummaryPart(count, f"of {total} only in {key}", key) for key, count in counts.only.items()]
    parts.append(SummaryPart(sum(counts.probably_only.values()), f"of {total} probably only in one"))
    parts.append(SummaryPart(counts.unclear, f"of {total} without a clear match"))
    if differing:
        parts.append(SummaryPart(differing, "detail differs" if differing == 1 else "details differ"))
    return tuple(parts)


def format_date(iso: str | None) -> str:
    """Return an ISO 8601 date, perhaps without its year, as people write it: "9 January 2026", "9 January". All else stays."""
    parts = re.fullmatch(r"(?:(\d{4})|-)-(\d\d)-(\d\d)(?:T.*)?", iso or "")
    if not parts or not 1 <= int(parts[2]) <= len(MONTHS):
        return iso or ""
    return " ".join(part for part in (str(int(parts[3])), MONTHS[int(parts[2]) - 1], parts[1]) if part)


def masthead_line(article: Article) -> str:
    """Return the line under an outlet's name: where and when it was filed, whose copy it is, how long it is."""
    agency = article.agency if article.agency != article.outlet else None
    parts = [
        article.masthead.dateline,
        format_date(article.published or article.masthead.date) or "date not given",
        article.masthead.byline,
        f"agency {agency}" if agency else None,
        plural(len(article.sentences), "sentence"),
        plural(article.words, "word"),
    ]
    return " · ".join(part for part in parts if part)


def shorten(text: str, limit: int | None) -> str:
    """Return a text cut at a word boundary to at most `limit` characters, the last being an ellipsis; unchanged if it fits."""
    if limit is None or len(text) <= limit:
        return text
    cut = text[: limit - 1]
    inside_word = not text[limit - 1].isspace() and " " in cut.strip()
    return (cut.rsplit(None, 1)[0] if inside_word else cut).rstrip(" ,;:-\u2013\u2014") + "…"


def format_percent(share: float) -> str:
    """Return a share from 0 to 1 in whole per cent: "18%"."""
    return f"{share:.0%}"

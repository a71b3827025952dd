"""Who speaks in each article, and how many words each gets, in quotation marks and in the outlet's own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..coverage import Voice, voices_in
from ..story import Comparison
from . import wording
from .render import render_template

DETERMINERS = frozenset("a an the".split())
BODIES = frozenset(
    "agency association authority bank board bureau center centre church college commission committee council court department "
    "force guard hospital institute ministry museum office party police school service society trust union university".split()
)
"""What a name that ends so belongs to is a part of it: there may be one of each place."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks in one article or more: the fullest name, and what each article (by key) gives them."""

    name: str
    heard: Mapping[str, Voice]

    @property
    def words(self) -> int:
        """All words given to them, quoted and reported, in all articles."""
        return sum(voice.words for voice in self.heard.values())


def speakers(comparison: Comparison) -> tuple[Speaker, ...]:
    """Everybody who speaks, those with most words first; one speaker under two forms of a name stands once."""
    heard = [
        (article.key, voice)
        for article in comparison.articles
        for voice in voices_in(article, [a for a in comparison.attributions if a.article == article.key])
    ]
    names = _full_names([voice.speaker for _, voice in heard])
    found: dict[str, dict[str, Voice]] = {}
    for key, voice in heard:
        mine = found.setdefault(names[voice.speaker], {})
        mine[key] = _joined(mine[key], voice) if key in mine else voice
    return tuple(sorted((Speaker(name, by_key) for name, by_key in found.items()), key=lambda s: (-s.words, s.name)))


def who_speaks(comparison: Comparison, *, caption: str = "Who speaks", most: int | None = None) -> str:
    """The table of speakers by articles, only the first `most` of them if that is given; empty if nobody speaks."""
    found = speakers(comparison)
    shown = found[:most]
    said = {key: sum(s.heard[key].words for s in found if key in s.heard) for key in comparison.keys}
    rows = [(speaker, [(key, _cell(speaker.heard.get(key))) for key in comparison.keys]) for speaker in shown]
    unseen = len(found) - len(shown)
    return (
        render_template("speakers.html", comparison=comparison, caption=caption, rows=rows, said=said, unseen=unseen)
        if rows
        else ""
    )


def _cell(voice: Voice | None) -> tuple[tuple[str, ...], str]:
    """What one article gives a speaker: words quoted and words reported, and in which sentences."""
    if voice is None:
        return (), ""
    counted = [(voice.quoted_words, "quoted"), (voice.reported_words, "reported")]
    return tuple(f"{number} {how}" for number, how in counted if number), wording.spoken(voice.sentences)


def _joined(one: Voice, other: Voice) -> Voice:
    """Two forms of one name in one article, as one voice."""
    return replace(
        one,
        quoted_words=one.quoted_words + other.quoted_words,
        reported_words=one.reported_words + other.reported_words,
        sentences=tuple(sorted({*one.sentences, *other.sentences})),
    )


def _full_names(names: Sequence[str]) -> dict[str, str]:
    """The form under which each name is shown: its fullest one ("Marsh", "Ida Marsh": "Captain Ida Marsh").

    Where two people share a last name ("Ida Marsh", "Tom Marsh"), that name alone stays by itself.
    """
    parts = {name: tuple(w for w in _person(name, names).casefold().split() if w not in DETERMINERS) or (name,) for name in names}
    shown = {}
    for name, mine in parts.items():
        longer = sorted((n for n in parts if _extends(n, parts[n], mine)), key=lambda n: (-len(parts[n]), n))
        one_line = all(set(parts[n]) <= set(parts[longer[0]]) for n in longer)
        shown[name] = longer[0] if one_line else name
    return shown


def _person(name: str, names: Sequence[str]) -> str:
    """A name without the place after it ("Helva Corrin of Osmere"), where it is also given without one and no place differs."""
    head, _, place = name.partition(" of ")
    known = {n for n in names if n.startswith(f"{head} of ")} == {name} and head in names
    proper = all(word[:1].isupper() for word in (*head.split(), *place.split())) and len(head.split()) > 1
    return head if place and known and proper and head.split()[-1].casefold() not in BODIES else name


def _extends(name: str, full: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether a name is `short` in a fuller form. Words that are no proper name ("police") must be the same."""
    if full == short:
        return True
    return (name.split() or [""])[-1][:1].isupper() and full[-1] == short[-1] and set(short) < set(full)

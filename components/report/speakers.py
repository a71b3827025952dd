"""Who speaks in the articles: one speaker for all forms of a name, with the words that each article gives them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..coverage import Voice, voices_in
from ..story import Comparison

DETERMINERS = frozenset("a an the".split())
BODIES = frozenset(
    "agency association authority bank board bureau center centre church college commission committee council court department "
    "force guard hospital institute ministry museum office party police school service society trust union university".split()
)
"""Last words of a body's name: there may be one such body in each place, so the place after the name is part of it."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks in one article or more.

    Attributes:
        name: The fullest form of the name.
        voices: What each article, by key, gives them.
    """

    name: str
    voices: Mapping[str, Voice]

    @property
    def words(self) -> int:
        """All words given to them, quoted and reported, in all articles."""
        return sum(voice.words for voice in self.voices.values())


def speakers(comparison: Comparison) -> tuple[Speaker, ...]:
    """Return everybody who speaks, those with most words first; one speaker under two forms of a name stands once."""
    voices = [
        (article.key, voice)
        for article in comparison.articles
        for voice in voices_in(article, [row for row in comparison.attributions if row.article == article.key])
    ]
    full_names = _full_names([voice.speaker for _, voice in voices])
    by_name: dict[str, dict[str, Voice]] = {}
    for key, voice in voices:
        by_key = by_name.setdefault(full_names[voice.speaker], {})
        by_key[key] = _joined(by_key[key], voice) if key in by_key else voice
    return tuple(sorted((Speaker(name, by_key) for name, by_key in by_name.items()), key=lambda s: (-s.words, s.name)))


def _joined(one: Voice, other: Voice) -> Voice:
    """Two forms of one name in one article, as one voice."""
    return replace(
        one,
        quoted_words=one.quoted_words + other.quoted_words,
        reported_words=one.reported_words + other.reported_words,
        sentences=tuple(sorted({*one.sentences, *other.sentences})),
    )


def _full_names(names: Sequence[str]) -> dict[str, str]:
    """Return the form under which each name is shown: its fullest one ("Marsh", "Ida Marsh": "Captain Ida Marsh").

    Where two people share a last name ("Ida Marsh", "Tom Marsh"), that name alone stays by itself.
    """
    parts = {name: tuple(w for w in _person(name, names).casefold().split() if w not in DETERMINERS) or (name,) for name in names}
    full_names = {}
    for name, short in parts.items():
        longer = sorted((n for n in parts if _extends(n, parts[n], short)), key=lambda n: (-len(parts[n]), n))
        one_person = all(set(parts[n]) <= set(parts[longer[0]]) for n in longer)
        full_names[name] = longer[0] if one_person else name
    return full_names


def _person(name: str, names: Sequence[str]) -> str:
    """A name without the place after it ("Helva Corrin of Osmere"), where it is also given without one and no place differs."""
    head, _, place = name.partition(" of ")
    one_place = {n for n in names if n.startswith(f"{head} of ")} == {name} and head in names
    proper = all(word[:1].isupper() for word in (*head.split(), *place.split())) and len(head.split()) > 1
    return head if place and one_place and proper and head.split()[-1].casefold() not in BODIES else name


def _extends(name: str, full: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether a name is `short` in a fuller form. Words that are no proper name ("police") must be the same."""
    if full == short:
        return True
    return (name.split() or [""])[-1][:1].isupper() and full[-1] == short[-1] and set(short) < set(full)

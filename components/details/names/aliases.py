"""Forms of a name: full, short, with a title, initials, accents, acronyms, suffixes. Are two of them forms of one name?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from ...language.lexicon.function_words import NAME_PARTICLES
from ...language.lexicon.given_names import NICKNAMES
from ...language.lexicon.places import COUNTRIES, COUNTRY_NAMES, STATES
from ...language.lexicon.titles import SUFFIXES, TITLES
from ...language.tokenize import form

_GENERATIONS: Final = ({"jr", "sr"}, {"jr", ""}, {"sr", ""})
"""Suffixes of two persons: a name with one of them is not the name without it."""
_WORDS: Final = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
PARTICLE: Final = re.compile(r"\b[AaEe]l[- ](?=\w)|\b(?:[Bb]in|[Ii]bn|[Aa]bu) ")
"""Parts of names that are written in Latin letters in more than one way."""
_FREE: Final = re.compile(r"[aeiouy'’]|h$")
_TWICE: Final = re.compile(r"(.)\1")
_AMERICAN: Final = {"our": "or", "ence": "ense", "tre": "ter"}
_BRITISH: Final = re.compile(r"(?<=\w\w)(?:our|ence|tre)$")
LONG: Final = 4
"""Letters: shorter words that differ in a letter are two words, not two spellings."""
TWO_SLIPS: Final = 7
"""Letters: beside other words that are the same, a word of this length may differ in two letters and still be one word."""


@lru_cache(maxsize=65_536)
def name_words(text: str) -> tuple[str, ...]:
    """The words of a name as they are compared, without titles before it and suffixes after it."""
    found = [form(word) for word in _WORDS.findall(text)]
    found = [word for word in found if word != "the"]
    while len(found) > 1 and found[0] in TITLES:
        found = found[1:]
    while len(found) > 1 and found[-1] in SUFFIXES:
        found = found[:-1]
    return tuple(found)


@lru_cache(maxsize=65_536)
def suffix(text: str) -> str:
    """The suffix of a person's name ("jr", "iii") or nothing."""
    found = _WORDS.findall(text)
    return form(found[-1]) if len(found) > 1 and form(found[-1]) in SUFFIXES else ""


def same_name(left: str, right: str) -> bool:
    """Whether two texts can be forms of one name. In doubt they are: "Moore" may be any Moore."""
    one, two = name_words(left), name_words(right)
    if not one or not two:
        return left == right
    if {suffix(left), suffix(right)} in _GENERATIONS and len(one) == len(two):
        return False
    if "".join(one).removesuffix("s") == "".join(two).removesuffix("s"):  # a possessive without its apostrophe
        return True
    if _sounds(left, one) == _sounds(right, two):
        return True
    short, long = sorted((one, two), key=len)
    if _inside(short, long) or _acronym(short, long) or _state(short, long):
        return True
    return len(short) > 1 and short[-1] == long[-1] and _first_names(short[0], long[0])


def _sounds(text: str, found: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name where houses spell in their own way: Labour and Labor; al-Tarifa and Al Tarifah."""
    if PARTICLE.search(text):
        found = tuple(_FREE.sub("", word).replace("q", "k").replace("kh", "k") for word in found if word not in NAME_PARTICLES)
        return tuple(_TWICE.sub(r"\1", word) for word in found)
    return tuple(_BRITISH.sub(lambda at: _AMERICAN[at[0]], word) for word in found)


def spelling(left: str, right: str) -> bool:
    """Whether two names differ only in how one of their words is spelled: "Vincenz Holt", "Vicenz Holt"."""
    one, two = ([word for word in name_words(text) if word not in NAME_PARTICLES] for text in (left, right))
    odd = [pair for pair in zip(one, two, strict=False) if pair[0] != pair[1]]
    return len(one) == len(two) and len(odd) == 1 and not same_name(left, right) and _slip(*odd[0], alone=len(one) == 1)


def _slip(one: str, two: str, *, alone: bool) -> bool:
    from rapidfuzz.distance import OSA

    short, long = sorted((one, two), key=len)
    if len(short) < LONG or any(c.isdigit() for c in one + two) or one[0] != two[0]:
        return False
    if any(one in group and two in group for group in NICKNAMES):
        return False
    if long.startswith(short):  # Fallon, Fallons and Lamor, Lamori are no slips
        return long[len(short) :] in ("e", "h")
    slips = 2 if len(short) >= TWO_SLIPS and not alone else 1
    return OSA.distance(one, two, score_cutoff=slips) <= slips


def _inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    words = [word for word in short if word not in NAME_PARTICLES]
    return bool(words) and all(word in long for word in words)


def _acronym(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    letters = "".join(short)
    if len(short) != 1 or min(len(letters), len(long)) == 1:
        return False
    return letters in ("".join(word[0] for word in long), "".join(word[0] for word in long if word not in NAME_PARTICLES))


def level(text: str) -> Literal["country", "state", "within"]:
    """Which places a place can be set against: those that are no part of it."""
    place = " ".join(name_words(text))
    return "country" if place in COUNTRIES else "state" if place in STATES else "within"


def _state(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    one, two = " ".join(short), " ".join(long)
    return STATES.get(one, one) == STATES.get(two, two) or any(one in group and two in group for group in COUNTRY_NAMES)


def _first_names(one: str, two: str) -> bool:
    if one[0] == two[0] and 1 in (len(one), len(two)):
        return True
    return any(one in group and two in group for group in NICKNAMES)

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
from ...settings.names_quotes_terms import ONE_SLIP_LETTERS, TWO_SLIP_LETTERS

_GENERATIONS: Final = ({"jr", "sr"}, {"jr", ""}, {"sr", ""})
"""Suffixes of two persons: a name with one of them is not the name without it."""
_NAME_WORD: Final = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
ARABIC_PARTICLE: Final = re.compile(r"\b[AaEe]l[- ](?=\w)|\b(?:[Bb]in|[Ii]bn|[Aa]bu) ")
"""Parts of Arabic names, which are written in Latin letters in more than one way."""
_VARIABLE_LETTERS: Final = re.compile(r"[aeiouy'’]|h$")
"""Letters by which two transcriptions of one Arabic name differ."""
_DOUBLE_LETTER: Final = re.compile(r"(.)\1")
_AMERICAN_ENDINGS: Final = {"our": "or", "ence": "ense", "tre": "ter"}
_BRITISH_ENDING: Final = re.compile(r"(?<=\w\w)(?:our|ence|tre)$")


@lru_cache(maxsize=65_536)
def name_words(text: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared, without titles before it and suffixes after it."""
    words = [form(word) for word in _NAME_WORD.findall(text)]
    words = [word for word in words if word != "the"]
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    while len(words) > 1 and words[-1] in SUFFIXES:
        words = words[:-1]
    return tuple(words)


@lru_cache(maxsize=65_536)
def name_suffix(text: str) -> str:
    """Return the suffix of a person's name ("jr", "iii"), or "" if it has none."""
    words = _NAME_WORD.findall(text)
    return form(words[-1]) if len(words) > 1 and form(words[-1]) in SUFFIXES else ""


def same_name(left: str, right: str) -> bool:
    """Whether two texts can be forms of one name. In doubt they are: "Moore" may be any Moore."""
    left_words, right_words = name_words(left), name_words(right)
    if not left_words or not right_words:
        return left == right
    if {name_suffix(left), name_suffix(right)} in _GENERATIONS and len(left_words) == len(right_words):
        return False
    if "".join(left_words).removesuffix("s") == "".join(right_words).removesuffix("s"):  # a possessive without its apostrophe
        return True
    if _normalized(left, left_words) == _normalized(right, right_words):
        return True
    short, long = sorted((left_words, right_words), key=len)
    if _is_part(short, long) or _is_acronym(short, long) or _same_state_or_country(short, long):
        return True
    return len(short) > 1 and short[-1] == long[-1] and _same_given_name(short[0], long[0])


def _normalized(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name in one spelling where outlets have their own: Labour and Labor; al-Tarifa and Al Tarifah."""
    if ARABIC_PARTICLE.search(text):
        consonants = (_VARIABLE_LETTERS.sub("", word) for word in words if word not in NAME_PARTICLES)
        consonants = (word.replace("q", "k").replace("kh", "k") for word in consonants)
        return tuple(_DOUBLE_LETTER.sub(r"\1", word) for word in consonants)
    return tuple(_BRITISH_ENDING.sub(lambda ending: _AMERICAN_ENDINGS[ending[0]], word) for word in words)


def differ_in_spelling(left: str, right: str) -> bool:
    """Whether two names differ only in how one of their words is spelled: "Vincenz Holt", "Vicenz Holt"."""
    left_words, right_words = ([word for word in name_words(text) if word not in NAME_PARTICLES] for text in (left, right))
    if len(left_words) != len(right_words):
        return False
    differing = [(a, b) for a, b in zip(left_words, right_words, strict=True) if a != b]
    return len(differing) == 1 and not same_name(left, right) and _is_slip(*differing[0], whole_name=len(left_words) == 1)


def _is_slip(left_word: str, right_word: str, *, whole_name: bool) -> bool:
    """Whether two words can be one word, misspelled in a letter, or in two if it is long and other words are the same."""
    from rapidfuzz.distance import OSA

    short, long = sorted((left_word, right_word), key=len)
    if len(short) < ONE_SLIP_LETTERS or any(c.isdigit() for c in left_word + right_word) or left_word[0] != right_word[0]:
        return False
    if _are_nicknames(left_word, right_word):
        return False
    if long.startswith(short):  # Fallon, Fallons and Lamor, Lamori are no slips
        return long[len(short) :] in ("e", "h")
    slips = 2 if len(short) >= TWO_SLIP_LETTERS and not whole_name else 1
    return OSA.distance(left_word, right_word, score_cutoff=slips) <= slips


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether all words of the shorter name, particles aside, stand in the longer one."""
    words = [word for word in short if word not in NAME_PARTICLES]
    return bool(words) and all(word in long for word in words)


def _is_acronym(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the shorter name is one word made of the initials of the longer one, with or without its particles."""
    letters = "".join(short)
    if len(short) != 1 or min(len(letters), len(long)) == 1:
        return False
    return letters in ("".join(word[0] for word in long), "".join(word[0] for word in long if word not in NAME_PARTICLES))


def place_level(text: str) -> Literal["country", "state", "within"]:
    """Say whether a place is a country (or a region of several), a state, or lies within one.

    Only places of one level are set against each other: a town is no contradiction to the state that holds it.
    """
    place = " ".join(name_words(text))
    return "country" if place in COUNTRIES else "state" if place in STATES else "within"


def _same_state_or_country(left_words: tuple[str, ...], right_words: tuple[str, ...]) -> bool:
    left, right = " ".join(left_words), " ".join(right_words)
    same_state = STATES.get(left, left) == STATES.get(right, right)
    return same_state or any(left in forms and right in forms for forms in COUNTRY_NAMES)


def _same_given_name(left_word: str, right_word: str) -> bool:
    """Whether two words can be one given name: an initial of it, or an everyday form."""
    if left_word[0] == right_word[0] and 1 in (len(left_word), len(right_word)):
        return True
    return _are_nicknames(left_word, right_word)


def _are_nicknames(left_word: str, right_word: str) -> bool:
    """Whether two words are everyday forms of one given name: "bill", "will"."""
    return any(left_word in forms and right_word in forms for forms in NICKNAMES)

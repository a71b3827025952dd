"""Lines that say who wrote the story, and how to reach them. The masthead reads the names before they go."""

from __future__ import annotations

import re
from typing import Final

from ...language.lexicon import words
from ...settings.intake import BYLINE_CHARACTERS
from ..lines import ends_like_sentence
from .patterns import EMPLOYER

ROLE: Final = r"(?:correspondents?|reporters?|editors?|writers?|columnists?|journalists?|contributors?|chief|staff)"
NAME_PART: Final = r"(?:[A-ZÀ-Þ][\w'’.-]*|de|la|del|van|von|der|den|bin|al|el|da|di|dos|le)"
NAME: Final = rf"{NAME_PART}(?: {NAME_PART}){{0,5}}"
NAMES: Final = rf"{NAME}(?:(?:, and |, | and | & | with | y | et | und ){NAME}){{0,7}}"
BYLINE: Final = re.compile(
    r"(?P<by>by|By|BY|(?:Written|Story|Words|Report|Reported|Text|Posted|Published) by|WRITTEN BY|Author:?|Por|Par|Von"
    r"|Autor:?)[: ]\s?"
    rf"(?P<names>{NAMES})(?P<rest>(?:\s?[,|•·/–—-]\s?| in | at | for | of ).{{1,80}})?"
)
EMPLOYER_BYLINE: Final = re.compile(
    rf"(?:by|from) (?:the )?(?P<names>{EMPLOYER}|staff|staff reporters?|staff writers?|news desk|newsroom|our correspondents?"
    rf"|wire reports|agencies)(?:\W.{{0,40}})?",
    re.IGNORECASE,
)
SIGNATURE: Final = re.compile(
    r"(?P<names>[A-Z][\w'’-]+(?: [A-Z][\w'’.-]+){1,3}(?: and [A-Z][\w'’-]+(?: [A-Z][\w'’.-]+){1,3})?)"
    rf"(?P<rest> (?:in|for) [A-Z][\w .'’-]{{1,40}}|\s?[,|•·–—-]\s?[\w ]{{0,40}}\b(?i:{ROLE})\b[\w ,.'’-]{{0,40}}"
    rf"| [A-Za-z ]{{0,30}}\b(?i:{ROLE}))?",
)
ROLE_LINE: Final = re.compile(rf"(?:[\w'’-]+ ){{0,3}}{ROLE}(?:,? (?:in|at|for)? ?[A-Z][\w .'’-]{{1,40}})?", re.IGNORECASE)
WEAK_PREPOSITIONS: Final = ("By", "by", "BY", "Von", "Par", "Por")
"""They begin a byline only before a name of two words or more: "By land" is none."""
EMAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}|(?<!\w)@\w{1,30}")
CONTACT_WORDS: Final = words(
    "e-mail email contact reach follow at on twitter x by or and can be reached via for tips send questions to"
)


def byline_names(text: str) -> str | None:
    """Return the names in a line that is a byline by its form ("By Jane Doe, Staff Writer"), else None."""
    if len(text) > BYLINE_CHARACTERS or _is_sentence(text):
        return None
    match = EMPLOYER_BYLINE.fullmatch(text)
    if match:
        return match["names"]
    match = BYLINE.fullmatch(text)
    if match and (" " in match["names"] or match["by"] not in WEAK_PREPOSITIONS):
        return _people_of(match["names"])
    return None


def signature_names(text: str) -> str | None:
    """Return the names in a line that is a byline in the right place, else None.

    Such lines are "Jane Doe", "Jane Doe in Lima", "Jane Doe, City Editor".
    """
    if len(text) > BYLINE_CHARACTERS or _is_sentence(text):
        return None
    match = SIGNATURE.fullmatch(text)
    if not match:
        return None
    names = match["names"]
    if re.search(ROLE, match["rest"] or "", re.IGNORECASE) and " and " not in names and not is_signed_with_role(text):
        names = " ".join(names.split()[:2])  # "Imogen Vale Environment correspondent": the role begins with a capital
    return _people_of(names)


def is_signed_with_role(text: str) -> bool:
    """Return whether a line is a name, a comma or the like, and a role: "Jane Doe, City Editor"."""
    match = SIGNATURE.fullmatch(text) if len(text) <= BYLINE_CHARACTERS and not _is_sentence(text) else None
    return match is not None and re.match(r"\s?[,|•·–—-]", match["rest"] or "") is not None


def is_role(text: str) -> bool:
    """Return whether a line could be a writer's role: "Political correspondent"."""
    return (
        len(text) <= BYLINE_CHARACTERS and text[:1].isupper() and not _is_sentence(text) and ROLE_LINE.fullmatch(text) is not None
    )


def is_contact_line(text: str) -> bool:
    """Return whether a line is an e-mail address or handle, perhaps with a name and "contact" before it."""
    if len(text) > BYLINE_CHARACTERS or not EMAIL.search(text):
        return False
    others = re.findall(r"[^\W\d_][\w'’-]*", EMAIL.sub(" ", text))
    return all(word.lower() in CONTACT_WORDS or word[0].isupper() for word in others)


def _people_of(names: str) -> str:
    """Return the names up to the first that is a role or an employer."""
    people: list[str] = []
    for part in re.split(r"(, )", names.strip(" ,")):
        if people and re.fullmatch(rf"(?:.* )?(?:{ROLE}|(?-i:{EMPLOYER}))", part, re.IGNORECASE):
            break
        people.append(part)
    text = "".join(people).strip(" ,")
    return re.sub(rf"(?: [\w]+)? {ROLE}\Z", "", text, flags=re.IGNORECASE) if text.count(" ") > 2 else text


def _is_sentence(text: str) -> bool:
    """Return whether a line ends like a sentence, and not with an initial or "Jr."."""
    return ends_like_sentence(text) and not re.search(r"\b(?:Jr|Sr|[A-Z])\.\Z", text)

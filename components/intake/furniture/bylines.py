"""Lines that say who wrote the story, and how to reach them. The masthead reads the names before they go."""

from __future__ import annotations

import re
from typing import Final

from ..lines import ends_like_sentence
from .patterns import words

LONGEST: Final = 200
"""Characters: no byline is longer."""
ROLE: Final = r"(?:correspondents?|reporters?|editors?|writers?|columnists?|journalists?|contributors?|chief|staff)"
NAME_PART: Final = r"(?:[A-ZÀ-Þ][\w'’.-]*|de|la|del|van|von|der|den|bin|al|el|da|di|dos|le)"
NAME: Final = rf"{NAME_PART}(?: {NAME_PART}){{0,5}}"
NAMES: Final = rf"{NAME}(?:(?:, and |, | and | & | with | y | et | und ){NAME}){{0,7}}"
BODY: Final = (
    r"(?:Associated Press|AP|Reuters|AFP|Agence France-Presse|Bloomberg|UPI|dpa|PA Media|Press Association"
    r"|Xinhua|Kyodo|EFE|ANSA|CNN|BBC)"
)
BYLINE: Final = re.compile(
    r"(?P<by>by|By|BY|(?:Written|Story|Words|Report|Reported|Text|Posted|Published) by|WRITTEN BY|Author:?|Por|Par|Von"
    r"|Autor:?)[: ]\s?"
    rf"(?P<names>{NAMES})(?P<rest>(?:\s?[,|•·/–—-]\s?| in | at | for | of ).{{1,80}})?"
)
AGENCY_BY: Final = re.compile(
    rf"(?:by|from) (?:the )?(?P<names>{BODY}|staff|staff reporters?|staff writers?|news desk|newsroom|our correspondents?"
    rf"|wire reports|agencies)(?:\W.{{0,40}})?",
    re.IGNORECASE,
)
SIGNED: Final = re.compile(
    r"(?P<names>[A-Z][\w'’-]+(?: [A-Z][\w'’.-]+){1,3}(?: and [A-Z][\w'’-]+(?: [A-Z][\w'’.-]+){1,3})?)"
    rf"(?P<rest> (?:in|for) [A-Z][\w .'’-]{{1,40}}|\s?[,|•·–—-]\s?[\w ]{{0,40}}\b(?i:{ROLE})\b[\w ,.'’-]{{0,40}}"
    rf"| [A-Za-z ]{{0,30}}\b(?i:{ROLE}))?",
)
ROLE_END: Final = re.compile(rf"(?:[\w'’-]+ ){{0,3}}{ROLE}(?:,? (?:in|at|for)? ?[A-Z][\w .'’-]{{1,40}})?", re.IGNORECASE)
EMAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}|(?<!\w)@\w{1,30}")
AROUND_EMAIL: Final = words(
    "e-mail email contact reach follow at on twitter x by or and can be reached via for tips send questions to"
)


def byline_of(text: str) -> str | None:
    """The names in a line that is a byline by its form ("By Jane Doe, Staff Writer"), else None."""
    if len(text) > LONGEST or _ends(text):
        return None
    found = AGENCY_BY.fullmatch(text)
    if found:
        return found["names"]
    found = BYLINE.fullmatch(text)
    if found and (" " in found["names"] or found["by"] not in ("By", "by", "BY", "Von", "Par", "Por")):
        return _only_people(found["names"])
    return None


def signature_of(text: str) -> str | None:
    """The names in a line that is a byline in the right place: "Jane Doe", "Jane Doe in Lima", "Jane Doe, City Editor"."""
    if len(text) > LONGEST or _ends(text):
        return None
    found = SIGNED.fullmatch(text)
    if not found:
        return None
    names = found["names"]
    if re.search(ROLE, found["rest"] or "", re.IGNORECASE) and " and " not in names and not is_signed_with_role(text):
        names = " ".join(names.split()[:2])
    return _only_people(names)


def is_signed_with_role(text: str) -> bool:
    """Whether a line is a name, a comma or the like, and a role: "Jane Doe, City Editor"."""
    found = SIGNED.fullmatch(text) if len(text) <= LONGEST and not _ends(text) else None
    return found is not None and re.match(r"\s?[,|•·–—-]", found["rest"] or "") is not None


def is_role(text: str) -> bool:
    """Whether a line could be a writer's role: "Political correspondent"."""
    return len(text) <= LONGEST and text[:1].isupper() and not _ends(text) and ROLE_END.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """Whether a line is an e-mail address or handle, perhaps with a name and "contact" before it."""
    if len(text) > LONGEST or not EMAIL.search(text):
        return False
    return all(
        word.lower() in AROUND_EMAIL or word[0].isupper() for word in re.findall(r"[^\W\d_][\w'’-]*", EMAIL.sub(" ", text))
    )


def _only_people(names: str) -> str:
    """Names up to the first that is a role or an employer."""
    parts = re.split(r"(, )", names.strip(" ,"))
    kept: list[str] = []
    for part in parts:
        if kept and re.fullmatch(rf"(?:.* )?(?:{ROLE}|(?-i:{BODY}))", part, re.IGNORECASE):
            break
        kept.append(part)
    cut = "".join(kept).strip(" ,")
    return re.sub(rf"(?: [\w]+)? {ROLE}\Z", "", cut, flags=re.IGNORECASE) if cut.count(" ") > 2 else cut


def _ends(text: str) -> bool:
    return ends_like_sentence(text) and not re.search(r"\b(?:Jr|Sr|[A-Z])\.\Z", text)

"""What a line is made of: clocks, dates, bylines and credits. The masthead reads the same lines before they go."""

from __future__ import annotations

import re
from typing import Final

from ..lines import ends_like_sentence

LONGEST: Final = 600
"""Characters: longer lines are not looked at."""
RULER: Final = re.compile(r"[\W_]{1,200}")
CLOCK: Final = re.compile(r"\W*\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\W*(?:[ap]\.?m\.?|uhr)?\W*(?:[A-Z]{2,4})?\W*", re.IGNORECASE)

STAMP_WORDS: Final = frozenset(
    "published updated posted modified created date time last first on at of the and ago now just min mins minute minutes hour hours hr hrs day "
    "days week weeks month months year years h m d today yesterday am pm a p noon midnight gmt bst utc est edt et cst cdt ct mst pst pdt pt cet cest "
    "ist jst aest local originally edited revised about an one two three four five six seven eight nine ten st nd rd th le el de del a las "
    "publicado actualizado publié mis à jour il y hace veröffentlicht aktualisiert stand uhr um am vor stunden minuten den der fecha hora".split()
)
CALENDAR: Final = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado "
    "domingo janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi "
    "dimanche januar februar märz juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag".split()
)
LABEL: Final = re.compile(r"\W*(?:last |first |originally )?(?:published|updated|posted|modified|publicado|actualizado|publié|veröffentlicht|stand)\b", re.IGNORECASE)
RELATIVE: Final = re.compile(r"\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s?\w+ ago\b|\b(?:just now|hace \d+|il y a \d+|vor \d+)\b", re.IGNORECASE)
STAMP_TOKEN: Final = re.compile(r"[^\W\d_]+|\d+")
NUMERIC_DATE: Final = re.compile(r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}\b")

ROLES = (
    r"(?:(?:[\w'’-]+ ){0,4}(?:[Cc]orrespondents?|[Rr]eporters?|[Ee]ditors?|[Ww]riters?|[Cc]olumnists?|[Jj]ournalists?|[Cc]ontributors?|[Bb]ureau [Cc]hief|[Ss]taff))"
)
NAME_PART = r"(?:[A-ZÀ-Þ][\w'’.-]*|de|la|del|van|von|der|den|bin|al|el|da|di|dos|le)"
NAME = rf"{NAME_PART}(?: {NAME_PART}){{0,5}}"
NAMES = rf"{NAME}(?:(?:, and |, | and | & | with | y | et | und ){NAME}){{0,7}}"
BODY: Final = "Associated Press|AP|Reuters|AFP|Agence France-Presse|Bloomberg|UPI|dpa|PA Media|Press Association|Xinhua|Kyodo|EFE|ANSA|CNN|BBC"
BYLINE: Final = re.compile(
    rf"(?P<by>by|By|BY|Written by|Story by|Words by|Report by|Reported by|WRITTEN BY|Text by|Posted by|Published by|Author:?|Por|Par|Von|Autor:?)[: ]\s?(?P<names>{NAMES})"
    rf"(?P<rest>(?:\s?[,|•·/–—-]\s?| in | at | for | of ).{{1,80}})?"
)
AGENCY_BY: Final = re.compile(rf"(?:by|from) (?:the )?(?:{BODY}|staff|staff reporters?|staff writers?|news desk|newsroom|our correspondents?|wire reports|agencies)(?:\W.{{0,40}})?", re.IGNORECASE)
ROLE_LINE: Final = re.compile(rf"(?:(?P<names>{NAMES})\s?[,|•·–—-]\s?)?[A-Z]?{ROLES}(?:,? (?:in|at|for) [A-Z][\w .'’-]{{1,40}}|, [A-Z][\w .'’-]{{1,40}})?")
PLACED_NAME: Final = re.compile(rf"(?P<names>[A-Z][\w'’-]+(?: [A-Z][\w'’.-]+){{1,3}}(?: and [A-Z][\w'’-]+(?: [A-Z][\w'’.-]+){{1,3}})?)(?: (?:in|for|,) [A-Z][\w .'’-]{{1,40}})?")
EMAIL: Final = re.compile(r"(?:\W|e-?mail|contact|reach|follow|at|on|twitter|x|by|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?){0,12}[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,30}){0,4}[\W]*(?:@\w{1,30})?\W*", re.IGNORECASE)

WORK = r"(?:Additional )?(?:[Rr]eport(?:ing|ed)|[Ww]rit(?:ing|ten)|[Ee]dit(?:ing|ed)|[Cc]ompiled|[Rr]esearch|[Pp]roduction|[Gg]raphics?|[Vv]ideo|[Pp]hotograph(?:y|s)|[Tt]ranslat(?:ion|ed)|[Cc]overage|[Pp]roduced|[Rr]ewritten)"
CREDIT: Final = re.compile(rf"\W*{WORK}(?: and {WORK})?(?: (?:assistance|help|contributions))? (?:by|from) (?P<names>.{{2,500}})")
CREDIT_TAIL: Final = re.compile(rf"\s*[(\[](?:With |{WORK}(?: and {WORK})? (?:by|from) |By )[^()\[\]]{{2,400}}(?:\([^()]{{1,60}}\)[^()\[\]]{{0,200}})?[)\]]\.?\Z")
CONTRIBUTED: Final = re.compile(r"(?P<names>\W{0,6}.{2,300}?) (?:also )?contributed(?: (?:reporting|research|material))?(?: (?:to this (?:report|story|article|dispatch)|from [\w ,.'’-]{2,80}|to this))?\.?")
STAFF: Final = re.compile(rf"\b(?:{BODY}|writers?|reporters?|journalists?|correspondents?|staff|researchers?|producers?)\b")
SMALL: Final = frozenset("and in by from with at of the for de la del van von der y et und writers writer reporter reporters journalist journalists correspondent correspondents staff additional editing writing reporting "
                         "compiled bureau bureaus newsroom video photographer photographers graphics translation research also".split())


def is_ruler(text: str) -> bool:
    """Whether a line holds no letter and no digit: "-", "***", "|"."""
    return RULER.fullmatch(text) is not None


def is_clock(text: str) -> bool:
    """Whether a line is a time of day and nothing else."""
    return len(text) < 30 and CLOCK.fullmatch(text) is not None


def is_timestamp(text: str) -> bool:
    """Whether a line is only a date, a time, or how long ago: "Published 9 January 2026", "3 hours ago"."""
    if len(text) > 120 or (text.endswith(".") and not re.search(r"\b(?:[ap]\.m|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.\Z", text)):
        return False
    tokens = [token.lower() for token in STAMP_TOKEN.findall(text)]
    if not tokens or len(tokens) > 24 or not all(t.isdigit() or t in STAMP_WORDS or t in CALENDAR or t == "t" or t == "z" for t in tokens):
        return False
    if RELATIVE.search(text) or NUMERIC_DATE.search(text):
        return True
    numbers = any(token.isdigit() for token in tokens)
    return numbers and (any(token in CALENDAR for token in tokens) or LABEL.match(text) is not None or is_clock(text))


def byline_of(text: str) -> str | None:
    """The names in a line that is a byline and nothing else ("By Jane Doe, Staff Writer"), else None."""
    if len(text) > 200 or _ends(text):
        return None
    found = BYLINE.fullmatch(text)
    if found and (" " in found["names"].strip() or found["by"] not in ("By", "by", "BY")):
        return found["names"].strip(" ,")
    if AGENCY_BY.fullmatch(text):
        return re.sub(r"\A(?:by|from) (?:the )?", "", text, flags=re.IGNORECASE).strip()
    return None


def _ends(text: str) -> bool:
    return ends_like_sentence(text) and not re.search(r"\b(?:Jr|Sr|[A-Z])\.\Z", text)


def is_role(text: str, *, alone: bool) -> bool:
    """Whether a line says what its writer is: "Jane Doe, City Editor", or, if `alone` may do, "Political correspondent"."""
    if len(text) > 100 or _ends(text) or not text[:1].isupper():
        return False
    found = ROLE_LINE.fullmatch(text)
    return found is not None and (found["names"] is not None or (alone and text.count(" ") < 4))


def is_address(text: str) -> bool:
    """Whether a line is an e-mail address, perhaps with a name before it."""
    return len(text) <= 120 and "@" in text and EMAIL.fullmatch(text) is not None


def is_placed_name(text: str) -> bool:
    """Whether a line could be a bare byline: two to four names, perhaps a place."""
    return len(text) <= 80 and PLACED_NAME.fullmatch(text) is not None


def is_credit(text: str) -> bool:
    """Whether a line only says who worked on the page: names after "Reporting by", or before "contributed"."""
    if len(text) > LONGEST:
        return False
    found = CREDIT.fullmatch(text)
    if found:
        return _only_names(found["names"])
    found = CONTRIBUTED.fullmatch(text)
    return found is not None and (STAFF.search(found["names"]) is not None or "this" in text) and _only_names(found["names"])


def _only_names(text: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'’.-]*", text)
    return bool(words) and words[0][0].isupper() and all(word[0].isupper() or word.lower().strip(".") in SMALL for word in words)


def credit_tail(text: str) -> int | None:
    """Where a credit in brackets at the end of a paragraph begins: `... he said. (Reporting by A; Editing by B)`."""
    opening = max(text.rfind("(", max(0, len(text) - LONGEST)), text.rfind("[", max(0, len(text) - LONGEST)))
    while opening > 0:
        found = CREDIT_TAIL.match(text, opening)
        if found and len(text) - opening <= LONGEST and text[opening + 1 : opening + 3] != "By":
            return opening
        opening = max(text.rfind("(", max(0, len(text) - LONGEST), opening), text.rfind("[", max(0, len(text) - LONGEST), opening))
    return None

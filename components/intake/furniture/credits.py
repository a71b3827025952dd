"""Credit lines: who else worked on the page, in a line of its own or in brackets at the end of a paragraph."""

from __future__ import annotations

import re
from typing import Final

from .bylines import BODY
from .patterns import words

LONGEST: Final = 600
"""Characters: no credit line is longer."""
WORK: Final = (
    r"(?:[Ww]ith )?(?:[Aa]dditional )?(?:[Rr]eport(?:ing|ed)|[Ww]rit(?:ing|ten)|[Ee]dit(?:ing|ed)|[Cc]ompiled|[Rr]esearch"
    r"|[Pp]roduction|[Gg]raphics?|[Vv]ideo"
    r"|[Tt]ranslat(?:ion|ed)|[Cc]overage|[Pp]roduced|[Rr]ewritten)"
)
CREDIT: Final = re.compile(rf"\W*{WORK}(?: and {WORK})?(?: (?:assistance|help|contributions))? (?:by|from) (?P<names>.{{2,500}})")
TAIL: Final = re.compile(
    rf"[(\[](?P<credit>(?:With (?=[A-Z])|{WORK}(?: and {WORK})? (?:by|from) )"
    r"[^()\[\]]{2,400}(?:\([^()]{1,60}\)[^()\[\]]{0,200})?)[)\]]\.?\Z"
)
CONTRIBUTED: Final = re.compile(
    r"(?P<names>.{2,300}?) (?:also )?contributed(?: (?:reporting|research|material))?"
    r"(?: (?:to this (?:report|story|article|dispatch)|from [\w ,.'’-]{2,80}))?\.?"
)
STAFF: Final = re.compile(rf"\b(?:{BODY}|writers?|reporters?|journalists?|correspondents?|staff|researchers?|producers?)\b")
SMALL: Final = words(
    "and in by from with at of the for to de la del van von der y et und writer writers reporter reporters journalist "
    "journalists correspondent "
    "correspondents staff additional editing writing reporting compiled bureau bureaus newsroom video photographer "
    "photographers graphics "
    "translation research also other"
)
"""Words in small letters that stand between the names of a credit line."""


def is_credit(text: str) -> bool:
    """Whether a line only says who worked on the page: names after "Reporting by", or before "contributed"."""
    if len(text) > LONGEST:
        return False
    found = CREDIT.fullmatch(text)
    if found:
        return _only_names(found["names"])
    found = CONTRIBUTED.fullmatch(text)
    if found is None or not _only_names(found["names"]):
        return False
    return STAFF.search(found["names"]) is not None or " to this " in text


def credit_tail(text: str) -> int | None:
    """Where a credit in brackets at the end of a paragraph begins: `... he said. (Reporting by A; Editing by B)`."""
    if not text.rstrip(".").endswith((")", "]")):
        return None
    for found in re.finditer(r"[(\[]", text[-LONGEST:]):
        opening = max(0, len(text) - LONGEST) + found.start()
        tail = TAIL.match(text, opening)
        if tail and opening and _only_names(re.sub(WORK, "", tail["credit"])):
            return opening
    return None


def _only_names(text: str) -> bool:
    names = re.findall(r"[^\W\d_][\w'’.-]*", text)
    named = any(name[0].isupper() for name in names)
    return named and all(name[0].isupper() or name.lower().strip(".") in SMALL for name in names)

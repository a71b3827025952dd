"""Credit lines: who else worked on the page, in a line of its own or in brackets at the end of a paragraph."""

from __future__ import annotations

import re
from typing import Final

from ...language.lexicon import words
from ...settings.intake import CREDIT_CHARACTERS
from .patterns import EMPLOYER

WORK: Final = (
    r"(?:[Ww]ith )?(?:[Aa]dditional )?(?:[Rr]eport(?:ing|ed)|[Ww]rit(?:ing|ten)|[Ee]dit(?:ing|ed)|[Cc]ompiled|[Rr]esearch"
    r"|[Pp]roduction|[Gg]raphics?|[Vv]ideo"
    r"|[Tt]ranslat(?:ion|ed)|[Cc]overage|[Pp]roduced|[Rr]ewritten)"
)
CREDIT: Final = re.compile(rf"\W*{WORK}(?: and {WORK})?(?: (?:assistance|help|contributions))? (?:by|from) (?P<names>.{{2,500}})")
TRAILING_CREDIT: Final = re.compile(
    rf"[(\[](?P<credit>(?:With (?=[A-Z])|{WORK}(?: and {WORK})? (?:by|from) )"
    r"[^()\[\]]{2,400}(?:\([^()]{1,60}\)[^()\[\]]{0,200})?)[)\]]\.?\Z"
)
CONTRIBUTED: Final = re.compile(
    r"(?P<names>.{2,300}?) (?:also )?contributed(?: (?:reporting|research|material))?"
    r"(?: (?:to this (?:report|story|article|dispatch)|from [\w ,.'’-]{2,80}))?\.?"
)
STAFF: Final = re.compile(rf"\b(?:{EMPLOYER}|writers?|reporters?|journalists?|correspondents?|staff|researchers?|producers?)\b")
LOWERCASE_WORDS: Final = words(
    "and in by from with at of the for to de la del van von der y et und writer writers reporter reporters journalist "
    "journalists correspondent "
    "correspondents staff additional editing writing reporting compiled bureau bureaus newsroom video photographer "
    "photographers graphics "
    "translation research also other"
)
"""Words in small letters that may stand between the names of a credit line."""


def is_credit_line(text: str) -> bool:
    """Return whether a line only says who worked on the page: names after "Reporting by", or before "contributed"."""
    if len(text) > CREDIT_CHARACTERS:
        return False
    match = CREDIT.fullmatch(text)
    if match:
        return _is_only_names(match["names"])
    match = CONTRIBUTED.fullmatch(text)
    if match is None or not _is_only_names(match["names"]):
        return False
    return STAFF.search(match["names"]) is not None or " to this " in text


def trailing_credit_start(text: str) -> int | None:
    """Return where the credit in brackets at the end of a paragraph begins, or None if there is none.

    For example before the bracket in "... he said. (Reporting by A; Editing by B)".
    """
    if not text.rstrip(".").endswith((")", "]")):
        return None
    offset = max(0, len(text) - CREDIT_CHARACTERS)
    for bracket in re.finditer(r"[(\[]", text[-CREDIT_CHARACTERS:]):
        start = offset + bracket.start()
        match = TRAILING_CREDIT.match(text, start)
        if match and start and _is_only_names(re.sub(WORK, "", match["credit"])):
            return start
    return None


def _is_only_names(text: str) -> bool:
    """Return whether a text is names and what stands between the names of a credit line."""
    tokens = re.findall(r"[^\W\d_][\w'’.-]*", text)
    has_name = any(token[0].isupper() for token in tokens)
    return has_name and all(token[0].isupper() or token.lower().strip(".") in LOWERCASE_WORDS for token in tokens)

"""Captions and photo credits: by how the line begins, or by the agency credit that it ends with."""

from __future__ import annotations

import re
from typing import Final

from ..lines import ends_like_sentence

LONGEST: Final = 600
"""Characters: a longer line is a paragraph of the story with a credit in it, and stays."""
AGENCIES = r"(?:AP|Associated Press|Reuters|REUTERS|AFP|Getty(?: Images)?|EPA|EFE|PA|dpa|Shutterstock|Alamy|UPI|Bloomberg|Xinhua|Anadolu|Zuma|Sipa|Handout|Pool|File|TASS|Kyodo|NurPhoto)"
BEGINS: Final = re.compile(
    r"\W*(?:(?:image|photo|picture|video|graphic|photograph|illustration|foto|bild|credit)s?(?: source| caption| credit| courtesy(?: of)?)?\s?[:,|]\s?\S.*|"
    r"(?:photo|photograph|picture|image|illustration|graphic|video)s? (?:by|courtesy of|courtesy|credit|via|from) (?-i:[A-Z]).*|"
    r"(?:file|file photo|file photograph|archive photo|handout photo)\s?[-–—:]\s?\S.*|(?:file photo|stock image)\b.{0,80}|\d{1,2} of \d{1,2}\s?[|:]?\s?\S.*|pictured(?: above)?:.*|above:.*|video:.*|watch:.*)",
    re.IGNORECASE,
)
ENDS: Final = re.compile(
    rf".*(?:\((?:AP|AFP|EPA|PA|Reuters|REUTERS|Getty|dpa|UPI)?\s?(?:Photo|File|Foto|Image)s?\b[^()]{{0,120}}\)|\([^()]{{2,60}}/\s?{AGENCIES}[^()]{{0,60}}\)|\({AGENCIES} via [^()]{{2,60}}\)|"
    rf"\b(?:Photograph|Photo|Picture|Image|Credit|Illustration|Foto)\s?:\s?[^.!?]{{2,100}}|\bREUTERS/[^.!?]{{2,80}}|[A-Z][\w.' -]{{1,50}}/(?:{AGENCIES})(?:/[\w .]{{2,40}})?(?: via [A-Z][\w ]{{1,30}})?|"
    rf"\[(?:[^\[\]]{{2,60}}/)?{AGENCIES}[^\[\]]{{0,60}}\]|(?:via|/)\s?Getty Images)\W*"
)
CREDIT_ONLY: Final = re.compile(rf"\W*(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,4}}\s?(?:/|\|| via | for )\s?)+{AGENCIES}(?:\W+{AGENCIES})*\W*")


def caption_rule(text: str) -> str | None:
    """"caption" or "photo credit", or None."""
    if len(text) > LONGEST:
        return None
    if CREDIT_ONLY.fullmatch(text):
        return "photo credit"
    if BEGINS.fullmatch(text) and not _reports(text):
        return "caption"
    return "caption" if ENDS.fullmatch(text) else None


def _reports(text: str) -> bool:
    """A sentence that only begins like a caption: "Video: the new evidence, police said, ..." stays."""
    return ends_like_sentence(text) and re.search(r"\b(?:said|says|told)\b", text) is not None and not ENDS.fullmatch(text)

"""Captions and photo credits: by how the line begins, or by the agency credit that it ends with."""

from __future__ import annotations

import re
from typing import Final

from ...settings.intake import CAPTION_CHARACTERS, CAPTION_END_CHARACTERS
from ..lines import ends_like_sentence
from .patterns import SPEECH_VERB, whole_line

PHOTO_AGENCY: Final = (
    r"(?:AP|Associated Press|Reuters|REUTERS|AFP|Getty(?: Images)?|EPA|EFE|PA|dpa|Shutterstock|Alamy|UPI|Bloomberg|Xinhua"
    r"|Anadolu|Zuma|Sipa|Handout|Pool"
    r"|File|TASS|Kyodo|NurPhoto|iStock)"
)
PICTURE: Final = r"(?:image|photo|picture|video|graphic|photograph|illustration|foto|bild)s?"
CAPTION_START: Final = re.compile(
    rf"\W*(?:{PICTURE}(?: source| caption| credit| courtesy(?: of)?)?\s?[:,|]\s?\S.*|credits?\s?[:|]\s?\S.*"
    rf"|{PICTURE} (?:by|courtesy of|courtesy|credit|via) (?-i:[A-Z])[^.!?]*|{PICTURE} (?:source|caption|credit)s?\b.*"
    r"|(?:file|file photo|file photograph|archive photo|handout photo)\s?[-–—:]\s?\S.*|\d{1,2} of \d{1,2}\s?[|:]\s?\S.*"
    r"|pictured(?: above)?:.*"
    r"|above: .*|watch: .*)",
    re.IGNORECASE,
)
CREDIT_END: Final = re.compile(
    r".*(?:\((?:AP|AFP|EPA|PA|Reuters|REUTERS|Getty|dpa|UPI)?\s?(?:Photo|File|Foto|Image)s?\b[^()]{0,120}\)"
    rf"|\([^()]{{2,60}}/\s?{PHOTO_AGENCY}[^()]{{0,60}}\)|\({PHOTO_AGENCY} via [^()]{{2,60}}\)"
    rf"|\[(?:[^\[\]]{{2,60}}/){PHOTO_AGENCY}[^\[\]]{{0,60}}\]"
    r"|\b(?:Photograph|Photo|Picture|Image|Credit|Illustration|Foto)s?(?:\s?:\s?| by (?=[A-Z]))[^!?]{2,80}|(?:via"
    r"|/)\s?Getty Images"
    rf"|\bREUTERS/[^!?]{{2,60}}|[A-Z][\w.'’ -]{{1,50}}/{PHOTO_AGENCY}(?:/[\w .]{{2,40}})?(?: via [A-Z][\w ]{{1,30}})?)\W*"
)
CREDIT_ONLY: Final = re.compile(
    rf"\W*[A-Z][\w.'’-]{{1,30}}(?: [A-Z][\w.'’-]{{0,30}}){{0,4}}\s?(?:/|\|| via "
    rf"| for )\s?(?:[A-Z][\w.'’ -]{{1,40}}/)?{PHOTO_AGENCY}(?:\W+{PHOTO_AGENCY}){{0,3}}\W*"
)
PICTURE_CONTROL: Final = whole_line(
    r"view image in fullscreen",
    r"enlarge(?: this)? image",
    r"(?:toggle|hide|show) caption",
    r"(?:in )?(?:photos|pictures|video|gallery): [^.!?]{4,80}",
    r"open image in gallery",
    r"image gallery",
    r"(?:play|watch|unmute|replay)(?: the)? video(?: content)?",
    r"this video (?:can ?not|could not|is not).{0,60}",
    r"\d+ of \d+",
    r"caption",
    rf"{PICTURE} (?:\d+ of \d+|gallery)",
    r"(?:getty|getty images|istock|shutterstock|ap photo|file photo|handout|stock image|alamy)(?:\W+(?:getty|getty images"
    r"|istock|istockphoto|file photo)){0,3}",
)


def caption_rule(text: str) -> str | None:
    """Return the rule "caption" or "photo credit" if a line is one, else None.

    A sentence that reports speech and only begins like a caption stays.
    """
    if len(text) > CAPTION_CHARACTERS:
        return None
    if PICTURE_CONTROL.fullmatch(text):
        return "caption"
    if CREDIT_ONLY.fullmatch(text):
        return "photo credit"
    if CAPTION_START.fullmatch(text) and not (ends_like_sentence(text) and SPEECH_VERB.search(text)):
        return "caption"
    return "caption" if len(text) <= CAPTION_END_CHARACTERS and CREDIT_END.fullmatch(text) else None

"""Intake: file -> text -> clean text -> sentences. Everything a reader brings in passes here and comes out as an `Article`.

readers.py        the ways in: read_file, read_bytes, read_text, read_sentences
formats/          one reader for each file format; each returns a Page
page.py           Page: what the reader of a format returns
furniture/        what on the page is not the story, by named rules
masthead.py       headline, dateline, agency, byline, date, outlet
outlets.py        agencies, outlets, the holder of a copyright
dates.py          ISO 8601, and dates as pages write them
lines.py          logical lines, and the clean text from what furniture rules leave
sentences.py      exact sentence spans
language_id.py    which language a text is in
validation.py     what cannot be an article: too long, empty, an address, no text
build.py          Page -> Article
edits.py          restore, remove, edit: what a person changes by hand
"""

from .edits import BY_HAND, edit, remove, restore
from .lines import is_visible
from .readers import read_bytes, read_file, read_sentences, read_text
from .sentences import split_sentences

__all__ = [
    "BY_HAND",
    "edit",
    "is_visible",
    "read_bytes",
    "read_file",
    "read_sentences",
    "read_text",
    "remove",
    "restore",
    "split_sentences",
]

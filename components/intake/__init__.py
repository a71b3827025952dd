"""Intake: file -> text -> clean text -> sentences. Everything a reader brings in passes here and comes out as an `Article`.

doors.py       the ways in: read_file, read_bytes, read_text, read_sentences
formats/       one reader a file format; each hands on a Page
furniture/     what on the page is not the story, by named rules
masthead.py    headline, dateline, agency, byline, date, outlet
lines.py       logical lines, and the clean text from what is kept
sentences.py   exact sentence spans
build.py       Page -> Article
edits.py       restore, remove, edit: what a person changes by hand
"""

from .doors import read_bytes, read_file, read_sentences, read_text
from .edits import edit, remove, restore
from .sentences import split

__all__ = ["edit", "read_bytes", "read_file", "read_sentences", "read_text", "remove", "restore", "split"]

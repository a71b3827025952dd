"""File formats: the bytes of a file -> a Page, by what the bytes are and, where they do not say, by the name's ending.

kinds.py       which kind of file it is
plain.py       bytes -> text
html.py        HTML
tree.py        the visible text of an HTML tree
markdown.py    Markdown
pdf.py         PDF
paragraphs.py  printed lines -> paragraphs
docx.py        .docx
blocks.py      blocks of text -> the raw text of a page
"""

from .kinds import page_of

__all__ = ["page_of"]

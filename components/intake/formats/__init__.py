"""File formats: the bytes of a file -> a Page, by what the bytes are and, where they do not say, by the name's ending.

detect.py      which format the bytes are in, and its reader: `read_page`
plain.py       bytes -> text
html.py        HTML -> Page: which blocks are the article
html_tree.py   an HTML tree -> units of visible text
markdown.py    Markdown -> Page
pdf.py         PDF -> Page
paragraphs.py  printed lines -> paragraphs
docx.py        .docx -> Page
"""

from .detect import read_page

__all__ = ["read_page"]

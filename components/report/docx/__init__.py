"""The report as a Word document.

document.py  the document from first to last
elements.py  its paragraphs, quotations and symbols
tables.py    its tables
styles.py    its styles
"""

from .document import report_docx

__all__ = ["report_docx"]

"""From a Comparison to what people read: escaped HTML, charts, tables and files. Needs no browser.

words.py      our own wording, once for screen, terminal and files
palette.py    one colour an outlet; the styles
render.py     the one way from values to HTML: templates/ that escape everything
overview.py   summary line, notes, legend
stated.py     who states what: the table of facts by articles; orders.py its orders
copying.py    articles that run together word for word
reading.py    articles beside each other; a passage beside its partners
verdicts.py   two details in words: kind, verdict, and the number of those that differ
differing.py  pairs of details with both sentences and how the verdict was reached
voices.py     who speaks in each article, and how much
cards.py      one fact with its evidence, what was removed
places.py     where in the story, as a drawing without a script
page.py       the report as one file
document.py   the report as a Word document (docx_tables.py; docx_look.py: styles; docx_parts.py: its pieces)
selection.py  which facts are shown, in which order: the same on the page and in every file
provenance.py program, model, settings, languages, what people checked
corrections.py  what a person changed, in words
figures.py    Plotly charts, each with its table: bars; where in the story (lines.py); what they share (chart.py)
tables.py     CSV files
exports.py    JSON with what is shown; all tables in one archive
found.py      where some words or a name stand; searched.py what a search found, as HTML; examples.py what one may ask
method.py     how it works, how sure it is, what it cannot tell; the figures stand in measured.json
summary.py    the terminal's text
files.py      writing so that nothing half-written stays behind
"""

from .cards import fact_card, removed
from .differing import detail_list, differences, notes_told
from .document import report_docx
from .exports import report_json, report_tables
from .overview import legend, notes, summary_header
from .page import report_html
from .reading import pair, passage, side_by_side
from .render import stylesheet, wrapped
from .stated import coverage_table
from .summary import summary, trace_summary
from .tables import csv_files, write_csv
from .voices import who_speaks

__all__ = [
    "coverage_table",
    "csv_files",
    "detail_list",
    "differences",
    "fact_card",
    "legend",
    "notes",
    "notes_told",
    "pair",
    "passage",
    "removed",
    "report_docx",
    "report_html",
    "report_json",
    "report_tables",
    "side_by_side",
    "stylesheet",
    "summary",
    "summary_header",
    "trace_summary",
    "who_speaks",
    "wrapped",
    "write_csv",
]

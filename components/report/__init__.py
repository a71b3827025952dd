"""From a Comparison to what people read: escaped HTML, charts, tables and files. Needs no browser.

wording.py           our own wording, once for screen, terminal and files
palette.py           one colour an outlet; the styles
render.py            the one way from values to HTML: templates/ that escape everything
templates/           the templates
highlight.py         a text split by the marks that lie on it
overview.py          summary line, notes, legend
coverage_table.py    who states what: the table of facts by articles
text_reuse.py        articles that run together word for word
side_by_side.py      articles beside each other; a passage beside its partners
verdicts.py          two details in words: kind, verdict, and the number of those that differ
differences.py       pairs of details with both sentences and how the verdict was reached
speakers.py          who speaks in each article, and how much
fact_cards.py        one fact with its evidence, what was removed
position_drawing.py  where in the story, as a drawing without a script
html_report.py       the report as one file
docx/                the report as a Word document
selection.py         which facts are shown, in which order: the same on the page and in every file
provenance.py        program, model, settings, languages, what people checked
corrections.py       what a person changed, in words
charts.py            Plotly charts, each with its table
tables.py            CSV files
exports.py           JSON with what is shown; all tables in one archive
search_results.py    what a search found, as HTML
method.py            how it works, how sure it is, what it cannot tell; the figures stand in measured.json
terminal.py          the terminal's text
atomic_write.py      writing so that nothing half-written stays behind
"""

from .coverage_table import coverage_table_html
from .differences import describe_notes, detail_list, differences_html
from .docx.document import report_docx
from .exports import report_json, report_tables
from .fact_cards import fact_card, removed
from .html_report import report_html
from .overview import legend, notes, summary_header
from .render import stylesheet, wrapped
from .side_by_side import pair, passage, side_by_side_html
from .speakers import who_speaks
from .tables import csv_files, write_csv
from .terminal import summary, trace_summary

__all__ = [
    "coverage_table_html",
    "csv_files",
    "describe_notes",
    "detail_list",
    "differences_html",
    "fact_card",
    "legend",
    "notes",
    "pair",
    "passage",
    "removed",
    "report_docx",
    "report_html",
    "report_json",
    "report_tables",
    "side_by_side_html",
    "stylesheet",
    "summary",
    "summary_header",
    "trace_summary",
    "who_speaks",
    "wrapped",
    "write_csv",
]

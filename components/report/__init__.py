"""From a Comparison to what people read: escaped HTML, charts, tables and files. Needs no browser.

wording.py           our own wording, once for screen, terminal and files
palette.py           one colour an outlet
render.py            the one way from values to HTML: templates/ that escape everything; the styles
templates/           the templates
highlight.py         a text split by the marks that lie on it
model.py             what the parts of one report share, each value worked out once
overview.py          summary line, notes, legend, who speaks
coverage_table.py    who states what: the table of facts by articles
text_reuse.py        articles that run together word for word
side_by_side.py      articles beside each other; a passage beside its partners
verdicts.py          two details in words: kind and verdict
differences.py       pairs of details with both sentences and how the verdict was reached
speakers.py          one speaker for all forms of a name, with the words that each article gives them
fact_cards.py        one fact with its evidence, what was removed
position_drawing.py  where in the story, as a drawing without a script
html_report.py       the report as one file
docx/                the report as a Word document
selection.py         which facts are shown, in which order: the same on the page and in every file
second_reader.py     a second reader in words: which, what it says, where the two disagree
provenance.py        program, model, settings, languages, what people checked
corrections.py       what a person changed, in words
charts.py            Plotly charts, each with its table
exports.py           CSV tables, all of them in one archive, JSON with what is shown
search_results.py    what a search found, as HTML
method.py            how it works, how sure it is, what it cannot tell; the figures stand in measured.json
terminal.py          the terminal's text
atomic_write.py      writing so that nothing half-written stays behind
"""

from .coverage_table import coverage_table_html
from .differences import describe_notes, detail_list, differences_html
from .docx.document import report_docx
from .exports import csv_files, report_json, report_tables, write_csv
from .fact_cards import fact_card, removed
from .html_report import report_html
from .overview import legend, notes, summary_header, who_speaks
from .render import stylesheet, wrapped
from .side_by_side import pair, passage, side_by_side_html
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

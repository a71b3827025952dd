"""Samestory compares how several outlets told the same story: which facts each article states, and which it does not.

In a notebook: `compare`, `trace`, `read_file`, `read_text`, `read_sentences`, `Settings`, `SamestoryError`.

The rooms stand in the order in which a story passes through them:

    settings/       every threshold with unit, range, reason
    story/          the nouns, frozen, plain data: Article, Link, Fact, Presence, Difference, Comparison; as JSON and tables
    language/       tokens, idf, the parser and what it says, word lists, quotation marks, numbers, quantities
    intake/         file -> text -> clean text -> sentences      (readers, formats, furniture, masthead, sentences)
    embeddings/     sentences -> vectors                         (Encoder protocol, the bundled model, cache)
    matching/       a sentence, claim or statement beside a passage -> named features -> calibrated probability, with reasons
    claims/         sentences -> claims -> facts
    attribution/    who says what
    alignment/      links between articles, clusters across n articles, wording
    details/        numbers, dates, names, quotations, terms: read, paired, compared -> differences
    coverage/       fact x outlet presence, measures, text reuse
    corrections/    what a person changes over the machine's result, anchored to the text; the log of it
    second_reader/  a cross-encoder of the reader's own, asked where a cell is open
    analysis.py     analyze (slow) and decide (fast): the only file that knows the order
    compare.py      compare, trace
    search/         where names and words stand, and what is worth asking for
    library/        stories kept between visits, in a database; a story as one file
    report/         Comparison -> escaped HTML, Plotly figures, tables, Word, files; needs no browser
    views/          the only room that imports streamlit; pages/ has one module or folder a page
    training/       fits what matching/ ships (`make fit`); imported by nothing
"""

from .compare import compare, trace
from .intake import read_file, read_sentences, read_text
from .settings import Settings
from .story import SamestoryError

__version__ = "0.1.0"

__all__ = ["SamestoryError", "Settings", "compare", "read_file", "read_sentences", "read_text", "trace"]

"""Samestory compares how several outlets told the same story: which facts each article states, and which it does not.

The notebook door: `compare`, `trace`, `read_file`, `read_text`, `read_sentences`, `Settings`.

The rooms stand in the order in which a story passes through them:

    story/        the nouns, frozen, plain data; a Comparison as JSON and tables
    settings.py   every threshold with unit, range, reason
    language/     words, rarity, numbers, quantities, the parser (loaded once, when needed)
    intake/       file -> text -> clean text -> sentences      (upload, furniture, masthead, sentences)
    meaning/      sentences -> vectors                         (Encoder protocol, the bundled model, cache)
    evidence/     what speaks for and against: a statement beside a passage -> named features, tokens -> calibrated probability
    alignment/    links between articles, groups across n articles, wording
    facts/        claims, facts and their mentions, details, quotations, attribution, differences
    coverage/     facts -> fact x outlet presence, measures
    corrections/  what a person changes over the machine's result, anchored to the text; the log of it
    compare.py    the verbs in order; the only file that knows the order
    library/      stories kept between visits, in a database; a story as one file
    report/       Comparison -> escaped HTML, Plotly figures, tables, files; needs no browser
    views/        the only room that imports streamlit: one module a page
"""

from .compare import compare, trace
from .intake import read_file, read_sentences, read_text
from .settings import Settings

__all__ = ["Settings", "compare", "read_file", "read_sentences", "read_text", "trace"]

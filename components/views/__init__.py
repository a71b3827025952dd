"""The only room that imports streamlit: one module a page, and what the pages share.

state.py         what a page may ask of the session and do to it: articles, comparison, strictness, what is chosen
session.py       the session itself, one visitor's
encoding.py      the encoder, shared by all visitors
frame.py         the top of every result page: title, outlets, counts, notes, strictness
style.py         the styles, and the one way that HTML gets onto a page
plain.py         words on their way into a widget's label
groups.py        the groups of facts that a reader can ask for
articles/        the page Articles: add, look at what was removed, edit, compare
sample_files.py  the sample stories that come along
overview/        the page Overview: counts, coverage table, charts, files to keep
side_by_side.py  the page Side by side; its reading view lives in reading/
differences/     the page Differences: details that do not agree, in their sentences
facts/           the page Facts: a table to filter, a fact in its contexts, a statement to trace
languages.py     the names of languages
caching.py       the size of the vector cache and the button that clears it
"""

"""The only room that imports streamlit: one module a page, and what the pages share.

state.py         what one visitor has in hand: articles, the comparison, what is chosen; the encoder shared by all
frame.py         the top of every result page: title, outlets, counts, notes, strictness
plain.py         words on their way into a widget's label
articles/        the page Articles: add, look at what was removed, edit, compare
overview.py      the page Overview: counts, coverage table, charts, files to keep
side_by_side.py  the page Side by side; its reading view lives in reading/
facts.py         the page Facts: a table to filter, a fact in its contexts, a statement to trace
"""

"""The pages, one module or folder each.

articles/        Articles: add, look at what was removed, edit, compare
overview/        Overview: counts, what differs, coverage table, charts
side_by_side.py  Side by side; its reading view lives in views/reading/
differences/     Differences: details that do not agree, in their sentences
facts/           Facts: a table to filter, a fact in its contexts, what can be corrected about it
search/          Search: a statement, a name or some words
corrections.py   Corrections: the log
stories.py       Stories: the library, and stories as files
method.py        Method
"""

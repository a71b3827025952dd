"""The only room that imports streamlit: one module a page, and what the pages share.

state.py         what a page may ask of the session and do to it: articles, comparison, strictness, what is chosen
session.py       the session itself, one visitor's; what is made once for a comparison
corrections.py   corrections made, undone, done again in it
keeping.py       each change on its way into the library, and whose library it is (browser_token.py)
address.py       ?story=...&fact=..., written and opened
encoding.py      the encoder, shared by all visitors
frame.py         the top of every result page: title, outlets, counts, notes, strictness
guide.py         the few sentences that explain the app at first
style.py         the styles, and the one way that HTML gets onto a page
plain.py         words on their way into a widget's label
choosing.py      the controls that ask for one of several things, groups of facts among them
more.py          long lists, until a reader asks for all of them
downloads.py     the comparison as files to keep
heard.py         links in HTML, followed to a sentence or a fact
articles/        the page Articles: add, look at what was removed, edit, compare
sample_files.py  the sample stories that come along
overview/        the page Overview: counts, what differs, coverage table, charts
side_by_side.py  the page Side by side; its reading view lives in reading/
differences/     the page Differences: details that do not agree, in their sentences
facts/           the page Facts: a table to filter, a fact in its contexts, what can be corrected about it
search/          the page Search: a statement, a name or some words
history.py       the page Corrections: the log
stories.py       the page Stories: the library, and stories as files
method.py        the page Method
languages.py     the names of languages
caching.py       the size of the vector cache and the button that clears it
"""

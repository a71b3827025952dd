"""The only room that imports streamlit: the pages, and what they share.

pages/               one module or folder a page
reading/             the reading view of Side by side, a component of its own
session.py           one visitor's session; what is made once for a comparison
actions.py           what a page may ask of the session and do to it: articles, comparison, strictness, what is chosen
apply_corrections.py corrections made, undone, done again in it
persistence.py       each change on its way into the library, and whose library it is
browser_token.py     the token by which a browser finds its own library again
url_state.py         ?story=...&fact=..., written and opened
encoder.py           the encoders, shared by all visitors
encoder_names.py     which of them can be chosen, and what they are called
second_reader.py     the second reader, shared by all visitors
progress.py          the bar that names the stage of what takes a while
page_header.py       the top of every result page: title, outlets, counts, notes, strictness
onboarding.py        the few sentences that explain the app at first
html.py              the styles, and the one way that HTML gets onto a page
markdown_escape.py   words on their way into a widget's label
widgets.py           the controls that ask for one of several things, groups of facts among them
pagination.py        long lists, until a reader asks for all of them
downloads.py         the comparison as files to keep
link_listener.py     links in HTML, followed to a sentence or a fact
sample_stories.py    the sample stories that come along
languages.py         the names of languages
cache_panel.py       the size of the vector cache and the button that clears it
"""

"""The reading view of Side by side: articles in columns, partners brought beside the picked sentence, all in the browser.

payload.py     a Comparison and the chosen keys -> the plain values that the view draws
claims.py      the facts among them
component.py   the view as a Streamlit component, made of the files below; no build step, nothing fetched
text.js        text and small elements; selection.js: which part of a sentence is selected
columns.js     the columns with their bars; legend.js: the line above them; facts.js: facts inside sentences and in the dock
level.js       partners side by side, and the lines between them; moving.js: from sentence to sentence by keyboard
dock.js        what is picked, and why; tools.js: the corrections it offers; correcting.js: how they reach Python
reading.js     the view's state and the pick; events.js: what the reader does, and new data; reading.css
"""

from .component import show
from .payload import payload

__all__ = ["payload", "show"]

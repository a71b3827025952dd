"""The reading view of Side by side: articles in columns, partners brought beside the picked sentence, all in the browser.

payload.py    a Comparison and the chosen keys -> the plain values that the view draws
component.py  the view as a Streamlit component, made of the files below; no build step, nothing fetched
text.js, columns.js, level.js, dock.js, reading.js, events.js, reading.css
"""

from .component import show
from .payload import payload

__all__ = ["payload", "show"]

"""The reading view of Side by side: articles in columns, partners brought beside the picked sentence, all in the browser.

payload.py     a Comparison and the chosen keys -> the plain values that the view draws
facts.py       the facts among them
component.py   the view as a Streamlit component, made of the scripts and the style below; no build step, nothing fetched
linker.py      the scripts, which are ES modules, joined into the one module that a component takes

The scripts, each after those that it imports; `make scripts-checked` checks their types:

types.js       the types of what Python sends, what goes back, and what is shown
text.js        text cut at its marks, spans
elements.js    small elements
story.js       the payload, with its indices and the questions asked of it
state.js       what is chosen and open, and each change of it
shortcuts.js   the keys, and what each is for
selection.js   which part of a sentence is selected
columns.js     the columns with their bars
legend.js      the line above them
layout.js      the elements of the view, by sentence or column
scrolling.js   columns that scroll together, and the room that the page gives
alignment.js   partners side by side, and the lines between them
highlights.js  the outlines of picked sentences, the light on facts
navigation.js  the next sentence or fact by keyboard
corrections.js the corrections: what each kind offers and sends
facts.js       the facts of the picked sentence, in the dock
dock.js        what is picked, and why
events.js      mouse, keys, scrolling
view.js        what the reader does, done: the state changed, what depends on it drawn again
reading.js     the entry
"""

from .component import show
from .payload import payload

__all__ = ["payload", "show"]

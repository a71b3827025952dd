"""Page furniture: which stretches of the raw text are not the story, each with the name of the rule that says so.

phrases.py   what a line says by itself: share, sign-up, advertisement, caption, copyright, cookies, tags, comments
stamps.py    what a line is made of: clocks, dates, bylines, credits
zones.py     what a line is by its place: doubled headlines, menus before the story, lists of other stories

Every rule is cautious: a line it does not know stays. Nothing is deleted; each removal can be put back.
"""

from .find import find_furniture

__all__ = ["find_furniture"]

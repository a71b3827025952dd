"""Page furniture: which stretches of the raw text are not the story, each with the name of the rule that says so.

detect.py          all rules in order
text_rules.py      what a line says by itself: share, sign-up, advertisement, copyright, cookies
headings.py        lines called like a menu, a list of other stories, tags, a comment box
captions.py        captions and photo credits
credits.py         who else worked on the page
bylines.py         who wrote the story
timestamps.py      clocks, dates, separators
headlines.py       which line is the headline, and which only repeat it
position_rules.py  what a line is by its place: menus around the story, lists of other stories
patterns.py        how the rules write their patterns, and the patterns that several share

Every rule is cautious: a line it does not know stays. Nothing is deleted; each removal can be put back.
"""

from .detect import find_furniture

__all__ = ["find_furniture"]

"""What a person changes over the machine's result, held on to the text, so that no other strictness and no undo loses it.

anchors.py   passages found again: from a stretch of text to an Anchor, and back
making.py    corrections from what was picked in a comparison
log.py       made, taken back, made again; and which hold
articles.py  the articles as corrected: furniture, masthead
resolved.py  corrections in the terms of one story
links.py     evidence as corrected: links confirmed, made, rejected; groups merged and split
facts.py     facts and differences as corrected
"""

from .anchors import Anchors
from .articles import corrected, unapplied
from .facts import differences_by_hand, fact_by_hand, weighty_by_hand
from .links import Swayed, merged_and_split, sway
from .log import Log, holding, named, renamed, withdrawals
from .making import (
    check_fact,
    confirm_link,
    judge_difference,
    label_fact,
    merge_facts,
    put_back,
    reject_link,
    set_masthead,
    set_presence,
    split_fact,
    take_out,
    take_out_sentences,
    withdraw,
)
from .resolved import Resolved, resolve

__all__ = [
    "Anchors",
    "Log",
    "Resolved",
    "Swayed",
    "check_fact",
    "confirm_link",
    "corrected",
    "differences_by_hand",
    "fact_by_hand",
    "holding",
    "judge_difference",
    "label_fact",
    "merge_facts",
    "merged_and_split",
    "named",
    "put_back",
    "reject_link",
    "renamed",
    "resolve",
    "set_masthead",
    "set_presence",
    "split_fact",
    "sway",
    "take_out",
    "take_out_sentences",
    "unapplied",
    "weighty_by_hand",
    "withdraw",
    "withdrawals",
]

"""The kinds of correction, each one class: how it reads in words, what it is about in a story, what it changes there.

A new kind is a name in `CorrectionKind` (story/corrections.py; the docstring there says what its fields hold) and a class here,
registered by `register_kind`, with the function that makes it from what a person picked. The reading view offers it in
views/reading/corrections.js.

base.py         what every kind has in common; which class a tag stands for
passages.py     the passages that corrections quote, found in the articles as they are now
links.py        two sentences confirmed or rejected as a link
facts.py        facts merged, split, named, checked; whether an article states one
differences.py  a difference that holds, or is none
articles.py     furniture put back or taken out, the masthead
withdrawal.py   an earlier correction that no longer holds
"""

from .articles import ArticleEdit, put_back, set_masthead, take_out, take_out_sentences
from .base import EDITS, CorrectionWords, StoryEdit, correction_from_choice, describe, register_kind
from .differences import DetailPair, DifferenceEdit, detail_pair, judge_difference
from .facts import (
    ClusteredFact,
    FactEdit,
    both_ways,
    check_fact,
    label_fact,
    merge_facts,
    set_presence,
    split_fact,
    without_denied_mentions,
)
from .links import LinkEdit, confirm_link, reject_link
from .passages import StoryPassages
from .withdrawal import Withdrawal, withdraw, withdrawn_number

__all__ = [
    "EDITS",
    "ArticleEdit",
    "ClusteredFact",
    "CorrectionWords",
    "DetailPair",
    "DifferenceEdit",
    "FactEdit",
    "LinkEdit",
    "StoryEdit",
    "StoryPassages",
    "Withdrawal",
    "both_ways",
    "check_fact",
    "confirm_link",
    "correction_from_choice",
    "describe",
    "detail_pair",
    "judge_difference",
    "label_fact",
    "merge_facts",
    "put_back",
    "register_kind",
    "reject_link",
    "set_masthead",
    "set_presence",
    "split_fact",
    "take_out",
    "take_out_sentences",
    "withdraw",
    "withdrawn_number",
    "without_denied_mentions",
]

"""What a person changes over the machine's result, held on to the text, so that no other strictness and no undo loses it.

anchors.py            passages found again: from a passage of text to an Anchor, and back
create.py             corrections from what was picked in a comparison
log.py                made, taken back, made again; and which are active
resolve.py            corrections in the terms of one story
override_articles.py  the articles as corrected: furniture, masthead
override_links.py     links confirmed, made, rejected over the machine's matches
override_facts.py     facts and differences as corrected
"""

from .anchors import Anchors
from .create import (
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
from .log import Log, active, rename_articles, withdrawals, withdrawn_number
from .override_articles import apply_article_corrections, ineffective_corrections
from .override_facts import override_details, override_differences, override_fact
from .override_links import CorrectedAnalysis, apply_link_corrections, merge_and_split_facts
from .resolve import ResolvedCorrections, resolve

__all__ = [
    "Anchors",
    "CorrectedAnalysis",
    "Log",
    "ResolvedCorrections",
    "active",
    "apply_article_corrections",
    "apply_link_corrections",
    "check_fact",
    "confirm_link",
    "ineffective_corrections",
    "judge_difference",
    "label_fact",
    "merge_and_split_facts",
    "merge_facts",
    "override_details",
    "override_differences",
    "override_fact",
    "put_back",
    "reject_link",
    "rename_articles",
    "resolve",
    "set_masthead",
    "set_presence",
    "split_fact",
    "take_out",
    "take_out_sentences",
    "withdraw",
    "withdrawals",
    "withdrawn_number",
]

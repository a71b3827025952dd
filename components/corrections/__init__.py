"""What a person changes over the machine's result, held on to the text, so that no other strictness and no undo loses it.

anchors.py   passages found again: from a passage of text to an Anchor, and back
kinds/       each kind of correction, one class: in words, in the terms of a story, and what it changes
log.py       made, taken back, made again; and which are active
resolve.py   corrections in the terms of one story
override.py  corrections over the machine's result, whatever their kind
"""

from .anchors import Anchors
from .kinds import (
    CorrectionWords,
    check_fact,
    confirm_link,
    correction_from_choice,
    describe,
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
    withdrawn_number,
)
from .log import Log, active, rename_articles, withdrawals
from .override import (
    CorrectedAnalysis,
    apply_article_corrections,
    apply_link_corrections,
    ineffective_corrections,
    override_details,
    override_differences,
    override_fact,
    regroup_claims,
)
from .resolve import ResolvedCorrections, resolve

__all__ = [
    "Anchors",
    "CorrectedAnalysis",
    "CorrectionWords",
    "Log",
    "ResolvedCorrections",
    "active",
    "apply_article_corrections",
    "apply_link_corrections",
    "check_fact",
    "confirm_link",
    "correction_from_choice",
    "describe",
    "ineffective_corrections",
    "judge_difference",
    "label_fact",
    "merge_facts",
    "override_details",
    "override_differences",
    "override_fact",
    "put_back",
    "regroup_claims",
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

"""How much a fact matters to its story: a weight from 0 to 1 with its reasons, so that rows can stand by weight.

A logistic regression over what can be read off a fact and its place in the story, fitted on the facts that careful readers wrote
down of other stories. How early a fact stands is not among its features: beside them it says nothing of what readers write down.
"""

from __future__ import annotations

import re
from dataclasses import replace
from math import log
from typing import Final

import numpy as np

from ..matching import SentenceMatches
from ..matching.logistic import probability
from ..settings.coverage import FULL_LABEL_WORDS, MANY_NAMES, SHORT_LABEL_WORDS
from ..story import Fact, SentenceRef

_FIGURE: Final = re.compile(r"\d")
_NAME: Final = re.compile(r"(?<=[\w,’'”\"] )[A-ZÀ-Þ]\w+")
"""A word with a capital that begins no sentence."""
_QUOTATION: Final = re.compile(r"[“”\"«»„]")


def with_weight(fact: Fact, story: SentenceMatches) -> Fact:
    """Return a decided fact with its weight, and what each reason adds to its log-odds, strongest first."""
    model = story.models.fact_weight
    features = {name: np.array([value]) for name, value in weight_features(fact, story).items()}
    reasons = {name: round(float(added[0]), 2) for name, added in model.contributions(features)}
    ordered = sorted(reasons.items(), key=lambda reason: (-abs(reason[1]), reason[0]))
    return replace(
        fact,
        weight=float(probability(model.log_odds(features))[0]),
        weight_reasons={name: added for name, added in ordered if added},
    )


def weight_features(fact: Fact, story: SentenceMatches) -> dict[str, float]:
    """Return the named features of a decided fact.

    outlets: The share of the other articles that tell it.
    centrality: The highest share of the other articles with a sentence that is linked with one of its own.
    names, figures, quotations: How many names stand in its label, and whether figures and quotation marks do.
    fullness, brevity: How many words its label has, as a logarithm up to `FULL_LABEL_WORDS`, and whether it has hardly any.
    """
    label = fact.verbatim_label
    words = len(label.replace("…", " ").split())
    others = max(1, len(fact.presence) - 1)
    return {
        "outlets": (sum(state.counts_as_in for state in fact.presence.values()) - 1) / others,
        "centrality": max((_centrality(sentence, story) for sentence in fact.sentence_refs), default=0.0),
        "names": float(min(MANY_NAMES, len(_NAME.findall(label)))),
        "figures": float(bool(_FIGURE.search(label))),
        "quotations": float(bool(_QUOTATION.search(label))),
        "fullness": log(max(1, min(words, FULL_LABEL_WORDS))),
        "brevity": float(words < SHORT_LABEL_WORDS),
    }


def _centrality(sentence: SentenceRef, story: SentenceMatches) -> float:
    """Return the share of the other articles that have a sentence linked with one, each by the sum of its probabilities."""
    others = [key for key in story.order if key != sentence.article and len(story.indexed[key])]
    if not others:
        return 0.0
    sums = [float(story.between(sentence.article, key).probability[sentence.sentence].sum()) for key in others]
    return sum(min(1.0, total) for total in sums) / len(others)

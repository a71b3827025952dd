"""Facts of whole stories: what the last two models are fitted on, of the presence of facts and of their weight.

Each story of outlet_facts is analyzed by models that have not seen it, so that what is fitted on the outcome knows how far to
trust it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..analysis import StoryAnalysis, analyze, decide
from ..coverage import weight_features
from ..embeddings import Encoder
from ..intake import read_sentences
from ..language import stem, tokenize
from ..matching.logistic import Logistic, logit
from ..settings.matching import SHORT_WORD
from .claims import find_holder, judged_others
from .cross_fit import StoredLogistic, fit_logistic
from .unseen import ModelsOf

HELD_SHARE = 0.5
"""A fact of ours holds a reader's fact if its label has at least this share of the stems of the reader's (0 to 1)."""


@dataclass(frozen=True)
class FactCell:
    """A claim of a fact beside another article: its story, the log-odds that it is present there, and whether it is."""

    story: str
    claim: float
    present: bool


@dataclass(frozen=True)
class WeighedFact:
    """A fact of ours: its story, its features, and whether it holds a fact that a reader wrote down."""

    story: str
    features: Mapping[str, float]
    wanted: bool


def analyze_unseen(records: Sequence[dict[str, Any]], encoder: Encoder, models_of: ModelsOf) -> list[StoryAnalysis]:
    """Analyze the stories of outlet_facts.

    Args:
        records: Of outlet_facts.
        encoder: The encoder.
        models_of: Returns its models for a story, fitted on none of it.
    """
    return [
        analyze(
            [read_sentences(sentences, outlet=outlet) for outlet, sentences in record["outlets"].items()],
            encoder=encoder,
            models=models_of(record["id"]),
        )
        for record in records
    ]


def fact_cells(records: Sequence[dict[str, Any]], analyses: Sequence[StoryAnalysis], encoder: Encoder) -> list[FactCell]:
    """Return for every reader's fact the claim that holds it in each outlet, beside each other outlet that was judged.

    Args:
        records: Of outlet_facts.
        analyses: One of each.
        encoder: The encoder.
    """
    facts = sorted({fact["fact"] for record in records for fact in record["facts"]})
    tokens = {text: encoded.tokens for text, encoded in zip(facts, encoder.encode(facts), strict=True)}
    out = []
    for record, analysis in zip(records, analyses, strict=True):
        keys = {article.outlet: article.key for article in analysis.sentence_matches.articles}
        for fact in record["facts"]:
            for outlet, others in judged_others(fact["status"]):
                claims = analysis.claims.article_claims[keys[outlet]]
                holder = find_holder(tokens[fact["fact"]], claims.sentences, fact["sentences"].get(outlet, []))
                if holder is None:
                    continue
                sentence, claim = holder
                for other in others:
                    present = analysis.claim_matches.between(keys[outlet], keys[other]).present[sentence][claim]
                    stated = fact["status"][other] == "present"
                    out.append(FactCell(record["id"], float(logit(np.array([present]))[0]), stated))
    return out


def fit_fact_presence(cells: Sequence[FactCell]) -> StoredLogistic:
    """Fit whether an article states a fact, from what the model of claims made of the claim that labels it."""
    return fit_logistic({"claim": np.array([cell.claim for cell in cells])}, np.array([cell.present for cell in cells]))


def weighed_facts(records: Sequence[dict[str, Any]], analyses: Sequence[StoryAnalysis]) -> list[WeighedFact]:
    """Return all facts of some stories, decided at the default settings, with what may make them matter.

    Args:
        records: Of outlet_facts.
        analyses: One of each.
    """
    out = []
    for record, analysis in zip(records, analyses, strict=True):
        comparison = decide(analysis)
        outlets = {article.key: article.outlet for article in comparison.articles}
        for fact in comparison.facts:
            places = {(outlets[mention.article], mention.sentence) for mention in fact.mentions}
            label = _content_stems(fact.label)
            wanted = any(_holds(places, label, written) for written in record["facts"])
            out.append(WeighedFact(record["id"], weight_features(fact, analysis.sentence_matches), wanted))
    return out


def _holds(places: Set[tuple[str | None, int]], label: Set[str], written: Mapping[str, Any]) -> bool:
    """Return whether a fact with these sentences (outlet, number) and stems of its label holds one that a reader wrote down."""
    stems = _content_stems(written["fact"])
    states = any((outlet, sentence) in places for outlet, sentences in written["sentences"].items() for sentence in sentences)
    return states and len(stems & label) >= HELD_SHARE * len(stems)


def _content_stems(text: str) -> set[str]:
    return {stem(word.form, "en") for word in tokenize(text) if len(word.form) > SHORT_WORD or word.form.isdigit()}


def fit_fact_weight(facts: Sequence[WeighedFact]) -> StoredLogistic:
    """Fit whether a reader would write a fact down."""
    columns = {name: np.array([fact.features[name] for fact in facts]) for name in facts[0].features}
    return fit_logistic(columns, np.array([fact.wanted for fact in facts]))


def with_fact_presence(analysis: StoryAnalysis, presence: StoredLogistic) -> StoryAnalysis:
    """Return an analysis whose facts are decided by a model of their presence; their weight is not fitted yet."""
    matches, unfitted = analysis.sentence_matches, Logistic(0.0, {"fullness": (0.0, 1.0)})
    models = replace(matches.models, fact_presence=Logistic.from_dict(presence), fact_weight=unfitted)
    return replace(analysis, sentence_matches=replace(matches, models=models))

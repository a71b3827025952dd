"""One statement beside one article: does the article state it, and where does it come closest?

The statement's tokens and words look for their match in the best passage, in the best two together, and anywhere in the article:
a fact may be told over two sentences, and what is found nowhere at all speaks most clearly.


The passages of an article that come nearest to a statement, read token by token: does one of them state it?
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .indexed_text import IndexedText
from .late_interaction import max_similarity, runs, token_weights, weighted_coverage
from .logistic import probability
from .models import FittedModels
from .sentence_features import CLOSE, SAME, pair_features, sigmoid
from .token_features import ArticlePair

if TYPE_CHECKING:
    from .indexed_text import IndexedText
    from .token_features import Pairs
    from .token_model import TokenModel

SHORT = 3
"""Letters: Latin words no longer than this are mostly function words, not worth naming as missing."""


@dataclass(frozen=True, slots=True)
class StatementMatch:
    """The probability that an article states a statement, its nearest passage, and what of the statement stands nowhere in it."""

    probability: float
    sentence: int
    similarity: float
    missing_numbers: tuple[str, ...]
    missing_words: tuple[str, ...]


def match_statement(
    statement: IndexedText, article: IndexedText, weight: Mapping[str, float], fit: FittedModels
) -> StatementMatch:
    """Weigh a one-sentence profile against an article; `weight` gives the rarity of stems in the story."""
    import numpy as np

    features, nearest = statement_features(statement, article, weight, with_meaning=fit.calibrated)
    if fit.passages:
        features |= passage_features(*nearest_passages(statement, article, weight), fit.passages)
    odds = fit.statement.log_odds({name: np.array([value]) for name, value in features.items()})
    lex = statement.sentences[0]
    everywhere = {stem for other in article.sentences for stem in other.stems}
    telling = {stem for stem in lex.stems if len(stem) > SHORT or not stem.isascii()}
    missing = sorted(telling - everywhere - lex.numbers, key=lambda stem: (-weight.get(stem, 1.0), stem))
    return StatementMatch(
        probability=float(probability(odds)[0]),
        sentence=nearest,
        similarity=round(float(np.clip(features["meaning_best" if fit.calibrated else "words_best"], 0, 1)), 4),
        missing_numbers=tuple(sorted(lex.numbers - everywhere)),
        missing_words=tuple(lex.shown[stem] for stem in missing[:3]),
    )


def statement_features(
    statement: IndexedText, article: IndexedText, weight: Mapping[str, float], *, with_meaning: bool
) -> tuple[dict[str, float], int]:
    """The named features, and the index of the nearest sentence."""
    known = {**dict.fromkeys(statement.sentences[0].stems, 1.0), **weight}
    lexical, by_words = _lexical(statement, article, known)
    if not with_meaning:
        return lexical, by_words
    meaning, nearest = _meaning(statement, article, known)
    return {**meaning, **lexical}, nearest


def _meaning(statement: IndexedText, article: IndexedText, weight: Mapping[str, float]) -> tuple[dict[str, float], int]:
    import numpy as np

    cosines = statement.tokens @ article.tokens.T
    matches = np.maximum.reduceat(cosines, article.starts, axis=1)
    tokens = token_weights(statement, weight)
    share = tokens / tokens.sum()
    out: dict[str, float] = {}
    nearest = 0
    for name, depth in (("meaning", None), ("close", CLOSE), ("same", SAME)):
        best = sigmoid(matches, depth)
        cover = share @ best
        top = int(cover.argmax())
        ordered = np.sort(cover)[::-1]
        out |= {
            f"{name}_best": ordered[0],
            f"{name}_second": ordered[1] if len(ordered) > 1 else 0.0,
            f"{name}_two": (share @ np.maximum(best, best[:, [top]])).max(),
            f"{name}_whole": share @ best.max(axis=1),
            f"{name}_standing": (ordered[0] - cover.mean()) / (cover.std() + 0.02),
            f"{name}_gap": ((1 - best[:, top]) * tokens).max(),
            f"{name}_gap_whole": ((1 - best.max(axis=1)) * tokens).max(),
        }
        nearest = top if name == "close" else nearest
    sentence = (statement.vectors @ article.vectors.T)[0]
    back = weighted_coverage(sigmoid(cosines.max(axis=0), CLOSE)[:, None], token_weights(article, weight), article.starts)[:, 0]
    out |= {
        "sentence": sentence.max(),
        "sentence_standing": (sentence.max() - sentence.mean()) / (sentence.std() + 0.02),
        "back": back[nearest],
        "back_best": back.max(),
    }
    return {name: float(value) for name, value in out.items()}, nearest


def _lexical(statement: IndexedText, article: IndexedText, weight: Mapping[str, float]) -> tuple[dict[str, float], int]:
    lex = statement.sentences[0]
    stems = set(lex.stems)
    stated = [set(other.stems) for other in article.sentences]
    everywhere = set().union(*stated)

    def mass(items: set[str]) -> float:
        return sum(weight.get(item, 1.0) for item in sorted(items))

    total = mass(stems) or 1.0
    shares = [mass(stems & other) / total for other in stated]
    top = max(range(len(shares)), key=lambda at: (shares[at], -at))
    run = set(runs(lex))
    features = {
        "words_best": shares[top],
        "words_second": sorted(shares, reverse=True)[1] if len(shares) > 1 else 0.0,
        "words_two": max(mass(stems & (stated[top] | other)) / total for other in stated),
        "words_whole": mass(stems & everywhere) / total,
        "runs_best": max(len(run & set(runs(other))) for other in article.sentences) / max(1, len(run)),
        "numbers_missing": len(lex.numbers - everywhere),
        "numbers_any": float(bool(lex.numbers)),
        "names_missing": mass(set(lex.names) - everywhere),
        "rarest_missing": max((weight.get(stem, 1.0) for stem in stems - everywhere), default=0.0),
        "missing_mass": mass(stems - everywhere),
        "statement_length": len(lex.words) ** 0.5,
        "article_length": len(article) ** 0.5,
    }
    return features, top


READ_AT_MOST: Final = 8
"""Passages read; of the statements of outlet_facts that are stated, 995 in 1,000 have theirs among the nearest eight."""
_NONE: Final = -8.0
"""The log-odds of a passage that is not there, or no better than none."""


def nearest_passages(statement: IndexedText, article: IndexedText, weight: Mapping[str, float]) -> tuple[ArticlePair, Pairs]:
    """A one-sentence profile beside an article, and the pairs of it with the passages nearest by meaning and words."""
    import numpy as np

    known = {**dict.fromkeys(statement.sentences[0].stems, 1.0), **weight}
    closeness = max_similarity(statement, article)
    features = pair_features(statement, article, known, closeness)
    likeness = (features["close_more"] + features["words_more"]) / 2 + features["close_less"] / 4
    near = np.sort(np.argsort(-likeness[0], kind="stable")[:READ_AT_MOST])
    return ArticlePair((statement, article), closeness, known, features), (np.zeros(len(near), np.intp), near)


def passage_features(beside: ArticlePair, pairs: Pairs, reader: TokenModel) -> dict[str, float]:
    """What the reader makes of the nearest passages: log-odds of the best and the second best, and the sum of chances."""
    import numpy as np

    found = np.concatenate([read.log_odds() for read in reader.score(beside, pairs)])
    odds = np.maximum(np.sort(found)[::-1], _NONE)
    return {
        "read_best": float(odds[0]),
        "read_second": float(odds[1]) if len(odds) > 1 else _NONE,
        "read_sum": float(np.log((1 / (1 + np.exp(-odds.astype("f8")))).sum() + 0.01)),
    }

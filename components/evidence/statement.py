"""One statement beside one article: does the article state it, and where does it come closest?

The statement's tokens and words look for their match in the best passage, in the best two together, and anywhere in the article:
a fact may be told over two sentences, and what is found nowhere at all speaks most clearly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .features import CLOSE, SAME, steep
from .model import Fit, probability
from .overlap import covered, runs, token_weights
from .passages import nearest_passages, passage_features
from .profile import Profile

SHORT = 3
"""Letters: Latin words no longer than this are mostly function words, not worth naming as missing."""


@dataclass(frozen=True, slots=True)
class Found:
    """The probability that an article states a statement, its nearest passage, and what of the statement stands nowhere in it."""

    probability: float
    sentence: int
    similarity: float
    missing_numbers: tuple[str, ...]
    missing_words: tuple[str, ...]


def weigh_statement(statement: Profile, article: Profile, weight: Mapping[str, float], fit: Fit) -> Found:
    """Weigh a one-sentence profile against an article; `weight` gives the rarity of stems in the story."""
    import numpy as np

    features, nearest = statement_features(statement, article, weight, with_meaning=fit.calibrated)
    if fit.passages:
        features |= passage_features(*nearest_passages(statement, article, weight), fit.passages)
    odds = fit.statement.log_odds({name: np.array([value]) for name, value in features.items()})
    lex = statement.lexis[0]
    everywhere = {stem for other in article.lexis for stem in other.stems}
    telling = {stem for stem in lex.stems if len(stem) > SHORT or not stem.isascii()}
    missing = sorted(telling - everywhere - lex.numbers, key=lambda stem: (-weight.get(stem, 1.0), stem))
    return Found(
        probability=float(probability(odds)[0]),
        sentence=nearest,
        similarity=round(float(np.clip(features["meaning_best" if fit.calibrated else "words_best"], 0, 1)), 4),
        missing_numbers=tuple(sorted(lex.numbers - everywhere)),
        missing_words=tuple(lex.shown[stem] for stem in missing[:3]),
    )


def statement_features(
    statement: Profile, article: Profile, weight: Mapping[str, float], *, with_meaning: bool
) -> tuple[dict[str, float], int]:
    """The named features, and the index of the nearest sentence."""
    known = {**dict.fromkeys(statement.lexis[0].stems, 1.0), **weight}
    lexical, by_words = _lexical(statement, article, known)
    if not with_meaning:
        return lexical, by_words
    meaning, nearest = _meaning(statement, article, known)
    return {**meaning, **lexical}, nearest


def _meaning(statement: Profile, article: Profile, weight: Mapping[str, float]) -> tuple[dict[str, float], int]:
    import numpy as np

    cosines = statement.tokens @ article.tokens.T
    matches = np.maximum.reduceat(cosines, article.starts, axis=1)
    tokens = token_weights(statement, weight)
    share = tokens / tokens.sum()
    out: dict[str, float] = {}
    nearest = 0
    for name, depth in (("meaning", None), ("close", CLOSE), ("same", SAME)):
        best = steep(matches, depth)
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
    back = covered(steep(cosines.max(axis=0), CLOSE)[:, None], token_weights(article, weight), article.starts)[:, 0]
    out |= {
        "sentence": sentence.max(),
        "sentence_standing": (sentence.max() - sentence.mean()) / (sentence.std() + 0.02),
        "back": back[nearest],
        "back_best": back.max(),
    }
    return {name: float(value) for name, value in out.items()}, nearest


def _lexical(statement: Profile, article: Profile, weight: Mapping[str, float]) -> tuple[dict[str, float], int]:
    lex = statement.lexis[0]
    stems = set(lex.stems)
    stated = [set(other.stems) for other in article.lexis]
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
        "runs_best": max(len(run & set(runs(other))) for other in article.lexis) / max(1, len(run)),
        "numbers_missing": len(lex.numbers - everywhere),
        "numbers_any": float(bool(lex.numbers)),
        "names_missing": mass(set(lex.names) - everywhere),
        "rarest_missing": max((weight.get(stem, 1.0) for stem in stems - everywhere), default=0.0),
        "missing_mass": mass(stems - everywhere),
        "statement_length": len(lex.words) ** 0.5,
        "article_length": len(article) ** 0.5,
    }
    return features, top

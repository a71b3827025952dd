"""Why two sentences were linked, in words: what each group of features adds to the log-odds, with the words themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..language.lexicon.function_words import UNTELLING
from ..settings.matching import SHORT_WORD, SHOWN_CONTRIBUTION, SHOWN_WORDS
from .indexed_text import IndexedText, SentenceTokens
from .sentence_matching import SentencePairScores

_REST = ""
"""Stands for the groups of which these two sentences have nothing to show; they are summed in one line."""


def explain_link(scores: SentencePairScores, left: IndexedText, right: IndexedText, pair: tuple[int, int]) -> dict[str, float]:
    """Return why two sentences are linked or not: phrase -> what it adds to the log-odds, strongest first.

    Args:
        scores: The scores of all pairs of the two articles.
        left: The left article.
        right: The right article.
        pair: The indices of the left and the right sentence.
    """
    phrases = _phrases(left.sentences[pair[0]], right.sentences[pair[1]], scores.idf)
    reasons: dict[str, float] = {}
    for group, matrix in scores.contributions.items():
        contribution = float(matrix[pair])
        phrase = phrases[group][contribution < 0] or _REST
        reasons[phrase] = reasons.get(phrase, 0.0) + contribution
    if _REST in reasons:
        rest = reasons.pop(_REST)
        reasons["no other sign against it" if rest > 0 else "no other sign for it"] = rest
    shown = {phrase: round(value, 2) for phrase, value in reasons.items() if abs(value) >= SHOWN_CONTRIBUTION}
    return dict(sorted(shown.items(), key=lambda item: (-abs(item[1]), item[0])))


def _is_content_word(form: str) -> bool:
    return len(form) > SHORT_WORD and form not in UNTELLING


def _phrases(
    left: SentenceTokens, right: SentenceTokens, idf: Mapping[str, float]
) -> Mapping[str, tuple[str | None, str | None]]:
    """Return for each group how it reads when it speaks for the link, and when against it; None with nothing to point at."""
    names, numbers, quoted = left.names & right.names, left.numbers & right.numbers, left.quoted & right.quoted
    forms = {stem: word.form for stem, word in zip(left.stems, left.words, strict=True)}
    both = set(left.stems) & set(right.stems) - left.numbers
    words = {stem for stem in both if _is_content_word(forms[stem])}
    quoted = frozenset(stem for stem in quoted if _is_content_word(forms[stem])) or quoted

    def listed(stems: Iterable[str]) -> str:
        rarest = sorted(stems, key=lambda stem: (-idf[stem], stem))[:SHOWN_WORDS]
        return ", ".join(left.surface_forms[stem] for stem in rarest)

    return {
        "meaning": ("close in meaning", "not close in meaning"),
        "words": (f"shared words: {listed(words)}" if words else None, "few telling words shared"),
        "numbers": (
            f"same number: {listed(numbers)}" if numbers else None,
            "numbers not in the other" if left.numbers ^ right.numbers else None,
        ),
        "names": (
            f"same names: {listed(names)}" if names else None,
            "names not in the other" if left.names ^ right.names else None,
        ),
        "quotes": (
            f"same quoted words: {listed(quoted)}" if quoted else None,
            "quotation not in the other" if left.quoted ^ right.quoted else None,
        ),
        "place": ("similar place in the story", "different place in the story"),
        "around": ("the sentences around them match too", "the sentences around them do not match"),
        "rivals": ("better than any other passage", "other passages match better"),
    }

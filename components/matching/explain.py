"""Why two sentences were linked, in words: what each kind of evidence adds to the log-odds, with the words themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from .indexed_text import IndexedText, SentenceTokens

if TYPE_CHECKING:
    from .sentence_matching import SentencePairScores

_SHOWN = 0.05
"""Parts smaller than this in log-odds (about one percentage point) are not worth a line."""
_REST = ""
"""Stands for the kinds of which these two sentences have nothing to show; they are summed in one line."""
_MANY = 4
_SHORT = 3
"""Letters: words no longer than this are mostly function words, in any language."""
_FUNCTION_WORDS = frozenset(
    "about after against also among been before being between both could down during each even ever every from have here into "
    "just less like made make many more most much must only other over said same says should since some such than that their "
    "them then there these they this those through told under until upon very were what when where which while whom whose will "
    "with would your because".split()
)
"""Longer English ones: they count in the sum, but a reader learns nothing from seeing them named."""


def explain_link(evidence: SentencePairScores, left: IndexedText, right: IndexedText, at: tuple[int, int]) -> dict[str, float]:
    """Phrase -> what it adds to the log-odds, strongest first, for the sentences `at` = (left, right)."""
    phrases = _phrases(left.sentences[at[0]], right.sentences[at[1]], evidence.idf)
    said: dict[str, float] = {}
    for kind, matrix in evidence.contributions.items():
        part = float(matrix[at])
        phrase = phrases[kind][part < 0] or _REST
        said[phrase] = said.get(phrase, 0.0) + part
    if _REST in said:
        rest = said.pop(_REST)
        said["no other sign against it" if rest > 0 else "no other sign for it"] = rest
    shown = {phrase: round(part, 2) for phrase, part in said.items() if abs(part) >= _SHOWN}
    return dict(sorted(shown.items(), key=lambda item: (-abs(item[1]), item[0])))


def _telling(form: str) -> bool:
    return len(form) > _SHORT and form not in _FUNCTION_WORDS


def _phrases(a: SentenceTokens, b: SentenceTokens, weight: Mapping[str, float]) -> Mapping[str, tuple[str | None, str | None]]:
    """For each kind how it reads when it speaks for the link, and when against it; None where there is nothing to point at."""
    names, numbers, quoted = a.names & b.names, a.numbers & b.numbers, a.quoted & b.quoted
    forms = {stem: word.form for stem, word in zip(a.stems, a.words, strict=True)}
    both = set(a.stems) & set(b.stems) - a.numbers
    plain = {stem for stem in both if _telling(forms[stem])}
    quoted = frozenset(stem for stem in quoted if _telling(forms[stem])) or quoted

    def listed(stems: Iterable[str]) -> str:
        chosen = sorted(stems, key=lambda stem: (-weight[stem], stem))[:_MANY]
        return ", ".join(a.shown[stem] for stem in chosen)

    return {
        "meaning": ("close in meaning", "not close in meaning"),
        "words": (f"shared words: {listed(plain)}" if plain else None, "few telling words shared"),
        "numbers": (
            f"same number: {listed(numbers)}" if numbers else None,
            "numbers not in the other" if a.numbers ^ b.numbers else None,
        ),
        "names": (
            f"same names: {listed(names)}" if names else None,
            "names not in the other" if a.names ^ b.names else None,
        ),
        "quotes": (
            f"same quoted words: {listed(quoted)}" if quoted else None,
            "quotation not in the other" if a.quoted ^ b.quoted else None,
        ),
        "place": ("similar place in the story", "different place in the story"),
        "around": ("the sentences around them match too", "the sentences around them do not match"),
        "rivals": ("better than any other passage", "other passages match better"),
    }

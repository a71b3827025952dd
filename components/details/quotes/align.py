"""Two quotations aligned word by word: the words in common, and where the quotations differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...settings.names_quotes_terms import COMMON_WORD_SCORE, GAP_SCORE, OPENING_WORDS, SUBSTITUTION_SCORE, TELLING_WORD_SCORE
from ...story import Span
from .extract import QuoteWord, unify_spelling


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one quotation that stand in the place of words of the other, as (from, to); one of the two may be empty."""

    left: Span
    right: Span

    @property
    def shorter_length(self) -> int:
        """The number of words on its shorter side."""
        return min(self.left[1] - self.left[0], self.right[1] - self.right[0])

    @property
    def longer_length(self) -> int:
        """The number of words on its longer side."""
        return max(self.left[1] - self.left[0], self.right[1] - self.right[0])


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two quotations aligned.

    Attributes:
        matches: The words in common, in order, by their places in the left and in the right quotation.
        telling: How many of them are telling.
        inner: Where the quotations differ between those words.
        edges: Where they differ before the first and after the last of them. An edge is there only if both quotations go on in
            the same sentence: else one just begins later or ends earlier.
        cover: The words in common as a share (0 to 1) of the shorter quotation.
    """

    matches: tuple[tuple[int, int], ...]
    telling: int
    inner: tuple[Change, ...]
    edges: tuple[Change, ...]
    cover: float

    @property
    def changes(self) -> tuple[Change, ...]:
        """All places where the quotations differ, in order."""
        return tuple(sorted((*self.inner, *self.edges), key=lambda change: (change.left, change.right)))

    @property
    def likeness(self) -> float:
        """The words in common, as a share (0 to 1) of those and the ones that differ."""
        differing = sum(change.longer_length for change in self.inner) + sum(2 * edge.shorter_length for edge in self.edges)
        return len(self.matches) / (len(self.matches) + differing)


def align(left: Sequence[QuoteWord], right: Sequence[QuoteWord]) -> Alignment | None:
    """Return the best local alignment (Smith and Waterman 1981) of two quotations; None without a telling word in common."""
    left_telling, right_telling = ({unify_spelling(word.form) for word in words if word.telling} for words in (left, right))
    if not left_telling & right_telling:
        return None
    matches = _matches(left, right)
    inner = [Change((a + 1, c), (b + 1, d)) for (a, b), (c, d) in pairwise(matches) if (c, d) != (a + 1, b + 1)]
    inner += [Change((i, i + 1), (j, j + 1)) for i, j in matches if _differ_in_contraction(left, right, i, j)]
    return Alignment(
        tuple(matches),
        sum(left[i].telling for i, _ in matches),
        tuple(change for change in inner if not _is_immaterial(change, left, right)),
        tuple(edge for edge in _edges(matches, left, right) if not _is_immaterial(edge, left, right)),
        len(matches) / min(len(left), len(right)),
    )


def _matches(left: Sequence[QuoteWord], right: Sequence[QuoteWord]) -> list[tuple[int, int]]:
    """Return the words in common by their places: the same pairs of words whichever quotation is given first."""
    left_forms, right_forms = ([unify_spelling(word.form) for word in words] for words in (left, right))
    if right_forms < left_forms:
        return [(i, j) for j, i in _smith_waterman(right_forms, left_forms, [word.telling for word in right])]
    return _smith_waterman(left_forms, right_forms, [word.telling for word in left])


def _differ_in_contraction(left: Sequence[QuoteWord], right: Sequence[QuoteWord], i: int, j: int) -> bool:
    """Whether one quotation contracts a matched word with the word before it, and the other writes both out."""
    if left[i].contracted == right[j].contracted or not i or not j:
        return False
    word, previous = (left[i], left[i - 1]) if left[i].contracted else (right[j], right[j - 1])
    return word.start == previous.start


def _edges(matches: Sequence[tuple[int, int]], left: Sequence[QuoteWord], right: Sequence[QuoteWord]) -> list[Change]:
    """Return the changes before the first and after the last word in common, within the sentences of these words."""
    (left_first, right_first), (left_last, right_last) = matches[0], matches[-1]
    before = Change((_sentence_start(left, left_first), left_first), (_sentence_start(right, right_first), right_first))
    after = Change((left_last + 1, _sentence_end(left, left_last)), (right_last + 1, _sentence_end(right, right_last)))
    edges = [edge for edge in (before, after) if edge.shorter_length]
    # a sentence that begins inside one quotation begins with other words in the other one
    if left_first and right_first and not before.shorter_length and 0 < before.longer_length <= OPENING_WORDS:
        edges.append(before)
    return edges


def _sentence_start(words: Sequence[QuoteWord], i: int) -> int:
    """Return where the sentence of a word begins."""
    while i and not words[i].begins_sentence:
        i -= 1
    return i


def _sentence_end(words: Sequence[QuoteWord], i: int) -> int:
    """Return where the sentence of a word ends: the place after its last word."""
    i += 1
    while i < len(words) and not words[i].begins_sentence:
        i += 1
    return i


def _is_immaterial(change: Change, left: Sequence[QuoteWord], right: Sequence[QuoteWord]) -> bool:
    """Whether an editor marked what was done to the words, or the words are the same but for their spelling."""
    for (start, end), words in ((change.left, left), (change.right, right)):
        if any(word.after_gap for word in words[start : end + 1]):
            return True
    left_words, right_words = left[slice(*change.left)], right[slice(*change.right)]
    if any(word.contracted for word in (*left_words, *right_words)):
        return False
    left_text, right_text = ("".join(word.form for word in words) for words in (left_words, right_words))
    return unify_spelling(left_text) == unify_spelling(right_text)


def _smith_waterman(left: Sequence[str], right: Sequence[str], telling: Sequence[bool]) -> list[tuple[int, int]]:
    """Fill the score matrix of two sequences of words and trace the best path; `telling` is of the left words."""
    scores = [[0.0] * (len(right) + 1)]
    best_score, best_cell = 0.0, (0, 0)
    for i, left_word in enumerate(left):
        above, row = scores[-1], [0.0]
        match_score = TELLING_WORD_SCORE if telling[i] else COMMON_WORD_SCORE
        for j, right_word in enumerate(right):
            diagonal = above[j] + (match_score if left_word == right_word else SUBSTITUTION_SCORE)
            score = max(0.0, diagonal, above[j + 1] + GAP_SCORE, row[j] + GAP_SCORE)
            row.append(score)
            if score > best_score:
                best_score, best_cell = score, (i + 1, j + 1)
        scores.append(row)
    return _trace_back(scores, left, right, telling, best_cell)


def _trace_back(
    scores: list[list[float]], left: Sequence[str], right: Sequence[str], telling: Sequence[bool], cell: tuple[int, int]
) -> list[tuple[int, int]]:
    """Return the words in common on the path that ends in a cell of the score matrix, in order."""
    i, j = cell
    matches: list[tuple[int, int]] = []
    while i and j and scores[i][j] > 0:
        same = left[i - 1] == right[j - 1]
        score = SUBSTITUTION_SCORE if not same else TELLING_WORD_SCORE if telling[i - 1] else COMMON_WORD_SCORE
        if scores[i][j] == scores[i - 1][j - 1] + score:
            if same:
                matches.append((i - 1, j - 1))
            i, j = i - 1, j - 1
        elif scores[i][j] == scores[i - 1][j] + GAP_SCORE:
            i -= 1
        else:
            j -= 1
    return matches[::-1]

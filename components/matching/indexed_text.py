"""What is read off an article once, before it is set beside others: words, stems, numbers, names, quoted words, vectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..language import Word, numbers_in, read_number, stem, tokenize
from ..language.quotation_marks import spans_in_quotation_marks

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..embeddings import Encoded

    Matrix = NDArray[Any]

_INSIDE = ("", "-", ".", ",", "’", "'", "(")
"""What may stand between two words without starting a sentence or a quotation anew."""


@dataclass(frozen=True, slots=True)
class SentenceTokens:
    """The words of one sentence, as evidence needs them.

    `stems` are parallel to `words`; `shown` gives each stem as it was written.
    """

    words: tuple[Word, ...]
    stems: tuple[str, ...]
    shown: dict[str, str]
    numbers: frozenset[str]
    names: frozenset[str]
    quoted: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class IndexedText:
    """An article, or a statement, ready to be weighed: n sentences, T tokens in all (a sentence without any has one of zeros).

    `vectors` (n, d); `tokens` (T, d); `starts` (n,) the first token of each sentence; `token_word` (T,) the index of the word,
    within its sentence, that a token is part of, or -1.
    """

    sentences: tuple[SentenceTokens, ...]
    vectors: NDArray[np.float32]
    tokens: NDArray[np.float32]
    starts: NDArray[np.intp]
    token_word: NDArray[np.intp]

    def __len__(self) -> int:
        return len(self.sentences)

    @property
    def lengths(self) -> Matrix:
        """How many tokens each sentence has, (n,)."""
        import numpy as np

        return np.diff(np.append(self.starts, len(self.tokens)))

    @property
    def worded(self) -> list[bool]:
        """Which sentences have a word, (n,)."""
        return [bool(lex.words) for lex in self.sentences]


def index_text(sentences: Sequence[str], encoded: Sequence[Encoded], *, language: str | None = None) -> IndexedText:
    """The profile of some sentences in order; `encoded` are their vectors."""
    import numpy as np

    quoted = spans_in_quotation_marks(sentences)
    lexis = tuple(_lexis(text, spans, language) for text, spans in zip(sentences, quoted, strict=True))
    width = encoded[0].sentence.shape[0] if encoded else 1
    tokens, belongs = [], []
    for lex, item in zip(lexis, encoded, strict=True):
        bare = len(item.tokens) == 0
        tokens.append(np.zeros((1, width), np.float32) if bare else item.tokens)
        belongs.append(np.full(1, -1) if bare else _word_of(item.offsets, lex.words))
    lengths = [len(block) for block in tokens]
    return IndexedText(
        sentences=lexis,
        vectors=np.stack([item.sentence for item in encoded]) if encoded else np.zeros((0, width), np.float32),
        tokens=np.concatenate(tokens) if tokens else np.zeros((0, width), np.float32),
        starts=np.cumsum([0, *lengths[:-1]]).astype(np.intp) if lengths else np.zeros(0, np.intp),
        token_word=np.concatenate(belongs).astype(np.intp) if belongs else np.zeros(0, np.intp),
    )


def _lexis(text: str, quoted: Sequence[tuple[int, int]], language: str | None) -> SentenceTokens:
    found = tuple(tokenize(text))
    stems = tuple(read_number(word) or stem(word.form, language) for word in found)
    named = [  # a capital at the start of a sentence or a quotation says nothing
        stemmed
        for before, word, stemmed in zip(found, found[1:], stems[1:], strict=False)
        if text[word.start].isupper() and text[before.end : word.start].strip() in _INSIDE
    ]
    return SentenceTokens(
        words=found,
        stems=stems,
        shown={stemmed: text[word.start : word.end] for word, stemmed in zip(found, stems, strict=True)},
        numbers=frozenset(numbers_in(found)),
        names=frozenset(named),
        quoted=frozenset(
            stemmed for word, stemmed in zip(found, stems, strict=True) if any(a <= word.start < b for a, b in quoted)
        ),
    )


def _word_of(offsets: NDArray[np.int32], found: Sequence[Word]) -> NDArray[np.intp]:
    """For each token the index of the word it overlaps, or -1 for punctuation."""
    import numpy as np

    out, at = np.full(len(offsets), -1, dtype=np.intp), 0
    for row, (start, end) in enumerate(offsets):
        while at < len(found) and found[at].end <= start:
            at += 1
        if at < len(found) and found[at].start < end:
            out[row] = at
    return out

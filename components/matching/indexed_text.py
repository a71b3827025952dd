"""What is read off an article once, before it is matched with others: words, stems, numbers, names, quoted words, vectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..language import Word, numbers_in, read_number, stem, tokenize
from ..language.quotation_marks import spans_in_quotation_marks
from ..story import Span
from .arrays import Booleans, Floats, Indices, Matrix

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..embeddings import Encoded

_MIN_LENGTH = 1e-6
"""The least length that the mean of some vectors is divided by."""
_WITHIN_SENTENCE = ("", "-", ".", ",", "’", "'", "(")
"""What may stand between two words without starting a sentence or a quotation anew."""


@dataclass(frozen=True, slots=True)
class SentenceTokens:
    """The words of one sentence and what kinds of words they are.

    Attributes:
        words: The words in order, with their offsets.
        stems: The stem of each word; a number in words or digits has its value as its stem.
        surface_forms: Stem -> how it was written, last occurrence.
        numbers: The values of its numbers.
        names: The stems that are written with a capital inside a sentence.
        quoted: The stems that stand in quotation marks.
    """

    words: tuple[Word, ...]
    stems: tuple[str, ...]
    surface_forms: dict[str, str]
    numbers: frozenset[str]
    names: frozenset[str]
    quoted: frozenset[str]

    def select(self, chosen: Booleans) -> SentenceTokens:
        """Return some of the n words as a sentence, (n,)."""
        stems = tuple(stem for stem, keep in zip(self.stems, chosen, strict=True) if keep)
        kept = frozenset(stems)
        return SentenceTokens(
            words=tuple(word for word, keep in zip(self.words, chosen, strict=True) if keep),
            stems=stems,
            surface_forms={stem: form for stem, form in self.surface_forms.items() if stem in kept},
            numbers=self.numbers & kept,
            names=self.names & kept,
            quoted=self.quoted & kept,
        )


@dataclass(frozen=True, slots=True, eq=False)
class IndexedText:
    """An article, or a statement, ready to be matched: n sentences, T tokens of the encoder in all, vectors of d numbers.

    Attributes:
        sentences: The words of each sentence, n.
        vectors: The vector of each sentence, (n, d) float32, of unit length.
        tokens: The vector of each token, (T, d) float32, of unit length; a sentence without any token has one of zeros.
        starts: The first token of each sentence, (n,).
        token_word: For each token the index, within its sentence, of the word it is part of, or -1 for punctuation, (T,).
    """

    sentences: tuple[SentenceTokens, ...]
    vectors: Floats
    tokens: Floats
    starts: Indices
    token_word: Indices

    def __len__(self) -> int:
        return len(self.sentences)

    @property
    def lengths(self) -> Matrix:
        """Return how many tokens each sentence has, (n,)."""
        return np.diff(np.append(self.starts, len(self.tokens)))

    @property
    def ends(self) -> Matrix:
        """Return the index after the last token of each sentence, (n,)."""
        return self.starts + self.lengths

    def rows(self, sentence: int) -> slice:
        """Return the tokens of one sentence."""
        first = int(self.starts[sentence])
        return slice(first, int(self.starts[sentence + 1]) if sentence + 1 < len(self.starts) else len(self.tokens))

    @property
    def has_words(self) -> list[bool]:
        """Return which sentences have a word, (n,)."""
        return [bool(sentence.words) for sentence in self.sentences]


def index_text(sentences: Sequence[str], encoded: Sequence[Encoded], *, language: str | None = None) -> IndexedText:
    """Index some sentences in order.

    Args:
        sentences: The text of each.
        encoded: The vectors of each, as many as there are sentences.
        language: ISO 639-1 code of the language to stem in; None for English.
    """
    quotations = spans_in_quotation_marks(sentences)
    tokenized = tuple(_tokenize(text, spans, language) for text, spans in zip(sentences, quotations, strict=True))
    width = encoded[0].sentence.shape[0] if encoded else 1
    tokens, token_words = [], []
    for sentence, item in zip(tokenized, encoded, strict=True):
        empty = len(item.tokens) == 0
        tokens.append(np.zeros((1, width), np.float32) if empty else item.tokens)
        token_words.append(np.full(1, -1) if empty else _word_of(item.offsets, sentence.words))
    return _assemble(tokenized, [item.sentence for item in encoded], tokens, token_words, width)


def excerpts(text: IndexedText, chosen: Sequence[tuple[int, Booleans]]) -> IndexedText:
    """Return parts of sentences as a text of their own: their words, with the vectors that these have in their sentence.

    Args:
        text: The text.
        chosen: For each excerpt its sentence, and which of its n words it has, (n,). One with no word, or no token, is the whole
            sentence.
    """
    sentences, vectors, tokens, token_words = [], [], [], []
    for sentence, words in chosen:
        rows = text.rows(sentence)
        word_of = text.token_word[rows]
        member = np.where(word_of >= 0, words[word_of], False) if len(words) else np.zeros(len(word_of), bool)
        if not member.any():
            sentences.append(text.sentences[sentence])
            vectors.append(text.vectors[sentence])
            tokens.append(text.tokens[rows])
            token_words.append(word_of)
            continue
        mean = text.tokens[rows][member].mean(axis=0)
        sentences.append(text.sentences[sentence].select(words))
        vectors.append(mean / max(float(np.linalg.norm(mean)), _MIN_LENGTH))
        tokens.append(text.tokens[rows][member])
        token_words.append((np.cumsum(words) - 1)[word_of[member]])
    return _assemble(sentences, vectors, tokens, token_words, text.vectors.shape[1])


def _assemble(
    sentences: Sequence[SentenceTokens],
    vectors: Sequence[Floats],
    tokens: Sequence[Floats],
    token_words: Sequence[Indices],
    width: int,
) -> IndexedText:
    """Return n sentences as one text.

    Args:
        sentences: The words of each.
        vectors: The vector of each, (d,).
        tokens: The vectors of the tokens of each, (t, d).
        token_words: For each token of each the index of its word, (t,).
        width: How many numbers a vector has, where there is no sentence.
    """
    lengths = [len(block) for block in tokens]
    return IndexedText(
        sentences=tuple(sentences),
        vectors=np.stack(vectors).astype(np.float32, copy=False) if vectors else np.zeros((0, width), np.float32),
        tokens=np.concatenate(tokens) if tokens else np.zeros((0, width), np.float32),
        starts=np.cumsum([0, *lengths[:-1]]).astype(np.intp) if lengths else np.zeros(0, np.intp),
        token_word=np.concatenate(token_words).astype(np.intp) if token_words else np.zeros(0, np.intp),
    )


def _tokenize(text: str, quotations: Sequence[Span], language: str | None) -> SentenceTokens:
    words = tuple(tokenize(text))
    stems = tuple(read_number(word) or stem(word.form, language) for word in words)
    names = [  # a capital at the start of a sentence or a quotation says nothing
        stemmed
        for before, word, stemmed in zip(words, words[1:], stems[1:], strict=False)
        if text[word.start].isupper() and text[before.end : word.start].strip() in _WITHIN_SENTENCE
    ]
    pairs = list(zip(words, stems, strict=True))
    return SentenceTokens(
        words=words,
        stems=stems,
        surface_forms={stemmed: text[word.start : word.end] for word, stemmed in pairs},
        numbers=frozenset(numbers_in(words)),
        names=frozenset(names),
        quoted=frozenset(stemmed for word, stemmed in pairs if any(start <= word.start < end for start, end in quotations)),
    )


def _word_of(offsets: NDArray[np.int32], words: Sequence[Word]) -> Indices:
    """Return for each token the index of the first word it overlaps, or -1 for punctuation.

    Args:
        offsets: Start and end of each token in the sentence, in order, (t, 2).
        words: The words of the sentence in order.
    """
    out, index = np.full(len(offsets), -1, dtype=np.intp), 0
    for row, (start, end) in enumerate(offsets):
        while index < len(words) and words[index].end <= start:
            index += 1
        if index < len(words) and words[index].start < end:
            out[row] = index
    return out

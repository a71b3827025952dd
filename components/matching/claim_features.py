"""A part of a sentence beside another sentence: what says that the other states this part too. One row of named features a part.

Words are compared by their vectors in context, so that mere phrasing counts little; the part's predicate, and whether the other
sentence has one like it with like arguments, count most (as predicate and arguments do in QA-Align, Weiss and others 2021).


A part of a sentence beside a whole article: how much of it stands in the best passage, in the best two together, in any.

What a sentence states may be told over two sentences elsewhere; a part none of whose telling words comes near any passage is not
found there, however well the rest of its sentence is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ..story import Span
from .indexed_text import IndexedText
from .late_interaction import WordVectors, token_weights
from .sentence_features import SAME, sigmoid

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Token

    from .indexed_text import Matrix

    Array = NDArray[np.float32]

WEIGHT = {"NOUN": 1.0, "PROPN": 1.0, "VERB": 1.0, "NUM": 1.0, "ADJ": 0.7, "ADV": 0.6}
"""How telling a word is, by its part of speech: a content word against the others."""
OTHERS = 0.15
"""The weight of all other words."""
PREDICATES = ("VERB", "AUX", "NOUN")
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
ARGUMENT = 0.25
"""What the likeness of arguments counts beside that of predicates when the likest predicate is looked for."""
UNKNOWN = 0.45
"""The likeness of arguments where a predicate has none: about the average."""
NO_PREDICATE = (-1.0, 0.0, UNKNOWN, UNKNOWN)
"""What stands for the likest predicate of a sentence without one."""


class ClaimLike(Protocol):
    """A part of a sentence: its spans, and the word of the parse (an index) that it hangs on, its predicate or noun."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """Counted from the start of the sentence."""

    @property
    def head(self) -> int:
        """An index into the parse."""


@dataclass(frozen=True, slots=True, eq=False)
class SegmentedSentence:
    """A sentence ready to be set beside others: n words, k parts.

    `vectors` of its words, `sentence` (d,) its own; `weight` (n,) of its words; `inside` (k, n) which words a part has; `heads`
    (k,) the word that it hangs on; `verbs`, which words are; `arguments`, for each part, the words of every argument of its head,
    (arguments, n); `predicates`, each with the words that its arguments hang on.
    """

    vectors: WordVectors
    sentence: Array
    lemmas: tuple[str, ...]
    weight: Array
    inside: NDArray[np.bool_]
    heads: NDArray[np.intp]
    verbs: NDArray[np.intp]
    arguments: tuple[NDArray[np.bool_], ...]
    predicates: tuple[tuple[int, NDArray[np.intp]], ...]


def segment_sentence(vectors: WordVectors, sentence: Array, doc: Doc, parts: Sequence[ClaimLike]) -> SegmentedSentence:
    """A sentence with its parse and its parts; `sentence` (d,) is its vector."""
    import numpy as np

    inside, starts = np.zeros((len(parts), len(doc)), bool), [token.idx for token in doc]
    for row, part in enumerate(parts):
        inside[row] = within(starts, part.spans)
        inside[row, part.head] = True
    telling = [WEIGHT.get(token.pos_, OTHERS) for token in doc]
    arguments = tuple(_arguments_of(doc[part.head], inside[row]) for row, part in enumerate(parts))
    predicates = tuple(
        (token.i, np.array([argument.i for argument in _heads_of_arguments(token)], np.intp))
        for token in doc
        if token.pos_ in PREDICATES
    )
    return SegmentedSentence(
        vectors=vectors,
        sentence=sentence,
        lemmas=tuple(token.lemma_.lower() for token in doc),
        weight=np.array(telling, np.float32),
        inside=inside,
        heads=np.array([part.head for part in parts], np.intp),
        verbs=np.array([token.i for token in doc if token.pos_ in ("VERB", "AUX")], np.intp),
        arguments=arguments,
        predicates=predicates,
    )


def within(starts: Sequence[int], spans: Sequence[Span]) -> NDArray[np.bool_]:
    """Which words, given by where they start, (n,), lie in one of the spans."""
    import numpy as np

    places, inside = np.array(starts, int), np.zeros(len(starts), bool)
    for start, end in spans:
        inside |= (places >= start) & (places < end)
    return inside


def _heads_of_arguments(predicate: Token) -> list[Token]:
    """The words that the arguments of a verb or an event noun hang on; a shared subject is found up the tree."""
    found = []
    for child in predicate.children:
        if child.dep_ in ("prep", "agent"):
            found += [inner for inner in child.children if inner.dep_ == "pobj"]
        elif child.dep_ not in ("punct", "aux", "auxpass", "mark", "cc", "det", "conj"):
            found.append(child)
    above = predicate
    while not any(child.dep_ in SUBJECTS for child in above.children) and above.head.i != above.i:
        if above.dep_ in ("acl", "relcl"):
            found.append(above.head)
            break
        if above.dep_ not in ("conj", "xcomp", "advcl"):
            break
        above = above.head
    else:
        if above.i != predicate.i:
            found += [child for child in above.children if child.dep_ in SUBJECTS]
    return found


def _arguments_of(head: Token, inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The words of each argument of a part's head that lie in the part, (arguments, n)."""
    import numpy as np

    rows = []
    for argument in _heads_of_arguments(head):
        row = np.zeros(len(inside), bool)
        row[[token.i for token in argument.subtree]] = True
        row &= inside
        row[head.i] = False
        if row.any():
            rows.append(row)
    return np.stack(rows) if rows else np.zeros((0, len(inside)), bool)


def claim_features(one: SegmentedSentence, other: SegmentedSentence, near: Array) -> dict[str, Array]:
    """For each part of `one` the features of its being stated in `other`, (k,) each; `near` as `nearness` gives it."""
    import numpy as np

    if not near.shape[1]:
        near = np.zeros((len(one.weight), 1), np.float32)  # a text without words
    best = near.max(axis=1)
    mass = one.inside * one.weight
    total = mass.sum(axis=1) + 1e-6
    content = one.weight > OTHERS
    theirs = set(other.lemmas)
    known = np.array([lemma in theirs for lemma in one.lemmas], np.float32)
    telling = (one.inside & content).sum(axis=1)
    out = {
        "head": best[one.heads],
        "head_same": known[one.heads],
        "head_verb": near[np.ix_(one.heads, other.verbs)].max(axis=1, initial=0),
        "words": mass @ best / total,
        "words_close": mass @ _steep(best, 0.5) / total,
        "words_same": mass @ _steep(best, 0.7) / total,
        "words_least": np.where(one.inside & content, best, 1.0).min(axis=1, initial=1),
        "lemmas": (one.inside & content) @ known / np.maximum(telling, 1),
        "length": np.log1p(telling),
        "sentence_words": _cover(best, one.weight),
        "back": _cover(near.max(axis=0, initial=0)[: len(other.weight)], other.weight),
        "sentence": np.full(len(one.heads), one.sentence @ other.sentence),
        "longer": np.log((len(other.weight) + 1) / (len(one.weight) + 1)),
    }
    out["standing"] = out["words_close"] - _cover(_steep(best, 0.5), one.weight)
    out |= _arguments(one, best) | _predicates(one, other, near)
    return {name: np.broadcast_to(np.asarray(value, np.float32), (len(one.heads),)) for name, value in out.items()}


def _steep(values: Array, floor: float) -> Array:
    import numpy as np

    return np.asarray((values - floor).clip(0) / (1 - floor), np.float32)


def _cover(values: Array, weight: Array) -> float:
    return float((values * weight).sum() / (weight.sum() + 1e-6))


def _arguments(one: SegmentedSentence, best: Array) -> dict[str, Array]:
    """How well each part's arguments are covered: on the average, the least and the best of them."""
    import numpy as np

    rows = []
    for arguments in one.arguments:
        mass = arguments * one.weight
        covered = mass @ best / (mass.sum(axis=1) + 1e-6) if len(arguments) else np.full(1, UNKNOWN, np.float32)
        rows.append((covered.mean(), covered.min(), covered.max(), len(arguments)))
    table = np.array(rows, np.float32).reshape(-1, 4)
    return dict(zip(("argument", "argument_least", "argument_best", "arguments"), table.T, strict=True))


def _predicates(one: SegmentedSentence, other: SegmentedSentence, near: Array) -> dict[str, Array]:
    """The likest predicate of the other sentence, its arguments beside the part's own."""
    import numpy as np

    places = np.array([at for at, _ in other.predicates], np.intp)
    nearest = np.zeros((len(one.weight), len(places)), np.float32)  # of each word to the closest argument of each predicate
    for column, (_, theirs) in enumerate(other.predicates):
        nearest[:, column] = near[:, theirs].max(axis=1, initial=0)
    own_arguments, rows = dict(one.predicates), []
    for head, mine in zip(one.heads.tolist(), one.inside, strict=True):
        own = own_arguments.get(head, np.zeros(0, np.intp))
        alike = nearest[own[mine[own]]]
        mean, least = (alike.mean(axis=0), alike.min(axis=0)) if len(alike) else (np.full(len(places), UNKNOWN),) * 2
        joint = near[head, places] + ARGUMENT * mean
        best = int(joint.argmax()) if len(places) else -1
        rows.append((joint[best], near[head, places[best]], mean[best], least[best]) if best >= 0 else NO_PREDICATE)
    table = np.array(rows, np.float32).reshape(-1, 4)
    return dict(zip(("joint", "joint_head", "joint_arguments", "joint_least"), table.T, strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class ClaimTokens:
    """The k parts of one sentence as tokens and stems: `rows` are its t tokens in the profile.

    `share` (k, t), how much of a part each token is, adding up to 1; `weight` (k, t), the token's weight, 0 outside the part;
    `vectors` (k, d), the mean of the part's tokens; `stems` and `numbers`, those of each part.
    """

    rows: slice
    share: Array
    weight: Array
    vectors: Array
    stems: tuple[tuple[str, ...], ...]
    numbers: tuple[frozenset[str], ...]


def claim_tokens(
    profile: IndexedText, parts: Sequence[Sequence[Sequence[Span]] | None], weight: Mapping[str, float]
) -> list[ClaimTokens]:
    """The parts of every sentence of an article, each given by its spans; None for a whole sentence."""
    tokens = token_weights(profile, weight)
    return [_part_words(profile, at, found, tokens) for at, found in enumerate(parts)]


def _part_words(profile: IndexedText, sentence: int, parts: Sequence[Sequence[Span]] | None, tokens: Matrix) -> ClaimTokens:
    import numpy as np

    first = int(profile.starts[sentence])
    rows = slice(first, first + int(profile.lengths[sentence]))
    lex, word = profile.sentences[sentence], profile.token_word[rows]
    starts = [word.start for word in lex.words]
    inside = np.array([within(starts, spans) for spans in parts] if parts else [[True] * len(starts)], bool)
    kept = np.where(word >= 0, inside[:, word], False) if starts else np.ones((1, len(word)), bool)
    kept[~kept.any(axis=1)] = True  # a part without a token of its own
    weighed = (kept * tokens[rows]).astype(np.float32)
    vectors = kept @ profile.tokens[rows]
    stems = [{lex.stems[word] for word in row.nonzero()[0]} for row in inside]
    return ClaimTokens(
        rows=rows,
        share=weighed / weighed.sum(axis=1, keepdims=True),
        weight=weighed,
        vectors=vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6),
        stems=tuple(tuple(sorted(found)) for found in stems),
        numbers=tuple(lex.numbers & found for found in stems),
    )


def article_features(
    words: Sequence[ClaimTokens], article: IndexedText, matches: Matrix, weight: Mapping[str, float]
) -> Iterator[dict[str, Matrix]]:
    """For each sentence of a profile the features of its parts beside an article, (k,) each.

    `matches` (T, m) as `best_matches` gives it for the profile's tokens; `weight` is that of the stems.
    """
    import numpy as np

    stems: dict[str, list[int]] = {}
    for at, lex in enumerate(article.sentences):
        for stem in set(lex.stems):
            stems.setdefault(stem, []).append(at)
    for parts in words:
        cosines = matches[parts.rows]
        two, _ = _two(parts.share, cosines)
        same = sigmoid(cosines, SAME)
        same_two, top = _two(parts.share, same)
        sentence = parts.vectors @ article.vectors.T
        yield {
            "meaning_two": two,
            "same_two": same_two,
            "same_gap": ((1 - same[:, top].T) * parts.weight).max(axis=1),
            "sentence_standing": (sentence.max(axis=1) - sentence.mean(axis=1)) / (sentence.std(axis=1) + 0.02),
            "words_best": np.array([_words_best(part, stems, len(article), weight) for part in parts.stems]),
            "numbers_missing": np.array([len(found - stems.keys()) for found in parts.numbers], float),
        }


def _two(share: Array, best: Matrix) -> tuple[Matrix, NDArray[np.intp]]:
    """How much of each part the best two passages cover together, (k,), and the best one."""
    import numpy as np

    top = (share @ best).argmax(axis=1)
    two = []
    for row, at in zip(share, top, strict=True):
        (own,) = row.nonzero()
        mine = best[own]
        two.append((row[own] @ np.maximum(mine, mine[:, [at]])).max())
    return np.array(two, np.float32), top


def _words_best(part: Sequence[str], stems: Mapping[str, Sequence[int]], many: int, weight: Mapping[str, float]) -> float:
    found = [0.0] * many
    for stem in part:
        for at in stems.get(stem, ()):
            found[at] += weight[stem]
    return max(found, default=0.0) / (sum(weight[stem] for stem in part) or 1.0)

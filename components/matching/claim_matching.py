"""Two articles matched by the claims of their sentences: which claims the other article states too, and which say the same.

Inside two sentences that may be linked, a first model looks at each claim by itself, a second also at the other claims of its
sentence. Fitted on QA-Align (Weiss and others 2021) and on the facts of outlet_facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from ..settings import WHOLE_CLAIM_MINIMUM
from ..settings.matching import CANDIDATE_PROBABILITY, MAX_PARTNERS, OTHER_POS_WEIGHT, UNSTATED_WORD_MATCH, WORD_MATCH
from ..story import Span
from .arrays import Booleans, Doubles, Floats, Matrix
from .claim_features import (
    ClaimTokens,
    SegmentedSentence,
    article_features,
    claim_coverage,
    claim_features,
    claim_masks,
    claim_tokens,
    claims_as_statements,
)
from .indexed_text import IndexedText
from .late_interaction import max_similarity, token_similarity
from .logistic import logit, probability
from .models import FittedModels
from .statement_matching import match_statements


@dataclass(frozen=True, slots=True, eq=False)
class DirectedClaimMatches:
    """The claims of one article beside another article.

    Attributes:
        entailed: For sentences (i, j) that may be linked, given that they are: the probability that j states each of the k claims
            of i, (k,).
        equivalent: For the same sentences, given that they are linked: how much each claim of i and each of the l claims of j say
            the same, (k, l), 0 to 1.
        unmatched: For the same sentences: which of the n words of i say what j does not, (n,); none if either has no parse.
        present: For each sentence: the probability that the other article states each of its claims, (k,).
    """

    entailed: Mapping[tuple[int, int], Doubles]
    equivalent: Mapping[tuple[int, int], Doubles]
    unmatched: Mapping[tuple[int, int], Booleans]
    present: Sequence[Doubles]


@dataclass(frozen=True, slots=True, eq=False)
class SentencePairMatch:
    """Two linked sentences of k and m claims, with the values of `DirectedClaimMatches`.

    Attributes:
        entailed: Of the claims of either sentence, (k,) and (m,).
        equivalent: Of every two claims, (k, m).
        unmatched: Words of either sentence; None if one of them has no parse.
    """

    entailed: tuple[Doubles, Doubles]
    equivalent: Doubles
    unmatched: tuple[Booleans, Booleans] | None


Entailments: TypeAlias = Mapping[tuple[int, int], Doubles]
"""For sentences (i, j) that may be linked, the probability that j states each claim of i, (k,)."""


@dataclass(frozen=True, slots=True, eq=False)
class ArticleClaims:
    """An article by the claims of its sentences.

    Attributes:
        text: The article.
        sentences: Each sentence with its parse and claims. One without a parse stands as its number of claims: nothing is known
            of them but what is known of the sentence.
        tokens: The tokens of each sentence's claims.
        statements: The claims of all sentences, each as a statement.
    """

    text: IndexedText
    sentences: Sequence[SegmentedSentence | int]
    tokens: Sequence[ClaimTokens]
    statements: IndexedText

    @classmethod
    def of(
        cls,
        text: IndexedText,
        sentences: Sequence[SegmentedSentence | int],
        claims: Sequence[Sequence[Sequence[Span]] | None],
        idf: Mapping[str, float],
    ) -> ArticleClaims:
        """Return an article with its claims.

        Args:
            text: The article.
            sentences: As above.
            claims: For each sentence the spans of each of its claims; None for the whole sentence as one claim.
            idf: The weight of each stem.
        """
        masks = claim_masks(text, claims)
        return cls(text, sentences, claim_tokens(text, masks, idf), claims_as_statements(text, masks))

    def by_sentence(self, values: Matrix) -> list[Matrix]:
        """Return values of all claims, (c,), sentence by sentence, (k,) each."""
        return np.split(values, np.cumsum([_n_claims(sentence) for sentence in self.sentences])[:-1])


def match_claims(
    left: ArticleClaims,
    right: ArticleClaims,
    probabilities: tuple[Matrix, Matrix, Matrix],
    idf: Mapping[str, float],
    models: FittedModels,
    *,
    before: tuple[DirectedClaimMatches, DirectedClaimMatches] | None = None,
) -> tuple[DirectedClaimMatches, DirectedClaimMatches]:
    """Match the claims of two articles of n and m sentences.

    Args:
        left: One article.
        right: The other.
        probabilities: Of links, (n, m), that the right article states each left sentence, (n,), and the other way round, (m,).
        idf: The weight of each stem of the story.
        models: The fitted models.
        before: The matches of the same two texts in another story: what is inside their sentences is not matched again.

    Returns:
        The left claims beside the right article, and the right claims beside the left article.
    """
    links, of_left, of_right = probabilities
    left_inside, right_inside = before or _match_inside_sentences(left, right, links, models)
    left_similarity, right_similarity = max_similarity(left.text, right.text)
    left_read = match_statements(left.statements, right.text, idf, models).log_odds
    right_read = match_statements(right.statements, left.text, idf, models).log_odds
    directions = (
        (left, (right.text, left_similarity), (links, of_left, left_read), left_inside),
        (right, (left.text, right_similarity), (links.T, of_right, right_read), right_inside),
    )
    matches = []
    for claims, article, judged, inside in directions:
        features = claim_presence_features(claims, article, judged, inside.entailed, idf)
        present = [probability(models.claim_presence.log_odds(row)) for row in features]
        matches.append(replace(inside, present=present))
    return matches[0], matches[1]


def _match_inside_sentences(
    left: ArticleClaims, right: ArticleClaims, links: Matrix, models: FittedModels
) -> tuple[DirectedClaimMatches, DirectedClaimMatches]:
    """Match all pairs of sentences that may be linked, from either side; nothing is known yet of the whole articles."""
    pairs = {(i, j): match_sentence_pair(left.sentences[i], right.sentences[j], models) for i, j in candidate_pairs(links)}
    of_left = DirectedClaimMatches(
        {pair: match.entailed[0] for pair, match in pairs.items()},
        {pair: match.equivalent for pair, match in pairs.items()},
        {pair: match.unmatched[0] for pair, match in pairs.items() if match.unmatched},
        (),
    )
    of_right = DirectedClaimMatches(
        {(j, i): match.entailed[1] for (i, j), match in pairs.items()},
        {(j, i): match.equivalent.T for (i, j), match in pairs.items()},
        {(j, i): match.unmatched[1] for (i, j), match in pairs.items() if match.unmatched},
        (),
    )
    return of_left, of_right


def match_sentence_pair(left: SegmentedSentence | int, right: SegmentedSentence | int, models: FittedModels) -> SentencePairMatch:
    """Match the claims of two sentences; every claim matches where either sentence has no parse."""
    if isinstance(left, int) or isinstance(right, int):
        k, m = _n_claims(left), _n_claims(right)
        return SentencePairMatch((np.ones(k), np.ones(m)), np.ones((k, m)), None)
    similarity = token_similarity(left.vectors, right.vectors)
    entailed = entailed_claims(left, right, similarity, models), entailed_claims(right, left, similarity.T, models)
    forth, back = _aligned_shares(left, right, similarity), _aligned_shares(right, left, similarity.T)
    equivalent = np.round((entailed[0][:, None] * forth + (entailed[1][:, None] * back).T) / 2, 4)
    unmatched = (
        unmatched_words(left, right, similarity, entailed[0]),
        unmatched_words(right, left, similarity.T, entailed[1]),
    )
    return SentencePairMatch(entailed, equivalent, unmatched)


def candidate_pairs(links: Matrix) -> list[tuple[int, int]]:
    """Return the pairs of sentences whose claims are compared, in order.

    Args:
        links: The link probabilities, (n, m).

    Returns:
        The pairs above `CANDIDATE_PROBABILITY`; where a sentence has more than `MAX_PARTNERS` of them, its most probable ones.
    """
    likely = links > CANDIDATE_PROBABILITY
    for axis in (0, 1):
        if (likely.sum(axis=axis) > MAX_PARTNERS).any():
            rank = np.argsort(np.argsort(-links, axis=axis, kind="stable"), axis=axis, kind="stable")
            likely &= rank < MAX_PARTNERS
    return [(i, j) for i, j in np.argwhere(likely).tolist()]


def _n_claims(sentence: SegmentedSentence | int) -> int:
    return sentence if isinstance(sentence, int) else len(sentence.heads)


def entailed_claims(sentence: SegmentedSentence, other: SegmentedSentence, similarity: Floats, models: FittedModels) -> Doubles:
    """Return the probability that another sentence states each claim of a sentence, given that the two are linked.

    Args:
        sentence: A sentence of n words and k claims.
        other: A sentence of m words.
        similarity: Of their words, as `token_similarity` gives it, (n, m).
        models: The fitted models.

    Returns:
        An array (k,), to four decimals.
    """
    features = {name: values.astype("f8") for name, values in claim_features(sentence, other, similarity).items()}
    in_context = claim_context_features(models.claim.log_odds(features))
    return probability(models.claim_in_context.log_odds(in_context))


def unmatched_words(sentence: SegmentedSentence, other: SegmentedSentence, similarity: Floats, entailed: Doubles) -> Booleans:
    """Return which words of a sentence say what another does not: content words without a similar word or their lemma there.

    In a claim that the other sentence does not state a word must be more similar to count as matched.

    Args:
        sentence: A sentence of n words and k claims.
        other: A sentence of m words.
        similarity: Of their words, as `token_similarity` gives it, (n, m).
        entailed: The probability that the other sentence states each claim, (k,).
    """
    in_unstated = sentence.claim_words[entailed < WHOLE_CLAIM_MINIMUM].any(axis=0) & ~sentence.claim_words[
        entailed >= WHOLE_CLAIM_MINIMUM
    ].any(axis=0)
    has_no_match = similarity.max(axis=1, initial=0) < np.where(in_unstated, UNSTATED_WORD_MATCH, WORD_MATCH)
    is_content = sentence.weights > OTHER_POS_WEIGHT
    return np.asarray(is_content & has_no_match & ~np.isin(sentence.lemmas, other.lemmas), bool)


def claim_context_features(log_odds: Doubles) -> dict[str, Doubles]:
    """Return the log-odds of each claim of a sentence, (k,), beside those of its other claims: mean, highest, lowest."""
    k = len(log_odds)
    rows = np.tile(log_odds, (k, 1))
    others = rows[~np.eye(k, dtype=bool)].reshape(k, k - 1) if k > 1 else np.zeros((k, 1))
    return {"own": log_odds, "mean": others.mean(axis=1), "most": others.max(axis=1), "least": others.min(axis=1)}


def _aligned_shares(sentence: SegmentedSentence, other: SegmentedSentence, similarity: Floats) -> Doubles:
    """Return for each of k claims the share of it whose most similar words lie in each of the l claims of the other, (k, l)."""
    mass = (sentence.claim_words * sentence.weights).astype("f8")
    aligned = np.zeros((len(other.heads), len(similarity)), bool)
    if similarity.shape[1]:
        aligned = other.claim_words[:, similarity.argmax(axis=1)] & (similarity.max(axis=1) > 0)
    return claim_coverage(mass, aligned.T)


def claim_presence_features(
    claims: ArticleClaims,
    article: tuple[IndexedText, Matrix],
    judged: tuple[Matrix, Matrix, Doubles],
    entailed: Entailments,
    idf: Mapping[str, float],
) -> Iterator[dict[str, Matrix]]:
    """Yield for each of the n sentences of an article what says that another article states its claims, feature -> (k,).

    Args:
        claims: The article by its claims.
        article: The other article, with the similarity of the claims' tokens to its m sentences, as `max_similarity` gives it.
        judged: The probabilities of links, (n, m), and that the other article states each sentence, (n,); the log-odds that it
            states each claim, read as a statement, (c,).
        entailed: What is known of pairs of sentences.
        idf: The weight of each stem of the story.
    """
    links, of_sentences, read = judged
    best = [np.zeros(_n_claims(sentence)) for sentence in claims.sentences]
    for (i, j), values in entailed.items():
        best[i] = np.maximum(best[i], links[i, j] * values)
    read_by_sentence = claims.by_sentence(read)
    for i, features in enumerate(article_features(claims.tokens, *article, idf)):
        of_sentence = np.full(len(best[i]), of_sentences[i])
        yield {"sentence": logit(of_sentence), "part": logit(best[i]), "read": read_by_sentence[i], **features}

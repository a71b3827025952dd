"""Links that a person decided, over those of the machine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..settings.corrections import SURE
from ..story import LinkEndpoints, Span
from .story_matching import SentenceMatches


@dataclass(frozen=True, slots=True)
class LinkDecision:
    """What a person says of two sentences: that they are linked, or not, by these spans of `Article.text`, one a side."""

    sentences: LinkEndpoints
    linked: bool
    spans: tuple[Span, Span]

    @property
    def probability(self) -> float:
        """The probability of the link, for certain."""
        return SURE if self.linked else 0.0


def override_sentence_matches(matches: SentenceMatches, links: Iterable[LinkDecision]) -> SentenceMatches:
    """Return matches in which links confirmed are sure and links rejected are none; the rest is as it was."""
    scores = dict(matches.scores)
    for link in links:
        (one, i), (other, j) = link.sentences
        keys, cell = ((one, other), (i, j)) if (one, other) in scores else ((other, one), (j, i))
        probability = scores[keys].probability.copy()
        probability[cell] = link.probability
        scores[keys] = replace(scores[keys], probability=probability)
    return replace(matches, scores=scores)

"""What is said of several articles: Link, and the Comparison that holds links, facts and differences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

from .fact import Fact, Presence
from .refs import LinkEndpoints, SentenceRef, Span

if TYPE_CHECKING:
    import pandas as pd

    from .article import Article
    from .corrections import Correction
    from .details import Attribution, Difference
    from .second_reader import SecondReader

SCHEMA: Final = "samestory/1"
"""What a comparison as JSON says of its own form."""
Extent = Literal["full", "part"]


@dataclass(frozen=True, slots=True)
class Link:
    """A sentence of article `left` and one of article `right` (keys, in order) that state at least one same fact.

    `probability` is calibrated when the encoder has a fit (`Comparison.calibrated`). `reasons` maps the name of a piece of
    evidence to what it adds to the log-odds of the link, strongest first. `left_only` and `right_only` are the spans, in
    `Article.text`, of what one sentence tells and the other does not; None where no parser could tell. `by_hand`: a person
    confirmed it or made it; `probability` stays the machine's.
    """

    left: str
    right: str
    left_sentence: int
    right_sentence: int
    probability: float
    extent: Extent
    reasons: Mapping[str, float] = field(default_factory=dict)
    left_only: tuple[Span, ...] | None = None
    right_only: tuple[Span, ...] | None = None
    by_hand: bool = False

    @property
    def endpoints(self) -> LinkEndpoints:
        """The two sentences, that of `left` first."""
        return SentenceRef(self.left, self.left_sentence), SentenceRef(self.right, self.right_sentence)

    def side(self, key: str) -> int | None:
        """The sentence of article `key` in this link, or None if the article has no part in it."""
        return self.left_sentence if key == self.left else self.right_sentence if key == self.right else None

    def other(self, key: str) -> SentenceRef:
        """The article and the sentence across from article `key`."""
        left, right = self.endpoints
        return right if key == self.left else left


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file that could not be used: its name, and one sentence with cause and remedy."""

    file: str
    cause: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several articles compared: links, facts and presence. Made by `compare`; nothing in it changes afterwards.

    `second_reader` is the cross-encoder that was asked about open cells, if one was named.
    `corrections` are those of a person, in order, already applied; `rejected` the pairs of sentences that they say are no link.
    `notes` holds one sentence each for what a reader must know first: one article only, the same text twice, an article
    about something else, a language other than English, an encoder without a fit of its own.
    """

    articles: tuple[Article, ...]
    links: tuple[Link, ...]
    facts: tuple[Fact, ...]
    settings: Mapping[str, Any]
    encoder_name: str
    encoder_digest: str
    calibrated: bool
    differences: tuple[Difference, ...] = ()
    notes: tuple[str, ...] = ()
    errors: tuple[SkippedFile, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    corrections: tuple[Correction, ...] = ()
    rejected: tuple[LinkEndpoints, ...] = ()
    given_title: str | None = None
    second_reader: SecondReader | None = None
    _facts_by_sentence: Mapping[SentenceRef, tuple[Fact, ...]] = field(init=False, repr=False, compare=False)
    _links_by_sentence: Mapping[SentenceRef, tuple[Link, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        facts: dict[SentenceRef, tuple[Fact, ...]] = {}
        for fact in self.facts:
            for sentence in fact.sentence_refs:
                facts[sentence] = (*facts.get(sentence, ()), fact)
        links: dict[SentenceRef, tuple[Link, ...]] = {}
        for link in sorted(self.links, key=lambda link: (not link.by_hand, -link.probability)):
            for sentence in link.endpoints:
                links[sentence] = (*links.get(sentence, ()), link)
        object.__setattr__(self, "_facts_by_sentence", facts)
        object.__setattr__(self, "_links_by_sentence", links)

    @property
    def title(self) -> str:
        """The story's title: as a person gave it, or that of the article that states most facts: headline or first sentence."""
        if self.given_title:
            return self.given_title
        stated = Counter(key for fact in self.facts for key, state in fact.presence.items() if state.counts_as_in)
        titles = [(a.headline is None, -stated[a.key], a.headline or a.sentences[0].text) for a in self.articles if a.sentences]
        return min(titles)[2] if titles else ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the articles, in order."""
        return tuple(article.key for article in self.articles)

    def article(self, key: str) -> Article:
        """Return the article with this key. Raises KeyError."""
        for article in self.articles:
            if article.key == key:
                return article
        raise KeyError(key)

    def fact(self, fact_id: str) -> Fact:
        """Return the fact with this id or alias. Raises KeyError."""
        named = next((fact for fact in self.facts if fact_id == fact.id), None)
        named = named or next((fact for fact in self.facts if fact_id in fact.aliases), None)
        if named is None:
            raise KeyError(fact_id)
        return named

    def presence(self, fact: Fact | str, article: Article | str) -> Presence:
        """Return the presence of one fact (or its id) in one article (or its key)."""
        fact = fact if isinstance(fact, Fact) else self.fact(fact)
        return fact.presence[article if isinstance(article, str) else article.key]

    def links_of(self, key: str, sentence: int) -> tuple[Link, ...]:
        """Return the links of one sentence, those confirmed by hand first, then the most probable."""
        return self._links_by_sentence.get(SentenceRef(key, sentence), ())

    def facts_of(self, key: str, sentence: int) -> tuple[Fact, ...]:
        """Return the facts that one sentence states."""
        return self._facts_by_sentence.get(SentenceRef(key, sentence), ())

    def to_dict(self) -> dict[str, Any]:
        """Return the comparison as plain JSON values, schema `samestory/1`."""
        from .wire import ComparisonJson

        return ComparisonJson.of_comparison(self).to_dict()

    def to_frames(self) -> dict[str, pd.DataFrame]:
        """Return the long tables of `frames.COLUMNS`, by name: articles, sentences, links, facts and so on."""
        from .frames import as_frames

        return as_frames(self)

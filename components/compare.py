"""The verbs in order: encode, weigh, link, group, decide who states what. The only file that knows the order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import combinations
from typing import TYPE_CHECKING, Final

from .alignment import Pair, groups, likely, links
from .coverage import notes, presence, statement_presence
from .evidence import Fit, PairEvidence, Profile, fit_for, profile, weigh_pair, weigh_sentences, weigh_statement, weights
from .facts import gather
from .language import words
from .meaning import CachedEncoder, load_encoder, rounded_again
from .settings import MAX_ARTICLES, MAX_PAIRS, MAX_SENTENCES, Settings
from .story import Article, Comparison, Fact, InputError, Link, Presence, Setback

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .meaning import Encoder

Progress = Callable[[str, float], None]
"""Told the stage in words, and how much of it is done, from 0 to 1."""
KEYS: Final = "ABCDEFGHIJKL"


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """Articles with all that was measured of them; `decide` turns it into a Comparison at any strictness.

    `order` holds the keys in an order that depends on the texts alone: everything is computed in it, so that the order in which
    articles are given changes their keys and nothing else. `pairs` has one entry for every two keys of it; `chances[X, Y]`, for
    each sentence of X, the probability that Y states what it does.
    """

    articles: tuple[Article, ...]
    order: tuple[str, ...]
    profiles: Mapping[str, Profile]
    pairs: Mapping[Pair, PairEvidence]
    chances: Mapping[Pair, NDArray[np.float32]]
    fit: Fit
    encoder_name: str
    encoder_digest: str


def compare(
    articles: Sequence[Article],
    *,
    settings: Settings | None = None,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
    errors: Sequence[Setback] = (),
) -> Comparison:
    """Compare several articles: which facts each states, with links, mentions and the nearest passages.

    `encoder` takes the place of the one that `settings` names. `errors` are files set aside before, kept with the result.
    Raises InputError for no article, more than 12, or more sentences than can be weighed.
    """
    settings = settings or Settings()
    weighed = weigh(articles, settings=settings, encoder=encoder, progress=progress)
    return replace(decide(weighed, settings), errors=tuple(errors))


def weigh(
    articles: Sequence[Article],
    *,
    settings: Settings | None = None,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
) -> Weighed:
    """Everything slow: encode the sentences, weigh every pair of them. Raises InputError as `compare` does."""
    tell = progress or _silent
    _check_sizes(articles)
    encoded = _encoded(articles, settings, encoder, tell)
    profiles, fit, pairs, chances = encoded.profiles, encoded.fit, {}, {}
    wanted = list(combinations([key for key in encoded.order if len(profiles[key])], 2))
    for done, (first, second) in enumerate(wanted):
        tell("Comparing sentences", done / len(wanted))
        pairs[first, second] = evidence = weigh_pair(profiles[first], profiles[second], fit)
        chances[first, second] = weigh_sentences(evidence.probability, fit)
        chances[second, first] = weigh_sentences(evidence.probability.T, fit)
    tell("Comparing sentences", 1.0)
    return replace(encoded, pairs=pairs, chances=chances)


def decide(weighed: Weighed, settings: Settings | None = None) -> Comparison:
    """Links, facts and presence at one strictness. Nothing is encoded or weighed again."""
    settings = settings or Settings()
    found = links(weighed.pairs, weighed.profiles, probability=settings.link_probability)
    return Comparison(
        articles=weighed.articles,
        links=found,
        facts=_facts(weighed, found, settings),
        settings=settings.to_dict(),
        encoder_name=weighed.encoder_name,
        encoder_digest=weighed.encoder_digest,
        calibrated=weighed.fit.calibrated,
        notes=notes(weighed.articles, found, calibrated=weighed.fit.calibrated, encoder_name=weighed.encoder_name),
    )


def trace(
    statement: str, articles: Sequence[Article], *, settings: Settings | None = None, encoder: Encoder | None = None
) -> dict[str, Presence]:
    """Which articles state one statement, and where: key -> Presence. Raises InputError as `compare` does, or for no words."""
    settings = settings or Settings()
    encoder = encoder or _encoder(settings)
    return trace_in(_encoded(articles, settings, encoder), statement, settings=settings, encoder=encoder)


def trace_in(
    weighed: Weighed, statement: str, *, settings: Settings | None = None, encoder: Encoder | None = None
) -> dict[str, Presence]:
    """The same among articles already weighed; `encoder` must be the one they were weighed with."""
    settings = settings or Settings()
    asked = " ".join(statement.split())
    if not words(asked):
        raise InputError("The statement has no words; type what an article may state.")
    vectors = [rounded_again(item) for item in (encoder or _encoder(settings)).encode([asked])]
    weight = weights(*(weighed.profiles[key] for key in weighed.order))
    found = {}
    for article in weighed.articles:
        asking, beside = profile([asked], vectors, language=article.language), weighed.profiles[article.key]
        known = weigh_statement(asking, beside, weight, weighed.fit) if len(beside) else None
        found[article.key] = statement_presence(known, settings) if known else Presence("not_found", 0.0)
    return found


def _silent(stage: str, done: float) -> None:
    """Progress that nobody watches."""


def _encoder(settings: Settings | None, tell: Progress = _silent) -> Encoder:
    tell("Loading the model", 0.0)
    return CachedEncoder(load_encoder((settings or Settings()).encoder))


def _encoded(
    articles: Sequence[Article], settings: Settings | None, encoder: Encoder | None, tell: Progress = _silent
) -> Weighed:
    """Articles with their keys and profiles; no pair of them is weighed yet."""
    if not articles:
        raise InputError("There is no article to compare; add two or more.")
    if len(articles) > MAX_ARTICLES:
        raise InputError(f"{len(articles)} articles are more than the {MAX_ARTICLES} that can be compared; take some away.")
    keyed = tuple(replace(article, key=key) for article, key in zip(articles, KEYS, strict=False))
    order = tuple(article.key for article in sorted(keyed, key=_content))
    encoder = encoder or _encoder(settings, tell)
    profiles = _profiles(keyed, encoder, tell)
    return Weighed(keyed, order, profiles, {}, {}, fit_for(encoder.digest), encoder.name, encoder.digest)


def _check_sizes(articles: Sequence[Article]) -> None:
    """Raise InputError for more sentences than can be weighed against each other on an ordinary machine."""
    for article in articles:
        if len(article.sentences) > MAX_SENTENCES:
            raise InputError(
                f"{article.title} has {len(article.sentences):,} sentences and the limit is {MAX_SENTENCES:,}; shorten it, or "
                "split it in parts."
            )
    pairs = sum(len(one.sentences) * len(other.sentences) for one, other in combinations(articles, 2))
    if pairs > MAX_PAIRS:
        raise InputError(
            f"The articles make {pairs:,} pairs of sentences and the limit is {MAX_PAIRS:,}; take some away, or shorten them."
        )


def _content(article: Article) -> tuple[str, str, str]:
    """What puts articles in order, however they were given; outlet and file name tell equal texts apart."""
    return sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(), article.outlet or "", article.name or ""


def _profiles(articles: Sequence[Article], encoder: Encoder, tell: Progress) -> dict[str, Profile]:
    texts = list(dict.fromkeys(sent.text for article in articles for sent in article.sentences))
    stage = f"Reading the meaning of {len(texts)} sentences"
    tell(stage, 0.0)
    found = map(rounded_again, encoder.encode(texts, lambda done: tell(stage, done)))
    vectors = dict(zip(texts, found, strict=True))
    out = {}
    for article in articles:
        sentences = [sent.text for sent in article.sentences]
        out[article.key] = profile(sentences, [vectors[text] for text in sentences], language=article.language)
    return out


def _facts(weighed: Weighed, found: Sequence[Link], settings: Settings) -> tuple[Fact, ...]:
    spots = [  # a sentence without a word states nothing
        (key, at) for key in weighed.order for at, worded in enumerate(weighed.profiles[key].worded) if worded
    ]
    joined = groups(spots, likely(weighed.pairs, settings.not_found_at), join=settings.link_probability)
    articles = sorted(weighed.articles, key=lambda article: weighed.order.index(article.key))
    return tuple(
        replace(fact, presence=presence(fact, label, weighed.articles, weighed.pairs, weighed.chances, settings))
        for fact, label in gather(articles, joined, found)
    )

"""The verbs in order: encode, weigh, link, group, decide who states what. The only file that knows the order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from .alignment import groups, likely, links
from .coverage import notes, presence, statement_presence
from .evidence import Progress, Weighed, check_sizes, profile, read, weigh_statement, weighed_pairs, weights
from .facts import gather
from .language import words
from .meaning import CachedEncoder, load_encoder, rounded_again
from .settings import Settings
from .story import Article, Comparison, Fact, InputError, Link, Presence, Setback

if TYPE_CHECKING:
    from .meaning import Encoder


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
    check_sizes(articles)
    return weighed_pairs(read(articles, encoder or _encoder(settings, progress), progress), progress)


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
    return trace_in(read(articles, encoder), statement, settings=settings, encoder=encoder)


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


def _encoder(settings: Settings | None, progress: Progress | None = None) -> Encoder:
    if progress:
        progress("Loading the model", 0.0)
    return CachedEncoder(load_encoder((settings or Settings()).encoder))


def _facts(weighed: Weighed, found: Sequence[Link], settings: Settings) -> tuple[Fact, ...]:
    spots = [  # a sentence without a word states nothing
        (key, at) for key in weighed.order for at, worded in enumerate(weighed.profiles[key].worded) if worded
    ]
    joined = groups(spots, likely(weighed.pairs, settings.not_found_at), join=settings.link_probability)
    return tuple(
        replace(fact, presence=presence(fact, label, weighed.articles, weighed.pairs, weighed.chances, settings))
        for fact, label in gather(weighed.articles, joined, found)
    )

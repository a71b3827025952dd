"""The verbs in order: encode, weigh, split, link, group, decide who states what. The only file that knows the order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from .alignment import groups, likely, links
from .corrections import Resolved, Swayed, differences_by_hand, fact_by_hand, merged_and_split, resolve, sway, weighty_by_hand
from .coverage import Grounds, notes, presence, statement_presence
from .evidence import Progress, Weighed, check_sizes, profile, read, same_texts, weigh_statement, weighed_pairs, weights
from .facts import Details, Told, Weighty, decided_differences, find_differences, gather, read_claims, read_details
from .language import words
from .meaning import CachedEncoder, load_encoder, rounded_again
from .settings import Settings
from .story import Article, Comparison, Correction, Fact, InputError, Link, Presence, Setback, Spot

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
    """Compare several articles: which facts each states, with links, mentions, the nearest passages, and details that differ.

    `encoder` takes the place of the one that `settings` names. `errors` are files set aside before, kept with the result.
    Raises InputError for no article, more than 12, or more sentences than can be weighed.
    """
    settings = settings or Settings()
    story = weigh(articles, settings=settings, encoder=encoder, progress=progress)
    return replace(decide(story, settings), errors=tuple(errors))


@dataclass(frozen=True, slots=True, eq=False)
class Understood:
    """Articles with all that was found in them, enough to decide at any strictness: weighed, split, details compared."""

    weighed: Weighed
    told: Told
    details: Mapping[str, Details]
    differences: tuple[Weighty, ...]


def weigh(
    articles: Sequence[Article],
    *,
    settings: Settings | None = None,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
    before: Understood | None = None,
) -> Understood:
    """Everything slow: encode and parse the sentences, weigh every pair of them and of their claims, compare their details.

    What `before` found of articles that are the same is not looked for again. Raises InputError as `compare` does.
    """
    check_sizes(articles)
    story = read(articles, encoder or _encoder(settings, progress), progress)
    weighed = weighed_pairs(story, progress, before=before.weighed if before else None)
    texts = same_texts(before.weighed, weighed) if before else frozenset()
    told = read_claims(weighed, progress, before=before.told if before else None, same=texts)
    same = {key for key in texts if before and key in told.parsed and told.parsed[key] is before.told.parsed.get(key)}
    details = {
        key: before.details[key] if before and key in same else read_details(article) for key, article in told.parsed.items()
    }
    differences = find_differences(weighed, told, details, known=_known(before.differences if before else (), same))
    return Understood(weighed, told, details, differences)


def _known(found: Sequence[Weighty], same: Collection[str]) -> dict[frozenset[str], list[Weighty]]:
    """Differences found before between every two of these articles."""
    known: dict[frozenset[str], list[Weighty]] = {frozenset(pair): [] for pair in combinations(same, 2)}
    for item in found:
        keys = frozenset((item.difference.left.article, item.difference.right.article))
        if keys in known:
            known[keys].append(item)
    return known


def decide(
    story: Understood,
    settings: Settings | None = None,
    corrections: Sequence[Correction] = (),
    *,
    idle: Collection[int] = (),
) -> Comparison:
    """Links, facts, presence and differences at one strictness, as a person corrected them. Nothing is encoded or weighed again.

    Corrections of the articles themselves are applied before `weigh`; `idle` are the places of those that changed nothing there.
    """
    settings = settings or Settings()
    by_hand = resolve(corrections, story.weighed.articles, story.told.claims, idle=idle)
    swayed = sway(story.weighed, story.told, by_hand)
    weighed = story.weighed
    found = _links(swayed, by_hand, settings, weighed)
    facts = _facts(swayed, by_hand, settings)
    weighty = weighty_by_hand(story.differences, by_hand, story.told, story.details)
    differences = decided_differences(weighty, facts, probability=settings.link_probability)
    return Comparison(
        articles=weighed.articles,
        links=found,
        facts=facts,
        settings=settings.to_dict(),
        encoder_name=weighed.encoder_name,
        encoder_digest=weighed.encoder_digest,
        calibrated=weighed.fit.calibrated,
        differences=tuple(differences_by_hand(differences, by_hand)),
        notes=notes(weighed.articles, found, calibrated=weighed.fit.calibrated, encoder_name=weighed.encoder_name),
        attributions=tuple(said for key in sorted(story.details) for said in story.details[key].attributions),
        corrections=by_hand.corrections,
        rejected=by_hand.rejected,
    )


def _links(story: Swayed, by_hand: Resolved, settings: Settings, weighed: Weighed) -> tuple[Link, ...]:
    """The links as corrected; the probability of one confirmed by hand stays the machine's."""
    found = []
    for link in links(story.weighed.pairs, story.weighed.profiles, probability=settings.link_probability):
        ends = link.ends
        if ends in by_hand.links and by_hand.links[ends] is None:
            continue
        mine, theirs = story.told.only_in(*ends), story.told.only_in(*ends[::-1])
        link = replace(link, left_only=mine, right_only=theirs)  # noqa: PLW2901
        if ends in by_hand.links:
            link = replace(link, probability=weighed.probability(*ends), by_hand=True)  # noqa: PLW2901
        found.append(link)
    return tuple(found)


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


def _facts(story: Swayed, by_hand: Resolved, settings: Settings) -> tuple[Fact, ...]:
    weighed, told = story.weighed, story.told
    spots = [  # a sentence without a word states nothing
        (key, at)
        for key in weighed.order
        for at, claim in enumerate(told.claims[key])
        if weighed.profiles[key].worded[claim.sentence]
    ]
    known = likely(weighed.pairs, told.parted, told.first, apart=settings.not_found_at)
    chances = {pair: chance for pair, chance in known.items() if pair not in story.unlinked}
    partners: dict[Spot, list[Spot]] = {}
    for (one, other), chance in sorted(chances.items(), key=lambda item: (-item[1], item[0])):
        if chance >= settings.link_probability and (one, other) not in story.apart:
            partners.setdefault(one, []).append(other)
    joined = merged_and_split(groups(spots, chances, join=settings.link_probability), by_hand.steps)
    group = {spot: members for members in joined for spot in members}
    beside = partners if not story.apart else {spot: _together(group[spot], found, story) for spot, found in partners.items()}
    grounds = Grounds(weighed.articles, weighed.pairs, told.parted, told.places)
    facts = []
    for made in gather(weighed.articles, told.claims, joined, beside):
        fact = replace(made.fact, presence=presence(made.fact, made.label, made.spots, grounds, settings))
        facts.append(fact_by_hand(fact, group[made.label], by_hand.steps))
    return tuple(facts)


def _together(group: Sequence[Spot], partners: Sequence[Spot], story: Swayed) -> list[Spot]:
    """The partners of a claim, surest first, without those that a person set apart from its group or from a surer partner."""
    kept: list[Spot] = []
    for spot in partners:
        if not any((spot, other) in story.apart for other in (*group, *kept)):
            kept.append(spot)
    return kept

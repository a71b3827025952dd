"""The verbs in order: encode, weigh, split, link, group, decide who states what. The only file that knows the order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from .alignment import claim_probabilities, cluster_claims, decide_links
from .claims import StoryClaims, build_facts, extract_claims
from .corrections import (
    CorrectedAnalysis,
    ResolvedCorrections,
    apply_link_corrections,
    merge_and_split_facts,
    override_details,
    override_differences,
    override_fact,
    resolve,
)
from .coverage import PresenceInputs, presence_of_fact, presence_of_statement, warnings_for
from .details import Details, ScoredDifference, decided_differences, find_differences, read_details
from .embeddings import CachedEncoder, load_encoder, round_encoded
from .language import tokenize
from .matching import (
    ClaimMatches,
    Progress,
    SentenceMatches,
    check_sizes,
    index_story,
    index_text,
    match_sentences,
    match_statement,
    match_story_claims,
    unchanged_articles,
)
from .settings import Settings
from .story import Article, ClaimRef, Comparison, Correction, Fact, InputError, Link, Presence, SkippedFile

if TYPE_CHECKING:
    from .embeddings import Encoder


def compare(
    articles: Sequence[Article],
    *,
    settings: Settings | None = None,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
    errors: Sequence[SkippedFile] = (),
) -> Comparison:
    """Compare several articles: which facts each states, with links, mentions, the nearest passages, and details that differ.

    `encoder` takes the place of the one that `settings` names. `errors` are files set aside before, kept with the result.
    Raises InputError for no article, more than 12, or more sentences than can be weighed.
    """
    settings = settings or Settings()
    story = analyze(articles, settings=settings, encoder=encoder, progress=progress)
    return replace(decide(story, settings), errors=tuple(errors))


@dataclass(frozen=True, slots=True, eq=False)
class StoryAnalysis:
    """Articles with all that was found in them, enough to decide at any strictness: weighed, split, details compared."""

    sentence_matches: SentenceMatches
    claims: StoryClaims
    claim_matches: ClaimMatches
    details: Mapping[str, Details]
    differences: tuple[ScoredDifference, ...]


def analyze(
    articles: Sequence[Article],
    *,
    settings: Settings | None = None,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
    before: StoryAnalysis | None = None,
) -> StoryAnalysis:
    """Everything slow: encode and parse the sentences, weigh every pair of them and of their claims, compare their details.

    What `before` found of articles that are the same is not looked for again. Raises InputError as `compare` does.
    """
    check_sizes(articles)
    story = index_story(articles, encoder or _encoder(settings, progress), progress)
    sentence_matches = match_sentences(story, progress, before=before.sentence_matches if before else None)
    unchanged = unchanged_articles(before.sentence_matches, sentence_matches) if before else frozenset()
    claims = extract_claims(sentence_matches, progress, before=before.claims if before else None, unchanged=unchanged)
    claim_matches = match_story_claims(
        sentence_matches,
        claims.article_claims,
        progress,
        before=before.claim_matches if before else None,
        unchanged=unchanged,
    )
    same = {key for key in unchanged if before and key in claims.parsed and claims.parsed[key] is before.claims.parsed.get(key)}
    details = {
        key: before.details[key] if before and key in same else read_details(article) for key, article in claims.parsed.items()
    }
    known = _known(before.differences if before else (), same)
    differences = find_differences(sentence_matches, claims, claim_matches, details, known=known)
    return StoryAnalysis(sentence_matches, claims, claim_matches, details, differences)


def _known(found: Sequence[ScoredDifference], same: Collection[str]) -> dict[frozenset[str], list[ScoredDifference]]:
    """Differences found before between every two of these articles."""
    known: dict[frozenset[str], list[ScoredDifference]] = {frozenset(pair): [] for pair in combinations(same, 2)}
    for item in found:
        keys = frozenset((item.difference.left.article, item.difference.right.article))
        if keys in known:
            known[keys].append(item)
    return known


def decide(
    analysis: StoryAnalysis,
    settings: Settings | None = None,
    corrections: Sequence[Correction] = (),
    *,
    ineffective: Collection[int] = (),
) -> Comparison:
    """Links, facts, presence and differences at one strictness, as a person corrected them. Nothing is encoded or weighed again.

    Corrections of the articles themselves are applied before `weigh`; `idle` are the places of those that changed nothing there.
    """
    settings = settings or Settings()
    by_hand = resolve(corrections, analysis.sentence_matches.articles, analysis.claims.claims, ineffective=ineffective)
    corrected = apply_link_corrections(analysis.sentence_matches, analysis.claims, analysis.claim_matches, by_hand)
    weighed = analysis.sentence_matches
    found = _links(corrected, analysis, by_hand, settings)
    facts = _facts(corrected, analysis.claims, by_hand, settings)
    weighty = override_details(analysis.differences, by_hand, analysis.claims, analysis.details)
    differences = decided_differences(weighty, facts, probability=settings.link_probability)
    return Comparison(
        articles=weighed.articles,
        links=found,
        facts=facts,
        settings=settings.to_dict(),
        encoder_name=weighed.encoder_name,
        encoder_digest=weighed.encoder_digest,
        calibrated=weighed.models.calibrated,
        differences=tuple(override_differences(differences, by_hand)),
        notes=warnings_for(weighed.articles, found, calibrated=weighed.models.calibrated, encoder_name=weighed.encoder_name),
        attributions=tuple(said for key in sorted(analysis.details) for said in analysis.details[key].attributions),
        corrections=by_hand.corrections,
        rejected=by_hand.rejected,
    )


def _links(
    story: CorrectedAnalysis, analysis: StoryAnalysis, by_hand: ResolvedCorrections, settings: Settings
) -> tuple[Link, ...]:
    """The links as corrected; the probability of one confirmed by hand stays the machine's."""
    found = []
    parsed = analysis.claims.parsed
    for link in decide_links(story.sentence_matches, probability=settings.link_probability):
        ends = link.endpoints
        decision = by_hand.links.get(ends)
        if decision and not decision.linked:
            continue
        mine, theirs = (story.claim_matches.unmatched_spans(*pair, parsed) for pair in (ends, ends[::-1]))
        link = replace(link, left_only=mine, right_only=theirs)  # noqa: PLW2901
        if decision:
            link = replace(link, probability=analysis.sentence_matches.probability(*ends), by_hand=True)  # noqa: PLW2901
        found.append(link)
    return tuple(found)


def trace(
    statement: str, articles: Sequence[Article], *, settings: Settings | None = None, encoder: Encoder | None = None
) -> dict[str, Presence]:
    """Which articles state one statement, and where: key -> Presence. Raises InputError as `compare` does, or for no words."""
    settings = settings or Settings()
    encoder = encoder or _encoder(settings)
    return trace_in(index_story(articles, encoder), statement, settings=settings, encoder=encoder)


def trace_in(
    weighed: SentenceMatches, statement: str, *, settings: Settings | None = None, encoder: Encoder | None = None
) -> dict[str, Presence]:
    """The same among articles already weighed; `encoder` must be the one they were weighed with."""
    settings = settings or Settings()
    asked = " ".join(statement.split())
    if not tokenize(asked):
        raise InputError("The statement has no words; type what an article may state.")
    vectors = [round_encoded(item) for item in (encoder or _encoder(settings)).encode([asked])]
    weight = weighed.idf()
    found = {}
    for article in weighed.articles:
        asking, beside = index_text([asked], vectors, language=article.language), weighed.indexed[article.key]
        known = match_statement(asking, beside, weight, weighed.models) if len(beside) else None
        found[article.key] = presence_of_statement(known, settings) if known else Presence("not_found", 0.0)
    return found


def _encoder(settings: Settings | None, progress: Progress | None = None) -> Encoder:
    if progress:
        progress("Loading the model", 0.0)
    return CachedEncoder(load_encoder((settings or Settings()).encoder))


def _facts(story: CorrectedAnalysis, told: StoryClaims, by_hand: ResolvedCorrections, settings: Settings) -> tuple[Fact, ...]:
    weighed = story.sentence_matches
    claims = [  # a sentence without a word states nothing
        ClaimRef(key, at)
        for key in weighed.order
        for at, claim in enumerate(told.claims[key])
        if weighed.indexed[key].has_words[claim.sentence]
    ]
    known = claim_probabilities(weighed, story.claim_matches, told.first_claim, apart=settings.not_found_at)
    chances = {pair: chance for pair, chance in known.items() if pair not in story.unlinked}
    partners: dict[ClaimRef, list[ClaimRef]] = {}
    for (one, other), chance in sorted(chances.items(), key=lambda item: (-item[1], item[0])):
        if chance >= settings.link_probability and (one, other) not in story.apart:
            partners.setdefault(one, []).append(other)
    joined = merge_and_split_facts(cluster_claims(claims, chances, join=settings.link_probability), by_hand.steps)
    group = {claim: members for members in joined for claim in members}
    beside = partners if not story.apart else {claim: _together(group[claim], found, story) for claim, found in partners.items()}
    grounds = PresenceInputs(weighed, story.claim_matches, told)
    facts = []
    for made in build_facts(weighed.articles, told.claims, joined, beside):
        fact = replace(made.fact, presence=presence_of_fact(made, grounds, settings))
        facts.append(override_fact(fact, group[made.label_claim], by_hand.steps))
    return tuple(facts)


def _together(group: Sequence[ClaimRef], partners: Sequence[ClaimRef], story: CorrectedAnalysis) -> list[ClaimRef]:
    """The partners of a claim, surest first, without those that a person set apart from its group or from a surer partner."""
    kept: list[ClaimRef] = []
    for claim in partners:
        if not any((claim, other) in story.apart for other in (*group, *kept)):
            kept.append(claim)
    return kept

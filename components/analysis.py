"""A story analyzed once, slowly, and decided at any strictness, fast: the only file that knows the order of the steps."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from .alignment import claim_probabilities, cluster_claims, decide_links, same_fact_probabilities
from .claims import StoryClaims, build_facts, extract_claims, merge_claims, worded_claims
from .corrections import (
    CorrectedAnalysis,
    ResolvedCorrections,
    apply_link_corrections,
    override_details,
    override_differences,
    override_fact,
    regroup_claims,
    resolve,
)
from .coverage import (
    PresenceInputs,
    probability_of_claim,
    warnings_for,
    with_added_details,
    with_antecedents,
    with_conflicts,
    with_presence,
    with_weight,
)
from .details import Details, ScoredDifference, decided_differences, find_differences, read_details
from .embeddings import CachedEncoder, load_encoder
from .matching import (
    ClaimMatches,
    FittedModels,
    Progress,
    SentenceMatches,
    check_sizes,
    index_story,
    match_sentences,
    match_story_claims,
    unchanged_articles,
)
from .second_reader import ask_about_facts, with_answers
from .settings import Settings
from .story import Article, Comparison, Correction, Fact, FactCell, Link

if TYPE_CHECKING:
    from .embeddings import Encoder
    from .second_reader import PairReader


@dataclass(frozen=True, slots=True, eq=False)
class StoryAnalysis:
    """Articles with all that was found in them, enough to decide at any strictness.

    Their sentences and claims are matched, `split_claims` and `split_matches` while sentences were still split as finely as they
    can be; `details` has what was read off each parsed article, `differences` the details that differ between two articles.
    """

    sentence_matches: SentenceMatches
    split_claims: StoryClaims
    split_matches: ClaimMatches
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
    previous: StoryAnalysis | None = None,
    models: FittedModels | None = None,
) -> StoryAnalysis:
    """Do everything slow: encode and parse the sentences, match every two of them and their claims, compare their details.

    Args:
        articles: What is compared, up to 12.
        settings: Name the encoder, if none is given.
        encoder: Takes the place of the one that `settings` names.
        progress: Called with each stage and how much of it is done.
        previous: An earlier analysis; what it found of articles that are the same is kept.
        models: Take the place of those fitted for the encoder, as when these are to be judged on stories that they have seen.

    Raises:
        InputError: For no article, more than 12, or more sentences than can be compared.
    """
    check_sizes(articles)
    story = index_story(articles, encoder or encoder_for(settings, progress), progress)
    if models:
        story = replace(story, models=models)
    sentence_matches = match_sentences(story, progress, before=previous.sentence_matches if previous else None)
    unchanged = unchanged_articles(previous.sentence_matches, sentence_matches) if previous else frozenset()
    split = extract_claims(sentence_matches, progress, before=previous.split_claims if previous else None, unchanged=unchanged)
    split_matches = match_story_claims(
        sentence_matches,
        split.article_claims,
        progress,
        before=previous.split_matches if previous else None,
        unchanged=unchanged,
    )
    claims = merge_claims(sentence_matches, split, split_matches)
    claim_matches = match_story_claims(sentence_matches, claims.article_claims)
    keys_parsed_alike = {
        key for key in unchanged if previous and key in claims.parsed and claims.parsed[key] is previous.claims.parsed.get(key)
    }
    details = {
        key: previous.details[key] if previous and key in keys_parsed_alike else read_details(article)
        for key, article in claims.parsed.items()
    }
    known = _differences_by_pair(previous.differences if previous else (), keys_parsed_alike)
    differences = find_differences(sentence_matches, claims, claim_matches, details, previous=known)
    return StoryAnalysis(sentence_matches, split, split_matches, claims, claim_matches, details, differences)


def encoder_for(settings: Settings | None, progress: Progress | None = None) -> Encoder:
    """Return the encoder that settings name, the bundled one if they name none, behind the cache of vectors on disk."""
    if progress:
        progress("Loading the model", 0.0)
    return CachedEncoder(load_encoder((settings or Settings()).encoder))


def _differences_by_pair(
    differences: Sequence[ScoredDifference], keys: Collection[str]
) -> dict[frozenset[str], list[ScoredDifference]]:
    """Return the differences between every two of these articles, by the keys of the two."""
    by_articles: dict[frozenset[str], list[ScoredDifference]] = {frozenset(pair): [] for pair in combinations(keys, 2)}
    for scored in differences:
        pair = frozenset((scored.difference.left.article, scored.difference.right.article))
        if pair in by_articles:
            by_articles[pair].append(scored)
    return by_articles


def decide(
    analysis: StoryAnalysis,
    settings: Settings | None = None,
    corrections: Sequence[Correction] = (),
    *,
    ineffective: Collection[int] = (),
    blended: Mapping[FactCell, float] | None = None,
) -> Comparison:
    """Decide links, facts, presence and differences at one strictness, as a person corrected them. Nothing is matched again.

    Args:
        analysis: Of the articles after the corrections of the articles themselves.
        settings: The strictness.
        corrections: All that were made, in order.
        ineffective: Indices of the article corrections that had no effect.
        blended: Probabilities of presence that take the place of ours, by the fact's id and the article's key.
    """
    settings = settings or Settings()
    matches = analysis.sentence_matches
    resolved = resolve(corrections, matches.articles, analysis.claims.claims, ineffective=ineffective)
    corrected = apply_link_corrections(matches, analysis.claims, analysis.claim_matches, resolved)
    links = _links(analysis, corrected, resolved, settings)
    inputs = PresenceInputs(corrected.sentence_matches, corrected.claim_matches, analysis.claims, blended or {})
    facts = _facts(analysis, corrected, resolved, inputs, settings)
    scored = override_details(analysis.differences, resolved, analysis.claims, analysis.details)
    decided = decided_differences(scored, facts, probability=settings.link_probability)
    differences = tuple(override_differences(decided, resolved))
    facts = with_conflicts(facts, differences)
    calibrated = matches.models.calibrated
    return Comparison(
        articles=matches.articles,
        links=links,
        facts=facts,
        settings=settings.to_dict(),
        encoder_name=matches.encoder_name,
        encoder_digest=matches.encoder_digest,
        calibrated=calibrated,
        differences=differences,
        notes=warnings_for(matches.articles, links, calibrated=calibrated, encoder_name=matches.encoder_name),
        attributions=tuple(attribution for key in sorted(analysis.details) for attribution in analysis.details[key].attributions),
        corrections=resolved.corrections,
        rejected=resolved.rejected,
    )


def decide_with(
    reader: PairReader | None,
    analysis: StoryAnalysis,
    settings: Settings,
    corrections: Sequence[Correction] = (),
    *,
    ineffective: Collection[int] = (),
    progress: Progress | None = None,
) -> Comparison:
    """Decide, ask a second reader about the open cells, and decide them again by what both say where it is calibrated.

    Args:
        reader: The second reader; None for none.
        analysis: As `decide` takes it.
        settings: The strictness.
        corrections: All that were made, in order.
        ineffective: Indices of the article corrections that had no effect.
        progress: Called with the stage and how much of it is done.
    """
    comparison = decide(analysis, settings, corrections, ineffective=ineffective)
    if reader is None:
        return comparison
    answers = ask_about_facts(comparison, analysis.sentence_matches, reader, progress)
    if answers.blended:
        comparison = decide(analysis, settings, corrections, ineffective=ineffective, blended=answers.blended)
    return with_answers(comparison, answers)


def _links(
    analysis: StoryAnalysis, corrected: CorrectedAnalysis, by_hand: ResolvedCorrections, settings: Settings
) -> tuple[Link, ...]:
    """Decide the links as corrected; the probability of one confirmed by hand stays the machine's."""
    links = []
    for link in decide_links(corrected.sentence_matches, probability=settings.link_probability):
        left, right = link.endpoints
        decision = by_hand.links.get(link.endpoints)
        if decision and not decision.linked:
            continue
        links.append(
            replace(
                link,
                left_only=corrected.claim_matches.unmatched_spans(left, right, analysis.claims.parsed),
                right_only=corrected.claim_matches.unmatched_spans(right, left, analysis.claims.parsed),
                probability=analysis.sentence_matches.probability(left, right) if decision else link.probability,
                by_hand=decision is not None,
            )
        )
    return tuple(links)


def _facts(
    analysis: StoryAnalysis,
    corrected: CorrectedAnalysis,
    by_hand: ResolvedCorrections,
    inputs: PresenceInputs,
    settings: Settings,
) -> tuple[Fact, ...]:
    """Cluster the claims, make a fact of each cluster, and decide which articles state it, all as corrected; by weight."""
    matches, claims = corrected.sentence_matches, analysis.claims
    probabilities = claim_probabilities(
        matches, corrected.claim_matches, claims.first_claim, apart=min(settings.not_found_probability, settings.link_probability)
    )
    linked = {pair: probability for pair, probability in probabilities.items() if pair not in corrected.unlinked}
    same = same_fact_probabilities(linked, lambda claim, key: probability_of_claim(claim, key, inputs))
    clusters = cluster_claims(worded_claims(matches, claims), same, join=settings.link_probability)
    clusters = regroup_claims(clusters, by_hand.facts)
    linked |= same
    facts = []
    for draft in build_facts(
        matches.articles, claims.claims, clusters, linked, link_probability=settings.link_probability, apart=corrected.apart
    ):
        fact = with_presence(draft, inputs, settings)
        if article := claims.parsed.get(draft.label_claim.article):
            attributions = analysis.details[article.article.key].attributions
            fact = with_antecedents(fact, claims.placed(draft.label_claim), article, attributions)
        facts.append(with_weight(override_fact(fact, draft.cluster, by_hand.facts), matches))
    by_key = {article.key: article for article in matches.articles}
    weighed = sorted(facts, key=lambda fact: -fact.weight)
    return tuple(with_added_details(fact, by_key, analysis.details) for fact in weighed)

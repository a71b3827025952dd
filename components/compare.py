"""The two verbs: compare several articles, and trace one statement in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from .analysis import analyze, decide_with, encoder_for
from .coverage import presence_of_statement
from .embeddings import round_encoded
from .language import tokenize
from .matching import Progress, SentenceMatches, index_story, index_text, match_statement
from .second_reader import ask_about_cells, is_open, second_reader_for, statement_cell
from .settings import Settings
from .story import Article, Comparison, InputError, Presence, SkippedFile

if TYPE_CHECKING:
    from .embeddings import Encoder
    from .second_reader import PairReader


def compare(
    articles: Sequence[Article],
    *,
    settings: Settings | None = None,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
    errors: Sequence[SkippedFile] = (),
) -> Comparison:
    """Compare several articles: which facts each states, with links, mentions, the nearest passages, and details that differ.

    Args:
        articles: Up to 12, in any order.
        settings: Thresholds, and the names of the encoder and of a second reader.
        encoder: Takes the place of the one that `settings` names.
        progress: Called with each stage and how much of it is done.
        errors: Files set aside before, kept with the result.

    Raises:
        InputError: For no article, more than 12, or more sentences than can be compared.
    """
    settings = settings or Settings()
    reader = second_reader_for(settings, progress)
    analysis = analyze(articles, settings=settings, encoder=encoder, progress=progress)
    return replace(decide_with(reader, analysis, settings, progress=progress), errors=tuple(errors))


def trace(
    statement: str, articles: Sequence[Article], *, settings: Settings | None = None, encoder: Encoder | None = None
) -> dict[str, Presence]:
    """Say which articles state one statement, and where: by key. Raises InputError as `compare` does, or for no words."""
    settings = settings or Settings()
    reader = second_reader_for(settings)
    encoder = encoder or encoder_for(settings)
    return trace_in(index_story(articles, encoder), statement, settings=settings, encoder=encoder, reader=reader)


def trace_in(
    story: SentenceMatches,
    statement: str,
    *,
    settings: Settings | None = None,
    encoder: Encoder | None = None,
    reader: PairReader | None = None,
) -> dict[str, Presence]:
    """Trace a statement among articles already indexed.

    Args:
        story: The articles.
        statement: What they may state.
        settings: Thresholds.
        encoder: The one that the articles were indexed with.
        reader: A second reader, asked where ours is not sure.

    Raises:
        InputError: For no words.
    """
    settings = settings or Settings()
    statement = " ".join(statement.split())
    if not tokenize(statement):
        raise InputError("The statement has no words; type what an article may state.")
    vectors = [round_encoded(encoded) for encoded in (encoder or encoder_for(settings)).encode([statement])]
    idf = story.idf()
    presence, cells, matches = {}, [], {}
    for article in story.articles:
        indexed, passage = index_text([statement], vectors, language=article.language), story.indexed[article.key]
        match = match_statement(indexed, passage, idf, story.models) if len(passage) else None
        presence[article.key] = presence_of_statement(match) if match else Presence("not_found", 0.0)
        if match and reader and is_open(match.probability):
            matches[article.key] = match
            cells.append(statement_cell(statement, (indexed, passage), article, match.probability, match.sentence))
    if reader:
        answers = ask_about_cells(cells, reader, story.encoder_digest)
        for key, match in matches.items():
            blended = replace(match, probability=answers.blended.get(("", key), match.probability))
            presence[key] = replace(presence_of_statement(blended), second=answers.opinions["", key])
    return presence

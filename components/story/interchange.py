"""A Comparison as plain JSON values, schema `samestory/1`. Key names are a contract; more may be added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .article import Article
    from .comparison import Comparison, Link, SkippedFile
    from .details import Attribution, Difference
    from .fact import Fact, Presence

SCHEMA = "samestory/1"


def as_dict(comparison: Comparison) -> dict[str, Any]:
    """The whole comparison, ready for `json.dumps`."""
    return {
        "schema": SCHEMA,
        "story": {"title": comparison.title},
        "settings": dict(comparison.settings),
        "encoder": {
            "name": comparison.encoder_name,
            "digest": comparison.encoder_digest,
            "calibrated": comparison.calibrated,
        },
        "errors": skipped_file_values(comparison.errors),
        "notes": list(comparison.notes),
        "articles": [{"key": a.key, "file": a.name, **article_values(a)} for a in comparison.articles],
        "links": [_link(link) for link in comparison.links],
        "facts": [_fact(fact) for fact in comparison.facts],
        "differences": [_difference(difference) for difference in comparison.differences],
        "attributions": [_attribution(attribution) for attribution in comparison.attributions],
        "corrections": [correction.to_dict() for correction in comparison.corrections],
    }


def skipped_file_values(setbacks: Iterable[SkippedFile]) -> list[dict[str, str]]:
    """The files that could not be used."""
    return [{"file": setback.file, "cause": setback.cause} for setback in setbacks]


def article_values(article: Article) -> dict[str, Any]:
    """An article without its key, which belongs to a comparison, and without its file, which goes by more names than one."""
    return {
        "outlet": article.outlet,
        "agency": article.agency,
        "headline": article.headline,
        "published": article.published,
        "language": article.language,
        "masthead": asdict(article.masthead),
        "raw": article.raw,
        "text": article.text,
        "sentences": [
            {"index": one.index, "start": one.start, "end": one.end, "text": one.text, "role": one.role}
            for one in article.sentences
        ],
        "removed": [{"start": one.start, "end": one.end, "text": one.text, "rule": one.rule} for one in article.removed],
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "left": link.left,
        "right": link.right,
        "left_sentence": link.left_sentence,
        "right_sentence": link.right_sentence,
        "probability": link.probability,
        "extent": link.extent,
        "reasons": dict(link.reasons),
        "left_only": _spans(link.left_only),
        "right_only": _spans(link.right_only),
        "by_hand": link.by_hand,
    }


def _spans(spans: tuple[tuple[int, int], ...] | None) -> list[list[int]] | None:
    return None if spans is None else [list(span) for span in spans]


def _presence(presence: Presence) -> dict[str, Any]:
    nearest = presence.nearest
    return {
        "status": presence.status,
        "probability": presence.probability,
        "nearest": {"sentence": nearest.sentence, "similarity": nearest.similarity} if nearest else None,
        "why": presence.why,
        "by_hand": presence.by_hand,
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "label": fact.label,
        "aliases": list(fact.aliases),
        "group": fact.group,
        "checked": fact.checked,
        "presence": {key: _presence(presence) for key, presence in fact.presence.items()},
        "mentions": [
            {
                "article": mention.article,
                "sentence": mention.sentence,
                "spans": [list(span) for span in mention.spans],
                "text": mention.text,
            }
            for mention in fact.mentions
        ],
    }


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "kind": difference.kind,
        "fact": difference.fact,
        "left": asdict(difference.left),
        "right": asdict(difference.right),
        "verdict": difference.verdict,
        "why": difference.why,
        "checked": difference.checked,
    }


def _attribution(attribution: Attribution) -> dict[str, Any]:
    speaker, cue = attribution.speaker_span, attribution.cue
    return {
        "article": attribution.article,
        "sentence": attribution.sentence,
        "speaker": attribution.speaker,
        "speaker_span": list(speaker) if speaker else None,
        "cue": list(cue) if cue else None,
        "content": [list(span) for span in attribution.content],
        "direct": attribution.direct,
    }

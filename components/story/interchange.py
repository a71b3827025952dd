"""A Comparison as plain JSON values (schema `samestory/1`) and as long tables. Key names are a contract; more may be added."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from .article import Article
    from .comparison import Comparison, Fact, Link, Presence
    from .details import Attribution, Difference

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
        "errors": [{"file": setback.file, "cause": setback.cause} for setback in comparison.errors],
        "notes": list(comparison.notes),
        "articles": [_article(article) for article in comparison.articles],
        "links": [_link(link) for link in comparison.links],
        "facts": [_fact(fact) for fact in comparison.facts],
        "differences": [_difference(difference) for difference in comparison.differences],
        "attributions": [_attribution(attribution) for attribution in comparison.attributions],
        "corrections": [],
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "key": article.key,
        "file": article.name,
        "outlet": article.outlet,
        "agency": article.agency,
        "headline": article.headline,
        "published": article.published,
        "language": article.language,
        "masthead": asdict(article.masthead),
        "raw": article.raw,
        "text": article.text,
        "sentences": [asdict(sentence) for sentence in article.sentences],
        "removed": [asdict(removed) for removed in article.removed],
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
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "label": fact.label,
        "aliases": list(fact.aliases),
        "group": fact.group,
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


def as_frames(comparison: Comparison) -> dict[str, pd.DataFrame]:
    """Long tables, one row a thing: articles, sentences, removed, links, facts, presence, mentions, differences, attributions.

    Sentences carry both counts: `sentence` from 0, `sentence_number` from 1, as people see it.
    """
    import pandas as pd

    articles = comparison.articles
    frames = {
        "articles": [
            {
                "article": a.key, "outlet": a.outlet, "agency": a.agency, "headline": a.headline, "published": a.published,
                "dateline": a.masthead.dateline, "byline": a.masthead.byline, "language": a.language, "file": a.name,
                "sentences": len(a.sentences), "words": a.words,
            }
            for a in articles
        ],
        "sentences": [
            {"article": a.key, "sentence": s.index, "sentence_number": s.index + 1, **asdict(s)}
            for a in articles
            for s in a.sentences
        ],
        "removed": [{"article": a.key, **asdict(r)} for a in articles for r in a.removed],
        "links": [_link_row(comparison, link) for link in comparison.links],
        "facts": [{"fact": f.id, "label": f.label, "group": f.group, "only_in": f.only_in} for f in comparison.facts],
        "presence": [_presence_row(f, key) for f in comparison.facts for key in f.presence],
        "mentions": [
            {
                "fact": f.id, "article": m.article, "sentence": m.sentence, "sentence_number": m.sentence + 1,
                "start": m.spans[0][0], "end": m.spans[-1][1], "text": m.text,
            }
            for f in comparison.facts
            for m in f.mentions
        ],
        "differences": [_difference_row(d) for d in comparison.differences],
        "attributions": [_attribution_row(comparison, a) for a in comparison.attributions],
    }
    return {name: pd.DataFrame(rows, columns=COLUMNS[name]) for name, rows in frames.items()}


COLUMNS = {
    "articles": [
        "article", "outlet", "agency", "headline", "published", "dateline", "byline", "language", "file", "sentences", "words",
    ],
    "sentences": ["article", "sentence", "sentence_number", "start", "end", "text", "role"],
    "removed": ["article", "start", "end", "text", "rule"],
    "links": [
        "a_article", "a_sentence", "a_sentence_number", "a_text", "b_article", "b_sentence", "b_sentence_number", "b_text",
        "probability", "extent",
    ],
    "facts": ["fact", "label", "group", "only_in"],
    "presence": [
        "fact", "article", "status", "probability", "nearest_sentence", "nearest_sentence_number", "similarity", "why",
    ],
    "mentions": ["fact", "article", "sentence", "sentence_number", "start", "end", "text"],
    "differences": [
        "kind", "fact", "verdict", "why", "a_article", "a_sentence", "a_sentence_number", "a_start", "a_end", "a_text", "a_value",
        "b_article", "b_sentence", "b_sentence_number", "b_start", "b_end", "b_text", "b_value",
    ],
    "attributions": [
        "article", "sentence", "sentence_number", "speaker", "speaker_text", "cue_text", "direct", "start", "end", "text",
    ],
}


def _link_row(comparison: Comparison, link: Link) -> dict[str, Any]:
    row: dict[str, Any] = {"probability": link.probability, "extent": link.extent}
    for side, key, index in (("a", link.left, link.left_sentence), ("b", link.right, link.right_sentence)):
        row[f"{side}_article"] = key
        row[f"{side}_sentence"] = index
        row[f"{side}_sentence_number"] = index + 1
        row[f"{side}_text"] = comparison.article(key).sentences[index].text
    return row


def _presence_row(fact: Fact, key: str) -> dict[str, Any]:
    presence = fact.presence[key]
    nearest = presence.nearest
    return {
        "fact": fact.id,
        "article": key,
        "status": presence.status,
        "probability": presence.probability,
        "nearest_sentence": nearest.sentence if nearest else None,
        "nearest_sentence_number": nearest.sentence + 1 if nearest else None,
        "similarity": nearest.similarity if nearest else None,
        "why": presence.why,
    }


def _difference_row(difference: Difference) -> dict[str, Any]:
    row: dict[str, Any] = {
        "kind": difference.kind, "fact": difference.fact, "verdict": difference.verdict, "why": difference.why,
    }
    for side, detail in (("a", difference.left), ("b", difference.right)):
        row[f"{side}_article"] = detail.article
        row[f"{side}_sentence"] = detail.sentence
        row[f"{side}_sentence_number"] = detail.sentence + 1
        row[f"{side}_start"], row[f"{side}_end"] = detail.start, detail.end
        row[f"{side}_text"], row[f"{side}_value"] = detail.text, detail.value
    return row


def _attribution_row(comparison: Comparison, attribution: Attribution) -> dict[str, Any]:
    """`start` and `end` are those of the content, whose stretches `text` joins as a mention's are."""
    text, content = comparison.article(attribution.article).text, attribution.content
    speaker, cue = attribution.speaker_span, attribution.cue
    return {
        "article": attribution.article,
        "sentence": attribution.sentence,
        "sentence_number": attribution.sentence + 1,
        "speaker": attribution.speaker,
        "speaker_text": text[slice(*speaker)] if speaker else None,
        "cue_text": text[slice(*cue)] if cue else None,
        "direct": attribution.direct,
        "start": content[0][0] if content else None,
        "end": content[-1][1] if content else None,
        "text": " … ".join(text[start:end] for start, end in content),
    }

"""A Comparison as long tables: one row for each article, sentence, link, fact and so on."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from .fact import GAP

if TYPE_CHECKING:
    import pandas as pd

    from .article import Article
    from .comparison import Comparison, Link
    from .corrections import Anchor, Correction
    from .details import Attribution, Difference
    from .fact import Fact, Mention


def as_frames(comparison: Comparison) -> dict[str, pd.DataFrame]:
    """Return the tables of `COLUMNS`, by name.

    Sentences carry both counts: `sentence` from 0, `sentence_number` from 1, as people see it.
    """
    import pandas as pd

    frames = {
        "articles": [_article_row(article) for article in comparison.articles],
        "sentences": [
            {"article": a.key, "sentence": s.index, "sentence_number": s.index + 1, **asdict(s)}
            for a in comparison.articles
            for s in a.sentences
        ],
        "removed": [{"article": a.key, **asdict(r)} for a in comparison.articles for r in a.removed],
        "links": [_link_row(comparison, link) for link in comparison.links],
        "facts": [_fact_row(fact) for fact in comparison.facts],
        "presence": [_presence_row(f, key) for f in comparison.facts for key in f.presence],
        "mentions": [_mention_row(fact, mention) for fact in comparison.facts for mention in fact.mentions],
        "differences": [_difference_row(d) for d in comparison.differences],
        "attributions": [_attribution_row(comparison, a) for a in comparison.attributions],
        "corrections": [_correction_row(number, c) for number, c in enumerate(comparison.corrections, start=1)],
    }
    return {name: pd.DataFrame(rows, columns=COLUMNS[name]) for name, rows in frames.items()}


COLUMNS = {
    "articles": [
        "article",
        "outlet",
        "agency",
        "headline",
        "published",
        "dateline",
        "byline",
        "language",
        "file",
        "sentences",
        "words",
    ],
    "sentences": ["article", "sentence", "sentence_number", "start", "end", "text", "role"],
    "removed": ["article", "start", "end", "text", "rule"],
    "links": [
        "a_article",
        "a_sentence",
        "a_sentence_number",
        "a_text",
        "b_article",
        "b_sentence",
        "b_sentence_number",
        "b_text",
        "probability",
        "extent",
        "by_hand",
    ],
    "facts": ["fact", "label", "verbatim_label", "weight", "group", "only_in", "probably_only_in", "checked"],
    "presence": [
        "fact",
        "article",
        "status",
        "probability",
        "nearest_sentence",
        "nearest_sentence_number",
        "similarity",
        "why",
        "by_hand",
        "adds",
        "second_says",
        "second_probability",
        "second_sentence",
        "second_sentence_number",
        "second_unblended",
        "readers_disagree",
    ],
    "mentions": ["fact", "article", "sentence", "sentence_number", "start", "end", "text"],
    "differences": [
        "kind",
        "fact",
        "verdict",
        "why",
        "a_article",
        "a_sentence",
        "a_sentence_number",
        "a_start",
        "a_end",
        "a_text",
        "a_value",
        "b_article",
        "b_sentence",
        "b_sentence_number",
        "b_start",
        "b_end",
        "b_text",
        "b_value",
        "checked",
    ],
    "attributions": [
        "article",
        "sentence",
        "sentence_number",
        "speaker",
        "speaker_text",
        "cue_text",
        "direct",
        "start",
        "end",
        "text",
    ],
    "corrections": ["number", "kind", "a_text", "b_text", "field", "value", "made", "applied"],
}


def _article_row(article: Article) -> dict[str, Any]:
    return {
        "article": article.key,
        "outlet": article.outlet,
        "agency": article.agency,
        "headline": article.headline,
        "published": article.published,
        "dateline": article.masthead.dateline,
        "byline": article.masthead.byline,
        "language": article.language,
        "file": article.name,
        "sentences": len(article.sentences),
        "words": article.words,
    }


def _fact_row(fact: Fact) -> dict[str, Any]:
    return {
        "fact": fact.id,
        "label": fact.label,
        "verbatim_label": fact.verbatim_label,
        "weight": fact.weight,
        "group": fact.group,
        "only_in": fact.only_in,
        "probably_only_in": fact.probably_only_in,
        "checked": fact.checked,
    }


def _mention_row(fact: Fact, mention: Mention) -> dict[str, Any]:
    return {
        "fact": fact.id,
        "article": mention.article,
        "sentence": mention.sentence,
        "sentence_number": mention.sentence + 1,
        "start": mention.spans[0][0],
        "end": mention.spans[-1][1],
        "text": mention.text,
    }


def _link_row(comparison: Comparison, link: Link) -> dict[str, Any]:
    row: dict[str, Any] = {"probability": link.probability, "extent": link.extent, "by_hand": link.by_hand}
    for side, (key, index) in zip("ab", link.endpoints, strict=True):
        row[f"{side}_article"] = key
        row[f"{side}_sentence"] = index
        row[f"{side}_sentence_number"] = index + 1
        row[f"{side}_text"] = comparison.article(key).sentences[index].text
    return row


def _presence_row(fact: Fact, key: str) -> dict[str, Any]:
    presence = fact.presence[key]
    nearest, second = presence.nearest, presence.second
    return {
        "fact": fact.id,
        "article": key,
        "status": presence.status,
        "probability": presence.probability,
        "nearest_sentence": nearest.sentence if nearest else None,
        "nearest_sentence_number": nearest.sentence + 1 if nearest else None,
        "similarity": nearest.similarity if nearest else None,
        "why": presence.why,
        "by_hand": presence.by_hand,
        "adds": "; ".join(presence.adds) or None,
        "second_says": second.says if second else None,
        "second_probability": second.probability if second else None,
        "second_sentence": second.sentence if second else None,
        "second_sentence_number": second.sentence + 1 if second else None,
        "second_unblended": second.unblended if second else None,
        "readers_disagree": presence.readers_disagree if second else None,
    }


def _difference_row(difference: Difference) -> dict[str, Any]:
    row: dict[str, Any] = {
        "kind": difference.kind,
        "fact": difference.fact,
        "verdict": difference.verdict,
        "why": difference.why,
        "checked": difference.checked,
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
        "text": GAP.join(text[start:end] for start, end in content),
    }


def _correction_row(number: int, correction: Correction) -> dict[str, Any]:
    """`a_text` and `b_text` are the words it holds on to: of either passage, or those set apart and the rest."""
    first, second = correction.anchors, correction.others
    if not second:
        first, second = first[:1], first[1:]
    return {
        "number": number,
        "kind": correction.kind,
        "a_text": _quoted(first),
        "b_text": _quoted(second),
        "field": correction.field,
        "value": correction.value,
        "made": correction.made,
        "applied": correction.applied,
    }


def _quoted(anchors: tuple[Anchor, ...]) -> str | None:
    return GAP.join(anchor.text for anchor in anchors if anchor.text) or None

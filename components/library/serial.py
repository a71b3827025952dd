"""A Work as plain JSON values and back: the same in a story file and in the database."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from ..story import Article, Correction, Masthead, Removed, Sentence, Setback
from .work import Work


def compact(values: object) -> str:
    """JSON without spaces. Half a character, which no encoding can write, becomes a question mark: offsets stay."""
    written = json.dumps(values, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return written.encode("utf-8", "replace").decode("utf-8")


def article_values(article: Article) -> dict[str, Any]:
    """An article without its key, which belongs to a comparison."""
    return {
        "name": article.name,
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


def article_of(values: Mapping[str, Any]) -> Article:
    """The article that `article_values` gave."""
    parts = {
        "masthead": Masthead(**values["masthead"]),
        "sentences": tuple(Sentence(**one) for one in values["sentences"]),
        "removed": tuple(Removed(**one) for one in values["removed"]),
    }
    return Article(**{**values, **parts})


def setback_values(work: Work) -> list[dict[str, str]]:
    """The files that could not be used."""
    return [{"file": one.file, "cause": one.cause} for one in work.setbacks]


def work_values(work: Work) -> dict[str, Any]:
    """A whole Work."""
    return {
        "title": work.title,
        "strictness": work.strictness,
        "compared": work.compared,
        "setbacks": setback_values(work),
        "articles": [article_values(article) for article in work.articles],
        "corrections": [correction.to_dict() for correction in work.corrections],
        "undone": [correction.to_dict() for correction in work.undone],
    }


def work_of(values: Mapping[str, Any]) -> Work:
    """The Work that `work_values` gave. Raises KeyError, TypeError or ValueError for what it could not have given."""
    return Work(
        articles=tuple(map(article_of, values["articles"])),
        corrections=tuple(map(Correction.from_dict, values["corrections"])),
        undone=tuple(map(Correction.from_dict, values["undone"])),
        strictness=values["strictness"],
        title=values["title"],
        setbacks=tuple(Setback(**one) for one in values["setbacks"]),
        compared=values["compared"],
    )

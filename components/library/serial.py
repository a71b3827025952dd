"""A Work as plain JSON values and back: the same in a story file and in the database."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ..story import Article, Correction, Masthead, Removed, Sentence, Setback
from ..story.interchange import article_values, setback_values
from .work import Work


def compact(values: object) -> str:
    """JSON without spaces. Half a character, which no encoding can write, becomes a question mark: offsets stay."""
    written = json.dumps(values, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return written.encode("utf-8", "replace").decode("utf-8")


def body_values(article: Article) -> dict[str, Any]:
    """An article without its key, which belongs to a comparison."""
    return {"name": article.name, **article_values(article)}


def article_of(values: Mapping[str, Any]) -> Article:
    """The article that `body_values` gave."""
    parts = {
        "masthead": Masthead(**values["masthead"]),
        "sentences": tuple(Sentence(**one) for one in values["sentences"]),
        "removed": tuple(Removed(**one) for one in values["removed"]),
    }
    return Article(**{**values, **parts})


def work_values(work: Work) -> dict[str, Any]:
    """A whole Work."""
    return {
        "title": work.title,
        "strictness": work.strictness,
        "compared": work.compared,
        "setbacks": setback_values(work.setbacks),
        "articles": [body_values(article) for article in work.articles],
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

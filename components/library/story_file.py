"""A story as one file, `.samestory`: JSON that anybody can read, and that is read back only if nothing about it is amiss.

A Work as plain JSON values and back: the same in a story file and in the database.

Whether an article in a story file can be what it claims: offsets point at the text they claim, and our limits hold.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Never

from ..intake.validation import check_length, check_words, has_control_characters
from ..settings import MAX_BYTES, MAX_SENTENCES
from ..story import Article, Correction, InputError, Masthead, Removed, Sentence, SkippedFile
from ..story.interchange import article_values, skipped_file_values
from .models import StoryState

if TYPE_CHECKING:
    from jsonschema.protocols import Validator  # type: ignore[import-untyped]

SCHEMA: Final = "samestory-story/1"
LATER: Final = re.compile(r"samestory-story/(?!1$)[1-9][0-9]{0,5}")
RULES: Final = Path(__file__).with_name("story_file.json")
MOST_PARTS: Final = 3_000_000
"""Lists, objects and commas in a file: a story at every limit has fewer, and a file of nothing else fills the memory."""

MOST_ANCHORS: Final = 20_000
"""Anchors in one file, of all corrections together: two thousand corrections of ten passages."""
TOO_BIG: Final = f"The story is larger than the limit of {MAX_BYTES // 1024**2} MB; take an article out of it and try again."
NO_STORY: Final = "The file holds no story that Samestory can read; choose a file that was saved as .samestory."
CHANGED: Final = "The file is no longer as Samestory saved it (see {}); ask for it again, or read its articles in one by one."
NEWER: Final = "The file was saved by a newer version of Samestory; update Samestory to open it."


def to_file(work: StoryState, comparison: Mapping[str, Any] | None = None) -> bytes:
    """The file. `comparison`, the JSON of what was compared, is there for other programs, and goes first if there is no room.

    Raises InputError for a story larger than what can be read back.
    """
    values = {"schema": SCHEMA, **state_values(work)}
    for also in (comparison, None):
        content = compact({**values, "comparison": also}).encode()
        if len(content) <= MAX_BYTES:
            return content
    raise InputError(TOO_BIG)


def from_file(content: bytes, name: str) -> StoryState:
    """The story in a file called `name`. Raises InputError for whatever `to_file` could not have made."""
    if len(content) > MAX_BYTES:
        raise InputError(TOO_BIG, name=name)
    values = _parsed(content, name)
    _check_schema(values, name)
    if _anchors(values) > MOST_ANCHORS:
        raise InputError(NO_STORY, name=name)
    amiss = next(_rules().iter_errors(values), None)
    if amiss is not None:
        place = "/".join(map(str, amiss.absolute_path)) or "the top"
        raise InputError(CHANGED.format(place), name=name)
    try:
        work = state_of(values)
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(CHANGED.format("corrections"), name=name) from error
    for article in work.articles:
        check_article(article, name)
    return work


def _anchors(values: Any) -> int:  # noqa: ANN401 - any JSON
    """How many anchors its corrections have: each is looked at one by one."""
    logs = [log for log in (values.get("corrections"), values.get("undone")) if isinstance(log, list)]
    lists = [item.get(name) for log in logs for item in log if isinstance(item, dict) for name in ("anchors", "others")]
    return sum(len(found) for found in lists if isinstance(found, list))


def _parsed(content: bytes, name: str) -> Any:  # noqa: ANN401 - any JSON
    """The JSON in it, strictly: no value twice, no endless number, no half character, nothing that takes too much memory."""
    if sum(map(content.count, (b"{", b"[", b","))) > MOST_PARTS:
        raise InputError(NO_STORY, name=name)
    try:
        values = json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=_once,
            parse_float=_number,
            parse_constant=_refuse,
        )
        json.dumps(values, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise InputError(NO_STORY, name=name) from error
    return values


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("a name stands twice")
    return values


def _number(digits: str) -> float:
    value = float(digits)
    return value if math.isfinite(value) else _refuse(digits)


def _refuse(_: str) -> Never:
    raise ValueError("no number that can be")


def _check_schema(values: Any, name: str) -> None:  # noqa: ANN401
    """Raise InputError unless this is a story of this version; of a newer one, saying so."""
    schema = values.get("schema") if isinstance(values, dict) else None
    if schema == SCHEMA:
        return
    later = isinstance(schema, str) and LATER.fullmatch(schema)
    raise InputError(NEWER if later else NO_STORY, name=name)


@cache
def _rules() -> Validator:
    """The JSON schema, in which a whole number is written as one."""
    from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
    from jsonschema.validators import extend  # type: ignore[import-untyped]

    whole = Draft202012Validator.TYPE_CHECKER.redefine("integer", lambda _, value: type(value) is int)
    made = extend(Draft202012Validator, type_checker=whole)
    return made(json.loads(RULES.read_text(encoding="utf-8")))


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


def state_values(work: StoryState) -> dict[str, Any]:
    """A whole Work."""
    return {
        "title": work.title,
        "strictness": work.strictness,
        "compared": work.compared,
        "setbacks": skipped_file_values(work.setbacks),
        "articles": [body_values(article) for article in work.articles],
        "corrections": [correction.to_dict() for correction in work.corrections],
        "undone": [correction.to_dict() for correction in work.undone],
    }


def state_of(values: Mapping[str, Any]) -> StoryState:
    """The Work that `work_values` gave. Raises KeyError, TypeError or ValueError for what it could not have given."""
    return StoryState(
        articles=tuple(map(article_of, values["articles"])),
        corrections=tuple(map(Correction.from_dict, values["corrections"])),
        undone=tuple(map(Correction.from_dict, values["undone"])),
        strictness=values["strictness"],
        title=values["title"],
        setbacks=tuple(SkippedFile(**one) for one in values["setbacks"]),
        compared=values["compared"],
    )


def check_article(article: Article, name: str) -> None:
    """Raise InputError for an article that could not have been read, or could not be compared."""
    check_length(article.raw, name)
    check_length(article.text, name)
    check_words(article.text, name)
    if len(article.sentences) > MAX_SENTENCES:
        raise InputError(
            f"An article in the file has {len(article.sentences):,} sentences; the limit is {MAX_SENTENCES:,}, so split it.",
            name=name,
        )
    if not (
        any(map(str.isalnum, article.text))
        and not has_control_characters(article.raw)
        and not has_control_characters(article.text)
        and [one.index for one in article.sentences] == list(range(len(article.sentences)))
        and all(one.role != "headline" for one in article.sentences[1:])
        and _stand_there(article.sentences, article.text)
        and _stand_there(article.removed, article.raw)
    ):
        raise InputError(
            "An article in the file is not what its sentences say of it, so the file was changed; ask for it again.", name=name
        )


def _stand_there(spans: Sequence[Sentence] | Sequence[Removed], text: str) -> bool:
    """Whether spans stand in their order, apart from each other, where the text has their words."""
    at = 0
    for span in spans:
        if not at <= span.start <= span.end <= len(text) or text[span.start : span.end] != span.text:
            return False
        at = span.end
    return True

"""A story as one file, `.samestory`: JSON that anybody can read, and that is read back only if nothing about it is amiss.

The form of the file is a pydantic model. What a form cannot say is checked after it: whether offsets point at the text that they
claim, whether an article could have been read at all.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final, Literal, Never, Self

from pydantic import Field, ValidationError

from ..intake.validation import check_length, check_words, has_control_characters
from ..settings import MAX_ARTICLES, MAX_BYTES, MAX_SENTENCES, MAX_TITLE, Strictness
from ..settings.story_file import MAX_ANCHORS, MAX_CORRECTIONS, MAX_NAMES, MAX_PARTS, MAX_SKIPPED
from ..story import Article, InputError, Removed, Sentence
from ..story.wire import CorrectionJson, JsonObject, Many, SkippedFileJson, StoredArticleJson, Untrusted
from .models import StoryState

SCHEMA: Final = "samestory-story/1"
LATER: Final = re.compile(r"samestory-story/(?!1$)[1-9][0-9]{0,5}")
TOO_BIG: Final = f"The story is larger than the limit of {MAX_BYTES // 1024**2} MB; take an article out of it and try again."
NO_STORY: Final = "The file holds no story that Samestory can read; choose a file that was saved as .samestory."
CHANGED: Final = "The file is no longer as Samestory saved it (see {}); ask for it again, or read its articles in one by one."
NEWER: Final = "The file was saved by a newer version of Samestory; update Samestory to open it."


class StoryJson(JsonObject):
    """A story file, schema `samestory-story/1`: a `StoryState`, and what was compared, which only other programs read."""

    format: Literal["samestory-story/1"] = Field(alias="schema")
    title: Annotated[str, Untrusted(max_length=MAX_TITLE)] | None
    strictness: Strictness
    compared: bool
    encoder: Annotated[str, Untrusted(max_length=MAX_TITLE)] | None = None
    skipped_files: Annotated[Many[SkippedFileJson], Untrusted(max_length=MAX_SKIPPED)] = Field(alias="setbacks")
    articles: Annotated[Many[StoredArticleJson], Untrusted(max_length=MAX_ARTICLES)]
    corrections: Annotated[Many[CorrectionJson], Untrusted(max_length=MAX_CORRECTIONS)]
    undone: Annotated[Many[CorrectionJson], Untrusted(max_length=MAX_CORRECTIONS)]
    comparison: dict[str, Any] | None

    @classmethod
    def of_state(cls, state: StoryState) -> Self:
        """Return the file of a story, without a comparison."""
        fields = {field.alias or name: getattr(state, name) for name, field in cls.model_fields.items() if hasattr(state, name)}
        return cls.model_validate({"schema": SCHEMA, **fields, "comparison": None})

    def noun(self) -> StoryState:
        """Return the story."""
        return StoryState(
            articles=tuple(article.noun() for article in self.articles),
            corrections=tuple(correction.noun() for correction in self.corrections),
            undone=tuple(correction.noun() for correction in self.undone),
            strictness=self.strictness,
            title=self.title,
            skipped_files=tuple(skipped.noun() for skipped in self.skipped_files),
            compared=self.compared,
            encoder=self.encoder,
        )


def to_file(state: StoryState, comparison: Mapping[str, Any] | None = None) -> bytes:
    """Return the file of a story.

    Args:
        state: The story.
        comparison: The JSON of what was compared. It is there for other programs, and goes first if there is no room.

    Raises:
        InputError: The story is larger than what can be read back.
    """
    story = StoryJson.of_state(state)
    for extra in (comparison, None):
        content = story.model_copy(update={"comparison": extra}).to_json().encode()
        if len(content) <= MAX_BYTES:
            return content
    raise InputError(TOO_BIG)


def from_file(content: bytes, name: str) -> StoryState:
    """Return the story in a file called `name`. Raises InputError for whatever `to_file` could not have made."""
    if len(content) > MAX_BYTES:
        raise InputError(TOO_BIG, name=name)
    values = _parsed(content, name)
    _check_schema(values, name)
    if _count_anchors(values) > MAX_ANCHORS:
        raise InputError(NO_STORY, name=name)
    try:
        story = StoryJson.from_outside(values)
    except ValidationError as error:
        raise InputError(CHANGED.format(_place(error)), name=name) from error
    state = story.noun()
    for article in state.articles:
        check_article(article, name)
    return state


def _parsed(content: bytes, name: str) -> Any:  # noqa: ANN401 - any JSON
    """Return the JSON values of a file: no name twice, no endless number, no half character, nothing that fills the memory."""
    if sum(map(content.count, (b"{", b"[", b","))) > MAX_PARTS:
        raise InputError(NO_STORY, name=name)
    try:
        values = json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=_unique_names,
            parse_float=_finite_number,
            parse_constant=_refuse,
        )
        json.dumps(values, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise InputError(NO_STORY, name=name) from error
    return values


def _unique_names(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs) or len(values) > MAX_NAMES:
        raise ValueError("a name stands twice, or too many names")
    return values


def _finite_number(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _refuse(digits)


def _refuse(_: str) -> Never:
    raise ValueError("no number that can be")


def _check_schema(values: Any, name: str) -> None:  # noqa: ANN401 - any JSON
    """Raise InputError unless this is a story of this version; of a newer one, saying so."""
    schema = values.get("schema") if isinstance(values, dict) else None
    if schema == SCHEMA:
        return
    later = isinstance(schema, str) and LATER.fullmatch(schema)
    raise InputError(NEWER if later else NO_STORY, name=name)


def _count_anchors(values: Mapping[str, Any]) -> int:
    """Return how many anchors the corrections have: each is searched in the texts one by one."""
    logs = [log for log in (values.get("corrections"), values.get("undone")) if isinstance(log, list)]
    lists = [item.get(name) for log in logs for item in log if isinstance(item, dict) for name in ("anchors", "others")]
    return sum(len(anchors) for anchors in lists if isinstance(anchors, list))


def _place(error: ValidationError) -> str:
    """Return where the first fault stands: "articles/0/outlet"."""
    fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
    of_object = fault["type"] in ("missing", "extra_forbidden")
    place = fault["loc"][:-1] if of_object else fault["loc"]
    return "/".join(map(str, place)) or "the top"


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
        and [sentence.index for sentence in article.sentences] == list(range(len(article.sentences)))
        and all(sentence.role != "headline" for sentence in article.sentences[1:])
        and _match_text(article.sentences, article.text)
        and _match_text(article.removed, article.raw)
    ):
        raise InputError(
            "An article in the file is not what its sentences say of it, so the file was changed; ask for it again.", name=name
        )


def _match_text(spans: Sequence[Sentence] | Sequence[Removed], text: str) -> bool:
    """Return whether spans stand in their order, apart from each other, where the text has their words."""
    end = 0
    for span in spans:
        if not end <= span.start <= span.end <= len(text) or text[span.start : span.end] != span.text:
            return False
        end = span.end
    return True

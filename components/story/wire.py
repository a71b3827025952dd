"""The nouns as JSON: a pydantic model for each object of a comparison (schema `samestory/1`); story files share some of them.

Key names are a contract; more may be added. The keys of an object stand in the order of its fields. No value is converted to
another type (a whole number is written as one), and a key that is not declared is refused.

pydantic takes a while to import, so this module is imported where it is used.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Annotated, Any, Final, Literal, Self, TypeVar, cast

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from ..settings import KEYS
from ..settings.intake import MAX_CHARACTERS
from ..settings.story_file import MAX_CORRECTIONS, MAX_LABEL, MAX_SPANS
from .article import Article, Masthead, Removed, Role, Sentence
from .comparison import SCHEMA, Comparison, Extent, SkippedFile
from .corrections import Anchor, Correction, CorrectionKind
from .details import DifferenceKind, Verdict
from .fact import Group, Status
from .second_reader import SecondVerdict


@dataclass(frozen=True, kw_only=True)
class Untrusted:
    """Limits of a value that hold where it comes from outside (see `JsonObject.from_outside`), by their names in pydantic's core.

    What our own nouns and tables hold is taken as it is: a text over a limit must not keep a person from saving a story.
    """

    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    ge: int | None = None
    le: int | None = None

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of `source`, with the limits for what is validated strictly."""
        schema = handler(source)
        limits = {name: limit for name, limit in asdict(self).items() if limit is not None}
        limited = cast("CoreSchema", {**schema, **limits})
        trusted = core_schema.any_schema() if schema["type"] == "float" else schema  # a noun's 1 is not written as 1.0
        return core_schema.lax_or_strict_schema(strict_schema=limited, lax_schema=trusted, strict=False)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the JSON schema, which has the limits."""
        return handler(cast("core_schema.LaxOrStrictSchema", schema)["strict_schema"])


Item = TypeVar("Item")
Many = Annotated[list[Item], Field(strict=False, fail_fast=True)]
"""A JSON list, or a tuple of nouns. Its first fault is reported and no other: a hostile file could hold millions."""
ByName = Annotated[dict[str, Item], Field(strict=False)]

_PRINTABLE: Final = r"^[^\x00-\x08\x0e-\x1f\x7f]*$"
_AT_LEAST_ONE: Final = Untrusted(min_length=1)

Label = Annotated[str, Untrusted(max_length=MAX_LABEL, pattern=_PRINTABLE)]
"""A name, a date, a rule: no control characters but white space."""
Text = Annotated[str, Untrusted(max_length=MAX_CHARACTERS)]
Offset = Annotated[int, Untrusted(ge=0, le=MAX_CHARACTERS)]
"""Code points from the start of a text, or the number of a sentence from 0."""
Number = Annotated[float, Untrusted()]
Probability = Annotated[float, Untrusted(ge=0, le=1)]
Key = Annotated[str, Untrusted(pattern=f"^[{KEYS}]$")]
"""The label of an article inside a comparison."""
OffsetPair = Annotated[tuple[Offset, Offset], Field(strict=False)]


class JsonObject(BaseModel):
    """An object of our JSON: exactly its keys, in their order, each with a value of exactly its type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, from_attributes=True)

    @classmethod
    def of(cls, noun: object) -> Self:
        """Return the JSON object of a noun, whose attributes bear the names of the keys."""
        return cls.model_validate(noun)

    @classmethod
    def from_own_json(cls, text: str) -> Self:
        """Return what `to_json` wrote, read from a place of ours. Raises ValueError for anything else."""
        return cls.model_validate(json.loads(text))

    @classmethod
    def from_outside(cls, values: object) -> Self:
        """Return the object that JSON values from outside are, within every limit. Raises pydantic's ValidationError."""
        return cls.model_validate(values, strict=True)

    def to_dict(self) -> dict[str, Any]:
        """Return the object as plain JSON values."""
        return self.model_dump(mode="json", by_alias=True)

    def to_json(self) -> str:
        """Return the object as JSON without spaces."""
        return compact_json(self.to_dict())


def compact_json(values: object) -> str:
    """Return JSON without spaces. Half a character, which no encoding can write, becomes a question mark: offsets stay."""
    text = json.dumps(values, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8", "replace").decode("utf-8")


class SentenceJson(JsonObject):
    """A `Sentence`."""

    index: Offset
    start: Offset
    end: Offset
    text: Text
    role: Role


class RemovedJson(JsonObject):
    """A `Removed`."""

    start: Offset
    end: Offset
    text: Text
    rule: Label


class MastheadJson(JsonObject):
    """A `Masthead`."""

    dateline: Text | None
    byline: Text | None
    date: Label | None


class ArticleBodyJson(JsonObject):
    """What a comparison and a story file both hold of an `Article`; each puts how it is called before it."""

    outlet: Label | None
    agency: Label | None
    headline: Text | None
    published: Label | None
    language: Label | None
    masthead: MastheadJson
    raw: Text
    text: Text
    sentences: Annotated[Many[SentenceJson], Untrusted(max_length=MAX_SPANS)]
    removed: Annotated[Many[RemovedJson], Untrusted(max_length=MAX_SPANS)]


class ArticleNameJson(JsonObject):
    """The file that an article of a story file came from."""

    name: Label | None


class StoredArticleJson(ArticleBodyJson, ArticleNameJson):
    """An `Article` outside a comparison; the fields of the second base stand first."""

    def noun(self) -> Article:
        """Return the article."""
        parts = {
            "masthead": Masthead(**dict(self.masthead)),
            "sentences": tuple(Sentence(**dict(sentence)) for sentence in self.sentences),
            "removed": tuple(Removed(**dict(removed)) for removed in self.removed),
        }
        return Article(**{**dict(self), **parts})


class ArticleKeyJson(JsonObject):
    """How an article is called inside a comparison."""

    key: Key
    file: Label | None = Field(validation_alias=AliasChoices("file", "name"))


class ArticleJson(ArticleBodyJson, ArticleKeyJson):
    """An `Article` inside a comparison; the fields of the second base stand first."""


class SkippedFileJson(JsonObject):
    """A `SkippedFile`."""

    file: Label
    cause: Label

    def noun(self) -> SkippedFile:
        """Return the skipped file."""
        return SkippedFile(self.file, self.cause)


class AnchorJson(JsonObject):
    """An `Anchor`."""

    article: Label
    start: Offset
    text: Text


class CorrectionJson(JsonObject):
    """A `Correction`."""

    kind: CorrectionKind
    anchors: Annotated[Many[AnchorJson], Untrusted(max_length=MAX_CORRECTIONS)]
    others: Annotated[Many[AnchorJson], Untrusted(max_length=MAX_CORRECTIONS)]
    field: Label | None
    value: Text | None
    made: Label | None
    applied: bool

    def noun(self) -> Correction:
        """Return the correction."""
        anchors, others = (tuple(Anchor(**dict(anchor)) for anchor in anchors) for anchors in (self.anchors, self.others))
        return Correction(self.kind, anchors, others, self.field, self.value, self.made, self.applied)


class LinkJson(JsonObject):
    """A `Link`."""

    left: Key
    right: Key
    left_sentence: Offset
    right_sentence: Offset
    probability: Probability
    extent: Extent
    reasons: ByName[Number]
    left_only: Many[OffsetPair] | None
    right_only: Many[OffsetPair] | None
    by_hand: bool


class NearestJson(JsonObject):
    """A `Nearest`."""

    sentence: Offset
    similarity: Probability


class SecondOpinionJson(JsonObject):
    """A `SecondOpinion`."""

    says: SecondVerdict
    probability: Probability
    sentence: Offset
    unblended: Probability | None


class PresenceJson(JsonObject):
    """A `Presence`."""

    status: Status
    probability: Probability
    nearest: NearestJson | None
    why: Text
    by_hand: bool
    adds: Many[Text]
    second: SecondOpinionJson | None


class MentionJson(JsonObject):
    """A `Mention`."""

    article: Key
    sentence: Offset
    spans: Annotated[Many[OffsetPair], _AT_LEAST_ONE]
    text: Text


class LabelAdditionJson(JsonObject):
    """A `LabelAddition`."""

    at: Offset
    text: Text


class FactJson(JsonObject):
    """A `Fact`."""

    id: Label
    label: Text
    label_additions: Many[LabelAdditionJson]
    weight: Probability
    weight_reasons: ByName[Number]
    aliases: Many[Label]
    group: Group
    checked: bool
    presence: Annotated[dict[Key, PresenceJson], Field(strict=False)]
    mentions: Annotated[Many[MentionJson], _AT_LEAST_ONE]


class DetailJson(JsonObject):
    """A `Detail`."""

    article: Key
    sentence: Offset
    start: Offset
    end: Offset
    text: Text
    value: Text | None


class DifferenceJson(JsonObject):
    """A `Difference`."""

    kind: DifferenceKind
    fact: Label
    left: DetailJson
    right: DetailJson
    verdict: Verdict
    why: Text
    checked: Literal["", "checked", "none"]


class AttributionJson(JsonObject):
    """An `Attribution`."""

    article: Key
    sentence: Offset
    speaker: Text | None
    speaker_span: OffsetPair | None
    cue: OffsetPair | None
    content: Annotated[Many[OffsetPair], _AT_LEAST_ONE]
    direct: bool


class TitleJson(JsonObject):
    """The story that a comparison is about."""

    title: Text


class EncoderJson(JsonObject):
    """The encoder that a comparison was made with."""

    name: Text
    digest: Label
    calibrated: bool


class SecondReaderJson(JsonObject):
    """A `SecondReader`."""

    name: Text
    digest: Label
    calibrated: bool


class ComparisonJson(JsonObject):
    """A `Comparison`, schema `samestory/1`."""

    format: Literal["samestory/1"] = Field(alias="schema")
    story: TitleJson
    settings: ByName[Any]
    encoder: EncoderJson
    second_reader: SecondReaderJson | None
    errors: Many[SkippedFileJson]
    notes: Many[Text]
    articles: Many[ArticleJson]
    links: Many[LinkJson]
    facts: Many[FactJson]
    differences: Many[DifferenceJson]
    attributions: Many[AttributionJson]
    corrections: Many[CorrectionJson]

    @classmethod
    def of_comparison(cls, comparison: Comparison) -> Self:
        """Return the JSON object of a comparison."""
        encoder = {"name": comparison.encoder_name, "digest": comparison.encoder_digest, "calibrated": comparison.calibrated}
        objects = {"schema": SCHEMA, "story": {"title": comparison.title}, "settings": comparison.settings, "encoder": encoder}
        names = "second_reader errors notes articles links facts differences attributions corrections".split()
        return cls.model_validate({**objects, **{name: getattr(comparison, name) for name in names}})

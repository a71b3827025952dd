"""What stands inside a fact: Detail, Difference (two details of one fact with a verdict), Attribution (who says so)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .refs import LinkEndpoints, SentenceRef, Span

DifferenceKind = Literal["number", "date", "name", "place", "quote", "term", "order", "polarity"]
Verdict = Literal["differs", "compatible", "more_specific", "unresolved"]


@dataclass(frozen=True, slots=True)
class Detail:
    """A number, date, name, place or quotation inside a fact: its span in `Article.text`, and its value if one was read."""

    article: str
    sentence: int
    start: int
    end: int
    text: str
    value: str | None = None

    @property
    def sentence_ref(self) -> SentenceRef:
        """The sentence it stands in."""
        return SentenceRef(self.article, self.sentence)


@dataclass(frozen=True, slots=True)
class Difference:
    """A pair of details of one fact with a verdict. Only `differs` counts as a difference; the others are notes.

    `checked`: a person looked at it and found it to hold ("checked"), or to be none ("none": the verdict is then `compatible`).
    """

    kind: DifferenceKind
    fact: str
    left: Detail
    right: Detail
    verdict: Verdict
    why: str
    checked: Literal["", "checked", "none"] = ""

    @property
    def endpoints(self) -> LinkEndpoints:
        """The sentences that the two details stand in, that of `left` first."""
        return self.left.sentence_ref, self.right.sentence_ref


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so: a stretch of one sentence that an article attributes, after the scheme of PARC and PolNeAR.

    `speaker` is the fullest name that the article itself settles for who speaks ("she" is resolved where the text does so), or
    None; `speaker_span` the words in this sentence that name or stand for the speaker, `cue` those that say that somebody says
    ("said", "according to"), `content` what is said. `direct`: the content stands in quotation marks.
    """

    article: str
    sentence: int
    speaker: str | None
    speaker_span: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    direct: bool

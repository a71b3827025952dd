"""What an article states, and which others state it: Fact, LabelAddition, Mention, Presence, Nearest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from .refs import SentenceRef, Span
from .second_reader import SecondOpinion, SecondVerdict

Status = Literal["stated", "partly", "not_found", "unclear", "differs"]
Group = Literal["all", "some", "only", "probably_only", "unclear"]

SYMBOLS: Mapping[Status, str] = {"stated": "●", "partly": "◐", "not_found": "○", "unclear": "?", "differs": "≠"}
LABELS: Mapping[Status, str] = {
    "stated": "stated",
    "partly": "partly stated",
    "not_found": "not found",
    "unclear": "no clear match",
    "differs": "differs",
}
AGREEING_VERDICTS: Mapping[Status, SecondVerdict] = {
    "stated": "states",
    "partly": "states",
    "not_found": "does not state",
    "differs": "contradicts",
}
"""What a second reader says that is of one mind with a status."""


GAP: Final = " … "
"""What stands between two spans of one passage."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an article states a fact: the spans, in `Article.text`, of one sentence. `text` joins them with `GAP`."""

    article: str
    sentence: int
    spans: tuple[Span, ...]
    text: str

    @property
    def sentence_ref(self) -> SentenceRef:
        """The sentence it stands in."""
        return SentenceRef(self.article, self.sentence)


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage of an article that comes closest to a statement. `similarity` is that of the evidence, 0 to 1."""

    sentence: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether one article states one fact: `probability` that it does (0 is surely not found), and the nearest passage.

    `differs`: the article tells the fact, and otherwise. `by_hand`: a person set the status; probability and passage stay the
    machine's. `adds`: figures, dates, names and quotations, verbatim, that the article's mentions state and the label does not.
    `second`: what a second reader says of it, where one was asked.
    """

    status: Status
    probability: float
    nearest: Nearest | None = None
    why: str = ""
    by_hand: bool = False
    adds: tuple[str, ...] = ()
    second: SecondOpinion | None = None

    @property
    def counts_as_in(self) -> bool:
        """Whether the article tells the fact: whole, in part or otherwise."""
        return self.status in ("stated", "partly", "differs")

    @property
    def readers_disagree(self) -> bool:
        """Whether a second reader says something else than the status does. Of what is unclear, or a person set, none does."""
        if self.second is None or self.by_hand or self.status == "unclear":
            return False
        return self.second.says != AGREEING_VERDICTS[self.status]


@dataclass(frozen=True, slots=True)
class LabelAddition:
    """Words in a label that are ours, as " [Anto Reske]" behind a pronoun: `text`, with its blank, begins at offset `at`."""

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something at least one article states; whether it is true is not ours to say.

    `label` is verbatim but for its additions, unless a person gave it. `checked`: a person looked at the fact, or corrected
    something about it. `weight`: from 0 to 1, how much the fact matters to the story; `weight_reasons` maps the name of each
    reason to what it adds.
    """

    id: str
    label: str
    mentions: tuple[Mention, ...]
    presence: Mapping[str, Presence]
    aliases: tuple[str, ...] = ()
    checked: bool = False
    weight: float = 0.0
    weight_reasons: Mapping[str, float] = field(default_factory=dict)
    label_additions: tuple[LabelAddition, ...] = ()

    @property
    def label_pieces(self) -> tuple[tuple[str, bool], ...]:
        """The label cut where the words that are ours begin and end: each piece, and whether it is ours."""
        pieces, end = [], 0
        for addition in self.label_additions:
            pieces += [(self.label[end : addition.at], False), (addition.text, True)]
            end = addition.at + len(addition.text)
        return tuple(piece for piece in (*pieces, (self.label[end:], False)) if piece[0])

    @property
    def verbatim_label(self) -> str:
        """The label without the words that are ours."""
        return "".join(text for text, is_ours in self.label_pieces if not is_ours)

    @property
    def readers_disagree(self) -> bool:
        """Whether a second reader says something else than the status of any of its cells."""
        return any(state.readers_disagree for state in self.presence.values())

    def mentions_in(self, key: str) -> tuple[Mention, ...]:
        """Return the mentions in article `key`, in reading order."""
        return tuple(mention for mention in self.mentions if mention.article == key)

    @property
    def sentence_refs(self) -> tuple[SentenceRef, ...]:
        """The sentences that mention it, each once, in the order of its mentions."""
        return tuple(dict.fromkeys(mention.sentence_ref for mention in self.mentions))

    @property
    def group(self) -> Group:
        """Exactly one of the groups.

        all: every article states it, and there are two at least. some: two or more tell it, in part or otherwise among them.
        only: one tells it, every other is `not_found`. probably_only: one tells it, no other mentions it, one at least is
        `unclear`. unclear: the rest.
        """
        states = self.presence.values()
        telling = [key for key, state in self.presence.items() if state.counts_as_in]
        if len(telling) > 1:
            return "all" if all(state.status == "stated" for state in states) else "some"
        if not telling:
            return "unclear"
        if not any(state.status == "unclear" for state in states):
            return "only"
        return "probably_only" if {mention.article for mention in self.mentions} <= {*telling} else "unclear"

    @property
    def only_in(self) -> str | None:
        """The key of the one article that tells it, if every other is `not_found`."""
        return self._teller if self.group == "only" else None

    @property
    def probably_only_in(self) -> str | None:
        """The key of the one article that tells it, if no other mentions it and one at least is `unclear`."""
        return self._teller if self.group == "probably_only" else None

    @property
    def _teller(self) -> str:
        """The key of the first article that tells it."""
        return next(key for key, state in self.presence.items() if state.counts_as_in)

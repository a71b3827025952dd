"""What an article states, and which others state it: Fact, Mention, Presence, Nearest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .refs import SentenceRef, Span

Status = Literal["stated", "partly", "not_found", "unclear"]
Group = Literal["all", "some", "only", "unclear"]

SYMBOLS: Mapping[Status, str] = {"stated": "●", "partly": "◐", "not_found": "○", "unclear": "?"}
LABELS: Mapping[Status, str] = {
    "stated": "stated",
    "partly": "partly stated",
    "not_found": "not found",
    "unclear": "no clear match",
}


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an article states a fact: the spans, in `Article.text`, of one sentence. `text` joins them with " … "."""

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

    `by_hand`: a person set the status; probability and passage stay the machine's.
    """

    status: Status
    probability: float
    nearest: Nearest | None = None
    why: str = ""
    by_hand: bool = False

    @property
    def counts_as_in(self) -> bool:
        """Partly stated counts as in."""
        return self.status in ("stated", "partly")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something at least one article states; whether it is true is not ours to say.

    `label` is verbatim unless a person gave it. `checked`: a person looked at the fact, or corrected something about it.
    """

    id: str
    label: str
    mentions: tuple[Mention, ...]
    presence: Mapping[str, Presence]
    aliases: tuple[str, ...] = ()
    checked: bool = False

    def mentions_in(self, key: str) -> tuple[Mention, ...]:
        """Return the mentions in article `key`, in reading order."""
        return tuple(mention for mention in self.mentions if mention.article == key)

    @property
    def sentence_refs(self) -> tuple[SentenceRef, ...]:
        """The sentences that mention it, each once, in the order of its mentions."""
        return tuple(dict.fromkeys(mention.sentence_ref for mention in self.mentions))

    @property
    def group(self) -> Group:
        """Exactly one of: in all, in some, only in one (every other article `not_found`), unclear (the rest)."""
        states = list(self.presence.values())
        stated = sum(state.counts_as_in for state in states)
        unclear = sum(state.status == "unclear" for state in states)
        if stated == len(states) and stated > 1:
            return "all"
        if stated == 1 and not unclear:
            return "only"
        if stated > 1:
            return "some"
        return "unclear"

    @property
    def only_in(self) -> str | None:
        """The key of the one article that states it, if every other is `not_found`."""
        if self.group != "only":
            return None
        return next(key for key, state in self.presence.items() if state.counts_as_in)

"""What a person changed over the machine's result: Correction, which holds on to the text by its Anchors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from .article import Article

CorrectionKind = Literal[
    "confirm_link",
    "reject_link",
    "merge_facts",
    "split_fact",
    "label_fact",
    "check_fact",
    "set_presence",
    "check_difference",
    "no_difference",
    "restore",
    "remove",
    "masthead",
    "withdraw",
]
KINDS: Final[tuple[CorrectionKind, ...]] = get_args(CorrectionKind)
DIGEST: Final = 16
"""Hexadecimal digits of an article's digest."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage that is found again at any strictness, and whatever else of its page was restored or removed.

    `article` is the digest of `Article.raw` (see `digests`), `start` an offset in it, `text` the words quoted. Without words it
    stands for the whole article.
    """

    article: str
    start: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One change by hand.

    What `anchors`, `others`, `field` and `value` hold, by `kind`:

    - `confirm_link`, `reject_link`: a passage of each of two sentences. Confirming also links what the machine did not.
    - `merge_facts`: the passages of one fact, in `others` those of the other, each first the one that gives it its label.
    - `split_fact`: the passages set apart, in `others` those that stay, first the one that gives the fact its label.
    - `label_fact`: a passage of it; `value` its new label. `check_fact`: a passage; somebody has looked at it.
    - `set_presence`: a passage of the fact, in `others` the whole article it is about; `value` is the status.
    - `check_difference`, `no_difference`: the two details; `field` the kind of difference.
    - `restore`, `remove`: the passage as it stands in `raw`; `value` the rule that had taken it, or None.
    - `masthead`: the whole article; `field` names what is set (outlet, headline, published, ...), `value` is it, or None.
    - `withdraw`: `value` is the number, from 1, of an earlier correction that no longer holds.

    A passage is one anchor, or where a claim stands in several stretches one each. `made`
    says when, ISO 8601. `applied` is False where the passages are no longer found, so that nothing came of it.
    """

    kind: CorrectionKind
    anchors: tuple[Anchor, ...] = ()
    others: tuple[Anchor, ...] = ()
    field: str | None = None
    value: str | None = None
    made: str | None = None
    applied: bool = True


def digests(articles: Sequence[Article]) -> tuple[str, ...]:
    """Return the digest of each article's raw text: SHA-256, cut; where one text is there twice, "-2" marks the second."""
    names: list[str] = []
    for article in articles:
        digest = sha256(article.raw.encode("utf-8", "surrogatepass")).hexdigest()[:DIGEST]
        earlier = sum(name.partition("-")[0] == digest for name in names)
        names.append(f"{digest}-{earlier + 1}" if earlier else digest)
    return tuple(names)

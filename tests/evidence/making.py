"""Small articles as profiles, for the tests of this room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from numpy.typing import NDArray

from components.evidence import Profile, profile
from tests.tiny import TinyEncoder

Matrix = NDArray[Any]

FLOOD = (
    "Flood kills 40 in Osmere",
    "The minister said on Friday that 40 people were killed in the town of Osmere.",
    "“We will not leave anybody behind,” he told Rosa Diaz of Radio Talven.",
    "Rain had fallen for nine days.",
    "It rained.",
)
RIVER = (
    "Forty dead in the city of Osmere, an official announced on Friday.",
    "Rosa Diaz heard that nobody will be left behind.",
    "The river Talven rose by 3.5 meters, the largest increase since 1954.",
    "“We will not leave anybody behind,” the envoy said.",
)
ODD = ("", "…!?", "😀🎉", "部长说 40 人死亡。", "قال الوزير إن أربعين شخصا قتلوا")


def profiled(sentences: Sequence[str], language: str | None = "en") -> Profile:
    """The profile of some sentences, with the tiny encoder's vectors."""
    return profile(sentences, TinyEncoder().encode(sentences), language=language)

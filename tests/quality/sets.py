"""The gold sets as features: reads them with the tool beside them, encodes every text once, weighs every judged cell."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from components.evidence import pairs, statement
from components.evidence.overlap import weights
from components.evidence.profile import Profile, profile
from components.meaning import Encoded, Encoder

Values = NDArray[np.float64]
WEAK = 3
"""The label of a cell that is left out of the count; 1 is a part link, 2 a full one, 0 none."""


def gold_tool(shared: Path) -> ModuleType:
    """The reader and scorer that lies beside the gold sets."""
    spec = importlib.util.spec_from_file_location("gold", shared / "tools" / "gold.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "tools" / "gold.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True)
class Pair:
    """One pair of articles: its first features, each (n, m), and its labels (n, m), -1 where nobody judged."""

    id: str
    story: str
    left: list[str]
    right: list[str]
    features: dict[str, NDArray[np.float32]]
    labels: NDArray[np.int64]


@dataclass(frozen=True)
class Cell:
    """One statement beside one article: its features, and whether the article states it."""

    story: str
    statement: str
    features: dict[str, float]
    present: bool


class Vectors:
    """Encodes each text once, all that are needed together."""

    def __init__(self, encoder: Encoder, texts: Iterable[str]) -> None:
        unique = sorted(set(texts))
        self._known = dict(zip(unique, encoder.encode(unique), strict=True))

    def profile(self, sentences: Sequence[str]) -> Profile:
        """The profile of some English sentences."""
        return profile(sentences, [self.of(text) for text in sentences], language="en")

    def of(self, text: str) -> Encoded:
        """The vectors of one text."""
        return self._known[text]


LINK_LABELS = {"part": 1, "full": 2, "weak": WEAK, "tight": 2, "multi": 1}


def link_pairs(records: Sequence[dict[str, Any]], encoder: Encoder, *, with_meaning: bool = True) -> list[Pair]:
    """The pairs of outlet_links or spark_links."""
    vectors = Vectors(encoder, (text for record in records for side in ("left", "right") for text in record[side]))
    out = []
    for record in records:
        left, right = vectors.profile(record["left"]), vectors.profile(record["right"])
        labels = np.full((len(left), len(right)), -1)
        rows = record.get("left_scored", range(len(left)))
        labels[np.ix_(list(rows), list(record.get("right_scored", range(len(right)))))] = 0
        for i, j, label, *_ in record["gold"]:
            labels[i, j] = LINK_LABELS[label]
        features = pairs.first_features(left, right, weights(left, right), with_meaning=with_meaning)
        out.append(Pair(record["id"], record.get("story", record["id"]), record["left"], record["right"], features, labels))
    return out


def statement_cells(records: Sequence[dict[str, Any]], encoder: Encoder, *, with_meaning: bool = True) -> list[Cell]:
    """The cells of outlet_facts or spark_facts that are present or absent; partial ones are left out, as in the scoring."""
    texts = [text for record in records for article in _articles(record).values() for text in article]
    vectors = Vectors(encoder, [*texts, *(fact["fact"] for record in records for fact in record["facts"])])
    out = []
    for record in records:
        profiles = {key: vectors.profile(sentences) for key, sentences in _articles(record).items()}
        weight = weights(*profiles.values())
        for fact in record["facts"]:
            asked = vectors.profile([fact["fact"]])
            for key, article in profiles.items():
                if fact["status"][key] != "partial":
                    found, _ = statement.statement_features(asked, article, weight, with_meaning=with_meaning)
                    out.append(Cell(record["id"], fact["fact"], found, fact["status"][key] == "present"))
    return out


def _articles(record: dict[str, Any]) -> dict[str, list[str]]:
    if "outlets" in record:
        return dict(record["outlets"])
    return {str(at): sentences for at, sentences in enumerate(record["docs"]) if record["docs_usable"][at]}

"""The gold sets as features: reads them with the tool beside them, encodes every text once, weighs every judged cell."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..embeddings import Encoded, Encoder
from ..matching import sentence_matching, statement_matching
from ..matching.indexed_text import IndexedText, index_text
from ..matching.late_interaction import idf_of, max_similarity
from ..matching.statement_matching import nearest_passages
from ..matching.token_features import ArticlePair, Pairs

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
class GoldPair:
    """One pair of articles, with its first features, each (n, m), and its labels (n, m), -1 where nobody judged."""

    id: str
    story: str
    left: list[str]
    right: list[str]
    beside: ArticlePair
    labels: NDArray[np.int64]

    @property
    def features(self) -> Mapping[str, NDArray[Any]]:
        """The first features."""
        return self.beside.features

    @property
    def counted(self) -> NDArray[np.bool_]:
        """The cells that count, (n, m): judged, and not weak."""
        out: NDArray[np.bool_] = (self.labels >= 0) & (self.labels != WEAK)
        return out


@dataclass(frozen=True)
class GoldCell:
    """One statement beside one article: its features, the nearest passages, and whether the article states it, and where.

    `of` names the set, `story` the story in it; `linked` (1, m) marks the passages that do, as the annotators name them.
    """

    of: str
    story: str
    features: dict[str, float]
    beside: ArticlePair
    pairs: Pairs
    present: bool
    linked: NDArray[np.int64]


class Vectors:
    """Encodes each text once, all that are needed together."""

    def __init__(self, encoder: Encoder, texts: Iterable[str]) -> None:
        unique = sorted(set(texts))
        self._known = dict(zip(unique, encoder.encode(unique), strict=True))

    def profile(self, sentences: Sequence[str]) -> IndexedText:
        """The profile of some English sentences."""
        return index_text(sentences, [self.of(text) for text in sentences], language="en")

    def of(self, text: str) -> Encoded:
        """The vectors of one text."""
        return self._known[text]


LINK_LABELS = {"part": 1, "full": 2, "weak": WEAK, "tight": 2, "multi": 1, "strict": 2, "event": WEAK}
READINGS = Path(__file__).with_name("readings.json")
"""Links that we read ourselves in other genres (docs/model-card.md), by set and record: sentence numbers and labels, no text."""
OTHER = {"left": "right", "right": "left"}
"""The sides of a pair of articles, each with the one across."""
STATEMENTS = Path(__file__).with_name("statements.json")
"""Facts and claims that we read ourselves beside articles of other genres, by set and record: numbers and labels, no text.

Facts of spark_facts: [fact, article, status, sentences]. Claims of the articles of our readings, beside the other article:
[side, sentence, spans, status, sentences].
"""


def link_records(gold: ModuleType, name: str) -> list[dict[str, Any]]:
    """The records of a set of links, each with a `story` that it shares with every record on the same event.

    `readings` are records of two other sets that we read as outlet_links was read: every cell judged, the same labels.
    """
    if name != "readings":
        return [{**record, "story": _story(name, record)} for record in gold.load(name)]
    known = {of: {record["id"]: record for record in gold.load(of)} for of in ("ecb_events", "spark_links")}
    out = []
    for of, key, links in json.loads(READINGS.read_text(encoding="utf-8")):
        record = known[of][key]
        out.append({"id": key, "story": _story(of, record), "left": record["left"], "right": record["right"], "gold": links})
    return out


def statement_records(gold: ModuleType, name: str) -> list[dict[str, Any]]:
    """The records of outlet_facts or spark_facts, or `statements`, which we read ourselves; each with its `story`.

    Those are facts of spark_facts, whose own labels are noisy, and the claims of `claim_records`, as one may type them.
    """
    if name != "statements":
        return [{**record, "story": _story(name, record)} for record in gold.load(name)]
    known = {record["id"]: record for record in gold.load("spark_facts")}
    facts = [_facts_read(known[key], judged) for key, judged in _read_ourselves(facts=True)]
    return [*facts, *map(_claims_typed, claim_records(gold))]


def _read_ourselves(*, facts: bool) -> Iterator[tuple[str, list[Any]]]:
    """Records and rows of `STATEMENTS`: of facts, or of claims."""
    rows = json.loads(STATEMENTS.read_text(encoding="utf-8"))
    return ((key, judged) for of, key, judged in rows if (of == "spark_facts") == facts)


def _facts_read(record: dict[str, Any], judged: Sequence[tuple[int, int, str, list[int]]]) -> dict[str, Any]:
    articles = sorted({article for _, article, *_ in judged})
    facts = [{"fact": fact["fact"], "status": {}, "sentences": {}} for fact in record["facts"]]
    for fact, article, status, sentences in judged:
        facts[fact]["status"][str(article)], facts[fact]["sentences"][str(article)] = status, sentences
    outlets = {str(article): record["docs"][article] for article in articles}
    return {"id": record["id"], "story": _story("spark_facts", record), "outlets": outlets, "facts": facts}


def _claims_typed(record: dict[str, Any]) -> dict[str, Any]:
    facts = []
    for side, sentence, spans, status, sentences in record["claims"]:
        text, other = record[side][sentence], OTHER[side]
        words = " ".join(text[start:end] for start, end in spans)
        facts.append({"fact": words, "status": {other: status}, "sentences": {other: sentences}})
    return {**record, "outlets": {side: record[side] for side in OTHER}, "facts": facts}


def claim_records(gold: ModuleType) -> list[dict[str, Any]]:
    """Pairs of articles of our readings whose `claims` we read beside the other article, as `STATEMENTS` tells them."""
    known = {record["id"]: record for record in link_records(gold, "readings")}
    return [{**known[key], "claims": claims} for key, claims in _read_ourselves(facts=False)]


def _story(name: str, record: dict[str, Any]) -> str:
    if name.startswith("outlet"):
        return str(record.get("story", record["id"]))
    return f"{name} {record['topic']}" if name == "ecb_events" else f"spark {record['id'].split('-')[0]}"


def link_pairs(records: Sequence[dict[str, Any]], encoder: Encoder, *, with_meaning: bool = True) -> list[GoldPair]:
    """Pairs of articles from records as `link_records` gives them."""
    vectors = Vectors(encoder, (text for record in records for side in ("left", "right") for text in record[side]))
    out = []
    for record in records:
        left, right = vectors.profile(record["left"]), vectors.profile(record["right"])
        labels = np.full((len(left), len(right)), -1)
        rows = record.get("left_scored", range(len(left)))
        labels[np.ix_(list(rows), list(record.get("right_scored", range(len(right)))))] = 0
        for i, j, label, *_ in record["gold"]:
            labels[i, j] = LINK_LABELS[label]
        weight, closeness = idf_of(left, right), max_similarity(left, right)
        features = sentence_matching.first_features(left, right, weight, closeness if with_meaning else None)
        beside = ArticlePair((left, right), closeness, weight, features)
        out.append(GoldPair(record["id"], record["story"], record["left"], record["right"], beside, labels))
    return out


def statement_cells(gold: ModuleType, name: str, encoder: Encoder, *, with_meaning: bool = True) -> list[GoldCell]:
    """The cells of a set of statements that are present or absent; partial ones are left out, as in the scoring."""
    records = statement_records(gold, name)
    texts = [text for record in records for article in _articles(record).values() for text in article]
    vectors = Vectors(encoder, [*texts, *(fact["fact"] for record in records for fact in record["facts"])])
    out = []
    for record in records:
        profiles = {key: vectors.profile(sentences) for key, sentences in _articles(record).items()}
        weight = idf_of(*profiles.values())
        for fact in record["facts"]:
            asked = vectors.profile([fact["fact"]])
            for key, article in profiles.items():
                if fact["status"].get(key, "partial") == "partial":
                    continue
                found, _ = statement_matching.statement_features(asked, article, weight, with_meaning=with_meaning)
                near = nearest_passages(asked, article, weight)
                linked = np.zeros((1, len(article)), np.int64)
                linked[0, fact.get("sentences", fact.get("docs", {})).get(key, [])] = 1
                out.append(GoldCell(name, record["story"], found, *near, fact["status"][key] == "present", linked))
    return out


def _articles(record: dict[str, Any]) -> dict[str, list[str]]:
    if "outlets" in record:
        return dict(record["outlets"])
    return {str(at): sentences for at, sentences in enumerate(record["docs"]) if record["docs_usable"][at]}

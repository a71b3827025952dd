"""The gold sets as features: reads them with the tool beside them, encodes every text once, measures every judged cell."""

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
from ..matching import sentence_matching
from ..matching.indexed_text import IndexedText, index_text
from ..matching.late_interaction import idf_of, max_similarity
from ..matching.statement_matching import StatementFeatures, nearest_passages, statement_features
from ..matching.token_features import ArticlePair, SentencePairs

WEAK = 3
"""The label of a cell that is left out of the count; 1 is a partial link, 2 a full one, 0 none, -1 not judged."""
LINK_LABELS = {"part": 1, "full": 2, "weak": WEAK, "tight": 2, "multi": 1, "strict": 2, "event": WEAK}
"""The labels of all sets of links as numbers."""
READINGS = Path(__file__).with_name("readings.json")
"""Links that we annotated ourselves in other genres (docs/model-card.md), by set and record: numbers and labels, no text."""
STATEMENTS = Path(__file__).with_name("statements.json")
"""Facts and claims that we annotated ourselves beside articles of other genres, by set and record: numbers and labels, no text.

Facts of spark_facts: [fact, article, status, sentences]. Claims of the articles of our readings, beside the other article:
[side, sentence, spans, status, sentences].
"""
OPPOSITE = {"left": "right", "right": "left"}
"""The sides of a pair of articles, each with the one across."""


def gold_tool(shared: Path, name: str = "gold") -> ModuleType:
    """Import the module that reads the gold sets and scores on them, which lies beside them, or another of the tools there.

    Raises:
        FileNotFoundError: If it is not there.
    """
    spec = importlib.util.spec_from_file_location(name, shared / "tools" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True)
class GoldPair:
    """One annotated pair of articles of n and m sentences.

    Attributes:
        id: The record's.
        story: Names the event; shared by every pair on it.
        left: The sentences of the left article.
        right: The sentences of the right article.
        articles: Both with the features of the first pass.
        labels: As `LINK_LABELS` gives them, (n, m); 0 for none, -1 where nobody judged.
    """

    id: str
    story: str
    left: list[str]
    right: list[str]
    articles: ArticlePair
    labels: NDArray[np.int64]

    @property
    def features(self) -> Mapping[str, NDArray[Any]]:
        """Return the features of the first pass, (n, m) each."""
        return self.articles.features

    @property
    def counted(self) -> NDArray[np.bool_]:
        """Return the cells that count, (n, m): judged, and not weak."""
        out: NDArray[np.bool_] = (self.labels >= 0) & (self.labels != WEAK)
        return out


@dataclass(frozen=True)
class GoldCell:
    """One annotated statement beside one article of m sentences.

    Attributes:
        gold_set: The name of the set.
        story: The story within the set.
        features: Those of the statement, without the token model, (1,) each.
        articles: The statement and the article.
        pairs: The statement's pairs with its nearest passages.
        present: Whether the article states it.
        linked: Which sentences state it, as the annotators name them, (1, m).
        statement: The words of the statement.
        sentences: Those of the article.
    """

    gold_set: str
    story: str
    features: StatementFeatures
    articles: ArticlePair
    pairs: SentencePairs
    present: bool
    linked: NDArray[np.int64]
    statement: str
    sentences: Sequence[str]


class TextVectors:
    """The vectors of many texts, each text encoded once and all together."""

    def __init__(self, encoder: Encoder, texts: Iterable[str]) -> None:
        unique = sorted(set(texts))
        self._encoded = dict(zip(unique, encoder.encode(unique), strict=True))

    def index(self, sentences: Sequence[str]) -> IndexedText:
        """Index some English sentences, all among the texts."""
        return index_text(sentences, [self.encoded(text) for text in sentences], language="en")

    def encoded(self, text: str) -> Encoded:
        """Return the vectors of one text."""
        return self._encoded[text]


def link_records(gold: ModuleType, name: str) -> list[dict[str, Any]]:
    """Return the records of a set of links, each with a `story` that it shares with every record on the same event.

    `readings` are records of two other sets that we annotated as outlet_links was: every cell judged, the same labels.
    """
    if name != "readings":
        return [{**record, "story": _story(name, record)} for record in gold.load(name)]
    by_set = {gold_set: {record["id"]: record for record in gold.load(gold_set)} for gold_set in ("ecb_events", "spark_links")}
    out = []
    for gold_set, key, links in json.loads(READINGS.read_text(encoding="utf-8")):
        record = by_set[gold_set][key]
        story = _story(gold_set, record)
        out.append({"id": key, "story": story, "left": record["left"], "right": record["right"], "gold": links})
    return out


def statement_records(gold: ModuleType, name: str) -> list[dict[str, Any]]:
    """Return the records of outlet_facts or spark_facts, or `statements`, which we annotated ourselves; each with its `story`.

    Those are facts of spark_facts, whose own labels are noisy, and the claims of `claim_records`, as one may type them.
    """
    if name != "statements":
        return [{**record, "story": _story(name, record)} for record in gold.load(name)]
    by_id = {record["id"]: record for record in gold.load("spark_facts")}
    facts = [_annotated_facts(by_id[key], rows) for key, rows in _annotations(facts=True)]
    return [*facts, *map(_claims_as_statements, claim_records(gold))]


def claim_records(gold: ModuleType) -> list[dict[str, Any]]:
    """Return the pairs of articles of our readings whose `claims` we annotated beside the other article (see `STATEMENTS`)."""
    by_id = {record["id"]: record for record in link_records(gold, "readings")}
    return [{**by_id[key], "claims": claims} for key, claims in _annotations(facts=False)]


def _annotations(*, facts: bool) -> Iterator[tuple[str, list[Any]]]:
    """Yield record ids and rows of `STATEMENTS`: of facts, or of claims."""
    entries = json.loads(STATEMENTS.read_text(encoding="utf-8"))
    return ((key, rows) for gold_set, key, rows in entries if (gold_set == "spark_facts") == facts)


def _annotated_facts(record: dict[str, Any], rows: Sequence[tuple[int, int, str, list[int]]]) -> dict[str, Any]:
    """Return a record of spark_facts in the form of outlet_facts, with our annotations of its facts."""
    articles = sorted({article for _, article, *_ in rows})
    facts = [{"fact": fact["fact"], "status": {}, "sentences": {}} for fact in record["facts"]]
    for fact, article, status, sentences in rows:
        facts[fact]["status"][str(article)], facts[fact]["sentences"][str(article)] = status, sentences
    outlets = {str(article): record["docs"][article] for article in articles}
    return {"id": record["id"], "story": _story("spark_facts", record), "outlets": outlets, "facts": facts}


def _claims_as_statements(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record of `claim_records` in the form of outlet_facts, the words of each claim as a fact."""
    facts = []
    for side, sentence, spans, status, sentences in record["claims"]:
        text, other = record[side][sentence], OPPOSITE[side]
        words = " ".join(text[start:end] for start, end in spans)
        facts.append({"fact": words, "status": {other: status}, "sentences": {other: sentences}})
    return {**record, "outlets": {side: record[side] for side in OPPOSITE}, "facts": facts}


def _story(gold_set: str, record: dict[str, Any]) -> str:
    """Return the name of a record's event, the same for every set that has records on it."""
    if gold_set.startswith("outlet"):
        return str(record.get("story", record["id"]))
    return f"{gold_set} {record['topic']}" if gold_set == "ecb_events" else f"spark {record['id'].split('-')[0]}"


def link_pairs(records: Sequence[dict[str, Any]], encoder: Encoder, *, with_vectors: bool = True) -> list[GoldPair]:
    """Return the pairs of articles of some records.

    Args:
        records: As `link_records` gives them.
        encoder: The encoder.
        with_vectors: Whether features may look at vectors; else at words alone.
    """
    vectors = TextVectors(encoder, (text for record in records for side in OPPOSITE for text in record[side]))
    out = []
    for record in records:
        left, right = vectors.index(record["left"]), vectors.index(record["right"])
        labels = np.full((len(left), len(right)), -1)
        rows, columns = record.get("left_scored", range(len(left))), record.get("right_scored", range(len(right)))
        labels[np.ix_(list(rows), list(columns))] = 0
        for i, j, label, *_ in record["gold"]:
            labels[i, j] = LINK_LABELS[label]
        idf, max_similarities = idf_of(left, right), max_similarity(left, right)
        features = sentence_matching.first_pass_features(left, right, idf, max_similarities if with_vectors else None)
        articles = ArticlePair((left, right), max_similarities, idf, features)
        out.append(GoldPair(record["id"], record["story"], record["left"], record["right"], articles, labels))
    return out


def statement_cells(gold: ModuleType, name: str, encoder: Encoder, *, with_vectors: bool = True) -> list[GoldCell]:
    """Return the cells of a set of statements that are present or absent; partial ones are left out, as in the scoring.

    Args:
        gold: The module of the gold sets.
        name: The set, as `statement_records` takes it.
        encoder: The encoder.
        with_vectors: Whether features may look at vectors; else at words alone.
    """
    records = statement_records(gold, name)
    texts = [text for record in records for article in _articles(record).values() for text in article]
    vectors = TextVectors(encoder, [*texts, *(fact["fact"] for record in records for fact in record["facts"])])
    out = []
    for record in records:
        articles = {key: vectors.index(sentences) for key, sentences in _articles(record).items()}
        idf = idf_of(*articles.values())
        for fact in record["facts"]:
            statement = vectors.index([fact["fact"]])
            for key, article in articles.items():
                status = fact["status"].get(key, "partial")
                if status == "partial":
                    continue
                similarities = max_similarity(statement, article)
                features, _ = statement_features(statement, article, idf, similarities if with_vectors else None)
                pair, passages = nearest_passages(statement, article, idf, similarities)
                linked = np.zeros((1, len(article)), np.int64)
                linked[0, fact.get("sentences", fact.get("docs", {})).get(key, [])] = 1
                words = (fact["fact"], _articles(record)[key])
                cell = GoldCell(name, record["story"], features, pair, passages, status == "present", linked, *words)
                out.append(cell)
    return out


def _articles(record: dict[str, Any]) -> dict[str, list[str]]:
    """Return the sentences of each article of a record of statements, by outlet or by number."""
    if "outlets" in record:
        return dict(record["outlets"])
    return {str(index): sentences for index, sentences in enumerate(record["docs"]) if record["docs_usable"][index]}

"""Links against what people read in whole stories: the two seed articles, and the samples, at default settings.

Sentences are those of the truth files, so that intake has no part in it, except where the seeds' own sentences are checked.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pytest

from components import compare, read_file, read_sentences
from components.embeddings import Encoder

SAMPLES = Path(__file__).parents[2] / "data"
FLOORS = {"narrows-talks": 0.56, "quernby-bridge": 0.52, "winter-walls": 0.65}
"""About .05 below what was measured."""
Pairs = set[tuple[int, int]]


def f1(found: Pairs, expected: Pairs) -> float:
    return 2 * len(found & expected) / max(1, len(found) + len(expected))


def pairs(rows: Iterable[list]) -> Pairs:
    """Sentence pairs of a truth file; an extent may stand behind them."""
    return {(row[0], row[1]) for row in rows}


@pytest.fixture(scope="module")
def truth(seeds: Path) -> dict:
    found: dict = json.loads((seeds / "truth.json").read_text(encoding="utf-8"))
    return found


SIDES = {"left": "000_5c5924b0413ca490.txt", "right": "002_9190edb9c96f9b6d.txt"}


@pytest.mark.parametrize("side", SIDES)
def test_the_sentences_of_the_seeds(side: str, truth: dict, seeds: Path) -> None:
    assert [sent.text for sent in read_file(seeds / SIDES[side]).sentences] == truth["sentences"][side]


@pytest.mark.model
def test_the_links_of_the_seeds(truth: dict, seeds: Path, encoder: Encoder) -> None:
    made = compare([read_file(seeds / name) for name in SIDES.values()], encoder=encoder)
    aside = pairs(truth["links_not_counted"])
    found = {(link.left_sentence, link.right_sentence) for link in made.links} - aside
    expected = pairs(truth["links"]) - aside
    print(f"seeds: F1 {f1(found, expected):.3f}, {len(expected)} links")
    assert f1(found, expected) >= 0.90, {"more": sorted(found - expected), "missing": sorted(expected - found)}
    assert made.notes == ()


def test_every_sample_has_a_floor() -> None:
    assert {path.parent.name for path in SAMPLES.glob("*/truth.json")} == set(FLOORS)


@pytest.mark.model
@pytest.mark.parametrize("slug", FLOORS)
def test_the_links_of_the_samples(slug: str, encoder: Encoder) -> None:
    truth = json.loads((SAMPLES / slug / "truth.json").read_text(encoding="utf-8"))
    articles = [
        read_sentences(item["sentences"], outlet=item["outlet"], headline=0 if item["headline"] else None)
        for item in truth["articles"].values()
    ]
    made = compare(articles, encoder=encoder)
    assert made.keys == tuple(truth["articles"]), "the keys are those of the truth file"
    found, expected = set(), set()
    for one, other in combinations(made.keys, 2):
        name = f"{one}-{other}"
        aside = pairs(truth["links_not_counted"].get(name, []))
        linked = {(link.left_sentence, link.right_sentence) for link in made.links if (link.left, link.right) == (one, other)}
        found |= {(name, *pair) for pair in linked - aside}
        expected |= {(name, *pair) for pair in pairs(truth["links"][name]) - aside}
    hits = len(found & expected)
    score = 2 * hits / (len(found) + len(expected))
    print(f"{slug}: F1 {score:.3f}, precision {hits / len(found):.3f}, recall {hits / len(expected):.3f}, {len(expected)} links")
    assert score >= FLOORS[slug]

"""The two real pages: exactly the sentences of truth.json, what is furniture, and the masthead."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from components.intake import read_bytes, read_file, read_text
from components.story import Article

FILES = {"left": "000_5c5924b0413ca490.txt", "right": "002_9190edb9c96f9b6d.txt"}


@pytest.fixture
def truth(seeds: Path) -> dict:
    content: dict = json.loads((seeds / "truth.json").read_text(encoding="utf-8"))
    return content


@pytest.mark.parametrize("side", FILES)
def test_through_every_door(seeds: Path, truth: dict, side: str) -> None:
    path = seeds / FILES[side]
    for article in (read_file(path), read_bytes(path.read_bytes(), path.name), read_text(path.read_text(encoding="utf-8"))):
        assert [sentence.text for sentence in article.sentences] == truth["sentences"][side]
        assert [sentence.role for sentence in article.sentences[:3]] == ["headline", "lede", "body"]
        assert article.language == "en"


def test_furniture(seeds: Path) -> None:
    clocks = read_file(seeds / FILES["left"])
    assert [stretch.rule for stretch in clocks.removed] == ["clock list"]
    assert clocks.removed[0].text.startswith("-\n07:40")
    assert clocks.removed[0].text.endswith("08:00")
    wire = read_file(seeds / FILES["right"])
    assert [stretch.rule for stretch in wire.removed] == ["doubled headline", "credit line", "copyright"]


def test_masthead(seeds: Path, truth: dict) -> None:
    article = read_file(seeds / FILES["right"])
    expected = truth["masthead"]["right"]
    assert (article.outlet, article.agency, article.published) == (expected["outlet"], expected["agency"], expected["date"])
    assert (article.masthead.dateline, article.masthead.date) == (expected["dateline"], expected["date"])
    assert _without_outlet(read_file(seeds / FILES["left"]))


def _without_outlet(article: Article) -> bool:
    return article.outlet is None and article.agency is None and article.published is None

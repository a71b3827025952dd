"""Trace: which articles state one typed statement, and where."""

from __future__ import annotations

import pytest

from components import trace
from components.analysis import analyze
from components.compare import trace_in
from components.embeddings import Encoder
from components.matching import story_matching as weighing
from components.story import InputError
from tests.fakes import TinyEncoder
from tests.test_compare import BARE, GERMAN, article


@pytest.mark.model
@pytest.mark.parametrize(
    ("statement", "statuses"),
    [
        ("The company will refund the tickets.", {"A": "stated", "B": "not_found"}),
        ("A ferry with 214 passengers ran aground off Osmere.", {"A": "stated", "B": "stated"}),
        ("A ferry with 380 passengers ran aground off Osmere.", {"A": "partly", "B": "unclear"}),
        ("An inquiry opens next week.", {"A": "not_found", "B": "stated"}),
        ("Bees find their way by polarised light.", {"A": "not_found", "B": "not_found"}),
    ],
    ids=["in one", "in both", "another number", "in the other", "in none"],
)
def test_trace(statement: str, statuses: dict[str, str], encoder: Encoder) -> None:
    found = trace(statement, [article("Herald"), article("Wire")], encoder=encoder)
    assert {key: presence.status for key, presence in found.items()} == statuses
    for key, presence in found.items():
        assert ("380" in presence.why) == ("380" in statement), key


@pytest.mark.model
def test_trace_points_at_the_passage(encoder: Encoder) -> None:
    found = trace("  All tickets\nwill be refunded. ", [article("Wire"), article("Herald"), BARE], encoder=encoder)
    assert found["B"].nearest is not None
    assert found["B"].nearest.sentence == 4
    assert (found["C"].status, found["C"].nearest) == ("not_found", None)


@pytest.mark.parametrize("statement", ["", "  \n", "…!?", "😀"])
def test_a_statement_without_words(statement: str) -> None:
    with pytest.raises(InputError, match="no words; type"):
        trace(statement, [article("Herald")], encoder=TinyEncoder())


def test_trace_in_encodes_the_statement_alone(tiny: TinyEncoder) -> None:
    analysis = analyze([article("Herald"), article("Wire")], encoder=tiny)
    tiny.calls.clear()
    found = trace_in(analysis.sentence_matches, " The ferry ran\naground. ", encoder=tiny)
    assert tiny.calls == [["The ferry ran aground."]]
    assert found == trace("The ferry ran aground.", [article("Herald"), article("Wire")], encoder=TinyEncoder())


def test_trace_weighs_no_pair_of_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = trace_in(
        analyze([article("Herald"), article("Wire")], encoder=TinyEncoder()).sentence_matches, "Fog.", encoder=TinyEncoder()
    )
    monkeypatch.delattr(weighing, "score_sentence_pairs")
    assert trace("Fog.", [article("Herald"), article("Wire")], encoder=TinyEncoder()) == expected


def test_the_statement_is_read_in_the_language_of_each_article() -> None:
    german, english = article("Zeitung", GERMAN), article("Herald")
    for articles, keys in (((german, english), "AB"), ((english, german), "BA")):
        for statement, key in zip(("Fahrkarten erstatten.", "Refunding tickets."), keys, strict=True):
            found = trace(statement, articles, encoder=TinyEncoder())[key]
            assert "nowhere in the article" not in found.why, "its stems are those of that article"

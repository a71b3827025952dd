"""A story analyzed once and decided at any strictness: nothing slow is done twice, and lower thresholds give more of the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from components import Settings
from components.analysis import analyze, decide
from components.claims import extract
from components.embeddings import CachedEncoder, Encoded, Encoder
from components.matching import story_matching
from components.settings import Strictness
from tests.fakes import TinyEncoder
from tests.story.schema import check
from tests.test_compare import HERALD, STORY, WIRE, article, ends_of, links_of


class Unrounded(TinyEncoder):
    """An encoder that does not keep the promise of `Encoded`: its vectors are as the model gave them."""

    def encode(self, texts: Sequence[str], progress: Callable[[float], None] | None = None) -> list[Encoded]:
        return [
            Encoded(item.sentence * np.float32(1.00003), item.tokens * np.float32(1.00003), item.offsets)
            for item in super().encode(texts, progress)
        ]


def test_vectors_are_rounded_before_their_first_use(tmp_path: Path) -> None:
    plain, kept = Unrounded(), CachedEncoder(Unrounded(), tmp_path)
    both = [article("Herald"), article("Wire")]
    made = [analyze(both, encoder=encoder).sentence_matches.indexed["A"].tokens for encoder in (plain, kept, kept)]
    assert np.array_equal(made[0], made[1])
    assert np.array_equal(made[0], made[2])


@pytest.mark.parametrize("known", [True, False], ids=["model", "no fit"])
@pytest.mark.model
def test_a_lower_probability_gives_more_links_and_the_same_ones(known: bool, encoder: Encoder) -> None:
    analysis = analyze([*map(article, STORY)], encoder=encoder if known else TinyEncoder())
    chain = [decide(analysis, Settings(link_probability=chance)) for chance in (0.9, 0.6, 0.33, 0.2, 0.1, 0.0)]
    apart = decide(analysis, Settings(link_probability=1.0))
    for fewer, more in pairwise(chain):
        assert links_of(fewer) <= links_of(more)
        assert len(more.facts) <= len(fewer.facts)
        assert ends_of(fewer) <= ends_of(more)
    for made in chain:
        check(made.to_dict())
        stated = {(m.article, m.sentence) for fact in made.facts for m in fact.mentions}
        assert stated == {(item.key, sent.index) for item in made.articles for sent in item.sentences}
        assert {m for fact in made.facts for m in fact.mentions} == {m for fact in chain[0].facts for m in fact.mentions}
        assert {name for fact in made.facts for name in (fact.id, *fact.aliases)} == {fact.id for fact in apart.facts}
        assert {found.fact for found in made.differences} <= {fact.id for fact in made.facts}
        assert made.attributions == apart.attributions


def test_deciding_again_encodes_and_parses_nothing(tiny: TinyEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    analysis = analyze([article("Herald"), article("Wire"), article("Twin", HERALD)], encoder=tiny)
    (texts,) = tiny.calls
    assert sorted(texts) == sorted({*HERALD, *WIRE}), "and a sentence said twice is encoded once"
    monkeypatch.delattr(extract, "parse")
    monkeypatch.delattr(story_matching, "match_claims")
    for word in get_args(Strictness):
        decide(analysis, Settings.of(word))
    assert tiny.calls == [texts]

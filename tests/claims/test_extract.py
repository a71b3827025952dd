"""What articles tell: claims in their places, sentences that no parser reads, and how the claims of two articles match."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.claims import StoryClaims, extract_claims
from components.embeddings import Encoder
from components.matching import ClaimMatches, SentenceMatches, index_story, match_sentences, match_story_claims
from components.story import Article, SentenceRef
from tests.fakes import TinyEncoder
from tests.matching.factories import ODD
from tests.report.factories import article

pytestmark = pytest.mark.model

HERALD = (
    "Ferry runs aground off Osmere",
    "A ferry with 214 passengers ran aground off Osmere on Tuesday, and lifeboats took them to shore.",
    "“The fog was so thick that I could not see the rail,” said Rosa Diaz, who was on deck.",
    "The company, which owns two ferries, will refund every ticket.",
)
WIRE = (
    "Lifeboats brought 214 passengers ashore after a ferry grounded near Osmere on Tuesday.",
    "An inquiry opens next week, the coast guard said.",
)
GERMAN = (
    "Die Fähre lief vor Osmere auf Grund, und alle Fahrgäste wurden an Land gebracht.",
    "Die Reederei, der zwei Fähren gehören, will alle Fahrkarten erstatten.",
)
PIECES = st.sampled_from("The mayor resigned , who and because on Monday “ ” 40 people 😀 was … He said that -- ( )".split())


def story(*articles: tuple[Sequence[str], str | None]) -> tuple[SentenceMatches, StoryClaims, ClaimMatches]:
    """Articles, each in its language, by an encoder without a fit of its own."""
    made = [replace(article("", texts), language=language) for texts, language in articles]
    return matched(match_sentences(index_story(made, TinyEncoder())))


def matched(sentence_matches: SentenceMatches) -> tuple[SentenceMatches, StoryClaims, ClaimMatches]:
    claims = extract_claims(sentence_matches)
    return sentence_matches, claims, match_story_claims(sentence_matches, claims.article_claims)


def texts(item: Article, story_claims: StoryClaims) -> list[list[str]]:
    return [[item.text[start:end] for start, end in claim.spans] for claim in story_claims.claims[item.key]]


def assert_sound(sentence_matches: SentenceMatches, story_claims: StoryClaims, matches: ClaimMatches) -> None:
    """What holds for any articles."""
    assert set(story_claims.claims) == set(story_claims.first_claim) == {item.key for item in sentence_matches.articles}
    for item in sentence_matches.articles:
        found, first = story_claims.claims[item.key], story_claims.first_claim[item.key]
        assert list(found) == sorted(found, key=lambda claim: (claim.sentence, claim.index_in_sentence))
        for sent in item.sentences:
            sentence = SentenceRef(item.key, sent.index)
            assert all(story_claims.sentence_of(claim) == sentence for claim in story_claims.claims_in(sentence))
        assert len(first) == len(item.sentences) + 1
        assert (first[0], first[-1]) == (0, len(found))
        for sent in item.sentences:
            own = [at for at, claim in enumerate(found) if claim.sentence == sent.index]
            assert own == list(range(first[sent.index], first[sent.index + 1])), "every sentence has a claim"
            assert own
            assert [found[at].index_in_sentence for at in own] == list(range(len(own)))
            for start, end in (span for at in own for span in found[at].spans):
                assert sent.start <= start <= end <= sent.end
        for claim in found:
            assert claim.spans
            assert all(one[1] <= other[0] for one, other in pairwise(claim.spans))
    keys = [key for key in sentence_matches.order if len(sentence_matches.indexed[key])]
    assert set(matches.directed) == set(permutations(keys, 2))
    by_key = {item.key: item for item in sentence_matches.articles}
    for (one, other), directed in matches.directed.items():
        for i, j in directed.entailed:
            sent = by_key[one].sentences[i]
            unmatched = matches.unmatched_spans(SentenceRef(one, i), SentenceRef(other, j), story_claims.parsed) or ()
            assert all(sent.start <= start < end <= sent.end for start, end in unmatched)
        claim_counts = [end - start for start, end in pairwise(story_claims.first_claim[one])]
        assert [len(probabilities) for probabilities in directed.present] == claim_counts
        for (i, j), same in directed.equivalent.items():
            assert same.shape == (len(directed.present[i]), len(matches.between(other, one).present[j]))


def test_claims_come_in_reading_order_in_their_sentences() -> None:
    sentence_matches, story_claims, matches = story((HERALD, "en"), (WIRE, "en"))
    assert_sound(sentence_matches, story_claims, matches)
    item = sentence_matches.articles[0]
    found = texts(item, story_claims)
    assert found[0] == ["Ferry runs aground off Osmere"]
    assert ["A ferry with 214 passengers ran aground off Osmere on Tuesday"] in found
    assert len(found) > len(HERALD), "some sentence states more than one"
    starts = [claim.spans[0][0] for claim in story_claims.claims["A"]]
    assert starts == sorted(starts)


def test_the_parse_of_each_article_is_kept() -> None:
    sentence_matches, story_claims, _ = story((HERALD, "en"), (GERMAN, "de"), (WIRE, "en"))
    assert set(story_claims.parsed) == {"A", "C"}
    for key, found in story_claims.parsed.items():
        assert found.article is sentence_matches.articles["ABC".index(key)]
        assert [doc.text for doc in found.docs] == [sent.text for sent in found.article.sentences]


@pytest.mark.parametrize("language", ["de", None])
def test_without_a_parser_a_sentence_is_one_claim(language: str | None) -> None:
    sentence_matches, story_claims, matches = story((GERMAN, language), (WIRE, "en"))
    assert_sound(sentence_matches, story_claims, matches)
    assert [(claim.sentence, claim.index_in_sentence) for claim in story_claims.claims["A"]] == [(0, 0), (1, 0)]
    assert texts(sentence_matches.articles[0], story_claims) == [[text] for text in GERMAN]
    assert story_claims.first_claim["A"] == (0, 1, 2)


def test_an_unparsed_claim_is_stated_by_whatever_its_sentence_is_linked_with() -> None:
    _, _, matches = story((WIRE, "de"), (WIRE, "en"))
    here = matches.between("A", "B")
    assert here.entailed
    assert all((found == 1).all() for found in (*here.entailed.values(), *here.equivalent.values()))


def test_the_other_articles_change_nothing_in_what_an_article_claims() -> None:
    _, alone, matches = story((HERALD, "en"))
    _, amid, _ = story((HERALD, "en"), (GERMAN, "de"), (WIRE, "en"))
    assert alone.claims["A"] == amid.claims["A"]
    assert alone.first_claim["A"] == amid.first_claim["A"]
    assert matches.directed == {}


def test_in_any_order_the_same_claims_match() -> None:
    (_, one, matches), (_, other, turned) = story((HERALD, "en"), (WIRE, "en")), story((WIRE, "en"), (HERALD, "en"))
    assert one.claims["A"] == other.claims["B"]
    assert one.claims["B"] == other.claims["A"]
    for mine, yours in ((("A", "B"), ("B", "A")), (("B", "A"), ("A", "B"))):
        here, there = matches.between(*mine), turned.between(*yours)
        assert here.equivalent.keys() == there.equivalent.keys()
        for at in here.equivalent:
            np.testing.assert_array_equal(here.equivalent[at], there.equivalent[at])
        for ours, theirs in zip(here.present, there.present, strict=True):
            np.testing.assert_array_equal(ours, theirs)


def test_progress_is_told_for_each_article_that_is_parsed() -> None:
    seen: list[tuple[str, float]] = []
    made = [replace(article("", texts), language=language) for texts, language in ((HERALD, "en"), (GERMAN, "de"), (WIRE, "en"))]
    extract_claims(match_sentences(index_story(made, TinyEncoder())), lambda stage, done: seen.append((stage, done)))
    done = [part for stage, part in seen if stage == "Splitting sentences into facts"]
    assert done[:2] == [0.0, 0.5], "of two, the third has no parser"
    assert done == sorted(done)
    assert done[-1] <= 1


@pytest.mark.parametrize("language", ["en", None])
@pytest.mark.parametrize("odd", [(), ("",), ODD, (" ", "\t\n"), ("“”", "--", "%%% $$$"), ("a",) * 5], ids=repr)
def test_odd_articles(odd: Sequence[str], language: str | None) -> None:
    assert_sound(*story((odd, language), (WIRE, "en"), (odd, language)))


@settings(max_examples=20)
@given(st.lists(st.lists(PIECES, max_size=12).map(" ".join), max_size=4), st.lists(PIECES, max_size=12).map(" ".join))
def test_any_words(one: list[str], other: str) -> None:
    assert_sound(*story((one, "en"), ([other], "en")))


def test_what_one_sentence_tells_and_the_other_does_not_is_none_where_nobody_looked() -> None:
    _, story_claims, matches = story((WIRE, "en"), (GERMAN, "de"))
    assert matches.unmatched_spans(SentenceRef("A", 0), SentenceRef("B", 0), story_claims.parsed) is None
    assert matches.unmatched_spans(SentenceRef("B", 0), SentenceRef("A", 0), story_claims.parsed) is None


def test_the_model_finds_which_claims_say_the_same(encoder: Encoder) -> None:
    made = [
        replace(article("", texts), language="en")
        for texts in (
            ["The mayor of Osmere resigned on Monday and the river Talven rose by three meters.", "Bees sleep in winter."],
            ["On Monday the mayor of Osmere resigned, officials said.", "Talven's waters rose three meters and flooded it."],
        )
    ]
    sentence_matches, story_claims, matches = matched(match_sentences(index_story(made, encoder)))
    assert_sound(sentence_matches, story_claims, matches)
    there = matches.between("A", "B").present
    assert story_claims.first_claim["A"] == (0, 2, 3)
    assert there[0][0] > 0.6
    assert there[1][0] < 0.3
    same = matches.between("A", "B").equivalent[0, 0]
    assert same[0].max() > same[1].max()

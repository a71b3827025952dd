"""The verbs in order: whatever order the articles come in, twice the same bytes, odd sets of articles, any strictness."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import astuple, replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from components import Settings, compare, read_sentences, read_text
from components.analysis import analyze, decide
from components.embeddings import CachedEncoder, Encoder
from components.story import Article, Comparison, InputError
from tests.fakes import TinyEncoder
from tests.story.schema import check

HERALD = [
    "Ferry runs aground off Osmere",
    "A ferry with 214 passengers ran aground off Osmere on Tuesday night, the coast guard said.",
    "All passengers were taken to shore by lifeboats within three hours.",
    "“The fog was so thick that I could not see the rail,” said Rosa Diaz, who was on deck.",
    "The ferry company will refund every ticket.",
]
WIRE = [
    "214 rescued as ferry grounds in fog",
    "Lifeboats brought all 214 passengers of a ferry ashore after it grounded near Osmere on Tuesday, the coast guard said.",
    "“I could not see the rail, the fog was so thick,” passenger Rosa Diaz said.",
    "An inquiry opens next week.",
]
POST = [
    "The coast guard said a ferry grounded off Osmere on Tuesday night.",
    "Nobody was hurt.",
    "The company that runs the ferry promised to refund all tickets.",
    "Two other ferries ran aground on the same rocks in 2011 and 2016.",
]
BEES = [
    "Bees find their way by polarised light.",
    "A study of 40 hives shows it.",
    "Wax melts at 63 degrees.",
    "Honey keeps for years.",
]
GERMAN = [
    "Fähre läuft vor Osmere auf Grund.",
    "Alle 214 Fahrgäste wurden nach Angaben der Küstenwache mit Rettungsbooten an Land gebracht.",
    "Die Reederei will alle Fahrkarten erstatten.",
]
STORY = {"Herald": HERALD, "Wire": WIRE, "Post": POST, "Garden": BEES}
BARE = Article("", (), "", outlet="Bare")


def article(outlet: str, sentences: Sequence[str] | None = None) -> Article:
    return read_sentences(sentences or STORY[outlet], outlet=outlet)


def run(*articles: Article, settings: Settings | None = None, encoder: Encoder | None = None) -> Comparison:
    return compare(articles, settings=settings, encoder=encoder or TinyEncoder())


def by_outlet(made: Comparison) -> dict[str, Any]:
    """Everything that was found, with outlets in the place of keys and nothing in an order that keys decide."""
    outlet = {item.key: str(item.outlet) for item in made.articles}
    return {
        "facts": [
            (
                fact.id,
                fact.label,
                fact.group,
                {outlet[key]: presence for key, presence in fact.presence.items()},
                {(outlet[mention.article], mention.sentence, mention.spans) for mention in fact.mentions},
            )
            for fact in made.facts
        ],
        "links": sorted(
            (*sorted([(outlet[link.left], link.left_sentence, link.left_only),
                      (outlet[link.right], link.right_sentence, link.right_only)]), link.probability,
             link.extent, tuple(link.reasons.items()))
            for link in made.links
        ),
        "differences": sorted(
            (found.kind, found.verdict, sorted(re.findall(r"\w+", found.why)), found.fact,
             sorted((outlet[end.article], *astuple(end)[1:]) for end in (found.left, found.right)))
            for found in made.differences
        ),
        "attributions": {(outlet[said.article], *astuple(said)[1:]) for said in made.attributions},
    }  # fmt: skip


def bytes_of(made: Comparison) -> str:
    return json.dumps(made.to_dict(), ensure_ascii=False)


def links_of(made: Comparison) -> set[tuple[str, str, int, int]]:
    return {(link.left, link.right, link.left_sentence, link.right_sentence) for link in made.links}


def ends_of(made: Comparison) -> set[tuple[Any, ...]]:
    return {(found.kind, found.left, found.right, found.verdict) for found in made.differences}


@pytest.mark.model
def test_twenty_orders_change_the_keys_and_nothing_else(encoder: Encoder) -> None:
    expected = by_outlet(run(*map(article, STORY), encoder=encoder))
    assert len(expected["links"]) >= 5
    assert expected["differences"]
    assert expected["attributions"]
    for seed in range(20):
        outlets = Random(seed).sample(list(STORY), len(STORY))  # noqa: S311
        assert by_outlet(run(*map(article, outlets), encoder=encoder)) == expected, outlets


def test_any_order_with_an_encoder_without_a_fit() -> None:
    expected = by_outlet(run(*map(article, STORY)))
    assert by_outlet(run(*map(article, reversed(STORY)))) == expected


def test_the_same_text_twice_in_either_order() -> None:
    one, twin, third = article("Herald"), article("Twin", HERALD), article("Post")
    assert by_outlet(run(one, twin, third)) == by_outlet(run(third, twin, one))


@pytest.mark.model
def test_the_same_bytes_twice_cached_or_not(encoder: Encoder, tmp_path: Path) -> None:
    articles = [article("Herald"), article("Wire")]
    fresh = CachedEncoder(encoder, tmp_path)
    first, again = (bytes_of(run(*articles, encoder=fresh)) for _ in range(2))
    assert first == again == bytes_of(run(*articles, encoder=encoder))


@pytest.mark.model
def test_two_articles_read_as_a_person_reads_them(encoder: Encoder) -> None:
    made = run(article("Herald"), article("Wire"), encoder=encoder)
    check(json.loads(bytes_of(made)))
    assert made.calibrated
    assert made.notes == ()
    assert {("A", "B", 1, 1), ("A", "B", 2, 1), ("A", "B", 3, 2)} <= links_of(made)
    assert not {("A", "B", 4, 3), ("A", "B", 4, 1), ("A", "B", 2, 3)} & links_of(made)
    quoted = next(fact for fact in made.facts_of("A", 3))
    assert quoted.group == "all"
    assert {fact.label for fact in made.facts if fact.only_in == "A"} == {"The ferry company will refund every ticket"}


TOLD = [
    "Ferry runs aground",
    "The ferry, which carried 214 passengers, ran aground on Tuesday, and lifeboats brought all of them ashore.",
    "Nobody was hurt.",
]


@pytest.mark.parametrize("known", [True, False], ids=["model", "no fit"])
@pytest.mark.model
def test_facts_are_claims_and_each_mention_is_what_stands_in_its_sentence(known: bool, encoder: Encoder) -> None:
    made = run(*map(article, STORY), article("Told", TOLD), encoder=encoder if known else None)
    check(made.to_dict())
    for fact in made.facts:
        assert fact.label in {mention.text for mention in fact.mentions}
        for mention in fact.mentions:
            inside, sent = made.article(mention.article), made.article(mention.article).sentences[mention.sentence]
            assert " … ".join(inside.text[start:end] for start, end in mention.spans) == mention.text
            edges = [sent.start, *(edge for span in mention.spans for edge in span), sent.end]
            assert edges == sorted(edges), "in order, inside one sentence"
    split = {mention.text for fact in made.facts for mention in fact.mentions if (mention.article, mention.sentence) == ("E", 1)}
    assert len(split) > 1
    assert len({mention.text for fact in made.facts_of("E", 2) for mention in fact.mentions_in("E")}) == 1


def test_a_claim_is_in_one_group_and_a_sentence_alone_is_one_claim() -> None:
    made = run(article("Told", TOLD))
    assert len(made.facts) == len({fact.mentions for fact in made.facts}) == len(TOLD), "no article tells its claims apart"
    assert {fact.verbatim_label.rstrip(".") for fact in made.facts} == {text.rstrip(".") for text in TOLD}
    assert {fact.only_in for fact in made.facts} == {"A"}


@pytest.mark.parametrize(
    "alone",
    [article("Zeitung", GERMAN), article("Note", ["Ship, stuck for days, free."]), replace(article("Told", TOLD), language=None)],
    ids=["German", "too little to tell the language", "the language unknown"],
)
def test_without_a_parser_a_sentence_is_one_claim(alone: Article) -> None:
    assert alone.language != "en"
    made = run(alone, article("Twin", TOLD))
    check(made.to_dict())
    whole = {(mention.sentence, mention.text) for fact in made.facts for mention in fact.mentions_in("A")}
    assert whole == {(sent.index, sent.text) for sent in alone.sentences}
    assert {mention.sentence for fact in made.facts for mention in fact.mentions_in("B")} == set(range(len(TOLD)))
    assert {said.article for said in made.attributions} <= {"B"}
    assert made.differences == ()


@pytest.mark.model
def test_a_detail_that_differs_stands_in_a_fact_that_both_state(encoder: Encoder) -> None:
    other = [HERALD[0], HERALD[1].replace("214", "180"), *HERALD[2:]]
    made = run(article("Herald"), article("Twin", other), encoder=encoder)
    check(made.to_dict())
    (found,) = made.differences
    assert (found.kind, found.verdict) == ("number", "differs")
    for end, number in ((found.left, "214"), (found.right, "180")):
        assert number in end.text == made.article(end.article).text[end.start : end.end]
        (fact,) = [fact for fact in made.facts if fact.id == found.fact]
        spans = [span for mention in fact.mentions_in(end.article) for span in mention.spans]
        assert any(start <= end.start and end.end <= stop for start, stop in spans)
    assert not fact.presence["A"].status == fact.presence["B"].status == "stated", "another number is not stated by both"


@pytest.mark.model
def test_broken_text_is_compared_too(encoder: Encoder) -> None:
    broken = ["Half a \ud83d sign, and he said that it was broken.", *HERALD[1:]]
    made = run(article("Broken", broken), article("Herald"), encoder=encoder)
    assert made.facts_of("A", 0)


def test_one_article_only() -> None:
    made = run(article("Herald"))
    assert made.links == ()
    assert [fact.only_in for fact in made.facts] == ["A"] * len(HERALD)
    assert "only one article" in made.notes[0]
    check(made.to_dict())


@pytest.mark.model
def test_the_same_article_twice(encoder: Encoder) -> None:
    made = run(article("Herald"), article("Twin", HERALD), encoder=encoder)
    assert {("A", "B", at, at) for at in range(len(HERALD))} <= links_of(made)
    assert [fact.group for fact in made.facts] == ["all"] * len(made.facts)
    assert "same text" in made.notes[0]
    check(made.to_dict())


@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_article_without_sentences(place: int) -> None:
    articles = [article("Herald"), article("Wire")]
    articles.insert(place, BARE)
    made = run(*articles)
    check(made.to_dict())
    key = made.keys[place]
    assert {fact.presence[key].status for fact in made.facts} == {"not_found"}
    assert len(made.links) == len(run(article("Herald"), article("Wire")).links)
    assert any(f"{key} · Bare shares hardly a sentence" in note for note in made.notes)


def test_what_a_passage_adds_to_the_label_stands_with_its_article() -> None:
    one = read_sentences(["The river Elver rose after the heavy rain."], outlet="Herald")
    other = read_sentences(["The river Elver rose by 14 metres after the heavy rain at Kessary."], outlet="Wire")
    made = run(one, other)
    shared = next(fact for fact in made.facts if fact.presence["B"].adds)
    assert {*shared.presence["B"].adds} <= {"14 metres", "Kessary"}
    told = {text for fact in made.facts for text in (fact.label, *fact.presence["B"].adds)}
    assert all(any(detail in text for text in told) for detail in ("14 metres", "Kessary"))


def test_no_sentence_anywhere() -> None:
    made = run(BARE, BARE)
    assert (made.links, made.facts, made.title) == ((), (), "")
    with pytest.raises(InputError, match="no sentence"):
        read_sentences([])


@pytest.mark.model
def test_an_article_about_something_else(encoder: Encoder) -> None:
    made = run(article("Herald"), article("Wire"), article("Garden"), encoder=encoder)
    assert [note for note in made.notes if "something else" in note] == [
        "C · Garden shares hardly a sentence with the others; it may be about something else."
    ]
    assert not [link for link in made.links if link.right == "C"]
    assert {fact.presence["C"].status for fact in made.facts if not fact.mentions_in("C")} <= {"not_found", "unclear"}


@pytest.mark.model
def test_another_language(encoder: Encoder) -> None:
    made = run(article("Herald"), article("Zeitung", GERMAN), encoder=encoder)
    assert made.articles[1].language == "de"
    assert any(note.startswith("Outside English") and note.endswith("compared: B · Zeitung.") for note in made.notes)
    check(made.to_dict())


def test_an_encoder_without_a_fit_is_said_to_have_none() -> None:
    made = run(article("Herald"), article("Wire"))
    assert not made.calibrated
    assert "not calibrated for this model (tiny)" in made.notes[-1]


def test_how_many_articles() -> None:
    many = [read_sentences([f"Ferry {number} ran aground.", "Rain fell."]) for number in range(13)]
    assert "".join(run(*many[:12]).keys) == "ABCDEFGHIJKL"
    with pytest.raises(InputError, match="13 articles are more than the 12"):
        run(*many)
    with pytest.raises(InputError, match="no article"):
        run()


def test_how_many_sentences() -> None:
    long = read_sentences(["Rain."] * 2_501, outlet="Long")
    with pytest.raises(InputError, match=r"^Long has 2,501 sentences and the limit is 2,500;"):
        run(article("Herald"), long)
    many = [read_sentences(["Rain."] * 2_500, outlet=str(number)) for number in range(5)]
    with pytest.raises(InputError, match="62,500,000 pairs of sentences and the limit is 50,000,000;"):
        run(*many)


def test_compare_is_analyze_and_decide() -> None:
    settings = Settings(link_probability=0.25)
    articles = [article("Herald"), article("Post")]
    assert bytes_of(run(*articles, settings=settings)) == bytes_of(decide(analyze(articles, encoder=TinyEncoder()), settings))


def test_progress_goes_forward() -> None:
    heard: list[tuple[str, float]] = []
    compare([*map(article, STORY)], encoder=TinyEncoder(), progress=lambda stage, done: heard.append((stage, done)))
    stages = list(dict.fromkeys(stage for stage, _ in heard))
    assert stages[0] == "Reading the meaning of 17 sentences"
    assert stages[1:] == ["Comparing sentences", "Splitting sentences into facts", "Comparing facts"]
    assert [stage for stage, _ in heard] == sorted((stage for stage, _ in heard), key=stages.index), "no stage comes back"
    for stage in stages:
        done = [share for name, share in heard if name == stage]
        assert done == sorted(done)
        assert (done[0], done[-1]) == (0.0, 1.0)


def test_articles_come_out_as_they_went_in() -> None:
    given = read_text("Ferry runs aground\n\nOSMERE — A ferry ran aground on Tuesday.", outlet="Herald")
    out = run(given, article("Wire")).articles[0]
    assert (out.key, out.text, out.sentences, out.removed) == ("A", given.text, given.sentences, given.removed)
    assert given.key == ""

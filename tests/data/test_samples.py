"""The sample stories in data/: their truth files agree with themselves, with the files beside them and with what intake reads."""

from __future__ import annotations

import html
import itertools
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"
SLUGS = {"narrows-talks": 4, "quernby-bridge": 3, "winter-walls": 4}
KINDS = {"number", "date", "name", "place", "quote", "term", "polarity"}
FORBIDDEN = ("omitted", "ignored", "hid", "buried", "failed to mention", "biased", "left", "right", "wrong", "misquote")
ARTICLES = [(slug, key) for slug, count in SLUGS.items() for key in "ABCD"[:count]]
PACKED = {("quernby-bridge", "A"), ("winter-walls", "A")}
"""The pdf and the docx: their text is seen through intake only."""
QUOTED = re.compile(r"[\"“][^\"”]+[\"”]")


@cache
def truth(slug: str) -> dict[str, Any]:
    """The truth file of one story."""
    truths: dict[str, Any] = json.loads((DATA / slug / "truth.json").read_text(encoding="utf-8"))
    return truths


def sentences(slug: str, key: str) -> list[str]:
    """The sentences of one article."""
    listed: list[str] = truth(slug)["articles"][key]["sentences"]
    return listed


def pairs(slug: str) -> list[tuple[str, str]]:
    """Every pair of article keys, in order."""
    return list(itertools.combinations(sorted(truth(slug)["articles"]), 2))


def cells(slug: str, table: str, pair: tuple[str, str]) -> set[tuple[int, int]]:
    """The sentence pairs that a table of links lists for two articles."""
    return {(row[0], row[1]) for row in truth(slug)[table]["-".join(pair)]}


def words_of(path: Path) -> str:
    """The words of a plain file: tags off, entities undone, emphasis and white space made even."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = html.unescape(re.sub(r"</?(?:a|em|strong|span)\b[^>]*>", "", text))
        text = re.sub(r"<[^>]+>", " ", text)
    return re.sub(r"\s+", " ", text)


stories = pytest.mark.parametrize("slug", SLUGS)
articles = pytest.mark.parametrize(("slug", "key"), ARTICLES)
plain_articles = pytest.mark.parametrize(("slug", "key"), [pair for pair in ARTICLES if pair not in PACKED])


def test_the_folders_hold_these_stories_and_nothing_else() -> None:
    assert {path.parent.name for path in DATA.glob("*/truth.json")} == set(SLUGS)
    for slug in SLUGS:
        named = {entry["file"] for entry in truth(slug)["articles"].values()}
        assert {path.name for path in (DATA / slug).iterdir() if not path.name.startswith(".")} == named | {"truth.json"}


def test_every_kind_of_file_is_there() -> None:
    suffixes = {Path(entry["file"]).suffix for slug in SLUGS for entry in truth(slug)["articles"].values()}
    assert suffixes == {".txt", ".md", ".html", ".pdf", ".docx"}


def test_a_file_is_small() -> None:
    assert all(path.stat().st_size < 50_000 for path in DATA.rglob("*") if path.is_file())


@stories
def test_schema(slug: str) -> None:
    truths = truth(slug)
    assert set(truths) == {
        "title", "about", "articles", "facts", "links", "links_not_counted", "differences", "shared_copy", "furniture",
    }  # fmt: skip
    assert list(truths["articles"]) == list("ABCD"[: SLUGS[slug]])
    assert set(truths["furniture"]) == set(truths["articles"])
    for entry in truths["articles"].values():
        assert set(entry) == {"file", "outlet", "agency", "headline", "date", "sentences"}
        assert re.fullmatch(r"(\d{4}|-)-\d\d-\d\d", entry["date"])
    assert len({entry["outlet"] for entry in truths["articles"].values()}) == SLUGS[slug]


@articles
def test_an_article_has_the_length_of_a_news_story(slug: str, key: str) -> None:
    listed = sentences(slug, key)
    assert 350 <= sum(len(sent.split()) for sent in listed) <= 700
    assert listed[0] == truth(slug)["articles"][key]["headline"]
    assert len(set(listed)) == len(listed)
    assert all(sent == " ".join(sent.split()) and sent for sent in listed)


@plain_articles
def test_the_sentences_stand_in_the_file_in_this_order(slug: str, key: str) -> None:
    path = DATA / slug / truth(slug)["articles"][key]["file"]
    text, at = words_of(path), 0
    for sent in sentences(slug, key):
        at = text.find(sent, at)
        assert at >= 0, sent
        at += len(sent)


@articles
def test_furniture_stands_in_the_file_and_not_in_the_story(slug: str, key: str) -> None:
    path = DATA / slug / truth(slug)["articles"][key]["file"]
    strings = truth(slug)["furniture"][key]
    story = " ".join(sentences(slug, key))
    assert strings and len(set(strings)) == len(strings)
    for string in strings:
        assert string not in story
        if (slug, key) not in PACKED:
            assert string in words_of(path) or string in path.read_text(encoding="utf-8"), string


@plain_articles
def test_outlet_and_agency_are_named_in_the_file(slug: str, key: str) -> None:
    entry = truth(slug)["articles"][key]
    path = DATA / slug / entry["file"]
    text = path.read_text(encoding="utf-8")
    assert entry["outlet"].lower() in text.lower()
    assert entry["agency"] is None or entry["agency"] in text


@stories
def test_facts_are_judged_for_every_article(slug: str) -> None:
    facts = truth(slug)["facts"]
    assert 15 <= len(facts) <= 22
    assert len({fact["fact"] for fact in facts}) == len(facts)
    for fact in facts:
        assert set(fact["status"]) == set(fact["sentences"]) == set(truth(slug)["articles"])
        assert set(fact["status"].values()) <= {"stated", "partly", "not_found"}
        for key, status in fact["status"].items():
            shown = fact["sentences"][key]
            assert (status == "not_found") == (not shown), fact["fact"]
            assert shown == sorted(set(shown))
            assert all(0 <= sent < len(sentences(slug, key)) for sent in shown)


@stories
def test_facts_fall_in_all_some_and_one(slug: str) -> None:
    counts = [sum(status != "not_found" for status in fact["status"].values()) for fact in truth(slug)["facts"]]
    assert min(counts) == 1
    assert max(counts) == SLUGS[slug]
    assert any(1 < count < SLUGS[slug] for count in counts)
    only = {
        key
        for fact in truth(slug)["facts"]
        for key, status in fact["status"].items()
        if status == "stated" and sum(other != "not_found" for other in fact["status"].values()) == 1
    }
    assert only == set(truth(slug)["articles"]), "each article states something that no other does"


@stories
def test_links_are_in_range_and_judged_once(slug: str) -> None:
    assert set(truth(slug)["links"]) == set(truth(slug)["links_not_counted"]) == {"-".join(pair) for pair in pairs(slug)}
    for pair in pairs(slug):
        rows = truth(slug)["links"]["-".join(pair)]
        linked, apart = cells(slug, "links", pair), cells(slug, "links_not_counted", pair)
        assert len(linked) == len(rows) > 0
        assert not linked & apart
        assert all(extent in ("full", "part") for _, _, extent in rows)
        for a_sent, b_sent in linked | apart:
            assert 0 <= a_sent < len(sentences(slug, pair[0]))
            assert 0 <= b_sent < len(sentences(slug, pair[1]))


@stories
def test_a_headline_is_linked_to_headlines_only(slug: str) -> None:
    for pair in pairs(slug):
        assert all((a_sent == 0) == (b_sent == 0) for a_sent, b_sent in cells(slug, "links", pair))


@stories
def test_two_articles_that_state_a_fact_share_a_link(slug: str) -> None:
    for fact, pair in itertools.product(truth(slug)["facts"], pairs(slug)):
        a_key, b_key = pair
        if "not_found" in (fact["status"][a_key], fact["status"][b_key]):
            continue
        shown = set(itertools.product(fact["sentences"][a_key], fact["sentences"][b_key]))
        judged = cells(slug, "links", pair)
        if "partly" in (fact["status"][a_key], fact["status"][b_key]):
            judged = judged | cells(slug, "links_not_counted", pair)
        assert shown & judged, (fact["fact"], pair)


@stories
def test_differences_are_planted_beside_look_alikes(slug: str) -> None:
    found = truth(slug)["differences"]
    assert 4 <= sum(entry["verdict"] == "differs" for entry in found) <= 7
    assert sum(entry["verdict"] in ("compatible", "more_specific") for entry in found) >= 2
    for entry in found:
        keys = sorted(set(entry) - {"kind", "fact", "about", "verdict"})
        assert len(keys) == 2
        assert entry["kind"] in KINDS
        assert entry["verdict"] in ("differs", "compatible", "more_specific")
        for key in keys:
            assert entry[key]
            assert all(0 < sent < len(sentences(slug, key)) for sent in entry[key])
        if entry["kind"] == "quote":
            assert all(QUOTED.search(sentences(slug, key)[entry[key][0]]) for key in keys)


@stories
def test_numbers_that_differ_are_different_in_the_text(slug: str) -> None:
    for entry in truth(slug)["differences"]:
        if entry["verdict"] != "differs" or entry["kind"] not in ("number", "date", "quote"):
            continue
        a_key, b_key = sorted(set(entry) - {"kind", "fact", "about", "verdict"})
        a_text, b_text = (" ".join(sentences(slug, key)[sent] for sent in entry[key]) for key in (a_key, b_key))
        if entry["kind"] == "quote":
            assert not set(QUOTED.findall(a_text)) & set(QUOTED.findall(b_text))
        else:
            assert a_text != b_text


@stories
def test_shared_copy_is_the_same_words_and_listed_whole(slug: str) -> None:
    for pair in pairs(slug):
        same = {
            (a_sent, b_sent)
            for (a_sent, a_text), (b_sent, b_text) in itertools.product(*(enumerate(sentences(slug, key)) for key in pair))
            if a_text == b_text
        }
        assert {tuple(row) for row in truth(slug)["shared_copy"].get("-".join(pair), [])} == same
        full = {(row[0], row[1]) for row in truth(slug)["links"]["-".join(pair)] if row[2] == "full"}
        assert same <= full


def test_one_article_uses_the_agency_copy_of_another() -> None:
    rows = truth("narrows-talks")["shared_copy"]["C-D"]
    assert len(rows) >= 4
    assert truth("narrows-talks")["articles"]["C"]["agency"] == truth("narrows-talks")["articles"]["D"]["agency"] is not None


@stories
def test_our_words_keep_to_the_wording_rules(slug: str) -> None:
    truths = truth(slug)
    ours = [truths["title"], truths["about"], *(fact["fact"] for fact in truths["facts"])]
    ours += [text for entry in truths["differences"] for text in (entry["fact"], entry["about"])]
    for text, word in itertools.product(ours, FORBIDDEN):
        assert not re.search(rf"\b{word}\b", text, re.IGNORECASE), (text, word)


@articles
def test_intake_reads_exactly_these_sentences(slug: str, key: str) -> None:
    from components.intake import read_file

    entry = truth(slug)["articles"][key]
    article = read_file(DATA / slug / entry["file"])
    assert [sent.text for sent in article.sentences] == entry["sentences"]


@articles
def test_intake_reads_the_masthead(slug: str, key: str) -> None:
    from components.intake import read_file

    entry = truth(slug)["articles"][key]
    article = read_file(DATA / slug / entry["file"])
    assert (article.outlet, article.agency, article.headline) == (entry["outlet"], entry["agency"], entry["headline"])


@articles
def test_intake_takes_the_furniture_away(slug: str, key: str) -> None:
    from components.intake import read_file

    article = read_file(DATA / slug / truth(slug)["articles"][key]["file"])
    assert [string for string in truth(slug)["furniture"][key] if string in article.text] == []

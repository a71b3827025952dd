"""A comparison as JSON, schema `samestory/1`, and as long tables."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from pydantic import ValidationError

from components import compare, read_sentences, read_text
from components.embeddings import Encoder
from components.story import SCHEMA, Attribution, Comparison, Fact, Mention, SkippedFile
from components.story.frames import COLUMNS
from components.story.wire import ComparisonJson
from tests.fakes import TinyEncoder
from tests.matching.factories import FLOOD, ODD, RIVER
from tests.report.factories import article, bridge, hostile
from tests.report.factories_details import every_kind
from tests.story.schema import KEYS, Json, check

PASTED = "Flood kills 40\n\nShare this story\n\nOSMERE — Forty people were killed in the town of Osmere. Rain fell for days 😀."


def real() -> Comparison:
    """What compare makes of split sentences, of odd ones, and of a pasted page with furniture."""
    articles = [read_sentences(FLOOD, headline=0), read_sentences(RIVER, outlet="Wire"), read_sentences(ODD), read_text(PASTED)]
    return compare(articles, encoder=TinyEncoder(), errors=[SkippedFile("bad.pdf", "It is empty.")])


MADE: dict[str, Callable[[], Comparison]] = {
    "real": real,
    "one article": lambda: compare([read_sentences(["It rained."])], encoder=TinyEncoder()),
    "by hand": bridge,
    "every kind of detail": every_kind,
    "hostile": lambda: hostile(["<b>&amp;", "\u202eabc", "</script>"]),
}


@pytest.fixture(params=MADE, scope="module")
def comparison(request: pytest.FixtureRequest) -> Comparison:
    return MADE[request.param]()


def test_real_output_keeps_to_the_schema() -> None:
    found = json.loads(json.dumps(real().to_dict()))
    check(found)
    assert found["schema"] == SCHEMA
    assert found["errors"] == [{"file": "bad.pdf", "cause": "It is empty."}]
    assert found["articles"][3]["removed"], "the pasted page has furniture"
    assert found["encoder"]["calibrated"] is False
    assert len(found["facts"]) >= 8
    assert all(any(c.isalnum() for c in fact["label"]) for fact in found["facts"])


@pytest.mark.parametrize("name", ["one article", "by hand", "every kind of detail"])
def test_other_output_keeps_to_it_too(name: str) -> None:
    check(json.loads(json.dumps(MADE[name]().to_dict())))


STRANGE = [["", "It rained.", ""], ["…", "😀"], ["雨が降った。"], ["قال الوزير إن", "\u200f"], ["x " * 2000]]


@pytest.mark.parametrize("sentences", STRANGE, ids=["empty", "marks", "Japanese", "Arabic", "long"])
def test_odd_sentences_keep_to_it(sentences: list[str]) -> None:
    odd = read_sentences(sentences)
    check(compare([odd, read_sentences(RIVER), odd], encoder=TinyEncoder()).to_dict())


@pytest.mark.model
def test_odd_sentences_and_broken_text_keep_to_it_with_the_model(encoder: Encoder) -> None:
    odd = [read_sentences(sentences) for sentences in (*STRANGE[:-1], ["half \ud83d a sign", "x " * 300], RIVER)]
    check(compare(odd, encoder=encoder).to_dict())


def test_the_keys_are_those_promised_and_all_are_written() -> None:
    schema = ComparisonJson.model_json_schema()
    objects = {**schema["$defs"], "ComparisonJson": schema}
    assert {name: " ".join(form["properties"]) for name, form in objects.items()} == KEYS
    assert [name for name, form in objects.items() if set(form.get("required", ())) != set(form["properties"])] == []


def test_another_program_may_check_the_json_by_the_schema() -> None:
    schema = ComparisonJson.model_json_schema()
    Draft202012Validator.check_schema(schema)
    found = json.loads(json.dumps(bridge().to_dict()))
    assert Draft202012Validator(schema).is_valid(found)
    spoil(found, "status")
    assert not Draft202012Validator(schema).is_valid(found)


def spoil(found: Json, where: str) -> None:
    """Puts one mistake into the JSON."""
    match where:
        case "status":
            found["facts"][0]["presence"]["A"]["status"] = "omitted"
        case "probability":
            found["links"][0]["probability"] = 1.5
        case "missing":
            del found["articles"][0]["masthead"]
        case "attribution":
            found["attributions"][0]["content"][0][1] += 100
        case _:
            found["articles"][0]["sentences"][0]["end"] += 1


@pytest.mark.parametrize("where", ["status", "probability", "missing", "attribution", "offset"])
def test_the_check_would_find_a_mistake(where: str) -> None:
    found = json.loads(json.dumps(bridge().to_dict()))
    spoil(found, where)
    with pytest.raises((ValidationError, AssertionError)):
        check(found)


def test_a_mention_in_several_spans_joins_them() -> None:
    item = article("A", ["Rain fell, the mayor said, for days."], headline=False)
    mention = Mention("A", 0, ((0, 9), (27, 35)), "Rain fell … for days")
    made = Comparison((item,), (), (Fact("f", "Rain fell … for days", (mention,), {}),), {}, "tiny", "0", True)
    found = made.to_dict()
    found["facts"][0]["presence"] = {
        "A": {"status": "stated", "probability": 1.0, "nearest": None, "why": "", "by_hand": False, "adds": [], "second": None}
    }
    check(json.loads(json.dumps(found)))
    row = made.to_frames()["mentions"].iloc[0]
    assert (row["start"], row["end"], row["text"]) == (0, 35, "Rain fell … for days")


def test_the_frames_have_their_columns(comparison: Comparison) -> None:
    frames = comparison.to_frames()
    assert {name: list(frame.columns) for name, frame in frames.items()} == COLUMNS
    assert len(frames["articles"]) == len(comparison.articles)
    assert len(frames["sentences"]) == sum(len(item.sentences) for item in comparison.articles)
    assert len(frames["removed"]) == sum(len(item.removed) for item in comparison.articles)
    assert len(frames["links"]) == len(comparison.links)
    assert len(frames["facts"]) == len(comparison.facts)
    assert len(frames["presence"]) == len(comparison.facts) * len(comparison.articles)
    assert len(frames["mentions"]) == sum(len(fact.mentions) for fact in comparison.facts)
    assert len(frames["differences"]) == len(comparison.differences)
    assert len(frames["attributions"]) == len(comparison.attributions)


def test_frames_count_sentences_both_ways(comparison: Comparison) -> None:
    frames = comparison.to_frames()
    for name, columns in COLUMNS.items():
        for column in columns:
            if column.endswith("sentence_number"):
                zero = frames[name][column.removesuffix("_number")]
                assert (frames[name][column].dropna() == zero.dropna() + 1).all(), (name, column)


def test_no_heading_says_left_or_right() -> None:
    assert not [column for columns in COLUMNS.values() for column in columns if "left" in column or "right" in column]


def test_rows_hold_the_words_they_count() -> None:
    made = bridge()
    frames = made.to_frames()
    link = frames["links"].iloc[0]
    assert (link["a_article"], link["a_text"]) == ("A", made.articles[0].sentences[1].text)
    assert (link["b_sentence_number"], link["b_text"]) == (2, made.articles[1].sentences[1].text)
    differs = frames["differences"].iloc[1]
    assert (differs["a_text"], differs["b_text"], differs["b_sentence_number"]) == ("40", "14", 2)
    assert made.articles[0].text[differs["a_start"] : differs["a_end"]] == "40"
    assert made.articles[1].text[differs["b_start"] : differs["b_end"]] == "14"
    speaks = frames["attributions"].iloc[0]
    assert list(speaks[["sentence_number", "speaker", "speaker_text", "cue_text"]]) == [3, "the mayor", "the mayor", "says"]
    assert made.articles[0].text[speaks["start"] : speaks["end"]] == speaks["text"] == "A ferry runs"
    assert list(frames["facts"]["only_in"].fillna("")) == ["", "A", "", "", "A"]
    nearest = frames["presence"].set_index(["fact", "article"])["nearest_sentence"]
    assert nearest["f2", "B"] == 2
    assert nearest[["f2"]].isna().sum() == 1, "its own article has no nearest passage here"


def test_an_attribution_without_speaker_or_cue_has_empty_places() -> None:
    made = bridge()
    start = made.articles[0].sentences[2].start
    bare = Attribution("A", 2, None, None, None, ((start, start + 7),), True)
    found = replace(made, attributions=(bare,))
    check(found.to_dict())
    assert found.to_dict()["attributions"][0]["speaker_span"] is None
    row = found.to_frames()["attributions"].iloc[0]
    assert (row["speaker"], row["cue_text"], row["text"], bool(row["direct"])) == (None, None, "A ferry", True)

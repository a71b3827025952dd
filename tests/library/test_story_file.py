"""A story as one file: what goes in comes out, and what Samestory did not write is refused in one sentence."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from pydantic import ValidationError

from components import read_file
from components.library import StoryState, from_file, to_file
from components.library.story_file import LATER, SCHEMA, StoryJson
from components.settings import MAX_ARTICLES, MAX_BYTES
from components.story import Article, InputError
from tests.library.factories import BRIDGE, STORIES, STORY, article
from tests.report.factories import bridge

ROOT = Path(__file__).resolve().parents[2]

ONE_SENTENCE = r"^[A-Z][^;]*; [^;]*\.$"


def refused(content: bytes) -> str:
    with pytest.raises(InputError, match=ONE_SENTENCE) as told:
        from_file(content, "x.samestory")
    assert told.value.name == "x.samestory"
    return str(told.value)


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    """The file of STORY after a change in its JSON."""
    values = json.loads(to_file(STORY))
    change(values)
    return json.dumps(values).encode()


@given(STORIES)
@settings(max_examples=50)
def test_what_goes_in_comes_out(work: StoryState) -> None:
    content = to_file(work)
    assert from_file(content, "x") == work
    assert to_file(from_file(content, "x")) == content
    assert from_file(json.dumps(json.loads(content), indent=2).encode(), "x") == work, "as another program may write it"


@pytest.mark.parametrize("story", sorted(path.name for path in (ROOT / "data").iterdir() if path.is_dir()))
def test_the_samples_go_in_and_out(story: str) -> None:
    files = sorted(path for path in (ROOT / "data" / story).iterdir() if path.suffix in (".txt", ".md", ".html", ".htm"))
    work = StoryState(tuple(map(read_file, files)))
    assert len(work.articles) > 1
    assert from_file(to_file(work), "x") == work


def test_the_comparison_is_there_for_other_programs() -> None:
    content = to_file(STORY, bridge().to_dict())
    assert json.loads(content)["comparison"]["schema"] == "samestory/1"
    assert from_file(content, "x") == STORY


def test_where_there_is_no_room_the_comparison_goes_first() -> None:
    content = to_file(STORY, {"facts": "x" * MAX_BYTES})
    assert json.loads(content)["comparison"] is None
    assert from_file(content, "x") == STORY
    big = Article("x" * 900_000, (), "x" * 900_000)
    with pytest.raises(InputError, match=ONE_SENTENCE):
        to_file(StoryState((big,) * MAX_ARTICLES))


def test_half_a_character_is_written_as_a_question_mark() -> None:
    written = json.loads(to_file(StoryState((article("Half \ud800.", "\ud83d\ude00"),))))["articles"][0]
    assert [sentence["text"] for sentence in written["sentences"]] == ["Half ?.", "??"]


def test_a_file_from_before_the_encoder_stood_in_it_is_read() -> None:
    assert from_file(changed(lambda values: values.pop("encoder")), "x") == replace(STORY, encoder=None)


def test_the_rules_are_a_json_schema() -> None:
    rules = StoryJson.model_json_schema()
    Draft202012Validator.check_schema(rules)
    assert rules["properties"]["schema"]["const"] == SCHEMA
    assert rules["properties"]["articles"]["maxItems"] == MAX_ARTICLES
    assert sorted([*rules["required"], "encoder"]) == sorted(rules["properties"])
    for content in (to_file(STORY), changed(BROKEN["a key too many in an article"])):
        assert Draft202012Validator(rules).is_valid(json.loads(content)) == (content == to_file(STORY))


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ("a key too many", "the top"),
        ("a key too few", "the top"),
        ("a key too many in an article", "articles/0"),
        ("no list", "articles"),
        ("true for a number", "articles/0/sentences/0/index"),
        ("a control character", "articles/0/outlet"),
        ("a kind of correction", "corrections/0/kind"),
        ("an anchor in letters", "corrections/0/anchors/0/start"),
        ("a comparison that is a list", "comparison"),
    ],
)
def test_the_message_says_where_the_fault_is(change: str, place: str) -> None:
    assert f"(see {place})" in refused(changed(BROKEN[change]))


@pytest.mark.parametrize("inside", ['"articles":[{},{}]', '"articles":[{"sentences":[{},{}]}]', '"1":0,"2":0'])
def test_of_many_faults_few_are_looked_for(inside: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each takes memory, and a file of nothing else would have millions."""
    counts = []
    from_outside = StoryJson.from_outside

    def counted(values: object) -> StoryJson:
        try:
            return from_outside(values)
        except ValidationError as error:
            counts.append(error.error_count())
            raise

    monkeypatch.setattr(StoryJson, "from_outside", counted)
    one = inside.replace(",{}", "").replace(',"2":0', "")
    messages = {refused(f'{{"schema":"{SCHEMA}",{faults}}}'.encode()) for faults in (one, inside)}
    assert len(messages) == 1
    assert counts[1] == counts[0] + ("2" in inside)
    assert "no story" in refused(changed(lambda values: values.update({str(number): 0 for number in range(1_001)})))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"null",
        b"[]",
        b"{}",
        b"PK\x03\x04" * 99,
        b'{"schema": "samestory/1"}',
        b'{"schema": "samestory-story/0"}',
        b'{"schema": "samestory-story/1 "}',
        b'{"schema": ["samestory-story/1"]}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
    ],
    ids=lambda content: f"{content[:24]!r} {len(content)}",
)
def test_what_is_no_story(content: bytes) -> None:
    begun = time.monotonic()
    assert "no story" in refused(content)
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("part", [b"{}", b"[]", b"0", b'""'])
def test_what_would_fill_the_memory_is_not_even_parsed(part: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json, "loads", pytest.fail)
    assert "no story" in refused(b'{"schema":"samestory-story/1","comparison":[' + (part + b",") * 3_000_000 + b"0]}")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'"index":0', b'"index":NaN'),
        (b'"index":0', b'"index":-Infinity'),
        (b'"index":0', b'"index":1e999'),
        (b'"index":0', b'"index":' + b"9" * 10_000),
        (b'"index":0', b'"index":0,"index":0'),
        (b'"name":"a.txt"', b'"name":"\\ud800"'),
        (b'"name":"a.txt"', b'"name":"a\ntxt"'),
        (b'"name":"a.txt"', b'"name":"\xc3"'),
    ],
)
def test_json_that_other_programs_might_read_otherwise(before: bytes, after: bytes) -> None:
    content = to_file(STORY)
    assert before in content
    assert "no story" in refused(content.replace(before, after, 1))


def test_a_file_of_a_newer_version_says_so() -> None:
    assert "newer version" in refused(changed(lambda values: values.update(schema="samestory-story/2", more=1)))
    assert LATER.fullmatch("samestory-story/12")
    assert not LATER.fullmatch(SCHEMA)


def test_a_file_that_is_too_large() -> None:
    assert "20 MB" in refused(b" " * (MAX_BYTES + 1))


BROKEN: dict[str, Callable[[dict[str, Any]], object]] = {
    "a key too many": lambda v: v.update(extra=1),
    "a key too few": lambda v: v.pop("undone"),
    "a key too many in an article": lambda v: v["articles"][0].update(key="A"),
    "no list": lambda v: v.update(articles={}),
    "too many articles": lambda v: v.update(articles=v["articles"] * 7),
    "a word for strictness": lambda v: v.update(strictness="lenient"),
    "a long title": lambda v: v.update(title="x" * 201),
    "yes for true": lambda v: v.update(compared="yes"),
    "true for a number": lambda v: v["articles"][0]["sentences"][0].update(index=False),
    "a number with a point": lambda v: v["articles"][0]["sentences"][0].update(start=0.0),
    "a number below zero": lambda v: v["articles"][0]["sentences"][0].update(start=-1),
    "a role": lambda v: v["articles"][0]["sentences"][0].update(role="caption"),
    "a control character": lambda v: v["articles"][0].update(outlet="a\x1bb"),
    "a kind of correction": lambda v: v["corrections"][0].update(kind="burn"),
    "an anchor in letters": lambda v: v["corrections"][0]["anchors"][0].update(start="0"),
    "a comparison that is a list": lambda v: v.update(comparison=[]),
    "a headline in the middle": lambda v: v["articles"][0]["sentences"][1].update(role="headline"),
    "other words": lambda v: v["articles"][0]["sentences"][1].update(text="The vote was 2 to 7."),
    "other offsets": lambda v: v["articles"][0]["sentences"][1].update(start=1),
    "an end past the text": lambda v: v["articles"][0]["sentences"][1].update(end=900_000),
    "other numbers": lambda v: v["articles"][0]["sentences"][1].update(index=2),
    "sentences out of order": lambda v: v["articles"][0]["sentences"].reverse(),
    "a sentence twice": lambda v: v["articles"][0]["sentences"].append({**v["articles"][0]["sentences"][1], "index": 2}),
    "removed words that do not stand there": lambda v: v["articles"][0]["removed"][0].update(text="Share this article"),
    "a text of control characters": lambda v: v["articles"][0].update(raw=v["articles"][0]["raw"] + "\0" * 9),
    "an empty article": lambda v: v["articles"][0].update(text="", sentences=[]),
}


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN.keys())
def test_a_story_that_was_changed(change: Callable[[dict[str, Any]], object]) -> None:
    assert from_file(changed(lambda _: None), "x") == STORY
    assert "the file" in refused(changed(change)).lower()


LONG = " ".join(["word"] * 10_001)
MANY = "\n".join(["ab"] * 2_501)


@pytest.mark.parametrize(
    ("one", "limit"),
    [
        (Article(LONG, (), LONG), "10,000"),
        (Article("Short.", (), "x\n" * 20_001), "10,000 words"),
        (Article("Short.", (), "x" * 1_000_001), "no longer as Samestory saved it"),
        (article(*["ab"] * 2_501), "2,500"),
    ],
    ids=["words", "lines", "characters", "sentences"],
)
def test_limits(one: Article, limit: str) -> None:
    assert limit in refused(to_file(StoryState((one,))))


@given(st.data())
def test_no_change_of_a_byte_brings_more_than_a_sentence(data: st.DataObject) -> None:
    content = bytearray(to_file(StoryState((BRIDGE,), STORY.corrections)))
    at = data.draw(st.integers(0, len(content) - 1))
    instead = st.binary(max_size=3) | st.sampled_from([b"1", b'"', b"{", b"}", b"\\"])
    content[at : at + data.draw(st.integers(0, 3))] = data.draw(instead)
    try:
        work = from_file(bytes(content), "x")
    except InputError:
        return
    assert from_file(to_file(work), "x") == work

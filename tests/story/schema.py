"""The JSON schema of `samestory/1` as the tests hold it, and a check that every offset points at what it says."""

from __future__ import annotations

from typing import Any

import jsonschema  # type: ignore[import-untyped]

from components.story import KINDS

Json = dict[str, Any]

TEXT: Json = {"type": "string"}
FLAG: Json = {"type": "boolean"}
MAYBE: Json = {"type": ["string", "null"]}
INDEX: Json = {"type": "integer", "minimum": 0}
SHARE: Json = {"type": "number", "minimum": 0, "maximum": 1}
KEY: Json = {"type": "string", "pattern": "^[A-L]$"}


def thing(**properties: Json) -> Json:
    """An object with exactly these keys."""
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def each(items: Json) -> Json:
    return {"type": "array", "items": items}


def one_of(*values: str) -> Json:
    return {"enum": list(values)}


def by_key(values: Json) -> Json:
    return {"type": "object", "patternProperties": {KEY["pattern"]: values}, "additionalProperties": False}


NEAREST: Json = {"oneOf": [{"type": "null"}, thing(sentence=INDEX, similarity=SHARE)]}
STATUS = one_of("stated", "partly", "not_found", "unclear")
PRESENCE = thing(status=STATUS, probability=SHARE, nearest=NEAREST, why=TEXT, by_hand=FLAG)
SENTENCE = thing(index=INDEX, start=INDEX, end=INDEX, text=TEXT, role=one_of("headline", "lede", "body"))
DETAIL = thing(article=KEY, sentence=INDEX, start=INDEX, end=INDEX, text=TEXT, value=MAYBE)
SPAN: Json = {"type": "array", "items": INDEX, "minItems": 2, "maxItems": 2}
MAYBE_SPAN: Json = {"oneOf": [{"type": "null"}, SPAN]}
MAYBE_SPANS: Json = {"oneOf": [{"type": "null"}, each(SPAN)]}
ANCHOR = thing(article=TEXT, start=INDEX, text=TEXT)
SCHEMA = thing(
    schema={"const": "samestory/1"},
    story=thing(title=TEXT),
    settings={"type": "object"},
    encoder=thing(name=TEXT, digest=TEXT, calibrated={"type": "boolean"}),
    errors=each(thing(file=TEXT, cause=TEXT)),
    notes=each(TEXT),
    articles=each(
        thing(
            key=KEY, file=MAYBE, outlet=MAYBE, agency=MAYBE, headline=MAYBE, published=MAYBE, language=MAYBE,
            masthead=thing(dateline=MAYBE, byline=MAYBE, date=MAYBE), raw=TEXT, text=TEXT, sentences=each(SENTENCE),
            removed=each(thing(start=INDEX, end=INDEX, text=TEXT, rule=TEXT)),
        )
    ),
    links=each(
        thing(
            left=KEY, right=KEY, left_sentence=INDEX, right_sentence=INDEX, probability=SHARE, extent=one_of("full", "part"),
            reasons={"type": "object", "additionalProperties": {"type": "number"}}, left_only=MAYBE_SPANS, right_only=MAYBE_SPANS,
            by_hand=FLAG,
        )
    ),
    facts=each(
        thing(
            id=TEXT, label=TEXT, aliases=each(TEXT), group=one_of("all", "some", "only", "unclear"), checked=FLAG,
            presence=by_key(PRESENCE),
            mentions={**each(thing(article=KEY, sentence=INDEX, spans={**each(SPAN), "minItems": 1}, text=TEXT)), "minItems": 1},
        )
    ),
    differences=each(
        thing(
            kind=one_of("number", "date", "name", "place", "quote", "term", "order", "polarity"), fact=TEXT, left=DETAIL,
            right=DETAIL, verdict=one_of("differs", "compatible", "more_specific", "unresolved"), why=TEXT,
            checked=one_of("", "checked", "none"),
        )
    ),
    attributions=each(
        thing(
            article=KEY, sentence=INDEX, speaker=MAYBE, speaker_span=MAYBE_SPAN, cue=MAYBE_SPAN,
            content={**each(SPAN), "minItems": 1}, direct={"type": "boolean"},
        )
    ),
    corrections=each(
        thing(
            kind=one_of(*KINDS), anchors=each(ANCHOR), others=each(ANCHOR), field=MAYBE, value=MAYBE, made=MAYBE, applied=FLAG
        )
    ),
)  # fmt: skip


def check(found: Json) -> None:
    """Fails unless the JSON keeps to the schema and everything in it points at something."""
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    texts = {article["key"]: article["text"] for article in found["articles"]}
    sentences = {article["key"]: article["sentences"] for article in found["articles"]}
    for article in found["articles"]:
        for index, sent in enumerate(article["sentences"]):
            assert sent["index"] == index
            assert article["text"][sent["start"] : sent["end"]] == sent["text"]
        for removed in article["removed"]:
            assert article["raw"][removed["start"] : removed["end"]] == removed["text"]
    for link in found["links"]:
        assert link["left"] < link["right"]
        assert link["left_sentence"] < len(sentences[link["left"]])
        assert link["right_sentence"] < len(sentences[link["right"]])
    ids = [name for fact in found["facts"] for name in (fact["id"], *fact["aliases"])]
    assert len(set(ids)) == len(ids)
    for fact in found["facts"]:
        assert set(fact["presence"]) == set(texts)
        assert any(mention["text"] == fact["label"] for mention in fact["mentions"])
        for mention in fact["mentions"]:
            passages = [texts[mention["article"]][start:end] for start, end in mention["spans"]]
            assert " … ".join(passages) == mention["text"]
            sent = sentences[mention["article"]][mention["sentence"]]
            assert sent["start"] <= mention["spans"][0][0] <= mention["spans"][-1][1] <= sent["end"]
        for key, presence in fact["presence"].items():
            assert presence["nearest"] is None or presence["nearest"]["sentence"] < len(sentences[key])
    for difference in found["differences"]:
        assert difference["fact"] in ids
        for side in (difference["left"], difference["right"]):
            assert texts[side["article"]][side["start"] : side["end"]] == side["text"]
    for said in found["attributions"]:
        sent = sentences[said["article"]][said["sentence"]]
        for start, end in [*said["content"], *(span for span in (said["speaker_span"], said["cue"]) if span)]:
            assert sent["start"] <= start < end <= sent["end"]

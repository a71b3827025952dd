"""A check that the JSON of a comparison keeps to its form and every offset points at what it says; the keys of that form."""

from __future__ import annotations

import json
from typing import Any

from components.story.wire import ComparisonJson

Json = dict[str, Any]

KEYS = {
    "ComparisonJson": (
        "schema story settings encoder second_reader errors notes articles links facts differences attributions corrections"
    ),
    "TitleJson": "title",
    "EncoderJson": "name digest calibrated",
    "SecondReaderJson": "name digest calibrated",
    "SkippedFileJson": "file cause",
    "ArticleJson": "key file outlet agency headline published language masthead raw text sentences removed",
    "MastheadJson": "dateline byline date",
    "SentenceJson": "index start end text role",
    "RemovedJson": "start end text rule",
    "LinkJson": "left right left_sentence right_sentence probability extent reasons left_only right_only by_hand",
    "FactJson": "id label label_additions weight weight_reasons aliases group checked presence mentions",
    "LabelAdditionJson": "at text",
    "PresenceJson": "status probability nearest why by_hand adds second",
    "SecondOpinionJson": "says probability sentence unblended",
    "NearestJson": "sentence similarity",
    "MentionJson": "article sentence spans text",
    "DifferenceJson": "kind fact left right verdict why checked",
    "DetailJson": "article sentence start end text value",
    "AttributionJson": "article sentence speaker speaker_span cue content direct",
    "CorrectionJson": "kind anchors others field value made applied",
    "AnchorJson": "article start text",
}
"""The contract: the keys of each object of `samestory/1`, in order."""


def check_label(fact: Json, texts: dict[str, str]) -> None:
    """Fails unless a label is verbatim, in an article that mentions the fact, but for the additions that stand where they say."""
    label = fact["label"]
    for addition in reversed(fact["label_additions"]):
        end = addition["at"] + len(addition["text"])
        assert label[addition["at"] : end] == addition["text"]
        label = label[: addition["at"]] + label[end:]
    mentioning = {mention["article"] for mention in fact["mentions"]}
    assert any(all(part in texts[key] for part in label.split(" … ")) for key in mentioning)


def check(found: Json) -> None:
    """Fails unless the JSON keeps to the schema and everything in it points at something."""
    written = json.dumps(found, ensure_ascii=False).encode("utf-8", "replace")  # as files are: half a character has no bytes
    assert ComparisonJson.model_validate_json(written, strict=True).to_dict() == json.loads(written)
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
        check_label(fact, texts)
        for mention in fact["mentions"]:
            passages = [texts[mention["article"]][start:end] for start, end in mention["spans"]]
            assert " … ".join(passages) == mention["text"]
            sent = sentences[mention["article"]][mention["sentence"]]
            assert sent["start"] <= mention["spans"][0][0] <= mention["spans"][-1][1] <= sent["end"]
        for key, presence in fact["presence"].items():
            assert all(text in texts[key] for text in presence["adds"])
            for place in (presence["nearest"], presence["second"]):
                assert place is None or place["sentence"] < len(sentences[key])
    for difference in found["differences"]:
        assert difference["fact"] in ids
        for side in (difference["left"], difference["right"]):
            assert texts[side["article"]][side["start"] : side["end"]] == side["text"]
    for said in found["attributions"]:
        sent = sentences[said["article"]][said["sentence"]]
        for start, end in [*said["content"], *(span for span in (said["speaker_span"], said["cue"]) if span)]:
            assert sent["start"] <= start < end <= sent["end"]

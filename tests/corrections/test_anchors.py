"""Anchors: every passage of every article is found again, also after furniture came back or went; strange words are not."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from components import read_text
from components.corrections import Anchors
from components.corrections.anchors import RawOffsets
from components.intake import remove, restore
from components.story import Anchor, Article, InputError, digests

PAGE = (
    "Share this article\nBridge vote passes\n\nBy Rosa Diaz\n\n"
    "The county council approved the repair on Thursday by 7 votes to 2.\n\n"
    "Work   begins in\u00a0May, the\u200b mayor said.\n\nWork begins in May, a driver hopes.\n\n"
    "Read more: Ten bridges you should see\n\n"
    "© 2026 The Herald. All rights reserved.\n"
)


def keyed(text: str, key: str = "A") -> Article:
    return replace(read_text(text), key=key)


def test_every_letter_of_the_text_is_found_in_the_raw_text() -> None:
    article = keyed(PAGE)
    places = RawOffsets(article)
    for at, letter in enumerate(article.text):
        if not letter.isspace():
            assert article.raw[places.anchor("d", at, at + 1).start] == letter


def test_a_passage_is_found_again_after_furniture_came_back() -> None:
    article = keyed(PAGE)
    assert article.removed
    again = article
    while again.removed:
        again = restore(again, again.removed[0])
    assert again.text != article.text
    for sent in article.sentences:
        anchor = Anchors([article]).anchor_span("A", sent.start, sent.end)
        found = Anchors([again]).find_passage(anchor)
        assert found is not None
        assert again.text[found.start : found.end] == sent.text


def test_of_words_that_stand_twice_the_place_decides() -> None:
    article = keyed("Rain fell on the town.\n\nThe mayor spoke of it at noon.\n\nRain fell on the town.")
    anchors = Anchors([article])
    first, last = article.sentences[0], article.sentences[-1]
    for sent in (first, last):
        found = anchors.find_passage(anchors.anchor_span("A", sent.start, sent.end))
        assert found is not None
        assert (found.start, found.end) == (sent.start, sent.end)
    gone = remove(article, article.raw.rindex("Rain"), len(article.raw))
    assert Anchors([gone]).find_passage(Anchor(digests([article])[0], 999, "The mayor spoke")) is not None
    assert anchors.find_passage(Anchor(digests([article])[0], 999, "Rain fell")) is None


def test_words_that_are_not_there_and_other_articles_are_not_found() -> None:
    article = keyed(PAGE)
    anchors = Anchors([article])
    assert anchors.find_passage(Anchor(digests([article])[0], 0, "Nobody wrote this")) is None
    assert anchors.find_passage(Anchor("0" * 16, 0, "Bridge vote passes")) is None
    assert anchors.find_passage(anchors.anchor_article("A")) is None
    assert anchors.article_key(anchors.anchor_article("A")) == "A"


def test_the_same_text_twice_keeps_two_names() -> None:
    one, two = keyed(PAGE, "A"), keyed(PAGE, "B")
    anchors = Anchors([one, two])
    found = [anchors.find_passage(anchors.anchor_span(key, 0, 5)) for key in "AB"]
    assert [stretch.key for stretch in found if stretch] == ["A", "B"]


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=300))
def test_any_text_can_be_anchored(text: str) -> None:
    try:
        article = keyed(f"The mayor opened the bridge. {text}\n\n{text}\n\nThe end of it came on Monday.")
    except InputError:
        return
    anchors = Anchors([article])
    for sent in article.sentences:
        found = anchors.find_passage(anchors.anchor_span("A", sent.start, sent.end))
        assert found is not None
        assert article.text[found.start : found.end] == sent.text


def test_words_that_were_taken_out_are_not_found_in_another_place() -> None:
    article = keyed("The mayor spoke.\n\nYes, it did.\n\nThe bridge is closed now.\n\nYes, it did.")
    sent = article.sentences[1]
    anchor = Anchors([article]).anchor_span("A", sent.start, sent.end)
    gone = remove(article, article.raw.index("Yes"), article.raw.index("Yes") + len("Yes, it did."))
    assert Anchors([gone]).find_passage(anchor) is None

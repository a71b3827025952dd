"""Articles as corrected: furniture put back or taken out, the masthead set; as often as asked, and back again."""

from __future__ import annotations

import pytest

from components import read_text
from components.analysis import analyze, decide
from components.corrections import (
    apply_article_corrections,
    ineffective_corrections,
    put_back,
    set_masthead,
    take_out,
    take_out_sentences,
)
from components.story import Anchor, Correction, Removed, digests
from tests.fakes import TinyEncoder

PAGE = (
    "Share this article\n\nBridge vote passes\n\nThe county council approved the repair on Thursday by 7 votes to 2.\n\n"
    "Work begins in May, the mayor said.\n\nRead more: Ten bridges you should see\n"
)
OTHER = "Council backs bridge\n\nThe council approved the repair by 7 votes to 2 on Thursday.\n\nIt will cost 3 million.\n"
ARTICLES = (read_text(PAGE, outlet="Herald"), read_text(OTHER, outlet="Wire"))
THIRD = read_text("Bridge vote\n\nThe council approved the repair of the bridge by 8 votes to 2.\n", outlet="Post")
HERALD, WIRE = digests(ARTICLES)


def test_furniture_comes_back_and_goes_again() -> None:
    item = ARTICLES[0].removed[0]
    back = apply_article_corrections(ARTICLES, [put_back(HERALD, item)])
    assert item not in back[0].removed
    assert item.text.strip() in back[0].text
    assert apply_article_corrections(ARTICLES, [put_back(HERALD, item), take_out(HERALD, item)]) == ARTICLES
    assert back[1] == ARTICLES[1]


def test_a_stretch_is_taken_out_by_hand() -> None:
    words = "Work begins in May, the mayor said."
    item = Removed(PAGE.index(words), PAGE.index(words) + len(words), words, "by hand")
    made = apply_article_corrections(ARTICLES, [take_out(HERALD, item)])[0]
    assert words not in made.text
    assert [removed.rule for removed in made.removed if removed.text == words] == ["by hand"]


def test_the_masthead_is_set_and_cleared() -> None:
    made = apply_article_corrections(
        ARTICLES, [set_masthead(WIRE, "outlet", "The Wire"), set_masthead(WIRE, "published", "2026-05-01")]
    )
    assert (made[1].outlet, made[1].published) == ("The Wire", "2026-05-01")
    assert apply_article_corrections(ARTICLES, [set_masthead(WIRE, "outlet", None)])[1].outlet is None


def test_what_cannot_be_done_changes_nothing_and_is_named() -> None:
    nonsense = [
        set_masthead(WIRE, "published", "yesterday"),
        Correction("masthead", (Anchor(WIRE),), field="text", value="x"),
        Correction("restore", (Anchor(WIRE, 0, "Council"),)),
        Correction("remove", (Anchor(WIRE, 0, "Nothing like it"),)),
        Correction("remove", (Anchor(WIRE, 0, OTHER.strip()),)),
        set_masthead("0" * 16, "outlet", "Nobody"),
        Correction("restore"),
    ]
    assert apply_article_corrections(ARTICLES, nonsense) == ARTICLES
    assert ineffective_corrections(ARTICLES, nonsense) == frozenset(range(len(nonsense)))


@pytest.mark.parametrize(
    "made",
    [
        put_back(HERALD, ARTICLES[0].removed[-1]),
        set_masthead(WIRE, "outlet", "The Wire"),
        set_masthead(WIRE, "published", "2026-05-01"),
        set_masthead(HERALD, "headline", None),
    ],
    ids=["furniture", "outlet", "date", "headline"],
)
def test_a_story_analyzed_again_reads_only_what_changed_and_finds_the_same(made: Correction) -> None:
    encoder = TinyEncoder()
    before = analyze((*ARTICLES, THIRD), encoder=encoder)
    changed = apply_article_corrections((*ARTICLES, THIRD), [made])
    after = analyze(changed, encoder=encoder, previous=before)
    assert after.claims.parsed["C"] is before.claims.parsed["C"]
    assert decide(after, None, [made]) == decide(analyze(changed, encoder=encoder), None, [made])
    assert decide(after, None, [made], ineffective=ineffective_corrections(ARTICLES, [made])).corrections[0].applied


def test_a_sentence_is_taken_out_and_put_back() -> None:
    [made] = take_out_sentences(ARTICLES[0], HERALD, [2])
    gone = ARTICLES[0].sentences[2].text
    changed = apply_article_corrections(ARTICLES, [made])[0]
    assert gone not in changed.text
    assert len(changed.sentences) == len(ARTICLES[0].sentences) - 1
    item = next(removed for removed in changed.removed if removed.rule == "by hand")
    assert apply_article_corrections(ARTICLES, [made, put_back(HERALD, item)]) == ARTICLES


def test_not_all_sentences_are_taken_out() -> None:
    with pytest.raises(ValueError, match="keep at least one sentence"):
        take_out_sentences(ARTICLES[0], HERALD, range(len(ARTICLES[0].sentences)))

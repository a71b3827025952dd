"""What a person changes: stretches put back and taken out, fields of the masthead. All else follows or stays."""

from __future__ import annotations

import pytest

from components.intake import edit, read_sentences, read_text, remove, restore
from components.story import Article, Removed

RAW = """Bridge closes after flood
By Jane Doe
LIMA (AP) - The river rose on Friday and closed the bridge.
ADVERTISEMENT
It rained. The mayor spoke.
(Reporting by A. Roe; Editing by B. Lee)
© 2026 Valley Courier"""


@pytest.fixture
def article() -> Article:
    return read_text(RAW, published="2026-01-09")


def rules(article: Article) -> list[str]:
    return [stretch.rule for stretch in article.removed]


def texts(article: Article) -> list[str]:
    return [sentence.text for sentence in article.sentences]


def test_the_start(article: Article) -> None:
    assert rules(article) == ["byline", "advertisement", "credit line", "copyright"]
    assert texts(article) == [
        "Bridge closes after flood",
        "LIMA (AP) - The river rose on Friday and closed the bridge.",
        "It rained.",
        "The mayor spoke.",
    ]


def test_restoring_puts_the_line_where_it_was(article: Article) -> None:
    after = restore(article, article.removed[1])
    assert rules(after) == ["byline", "credit line", "copyright"]
    assert texts(after)[2:4] == ["ADVERTISEMENT", "It rained."]
    assert [sentence.index for sentence in after.sentences] == [0, 1, 2, 3, 4]
    assert (after.outlet, after.agency, after.headline) == (article.outlet, article.agency, article.headline)


def test_restoring_everything_gives_the_page_back(article: Article) -> None:
    for stretch in article.removed:
        article = restore(article, stretch)
    assert article.text == RAW
    assert article.removed == ()


def test_edits_outlive_a_restore(article: Article) -> None:
    changed = edit(
        article, outlet="Herald", headline="A flood", published="--01-10", agency=None, byline="J. Doe", dateline="CUZCO"
    )
    after = restore(changed, changed.removed[0])
    assert (after.outlet, after.headline, after.published, after.agency) == ("Herald", "A flood", "--01-10", None)
    assert (after.masthead.byline, after.masthead.dateline, after.masthead.date) == ("J. Doe", "CUZCO", article.masthead.date)
    assert after.sentences[0].role == "headline"


def test_what_was_not_removed_cannot_be_restored(article: Article) -> None:
    with pytest.raises(ValueError, match="not among those removed"):
        restore(article, Removed(0, 6, "Bridge", "by hand"))


def test_removing_by_hand_and_back(article: Article) -> None:
    start = RAW.index("It rained. ")
    after = remove(article, start, start + len("It rained."))
    assert Removed(start, start + 10, "It rained.", "by hand") in after.removed
    assert texts(after)[2:] == ["The mayor spoke."]
    assert [stretch.start for stretch in after.removed] == sorted(stretch.start for stretch in after.removed)
    assert restore(after, after.removed[2]) == article


def test_removing_inside_a_line_joins_no_words(article: Article) -> None:
    start = RAW.index(" on Friday ")
    after = remove(article, start, start + len(" on Friday "))
    assert "rose and closed" in after.text.replace("  ", " ")


def test_removing_the_headline_leaves_the_field(article: Article) -> None:
    after = remove(article, 0, len("Bridge closes after flood"))
    assert after.headline == "Bridge closes after flood"
    assert after.sentences[0].role == "lede"


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 3), (-1, 4), (0, len(RAW) + 1)])
def test_no_stretch(article: Article, start: int, end: int) -> None:
    with pytest.raises(ValueError, match=r"give offsets in Article\.raw"):
        remove(article, start, end)


def test_removing_twice_or_all(article: Article) -> None:
    first = article.removed[0]
    with pytest.raises(ValueError, match="removed already"):
        remove(article, first.start, first.end)
    with pytest.raises(ValueError, match="at least one sentence"):
        remove(read_text("It rained."), 0, len("It rained."))


def test_only_given_fields_change(article: Article) -> None:
    assert edit(article) == article
    after = edit(article, outlet=" Herald ")
    assert after.outlet == "Herald"
    assert edit(after, outlet=article.outlet) == article
    assert edit(article, outlet="  ").outlet is None


def test_the_headline_field_and_the_headline_sentence(article: Article) -> None:
    only_field = edit(article, headline="Something else")
    assert only_field.sentences == article.sentences
    without = edit(article, headline=None)
    assert [sentence.role for sentence in without.sentences[:2]] == ["lede", "body"]
    again = edit(without, headline="Bridge closes after flood")
    assert again.sentences == article.sentences


def test_a_date_is_checked(article: Article) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        edit(article, published="Friday")
    assert edit(article, published=None).published is None


def test_sentences_given_by_hand_can_be_edited() -> None:
    article = read_sentences(["A flood", "It rained."], headline=0)
    assert edit(article, outlet="Herald").sentences == article.sentences
    assert [s.text for s in remove(article, 8, 18).sentences] == ["A flood"]


@pytest.mark.parametrize("outlet", ["  The\x1f Herald ", "The\x00 \x0bHerald", "The\u200b\tHerald"])
def test_no_control_character_gets_into_an_outlet(outlet: str) -> None:
    text = "Bridge vote\n\nThe council approved the repair on Thursday by 7 votes to 2."
    assert read_text(text, outlet=outlet).outlet == "The Herald"
    assert read_sentences(["The council approved it."], outlet=outlet).outlet == "The Herald"
    assert edit(read_text(text), outlet=outlet).outlet == "The Herald"

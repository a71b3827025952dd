"""In whose voice each article states a fact."""

from __future__ import annotations

import pytest

from components.coverage import voice_by_article
from components.report import wording
from components.report.fact_cards import fact_card
from components.story import Article, Attribution, Comparison, Fact, Mention, Presence
from tests.report.factories import article, part, whole

A = article("A", ["Mill to close", "Ann Lee said that the mill would close."])
B = article("B", ["The mill will close in May.", "A flood came."], headline=False)
C = article("C", ["An official said the mill closes."], headline=False)
STATED = Presence("stated", 0.9)


def said(item: Article, sentence: int, speaker: str | None, content: str) -> Attribution:
    start = item.text.index(content)
    return Attribution(item.key, sentence, speaker, None, None, ((start, start + len(content)),), direct=False)


LEE = said(A, 1, "Ann Lee", "that the mill would close")
OFFICIAL = said(C, 0, None, "the mill closes")


def voices(mentions: tuple[Mention, ...], *attributions: Attribution) -> dict[str, str | None]:
    return voice_by_article(story(mentions, *attributions), fact(mentions))


def fact(mentions: tuple[Mention, ...]) -> Fact:
    return Fact("f", "the mill", mentions, dict.fromkeys("ABC", STATED))


def story(mentions: tuple[Mention, ...], *attributions: Attribution) -> Comparison:
    made = Comparison((A, B, C), (), (fact(mentions),), {}, "tiny", "0", calibrated=True)
    return Comparison(made.articles, (), made.facts, {}, "tiny", "0", calibrated=True, attributions=attributions)


CLOSES = (part(A, 1, "the mill would close"), whole(B, 0), part(C, 0, "the mill closes"))


def test_what_one_article_attributes_and_another_tells_itself() -> None:
    assert voices(CLOSES, LEE, OFFICIAL) == {"A": "Ann Lee", "B": None, "C": "somebody"}


@pytest.mark.parametrize(
    ("mentions", "attributions"),
    [((CLOSES[0], CLOSES[2]), (LEE, OFFICIAL)), (CLOSES, ()), ((), ()), ((part(A, 1, "Ann Lee said"), CLOSES[1]), (LEE,))],
    ids=["all attribute it", "none does", "no mention", "the frame is no content"],
)
def test_nothing_is_said_where_the_articles_do_not_differ(
    mentions: tuple[Mention, ...], attributions: tuple[Attribution, ...]
) -> None:
    assert voices(mentions, *attributions) == {}


def test_an_article_that_also_says_it_itself_counts_as_its_own_voice() -> None:
    assert voices((whole(A, 0), CLOSES[0], CLOSES[2]), LEE, OFFICIAL) == {"A": None, "C": "somebody"}


def test_the_card_names_the_voice() -> None:
    card = fact_card(story(CLOSES, LEE), fact(CLOSES))
    assert "attributed to Ann Lee" in card
    assert "in its own voice" in card
    by_article: dict[str, str | None] = {"A": None, "B": "Ida Marsh", "C": None}
    assert wording.describe_voices(by_article) == "attributed to Ida Marsh in B; in its own voice in A and C"
    assert wording.describe_voices({}) == ""
    assert wording.describe_voice("<b>x</b>") == "attributed to <b>x</b>"
    assert "&lt;b&gt;" in fact_card(story(CLOSES, said(A, 1, "<b>x</b>", "the mill would close")), fact(CLOSES))

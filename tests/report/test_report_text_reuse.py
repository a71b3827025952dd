"""Words in common on a page: one sentence, a table with the longest run, and what it cannot tell."""

from __future__ import annotations

from dataclasses import replace

from components.report import summary_header
from components.report.text_reuse import describe_accounts, text_reuse_html
from components.story import Comparison
from tests.coverage.test_text_reuse import OWN, WIRE, articles, story
from tests.report.factories import Reading, bridge


def wired() -> Comparison:
    """Three articles: B and C print the same copy, A writes by itself."""
    texts = articles(OWN, WIRE, [WIRE[0], "<b>Fares</b> will rise.", *WIRE[1:]])
    return story(
        [
            replace(article, outlet=f"{article.key}-Post <i>", agency="Norreach" if article.key != "A" else None)
            for article in texts
        ]
    )


def test_the_accounts_are_told_in_one_sentence() -> None:
    assert describe_accounts(wired()) == "3 outlets, 2 independent accounts: B and C run mostly the same words."
    more = story(articles(OWN, WIRE, WIRE, OWN))
    assert describe_accounts(more) == ("4 articles, 2 independent accounts: A and D run mostly the same words; so do B and C.")
    none = story(articles(OWN, WIRE))
    assert describe_accounts(none) == "2 articles, 2 accounts: no two run 8 words or more together outside quotations."
    little = story(articles([*OWN, WIRE[0]], WIRE))
    assert describe_accounts(little).endswith("no two run mostly the same words; at most 36% of B stands in A.")


def test_the_table_shows_each_two_with_shares_and_the_longest_run() -> None:
    reading = Reading(text_reuse_html(wired(), prefix="at"))
    [_, row] = [" ".join(text.split()) for text in reading.of("tr")]
    assert "B · B-Post <i>C · C-Post <i>both name Norreach" in row
    assert "in 2 runs" in row
    assert "100% of B’s" in row
    assert reading.of("q") == [f"{WIRE[1]} …"]
    assert reading.values("href") == ["#at-B-2", "#at-C-3"]
    assert "It cannot tell whose words they are" in " ".join(reading.of("ss-why"))
    assert Reading(text_reuse_html(wired())).values("href") == []


def test_without_words_in_common_there_is_a_sentence_and_no_table() -> None:
    html = text_reuse_html(bridge())
    assert "<table" not in html
    assert "2 outlets, 2 accounts" in html
    assert text_reuse_html(replace(bridge(), articles=bridge().articles[:1], links=(), facts=(), differences=())) == ""


def test_the_summary_names_the_accounts_only_where_articles_run_together() -> None:
    assert "2 independent accounts in 3 outlets" in " ".join(Reading(summary_header(wired())).of("ss-piece"))
    assert "independent" not in summary_header(bridge())

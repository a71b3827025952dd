"""Rules that need the line's place: menus, lists of other stories, logos, doubled headlines. And what they must not take."""

from __future__ import annotations

import pytest

from components.intake import read_text
from components.story import Article

HEAD = "Bridge closes after flood in the old town"
BODY = "The river rose on Friday and closed the only bridge.\nIt rained.\nThe mayor said that nobody was hurt in the flood."


def removed_lines(article: Article) -> list[tuple[str, str]]:
    return [(stretch.rule, line) for stretch in article.removed for line in stretch.text.split("\n") if line]


def test_a_menu_above_the_headline() -> None:
    article = read_text(f"Home\nPuzzles\nObituaries\nVillages\n{HEAD}\n{BODY}")
    assert article.headline == HEAD
    assert [rule for rule, _ in removed_lines(article)] == ["navigation"] * 4


def test_two_short_lines_above_the_headline_stay() -> None:
    article = read_text(f"Villages\n{HEAD}\n{BODY}")
    assert "Villages" in article.text


def test_a_menu_below_the_story_needs_the_usual_names() -> None:
    menu = read_text(f"{HEAD}\n{BODY}\nWorld\nBusiness\nSport\nPuzzles")
    assert [line for _, line in removed_lines(menu)] == ["World", "Business", "Sport", "Puzzles"]
    names = "Ada Rusk, 41\nCal Denny, 33\nHob Tarrant, 81\nNell Carroway, 8"
    dead = read_text(f"{HEAD}\n{BODY}\n{names}\n© 2026 Valley Courier")
    assert all(name in dead.text for name in names.split("\n"))


def test_subheads_and_short_lines_inside_the_story_stay() -> None:
    article = read_text(f"{HEAD}\n{BODY}\n\nA long night\n\n“No.”\n\n{BODY}")
    assert not article.removed
    assert "A long night" in article.text


def test_a_list_of_other_stories_ends_at_the_next_sentence() -> None:
    article = read_text(
        f"{HEAD}\n{BODY}\nRelated\nDog wins prize\nFair opens\nThe council will meet again on Monday at noon.\nMost read\nOne\n"
    )
    assert removed_lines(article) == [
        ("related stories", "Related"),
        ("related stories", "Dog wins prize"),
        ("related stories", "Fair opens"),
        ("related stories", "Most read"),
        ("related stories", "One"),
    ]


@pytest.mark.parametrize(
    "copy",
    [HEAD, HEAD.upper(), f"{HEAD} | Valley Courier", f"{HEAD} - Valley Courier", "Bridge closes after flood in ..."],
)
def test_every_copy_of_the_headline(copy: str) -> None:
    article = read_text(f"{HEAD}\n{copy}\n{BODY}\n{HEAD}")
    assert [rule for rule, _ in removed_lines(article)] == ["doubled headline"] * 2
    assert article.sentences[0].text == HEAD
    assert article.sentences[1].role == "lede"


def test_a_sentence_that_repeats_the_headline_and_goes_on_stays() -> None:
    article = read_text(f"{HEAD}\n{HEAD}, and it rained until Monday.\n{BODY}")
    assert not article.removed


def test_the_outlet_as_a_line_of_its_own() -> None:
    article = read_text(f"The Rook & Crown\n{HEAD}\n{BODY}\nThe Rook & Crown\n© 2026 The Rook & Crown")
    assert article.outlet == "The Rook & Crown"
    assert article.headline == HEAD
    assert [rule for rule, _ in removed_lines(article)] == ["section name", "section name", "copyright"]


def test_breadcrumbs_above_and_link_rows_below() -> None:
    article = read_text(f"Home > News > Villages\n{HEAD}\n{BODY}\nAbout us | Contact | Imprint | Jobs")
    assert [rule for rule, _ in removed_lines(article)] == ["navigation", "navigation"]


def test_slashes_inside_the_story_are_no_breadcrumbs() -> None:
    article = read_text(f"{HEAD}\n{BODY}\nHe/she/they may apply\n{BODY}")
    assert not article.removed


def test_clocks_and_rulers() -> None:
    article = read_text(f"{HEAD}\n{BODY}\n***\n{BODY}\n-\n07:40\n-\n9 January 2026\n-")
    assert [stretch.rule for stretch in article.removed] == ["separator", "clock list", "timestamp", "clock list"]
    assert article.published == "2026-01-09"


def test_bylines_around_the_story_and_never_inside_it() -> None:
    article = read_text(f"{HEAD}\nBy Jane Doe\nCity editor\n{BODY}\nBy Sheer Force\n{BODY}\nBy John Roe, Herald staff")
    assert [line for _, line in removed_lines(article)] == ["By Jane Doe", "City editor", "By John Roe, Herald staff"]
    assert article.masthead.byline == "Jane Doe"


def test_a_name_alone_is_a_byline_only_beside_a_date() -> None:
    assert [rule for rule, _ in removed_lines(read_text(f"{HEAD}\nJane Doe\n3 hours ago\n{BODY}"))] == ["byline", "timestamp"]
    assert not read_text(f"{HEAD}\nJane Doe\n{BODY}").removed


def test_white_space_between_words_and_paragraphs() -> None:
    article = read_text(f"{HEAD}\r\n\r\nThe \u00a0river   rose.\t\r\nIt\u200b rained.  \r\n\r\n\r\nShare\r\n\r\nThe  end came.")
    assert article.text == f"{HEAD}\n\nThe river rose.\nIt rained.\n\nThe end came."


@pytest.mark.parametrize("headline", ["Ferry to resume <b>on</b> Monday", "Storm/flood watch, 24/7: what 2/3 of towns do"])
def test_markup_and_slashes_in_a_headline_are_no_breadcrumbs(headline: str) -> None:
    assert read_text(f"{headline}\n\n{BODY}").sentences[0].text == headline

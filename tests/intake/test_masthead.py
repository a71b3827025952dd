"""Datelines, agencies, bylines, dates, outlets and headlines, one by one."""

from __future__ import annotations

import pytest

from components.intake import read_text
from components.intake.dates import find_date
from components.intake.furniture.bylines import byline_names, is_contact_line, signature_names
from components.intake.outlets import copyright_holder, tidy_name

BODY = "The river rose on Friday and closed the bridge."


@pytest.mark.parametrize(
    ("opening", "dateline", "agency", "date"),
    [
        ("MEXICO CITY, Jan 9 (Reuters) - ", "MEXICO CITY", "Reuters", "--01-09"),
        ("ALBANY, N.Y. (AP) — ", "ALBANY, N.Y.", "AP", None),
        ("Paris (AFP) – ", "Paris", "AFP", None),
        ("BEIJING, Jan. 9 (Xinhua) -- ", "BEIJING", "Xinhua", "--01-09"),
        ("BERLIN (dpa) - ", "BERLIN", "dpa", None),
        ("LIMA, 9 de enero (EFE).- ", None, None, None),
        ("Jan 9 (Reuters) - ", None, "Reuters", "--01-09"),
        ("CEDAR FALLS — ", "CEDAR FALLS", None, None),
        ("TOKYO, March 3, 2026 (Kyodo) - ", "TOKYO", "Kyodo", "2026-03-03"),
        ("WEXCOMBE/LONDON (PA) - ", "WEXCOMBE/LONDON", "PA", None),
        ("NEW YORK (Harbor Wire) - ", "NEW YORK", "Harbor Wire", None),
        ("BREAKING - ", None, None, None),
        ("However - ", None, None, None),
    ],
)
def test_datelines(opening: str, dateline: str | None, agency: str | None, date: str | None) -> None:
    article = read_text(f"Bridge closes after flood\n{opening}{BODY}\nIt rained.")
    assert (article.masthead.dateline, article.agency, article.masthead.date) == (dateline, agency, date)
    assert article.sentences[1].text == f"{opening}{BODY}", "a dateline stays in its sentence"


def test_the_year_comes_from_a_timestamp_of_the_same_day() -> None:
    text = "Bridge closes after flood\nPublished January 9, 2026\nLIMA, Jan 9 (Reuters) - " + BODY
    assert read_text(text).published == "2026-01-09"
    assert read_text(text, published="2025-12-24").published == "2025-12-24"
    assert read_text(text, published="2025-12-24").masthead.date == "2026-01-09"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Jan 9", "--01-09"),
        ("9 January 2026", "2026-01-09"),
        ("Thu 12 Feb 2026 06.00 GMT", "2026-02-12"),
        ("September 3rd, 2025", "2025-09-03"),
        ("9 de enero de 2026", "2026-01-09"),
        ("9. Januar 2026", "2026-01-09"),
        ("9 janvier 2026", "2026-01-09"),
        ("2026-01-09", "2026-01-09"),
        ("2026-13-45", None),
        ("Feb 30", None),
        ("3 hours ago", None),
        ("Friday", None),
        ("40%", None),
        ("", None),
        ("Page 3 of 9", None),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    assert find_date(text) == date


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE and JOHN ROE", "JANE DOE and JOHN ROE"),
        ("By Jane Doe, Staff Writer", "Jane Doe"),
        ("By Jane Doe | Herald", "Jane Doe"),
        ("By Jane Doe in Lima", "Jane Doe"),
        ("By The Associated Press", "Associated Press"),
        ("Words by Oskar Lind", "Oskar Lind"),
        ("Por Lucía Ramos", "Lucía Ramos"),
        ("By Juan de la Fuente", "Juan de la Fuente"),
        ("By John Roe Jr.", "John Roe Jr."),
        ("By Tuesday the water fell.", None),
        ("By land or sea, they come", None),
        ("By Jane Doe's account the car was blue.", None),
        ("By the numbers", None),
        ("Byron Lee", None),
    ],
)
def test_bylines(line: str, names: str | None) -> None:
    assert byline_names(line) == names


def test_signatures_and_addresses() -> None:
    assert signature_names("Imogen Vale Environment correspondent") == "Imogen Vale"
    assert signature_names("Jane Doe, City Editor") == "Jane Doe"
    assert signature_names("Jane Doe and John Roe in Lima") == "Jane Doe and John Roe"
    assert signature_names("the river rose") is None
    assert is_contact_line("jane.doe@herald.example")
    assert is_contact_line("Contact Jane Doe at jdoe@herald.example")
    assert not is_contact_line("He wrote to jdoe@herald.example before the flood")


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("COSMO NEWS © 2015 | Distributed By My Blogger Themes", "Cosmo News"),
        ("© 2026 Valley Courier Ltd. All rights reserved.", "Valley Courier"),
        ("Copyright 2026 Cedar Falls Sentinel. All rights reserved.", "Cedar Falls Sentinel"),
        ("© Northmoor Post 2026", "Northmoor Post"),
        ("Copyright © 2020-2026 The Ledger", "The Ledger"),
        ("Copyright 2026 The Associated Press. All rights reserved.", None),
        ("© 2026", None),
        ("All rights reserved.", None),
        ("© 2026 All rights reserved", None),
        ("BBC © 2026", "BBC"),
    ],
)
def test_outlets_of_footers(line: str, outlet: str | None) -> None:
    assert copyright_holder(line) == outlet


def test_names_in_capitals() -> None:
    assert tidy_name("ABC NEWS ONLINE") == "ABC News Online"
    assert tidy_name("NPR") == "NPR"
    assert tidy_name("The Herald") == "The Herald"


def test_an_outlet_given_by_the_caller_stands() -> None:
    article = read_text(f"{BODY}\n© 2026 Valley Courier", outlet=" Herald ")
    assert article.outlet == "Herald"
    assert read_text(f"{BODY}\n© 2026 Valley Courier", outlet="  ").outlet == "Valley Courier"


@pytest.mark.parametrize(
    ("first", "is_headline"),
    [
        ("Bridge closes after flood", True),
        ("Who closed the bridge?", True),
        ("Court sides with the I.R.S.", True),
        ("'We feel like an island': bridge to stay shut", True),
        ("Should you cross? What the council says", True),
        ("The river rose.", False),
        ("The river rose on Friday, and it rained.", False),
    ],
)
def test_the_first_line_as_headline(first: str, is_headline: bool) -> None:
    article = read_text(f"{first}\n\n{BODY}\nIt rained.")
    assert article.headline == (first if is_headline else None)
    assert (article.sentences[0].role == "headline") is is_headline
    if is_headline:
        assert article.sentences[0].text == first


def test_one_line_is_no_headline() -> None:
    article = read_text("Bridge closes after flood")
    assert article.headline is None
    assert article.sentences[0].role == "lede"


def test_the_title_of_the_browser_tab_gives_the_outlet() -> None:
    article = read_text(f"Bridge closes after flood | Valley Courier\nBridge closes after flood\n{BODY}")
    assert (article.headline, article.outlet) == ("Bridge closes after flood", "Valley Courier")
    assert [stretch.rule for stretch in article.removed] == ["doubled headline"]

"""Datelines: what they say, where they end, and what only looks like one."""

from __future__ import annotations

from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language.dateline import LONGEST, dateline_end, read_dateline

STORY = "The mayor resigned."


@pytest.mark.parametrize(
    ("opening", "place", "agency", "date"),
    [
        ("MEXICO CITY, Jan 9 (Reuters) - ", "MEXICO CITY", "Reuters", "Jan 9"),
        ("ALBANY, N.Y. (AP) — ", "ALBANY, N.Y.", "AP", None),
        ("Paris (AFP) – ", "Paris", "AFP", None),
        ("BEIJING, Jan. 9 (Xinhua) -- ", "BEIJING", "Xinhua", "Jan. 9"),
        ("Jan 9 (Reuters) - ", None, "Reuters", "Jan 9"),
        ("CEDAR FALLS — ", "CEDAR FALLS", None, None),
        ("PORT QUILL, May 12 — ", "PORT QUILL", None, "May 12"),
        ("TOKYO, March 3, 2026 (Kyodo) - ", "TOKYO", "Kyodo", "March 3, 2026"),
        ("WEXCOMBE/LONDON (PA) - ", "WEXCOMBE/LONDON", "PA", None),
        ("LIMA (EFE): ", "LIMA", "EFE", None),
    ],
)
def test_what_a_dateline_says(opening: str, place: str | None, agency: str | None, date: str | None) -> None:
    dateline = read_dateline(opening + STORY)
    assert dateline is not None
    assert (dateline.place, dateline.agency, dateline.date) == (place, agency, date)


@pytest.mark.parametrize("line", ["MEXICO CITY, Jan 9 (Reuters) - ", "BERLIN — ", "QUERNBY (AP)-"])
def test_a_dateline_ends_after_its_dash(line: str) -> None:
    assert line[: dateline_end(line + STORY)].rstrip() == line.rstrip()


@pytest.mark.parametrize("text", ["US-China trade talks resumed.", "EU-Mercosur", "U.S.-Russia talks", "A US-Iran deal", ""])
def test_a_hyphenated_name_is_no_dateline(text: str) -> None:
    assert dateline_end(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING - The mayor resigned.",
        "UPDATE: 7:19 p.m. -- The mayor resigned.",
        "However - the mayor resigned.",
        "Jan 9 — The mayor resigned.",
        "NATO said on Friday — after hours of talks — that it agreed.",
        "PORT QUILL: The mayor resigned.",
        "Port Quill — The mayor resigned.",
    ],
)
def test_what_only_looks_like_a_dateline(text: str) -> None:
    assert read_dateline(text) is None


@given(st.text(alphabet='AB c.,()—-/9"', max_size=60))
def test_a_dateline_ends_inside_its_text(text: str) -> None:
    assert 0 <= dateline_end(text) <= min(len(text), LONGEST)


def test_long_capitals_stay_quick() -> None:
    started = perf_counter()
    ends = [dateline_end(text * 20_000) for text in ("PORT ", "A.", "Port Quill, ", "LIMA (")]
    assert all(one == other for one, other in pairwise(ends))
    assert perf_counter() - started < 2

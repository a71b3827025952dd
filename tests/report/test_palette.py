"""Every colour that carries text can be read, and no two outlets look the same."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from components.report import palette, report_html, stylesheet
from components.settings import MAX_ARTICLES
from tests.report.factories import Reading, bridge

PALETTES = [palette.LIGHT, palette.DARK]
LINEAR = 0.03928
"""Up to this share of full light a channel of sRGB is linear (WCAG 2.1, relative luminance)."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2.1 defines it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    def linear(channel: int) -> float:
        value = channel / 255
        return value / 12.92 if value <= LINEAR else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", PALETTES, ids=["light", "dark"])
def test_text_colours_reach_aa_on_every_paper(colours: palette.Palette) -> None:
    for paper in (colours.paper, colours.card, colours.selected):
        for colour in (*colours.outlets, colours.ink, colours.soft, colours.differs):
            assert contrast(colour, paper) >= 4.5, (colour, paper)


@pytest.mark.parametrize("colours", PALETTES, ids=["light", "dark"])
def test_every_outlet_has_a_colour_of_its_own(colours: palette.Palette) -> None:
    assert len(colours.outlets) == MAX_ARTICLES
    for one, other in combinations((*colours.outlets, colours.differs, colours.soft), 2):
        channels = [abs(int(one[i : i + 2], 16) - int(other[i : i + 2], 16)) for i in (1, 3, 5)]
        assert sum(channels) >= 48, (one, other)


def test_keys_follow_the_colours_and_an_unknown_key_is_grey() -> None:
    assert palette.palette("light").outlet("B") == palette.LIGHT.outlets[1]
    assert palette.palette("dark").outlet("Z") == palette.DARK.soft
    assert palette.LIGHT.outlet("") == palette.LIGHT.soft


def test_every_rule_hangs_under_the_class() -> None:
    css = re.sub(r"/\*.*?\*/", "", stylesheet(), flags=re.DOTALL)
    for selectors in re.findall(r"([^{}]+)\{", css):
        for selector in re.sub(r"\([^)]*\)", "", selectors).split(","):
            name = selector.strip()
            assert name.startswith((".ss", "@media", "@page", "@bottom-right")), name


def test_every_variable_used_is_defined() -> None:
    css = stylesheet()
    assert set(re.findall(r"var\((--ss-[\w-]+)\)", css)) <= set(re.findall(r"(--ss-[\w-]+):", css))


def test_styles_ask_for_nothing_from_elsewhere() -> None:
    assert not re.search(r"url\(|@import|https?:", stylesheet())


def test_classes_in_use_have_a_rule() -> None:
    css = stylesheet()
    page = Reading(report_html(bridge(), made="x"))
    used = {name for value in page.values("class") for name in value.split()}
    hooks = {
        "ss-coverage",
        "ss-differences",
        "ss-n2",
        "ss-side",
        "ss-path",
        "ss-passage",
        "ss-end",
        "ss-lede",
        "ss-body",
        "ss-is-stated",
        "ss-is-partly",
        "ss-is-unclear",
    }
    assert {name for name in used - hooks if f".{name}" not in css} == set()

"""One colour an outlet, one for what differs, grey for what is shared: as CSS variables and as values for charts.

Every outlet colour reaches a contrast of 4.5 against every paper it can stand on (WCAG 2.1 AA); the tests compute it. They were
chosen by a greedy search for the greatest smallest distance in OKLab (Ottosson, 2020) that keeps that contrast.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from ..settings import KEYS

Theme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as #rrggbb; `outlets` follow the keys A to L."""

    paper: str
    card: str
    ink: str
    soft: str
    rule: str
    differs: str
    shared: str
    selected: str
    outlets: tuple[str, ...]

    def outlet(self, key: str) -> str:
        """Return the colour of the article with this key; a key beyond L has that of the interface text."""
        index = KEYS.find(key) if len(key) == 1 else -1
        return self.outlets[index] if index >= 0 else self.soft


LIGHT: Final = Palette(
    paper="#fbfaf7",
    card="#ffffff",
    ink="#1f2328",
    soft="#5c6470",
    rule="#dedbd2",
    differs="#7a3ea1",
    shared="#a3a7ad",
    selected="#fff6d6",
    outlets=tuple("#1f6f8b #b4561d #056513 #2954bc #a3215a #706d06 #544527 #760a03 #58245d #0a2f94 #144d6e #844c3d".split()),
)
DARK: Final = Palette(
    paper="#14171a",
    card="#1b1f24",
    ink="#e6e4de",
    soft="#9aa3ad",
    rule="#333a42",
    differs="#c99bea",
    shared="#6b747e",
    selected="#2c2a1c",
    outlets=tuple("#6fc3df #f0a06a #94d457 #5097ff #f97094 #fbd35f #b9c39f #c2896d #f5b5ce #50f5db #25b27d #aa9a0c".split()),
)


def palette(theme: Theme) -> Palette:
    """Return the colours of a theme."""
    return DARK if theme == "dark" else LIGHT


def tint(colour: str, share: float) -> str:
    """Return a colour thinned for a background: rgba(), with `share` from 0 to 1 of it."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share})"


def variables(colours: Palette, share: float, scheme: Theme) -> str:
    """Return the colours of a theme as CSS variables.

    Args:
        colours: The colours.
        share: Of a colour in the tint of it, 0 to 1.
        scheme: What the browser is told of the theme.
    """
    values = {name: getattr(colours, name) for name in ("paper", "card", "ink", "soft", "rule", "differs", "shared", "selected")}
    values["differs-t"] = tint(colours.differs, share)
    for key, colour in zip(KEYS, colours.outlets, strict=True):
        values[key.lower()] = colour
        values[f"{key.lower()}-t"] = tint(colour, share)
    return f"color-scheme:{scheme};" + "".join(f"--ss-{name}:{value};" for name, value in values.items())

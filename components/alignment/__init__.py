"""Links between articles, groups across n articles, and the wording inside a link."""

from .wording import Stretch, differing, wording

__all__ = ["Stretch", "differing", "wording"]

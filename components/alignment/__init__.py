"""Links between articles, groups across n articles, and the wording inside a link."""

from .groups import groups, likely
from .links import Pair, links
from .wording import Stretch, differing, wording

__all__ = ["Pair", "Stretch", "differing", "groups", "likely", "links", "wording"]

"""Links between articles, groups across n articles, and the wording inside a link."""

from .groups import Spot, groups, likely
from .links import Pair, links
from .wording import Stretch, differing, wording

__all__ = ["Pair", "Spot", "Stretch", "differing", "groups", "likely", "links", "wording"]

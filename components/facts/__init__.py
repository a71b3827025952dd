"""What the articles state: claims, facts with their mentions across all articles, details, who says so, and what differs."""

from .differences import Details, Weighty, decided_differences, differences_between, find_differences, read_details
from .gather import Gathered, gather
from .told import Placed, Told, read_claims

__all__ = [
    "Details",
    "Gathered",
    "Placed",
    "Told",
    "Weighty",
    "decided_differences",
    "differences_between",
    "find_differences",
    "gather",
    "read_claims",
    "read_details",
]

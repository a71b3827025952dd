"""Names and places: found with their fullest forms, compared in like places of like statements."""

from .comparing import compare_names
from .finding import Name, find_names

__all__ = ["Name", "compare_names", "find_names"]

"""What the articles state: facts with their mentions across all of them."""

from .gather import gather

__all__ = ["gather"]

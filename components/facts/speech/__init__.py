"""Who says what, and in which words an article says so."""

from .attribution import attributions

__all__ = ["attributions"]

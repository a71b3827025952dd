"""File formats: the bytes of a file -> a Page, by what the bytes are and, where they do not say, by the name's ending."""

from .kinds import page_of

__all__ = ["page_of"]

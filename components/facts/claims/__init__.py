"""What a sentence states, claim by claim."""

from .splitting import Claim, claims

__all__ = ["Claim", "claims"]

"""What a person's corrections weigh, and how long they may be."""

from __future__ import annotations

from typing import Final

SURE: Final = 1.0
"""The probability of a link that a person confirmed, and of what follows from it: they read both sentences."""
UNDER_SELECTION: Final = 0.5
"""The share of a claim's letters, 0 to 1, from which on it is meant by the words that a person selected: most of it."""
LONGEST_LABEL: Final = 400
"""Letters of a label given by hand: a paragraph is no label."""
TOLD_BY_HAND: Final = 0.75
"""Least probability (.6 to 1) that an article states what matches best in a sentence that a person linked: partly stated at every
strictness in words. Whether all of it is stated, the person did not say."""

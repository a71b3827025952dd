"""In whose voice an article states a fact: in its own, or as what somebody says."""

from __future__ import annotations

from ..story import Comparison, Fact, Mention, shared_letters

MOST = 0.5
"""A passage is attributed if more than this share of it lies in what somebody is said to say."""


def attributed(comparison: Comparison, fact: Fact) -> dict[str, str | None]:
    """For each article that mentions a fact the speaker whom it names for it, or None where it says so in its own voice.

    Empty unless at least one article attributes the fact and at least one does not: only then does it tell them apart. A speaker
    who is not named is given as the words for him, or as "somebody".
    """
    keys = [key for key in comparison.keys if fact.mentions_in(key)]
    found = {key: [_speaker(comparison, mention) for mention in fact.mentions_in(key)] for key in keys}
    out = {key: None if None in speakers else speakers[0] for key, speakers in found.items()}
    return out if None in out.values() and any(out.values()) else {}


def _speaker(comparison: Comparison, mention: Mention) -> str | None:
    """Who is said to say most of a passage, or None for the article's own voice."""
    whole = sum(end - start for start, end in mention.spans)
    for said in comparison.attributions:
        here = said.article == mention.article and said.sentence == mention.sentence
        if here and shared_letters(said.content, mention.spans) > MOST * whole:
            return said.speaker or "somebody"
    return None

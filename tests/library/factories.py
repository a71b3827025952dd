"""Stories to keep: small ones made by hand, and any that hypothesis thinks of."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from components.library import StoryState
from components.story import KINDS, Anchor, Article, Correction, Masthead, Removed, Sentence, SkippedFile, digests
from tests.report.factories import article as keyed


def article(*sentences: str, outlet: str | None = None, headline: bool = True) -> Article:
    """An article as read, without a key."""
    return replace(keyed("", sentences, outlet=outlet, headline=headline), language="en", published="2026-01-09", name="a.txt")


BRIDGE = article("Council saves the bridge", "The vote was 7 to 2.", outlet="Herald")
SLUICE = article("L’Écluse rouvre", "Le maire a parlé 100% sûr.", outlet="Le Straße_Courrier")


def checked(start: int, item: Article = BRIDGE) -> Correction:
    """Somebody looked at what stands at this offset."""
    return Correction("check_fact", (Anchor(digests([item])[0], start, item.raw[start : start + 3]),), made="2026-01-09")


def outlet_set(name: str | None, item: Article = BRIDGE) -> Correction:
    """Somebody set the outlet."""
    return Correction("masthead", (Anchor(digests([item])[0]),), field="outlet", value=name)


EMPTY = SkippedFile("b.pdf", "The file is empty.")
STORY = StoryState(
    (BRIDGE, SLUICE), (checked(0), checked(4)), (checked(9),), skipped_files=(EMPTY,), compared=True, encoder="tiny"
)

# Letters, marks, spaces, line ends, a character beyond the first plane, marks of JSON and of HTML.
WORDS = st.text(st.sampled_from("abcß éñ…“\u0301😀.\n\t\u202e<&%_\\'\""), min_size=1, max_size=30)
LINES = st.none() | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
ANCHORS = st.builds(Anchor, st.sampled_from(["a1", "b2-2"]), st.integers(0, 1_000_000), WORDS)
CORRECTIONS = st.builds(
    Correction,
    st.sampled_from(KINDS),
    st.lists(ANCHORS, max_size=3).map(tuple),
    st.lists(ANCHORS, max_size=2).map(tuple),
    LINES,
    st.none() | WORDS,
    LINES,
    st.booleans(),
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article whose raw text is what was removed and what was kept, in turns."""
    pieces = draw(st.lists(st.tuples(WORDS, st.booleans()), max_size=6))
    text, raw, sentences, removed = "Zero.", "Zero.", [Sentence(0, 0, 5, "Zero.", "headline")], []
    for piece, kept in pieces:
        if kept:
            sentences.append(Sentence(len(sentences), len(text), len(text) + len(piece), piece, "body"))
            text += piece
        else:
            removed.append(Removed(len(raw), len(raw) + len(piece), piece, "share buttons"))
        raw += piece
    masthead = Masthead(draw(LINES), draw(LINES), draw(LINES))
    lines = {name: draw(LINES) for name in "outlet agency headline published language name".split()}
    made: Any = {**lines, "masthead": masthead}
    return Article(text, tuple(sentences), raw, tuple(removed), **made)


LOGS = st.lists(CORRECTIONS, max_size=4).map(tuple)
STORIES = st.builds(
    StoryState,
    st.lists(articles(), max_size=3).map(tuple),
    LOGS,
    LOGS,
    st.sampled_from(["fewer, surer", "balanced", "more, less sure"]),
    LINES,
    st.lists(st.just(EMPTY), max_size=2).map(tuple),
    st.booleans(),
    LINES,
)

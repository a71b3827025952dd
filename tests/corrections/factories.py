"""A small story of three outlets, analyzed once, for the tests of corrections."""

from __future__ import annotations

from functools import cache

from components import read_sentences
from components.analysis import StoryAnalysis, analyze, decide
from components.corrections.kinds import EDITS, StoryEdit
from components.settings import Settings
from components.story import Comparison, Correction, Fact, SentenceRef
from tests.fakes import TinyEncoder

HERALD = [
    "Ferry runs aground off Osmere",
    "A ferry with 214 passengers ran aground off Osmere on Tuesday night, the coast guard said.",
    "All passengers were taken to shore by lifeboats within three hours.",
    "The ferry company will refund every ticket, and an inquiry opens on 9 May.",
    "Divers from Talvenia will look at the hull.",
]
WIRE = [
    "214 rescued as ferry grounds in fog",
    "A ferry with 241 passengers ran aground off Osmere on Tuesday night, the coast guard said.",
    "Lifeboats took all passengers to shore.",
    "An inquiry into the grounding opens next week, the minister said.",
    "Harbour pilots have asked for a second beacon since 2019.",
]
POST = [
    "The coast guard said a ferry grounded off Osmere on Tuesday night.",
    "Nobody was hurt.",
    "The company that runs the ferry promised to refund all tickets.",
    "Two other ferries ran aground on the same rocks in 2011 and 2016.",
]


@cache
def story_analysis() -> StoryAnalysis:
    """The three articles A, B and C."""
    texts = {"Herald": HERALD, "Wire": WIRE, "Post": POST}
    return analyze([read_sentences(text, outlet=outlet) for outlet, text in texts.items()], encoder=TinyEncoder())


def decided(*corrections: Correction, settings: Settings | None = None) -> Comparison:
    """The story decided with these corrections."""
    return decide(story_analysis(), settings, corrections)


def stated_by(comparison: Comparison, *sentences: SentenceRef) -> list[Fact]:
    """The facts that have a mention in each of these sentences."""
    return [
        fact
        for fact in comparison.facts
        if all(any(mention.sentence_ref == sentence for mention in fact.mentions) for sentence in sentences)
    ]


def kinds_made_from_choices() -> set[str]:
    """The kinds of correction that the reading view can ask for."""
    return {
        kind for kind, edit in EDITS.items() if any("from_choice" in vars(cls) for cls in edit.__mro__ if cls is not StoryEdit)
    }

"""A comparison made by hand with details of every kind and every verdict, and with speakers."""

from __future__ import annotations

from components.story import Article, Comparison, Difference, DifferenceKind, Fact, Link, Verdict
from tests.report.factories import article, detail, part, said, state, whole

A = [
    "Ferry stops off Lunde",
    "The ferry to Lunde stopped on Friday after 40 passengers saw smoke.",
    "Captain Ida Marsh said “we saw smoke and turned back” before the tug arrived.",
    "The company denied that the engine was old.",
    "A boat from Varn took the crew to Port Sel.",
    "Cows watched from the shore.",
]
B = [
    "Smoke halts ferry",
    "It stopped on Saturday when 14 passengers smelled smoke.",
    "“We saw some smoke and we turned round,” Captain Iva Marsh said after the tug arrived.",
    "The company confirmed that the engine was old.",
    "A vessel took the crew to Old Sel, Marsh said.",
]
C = ["Lunde ferry", "About 40 passengers were aboard the Lunde ferry on Friday morning.", "Fares rise in May."]
SMOKE, SOME_SMOKE = "we saw smoke and turned back", "We saw some smoke and we turned round"
ROWS: tuple[tuple[DifferenceKind, Verdict, str, int, str, str, int, str, str], ...] = (
    ("date", "differs", "A", 1, "on Friday", "B", 1, "on Saturday", "Friday and Saturday are two days"),
    ("number", "differs", "A", 1, "40", "B", 1, "14", "40 and 14 passengers"),
    ("number", "differs", "B", 1, "14", "C", 1, "About 40", "14 is not within a tenth of 40"),
    ("quote", "differs", "A", 2, SMOKE, "B", 2, SOME_SMOKE, "changed words: turned back / turned round"),
    ("name", "differs", "A", 2, "Ida Marsh", "B", 2, "Iva Marsh", "two first names with one last name"),
    ("order", "differs", "A", 2, "before", "B", 2, "after", "before and after the tug arrived"),
    ("polarity", "differs", "A", 3, "denied", "B", 3, "confirmed", "denied and confirmed have one object"),
    ("place", "differs", "A", 4, "Port Sel", "B", 4, "Old Sel", "two places with one word in common"),
    ("term", "differs", "A", 4, "boat", "B", 4, "vessel", "two words for what took the crew"),
    ("date", "more_specific", "A", 1, "on Friday", "C", 1, "on Friday morning", "Friday morning is a part of Friday"),
    ("number", "compatible", "A", 1, "40", "C", 1, "About 40", "40 is within a tenth of 40"),
    ("place", "unresolved", "A", 1, "Lunde", "C", 1, "Lunde", "no table says which Lunde is meant"),
)  # fmt: skip


def every_kind() -> Comparison:
    """Three articles: nine details that differ, one of each verdict that does not, two speakers."""
    outlets = {"A": ("Herald", A), "B": ("Wire", B), "C": ("Post", C)}
    articles = {key: article(key, texts, outlet=outlet) for key, (outlet, texts) in outlets.items()}
    a, b, c = articles.values()
    facts = [_fact(articles, n) for n in range(1, 5)]
    only = {"A": state("stated", 1.0), "B": state("not_found", 0.02), "C": state("not_found", 0.01)}
    facts += [Fact("f5", A[5], (whole(a, 5),), only), Fact("f6", "from Varn", (part(a, 4, "from Varn"),), only)]
    differences = tuple(
        Difference(kind, f"f{i}", detail(articles[x], i, left), detail(articles[y], j, other), verdict, why)
        for kind, verdict, x, i, left, y, j, other, why in ROWS
    )
    voices = (
        said(a, 2, "Captain Ida Marsh", "said", SMOKE, direct=True, name="Ida Marsh"),
        said(b, 2, "Captain Iva Marsh", "said", SOME_SMOKE, direct=True, name="Iva Marsh"),
        said(b, 4, "Marsh", "said", "A vessel took the crew to Old Sel", name="Iva Marsh"),
        said(a, 3, "The company", "denied", "that the engine was old", name="the company"),
        said(b, 3, "The company", "confirmed", "that the engine was old", name="company"),
    )
    links = [Link("A", "B", n, n, 0.9, "part", {"shared rare words: smoke": 2.0}) for n in range(1, 5)]
    links.append(Link("A", "C", 1, 1, 0.8, "part"))
    setting = {"link_probability": 0.4}
    return Comparison((a, b, c), tuple(links), tuple(facts), setting, "tiny", "abc", True, differences, attributions=voices)


def _fact(articles: dict[str, Article], n: int) -> Fact:
    """A fact that sentence n of each article states, as far as it has one."""
    keys = [key for key, item in articles.items() if n < len(item.sentences) and (key != "C" or n == 1)]
    presence = {key: state("stated", 0.95) if key in keys else state("not_found", 0.03, 2) for key in articles}
    return Fact(f"f{n}", articles["A"].sentences[n].text, tuple(whole(articles[key], n) for key in keys), presence)


def turned() -> Comparison:
    """The first fact of A is the last of B, and so on; only the sentences' lengths keep the distances apart."""
    sentences = [f"{name} is told here." for name in ("One", "Two", "Three", "Four")]
    a = article("A", sentences, outlet="Herald", headline=False)
    b = article("B", [*reversed(sentences)], outlet="Wire", headline=False)
    facts = tuple(
        Fact(f"f{n}", text, (whole(a, n), whole(b, 3 - n)), {"A": state("stated", 1.0), "B": state("stated", 0.9)})
        for n, text in enumerate(sentences)
    )
    return Comparison((a, b), (), facts, {}, "tiny", "abc", True)

"""Small comparisons made by hand, and a strict reader of the HTML that comes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser

from components.story import (
    Article,
    Attribution,
    Comparison,
    Detail,
    Difference,
    Fact,
    LabelAddition,
    Link,
    Masthead,
    Mention,
    Nearest,
    Presence,
    Removed,
    SecondOpinion,
    SecondReader,
    SecondVerdict,
    Sentence,
    SkippedFile,
    Status,
    Verdict,
)

VOID = {"meta", "br", "hr", "img", "input", "link", "line", "circle", "polyline"}


def article(key: str, sentences: Sequence[str], *, outlet: str | None = None, headline: bool = True) -> Article:
    """An article of these sentences, parted by a space, with one line of furniture before it."""
    text, found = "", []
    for index, sentence in enumerate(sentences):
        start = len(text) + (1 if text else 0)
        text = f"{text} {sentence}" if text else sentence
        role = "headline" if headline and index == 0 else "lede" if index == int(headline) else "body"
        found.append(Sentence(index, start, start + len(sentence), sentence, role))  # type: ignore[arg-type]
    furniture = "Share this story\n"
    return Article(
        text,
        tuple(found),
        furniture + text,
        (Removed(0, len(furniture), furniture, "share buttons"),),
        outlet=outlet,
        headline=sentences[0] if headline and sentences else None,
        masthead=Masthead(dateline="QUERNBY", byline="By A. Writer", date="--01-09"),
        key=key,
    )


def whole(item: Article, index: int) -> Mention:
    """The mention that a whole sentence is."""
    sentence = item.sentences[index]
    return Mention(item.key, index, ((sentence.start, sentence.end),), sentence.text)


def part(item: Article, index: int, words: str) -> Mention:
    """The mention that some words of a sentence are."""
    sentence = item.sentences[index]
    start = sentence.start + sentence.text.index(words)
    return Mention(item.key, index, ((start, start + len(words)),), words)


def detail(item: Article, index: int, words: str) -> Detail:
    """Some words of a sentence as a detail."""
    (start, end), *_ = part(item, index, words).spans
    return Detail(item.key, index, start, end, words)


def said(
    item: Article, index: int, speaker: str, cue: str, *content: str, direct: bool = False, name: str | None = None
) -> Attribution:
    """Some words of a sentence attributed to others of its words, which stand for `name`."""
    (who, *_), (verb, *_) = part(item, index, speaker).spans, part(item, index, cue).spans
    stretches = tuple(part(item, index, words).spans[0] for words in content)
    return Attribution(item.key, index, name or speaker, who, verb, stretches, direct)


def state(status: Status, probability: float, nearest: int | None = None) -> Presence:
    return Presence(status, probability, Nearest(nearest, probability) if nearest is not None else None)


def bridge() -> Comparison:
    """Two articles: a fact in both, one only in A, one without a clear match, one partly stated, and two details that differ."""
    a = article(
        "A",
        ["Bridge closes", "The bridge closed on Friday after 40 bolts failed.", "A ferry runs, says the mayor.", "Cows watched."],
        outlet="Quernby Courier",
    )
    b = article(
        "B",
        ["Bolts shut bridge", "It shut on Saturday when 14 bolts failed.", "Repairs cost $2m and take weeks."],
        outlet="Elver <b>Live</b>",
    )
    facts = (
        Fact(
            "f1",
            a.sentences[1].text,
            (whole(a, 1), whole(b, 1)),
            {"A": state("stated", 0.99), "B": state("stated", 0.96)},
            ("old",),
        ),
        Fact("f2", a.sentences[3].text, (whole(a, 3),), {"A": state("stated", 1.0), "B": state("not_found", 0.03, 2)}),
        Fact("f3", b.sentences[2].text, (whole(b, 2),), {"A": state("unclear", 0.3, 2), "B": state("stated", 1.0)}),
        Fact("f4", "A ferry runs", (part(a, 2, "A ferry runs"),), {"A": state("stated", 1.0), "B": state("partly", 0.7, 2)}),
        Fact(
            "f5", "says the mayor", (part(a, 2, "says the mayor"),), {"A": state("stated", 1.0), "B": state("not_found", 0.0, 0)}
        ),
    )
    differences = (
        Difference("date", "f1", detail(a, 1, "on Friday"), detail(b, 1, "on Saturday"), "differs", "two days of the week"),
        Difference("number", "old", detail(a, 1, "40"), detail(b, 1, "14"), "differs", "40 and 14 bolts"),
        Difference("term", "f1", detail(a, 1, "closed"), detail(b, 1, "shut"), "compatible", "two words for one thing"),
    )
    return Comparison(
        (a, b),
        (Link("A", "B", 1, 1, 0.96, "full", {"shared rare words: bolts": 2.4, "order in the story": -0.3, "same number": 0.9}),),
        facts,
        {"link_probability": 0.4, "encoder": None},
        "tiny",
        "abc123",
        True,
        differences,
        attributions=(said(a, 2, "the mayor", "says", "A ferry runs"),),
    )


def weighted() -> Comparison:
    """The bridge with weights: three facts, then two small ones. One label has words of ours, one cell adds, one differs."""
    f1, f2, f3, f4, f5 = bridge().facts
    f1 = replace(
        f1,
        label="It [the bridge] shut on Saturday when 14 bolts failed.",
        label_additions=(LabelAddition(2, " [the bridge]"),),
        weight=0.62,
        weight_reasons={"figures": 0.12, "outlets": 0.5, "a reason of its own": 0.001},
        presence={
            "A": replace(f1.presence["A"], status="differs", why="40 there, 14 here", adds=("Friday", "40 bolts")),
            "B": f1.presence["B"],
        },
    )
    facts = (f1, replace(f2, weight=0.4), replace(f3, weight=0.2), replace(f4, weight=0.1), replace(f5, weight=0.05))
    return replace(bridge(), facts=facts)


def read_twice(comparison: Comparison, *, name: str = "nli-tiny", calibrated: bool = False) -> Comparison:
    """The comparison with a second reader, which speaks of each cell between .01 and .99: it contradicts what ours states."""

    def second(presence: Presence) -> Presence:
        if not 0.01 < presence.probability < 0.99 or presence.nearest is None:
            return presence
        says: SecondVerdict = "contradicts" if presence.counts_as_in else "does not state"
        opinion = SecondOpinion(says, 0.87, presence.nearest.sentence, 0.42 if calibrated else None)
        return replace(presence, second=opinion)

    facts = tuple(
        replace(fact, presence={key: second(presence) for key, presence in fact.presence.items()}) for fact in comparison.facts
    )
    return replace(comparison, facts=facts, second_reader=SecondReader(name, "dead01", calibrated))


def hostile(texts: Sequence[str], *, articles: int = 2) -> Comparison:
    """A comparison in which every text that comes from outside is one of `texts`: titles, reasons, notes, files, labels."""
    one = texts[0]
    made = tuple(article("ABCDEFGHIJKL"[n], list(texts), outlet=one) for n in range(articles))
    keys = tuple(item.key for item in made)
    facts = tuple(
        Fact(
            f"f{n}",
            text,
            (whole(made[0], n), *([whole(made[1], n)] if n % 2 and articles > 1 else [])),
            {
                key: replace(state("stated" if key == "A" or (n % 2 and key == "B") else "not_found", 0.5, n), adds=(text,))
                for key in keys
            },
        )
        for n, text in enumerate(texts)
    )
    links = tuple(Link("A", "B", n, n, 0.9, "part", {text: 1.0}) for n, text in enumerate(texts)) if articles > 1 else ()
    differences: tuple[Difference, ...] = ()
    if articles > 1:
        spans = [Detail(key, 0, 0, len(one), one) for key in "AB"]
        verdicts: tuple[Verdict, ...] = ("differs", "more_specific")
        differences = tuple(Difference("term", "f0", spans[0], spans[1], verdict, one) for verdict in verdicts)
    voices = (Attribution("A", 0, one, (0, len(one)), None, ((0, len(one)),), True),)
    setting = {"link_probability": 0.4, one: one}
    return Comparison(
        made, links, facts, setting, one, one, False, differences, (one,), (SkippedFile(one, one),), attributions=voices
    )


class Reading(HTMLParser):
    """HTML read strictly: tags must close in order, ids are unique, no attribute comes twice. Texts are kept by class."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, set[str], list[str]]] = []
        self.texts: list[tuple[str, set[str], str]] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.ids: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open, f"never closed: {[tag for tag, _, _ in self.open]}"
        assert len(set(self.ids)) == len(self.ids), "an id stands twice"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), f"<{tag}> has an attribute twice: {names}"
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append((tag, set((dict(attrs).get("class") or "").split()), []))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        opened, classes, parts = self.open.pop()
        assert opened == tag, f"</{tag}> closes <{opened}>"
        self.texts.append((tag, classes, "".join(parts)))

    def handle_data(self, data: str) -> None:
        for _, _, parts in self.open:
            parts.append(data)

    def of(self, name: str) -> list[str]:
        """The texts of the elements of a class or of a tag, in the order in which they close."""
        return [text for tag, classes, text in self.texts if name == tag or name in classes]

    def values(self, attribute: str) -> list[str]:
        """The values of an attribute, in order."""
        return [value for _, name, value in self.attributes if name == attribute]

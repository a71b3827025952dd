"""The verbs in order: encode, weigh, link, group, decide who states what. The only file that knows the order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from math import log

from .language import words
from .settings import MAX_ARTICLES, Settings
from .story import Article, Comparison, Fact, InputError, Link, Mention, Nearest, Presence

Progress = Callable[[str, float], None]
KEYS = "ABCDEFGHIJKL"


@dataclass(frozen=True, slots=True)
class Weighed:
    """Articles with everything that was measured of them; `decide` turns it into a Comparison at any strictness."""

    articles: tuple[Article, ...]
    links: tuple[Link, ...]
    encoder_name: str = "provisional"
    encoder_digest: str = ""
    calibrated: bool = False


def compare(
    articles: Sequence[Article], *, settings: Settings | None = None, encoder: object = None, progress: Progress | None = None
) -> Comparison:
    """Compare two articles or more."""
    settings = settings or Settings()
    return decide(weigh(articles, settings=settings, encoder=encoder, progress=progress), settings)


def weigh(
    articles: Sequence[Article], *, settings: Settings | None = None, encoder: object = None, progress: Progress | None = None
) -> Weighed:
    """Provisional: lexical overlap only."""
    if len(articles) > MAX_ARTICLES:
        raise InputError(f"{len(articles)} articles are more than the {MAX_ARTICLES} that can be compared; take some away.")
    keyed = tuple(replace(a, key=KEYS[i]) for i, a in enumerate(articles))
    seen = Counter(f for a in keyed for s in a.sentences for f in {w.form for w in words(s.text)})
    total = sum(len(a.sentences) for a in keyed)
    bags = {a.key: [{w.form for w in words(s.text)} for s in a.sentences] for a in keyed}

    def weight(forms: set[str]) -> float:
        return sum(log(1 + total / seen[f]) for f in forms) or 1.0

    links = []
    for i, left in enumerate(keyed):
        for right in keyed[i + 1 :]:
            for m, ours in enumerate(bags[left.key]):
                for n, theirs in enumerate(bags[right.key]):
                    shared = weight(ours & theirs) if ours & theirs else 0.0
                    p = min(0.99, 1.3 * shared / min(weight(ours), weight(theirs)))
                    links.append(
                        Link(left.key, right.key, m, n, round(p, 4), "full" if p > 0.8 else "part", {"shared words": round(p * 3, 2)})
                    )
        if progress:
            progress("comparing sentences", (i + 1) / len(keyed))
    return Weighed(keyed, tuple(links))


def decide(weighed: Weighed, settings: Settings | None = None) -> Comparison:
    """Links, facts and presence at one strictness; nothing is encoded again."""
    settings = settings or Settings()
    links = tuple(link for link in weighed.links if link.probability >= settings.link_probability)
    by_key = {a.key: a for a in weighed.articles}
    best: dict[tuple[str, int, str], Link] = {}
    for link in weighed.links:
        for key in (link.left, link.right):
            other, _ = link.other(key)
            spot = (key, link.side(key) or 0, other)
            if spot not in best or best[spot].probability < link.probability:
                best[spot] = link
    facts, taken = [], set()
    for a in weighed.articles:
        for s in a.sentences:
            if (a.key, s.index) in taken:
                continue
            members = {(a.key, s.index)} | {link.other(a.key) for link in links if link.side(a.key) == s.index}
            members -= taken
            taken |= members
            mentions = []
            for k, i in sorted(members):
                sent = by_key[k].sentences[i]
                mentions.append(Mention(k, i, ((sent.start, sent.end),), sent.text))
            presence = {}
            for other in weighed.articles:
                if other.key in {k for k, _ in members}:
                    presence[other.key] = Presence("stated", 0.99, Nearest(next(i for k, i in members if k == other.key), 1.0))
                    continue
                link = best[(a.key, s.index, other.key)]
                p = link.probability
                status = "partly" if p >= settings.stated_at else "not_found" if p <= settings.not_found_at else "unclear"
                presence[other.key] = Presence(status, p, Nearest(link.other(a.key)[1], p))
            facts.append(Fact(sha256(s.text.encode()).hexdigest()[:12], s.text, tuple(mentions), presence))
    return Comparison(
        weighed.articles, links, tuple(facts), settings.to_dict(), weighed.encoder_name, weighed.encoder_digest, weighed.calibrated
    )


def trace(
    statement: str, articles: Sequence[Article], *, settings: Settings | None = None, encoder: object = None
) -> Mapping[str, Presence]:
    """Which articles state one statement, and where."""
    raise NotImplementedError

"""From groups of sentences to facts: a label, an id, and every mention. A fact here is a whole sentence with its partners."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from ..story import Article, Fact, Link, Mention, Spot

ID = 12
"""Hexadecimal digits of a fact's id."""
SHORTEST_LABEL = 4
"""Words: a shorter sentence ("It rained.") labels a fact only if it stands alone."""


def gather(articles: Sequence[Article], groups: Iterable[Sequence[Spot]], links: Iterable[Link]) -> list[tuple[Fact, Spot]]:
    """One fact a group, without its presence, and the sentence that gives it its label; in the order of the story.

    The mentions are the group's sentences and those linked with the label's. The label is the shortest of the group, so that
    every other can state all of it. The id is a digest of the earliest, and the digests of the others are aliases, so that a
    fact is found again by its id when another strictness joins it with others.
    """
    by_key = {article.key: article for article in articles}
    early = {spot: rank for article in articles for spot, rank in _earliness(article)}
    partners: dict[Spot, set[Spot]] = {}
    for link in links:
        ends = (link.left, link.left_sentence), (link.right, link.right_sentence)
        for one, other in (ends, ends[::-1]):
            partners.setdefault(one, set()).add(other)
    drafted = []
    for group in groups:
        label = min(group, key=lambda spot: _label_rank(by_key, spot))
        spots = sorted({*group, *partners.get(label, ())})
        drafted.append((sorted(early[spot] for spot in group), label, spots))
    taken = {ranks[0][1] for ranks, _, _ in drafted}
    seen: Counter[str] = Counter()
    facts = []
    for ranks, label, spots in sorted(drafted, key=lambda draft: draft[0][0]):
        digest = ranks[0][1]
        seen[digest] += 1  # the same text given twice: equal digests are told apart by number
        name = digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
        aliases = tuple(dict.fromkeys(other for _, other in ranks if other not in taken))
        taken.update(aliases)
        mentions = tuple(_mention(by_key[key], index) for key, index in spots)
        facts.append((Fact(name, _mention(by_key[label[0]], label[1]).text, mentions, {}, aliases), label))
    return facts


def _label_rank(by_key: Mapping[str, Article], spot: Spot) -> tuple[bool, int, str]:
    text = by_key[spot[0]].sentences[spot[1]].text
    words = len(text.split())
    return (words < SHORTEST_LABEL, words, sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def _earliness(article: Article) -> Iterator[tuple[Spot, tuple[float, str]]]:
    """For each sentence how early in its article it stands (0 to 1), and a digest that depends on the texts alone."""
    text = sha256(f"{article.text}\0".encode("utf-8", "surrogatepass"))
    for sent in article.sentences:
        digest = text.copy()
        digest.update(str(sent.index).encode())
        yield (article.key, sent.index), (round(sent.start / max(1, len(article.text)), 4), digest.hexdigest()[:ID])


def _mention(article: Article, index: int) -> Mention:
    sent = article.sentences[index]
    return Mention(article.key, index, ((sent.start, sent.end),), sent.text)

"""The articles beside each other, and a passage beside its partners with the words that differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..alignment import differing_spans
from ..coverage import sentence_status
from ..story import LABELS, SYMBOLS, Article, Comparison, Link, Sentence, SentenceRef, Span, Status
from . import wording
from .highlight import Mark, MarkedText, common, split_by_marks
from .render import render_template
from .verdicts import numbered

REASONS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class SentenceLine:
    """A sentence as it stands in a column: its state in the other articles, its pieces, and its partners there.

    `by_hand`: the partners that a person confirmed.
    """

    sentence: Sentence
    status: Status
    spoken: str
    pieces: tuple[MarkedText, ...]
    partners: tuple[SentenceRef, ...]
    by_hand: frozenset[SentenceRef]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of one article shown with marks."""

    article: Article
    sentence: int
    pieces: tuple[MarkedText, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """A partner of a passage: its sentence, how likely they state the same, in words, and what speaks for and against it."""

    passage: Passage
    likely: str
    extent: str
    reasons: tuple[tuple[str, str], ...]


def side_by_side_html(
    comparison: Comparison, keys: Sequence[str] | None = None, *, prefix: str = "s", others: Sequence[str] | None = None
) -> str:
    """The articles `keys` (all, if not given) in columns: each sentence with its sign, its number, and its partners' numbers.

    Sentences have the id `<prefix>-<key>-<number>` and carry data-key, data-sentence (from 0), data-status and data-partners
    ("B:4 B:5", from 0). `others`: the articles that count as partners, if not those shown.
    """
    shown = tuple(keys) if keys is not None else comparison.keys
    beside = tuple(others) if others is not None else shown
    columns = [(comparison.article(key), lines(comparison, key, beside)) for key in shown]
    return render_template("side_by_side.html", columns=columns, prefix=prefix, symbols=SYMBOLS)


def lines(comparison: Comparison, key: str, shown: Sequence[str]) -> tuple[SentenceLine, ...]:
    """The sentences of one article as they stand beside those of the others in `shown`."""
    others = tuple(k for k in shown if k != key)
    article = comparison.article(key)
    marks = _marks(comparison, key, others)
    found = []
    for sentence in article.sentences:
        status = sentence_status(comparison, key, sentence.index, others)
        links = {link.other(key): link.by_hand for link in comparison.links_of(key, sentence.index)}
        partners = tuple(sorted(other for other in links if other.article in others))
        pieces = split_by_marks(sentence.text, marks, offset=sentence.start)
        by_hand = frozenset(other for other in partners if links[other])
        found.append(SentenceLine(sentence, status, _spoken(status, others), pieces, partners, by_hand))
    return tuple(found)


def _spoken(status: Status, others: tuple[str, ...]) -> str:
    if not others:
        return ""
    if len(others) == 1 or status == "not_found":
        where = wording.listed(others)
    else:
        where = f"{'one' if status == 'unclear' else 'at least one'} of {wording.listed(others)}"
    return f"{LABELS[status]} in {where}"


def _marks(comparison: Comparison, key: str, others: tuple[str, ...]) -> list[Mark]:
    """Details that differ from one of the others, numbered through the comparison, and parts of sentences stated only here."""
    differing_from: dict[Span, list[int]] = {}
    for n, difference in numbered(comparison):
        for detail, across in ((difference.left, difference.right), (difference.right, difference.left)):
            if detail.article == key and across.article in others:
                differing_from.setdefault((detail.start, detail.end), []).append(n)
    found = [Mark(*span, "differs", f"≠{'·'.join(map(str, told))}") for span, told in differing_from.items()]
    sentences = comparison.article(key).sentences
    for fact in comparison.facts:
        if not others or any(fact.presence[k].status != "not_found" for k in others):
            continue
        for mention in fact.mentions_in(key):
            whole = sentences[mention.sentence]
            if sum(end - start for start, end in mention.spans) < 0.9 * (whole.end - whole.start):
                found += [Mark(start, end, "only") for start, end in mention.spans]
    return found


def passage(comparison: Comparison, key: str, sentence: int, *, others: Sequence[str] | None = None) -> str:
    """A sentence above its partners: words that only one side has are marked; reasons and probability in words.

    Without a partner: the nearest passage of each other article, or a line that says that there is none.
    """
    shown = tuple(k for k in (others or comparison.keys) if k != key)
    partners = [link for link in comparison.links_of(key, sentence) if link.other(key).article in shown]
    ours = comparison.article(key).sentences[sentence].text
    spans: list[tuple[Span, ...]] = []
    pairings = []
    for link in sorted(partners, key=lambda link: link.other(key)):
        found = only_in(comparison, link)
        mine, theirs = found if key == link.left else found[::-1]
        spans.append(mine)
        pairings.append(_pairing(comparison, link, key, theirs))
    mine_only = Passage(comparison.article(key), sentence, split_by_marks(ours, [Mark(s, e, "words") for s, e in common(spans)]))
    return render_template(
        "passage.html", ours=mine_only, pairings=pairings, nearest=_nearest(comparison, key, sentence, shown, partners)
    )


def only_in(comparison: Comparison, link: Link) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What each sentence of a link tells and the other does not, as spans of it; without a parse all words that differ."""
    ours = comparison.article(link.left).sentences[link.left_sentence]
    theirs = comparison.article(link.right).sentences[link.right_sentence]
    if link.left_only is None or link.right_only is None:
        return differing_spans(ours.text, theirs.text)
    sides = ((link.left_only, ours), (link.right_only, theirs))
    mine, yours = (tuple((start - sent.start, end - sent.start) for start, end in spans) for spans, sent in sides)
    return mine, yours


def pair(comparison: Comparison, link: Link) -> str:
    """The two passages of one link, the words that only one of them has marked, with reasons and probability in words."""
    ours = comparison.article(link.left).sentences[link.left_sentence].text
    mine, theirs = only_in(comparison, link)
    first = Passage(
        comparison.article(link.left), link.left_sentence, split_by_marks(ours, [Mark(s, e, "words") for s, e in mine])
    )
    return render_template("passage.html", ours=first, pairings=[_pairing(comparison, link, link.left, theirs)], nearest=())


def reasons(link: Link) -> tuple[tuple[str, str], ...]:
    """What speaks for and against a link, strongest first: (name, what it does in words)."""
    ordered = sorted(link.reasons.items(), key=lambda item: -abs(item[1]))
    return tuple((name, wording.strength(value)) for name, value in ordered[:REASONS_SHOWN])


def _pairing(comparison: Comparison, link: Link, key: str, spans: tuple[Span, ...]) -> Pairing:
    other, index = link.other(key)
    article = comparison.article(other)
    pieces = split_by_marks(article.sentences[index].text, [Mark(s, e, "words") for s, e in spans])
    likely = wording.linked(link, calibrated=comparison.calibrated)
    return Pairing(Passage(article, index, pieces), likely, wording.extent(link.extent), reasons(link))


def _nearest(
    comparison: Comparison, key: str, sentence: int, shown: tuple[str, ...], partners: Sequence[Link]
) -> tuple[tuple[Passage | None, Article, str], ...]:
    """For each article without a partner: its passage nearest to the facts of the sentence, and its state in words."""
    linked = {link.other(key).article for link in partners}
    found = []
    for other in shown:
        states = [f.presence[other] for f in comparison.facts_of(key, sentence) if other in f.presence]
        if other in linked or not states:
            continue
        state, article = max(states, key=lambda s: s.probability), comparison.article(other)
        near = state.nearest
        shown_passage = Passage(article, near.sentence, split_by_marks(article.sentences[near.sentence].text)) if near else None
        found.append((shown_passage, article, wording.stated(state)))
    return tuple(found)

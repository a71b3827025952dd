"""The articles beside each other, and a passage beside its partners with the words that differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..alignment import differing_spans
from ..coverage import sentence_status
from ..settings.report import MARKED_SHARE, MOST_REASONS
from ..story import LABELS, SYMBOLS, Article, Comparison, Link, Sentence, SentenceRef, Span, Status
from . import wording
from .highlight import Mark, MarkedText, intersect_spans, split_by_marks
from .model import ComparisonLike, ReportModel, as_model
from .render import render_template


@dataclass(frozen=True, slots=True)
class SentenceLine:
    """A sentence as it stands in a column.

    Attributes:
        sentence: The sentence.
        status: Its state in the other articles.
        spoken: That state in words; empty where there is no other article.
        pieces: Its text with marks.
        partners: The sentences of the others that it is linked with.
        by_hand: The partners that a person confirmed.
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
    """A partner of a passage.

    Attributes:
        passage: Its sentence.
        likelihood: How likely both state the same, in words.
        extent: How much they share, in words.
        reasons: What speaks for and against it: (name, what it does in words).
    """

    passage: Passage
    likelihood: str
    extent: str
    reasons: tuple[tuple[str, str], ...]


def side_by_side_html(
    comparison: ComparisonLike, keys: Sequence[str] | None = None, *, prefix: str = "s", others: Sequence[str] | None = None
) -> str:
    """Return articles in columns: each sentence with its sign, its number, and its partners' numbers.

    Sentences have the id `<prefix>-<key>-<number>` and carry data-key, data-sentence (from 0), data-status and data-partners
    ("B:4 B:5", from 0).

    Args:
        comparison: The comparison, or its model.
        keys: The articles that are shown; all by default.
        prefix: Begins the id of each sentence.
        others: The articles that count as partners; those shown by default.
    """
    model = as_model(comparison)
    shown = tuple(keys) if keys is not None else model.comparison.keys
    beside = tuple(others) if others is not None else shown
    columns = [(model.comparison.article(key), sentence_lines(model, key, beside)) for key in shown]
    return render_template("side_by_side.html", columns=columns, prefix=prefix, symbols=SYMBOLS)


def sentence_lines(comparison: ComparisonLike, key: str, shown: Sequence[str]) -> tuple[SentenceLine, ...]:
    """Return the sentences of one article as they stand beside those of the others in `shown`."""
    model = as_model(comparison)
    others = tuple(k for k in shown if k != key)
    article = model.comparison.article(key)
    marks = _marks(model, key, others)
    rows = []
    for sentence in article.sentences:
        status = sentence_status(model.comparison, key, sentence.index, others)
        links = {link.other(key): link.by_hand for link in model.comparison.links_of(key, sentence.index)}
        partners = tuple(sorted(other for other in links if other.article in others))
        pieces = split_by_marks(sentence.text, marks, offset=sentence.start)
        by_hand = frozenset(other for other in partners if links[other])
        rows.append(SentenceLine(sentence, status, _spoken(status, others), pieces, partners, by_hand))
    return tuple(rows)


def _spoken(status: Status, others: tuple[str, ...]) -> str:
    if not others:
        return ""
    if len(others) == 1 or status == "not_found":
        where = wording.format_list(others)
    else:
        where = f"{'one' if status == 'unclear' else 'at least one'} of {wording.format_list(others)}"
    return f"{LABELS[status]} in {where}"


def _marks(model: ReportModel, key: str, others: tuple[str, ...]) -> list[Mark]:
    """Details that differ from one of the others, numbered through the comparison, and parts of sentences stated only here."""
    numbers_by_span: dict[Span, list[int]] = {}
    for number, difference in model.numbered_differences:
        for detail, across in ((difference.left, difference.right), (difference.right, difference.left)):
            if detail.article == key and across.article in others:
                numbers_by_span.setdefault((detail.start, detail.end), []).append(number)
    marks = [Mark(*span, "differs", f"≠{'·'.join(map(str, numbers))}") for span, numbers in numbers_by_span.items()]
    sentences = model.comparison.article(key).sentences
    for fact in model.comparison.facts:
        if not others or any(fact.presence[k].status != "not_found" for k in others):
            continue
        for mention in fact.mentions_in(key):
            whole = sentences[mention.sentence]
            if sum(end - start for start, end in mention.spans) < MARKED_SHARE * (whole.end - whole.start):
                marks += [Mark(start, end, "only") for start, end in mention.spans]
    return marks


def passage(comparison: ComparisonLike, key: str, sentence: int, *, others: Sequence[str] | None = None) -> str:
    """Return a sentence above its partners: words that only one side has are marked; reasons and probability in words.

    Without a partner: the nearest passage of each other article, or a line that says that there is none.

    Args:
        comparison: The comparison, or its model.
        key: Of the article.
        sentence: Its index, from 0.
        others: Keys of the articles beside it; all by default.
    """
    comparison = as_model(comparison).comparison
    shown = tuple(k for k in (others or comparison.keys) if k != key)
    partners = [link for link in comparison.links_of(key, sentence) if link.other(key).article in shown]
    text = comparison.article(key).sentences[sentence].text
    own_spans: list[tuple[Span, ...]] = []
    pairings = []
    for link in sorted(partners, key=lambda link: link.other(key)):
        left, right = unshared_spans(comparison, link)
        own, other = (left, right) if key == link.left else (right, left)
        own_spans.append(own)
        pairings.append(_pairing(comparison, link, key, other))
    marks = [Mark(start, end, "words") for start, end in intersect_spans(own_spans)]
    return render_template(
        "passage.html",
        passage=Passage(comparison.article(key), sentence, split_by_marks(text, marks)),
        pairings=pairings,
        nearest=_nearest(comparison, key, sentence, shown, partners),
    )


def unshared_spans(comparison: Comparison, link: Link) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return what each sentence of a link tells and the other does not, as spans of it; without a parse all words that differ."""
    left = comparison.article(link.left).sentences[link.left_sentence]
    right = comparison.article(link.right).sentences[link.right_sentence]
    if link.left_only is None or link.right_only is None:
        return differing_spans(left.text, right.text)
    left_spans = tuple((start - left.start, end - left.start) for start, end in link.left_only)
    right_spans = tuple((start - right.start, end - right.start) for start, end in link.right_only)
    return left_spans, right_spans


def pair(comparison: ComparisonLike, link: Link) -> str:
    """Return the two passages of one link, the words that only one of them has marked, with reasons and probability in words."""
    comparison = as_model(comparison).comparison
    article = comparison.article(link.left)
    left, right = unshared_spans(comparison, link)
    pieces = split_by_marks(article.sentences[link.left_sentence].text, [Mark(start, end, "words") for start, end in left])
    return render_template(
        "passage.html",
        passage=Passage(article, link.left_sentence, pieces),
        pairings=[_pairing(comparison, link, link.left, right)],
        nearest=(),
    )


def reasons(link: Link) -> tuple[tuple[str, str], ...]:
    """Return what speaks for and against a link, strongest first: (name, what it does in words)."""
    ordered = sorted(link.reasons.items(), key=lambda item: -abs(item[1]))
    return tuple((name, wording.describe_evidence(value)) for name, value in ordered[:MOST_REASONS])


def _pairing(comparison: Comparison, link: Link, key: str, spans: tuple[Span, ...]) -> Pairing:
    other, index = link.other(key)
    article = comparison.article(other)
    pieces = split_by_marks(article.sentences[index].text, [Mark(start, end, "words") for start, end in spans])
    likelihood = wording.describe_link(link, calibrated=comparison.calibrated)
    return Pairing(Passage(article, index, pieces), likelihood, wording.describe_extent(link.extent), reasons(link))


def _nearest(
    comparison: Comparison, key: str, sentence: int, shown: tuple[str, ...], partners: Sequence[Link]
) -> tuple[tuple[Passage | None, Article, str], ...]:
    """For each article without a partner: its passage nearest to the facts of the sentence, and its state in words."""
    linked = {link.other(key).article for link in partners}
    rows = []
    for other in shown:
        states = [fact.presence[other] for fact in comparison.facts_of(key, sentence) if other in fact.presence]
        if other in linked or not states:
            continue
        state, article = max(states, key=lambda presence: presence.probability), comparison.article(other)
        passage = None
        if state.nearest:
            index = state.nearest.sentence
            passage = Passage(article, index, split_by_marks(article.sentences[index].text))
        rows.append((passage, article, wording.describe_presence(state)))
    return tuple(rows)

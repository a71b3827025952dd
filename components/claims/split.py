"""Splits a sentence into claims: what a careful reader would list as the facts that it states, with the words that state each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ..language.syntax.dependencies import (
    ADNOMINAL_CLAUSES,
    AUXILIARIES,
    NONFINITE_TAGS,
    dependent,
    dependents,
    first_conjunct,
    is_content,
    is_predicate,
    is_set_off,
    subject,
    subject_above,
    subtree_span,
    top_down,
)
from ..story import Span
from .clauses import PARTING, ClaimKind, split_points
from .spans import SpanFinder

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


LEAST: Final = 2
"""Content words of its own that a claim has; a smaller part joins the one that it hangs on."""
LEAST_CLOSE: Final = 3
"""Likewise of one that no mark parts from its noun."""
LONG_NAME: Final = 8
"""Tokens: of a longer subject or noun only the core is said again in a claim that hangs on it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact that a sentence states: the words that state it, its predicate or head noun, and how it stands in the sentence.

    `spans` are offsets in the sentence, sorted and disjoint; words may belong to several claims ("Ann Lee" in "Ann Lee came and
    went"). A `frame` says who said something when and where; what was said is `content`.
    """

    spans: tuple[Span, ...]
    head: int
    kind: ClaimKind


def split_sentence(doc: Doc, quoted: Sequence[Span] = ()) -> tuple[Claim, ...]:
    """The claims of a parsed sentence in reading order; `quoted` are its spans inside quotation marks.

    Every noun, verb, adjective, adverb and number is in one of them at least.
    """
    split = _Split(doc)
    split.mend(quoted)
    text = SpanFinder(doc)
    out = []
    for part in sorted(split.settled(), key=lambda part: min(token.i for token in part.own)):
        if spans := text.of({token.i for token in (*part.own, *split.again(part))}):
            out.append(Claim(spans, part.head.i, part.kind))
    return tuple(out)


@dataclass(slots=True, eq=False)
class _Part:
    """A claim in the making: the token whose subtree it is, less the subtrees that stand apart, and its predicate or noun."""

    top: Token
    predicate: Token
    head: Token
    kind: ClaimKind
    own: list[Token] = field(default_factory=list)

    @property
    def small(self) -> bool:
        """Too few words to be a claim."""
        close = self.top.dep_ in ADNOMINAL_CLAUSES and not is_set_off(self.top)
        return sum(map(is_content, self.own)) < (LEAST_CLOSE if close else LEAST)

    @property
    def extras(self) -> int:
        """Content words besides predicate and subject: of a frame those that say when, where or to whom."""
        speaker = subject(self.predicate)
        named = range(*subtree_span(speaker)) if speaker else range(0)
        more = (t for t in self.own if is_content(t) and t.i not in named and t != self.predicate and t.dep_ not in AUXILIARIES)
        return len(list(more))


class _Split:
    """A sentence taken apart at its seams; `of` has the part of each token."""

    def __init__(self, doc: Doc) -> None:
        self.doc, self.quotes = doc, False
        order = top_down(doc)
        sizes = [int(is_content(token)) for token in doc]
        for token in reversed(order):
            if token.head.i != token.i:
                sizes[token.head.i] += sizes[token.i]
        tops = {seam.top: seam for seam in split_points(doc, lambda token: sizes[token.i])}
        self.of: dict[int, _Part] = {}
        self.parts: list[_Part] = []
        for token in order:
            seam = tops.get(token.i)
            if seam and seam.joins is None:
                self.parts.append(_Part(token, doc[seam.head], doc[seam.head], seam.kind))
                part = self.parts[-1]
            else:
                part = self.of[seam.joins if seam and seam.joins is not None else token.head.i]
            self.of[token.i] = part
            part.own.append(token)

    def mend(self, quoted: Iterable[Span]) -> None:
        """A phrase in a quotation that the parser hung on a word outside goes to what the quotation begins with."""
        for start, end in quoted:
            self.quotes = True
            inside = [token for token in self.doc if start <= token.idx < end]
            if not inside:
                continue
            host, numbers = self.of[inside[0].i], range(inside[0].i, inside[-1].i + 1)
            for token in inside:
                part = self.of[token.i]
                if token.head.i in numbers:
                    continue
                if token == part.top and part.kind == "apposition":  # an item of a list of quotations
                    self._move(part.own, part, self.of[token.head.i])
                elif part is not host and token == part.top and token.dep_ == "conj" and subject(token) is None:
                    self._move(part.own, part, host)
                elif part is not host and token != part.top and not is_predicate(token):
                    phrase = range(max(token.left_edge.i, numbers.start), min(token.right_edge.i + 1, numbers.stop))
                    self._move([t for t in part.own if t.i in phrase and t != part.top], part, host)

    def _move(self, tokens: Sequence[Token], part: _Part, host: _Part) -> None:
        numbers = {token.i for token in tokens}
        self.of.update(dict.fromkeys(numbers, host))
        host.own += tokens
        part.own = [token for token in part.own if token.i not in numbers]

    def settled(self) -> list[_Part]:
        """The parts that are claims: what is too small joins what it hangs on, and bare frames join what they frame."""
        contents: dict[int, list[_Part]] = {}
        for part in reversed(self.parts):
            if contained := contents.get(part.predicate.i):
                self._frame(part, contained)
            above = self.of[part.top.head.i]
            said = part.top.dep_ == "ccomp" and part.kind != "conjunct"
            if said and above.predicate.i == part.top.head.i:
                contents.setdefault(part.top.head.i, []).append(part)
            elif above is not part and (part.small or said or (part.kind == "frame" and part.extras < LEAST)):
                self._move(part.own, part, above)
        self._fill_small_roots()
        return [part for part in self.parts if part.own]

    def _frame(self, part: _Part, contained: list[_Part]) -> None:
        rich = part.extras >= LEAST
        first_content = contained[-1]  # the leaves were visited from the last to the first
        part.kind = "frame" if rich else "content"
        for content in contained:
            if content.small or (content is first_content and not rich):
                self._move(content.own, content, part)
        if not rich:
            part.head = first_content.head

    def _fill_small_roots(self) -> None:
        below: dict[int, list[_Part]] = {}
        for part in self.parts:
            if part.own and (above := self.of[part.top.head.i]) is not part:
                below.setdefault(id(above), []).append(part)
        roots = [part for part in self.parts if part.own and part.top.head.i == part.top.i]
        before: _Part | None = None
        for part in roots:
            if self._lacks(part) and (hanging := below.get(id(part))):
                first = min(hanging, key=lambda other: (other.kind in ("relative", "apposition"), other.top.i))
                self._move(first.own, first, part)
            if before and (self._lacks(part) or before.small):
                self._move(part.own, part, before)
            else:
                before = part

    def _lacks(self, root: _Part) -> bool:
        """Too small, or a "she asked" that the parser did not join with the quotation."""
        return root.small or (self.quotes and root.predicate.pos_ == "VERB" and root.extras == 0)

    def again(self, part: _Part) -> Iterator[Token]:
        """The words of other claims without which this one is not understood: its subject, or the noun that it hangs on."""
        top = part.top
        if top.head.i == top.i:
            return
        if top.dep_ in ADNOMINAL_CLAUSES | {"appos"}:
            yield from self._noun(top.head)
        elif top.dep_ == "conj":
            yield from self._shared(part)
        elif top.dep_ == "ccomp":
            yield from self._speaker(top if part.kind == "content" else top.head)
        elif top.dep_ == "prep" and part.predicate == top:
            yield top.head
            yield from self._noun(subject_above(top) or top.head)
        elif subject(part.predicate) is None and (found := subject_above(top)):
            yield from self._noun(found)

    def _shared(self, part: _Part) -> Iterator[Token]:
        first = part.top.head
        while subject(first) is None and first.dep_ == "conj":
            first = first.head
        if subject(part.predicate) is None:
            if found := subject(first):
                yield from self._noun(found)
            elif first.dep_ not in ADNOMINAL_CLAUSES and (above := subject_above(first)):
                yield from self._noun(above)
            yield from _shared_auxiliaries(part.predicate, first)
        first = first_conjunct(part.top)
        yield from self._speaker(first)
        if first.dep_ in ADNOMINAL_CLAUSES:
            yield from self._noun(first.head)

    def _speaker(self, content: Token) -> Iterator[Token]:
        """Speaker and cue of a content, if its frame is no claim of its own."""
        cue = content.head
        if content.dep_ == "ccomp" and self.of[cue.i].kind == "content" and (found := subject(cue)):
            yield cue
            yield from self._noun(found)
            if cue.dep_ == "relcl":
                yield from self._noun(cue.head)

    def _noun(self, noun: Token) -> Iterator[Token]:
        """A noun with its modifiers, or its core if they are many."""
        dateline = (t.i + 1 for t in self.doc[max(noun.left_edge.i, noun.i - LONG_NAME) : noun.i] if t.text in PARTING)
        first, last = max(dateline, default=noun.left_edge.i), noun.right_edge.i
        part = self.of[noun.i]
        for start, end in ((first, last + 1), (first, noun.i + 1)):
            phrase = [token for token in self.doc[start : min(end, start + 5 * LONG_NAME)] if self.of[token.i] is part]
            if len(phrase) <= LONG_NAME and end - start < 5 * LONG_NAME:
                yield from phrase
                return
        yield from (token for token in self.doc[max(first, noun.i - 3) : noun.i + 1] if token.dep_ == "compound" or token == noun)


def _shared_auxiliaries(predicate: Token, first: Token) -> Iterator[Token]:
    """As "was" of the first for "was seized and burnt"; a predicate with its own tense shares none."""
    if predicate.tag_ in NONFINITE_TAGS and not dependent(predicate, *AUXILIARIES):
        yield from (child for child in dependents(first, *AUXILIARIES, "neg") if child.i < first.i)

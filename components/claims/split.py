"""Splits a sentence into claims: what a careful reader would list as the facts that it states, with the words that state each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

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
from ..settings.claims_and_speech import (
    CORE_TOKENS,
    MAX_PHRASE_TOKENS,
    MAX_REPEATED_TOKENS,
    MIN_CLAIM_WORDS,
    MIN_FRAME_WORDS,
    MIN_RESTRICTIVE_WORDS,
)
from ..story import Span
from .clauses import SENTENCE_BREAKS, ClaimKind, split_points
from .spans import SpanFinder

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact that a sentence states: the words that state it, its predicate or head noun, and its kind of clause.

    `spans` are offsets in the sentence, sorted and disjoint; words may belong to several claims ("Ann Lee" in "Ann Lee came and
    went"). A `frame` says who said something, when and where; what was said is `content`.
    """

    spans: tuple[Span, ...]
    head: int
    kind: ClaimKind


def split_sentence(doc: Doc, quotations: Sequence[Span] = ()) -> tuple[Claim, ...]:
    """Return the claims of a parsed sentence in reading order.

    Every noun, verb, adjective, adverb and number is in at least one of them.

    Args:
        doc: The sentence; it may have several roots.
        quotations: Its spans inside quotation marks.
    """
    sentence = _SplitSentence(doc)
    sentence.reattach_quoted_phrases(quotations)
    finder = SpanFinder(doc)
    claims = []
    for part in sorted(sentence.claim_parts(), key=lambda part: min(token.i for token in part.tokens)):
        if spans := finder.spans_of({token.i for token in (*part.tokens, *sentence.repeated_words(part))}):
            claims.append(Claim(spans, part.head.i, part.kind))
    return tuple(claims)


@dataclass(slots=True, eq=False)
class _Part:
    """A claim in the making: the subtree of the token `top` less the subtrees that are parts themselves."""

    top: Token
    predicate: Token
    head: Token
    kind: ClaimKind
    tokens: list[Token] = field(default_factory=list)

    @property
    def is_too_small(self) -> bool:
        """Whether the part has too few content words to be a claim."""
        restrictive = self.top.dep_ in ADNOMINAL_CLAUSES and not is_set_off(self.top)
        return sum(map(is_content, self.tokens)) < (MIN_RESTRICTIVE_WORDS if restrictive else MIN_CLAIM_WORDS)

    @property
    def circumstance_words(self) -> int:
        """How many content words stand besides predicate and subject: of a frame those that say when, where or to whom."""
        speaker = subject(self.predicate)
        speaker_tokens = range(*subtree_span(speaker)) if speaker else range(0)
        return sum(
            is_content(token) and token.i not in speaker_tokens and token != self.predicate and token.dep_ not in AUXILIARIES
            for token in self.tokens
        )


class _SplitSentence:
    """A sentence taken apart at its split points; `part_of` has the part of each token."""

    def __init__(self, doc: Doc) -> None:
        self.doc, self.has_quotations = doc, False
        order = top_down(doc)
        content_words = [int(is_content(token)) for token in doc]
        for token in reversed(order):
            if token.head.i != token.i:
                content_words[token.head.i] += content_words[token.i]
        points = {point.top: point for point in split_points(doc, lambda token: content_words[token.i])}
        self.part_of: dict[int, _Part] = {}
        self.parts: list[_Part] = []
        for token in order:
            point = points.get(token.i)
            if point and point.continued_top is None:
                self.parts.append(_Part(token, doc[point.head], doc[point.head], point.kind))
                part = self.parts[-1]
            else:
                part = self.part_of[point.continued_top if point and point.continued_top is not None else token.head.i]
            self.part_of[token.i] = part
            part.tokens.append(token)

    def reattach_quoted_phrases(self, quotations: Iterable[Span]) -> None:
        """Move each quoted phrase that the parser attached to a word outside the marks to the first part of its quotation."""
        for start, end in quotations:
            self.has_quotations = True
            quoted_tokens = [token for token in self.doc if start <= token.idx < end]
            if not quoted_tokens:
                continue
            host, indices = self.part_of[quoted_tokens[0].i], range(quoted_tokens[0].i, quoted_tokens[-1].i + 1)
            for token in quoted_tokens:
                part = self.part_of[token.i]
                if token.head.i in indices:
                    continue
                if token == part.top and part.kind == "apposition":  # an item of a list of quotations
                    self._move_tokens(part.tokens, part, self.part_of[token.head.i])
                elif part is not host and token == part.top and token.dep_ == "conj" and subject(token) is None:
                    self._move_tokens(part.tokens, part, host)
                elif part is not host and token != part.top and not is_predicate(token):
                    phrase = range(max(token.left_edge.i, indices.start), min(token.right_edge.i + 1, indices.stop))
                    self._move_tokens([word for word in part.tokens if word.i in phrase and word != part.top], part, host)

    def _move_tokens(self, tokens: Sequence[Token], part: _Part, host: _Part) -> None:
        indices = {token.i for token in tokens}
        self.part_of.update(dict.fromkeys(indices, host))
        host.tokens += tokens
        part.tokens = [token for token in part.tokens if token.i not in indices]

    def claim_parts(self) -> list[_Part]:
        """Merge what is too small with the part it hangs on, and bare frames with what they frame; return the parts left."""
        contents: dict[int, list[_Part]] = {}
        for part in reversed(self.parts):
            if part_contents := contents.get(part.predicate.i):
                self._settle_frame(part, part_contents)
            parent = self.part_of[part.top.head.i]
            is_reported = part.top.dep_ == "ccomp" and part.kind != "conjunct"
            is_bare_frame = part.kind == "frame" and part.circumstance_words < MIN_FRAME_WORDS
            if is_reported and parent.predicate.i == part.top.head.i:
                contents.setdefault(part.top.head.i, []).append(part)
            elif parent is not part and (part.is_too_small or is_reported or is_bare_frame):
                self._move_tokens(part.tokens, part, parent)
        self._merge_incomplete_roots()
        return [part for part in self.parts if part.tokens]

    def _settle_frame(self, frame: _Part, contents: list[_Part]) -> None:
        """Keep a frame that says when, where or to whom as a claim; merge a bare one with the first of its contents."""
        is_claim = frame.circumstance_words >= MIN_FRAME_WORDS
        first_content = contents[-1]  # the leaves were visited from the last to the first
        frame.kind = "frame" if is_claim else "content"
        for content in contents:
            if content.is_too_small or (content is first_content and not is_claim):
                self._move_tokens(content.tokens, content, frame)
        if not is_claim:
            frame.head = first_content.head

    def _merge_incomplete_roots(self) -> None:
        """Merge a root that is no claim alone with the first part that hangs on it, or with the root before it."""
        children: dict[int, list[_Part]] = {}
        for part in self.parts:
            if part.tokens and (parent := self.part_of[part.top.head.i]) is not part:
                children.setdefault(id(parent), []).append(part)
        roots = [part for part in self.parts if part.tokens and part.top.head.i == part.top.i]
        previous: _Part | None = None
        for root in roots:
            if self._is_incomplete(root) and (root_children := children.get(id(root))):
                first = min(root_children, key=lambda child: (child.kind in ("relative", "apposition"), child.top.i))
                self._move_tokens(first.tokens, first, root)
            if previous and (self._is_incomplete(root) or previous.is_too_small):
                self._move_tokens(root.tokens, root, previous)
            else:
                previous = root

    def _is_incomplete(self, root: _Part) -> bool:
        """Return whether a root is too small, or a "she asked" that the parser did not join with the quotation."""
        return root.is_too_small or (self.has_quotations and root.predicate.pos_ == "VERB" and root.circumstance_words == 0)

    def repeated_words(self, part: _Part) -> Iterator[Token]:
        """Yield the words of other parts without which a claim is not understood: its subject, or the noun that it modifies."""
        top = part.top
        if top.head.i == top.i:
            return
        if top.dep_ in ADNOMINAL_CLAUSES | {"appos"}:
            yield from self._noun_phrase(top.head)
        elif top.dep_ == "conj":
            yield from self._words_shared_by_conjuncts(part)
        elif top.dep_ == "ccomp":
            yield from self._speaker_and_cue(top if part.kind == "content" else top.head)
        elif top.dep_ == "prep" and part.predicate == top:
            yield top.head
            yield from self._noun_phrase(subject_above(top) or top.head)
        elif subject(part.predicate) is None and (noun := subject_above(top)):
            yield from self._noun_phrase(noun)

    def _words_shared_by_conjuncts(self, part: _Part) -> Iterator[Token]:
        """Yield subject, auxiliaries and speaker of the first conjunct, and the noun that it modifies."""
        conjunct = part.top.head
        while subject(conjunct) is None and conjunct.dep_ == "conj":
            conjunct = conjunct.head
        if subject(part.predicate) is None:
            if (noun := subject(conjunct)) or (conjunct.dep_ not in ADNOMINAL_CLAUSES and (noun := subject_above(conjunct))):
                yield from self._noun_phrase(noun)
            yield from _shared_auxiliaries(part.predicate, conjunct)
        first = first_conjunct(part.top)
        yield from self._speaker_and_cue(first)
        if first.dep_ in ADNOMINAL_CLAUSES:
            yield from self._noun_phrase(first.head)

    def _speaker_and_cue(self, content: Token) -> Iterator[Token]:
        """Yield speaker and cue of a content whose frame is no claim of its own."""
        cue = content.head
        if content.dep_ == "ccomp" and self.part_of[cue.i].kind == "content" and (speaker := subject(cue)):
            yield cue
            yield from self._noun_phrase(speaker)
            if cue.dep_ == "relcl":
                yield from self._noun_phrase(cue.head)

    def _noun_phrase(self, noun: Token) -> Iterator[Token]:
        """Yield a noun with its modifiers, or its core if the modifiers are many; without a dateline before it."""
        before = self.doc[max(noun.left_edge.i, noun.i - MAX_REPEATED_TOKENS) : noun.i]
        start = max((token.i + 1 for token in before if token.text in SENTENCE_BREAKS), default=noun.left_edge.i)
        part = self.part_of[noun.i]
        for end in (noun.right_edge.i + 1, noun.i + 1):
            window = self.doc[start : min(end, start + MAX_PHRASE_TOKENS)]
            phrase = [token for token in window if self.part_of[token.i] is part]
            if len(phrase) <= MAX_REPEATED_TOKENS and end - start < MAX_PHRASE_TOKENS:
                yield from phrase
                return
        core = self.doc[max(start, noun.i - CORE_TOKENS) : noun.i + 1]
        yield from (token for token in core if token.dep_ == "compound" or token == noun)


def _shared_auxiliaries(predicate: Token, conjunct: Token) -> Iterator[Token]:
    """Yield the auxiliaries of an earlier conjunct that a non-finite predicate shares: "was" for "was seized and burnt"."""
    if predicate.tag_ in NONFINITE_TAGS and not dependent(predicate, *AUXILIARIES):
        yield from (child for child in dependents(conjunct, *AUXILIARIES, "neg") if child.i < conjunct.i)

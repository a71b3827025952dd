"""What a number in a parsed sentence is said of: the noun counted or measured, and the words that say what happens to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .units import DASHES, UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_UNDER_NOUN: Final = frozenset("nummod amod quantmod compound nmod det poss predet advmod".split())
_PARENTHESIS: Final = 8
"""Tokens behind an amount in which its "in" or "of" is looked for: "$2 million (1.8 million euros) in jewels"."""
_CLIMB: Final = 5


def counted(doc: Doc, inside: range, count: bool) -> tuple[int | None, tuple[int, ...]]:
    """The token of what the expression `inside` counts or measures, if named, and those that govern it, nearest first."""
    root = next((doc[at] for at in inside if doc[at].head.i not in inside), doc[inside.stop - 1])
    thing = _thing(doc, root, inside, count)
    top = thing if thing is not None and thing.is_ancestor(root) else root
    behind = max(inside.stop, thing.i + 1 if thing is not None else 0)
    state = [doc[behind]] if behind < len(doc) and doc[behind].tag_ in ("VBN", "VBD", "JJ") and doc[behind].pos_ != "AUX" else []
    return (None if thing is None else thing.i), tuple(dict.fromkeys(token.i for token in [*state, *_above(top)]))


def _low(doc: Doc, at: int) -> str:
    return doc[at].lower_ if 0 <= at < len(doc) else ""


def _thing(doc: Doc, root: Token, inside: range, count: bool) -> Token | None:
    after = inside.stop
    follows = doc[after] if after < len(doc) else None
    of = _complement(doc, root, after)
    if count and _low(doc, after) in DASHES and after + 1 < len(doc):
        return doc[after + 1]
    found: Token | None
    if follows is not None and follows.tag_ in ("JJ", "VBN") and follows.head.i < after:
        found = None  # "five dead"
    elif of is not None and _low(doc, after) in ("of", "worth"):
        found = of
    elif root.dep_ in _UNDER_NOUN and root.head.i > root.i and root.head.pos_ in ("NOUN", "PROPN", "ADJ") and not _aside(root):
        found = root.head
    elif _low(doc, inside.start - 1) == "worth" and doc[inside.start - 1].head.pos_ == "NOUN":
        found = doc[inside.start - 1].head
    elif of is not None:
        found = of
    elif count and follows is not None and follows.tag_ == "NNS":
        found = follows
    elif root.head.lemma_ == "be" and root.dep_ in ("nsubj", "attr"):  # "the cost is $5"
        other = "attr" if root.dep_ == "nsubj" else "nsubj"
        found = next((kid for kid in root.head.children if kid.dep_ == other and kid.pos_ == "NOUN"), None)
    else:
        found = None
    while found is not None and found.dep_ == "compound" and found.head.i == found.i + 1:
        found = found.head
    return found


def _aside(root: Token) -> bool:
    """Whether a parenthesis opens between a number and its noun, so that the noun is another's."""
    return any(token.text == "(" for token in root.doc[root.i : root.head.i])


def _complement(doc: Doc, root: Token, after: int) -> Token | None:
    """What a number is "of" or "in": "half of the voters", "$2 million worth of jewels", but not "$1 million in April"."""
    at = after + (_low(doc, after) == "worth")
    if _low(doc, at) == "(":
        at = next((end + 1 for end in range(at, min(at + _PARENTHESIS, len(doc))) if doc[end].text == ")"), at)
    ends = (root, root.head) if root.dep_ == "dobj" else (root,)
    near = [token for token in doc[at : at + _PARENTHESIS] if token.lower_ in ("of", "in") and token.head in ends]
    preps = [doc[at]] if _low(doc, at) in ("of", "in") else near
    found = next((token for prep in preps[:1] for token in prep.rights if token.dep_ == "pobj"), None)
    if found is not None and preps[0].lower_ == "in" and (found.pos_ != "NOUN" or found.lower_.removesuffix("s") in UNITS):
        return None
    return found


def _above(token: Token) -> Iterator[Token]:
    """The words that govern a token, up to the first verb."""
    for _ in range(_CLIMB):
        if token.head == token:
            return
        token = token.head
        if token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "ADV"):
            yield token
        if token.pos_ == "VERB":
            return

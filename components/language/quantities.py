"""What a number in a parsed sentence is said of: the noun counted or measured, and the words that say what happens to it.

Finds the quantities of a parsed English sentence: how much or how many, of what, in which unit, how hedged.

Dates, years, clock times, ordinals and numbers that are names (a road, a channel, a bill) are not quantities.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from .lexicon.calendar import MONTHS, SHORT_MONTHS
from .numerals import SCALES, Numeral, read_numeral, span_word
from .syntax.dependencies import NOMINAL, NOUN_MODIFIERS_AND_OWNERS, dependent, dependents, is_content, phrase_head
from .units import AFTER, BEFORE, DASHES, MONEY, PER, PERIODS, UNITS, Bound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token


_UNDER_NOUN: Final = NOUN_MODIFIERS_AND_OWNERS | {"nummod", "quantmod", "det", "predet", "advmod"}
_PARENTHESIS: Final = 8
"""Tokens behind an amount in which its "in" or "of" is looked for: "$2 million (1.8 million euros) in jewels"."""
_CLIMB: Final = 5


def counted_thing(doc: Doc, inside: range, count: bool) -> tuple[int | None, tuple[int, ...]]:
    """The token of what the expression `inside` counts or measures, if named, and those that govern it, nearest first."""
    root = next((doc[at] for at in inside if doc[at].head.i not in inside), doc[inside.stop - 1])
    thing = _thing(doc, root, inside, count)
    top = thing if thing is not None and thing.is_ancestor(root) else root
    behind = max(inside.stop, thing.i + 1 if thing is not None else 0)
    state = [doc[behind]] if behind < len(doc) and doc[behind].tag_ in ("VBN", "VBD", "JJ") and doc[behind].pos_ != "AUX" else []
    return (None if thing is None else thing.i), tuple(dict.fromkeys(token.i for token in [*state, *_above(top)]))


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
    elif root.dep_ in _UNDER_NOUN and root.head.i > root.i and root.head.pos_ in NOMINAL | {"ADJ"} and not _aside(root):
        found = root.head
    elif _low(doc, inside.start - 1) == "worth" and doc[inside.start - 1].head.pos_ == "NOUN":
        found = doc[inside.start - 1].head
    elif of is not None:
        found = of
    elif count and follows is not None and follows.tag_ == "NNS":
        found = follows
    elif root.head.lemma_ == "be" and root.dep_ in ("nsubj", "attr"):  # "the cost is $5"
        other = "attr" if root.dep_ == "nsubj" else "nsubj"
        found = next((noun for noun in dependents(root.head, other) if noun.pos_ == "NOUN"), None)
    else:
        found = None
    return None if found is None else phrase_head(found, ("compound",))


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
    found = dependent(preps[0], "pobj") if preps else None
    if found is not None and preps[0].lower_ == "in" and (found.pos_ != "NOUN" or found.lower_.removesuffix("s") in UNITS):
        return None
    return found


def _above(token: Token) -> Iterator[Token]:
    """The words that govern a token, up to the first verb."""
    for above in islice(token.ancestors, _CLIMB):
        if is_content(above) and above.pos_ != "NUM":
            yield above
        if above.pos_ == "VERB":
            return


_CLOCK: Final = frozenset("am pm a.m. p.m. a.m p.m o'clock gmt et".split())
_NAMES: Final = frozenset(
    "no. no number # channel route highway interstate section title chapter article page act phase level".split()
)
_NAMED_KINDS: Final = frozenset({"LAW", "PRODUCT", "FAC"})
_OLDEST: Final = 115
_LISTED: Final = 8
"""Tokens of a list of ages."""
_IDLE_ONE: Final = frozenset("the this that any no every each another day thing way hand time point".split())
"""Around "one", they show that nothing is counted."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """How much or how many, as one place of a sentence says.

    `text` is the expression as written, `span` its place, `tokens` its tokens (end not included). `low` to `high` is what the
    number allows, without the hedge, in the base unit of `kind`: "" for a count, else what its unit measures, "age", or "score"
    (then they are its two sides). `unit` is the unit as named (of a count, what is counted), `size` how much of the base unit it
    is, `bound` the hedge, `grain` the place of the last digit (0: a loose word such as "dozens"), `per` the unit of time of a
    rate. `thing` is the token of what is counted or measured, if named; `governors` say what happens to it, nearest first.
    """

    text: str
    span: tuple[int, int]
    tokens: tuple[int, int]
    kind: str
    low: float
    high: float
    grain: float
    unit: str = ""
    size: float = 1.0
    bound: Bound = ""
    per: str = ""
    thing: int | None = None
    governors: tuple[int, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether it gives one number: not a range, a score or a loose word such as "dozens"."""
        return self.low == self.high and self.kind != "score"


class _Measured(NamedTuple):
    """A number with its unit: the tokens of both, what is measured, and the size of the unit."""

    start: int
    end: int
    kind: str
    size: float
    unit: str = ""


def find_quantities(doc: Doc) -> tuple[Quantity, ...]:
    """The quantities of a sentence, in order."""
    return tuple(_found(doc))


def _found(doc: Doc) -> Iterator[Quantity]:
    at = 0
    while at < len(doc):
        stretch = span_word(doc, at)
        first = None if stretch else read_numeral(doc, at)
        if stretch:
            yield _quantity(doc, stretch, _Measured(at, stretch.end, "time", 1.0))
            at = stretch.end
        elif first is None:
            at += 1
        else:
            joined, score = _joined(doc, first)
            measured = _Measured(at, joined.end, "score", 1.0) if score else _unit(doc, joined)
            if score or not _is_name(doc, joined, measured):
                yield _quantity(doc, joined, measured)
            at = max(joined.end, measured.end)


def _low(doc: Doc, at: int) -> str:
    return doc[at].lower_ if 0 <= at < len(doc) else ""


def _joined(doc: Doc, first: Numeral) -> tuple[Numeral, bool]:
    """A number with the one behind it if they make a range or a score, and whether it is a score."""
    hanging = _low(doc, first.end) in DASHES and _low(doc, first.end + 1) in ("to", "or")  # "a 40- to 60-hour course"
    link = _low(doc, first.end + hanging)
    at = first.end + hanging + 1
    at += _low(doc, at) in MONEY
    if not first.exact or first.share or (link not in DASHES and link not in ("to", "or", "and")):
        return first, False
    second = read_numeral(doc, at)
    if second is None or not second.exact or second.share or "," in doc[first.end : second.start].text:
        return first, False
    before = _low(doc, first.start - 1 - (_low(doc, first.start - 1) in MONEY))
    low = first.low
    scale = SCALES.get(_low(doc, second.end - 1), 1.0)
    if second.end - second.start > 1 and first.end - first.start == 1 and low < second.low / scale:
        low *= scale  # "2 to 3 million"
    money = _low(doc, first.start - 1) in MONEY
    if link == "and" or before == "from":
        usable = link == "and" and before == "between"
    elif link == "or":
        usable = low < second.low <= low * 2
    else:
        units = _unit(doc, second).kind != "" or _low(doc, second.end - 1) in SCALES
        plural = second.end < len(doc) and doc[second.end].tag_ == "NNS"
        if not money and not units and max(low, second.low) < 1000 and (low > second.low or (link in DASHES and not plural)):
            return Numeral(first.start, second.end, low, second.low), True
        usable = link == "to" or units or plural or money
    if not usable or low >= second.low:
        return first, False
    return Numeral(first.start, second.end, low, second.low, second.grain), False


def _unit(doc: Doc, found: Numeral) -> _Measured:
    start, end = found.start, found.end
    word = _low(doc, end + (_low(doc, end) in DASHES))
    before = _low(doc, start - 1 - (_low(doc, start - 1) in DASHES))
    if _low(doc, start - 1) in MONEY:
        measured = _Measured(start - 1, end, MONEY[_low(doc, start - 1)], 1.0)
    elif before == "magnitude" or word == "magnitude":
        measured = _Measured(start, end, "magnitude", 1.0)
    elif found.share:
        measured = _Measured(start, end, "share", 1.0)
    elif doc[start].lower_ == "twice":
        measured = _Measured(start, end, "times", 1.0, "time")
    elif _is_age(doc, found):
        measured = _Measured(start, end, "age", PERIODS["year"])
    else:
        measured = _named_unit(doc, start, end)
    return measured


def _named_unit(doc: Doc, start: int, end: int) -> _Measured:
    """A number with the unit behind it: "two-year", "40 per cent", "36 years old", "thousands of dollars"."""
    at = end + (_low(doc, end) in DASHES)
    if _low(doc, at) == "of" and _low(doc, at + 1).removesuffix("s") in UNITS:
        at += 1
    word, behind = _low(doc, at), _low(doc, at + 1)
    if (word, behind) == ("per", "cent"):
        return _Measured(start, at + 2, "share", 0.01, "percent")
    if word == "percentage" and behind in ("point", "points"):
        return _Measured(start, at + 2, "point", 1.0, "percentage point")
    name = word if word in UNITS else word.removesuffix("s")
    apart = word == "m" and doc[at].idx > doc[end - 1].idx + len(doc[end - 1])
    if name not in UNITS or apart or doc[at].tag_[:2] not in ("NN", "VB", "CD"):
        return _Measured(start, end, "", 1.0)
    kind, size = UNITS[name]
    old = at + 1 + (behind in DASHES)
    of_age = (_low(doc, old), _low(doc, old + 1)) == ("of", "age")
    if kind == "time" and (_low(doc, old) in ("old", "olds") or of_age):
        return _Measured(start, old + 1 + of_age, "age", size)
    return _Measured(start, at + 1, kind, size, "foot" if name == "feet" else name)


def _is_age(doc: Doc, found: Numeral) -> bool:
    """Whether it is said as in "Mary Doe, 32, said" or "aged 4 and 7"."""
    at = found.start - 1
    least = at - _LISTED
    while at > max(0, least) and (_low(doc, at) in (",", "and") or doc[at].text.isdigit()):
        at -= 1
    if _low(doc, at) in ("age", "aged", "ages"):
        return True
    before, after = _low(doc, found.start - 1), _low(doc, found.end)
    named = found.start >= 2 and doc[found.start - 2].pos_ == "PROPN" and doc[found.start].text.isdigit()
    return named and (before, after) in ((",", ","), (",", "."), ("(", ")")) and 0 < found.low <= _OLDEST


def _is_name(doc: Doc, found: Numeral, measured: _Measured) -> bool:
    """Whether a number is no quantity: a date, a year, a clock time, a name, or a "one" that counts nothing."""
    if measured.kind not in ("", "times"):
        return False
    first, last = doc[found.start], doc[found.end - 1]
    before, after = _low(doc, found.start - 1), _low(doc, found.end)
    if first.lower_ in ("both", "twice"):
        return first.dep_ in ("preconj", "cc") or after in ("as", "the", "that")
    if first.lower_ == "one" and found.end == found.start + 1:
        return first.dep_ != "nummod" or first.head.i <= first.i or bool({before, after} & _IDLE_ONE)
    if not last.text[0].isdigit():
        return False
    return _is_date(doc, found) or before in _NAMES or first.ent_type_ in _NAMED_KINDS or _is_label(doc, found, measured)


def _is_date(doc: Doc, found: Numeral) -> bool:
    around = [doc[at].text for at in (found.start - 1, found.end) if 0 <= at < len(doc)]
    if any(text.removesuffix(".") in (*MONTHS, *SHORT_MONTHS) for text in around) or _low(doc, found.end) in _CLOCK:
        return True
    text = doc[found.end - 1].text
    return len(text) == 4 and text.isdigit() and 1500 <= found.low <= 2100 and not _bound(doc, found.start, found.end)[0]


def _is_label(doc: Doc, found: Numeral, measured: _Measured) -> bool:
    """Whether a number belongs to a name beside it: "Route 9", "1200 Elm Street"."""
    first, last = doc[found.start], doc[found.end - 1]
    if found.start and doc[found.start - 1].tag_ in ("NNP", "NNPS") and first.head.i <= last.i and not measured.kind:
        return True
    return found.end < len(doc) and doc[found.end].tag_ == "NNP" and found.low >= 100 and first.text.isdigit()


def _bound(doc: Doc, start: int, end: int) -> tuple[Bound, int, int]:
    """The hedge around an expression, and the expression with it."""
    for size in (3, 2, 1):
        words = " ".join(_low(doc, at) for at in range(start - size, start))
        if start >= size and words in BEFORE:
            return BEFORE[words], start - size, end
    for size in (2, 1):
        words = " ".join(_low(doc, at) for at in range(end, end + size))
        if words in AFTER:
            return AFTER[words], start, end + size
    return "", start, end


def _quantity(doc: Doc, found: Numeral, measured: _Measured) -> Quantity:
    bound, start, end = _bound(doc, measured.start, measured.end)
    thing, governors = counted_thing(doc, range(measured.start, measured.end), measured.kind == "")
    after = max(end, thing + 1) if measured.kind == "" and thing is not None and thing < end + 4 else end
    per = _low(doc, after + 1) if _low(doc, after) in ("a", "an", "per", "each", "every") else ""
    span = doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text)
    low, high = (limit * measured.size for limit in (found.low, found.high))
    unit = measured.unit
    if measured.kind == "" and thing is not None and 0 <= thing - end < 3 and doc[thing].pos_ != "PROPN":
        unit = doc[end : thing + 1].text.lower()
    return Quantity(
        doc[start:end].text, span, (start, end), measured.kind, low, high, found.grain * measured.size,
        unit, measured.size, bound, per if per in PER else "", thing, governors,
    )  # fmt: skip

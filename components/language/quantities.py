"""Quantities of a parsed English sentence: how much or how many, of what, in which unit, with which hedge.

Dates, years, clock times, ordinals and numbers that are names (a road, a channel, a bill) are not quantities.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from ..settings.dates_and_numbers import (
    AGE_LIST_TOKENS,
    ALTERNATIVE_RATIO,
    COMPLEMENT_TOKENS,
    GOVERNOR_STEPS,
    OLDEST_AGE,
    RATE_TOKENS,
    SCORE_LIMIT,
    STREET_NUMBER,
    UNIT_TOKENS,
    YEARS,
)
from .lexicon.calendar import MONTHS, SHORT_MONTHS
from .numerals import SCALES, Numeral, read_duration_word, read_numeral, token_text
from .parsed_article import characters
from .syntax.dependencies import NOMINAL, NOUN_MODIFIERS_AND_OWNERS, dependent, dependents, is_content, phrase_head
from .units import CURRENCIES, DASHES, HEDGES_AFTER, HEDGES_BEFORE, PERIODS, RATE_BASES, UNITS, Hedge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_MODIFIERS: Final = NOUN_MODIFIERS_AND_OWNERS | {"nummod", "quantmod", "det", "predet", "advmod"}
"""Dependency labels of a number that modifies its noun."""
_CLOCK_WORDS: Final = frozenset("am pm a.m. p.m. a.m p.m o'clock gmt et".split())
_NUMBERED_NAMES: Final = frozenset(
    "no. no number # channel route highway interstate section title chapter article page act phase level".split()
)
_NAMED_ENTITIES: Final = frozenset({"LAW", "PRODUCT", "FAC"})
"""Entity labels of names that hold a number."""
_MONTH_NAMES: Final = frozenset((*MONTHS, *SHORT_MONTHS))
_DESCRIBABLE: Final = NOMINAL | {"ADJ"}
"""Parts of speech that a quantity may describe."""
_IDLE_ONE: Final = frozenset("the this that any no every each another day thing way hand time point".split())
"""Around "one", they show that nothing is counted."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """How much or how many, as one place of a sentence says.

    Attributes:
        text: the expression as written, with its hedge.
        span: its characters.
        tokens: its tokens, the end not included.
        kind: "" for a count, else what its unit measures, "age", or "score".
        low: the least that the number allows, without the hedge, in the base unit of its kind; of a score the first side.
        high: the most that it allows; of a score the second side.
        precision: the place of its last digit, in the base unit; 0 for a loose word such as "dozens".
        unit: the unit as named; of a count, what is counted.
        unit_size: how much of the base unit the unit is.
        hedge: how it is hedged.
        per: the unit of time of a rate, or what else it is counted by.
        noun: the token of the noun that is counted or measured, if there is one.
        governors: the tokens that say what happens to it, nearest first.
    """

    text: str
    span: tuple[int, int]
    tokens: tuple[int, int]
    kind: str
    low: float
    high: float
    precision: float
    unit: str = ""
    unit_size: float = 1.0
    hedge: Hedge = ""
    per: str = ""
    noun: int | None = None
    governors: tuple[int, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether it gives one number: not a range, a score or a loose word such as "dozens"."""
        return self.low == self.high and self.kind != "score"


class _Measure(NamedTuple):
    """A number with its unit: the tokens of both, what is measured, and the size of the unit."""

    start: int
    end: int
    kind: str
    unit_size: float
    unit: str = ""


def find_quantities(doc: Doc) -> tuple[Quantity, ...]:
    """Find the quantities of a sentence, in order."""
    return tuple(_quantities(doc))


def _quantities(doc: Doc) -> Iterator[Quantity]:
    i = 0
    while i < len(doc):
        duration = read_duration_word(doc, i)
        numeral = None if duration else read_numeral(doc, i)
        if duration:
            yield _build_quantity(doc, duration, _Measure(i, duration.end, "time", 1.0))
            i = duration.end
        elif numeral is None:
            i += 1
        else:
            joined, is_score = _join_with_next(doc, numeral)
            measure = _Measure(i, joined.end, "score", 1.0) if is_score else _measure(doc, joined)
            if is_score or not _is_no_quantity(doc, joined, measure):
                yield _build_quantity(doc, joined, measure)
            i = max(joined.end, measure.end)


def _join_with_next(doc: Doc, first: Numeral) -> tuple[Numeral, bool]:
    """Join a number with the one behind it if they make a range or a score.

    Returns:
        The range, the score, or the first number alone; and whether it is a score.
    """
    hanging = token_text(doc, first.end) in DASHES and token_text(doc, first.end + 1) in ("to", "or")  # "a 40- to 60-hour course"
    link = token_text(doc, first.end + hanging)
    i = first.end + hanging + 1
    i += token_text(doc, i) in CURRENCIES
    if not first.exact or first.is_fraction or (link not in DASHES and link not in ("to", "or", "and")):
        return first, False
    second = read_numeral(doc, i)
    if second is None or not second.exact or second.is_fraction or "," in doc[first.end : second.start].text:
        return first, False
    low = first.low
    scale = SCALES.get(token_text(doc, second.end - 1), 1.0)
    if second.end - second.start > 1 and first.end - first.start == 1 and low < second.low / scale:
        low *= scale  # "2 to 3 million"
    if _is_score(doc, first, second, link, low):
        return Numeral(first.start, second.end, low, second.low), True
    if low >= second.low or not _is_range(doc, first, second, link, low):
        return first, False
    return Numeral(first.start, second.end, low, second.low, second.precision), False


def _is_score(doc: Doc, first: Numeral, second: Numeral, link: str, low: float) -> bool:
    """Tell whether two numbers are a score: "7 to 2" or "7-2", without a unit."""
    if link in ("and", "or") or token_text(doc, first.start - 1) in CURRENCIES or _word_before(doc, first) == "from":
        return False
    if _has_unit(doc, second) or max(low, second.low) >= SCORE_LIMIT:
        return False
    return low > second.low or (link in DASHES and not _has_plural(doc, second))


def _is_range(doc: Doc, first: Numeral, second: Numeral, link: str, low: float) -> bool:
    """Tell whether two numbers are a range: "40 to 60", "between 40 and 60", "two or three", "$40-60"."""
    before = _word_before(doc, first)
    if link == "and" or before == "from":
        return link == "and" and before == "between"
    if link == "or":
        return low < second.low <= low * ALTERNATIVE_RATIO
    has_currency = token_text(doc, first.start - 1) in CURRENCIES
    return link == "to" or _has_unit(doc, second) or _has_plural(doc, second) or has_currency


def _word_before(doc: Doc, numeral: Numeral) -> str:
    has_currency = token_text(doc, numeral.start - 1) in CURRENCIES
    return token_text(doc, numeral.start - 1 - has_currency)


def _has_unit(doc: Doc, numeral: Numeral) -> bool:
    return _measure(doc, numeral).kind != "" or token_text(doc, numeral.end - 1) in SCALES


def _has_plural(doc: Doc, numeral: Numeral) -> bool:
    return numeral.end < len(doc) and doc[numeral.end].tag_ == "NNS"


def _measure(doc: Doc, numeral: Numeral) -> _Measure:
    """Return a number with its unit, from the words on either side."""
    start, end = numeral.start, numeral.end
    after = token_text(doc, end + (token_text(doc, end) in DASHES))
    before = token_text(doc, start - 1 - (token_text(doc, start - 1) in DASHES))
    if token_text(doc, start - 1) in CURRENCIES:
        measure = _Measure(start - 1, end, CURRENCIES[token_text(doc, start - 1)], 1.0)
    elif before == "magnitude" or after == "magnitude":
        measure = _Measure(start, end, "magnitude", 1.0)
    elif numeral.is_fraction:
        measure = _Measure(start, end, "share", 1.0)
    elif doc[start].lower_ == "twice":
        measure = _Measure(start, end, "times", 1.0, "time")
    elif _is_age(doc, numeral):
        measure = _Measure(start, end, "age", PERIODS["year"])
    else:
        measure = _measure_by_unit_behind(doc, start, end)
    return measure


def _measure_by_unit_behind(doc: Doc, start: int, end: int) -> _Measure:
    """Return a number with the unit behind it: "two-year", "40 per cent", "36 years old", "thousands of dollars"."""
    i = end + (token_text(doc, end) in DASHES)
    if token_text(doc, i) == "of" and token_text(doc, i + 1).removesuffix("s") in UNITS:
        i += 1
    word, following = token_text(doc, i), token_text(doc, i + 1)
    if (word, following) == ("per", "cent"):
        return _Measure(start, i + 2, "share", 0.01, "percent")
    if word == "percentage" and following in ("point", "points"):
        return _Measure(start, i + 2, "point", 1.0, "percentage point")
    name = word if word in UNITS else word.removesuffix("s")
    lone_m = word == "m" and doc[i].idx > doc[end - 1].idx + len(doc[end - 1])
    if name not in UNITS or lone_m or doc[i].tag_[:2] not in ("NN", "VB", "CD"):
        return _Measure(start, end, "", 1.0)
    kind, size = UNITS[name]
    age_word = i + 1 + (following in DASHES)
    of_age = (token_text(doc, age_word), token_text(doc, age_word + 1)) == ("of", "age")
    if kind == "time" and (token_text(doc, age_word) in ("old", "olds") or of_age):
        return _Measure(start, age_word + 1 + of_age, "age", size)
    return _Measure(start, i + 1, kind, size, "foot" if name == "feet" else name)


def _is_age(doc: Doc, numeral: Numeral) -> bool:
    """Tell whether a number is an age, as in "Mary Doe, 32, said" or "aged 4 and 7"."""
    i = numeral.start - 1
    first = i - AGE_LIST_TOKENS
    while i > max(0, first) and (token_text(doc, i) in (",", "and") or doc[i].text.isdigit()):
        i -= 1
    if token_text(doc, i) in ("age", "aged", "ages"):
        return True
    marks = token_text(doc, numeral.start - 1), token_text(doc, numeral.end)
    behind_name = numeral.start >= 2 and doc[numeral.start - 2].pos_ == "PROPN" and doc[numeral.start].text.isdigit()
    return behind_name and marks in ((",", ","), (",", "."), ("(", ")")) and 0 < numeral.low <= OLDEST_AGE


def _is_no_quantity(doc: Doc, numeral: Numeral, measure: _Measure) -> bool:
    """Tell whether a number is a date, a year, a clock time, a name, or a "one" that counts nothing."""
    if measure.kind not in ("", "times"):
        return False
    first, last = doc[numeral.start], doc[numeral.end - 1]
    before, after = token_text(doc, numeral.start - 1), token_text(doc, numeral.end)
    if first.lower_ in ("both", "twice"):
        return first.dep_ in ("preconj", "cc") or after in ("as", "the", "that")
    if first.lower_ == "one" and numeral.end == numeral.start + 1:
        return first.dep_ != "nummod" or first.head.i <= first.i or bool({before, after} & _IDLE_ONE)
    if not last.text[0].isdigit():
        return False
    in_name = before in _NUMBERED_NAMES or first.ent_type_ in _NAMED_ENTITIES
    return _is_date(doc, numeral) or in_name or _belongs_to_name(doc, numeral, measure)


def _is_date(doc: Doc, numeral: Numeral) -> bool:
    neighbours = [doc[i].text for i in (numeral.start - 1, numeral.end) if 0 <= i < len(doc)]
    if any(text.removesuffix(".") in _MONTH_NAMES for text in neighbours):
        return True
    if token_text(doc, numeral.end) in _CLOCK_WORDS:
        return True
    text = doc[numeral.end - 1].text
    is_year = len(text) == 4 and text.isdigit() and YEARS[0] <= numeral.low <= YEARS[1]
    return is_year and not _hedge(doc, numeral.start, numeral.end)[0]


def _belongs_to_name(doc: Doc, numeral: Numeral, measure: _Measure) -> bool:
    """Tell whether a number belongs to a name beside it: "Route 9", "1200 Elm Street"."""
    first, last = doc[numeral.start], doc[numeral.end - 1]
    if numeral.start and doc[numeral.start - 1].tag_ in ("NNP", "NNPS") and first.head.i <= last.i and not measure.kind:
        return True
    before_name = numeral.end < len(doc) and doc[numeral.end].tag_ == "NNP"
    return before_name and numeral.low >= STREET_NUMBER and first.text.isdigit()


def _hedge(doc: Doc, start: int, end: int) -> tuple[Hedge, int, int]:
    """Return the hedge around an expression, and the tokens of the expression with it."""
    for length in (3, 2, 1):
        words = " ".join(token_text(doc, i) for i in range(start - length, start))
        if start >= length and words in HEDGES_BEFORE:
            return HEDGES_BEFORE[words], start - length, end
    for length in (2, 1):
        words = " ".join(token_text(doc, i) for i in range(end, end + length))
        if words in HEDGES_AFTER:
            return HEDGES_AFTER[words], start, end + length
    return "", start, end


def _build_quantity(doc: Doc, numeral: Numeral, measure: _Measure) -> Quantity:
    hedge, start, end = _hedge(doc, measure.start, measure.end)
    is_count = measure.kind == ""
    noun, governors = noun_and_governors(doc, range(measure.start, measure.end), is_count)
    behind = max(end, noun + 1) if is_count and noun is not None and noun < end + RATE_TOKENS else end
    per = token_text(doc, behind + 1) if token_text(doc, behind) in ("a", "an", "per", "each", "every") else ""
    span = characters(doc, start, end)
    low, high = (limit * measure.unit_size for limit in (numeral.low, numeral.high))
    unit = measure.unit
    if is_count and noun is not None and 0 <= noun - end < UNIT_TOKENS and doc[noun].pos_ != "PROPN":
        unit = doc[end : noun + 1].text.lower()
    return Quantity(
        doc[start:end].text, span, (start, end), measure.kind, low, high, numeral.precision * measure.unit_size,
        unit, measure.unit_size, hedge, per if per in RATE_BASES else "", noun, governors,
    )  # fmt: skip


def noun_and_governors(doc: Doc, tokens: range, is_count: bool) -> tuple[int | None, tuple[int, ...]]:
    """Return what a number in a sentence is said of.

    Args:
        doc: a parsed sentence.
        tokens: the tokens of the number with its unit.
        is_count: whether it has no unit.

    Returns:
        The token of the noun that is counted or measured, if there is one; and the tokens that govern it, nearest first.
    """
    root = next((doc[i] for i in tokens if doc[i].head.i not in tokens), doc[tokens.stop - 1])
    noun = _noun(doc, root, tokens, is_count)
    top = noun if noun is not None and noun.is_ancestor(root) else root
    i = max(tokens.stop, noun.i + 1 if noun is not None else 0)
    is_state = i < len(doc) and doc[i].tag_ in ("VBN", "VBD", "JJ") and doc[i].pos_ != "AUX"  # "two people killed"
    governors = [*([doc[i]] if is_state else []), *_words_above(top)]
    return (None if noun is None else noun.i), tuple(dict.fromkeys(token.i for token in governors))


def _noun(doc: Doc, root: Token, tokens: range, is_count: bool) -> Token | None:
    after = tokens.stop
    follower = doc[after] if after < len(doc) else None
    complement = _complement(doc, root, after)
    if is_count and token_text(doc, after) in DASHES and after + 1 < len(doc):
        return doc[after + 1]
    noun: Token | None
    if follower is not None and follower.tag_ in ("JJ", "VBN") and follower.head.i < after:
        noun = None  # "five dead"
    elif complement is not None and token_text(doc, after) in ("of", "worth"):
        noun = complement
    elif root.dep_ in _MODIFIERS and root.head.i > root.i and root.head.pos_ in _DESCRIBABLE and not _before_parenthesis(root):
        noun = root.head
    elif token_text(doc, tokens.start - 1) == "worth" and doc[tokens.start - 1].head.pos_ == "NOUN":
        noun = doc[tokens.start - 1].head
    elif complement is not None:
        noun = complement
    elif is_count and follower is not None and follower.tag_ == "NNS":
        noun = follower
    elif root.head.lemma_ == "be" and root.dep_ in ("nsubj", "attr"):  # "the cost is $5"
        other_side = dependents(root.head, "attr" if root.dep_ == "nsubj" else "nsubj")
        noun = next((token for token in other_side if token.pos_ == "NOUN"), None)
    else:
        noun = None
    return None if noun is None else phrase_head(noun, ("compound",))


def _before_parenthesis(root: Token) -> bool:
    """Tell whether a parenthesis opens between a number and its head, so that the head is another number's noun."""
    return any(token.text == "(" for token in root.doc[root.i : root.head.i])


def _complement(doc: Doc, root: Token, after: int) -> Token | None:
    """Return what a number is "of" or "in": "half of the voters", "$2 million worth of jewels", not "$1 million in April"."""
    i = after + (token_text(doc, after) == "worth")
    if token_text(doc, i) == "(":
        i = next((j + 1 for j in range(i, min(i + COMPLEMENT_TOKENS, len(doc))) if doc[j].text == ")"), i)
    heads = (root, root.head) if root.dep_ == "dobj" else (root,)
    prepositions = [token for token in doc[i : i + COMPLEMENT_TOKENS] if token.lower_ in ("of", "in") and token.head in heads]
    if token_text(doc, i) in ("of", "in"):
        prepositions = [doc[i]]
    noun = dependent(prepositions[0], "pobj") if prepositions else None
    if noun is not None and prepositions[0].lower_ == "in" and (noun.pos_ != "NOUN" or noun.lower_.removesuffix("s") in UNITS):
        return None
    return noun


def _words_above(token: Token) -> Iterator[Token]:
    """Yield the content words that govern a token, up to the first verb."""
    for ancestor in islice(token.ancestors, GOVERNOR_STEPS):
        if is_content(ancestor) and ancestor.pos_ != "NUM":
            yield ancestor
        if ancestor.pos_ == "VERB":
            return

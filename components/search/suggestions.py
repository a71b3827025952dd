"""What a reader could ask about a story: names and statements that stand in it."""

from __future__ import annotations

from collections import defaultdict

from ..language import tokenize
from ..language.lexicon.calendar import LOWER_NAMES
from ..language.lexicon.function_words import POINTING_WORDS
from ..language.quotation_marks import PAIRED_MARKS
from ..story import Comparison, Fact
from .find import names

SHORT, LONG = 5, 16
"""Words of a statement that reads well on a button."""


def suggestions(comparison: Comparison) -> tuple[str, ...]:
    """Return up to four, as the articles have them: a name that most have, one that one has; a shared statement, a lone one."""
    return tuple(dict.fromkeys((*_names(comparison), *_statements(comparison))))


def _names(comparison: Comparison) -> list[str]:
    places: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for article in comparison.articles:
        for sentence in article.sentences[1:]:
            for start, end in names(sentence.text):
                forms = [word.form for word in tokenize(sentence.text[start:end])]
                if start and 1 < len(forms) < 4 and not LOWER_NAMES & set(forms):
                    places[sentence.text[start:end]].add((article.key, sentence.index))
    ranked = sorted(places, key=lambda name: (-len(places[name]), name))
    lone = [name for name in ranked if len({key for key, _ in places[name]}) == 1]
    return [*ranked[:1], *lone[:1]]


def _statements(comparison: Comparison) -> list[str]:
    facts = [fact for fact in comparison.facts if _stands_alone(comparison, fact)]
    shared = [fact.verbatim_label for fact in facts if fact.group in ("all", "some")]
    lone = [fact.verbatim_label for fact in facts if fact.group == "only"]
    return [" ".join(label.split()) for label in (*shared[:1], *lone[:1])]


def _stands_alone(comparison: Comparison, fact: Fact) -> bool:
    """Return whether a fact's label reads well by itself: a whole short sentence of the body, without quotation marks."""
    mention = fact.mentions[0]
    sentence = comparison.article(mention.article).sentences[mention.sentence]
    label = fact.verbatim_label
    forms = [word.form for word in tokenize(label)]
    if len(forms) != len(tokenize(sentence.text)) or not SHORT <= len(forms) <= LONG:
        return False
    plain = forms[0] not in POINTING_WORDS and label[0].isupper() and not set(label) & set(PAIRED_MARKS)
    return plain and sentence.role != "headline"

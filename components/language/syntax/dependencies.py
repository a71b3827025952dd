"""Reads a dependency parse: what a token is, what depends on it, and what it depends on.

Dependency labels are those of spaCy's English models (ClearNLP's, with `relcl`, `acl`, `nmod` and `case`), parts of speech those
of Universal Dependencies, tags those of the Penn Treebank.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from ..lexicon import function_words
from ..quotation_marks import ENGLISH_OPENING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOMINAL_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
"""Subjects that are nouns or pronouns."""
ACTIVE_SUBJECTS: Final = frozenset({"nsubj", "csubj"})
"""Subjects of verbs in the active voice: they act."""
PASSIVE_SUBJECTS: Final = frozenset({"nsubjpass", "csubjpass"})
"""Subjects of verbs in the passive voice: they are acted on."""
SUBJECTS: Final = ACTIVE_SUBJECTS | PASSIVE_SUBJECTS
"""Subjects of any kind that stand for somebody or something."""
SUBJECTS_AND_EXPLETIVES: Final = SUBJECTS | {"expl"}
"""Whatever fills the place of the subject: also "there" in "there were cheers"."""
AUXILIARIES: Final = frozenset({"aux", "auxpass"})
"""Auxiliary verbs, and the "to" of an infinitive."""
OBJECTS: Final = frozenset({"dobj", "dative"})
"""Direct and indirect objects."""
PREDICATE_COMPLEMENTS: Final = frozenset({"attr", "acomp"})
"""Nouns and adjectives that say, after "be" and the like, what the subject is."""
CLAUSAL_COMPLEMENTS: Final = frozenset({"ccomp", "xcomp"})
"""Clauses that a verb has as its object, with a subject of their own or without."""
ADNOMINAL_CLAUSES: Final = frozenset({"acl", "relcl"})
"""Clauses that modify a noun: participles, infinitives, "that" clauses, relative clauses."""
SUBJECT_SHARING: Final = frozenset({"conj", "xcomp", "advcl"})
"""Clauses that, without a subject of their own, have that of the clause above."""
NOUN_MODIFIERS: Final = frozenset({"amod", "compound"})
"""Adjectives and nouns that say of which sort a noun is."""
NOUN_MODIFIERS_AND_OWNERS: Final = NOUN_MODIFIERS | {"nmod", "poss"}
"""Noun modifiers, and whose it is."""
PRENOMINALS: Final = NOUN_MODIFIERS_AND_OWNERS | {"det", "case"}
"""What stands before the head of a name or description."""

CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
"""Parts of speech of content words, which say something by themselves."""
VERBAL: Final = frozenset({"VERB", "AUX"})
"""Parts of speech of verbs; a form of "be" is AUX also where it is the only verb."""
NOMINAL: Final = frozenset({"NOUN", "PROPN"})
"""Parts of speech of common nouns and of names."""
FINITE_TAGS: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs with a tense, and of modals."""
NONFINITE_TAGS: Final = frozenset({"VB", "VBN", "VBG"})
"""Tags of infinitives and participles."""
WH_PRONOUNS: Final = frozenset({"WP", "WDT"})
"""Tags of "who", "what", "which", and of "that" before a relative clause."""
WH_WORDS: Final = WH_PRONOUNS | {"WRB"}
"""Tags of wh-pronouns and of "when", "where", "why", "how"."""

_NEGATION_BEARERS: Final = frozenset({"neg", "det", "advmod", "nsubj", "nsubjpass", "dobj"})
"""Dependents through which a word is negated."""
_INNER_MARKS: Final = frozenset({"-", *ENGLISH_OPENING})
"""Punctuation that opens or joins, and parts no clause from the words before it."""


def dependents(token: Token, *labels: str) -> list[Token]:
    """Return the dependents of a token that have one of these labels, in the order of the sentence."""
    return [child for child in token.children if child.dep_ in labels]


def dependent(token: Token, *labels: str) -> Token | None:
    """Return the first dependent of a token that has one of these labels."""
    return next((child for child in token.children if child.dep_ in labels), None)


def prepositional_objects(token: Token, prepositions: Collection[str] | None = None) -> list[Token]:
    """Return the objects of the prepositions on a token: of "talks in Osmere on grain" Osmere and grain.

    Args:
        token: The verb or noun that the prepositions depend on.
        prepositions: In small letters; None for any.
    """
    preps = (prep for prep in dependents(token, "prep") if prepositions is None or prep.lower_ in prepositions)
    return [noun for prep in preps for noun in dependents(prep, "pobj")]


def climb(token: Token, labels: Collection[str], limit: int | None = None) -> list[Token]:
    """Return a token and those above it, nearest first, as long as the dependency that leads up has one of these labels.

    Args:
        token: The first of the result.
        labels: A token with another label is the last of the result.
        limit: The most steps up; None for any number.
    """
    path = [token]
    while token.dep_ in labels and token.head.i != token.i and (limit is None or len(path) <= limit):
        token = token.head
        path.append(token)
    return path


def first_conjunct(token: Token) -> Token:
    """Return the first of the conjuncts that a token is one of, or the token itself."""
    return climb(token, ("conj",))[-1]


def phrase_head(token: Token, labels: Collection[str] = ("compound", "nmod")) -> Token:
    """Return the head noun of a phrase from a modifier before it: of "President" in "President Lena Orr" the last word."""
    while token.dep_ in labels and token.head.i > token.i:
        token = token.head
    return token


def governor(token: Token) -> Token:
    """Return the word that a noun depends on, past a preposition: of "Osmere" in "landed in Osmere" the verb."""
    return token.head.head if token.dep_ == "pobj" else token.head


def matrix_predicate(clause: Token) -> Token:
    """Return the predicate that a clause depends on, past an adjective: of "leave" in "she was ready to leave" the "was"."""
    return clause.head.head if clause.head.dep_ == "acomp" else clause.head


def nearest_verb(token: Token, parts_of_speech: Collection[str] = VERBAL) -> Token | None:
    """Return the token itself or the nearest word above it that is a verb.

    Args:
        token: Where to begin.
        parts_of_speech: `("VERB",)` passes over auxiliaries and forms of "be".
    """
    return next((above for above in (token, *token.ancestors) if above.pos_ in parts_of_speech), None)


def antecedent(verb: Token) -> Token | None:
    """Return the noun that the relative clause of a verb, or of the verb that it is joined to, modifies."""
    clause = first_conjunct(verb)
    return clause.head if clause.dep_ == "relcl" else None


def appositions(noun: Token) -> list[Token]:
    """Return the nouns that name the same thing beside a noun: of "Lee" in "the mayor, Ann Lee" the mayor, and the other way."""
    return ([noun.head] if noun.dep_ == "appos" else []) + dependents(noun, "appos")


def subtree_span(token: Token) -> tuple[int, int]:
    """Return the first token of a subtree and the one after its last, as indices into the Doc."""
    return token.left_edge.i, token.right_edge.i + 1


def top_down(doc: Doc) -> list[Token]:
    """Return the tokens of a sentence, each after the one that it depends on."""
    children: dict[int, list[Token]] = {}
    order = []
    for token in doc:
        if token.head.i == token.i:
            order.append(token)
        else:
            children.setdefault(token.head.i, []).append(token)
    for token in order:  # grows as it goes
        order += children.get(token.i, ())
    return order


def is_content(token: Token, *, adverbs: bool = True) -> bool:
    """Return whether a token is a content word.

    Args:
        token: Any token.
        adverbs: Whether adverbs count, as for how much is said; where things and acts are looked for, they do not.
    """
    return token.pos_ in CONTENT and (adverbs or token.pos_ != "ADV")


def is_predicate(token: Token) -> bool:
    """Return whether a token is a verb, or stands for one with a subject of its own."""
    return token.pos_ in VERBAL or subject(token) is not None


def is_main_verb(token: Token) -> bool:
    """Return whether a token is a verb and no auxiliary of another; a form of "be" may be one."""
    return token.pos_ in VERBAL and token.dep_ not in AUXILIARIES


def is_finite(predicate: Token) -> bool:
    """Return whether a predicate or one of its auxiliaries has a tense: "that he went", but not "him go"."""
    return any(verb.tag_ in FINITE_TAGS for verb in (predicate, *dependents(predicate, *AUXILIARIES)))


def is_infinitive(predicate: Token) -> bool:
    """Return whether "to" stands before a predicate."""
    return any(verb.tag_ == "TO" for verb in dependents(predicate, "aux"))


def is_passive(verb: Token) -> bool:
    """Return whether a verb is in the passive voice, by its auxiliary or subject; a bare participle ("a man fired") is not."""
    return dependent(verb, "auxpass", *PASSIVE_SUBJECTS) is not None


def is_negated(token: Token) -> bool:
    """Return whether a word is negated where it stands: by "not" or "never", or by a "no" or "nobody" among its arguments.

    The narrower test, which claims rest on, is `dependent(token, "neg")`: "not" and "never" alone.
    """
    negations = function_words.NEGATIONS
    return any(
        child.dep_ == "neg" or child.lower_ in negations or any(det.lower_ in negations for det in dependents(child, "det"))
        for child in dependents(token, *_NEGATION_BEARERS)
    )


def is_negative_pronoun(token: Token) -> bool:
    """Return whether an argument stands for nobody or nothing at all: "nobody", "none", "no one"."""
    return token.lower_ in function_words.NEGATIONS or (token.lower_ == "one" and has_negative_determiner(token))


def has_negative_determiner(noun: Token) -> bool:
    """Return whether "no" denies a noun as a whole: "no arrests"."""
    return any(det.lower_ == "no" for det in dependents(noun, "det"))


def is_that_clause(predicate: Token) -> bool:
    """Return whether the conjunction "that" introduces a clause: "that he went"."""
    return any(mark.lower_ == "that" for mark in dependents(predicate, "mark"))


def is_relative_pronoun(token: Token) -> bool:
    """Return whether a token is "who", "which" or "that" in the place of the noun that a relative clause modifies."""
    return token.lower_ in ("who", "which", "that") and token.tag_ in ("WP", "WDT", "IN")


def is_set_off(token: Token) -> bool:
    """Return whether a comma or other mark sets a token's subtree off from the words before it."""
    start = token.left_edge.i
    return start > 0 and token.doc[start - 1].is_punct and token.doc[start - 1].text not in _INNER_MARKS


def subject(predicate: Token, labels: Collection[str] = SUBJECTS_AND_EXPLETIVES) -> Token | None:
    """Return the subject that a predicate has by itself; `arguments.py` finds those that it shares."""
    return dependent(predicate, *labels)


def subject_above(token: Token) -> Token | None:
    """Return the subject of the nearest predicate above a token that has one, whatever the dependencies between."""
    return next((found for above in token.ancestors if (found := subject(above))), None)

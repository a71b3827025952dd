"""What is read from a parse: tables of (sentence, word, expected) on real parses of English sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Token

from components.language import parse
from components.language.spacy_parser import _pipeline
from components.language.syntax import arguments, dependencies
from components.language.syntax.arguments import (
    according_to,
    agents,
    argument_heads,
    arguments_of,
    controller,
    governor_and_role,
    internal_arguments,
    passive_agents,
    preceding_subject,
)
from components.language.syntax.dependencies import (
    ACTIVE_SUBJECTS,
    SUBJECT_SHARING,
    SUBJECTS,
    antecedent,
    appositions,
    climb,
    dependent,
    dependents,
    first_conjunct,
    governor,
    has_negative_determiner,
    is_content,
    is_finite,
    is_infinitive,
    is_main_verb,
    is_negated,
    is_negative_pronoun,
    is_passive,
    is_predicate,
    is_relative_pronoun,
    is_set_off,
    is_that_clause,
    matrix_predicate,
    nearest_verb,
    phrase_head,
    prepositional_objects,
    subject,
    subject_above,
    subtree_span,
    top_down,
)

pytestmark = pytest.mark.model


def token_of(sentence: str, word: str) -> Token:
    """The first token of a parsed sentence with this text."""
    (doc,) = parse([sentence])
    return next(token for token in doc if token.text == word)


def text(token: Token | None) -> str | None:
    return None if token is None else token.text


def texts(tokens: Iterable[Token]) -> list[str]:
    return [token.text for token in tokens]


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The mayor fired Lena Orr.", "fired", "mayor"),
        ("Lena Orr was fired.", "fired", "Orr"),
        ("There were cheers in the hall.", "were", "There"),
        ("Winning the race surprised him.", "surprised", "Winning"),
        ("He waited and left.", "left", None),
        ("“I do,” said Ann Lee.", "said", "Lee"),
    ],
)
def test_the_subject_that_a_predicate_has_by_itself(sentence: str, word: str, expected: str | None) -> None:
    assert text(subject(token_of(sentence, word))) == expected


def test_kinds_of_subjects_are_told_apart() -> None:
    assert subject(token_of("There were cheers.", "were"), SUBJECTS) is None
    assert text(subject(token_of("Lena Orr was fired.", "fired"), SUBJECTS)) == "Orr"
    assert subject(token_of("Lena Orr was fired.", "fired"), ACTIVE_SUBJECTS) is None


@pytest.mark.parametrize(
    ("sentence", "word", "passive"),
    [
        ("Lena Orr was fired by the mayor.", "fired", True),
        ("The bridge is being rebuilt.", "rebuilt", True),
        ("The mayor fired Lena Orr.", "fired", False),
        ("The mayor has resigned.", "resigned", False),
        ("The clerk accused of fraud sued.", "accused", False),
    ],
)
def test_passive_voice(sentence: str, word: str, passive: bool) -> None:
    assert is_passive(token_of(sentence, word)) is passive


@pytest.mark.parametrize(
    ("sentence", "word", "negated"),
    [
        ("The mayor did not sign the bill.", "sign", True),
        ("She never signed it.", "signed", True),
        ("Nobody signed the bill.", "signed", True),
        ("Police made no arrests.", "made", True),
        ("No arrests were made.", "made", True),
        ("The council approved no law that he signed.", "signed", False),
        ("The mayor signed the bill.", "signed", False),
        ("He did not say that she had left.", "left", False),
    ],
)
def test_negation_where_the_word_stands(sentence: str, word: str, negated: bool) -> None:
    assert is_negated(token_of(sentence, word)) is negated


@pytest.mark.parametrize(
    ("sentence", "word", "pronoun", "determiner"),
    [
        ("Nobody was hurt.", "Nobody", True, False),
        ("No one was hurt.", "one", True, True),
        ("One was hurt.", "One", False, False),
        ("No arrests were made.", "arrests", False, True),
        ("Nothing burned.", "Nothing", True, False),
        ("The ferry burned.", "ferry", False, False),
    ],
)
def test_nouns_and_pronouns_that_stand_for_nothing(sentence: str, word: str, pronoun: bool, determiner: bool) -> None:
    token = token_of(sentence, word)
    assert (is_negative_pronoun(token), has_negative_determiner(token)) == (pronoun, determiner)


@pytest.mark.parametrize(
    ("sentence", "word", "finite", "infinitive"),
    [
        ("She saw him go.", "go", False, False),
        ("She saw that he went.", "went", True, False),
        ("She will go.", "go", True, False),
        ("She wants to go.", "go", False, True),
        ("The bridge built in 1930 fell.", "built", False, False),
        ("The bridge was built in 1930.", "built", True, False),
    ],
)
def test_tense_and_infinitives(sentence: str, word: str, finite: bool, infinitive: bool) -> None:
    token = token_of(sentence, word)
    assert (is_finite(token), is_infinitive(token)) == (finite, infinitive)


def test_predicates_main_verbs_and_content_words() -> None:
    (doc,) = parse(["The old ferry has quickly sunk near Osmere with 12 people aboard."])
    assert texts(filter(is_content, doc)) == ["old", "ferry", "quickly", "sunk", "Osmere", "12", "people", "aboard"]
    assert "quickly" not in texts(token for token in doc if is_content(token, adverbs=False))
    assert texts(filter(is_main_verb, doc)) == ["sunk"]
    assert texts(filter(is_predicate, doc)) == ["has", "sunk"]
    assert is_main_verb(token_of("She is a judge.", "is"))


@pytest.mark.parametrize(
    ("sentence", "word", "that_clause"),
    [
        ("She said that he left.", "left", True),
        ("The claim that he left is false.", "left", True),
        ("She said he left.", "left", False),
        ("She left because he left.", "left", False),
    ],
)
def test_that_clauses(sentence: str, word: str, that_clause: bool) -> None:
    assert is_that_clause(token_of(sentence, word)) is that_clause


@pytest.mark.parametrize(
    ("sentence", "word", "set_off"),
    [
        ("The ferry, which sank in May, was old.", "sank", True),
        ("The ferry that sank in May was old.", "sank", False),
        ("Ann Lee, a teacher, spoke.", "teacher", True),
        ("He called it “shameful”.", "shameful", False),
    ],
)
def test_what_a_comma_sets_off(sentence: str, word: str, set_off: bool) -> None:
    assert is_set_off(token_of(sentence, word)) is set_off


@pytest.mark.parametrize(
    ("sentence", "verb", "pronoun", "expected"),
    [
        ("The man who quit sued.", "quit", "who", "man"),
        ("The law that he signed failed.", "signed", "that", "law"),
        ("The man who came and left sued.", "left", "who", "man"),
        ("She said that he left.", "left", "that", None),
    ],
)
def test_relative_clauses_and_their_antecedents(sentence: str, verb: str, pronoun: str, expected: str | None) -> None:
    assert text(antecedent(token_of(sentence, verb))) == expected
    assert is_relative_pronoun(token_of(sentence, pronoun))


@pytest.mark.parametrize(
    ("read", "sentence", "word", "expected"),
    [
        (governor, "The jet landed in Osmere.", "Osmere", "landed"),
        (governor, "The jet hit a barn.", "barn", "hit"),
        (first_conjunct, "Ann, Bob and Carol left.", "Carol", "Ann"),
        (first_conjunct, "Ann left.", "Ann", "Ann"),
        (phrase_head, "President Lena Orr left.", "President", "Orr"),
        (matrix_predicate, "She was ready to leave.", "leave", "was"),
        (matrix_predicate, "She wants to leave.", "leave", "wants"),
        (nearest_verb, "Talks on grain began.", "grain", "began"),
        (nearest_verb, "Talks on grain.", "grain", None),
        (subject_above, "The mayor said the talks in Osmere failed.", "Osmere", "talks"),
        (subject_above, "The mayor promised to leave.", "leave", "mayor"),
        (subject_above, "He left.", "left", None),
    ],
)
def test_words_above_a_word(read: Callable[[Token], Token | None], sentence: str, word: str, expected: str | None) -> None:
    assert text(read(token_of(sentence, word))) == expected


def test_climbing_ends_at_another_dependency_or_at_the_limit() -> None:
    left = token_of("She said he rose and waited and left.", "left")
    assert texts(climb(left, SUBJECT_SHARING)) == ["left", "waited", "rose"]
    assert texts(climb(left, SUBJECT_SHARING, 1)) == ["left", "waited"]
    assert texts(climb(left, ())) == ["left"]


def test_dependents_prepositional_objects_and_subtrees() -> None:
    talks = token_of("Old peace talks in Osmere on grain failed.", "talks")
    assert texts(dependents(talks, "amod", "compound")) == ["Old", "peace"]
    assert text(dependent(talks, "compound")) == "peace"
    assert dependent(talks, "relcl") is None
    assert texts(prepositional_objects(talks)) == ["Osmere", "grain"]
    assert texts(prepositional_objects(talks, ("on",))) == ["grain"]
    assert subtree_span(talks) == (0, 7)


def test_appositions_are_read_from_either_side() -> None:
    assert texts(appositions(token_of("The mayor, Ann Lee, left.", "mayor"))) == ["Lee"]
    assert texts(appositions(token_of("The mayor, Ann Lee, left.", "Lee"))) == ["mayor"]
    assert appositions(token_of("Ann Lee left.", "Lee")) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The jet fell, according to the mayor.", ["mayor"]),
        ("According to Ann Lee, the jet fell.", ["Lee"]),
        ("They were paid according to need.", ["need"]),
        ("They acted according.", []),
    ],
)
def test_whom_according_to_names(sentence: str, expected: list[str]) -> None:
    (doc,) = parse([sentence])
    assert texts(according_to(next(token for token in doc if token.lower_ == "according"))) == expected


@pytest.mark.parametrize(
    ("sentence", "word", "doers", "done_to", "others"),
    [
        ("The mayor fired Lena Orr in May.", "fired", ["mayor"], ["Orr"], ["May"]),
        ("Lena Orr was fired by the mayor.", "fired", ["mayor"], ["Orr"], []),
        ("Ann and Bob sold the ferry.", "sold", ["Ann", "Bob"], ["ferry"], []),
        ("He waited and left.", "left", ["He"], [], []),
        ("After being fired he left.", "fired", [], ["he"], []),
        ("He told the clerk to leave.", "leave", ["clerk"], [], []),
        ("The man who quit sued.", "quit", ["man"], [], []),
        ("The clerk accused of fraud sued.", "accused", [], ["clerk"], ["fraud"]),
        ("The law that he signed failed.", "signed", ["he"], ["law"], []),
        ("The firing of a clerk by the mayor angered many.", "firing", ["mayor"], ["clerk"], []),
        ("Lena Orr’s support for the bill faded.", "support", ["Orr"], ["bill"], []),
        ("She voiced support for the bill.", "support", ["She"], ["bill"], []),
        ("Police arrested dozens of clerks.", "arrested", ["Police"], ["dozens", "clerks"], []),
    ],
)
def test_arguments_of_verbs_and_nouns(sentence: str, word: str, doers: list[str], done_to: list[str], others: list[str]) -> None:
    found = arguments_of(token_of(sentence, word))
    assert (texts(found.subject), texts(found.object), texts(found.other)) == (doers, done_to, others)


def test_a_possessive_stands_for_the_subject() -> None:
    assert texts(arguments_of(token_of("Lena Orr announced her resignation.", "resignation")).object) == ["Orr"]


@pytest.mark.parametrize(
    ("sentence", "word", "controlled", "preceding", "doers"),
    [
        ("He waited and left.", "left", "He", "He", ["He"]),
        ("He told the clerk to leave.", "leave", "clerk", "He", ["He"]),
        ("The minister was asked to resign.", "resign", "minister", "minister", ["minister"]),
        ("She was ready to leave.", "leave", None, None, ["She"]),
        ("Before leaving the hall, she thanked the crowd.", "leaving", "she", None, []),
        ("“I do,” said Ann Lee.", "said", None, None, ["Lee"]),
        ("The ferry was sold by the port.", "sold", None, "ferry", ["port"]),
    ],
)
def test_subjects_shared_with_a_clause_above(
    sentence: str, word: str, controlled: str | None, preceding: str | None, doers: list[str]
) -> None:
    verb = token_of(sentence, word)
    assert (text(controller(verb)), text(preceding_subject(verb)), texts(agents(verb))) == (controlled, preceding, doers)


def test_agents_of_passives_and_internal_arguments() -> None:
    assert texts(passive_agents(token_of("He was fired by the mayor in May.", "fired"))) == ["mayor"]
    assert passive_agents(token_of("He was fired in May.", "fired")) == []
    assert texts(internal_arguments(token_of("The mayor gave Ann a medal on Friday.", "gave"))) == ["Ann", "medal"]
    assert texts(internal_arguments(token_of("The mayor spoke of the flood on Friday.", "spoke"))) == ["flood"]


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The mayor fired the clerk in May.", "fired", ["mayor", "clerk", "May"]),
        ("The clerk was fired by the mayor.", "fired", ["clerk", "mayor"]),
        ("He waited and left Osmere.", "left", ["Osmere", "He"]),
        ("The man who quit sued.", "quit", ["who"]),
        ("The clerk accused of fraud sued.", "accused", ["fraud", "clerk"]),
    ],
)
def test_heads_of_all_arguments(sentence: str, word: str, expected: list[str]) -> None:
    assert texts(argument_heads(token_of(sentence, word))) == expected


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The mayor fired Orr.", "Orr", ("fired", "dobj")),
        ("Orr was fired.", "Orr", ("fired", "dobj")),
        ("He was fired by Orr.", "Orr", ("fired", "nsubj")),
        ("The mayor, Orr, left.", "Orr", ("left", "nsubj")),
        ("Lee and Orr left.", "Orr", ("left", "nsubj")),
        ("He met Lee in Osmere.", "Osmere", ("met", "in")),
        ("The Osmere meeting failed.", "Osmere", None),
    ],
)
def test_the_role_of_a_name(sentence: str, word: str, expected: tuple[str, str] | None) -> None:
    found = governor_and_role(token_of(sentence, word))
    assert (found and (found[0].text, found[1])) == expected


ONE_TOKEN_READERS: list[Callable[[Token], object]] = [
    value
    for module in (dependencies, arguments)
    for name, value in vars(module).items()
    if callable(value) and getattr(value, "__module__", "") == module.__name__ and name.islower() and not name.startswith("_")
    if name not in ("climb", "top_down")
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from("the who was not fired said to and by Orr , “ in that ready no".split()), max_size=14))
def test_every_reader_reads_every_token_of_any_words(words: list[str]) -> None:
    (doc,) = parse([" ".join(words)])
    for token in doc:
        for read in ONE_TOKEN_READERS:
            read(token)
    order = top_down(doc)
    assert sorted(token.i for token in order) == list(range(len(doc)))
    places = {token.i: place for place, token in enumerate(order)}
    assert all(places[token.head.i] <= places[token.i] for token in doc)


def test_every_label_and_tag_is_one_that_the_parser_gives() -> None:
    pipes: dict[str, Any] = dict(_pipeline().pipeline)
    parts_of_speech = {rule["attrs"].get("POS") for rule in pipes["attribute_ruler"].patterns}
    known = [set(pipes["parser"].labels), set(pipes["tagger"].labels), parts_of_speech]
    sets = [value for name, value in vars(dependencies).items() if isinstance(value, frozenset) and not name.startswith("_")]
    assert len(sets) > 15
    for labels in sets:
        assert any(labels <= given for given in known), labels

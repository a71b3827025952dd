"""Whom a short name, a pronoun or an office means, on sentences written for this test."""

from __future__ import annotations

import pytest

from components import read_sentences
from components.attribution.coreference import CoreferenceResolver
from components.language import parse
from components.language.lexicon.given_names import gender_of
from components.language.lexicon.titles import plain
from components.language.parsed_article import pair_with_parse

pytestmark = pytest.mark.model


def person_of(word: str, *sentences: str) -> str | None:
    """Return whom the last occurrence of a word in the last sentence means."""
    article = read_sentences(list(sentences))
    parsed = pair_with_parse(article, parse([sentence.text for sentence in article.sentences]))
    last = len(sentences) - 1
    token = next(token for token in reversed(list(parsed.docs[last])) if token.text == word)
    return CoreferenceResolver(parsed).speaker_named(last, token)[0]


def test_a_surname_means_the_full_name() -> None:
    assert person_of("Kowalski", "Marta Kowalski built the bridge.", "Kowalski said it was safe.") == "Marta Kowalski"
    assert person_of("Okafor", "Okafor met the council.", "Mayor Ben Okafor said it was late.") == "Ben Okafor"


def test_a_surname_of_two_people_stays_as_it_is_unless_a_title_settles_it() -> None:
    family = "Tom Moreno and Ann Moreno run the mill."
    assert person_of("Moreno", family, "Moreno said it would close.") == "Moreno"
    assert person_of("Moreno", family, "Mrs. Moreno said it would close.") == "Ann Moreno"


def test_the_son_is_not_the_father() -> None:
    names = "Walter Finch Jr. and Walter Finch ran the farm."
    assert person_of("Finch", names, "Finch said it was sold.") == "Walter Finch"


@pytest.mark.parametrize(("pronoun", "name"), [("She", "Marta Kowalski"), ("He", "Ben Okafor")])
def test_a_pronoun_means_whoever_it_fits(pronoun: str, name: str) -> None:
    assert person_of(pronoun, "Marta Kowalski met Ben Okafor on Monday.", f"{pronoun} said the bridge was safe.") == name


def test_a_pronoun_means_the_subject_rather_than_the_other() -> None:
    assert person_of("She", "Marta Kowalski wrote to Ann Lee.", "She said the bridge was safe.") == "Marta Kowalski"


def test_a_pronoun_with_nobody_before_it_means_nobody() -> None:
    assert person_of("She", "The bridge was closed.", "She said it was safe.") is None
    assert person_of("They", "Marta Kowalski met Ann Lee.", "They said it was safe.") is None


def test_an_office_means_its_only_holder() -> None:
    assert person_of("senator", "Sen. Ada Moreno met the press.", "The senator said the vote was off.") == "Ada Moreno"
    senators = "Sen. Ada Moreno met Sen. Tom Reed."
    assert person_of("senator", senators, "The senator said the vote was off.") == "The senator"


def test_a_description_is_given_in_its_own_words() -> None:
    description = "A spokesman for the port said the cranes were old."
    assert person_of("spokesman", description) == "A spokesman for the port"
    assert person_of("spokesman", "A spokesman, Tom Reed, said the cranes were old.") == "Tom Reed"


def test_two_who_speak_together_are_both_named() -> None:
    assert person_of("Lee", "Ann Lee and Tom Reed said the road was closed.") == "Ann Lee and Tom Reed"


def test_words_that_tell_women_from_men() -> None:
    assert [gender_of(word) for word in ("Mrs.", "Spokeswoman", "Tom", "Chairman", "Roman", "Sen.")] == [
        "f",
        "f",
        "m",
        "m",
        None,
        None,
    ]
    assert plain("U.S.") == "us"

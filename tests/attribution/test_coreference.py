"""Who is meant by a short name, a pronoun or an office, on sentences written for this test."""

from __future__ import annotations

import pytest

from components import read_sentences
from components.attribution.coreference import CoreferenceResolver
from components.language import parse
from components.language.lexicon.given_names import gender_of
from components.language.lexicon.titles import plain
from components.language.parsed_article import pair_with_parse

pytestmark = pytest.mark.model


def meant(word: str, *sentences: str) -> str | None:
    """Whom the last occurrence of a word in the last sentence means."""
    read = read_sentences(list(sentences))
    article = pair_with_parse(read, parse([sentence.text for sentence in read.sentences]))
    last = len(sentences) - 1
    token = next(t for t in reversed(list(article.docs[last])) if t.text == word)
    return CoreferenceResolver(article).speaker_named(last, token)[0]


def test_a_surname_means_the_full_name() -> None:
    assert meant("Kowalski", "Marta Kowalski built the bridge.", "Kowalski said it was safe.") == "Marta Kowalski"
    assert meant("Okafor", "Okafor met the council.", "Mayor Ben Okafor said it was late.") == "Ben Okafor"


def test_a_surname_of_two_people_stays_as_it_is_unless_a_title_settles_it() -> None:
    family = "Tom Moreno and Ann Moreno run the mill."
    assert meant("Moreno", family, "Moreno said it would close.") == "Moreno"
    assert meant("Moreno", family, "Mrs. Moreno said it would close.") == "Ann Moreno"


def test_the_son_is_not_the_father() -> None:
    both = "Walter Finch Jr. and Walter Finch ran the farm."
    assert meant("Finch", both, "Finch said it was sold.") == "Walter Finch"


@pytest.mark.parametrize(("pronoun", "name"), [("She", "Marta Kowalski"), ("He", "Ben Okafor")])
def test_a_pronoun_means_whoever_it_fits(pronoun: str, name: str) -> None:
    assert meant(pronoun, "Marta Kowalski met Ben Okafor on Monday.", f"{pronoun} said the bridge was safe.") == name


def test_a_pronoun_means_the_subject_rather_than_the_other() -> None:
    assert meant("She", "Marta Kowalski wrote to Ann Lee.", "She said the bridge was safe.") == "Marta Kowalski"


def test_a_pronoun_with_nobody_before_it_means_nobody() -> None:
    assert meant("She", "The bridge was closed.", "She said it was safe.") is None
    assert meant("They", "Marta Kowalski met Ann Lee.", "They said it was safe.") is None


def test_an_office_means_its_only_holder() -> None:
    assert meant("senator", "Sen. Ada Moreno met the press.", "The senator said the vote was off.") == "Ada Moreno"
    two = "Sen. Ada Moreno met Sen. Tom Reed."
    assert meant("senator", two, "The senator said the vote was off.") == "The senator"


def test_a_description_is_given_in_its_own_words() -> None:
    said = "A spokesman for the port said the cranes were old."
    assert meant("spokesman", said) == "A spokesman for the port"
    assert meant("spokesman", "A spokesman, Tom Reed, said the cranes were old.") == "Tom Reed"


def test_two_who_speak_together_are_both_named() -> None:
    assert meant("Lee", "Ann Lee and Tom Reed said the road was closed.") == "Ann Lee and Tom Reed"


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

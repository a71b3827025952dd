"""Every file says where it comes from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.report.provenance import describe_checks, languages, provenance, strictness
from components.settings import THRESHOLDS, Settings, Strictness
from tests.report.factories import bridge
from tests.report.factories_corrections import corrected


@pytest.mark.parametrize("word", THRESHOLDS)
def test_settings_that_a_word_stands_for_are_named_by_it(word: Strictness) -> None:
    assert strictness(replace(bridge(), settings=Settings.of(word).to_dict())) == word
    assert strictness(replace(bridge(), settings=Settings(link_probability=0.41).to_dict())) == "set by numbers"


def test_what_a_person_checked_has_a_denominator() -> None:
    assert describe_checks(bridge()) == "0 of 5 facts checked; 0 of 2 differing details checked; no correction made by hand"
    told = "1 of 5 facts checked; 1 of 2 differing details checked; 11 corrections made by hand, 1 of them not applied"
    assert describe_checks(corrected()) == told


def test_languages_name_their_articles() -> None:
    comparison = bridge()
    first, second = comparison.articles
    assert languages(comparison) == "not recognised: A, B"
    assert (
        languages(replace(comparison, articles=(replace(first, language="en"), replace(second, language="de")))) == "en: A; de: B"
    )


def test_a_local_model_is_named_without_its_folder() -> None:
    told = dict(provenance(replace(bridge(), settings={"link_probability": 0.4, "encoder": "/home/me/model"}), made="today"))
    assert "/home/me" not in str(told)
    assert (told["link probability"], told["model"], told["made"]) == ("0.4", "tiny", "today")
    assert "made" not in dict(provenance(bridge()))

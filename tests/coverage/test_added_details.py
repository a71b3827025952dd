"""What the passages of an article add to the label of a fact: figures, dates, names and quotations, verbatim, each once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.coverage import added_details, with_added_details
from components.details import Details, read_details
from components.language.parsed_article import pair_with_parse
from components.language.spacy_parser import parse
from components.story import Article, Fact, LabelAddition, Mention, Presence
from tests.report.factories import article, part, whole

DAY = "2026-01-09"


def read(key: str, sentences: Sequence[str], published: str | None = DAY) -> tuple[Article, Details]:
    """An article with what is read off it."""
    made = replace(article(key, sentences, headline=False), published=published)
    return made, read_details(pair_with_parse(made, parse(sentences)))


def added(label: str, sentence: str, *, words: str | None = None, label_sentence: str | None = None) -> tuple[str, ...]:
    """What B adds, in a sentence or some words of it, to a label that A's sentence has."""
    (a, a_details), (b, b_details) = read("A", [label_sentence or label]), read("B", [sentence])
    mentions = (part(a, 0, label) if label_sentence else whole(a, 0), part(b, 0, words) if words else whole(b, 0))
    fact = Fact("f", label, mentions, {key: Presence("stated", 0.9) for key in "AB"})
    return added_details(fact, {"A": a, "B": b}, {"A": a_details, "B": b_details}).get("B", ())


LABEL = "The bridge at Osmere closed on Friday after 40 bolts failed."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The bridge at Osmere closed on Friday after forty bolts failed.", ()),
        ("The Osmere bridge closed on January 9, 2026.", ()),
        ("The bridge closed after 14 bolts failed.", ("14 bolts",)),
        ("The bridge closed on Saturday.", ("Saturday",)),
        ("Repair of the bridge costs $4,218.20, said Ilka Tamsvold.", ("$4,218.20", "Ilka Tamsvold")),
        ("“It shook like a leaf in the storm,” the mayor said.", ("“It shook like a leaf in the storm,”",)),
        ("Several people saw dozens of bolts fail.", ()),
        ("The bridge lost 14 bolts and then another 14 bolts.", ("14 bolts",)),
    ],
)
def test_what_an_article_adds(sentence: str, expected: tuple[str, ...]) -> None:
    assert added(LABEL, sentence) == expected


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("Roger Moore sold the house.", "Moore sold the house."),
        ("Moore sold the house.", "Roger Moore sold the house."),
        ("The Norwegians, from Norway, sold the house.", "Norway sold the house."),
        ("The Talvenian navy left.", "The navy of Talvenia left Talvenia."),
        ("The harbour costs $1.2 million.", "The harbour costs 1,200,000 dollars."),
        ("“The stairs had fallen,” said the chief.", "The chief said: “The stairs had fallen.”"),
    ],
)
def test_what_the_label_says_in_other_words_is_not_added(label: str, sentence: str) -> None:
    assert added(label, sentence) == ()


def test_only_what_stands_in_a_mention_is_added() -> None:
    sentence = "The bridge closed, and 14 boats sank off Kessary."
    assert added("The bridge closed.", sentence, words="The bridge closed") == ()
    assert added("The bridge closed.", sentence) == ("14 boats", "Kessary")


def test_the_words_around_the_label_in_its_own_article_are_added_too() -> None:
    a, details = read("A", ["The bridge closed on Friday, Ilka Tamsvold said."])
    fact = Fact("f", "The bridge closed", (whole(a, 0),), {"A": Presence("stated", 0.9)})
    assert added_details(fact, {"A": a}, {"A": details}) == {"A": ("Friday", "Ilka Tamsvold")}


def test_a_quotation_is_cut_to_its_mention() -> None:
    sentence = "“We saw smoke and the engine stopped at once,” she said."
    assert added("The engine stopped.", sentence, words="the engine stopped at once") == ("the engine stopped at once",)


def test_a_figure_inside_an_added_quotation_is_not_named_twice() -> None:
    assert added("They fled.", "“We counted 40 boats that night,” she said.") == ("“We counted 40 boats that night,”",)


def test_what_is_ours_in_a_label_counts_as_shown() -> None:
    a, details = read("A", ["He spoke.", "Anto Reske told the judge."])
    presence = {"A": Presence("stated", 0.9)}
    fact = Fact("f", "He [Anto Reske] spoke.", (whole(a, 1),), presence, label_additions=(LabelAddition(2, " [Anto Reske]"),))
    assert added_details(fact, {"A": a}, {"A": details}) == {}


def test_a_date_without_its_year_is_that_of_the_label() -> None:
    (a, a_details), (b, b_details) = read("A", ["It sank on Feb. 27."]), read("B", ["It sank on 27 February."], None)
    fact = Fact("f", a.text, (whole(a, 0), whole(b, 0)), {key: Presence("stated", 0.9) for key in "AB"})
    assert added_details(fact, {"A": a, "B": b}, {"A": a_details, "B": b_details}) == {}


def test_an_article_that_was_not_parsed_adds_nothing_and_the_presence_says_the_rest() -> None:
    (a, a_details), (b, _) = read("A", ["The bridge closed on Friday."]), read("B", ["It closed on Monday."])
    fact = Fact("f", "The bridge closed", (whole(a, 0), whole(b, 0)), {key: Presence("stated", 0.9, why="w") for key in "AB"})
    made = with_added_details(fact, {"A": a, "B": b}, {"A": a_details})
    assert (made.presence["A"].adds, made.presence["B"].adds) == (("Friday",), ())
    assert replace(made, presence=fact.presence) == fact
    assert made.presence["A"].why == "w"


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from("On Friday, May 3 Ann Lee paid $4 and “no more” to 40 men in Oslo .".split()), min_size=1))
def test_what_is_added_stands_in_the_mentions_word_for_word(words: list[str]) -> None:
    sentence = " ".join(words)
    a, details = read("A", [sentence])
    mention = Mention("A", 0, ((0, len(sentence) // 2), (len(sentence) // 2, len(sentence))), sentence)
    fact = Fact("f", "A man paid", (mention,), {"A": Presence("stated", 0.9)})
    found = added_details(fact, {"A": a}, {"A": details}).get("A", ())
    assert all(text and text in sentence for text in found)
    assert len(set(found)) == len(found)

"""Who says what: quoted and reported speech, on sentences written for this test."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components import read_sentences
from components.attribution.attribute import attribute
from components.language import parse
from components.language.parsed_article import ParsedArticle, pair_with_parse

pytestmark = pytest.mark.model

Row = tuple[int, bool, str | None, str | None, str | None, tuple[str, ...]]


def parsed_article(*sentences: str) -> ParsedArticle:
    article = read_sentences(list(sentences))
    return pair_with_parse(article, parse([sentence.text for sentence in article.sentences]))


def rows(*sentences: str) -> list[Row]:
    """Return the attributions of an article as (sentence, direct, speaker, words for the speaker, cue, content)."""
    text = "\n".join(sentences)
    return [
        (
            row.sentence,
            row.direct,
            row.speaker,
            row.speaker_span and text[slice(*row.speaker_span)],
            row.cue and text[slice(*row.cue)],
            tuple(text[slice(*span)] for span in row.content),
        )
        for row in attribute(parsed_article(*sentences))
    ]


@pytest.mark.parametrize(
    ("sentence", "direct", "speaker", "cue", "content"),
    [
        ("“The bridge is safe,” said Marta Kowalski, an engineer.", True, "Marta Kowalski", "said", ("The bridge is safe,",)),
        ("“I saw smoke,” Ann Lee said, “and then I ran.”", True, "Ann Lee", "said", ("I saw smoke,", "and then I ran.")),
        ('Lena Fox wrote on Twitter: "Not again."', True, "Lena Fox", "wrote", ("Not again.",)),
        ("Lena Fox: “Not again.”", True, "Lena Fox", ":", ("Not again.",)),
        ("The woman, whose name was not given, said: “I am tired.”", True, "The woman", "said", ("I am tired.",)),
        ("A senior official said that talks had failed.", False, "A senior official", "said", ("talks had failed",)),
        ("The harbour, Ms. Fox said, will close in May.", False, "Fox", "said", ("The harbour", "will close in May")),
        ("According to the Port Authority, three cranes fell.", False, "Port Authority", "According to", ("three cranes fell",)),
        ("Ann Lee promised to rebuild the school by June.", False, "Ann Lee", "promised", ("to rebuild the school by June",)),
        ("Ann Lee was quoted as saying that the mill would close.", False, "Ann Lee", "saying", ("the mill would close",)),
        (
            "In an interview with the Daily Star, Ben Okafor accused the council of hiding the report.",
            False,
            "Ben Okafor",
            "accused",
            ("hiding the report",),
        ),
        ("They said the mill would close.", False, None, "said", ("the mill would close",)),
    ],
)
def test_speech_has_speaker_cue_and_content(
    sentence: str, direct: bool, speaker: str | None, cue: str, content: tuple[str, ...]
) -> None:
    [(_, is_direct, name, _, cue_words, content_words)] = rows(sentence)
    assert (is_direct, name, cue_words, content_words) == (direct, speaker, cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "The so-called “tower house” burned down.",
        "I think that the mill will close.",
        "The crew was told that the road was wet.",
        "The film, called “Northern Water”, runs for two hours.",
        "Nobody asked about the flooded cellar.",
    ],
)
def test_what_is_no_speech_has_no_row(sentence: str) -> None:
    assert rows(sentence) == []


def test_a_partly_quoted_speech_gives_its_quoted_and_its_other_words() -> None:
    attributions = rows("Mayor Ben Okafor said the plan was “reckless and far too costly” for a town of this size.")
    assert [(direct, speaker, content) for _, direct, speaker, _, _, content in attributions] == [
        (False, "Ben Okafor", ("the plan was", "for a town of this size")),
        (True, "Ben Okafor", ("reckless and far too costly",)),
    ]


def test_several_speeches_in_a_sentence() -> None:
    attributions = rows("Police said the driver, who was 34, told them that the road was wet.")
    assert [(speaker, content) for _, _, speaker, _, _, content in attributions] == [
        ("Police", ("the driver, who was 34, told them that the road was wet",)),
        ("the driver", ("the road was wet",)),
    ]


def test_a_quotation_without_a_cue_keeps_the_speaker() -> None:
    attributions = rows("Marta Kowalski opened the bridge on Monday.", "“It is safe,” she said.", "“We tested it twice.”")
    assert [(n, speaker, words) for n, _, speaker, words, _, _ in attributions] == [
        (1, "Marta Kowalski", "she"),
        (2, "Marta Kowalski", None),
    ]


@pytest.mark.parametrize(("left", "right"), ["“”", '""'])
def test_a_quotation_over_several_sentences_has_one_speaker(left: str, right: str) -> None:
    attributions = rows(
        "Tom Reed was angry.", f"{left}They lied.", "Nobody warned the town.", f"The town will sue,{right} Mr. Reed said."
    )
    assert [(n, direct, speaker) for n, direct, speaker, *_ in attributions] == [(n, True, "Tom Reed") for n in (1, 2, 3)]
    assert attributions[1][5] == ("Nobody warned the town.",)


def test_a_speech_before_a_quotation_settles_its_speaker() -> None:
    attributions = rows("Ann Lee told the council that the mill would close.", "“We have no orders left.”")
    assert [(n, direct, speaker) for n, direct, speaker, *_ in attributions] == [(0, False, "Ann Lee"), (1, True, "Ann Lee")]


def test_a_quotation_whose_speaker_is_open_has_none() -> None:
    assert rows("“It was loud and it was dark.”") == [(0, True, None, None, None, ("It was loud and it was dark.",))]


WORDS = st.lists(
    st.sampled_from(
        "she said according to that Ann Lee Mr. Reed told us “ ” \" ' , . ? who is the senator accused of claim and as 40".split()
    ),
    min_size=1,
    max_size=25,
).map(" ".join)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_spans_lie_in_their_sentence_and_outside_the_marks(sentences: list[str]) -> None:
    article = parsed_article(*sentences)
    attributions = attribute(article)
    assert [row.sentence for row in attributions] == sorted(row.sentence for row in attributions)
    for row in attributions:
        sentence = article.article.sentences[row.sentence]
        for span in (*row.content, row.cue, row.speaker_span):
            assert span is None or sentence.start <= span[0] < span[1] <= sentence.end


@pytest.mark.parametrize("text", ["said he “a” ", "Ann Lee, ", "he said that ", "according to ", "“", "accused of claim that "])
def test_a_very_long_text_is_read_quickly(text: str) -> None:
    article = parsed_article(text * 1500)
    start = time.perf_counter()
    attribute(article)
    assert time.perf_counter() - start < 5

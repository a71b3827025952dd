"""Whose voices an article carries, counted by hand."""

from __future__ import annotations

from dataclasses import replace

from components import read_sentences
from components.coverage.speakers import Voice, voices_in
from components.story import Attribution

TEXT = ["“We will rebuild,” Ann Lee said.", "Tom Reed said Ms. Lee had told him that the mill would close.", "A flood came."]
ARTICLE = replace(read_sentences(TEXT), key="A")


def said(sentence: int, speaker: str | None, *parts: str, direct: bool = False) -> Attribution:
    starts = [ARTICLE.text.index(part) for part in parts]
    content = tuple((start, start + len(part)) for start, part in zip(starts, parts, strict=True))
    return Attribution("A", sentence, speaker, None, None, content, direct)


QUOTED = said(0, "Ann Lee", "We will rebuild,", direct=True)
NESTED = said(1, "Ann Lee", "the mill would close")
OUTER = said(1, "Tom Reed", "Ms. Lee had told him that the mill would close")


def test_words_are_counted_for_each_speaker_the_longest_first() -> None:
    assert voices_in(ARTICLE, [QUOTED, OUTER, NESTED]) == (
        Voice("Tom Reed", 0, 10, (1,)),
        Voice("Ann Lee", 3, 4, (0, 1)),
    )


def test_a_stretch_counts_once_for_a_speaker() -> None:
    [voice] = voices_in(ARTICLE, [OUTER, replace(NESTED, speaker="tom reed")])
    assert (voice.speaker, voice.reported_words, voice.words) == ("Tom Reed", 10, 10)


def test_nobody_and_other_articles_have_no_voice() -> None:
    assert voices_in(ARTICLE, [replace(QUOTED, speaker=None), replace(QUOTED, article="B")]) == ()

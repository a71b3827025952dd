"""Sentence spans: what each rule is for, and the figures that the module states."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from components.intake import split_sentences

CASES: dict[str, list[str]] = {
    "titles": ["Sen. Joe Black met Gov. Ann Lee.", "Lt. Gen. Mark Roe and Mrs. Doe left."],
    "initials": ["J. R. Moss wrote it.", "Albert I. Jones read it."],
    "company": ["He works for Pitt & Co. in Lima.", "She left Harrow Inc. The firm closed."],
    "acronym before a name": ["The U.S. Senate voted.", "U.N. Secretary Ana Lopes spoke."],
    "months": ["It began on Jan. 9 and ended in Sept. 2012.", "By Dec. 3 all was over."],
    "numbers": ["No. 5 is alive.", "See p. 55 and Fig. 3.", "It cost $4.5 million, or 3.2 percent."],
    "clock": ["At 5 p.m. Mr. Smith left.", "He came back at 6 a.m. Monday."],
    "direct speech": ['"We wait," she said.', '"Why now?" Ms. Doe asked.', "“Is it over?” he asked."],
    "full quotation": ['He was clear: "The cartels are running Mexico."', '"It is sad."', "Nobody spoke."],
    "quotation in a quotation": ["\"He told me 'no.'\"", "Then he left."],
    "ellipsis": ["He said... nothing.", "They waited.", "“I was there …” it began."],
    "brackets": ["Rep. A. B. Doe (D-Calif.) voted.", "(He was late.)", "The (U.S.) Secretary spoke."],
    "address": ["Write to jane.doe@herald.example.", "See www.herald.example for more."],
    "question and exclamation": ["Really?!", "Yes!", "She works at Yahoo! in Lima."],
    "versus": ["Doe v. Roe was heard.", "It was Elm vs. Oak again."],
    "small first letter": ["eBay sued.", "iPhone sales fell."],
    "states": ["She is from Gary, Ind., and he is not.", "He is from Austin, Tex. and works."],
    "spanish": ["El Sr. García llegó a EE. UU. el lunes.", "La Sra. Pérez no.", "¿Por qué?", "Nadie lo sabe."],
    "french": ["Mme. Martin a dit «Non.»", "Puis elle est partie."],
    "german": ["Am 3. Januar kam Dr. Müller z.B. nach Berlin.", "Er sagte: „Nein.“", "Dann ging er."],
}


@pytest.mark.parametrize("sentences", CASES.values(), ids=CASES.keys())
def test_sentences_in_one_line_are_found_again(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in split_sentences(text)] == _expected(sentences)


def _expected(sentences: list[str]) -> list[str]:
    """Cases that hold two sentences in one string say so here."""
    split = {"She left Harrow Inc. The firm closed.": ["She left Harrow Inc.", "The firm closed."]}
    return [part for sentence in sentences for part in split.get(sentence, [sentence])]


def test_words_that_are_abbreviations_only_with_a_capital() -> None:
    text = "He was ill. Sheinbaum sat in the sun. Trump came by sea and fell in the wash. Moss took mass. Lima slept."
    assert len(split_sentences(text)) == 5


def test_a_datelined_sentence_is_one() -> None:
    text = "MEXICO CITY, Jan. 9 (Reuters) - Mexico's president spoke on Friday. She left."
    assert [text[a:b] for a, b in split_sentences(text)][1] == "She left."


def test_a_missing_space_after_the_full_stop() -> None:
    assert len(split_sentences("He never came back, she said.The end was near.")) == 2
    assert len(split_sentences("The library Node.Js and example.Com are names.")) == 1


def test_every_line_ends_a_sentence() -> None:
    text = "A headline without a mark\nThe river rose\r\n\r\nIt fell.\u2028Again"
    assert [text[a:b] for a, b in split_sentences(text)] == ["A headline without a mark", "The river rose", "It fell.", "Again"]


def test_list_items_are_sentences_only_when_they_count_on() -> None:
    text = "1. Close the bridge 2. Pay the crews 3. Wait"
    assert [text[a:b] for a, b in split_sentences(text)] == ["1. Close the bridge", "2. Pay the crews", "3. Wait"]
    assert len(split_sentences("In 2015 the town had 2 bridges and 9. That was enough.")) == 2


def test_nothing_in_nothing() -> None:
    assert split_sentences("") == []
    assert split_sentences(" \n\t\n ") == []


def _records(gold: Path, name: str) -> list[dict]:
    return [json.loads(line) for line in (gold / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def _ends(sentences: list[str]) -> set[int]:
    total, ends = 0, set()
    for sentence in sentences:
        total += len("".join(sentence.split()))
        ends.add(total)
    return ends


@pytest.mark.quality
def test_f1_of_boundaries_on_running_text(gold: Path) -> None:
    hits = predicted = actual = 0
    for record in _records(gold, "sentence_split"):
        for paragraph in record["paragraphs"]:
            text = " ".join(paragraph)
            expected, ends = _ends(paragraph), _ends([text[a:b] for a, b in split_sentences(text)])
            hits, predicted, actual = hits + len(expected & ends), predicted + len(ends), actual + len(expected)
    assert 2 * hits / (predicted + actual) >= 0.984


@pytest.mark.quality
def test_one_rule_examples(gold: Path) -> None:
    records = _records(gold, "sbd_golden_rules")
    exact = sum([r["text"][a:b] for a, b in split_sentences(r["text"])] == r["gold"] for r in records)
    assert exact >= 47

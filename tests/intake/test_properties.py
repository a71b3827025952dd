"""What holds for any input: offsets point at the quoted text, nothing vanishes, all can be put back, no other error comes."""

from __future__ import annotations

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st

from components.intake import read_bytes, read_sentences, read_text, restore, split_sentences
from components.intake.lines import INVISIBLE
from components.story import Article, InputError

PIECES = [
    "Share",
    "By Jane Doe",
    "07:40",
    "-",
    "The river rose on Friday.",
    "It rained.",
    '"No," he said. "Yes."',
    "\n",
    "\n\n",
    "\r\n",
    "\u2028",
    "\u00a0",
    "\u200b",
    "\x00",
    "(Reporting by A B; Editing by C D)",
    "He fell. (Reporting by A B)",
    "© 2024 Herald",
    "Most read",
    "Home",
    "MEXICO CITY, Jan 9 (Reuters) - ",
    " ",
    "\t",
    "U.S. ",
    "Mr. ",
    "Flood closes bridge",
    "\x0b",
    "\x85",
    "\x1c",
    "é",
    "😀",
    "(",
    '"',
    ". ",
    "a long line of words that runs on and on without any mark at its end\nand goes on here",
    "\ud800",
]
PAGES = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=40).map("\n".join),
)
NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a", "a.exe", ""])
FILES = st.one_of(
    st.binary(),
    PAGES.map(lambda page: page.encode("utf-8", "surrogatepass")),
    PAGES.map(lambda page: f"<html><div>{page}</div><p>{page}".encode("utf-8", "surrogatepass")),
    st.binary().map(lambda data: b"%PDF-1.4\n" + data),
    st.binary().map(lambda data: b"PK\x03\x04" + data),
)


def seen(text: str) -> str:
    """A text without white space and without characters that nobody sees."""
    return "".join(text.translate(INVISIBLE).split())


def check_offsets(article: Article) -> None:
    end = 0
    for number, sentence in enumerate(article.sentences):
        assert sentence.index == number
        assert article.text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != ""
        assert not article.text[end : sentence.start].strip()
        end = sentence.end
    assert not article.text[end:].strip()
    last = 0
    for stretch in article.removed:
        assert last <= stretch.start < stretch.end
        assert article.raw[stretch.start : stretch.end] == stretch.text
        last = stretch.end


@given(PAGES)
@settings(max_examples=300)
def test_nothing_vanishes_and_all_can_be_put_back(raw: str) -> None:
    try:
        article = read_text(raw)
    except InputError:
        return
    check_offsets(article)
    kept = article.raw
    for stretch in reversed(article.removed):
        kept = kept[: stretch.start] + " " + kept[stretch.end :]
    assert seen(kept) == seen(article.text)
    for stretch in article.removed:
        article = restore(article, stretch)
        check_offsets(article)
    assert seen(article.text) == seen(article.raw)


@given(PAGES.filter(lambda page: "\ud800" not in page))
@settings(max_examples=100)
def test_the_raw_text_is_what_was_pasted(raw: str) -> None:
    with contextlib.suppress(InputError):
        assert read_text(raw).raw == raw


@given(FILES, NAMES)
@settings(max_examples=300)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    try:
        check_offsets(read_bytes(data, name))
    except InputError as error:
        assert error.name == name


@given(st.lists(st.text(), max_size=8))
def test_given_sentences_are_kept(sentences: list[str]) -> None:
    try:
        article = read_sentences(sentences)
    except InputError:
        assert not any(sentence.strip() for sentence in sentences)
        return
    assert [article.text[s.start : s.end] for s in article.sentences] == sentences


@given(PAGES)
def test_sentences_cover_the_text_in_order(text: str) -> None:
    end = 0
    for start, stop in split_sentences(text):
        assert end <= start < stop <= len(text)
        assert not text[end:start].strip()
        end = stop
    assert not text[end:].strip()

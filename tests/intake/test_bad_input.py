"""Input that cannot be used: one sentence each, with the cause and the remedy, and the file's name."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from components.intake import read_bytes, read_file, read_sentences, read_text
from components.settings import MAX_BYTES, MAX_WORDS
from components.story import InputError
from tests.intake.factories import docx_of, locked, lying_about_size, pdf_of, with_part

TEXT = [("The river rose on Friday and closed the bridge.", 20)]
XML = "word/document.xml"
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "' + b"x" * 1000 + b'"><!ENTITY c "' + b"&b;" * 1000 + b'">]><a>&c;</a>'

CASES = {
    "empty": (b"", "a.txt", "is empty"),
    "only white space": (b" \n\t ", "a.txt", "is empty"),
    "only a byte-order mark": (b"\xef\xbb\xbf", "a.txt", "is empty"),
    "binary": (bytes(range(256)) * 40, "a.txt", "is not a text file"),
    "control characters": (b"\x01\x02\x03\x04" * 100, "a.txt", "is not a text file"),
    "wrong encoding": ("Мост закрыт. Река поднялась.".encode("koi8-r"), "a.txt", "encoding"),
    "broken utf-16": (b"\xff\xfea\x00b", "a.txt", "encoding"),
    "too large": (b"a " * (MAX_BYTES // 2 + 1), "a.txt", "larger than the limit of 20 MB"),
    "too many words": (b"The river rose again. " * (MAX_WORDS // 4 + 1), "a.txt", "10,004 words and the limit is 10,000"),
    "far too many words": (b"The river rose again. " * MAX_WORDS * 9, "a.txt", "far longer than an article of 10,000 words"),
    "unknown kind": (b"words", "a.xyz", "of the kind .xyz"),
    "no ending": (b"words", "a", "without an ending"),
    "picture": (b"\x89PNG\r\n\x1a\n", "a.png", "is a picture"),
    "picture called text": (b"\x89PNG\r\n\x1a\n", "a.txt", "is a picture"),
    "old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.docx", "old Word file or one protected by a password"),
    "rich text": (b"{\\rtf1 words}", "a.txt", "rich-text file"),
    "text called pdf": (b"The river rose.", "a.pdf", "is called .pdf but is no such file"),
    "text called docx": (b"The river rose.", "a.docx", "is called .docx but is no such file"),
    "scanned pdf": (pdf_of([[]]), "a.pdf", "holds no text, only pictures of pages"),
    "damaged pdf": (b"%PDF-1.4\n" + b"obj endobj " * 30, "a.pdf", "damaged"),
    "cut pdf": (pdf_of([TEXT])[:200], "a.pdf", "damaged"),
    "locked pdf": (locked(pdf_of([TEXT]), user="secret"), "a.pdf", "protected by a password"),
    "pdf with too many pages": (pdf_of([TEXT] * 101), "a.pdf", "more than 100 pages"),
    "pdf with far too much text": (pdf_of([[("river " * 2000, 20)] * 100]), "a.pdf", "far more text than the limit"),
    "pdf bomb": (pdf_of([[("x" * 45_000_000, 20)]], compress=True), "a.pdf", "more than a PDF of an article needs"),
    "damaged docx": (docx_of()[:900], "a.docx", "damaged or no Word document"),
    "docx without its text": (with_part(docx_of(), XML, b"<broken"), "a.docx", "damaged or no Word document"),
    "archive called docx": (with_part(docx_of(), "[Content_Types].xml", b""), "a.docx", "damaged or no Word document"),
    "zip bomb": (with_part(docx_of(), XML, b" " * (MAX_BYTES + 1)), "a.docx", "Unpacked, the file is larger than the limit"),
    "entity bomb": (with_part(docx_of(), XML, ENTITIES), "a.docx", "defines entities of its own"),
    "entity bomb in utf-16": (with_part(docx_of(), XML, ENTITIES.decode().encode("utf-16")), "a.docx", "defines entities"),
    "docx without text": (docx_of([]), "a.docx", "holds no text"),
    "html without text": (b"<html><body><script>var a = 'words';</script></body></html>", "a.html", "no readable text"),
    "only furniture": (b"Share\nADVERTISEMENT\n07:40\n-\n07:20\n", "a.txt", "no sentence once page furniture"),
    "no letters": (b"... --- !!!", "a.txt", "no sentence"),
    "saved address": (b"https://news.example/story\n", "a.txt", "does not fetch pages"),
}


@pytest.mark.parametrize(("data", "name", "cause"), CASES.values(), ids=CASES.keys())
def test_each_says_its_cause_and_its_remedy_in_one_sentence(data: bytes, name: str, cause: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(data, name)
    message = str(caught.value)
    assert cause in message
    assert caught.value.name == name
    assert ";" in message, "a remedy follows the cause"
    assert message.endswith(".")
    assert message.count(". ") == 0


def test_a_docx_that_lies_about_its_size_is_not_unpacked() -> None:
    bomb = lying_about_size(with_part(docx_of(), XML, b" " * (MAX_BYTES * 3)), XML, 1000)
    with pytest.raises(InputError, match=r"larger than the limit|damaged"):
        read_bytes(bomb, "a.docx")


def test_pictures_in_a_docx_do_not_count() -> None:
    heavy = with_part(docx_of(), "word/media/image1.png", b"\0" * (MAX_BYTES + 1))
    assert "burst its banks" in read_bytes(heavy, "a.docx").text


def test_a_pdf_that_opens_without_a_password_is_read() -> None:
    assert "closed the bridge" in read_bytes(locked(pdf_of([TEXT]), user=""), "a.pdf").text


@pytest.mark.parametrize(
    "address",
    ["https://news.example/a", " http://news.example/a?b=c \n", "www.news.example/a", "HTTPS://A.EXAMPLE\nhttps://b.example"],
)
def test_a_pasted_address_gets_the_sentence_of_the_contract(address: str) -> None:
    with pytest.raises(InputError) as caught:
        read_text(address)
    assert str(caught.value) == "Samestory does not fetch pages; save the page or paste its text."


def test_an_address_inside_a_text_is_text() -> None:
    assert read_text("The notice is at https://town.example/notice for all to read.").sentences


@pytest.mark.parametrize("raw", ["", "   \n ", "\x00\x01\x02", "Share"])
def test_pasted_text_that_is_none(raw: str) -> None:
    with pytest.raises(InputError) as caught:
        read_text(raw)
    assert caught.value.name is None


def test_file_names_with_markup_are_data() -> None:
    name = "<img src=x onerror=alert(1)>.txt"
    assert read_bytes(b"The river rose on Friday.", name).name == name
    with pytest.raises(InputError) as caught:
        read_bytes(b"", name)
    assert caught.value.name == name
    assert "<" not in str(caught.value)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(InputError, match="cannot be opened") as caught:
            read_file(path)
        assert caught.value.name == path.name


@pytest.mark.parametrize("published", ["9 January", "2026-13-01", "--02-30", "2026-02-30", "yesterday"])
def test_dates_are_checked(published: str) -> None:
    refused = pytest.raises(ValueError, match=r"is not a date; write it as 2026-01-09")
    with refused:
        read_text("The river rose.", published=published)
    with refused:
        read_bytes(b"The river rose.", "a.txt", published=published)
    with refused:
        read_sentences(["The river rose."], published=published)


@pytest.mark.parametrize("published", ["2026-01-09", "--01-09", "--02-29", "2026-01-09T07:40:00", "2026-01-09T07:40:00+01:00"])
def test_dates_of_the_contract_are_kept_as_given(published: str) -> None:
    assert read_text("The river rose.", published=published).published == published


@pytest.mark.parametrize("published", [None, "", "  "])
def test_no_date_is_none(published: str | None) -> None:
    assert read_text("The river rose.", published=published).published is None


def test_a_tag_with_thousands_of_attributes_is_refused_at_once() -> None:
    flood = " ".join(f"a{i}=1" for i in range(200_000))
    with pytest.raises(InputError, match="thousands of attributes") as caught:
        read_bytes(f"<html><body><p {flood}>It rained.</p></body></html>".encode(), "flood.html")
    assert caught.value.name == "flood.html"


def test_one_long_attribute_is_no_reason_to_refuse_a_page() -> None:
    picture = "A" * 50_000
    page = f'<html><body><article><p>It rained all day in Orvale.</p><img src="data:image/png;base64,{picture}==">'
    assert "It rained all day in Orvale." in read_bytes(page.encode(), "html_report.html").text


def test_two_parts_of_one_name_in_a_docx_are_read_without_a_warning() -> None:
    out = io.BytesIO(docx_of(["It rained all day in Orvale.", "The river rose."]))
    with zipfile.ZipFile(out, "a") as packed, pytest.warns(UserWarning, match="Duplicate name"):
        packed.writestr(XML, packed.read(XML))
    assert "The river rose." in read_bytes(out.getvalue(), "twice.docx").text

"""The ways in: a file, an upload's bytes, pasted text, sentences that are split already."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import Final

from ..settings import MAX_BYTES
from ..story import Article, InputError
from .build import build_article, label_sentences
from .dates import check_published
from .formats import read_page
from .language_id import detect_language
from .lines import visible_text
from .page import Page
from .validation import check_length, check_pasted_text, check_words

TOO_LARGE: Final = f"The file is larger than the limit of {MAX_BYTES // 1024**2} MB; save the article alone and try again."


def read_file(path: str | Path, *, outlet: str | None = None, published: str | None = None) -> Article:
    """Return the article in a .txt, .md, .html, .htm, .pdf or .docx file.

    Args:
        path: the file.
        outlet: who published the article; read from the page if not given.
        published: ISO 8601, perhaps without the year (--01-09); read from the page if not given.

    Raises:
        InputError: the file cannot be used; its text says why and what to do.
        ValueError: `published` is no ISO 8601 date.
    """
    path = Path(path)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise InputError(
            f"The file cannot be opened ({_reason(error)}); check the name and the permissions.", name=path.name
        ) from error
    return read_bytes(data, path.name, outlet=outlet, published=published)


def _reason(error: Exception) -> str:
    """Return why a file cannot be opened; a ValueError comes from a name that no file can have."""
    return (getattr(error, "strerror", None) or "not a file name").lower()


def read_bytes(data: bytes, name: str, *, outlet: str | None = None, published: str | None = None) -> Article:
    """Return the article in the bytes of an uploaded file called `name`. Raises like `read_file`."""
    check_published(published)
    if len(data) > MAX_BYTES:
        raise InputError(TOO_LARGE, name=name)
    if not data.strip():
        raise InputError("The file is empty; choose the file that holds the article.", name=name)
    return build_article(read_page(data, name), outlet=outlet, published=published, name=name)


def read_text(raw: str, *, outlet: str | None = None, published: str | None = None, name: str | None = None) -> Article:
    """Return the article in pasted text. Raises like `read_file`."""
    check_published(published)
    check_pasted_text(raw, name)
    raw = raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # half a character cannot be written to any file
    return build_article(Page(raw), outlet=outlet, published=published, name=name)


def read_sentences(
    sentences: Sequence[str], *, outlet: str | None = None, headline: int | None = None, published: str | None = None
) -> Article:
    """Return an article of sentences that are split already: none is added, dropped, cleaned or relabelled; indices stay.

    Args:
        sentences: the sentences in order; one without text stays as an empty span.
        outlet: who published the article.
        headline: 0 if the first sentence is the headline, else None.
        published: ISO 8601, perhaps without the year (--01-09).

    Raises:
        InputError: there are none, or too many words.
        ValueError: `headline` is neither None nor 0, or `published` is no ISO 8601 date.
    """
    if headline is not None and (isinstance(headline, bool) or headline != 0):
        raise ValueError(f"headline is {headline!r}; give 0 when the first sentence is the headline, or None.")
    published = check_published(published)
    if isinstance(sentences, str):
        raise TypeError("sentences is one string; give a list of sentences, or use read_text.")
    if not any(sentence.strip() for sentence in sentences):
        raise InputError("The list holds no sentence; give at least one.")
    text = "\n".join(sentences)
    check_length(text, None)
    check_words(text, None)
    starts = accumulate((len(sentence) + 1 for sentence in sentences), initial=0)
    spans = [(start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=False)]
    return Article(
        text=text,
        sentences=label_sentences(text, spans, headline=headline == 0),
        raw=text,
        outlet=visible_text(outlet or "") or None,
        headline=sentences[0] if headline == 0 else None,
        published=published,
        language=detect_language(text),
    )

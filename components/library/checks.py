"""Whether an article in a story file can be what it claims: offsets point at the text they claim, and our limits hold."""

from __future__ import annotations

from collections.abc import Sequence

from ..intake.build import check_length, check_words
from ..intake.pasted import mostly_control
from ..settings import MAX_SENTENCES
from ..story import Article, InputError, Removed, Sentence


def check_article(article: Article, name: str) -> None:
    """Raise InputError for an article that could not have been read, or could not be compared."""
    check_length(article.raw, name)
    check_length(article.text, name)
    check_words(article.text, name)
    if len(article.sentences) > MAX_SENTENCES:
        raise InputError(
            f"An article in the file has {len(article.sentences):,} sentences; the limit is {MAX_SENTENCES:,}, so split it.",
            name=name,
        )
    if not (
        any(map(str.isalnum, article.text))
        and not mostly_control(article.raw)
        and not mostly_control(article.text)
        and [one.index for one in article.sentences] == list(range(len(article.sentences)))
        and all(one.role != "headline" for one in article.sentences[1:])
        and _stand_there(article.sentences, article.text)
        and _stand_there(article.removed, article.raw)
    ):
        raise InputError(
            "An article in the file is not what its sentences say of it, so the file was changed; ask for it again.", name=name
        )


def _stand_there(spans: Sequence[Sentence] | Sequence[Removed], text: str) -> bool:
    """Whether spans stand in their order, apart from each other, where the text has their words."""
    at = 0
    for span in spans:
        if not at <= span.start <= span.end <= len(text) or text[span.start : span.end] != span.text:
            return False
        at = span.end
    return True

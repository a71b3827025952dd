"""Who is meant in a label, in brackets that are ours: "He [Anto Reske] told the judge", "[Ida Marsh:] “It shook.”"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..attribution import coreference_of
from ..claims import PlacedClaim
from ..language.lexicon.function_words import HE_SHE, OWNERS
from ..language.parsed_article import ParsedArticle
from ..language.syntax.dependencies import NOMINAL_SUBJECTS
from ..settings.coverage import MAX_ANTECEDENTS_SHOWN, QUOTED_LABEL_SHARE
from ..story import Attribution, Fact, LabelAddition, Span, shared_letters
from ..story.fact import GAP

if TYPE_CHECKING:
    from spacy.tokens import Token

_APOSTROPHES = ("'", "’")


def with_antecedents(fact: Fact, label: PlacedClaim, article: ParsedArticle, attributions: Sequence[Attribution] = ()) -> Fact:
    """Return a fact whose label says who is meant in it, where the article settles it and the label does not.

    Whom its pronouns and offices mean; who speaks, if it is nothing but words in quotation marks.

    Args:
        fact: A fact with a verbatim label.
        label: The claim whose words the label is.
        article: The article of that claim.
        attributions: Who says what in that article.
    """
    offset = article.article.sentences[label.sentence].start
    spans = [(start - offset, end - offset) for start, end in label.spans]
    if speaker := _speaker_of(fact.label, label, attributions):
        inserts = [(0, f"[{speaker}:] ")]  # whom "he" means in somebody's words, no reader of sentences around them can tell
    else:
        inserts = [(place, f" [{name}]") for place, name in _antecedents(article, label.sentence, spans, fact.label)]
    additions, text, inserted = [], fact.label, 0
    for place, insert in inserts:
        addition = LabelAddition(place + inserted, insert)
        text = text[: addition.at] + insert + text[addition.at :]
        inserted += len(insert)
        additions.append(addition)
    return replace(fact, label=text, label_additions=tuple(additions)) if additions else fact


def _speaker_of(text: str, label: PlacedClaim, attributions: Sequence[Attribution]) -> str | None:
    """Return who says a label that is nothing but words in quotation marks, unless it names them; None if nobody is settled."""
    letters = sum(end - start for start, end in label.spans)
    for attribution in attributions:
        speaker = attribution.speaker
        if attribution.sentence == label.sentence and attribution.direct and speaker and speaker[0].isupper():
            quoted = shared_letters(attribution.content, label.spans)
            if quoted >= QUOTED_LABEL_SHARE * letters and speaker.split()[-1].casefold() not in text.casefold():
                return speaker
    return None


def _antecedents(article: ParsedArticle, sentence: int, spans: Sequence[Span], label: str) -> Iterator[tuple[int, str]]:
    """Yield where in a verbatim label, and whom, a word means that is not named in it, in the order of the label."""
    coreference, named = coreference_of(article), label.casefold()
    shown = 0
    for place, token in _tokens_of(article, sentence, spans):
        is_pronoun = token.lower_ in HE_SHE
        is_office = token.dep_ in NOMINAL_SUBJECTS and token.pos_ == "NOUN" and token.doc[token.left_edge.i].lower_ == "the"
        if shown >= MAX_ANTECEDENTS_SHOWN or not (is_pronoun or is_office):
            continue
        name, (start, end) = coreference.speaker_named(sentence, token)
        words = token.doc.text[start:end]
        if not name or name.casefold() == words.casefold() or name.split()[-1].casefold() in named:
            continue
        is_owner = token.lower_ in OWNERS and token.dep_ == "poss"
        named += f" {name.casefold()}"
        shown += 1
        yield place, f"{name}’s" if is_owner else name


def _tokens_of(article: ParsedArticle, sentence: int, spans: Sequence[Span]) -> Iterator[tuple[int, Token]]:
    """Yield the tokens outside quotation marks that lie in the spans of a label, each with the offset in the label of its end."""
    doc, written = article.docs[sentence], 0
    text = doc.text  # built anew each time that it is asked for
    for start, end in spans:
        for token in doc:
            last = token.idx + len(token)
            if start <= token.idx and last <= end and not article.in_quotes(sentence, (token.idx, last)):
                yield written + _end_of_word(text, last) - start, token
        written += end - start + len(GAP)


def _end_of_word(text: str, end: int) -> int:
    """Return where a word ends that the parser took apart, as "he" of "he’ll"."""
    while text[end : end + 1] in _APOSTROPHES or text[end : end + 1].isalnum():
        end += 1
    return end

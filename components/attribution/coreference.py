"""Which person the words for a speaker mean: short names, pronouns and offices -> the fullest name that the article gives.

Names come from the parser's names and from runs of capitalised words. Nothing is looked up outside the article but which given
names are mostly a woman's or a man's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from ..language.lexicon.function_words import HE_SHE, PRONOUNS
from ..language.lexicon.given_names import gender_of
from ..language.lexicon.titles import LATER_OFFICES
from ..language.parsed_article import ParsedArticle, cached_per_article, characters
from ..language.syntax.dependencies import NOMINAL_SUBJECTS, NOUN_MODIFIERS, appositions, dependent, dependents
from ..settings.claims_and_speech import (
    ANTECEDENT_LEAD,
    DOMINANT_NAME_RATIO,
    GIVEN_NAME_VOTES,
    MAX_ANTECEDENTS,
    MAX_SENTENCE_TOKENS,
    PRONOUN_MENTION_PENALTY,
    PRONOUN_SENTENCES,
    QUOTED_SENTENCE_SHARE,
    TITLE_VOTES,
    UNKNOWN_GENDER_PENALTY,
)
from ..story import Span
from .mentions import NounPhrase, noun_phrases, salience

if TYPE_CHECKING:
    from spacy.tokens import Token

OBJECTS_OF_NAME: Final = frozenset({"of", "for", "at", "from", "with", "in"})
"""Prepositions whose phrase belongs to a description: "a spokesman for the port"."""


class CoreferenceResolver:
    """The people whom an article names, and which of them a token of it means."""

    def __init__(self, article: ParsedArticle) -> None:
        self._article = article
        self._mentions = [
            mention
            for n, doc in enumerate(article.docs)
            if len(doc) <= MAX_SENTENCE_TOKENS
            for mention in noun_phrases(article, n, doc)
        ]
        self._settle_names()
        self._gender = self._genders()
        self._mention_at: dict[tuple[int, int], NounPhrase] = {
            (mention.sentence, i): mention for mention in self._mentions for i in range(mention.start, mention.end)
        }
        """By sentence and token."""
        self._holders: dict[str, list[NounPhrase]] = defaultdict(list)
        """By office, or by the last word of an organisation's name."""
        for mention in self._mentions:
            last_word = (mention.words[-1].lower(),) if len(mention.words) > 1 else ()
            for noun in mention.roles if mention.person else last_word:
                self._holders[noun].append(mention)
        self._pronouns: dict[tuple[int, int], str | None] = {}
        """By sentence and token; None for a pronoun that the text leaves open."""
        self._read_pronouns()

    def speaker_named(self, sentence: int, token: Token) -> tuple[str | None, Span]:
        """Return a speaker and the span, in its sentence, of the words that name the speaker.

        The fullest name where the text settles it; the words themselves for one who is only described; None for a pronoun
        that the text leaves open.

        Args:
            sentence: Number of the sentence.
            token: Head of the phrase for the speaker.
        """
        if token.lower_ in PRONOUNS:
            name = self._pronouns.get((sentence, token.i))
            return name, (token.idx, token.idx + len(token.text))
        mention = self._mention_of(sentence, token)
        if mention is not None:
            span = characters(token.doc, mention.start, mention.end)
            conjuncts = [child for child in dependents(token, "conj") if (sentence, child.i) in self._mention_at]
            if len(conjuncts) == 1 and mention.person:
                second = self._mention_at[sentence, conjuncts[0].i]
                return f"{mention.name} and {second.name}", (span[0], characters(token.doc, second.start, second.end)[1])
            return mention.name, span
        start, end = _description(token)
        span = characters(token.doc, start, end)
        return self._office_holder(sentence, token) or self._article.docs[sentence].text[slice(*span)], span

    def main_person(self, sentence: int) -> tuple[str | None, Span | None]:
        """Return the person whom a sentence is about, and the span of the words for them.

        The first subject outside quotation marks that is a person or stands for one.
        """
        doc = self._article.docs[sentence]
        for token in doc if len(doc) <= MAX_SENTENCE_TOKENS else ():
            if token.dep_ in NOMINAL_SUBJECTS and not self._article.in_quotes(sentence, (token.idx, token.idx + 1)):
                mention = self._mention_at.get((sentence, token.i))
                if (mention is not None and mention.person) or self._pronouns.get((sentence, token.i)):
                    return self.speaker_named(sentence, token)
        return None, None

    def _mention_of(self, sentence: int, token: Token) -> NounPhrase | None:
        """Return the mention that a token is part of, or the person named beside a noun: "a spokesman, Tom Reed"."""
        mention = self._mention_at.get((sentence, token.i))
        if mention is not None:
            return mention
        if token.pos_ != "NOUN":
            return None
        neighbours = (*appositions(token), *token.doc[token.i + 1 : token.i + 2])
        mentions = (self._mention_at.get((sentence, word.i)) for word in neighbours)
        return next((mention for mention in mentions if mention is not None and mention.person), None)

    def _settle_names(self) -> None:
        """Give each mention the fullest name: of those that end (or begin) with its words the one that the text settles."""
        person_votes: dict[tuple[str, ...], int] = Counter()
        for mention in self._mentions:
            person_votes[mention.words] += 1 if mention.person else -1
        full_names = Counter(mention.words for mention in self._mentions if len(mention.words) > 1)
        by_last: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words in full_names:
            by_last[words[-1]].append(words)
            by_first[words[0]].append(words)
        for mention in self._mentions:
            words = mention.words
            if len(words) == 1:
                candidates = by_last[words[0]] or [name for name in by_first[words[0]] if person_votes[name] > 0]
                genders = {gender for role in mention.roles if (gender := gender_of(role))}
                candidates = [name for name in candidates if not genders or gender_of(name[0]) in (None, *genders)]
                full_name = _dominant_name(candidates, full_names) if candidates else words
                mention.person = mention.person or (full_name != words and person_votes[full_name] > 0)
            else:
                longer = [name for name in by_last[words[-1]] if name[0] == words[0] and len(name) > len(words)]
                full_name = max(longer, key=lambda name: (full_names[name], len(name)), default=words)
                mention.person = person_votes[words] >= 0 if mention.person else person_votes[words] > 0
            mention.name = " ".join(full_name or words)

    def _genders(self) -> dict[str, str]:
        """Return the gender ("f" or "m") of each name for which titles or the given name tell it."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for mention in self._mentions:
            for role in mention.roles:
                if gender := gender_of(role):
                    votes[mention.name][gender] += TITLE_VOTES
            if " " in mention.name and (gender := gender_of(mention.name.split()[0])):
                votes[mention.name][gender] += GIVEN_NAME_VOTES
        return {name: count.most_common(1)[0][0] for name, count in votes.items()}

    def _read_pronouns(self) -> None:
        """Settle pronouns from the start on: each means the likeliest person just named, and then counts as a mention."""
        people: dict[int, list[NounPhrase]] = defaultdict(list)
        for mention in self._mentions:
            if mention.person:
                people[mention.sentence].append(mention)
        recent: list[tuple[float, NounPhrase]] = []
        position = 0.0
        for n, doc in enumerate(self._article.docs):
            remaining = people[n][::-1]
            quoted_length = sum(end - start for start, end in self._article.quoted[n])
            position += 0.0 if quoted_length > QUOTED_SENTENCE_SHARE * len(doc.text) - 2 else 1.0
            for token in doc if len(doc) <= MAX_SENTENCE_TOKENS else ():
                while remaining and remaining[-1].end <= token.i:
                    recent.append((position, remaining.pop()))
                if token.lower_ not in HE_SHE or self._article.in_quotes(n, (token.idx, token.idx + 1)):
                    continue
                name = self._antecedent(HE_SHE[token.lower_], recent[-MAX_ANTECEDENTS:], position)
                self._pronouns[n, token.i] = name
                if name:
                    weight = salience(token) - PRONOUN_MENTION_PENALTY
                    recent.append((position, NounPhrase(n, token.i, token.i + 1, (), (), True, weight, name)))
            recent += [(position, mention) for mention in reversed(remaining)]

    def _antecedent(self, gender: str, recent: list[tuple[float, NounPhrase]], position: float) -> str | None:
        """Return the name of the person whom a pronoun means, or None if two are about equally likely.

        Args:
            gender: "f" for "she", "m" for "he".
            recent: Mentions before the pronoun with their positions.
            position: That of the pronoun, in sentences that are not wholly in quotation marks.
        """
        scores: dict[str, float] = {}
        for mention_position, mention in recent:
            name_gender = self._gender.get(mention.name)
            distance = position - mention_position
            if (name_gender and name_gender != gender) or distance > PRONOUN_SENTENCES:
                continue
            score = mention.weight - distance - (0.0 if name_gender else UNKNOWN_GENDER_PENALTY)
            scores[mention.name] = max(score, scores.get(mention.name, score))
        ranked = sorted(scores, key=lambda name: -scores[name])
        if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < ANTECEDENT_LEAD:
            return None
        return ranked[0] if ranked else None

    def _office_holder(self, sentence: int, token: Token) -> str | None:
        """Return whom "the senator" or "the department" means: the one named with this word before, if there is only one."""
        definite = any(det.lower_ == "the" for det in dependents(token, "det"))
        if not definite or token.pos_ != "NOUN" or dependent(token, "prep", "poss", *NOUN_MODIFIERS, "relcl"):
            return None
        noun = LATER_OFFICES.get(token.lower_, token.lower_)
        earlier = (holder for holder in self._holders[noun] if (holder.sentence, holder.start) < (sentence, token.i))
        counts = Counter(holder.name for holder in earlier)
        (name, count), (_, next_count) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
        return name if count > DOMINANT_NAME_RATIO * next_count else None


@cached_per_article
def coreference_of(article: ParsedArticle) -> CoreferenceResolver:
    """Return who is meant in an article, read once."""
    return CoreferenceResolver(article)


def _dominant_name(candidates: list[tuple[str, ...]], counts: Counter[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the full name that a bare surname means, or () if none of them is clearly the most frequent.

    Args:
        candidates: Full names with that surname, as words.
        counts: How often the article gives each full name.
    """
    ranked = sorted(candidates, key=lambda name: (-counts[name], -len(name)))
    if len({name[0] for name in candidates}) == 1 or counts[ranked[0]] >= DOMINANT_NAME_RATIO * counts[ranked[1]]:
        return max((name for name in ranked if name[0] == ranked[0][0]), key=len)
    return ()


def _description(head: Token) -> tuple[int, int]:
    """Return the tokens of a description: its head, what stands before it, and prepositions: "a spokesman for the port"."""
    start, end = head.left_edge.i, head.i + 1
    for child in head.rights:
        if child.dep_ != "prep" or child.i != end or child.lower_ not in OBJECTS_OF_NAME:
            break
        end = child.right_edge.i + 1
    return start, end

"""Who is meant by the words for a speaker: short names, pronouns and offices -> the fullest name that the article gives.

Names come from the parser's names and from runs of capitalised words; nothing is looked up outside the article but which given
names are mostly a woman's or a man's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from ..language.lexicon.function_words import HE_SHE, PRONOUNS
from ..language.lexicon.given_names import gender_of
from ..language.lexicon.titles import LATER_OFFICES
from ..language.parsed_article import ParsedArticle
from ..language.syntax.dependencies import NOMINAL_SUBJECTS, NOUN_MODIFIERS, appositions, dependent, dependents
from ..story import Span
from .cues import LONGEST
from .mentions import NounPhrase, noun_phrases, weight_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REACH: Final = 6
"""Sentences back that a pronoun looks for the person it stands for; those wholly in quotation marks do not count."""
REMEMBERED: Final = 40
"""Mentions looked at for one pronoun."""
CLEAR: Final = 0.25
"""By how much the likeliest person must lead the next one for a pronoun to count as settled."""
STRANGER: Final = 1.4
"""Taken off somebody of whom the text does not tell whether "he" or "she" fits: outweighs being the subject."""
OBJECTS_OF_NAME: Final = frozenset({"of", "for", "at", "from", "with", "in"})


class CoreferenceResolver:
    """Everybody whom an article names, and who is meant by a token of it."""

    def __init__(self, article: ParsedArticle) -> None:
        self._article = article
        self._mentions = [m for n, doc in enumerate(article.docs) if len(doc) <= LONGEST for m in noun_phrases(article, n, doc)]
        self._settle_names()
        self._gender = self._genders()
        self._at: dict[tuple[int, int], NounPhrase] = {(m.sentence, i): m for m in self._mentions for i in range(m.start, m.end)}
        self._holders: dict[str, list[NounPhrase]] = defaultdict(list)
        for m in self._mentions:
            for noun in m.roles if m.person else (m.words[-1].lower(),) if len(m.words) > 1 else ():
                self._holders[noun].append(m)
        self._pronouns: dict[tuple[int, int], str | None] = {}
        self._read_pronouns()

    def speaker_named(self, sentence: int, token: Token) -> tuple[str | None, Span]:
        """The speaker named by the phrase of this head, and the span of the words for it in its sentence.

        The fullest name where the text settles it; the words themselves for one who is only described; None for a pronoun
        that the text leaves open.
        """
        if token.lower_ in PRONOUNS:
            name = self._pronouns.get((sentence, token.i))
            return name, (token.idx, token.idx + len(token.text))
        mention = self._named(sentence, token)
        if mention is not None:
            span = self._span(token.doc, mention.start, mention.end)
            others = [c for c in dependents(token, "conj") if (sentence, c.i) in self._at]
            if len(others) == 1 and mention.person:
                other = self._at[sentence, others[0].i]
                return f"{mention.name} and {other.name}", (span[0], self._span(token.doc, other.start, other.end)[1])
            return mention.name, span
        start, end = _phrase(token)
        span = self._span(token.doc, start, end)
        return self._office(sentence, token) or self._article.docs[sentence].text[slice(*span)], span

    def last_person(self, sentence: int) -> tuple[str | None, Span | None]:
        """The person whom a sentence is about: its first subject that is a person or stands for one; outside quotation marks."""
        doc = self._article.docs[sentence]
        for token in doc if len(doc) <= LONGEST else ():
            if token.dep_ in NOMINAL_SUBJECTS and not self._article.in_quotes(sentence, (token.idx, token.idx + 1)):
                mention = self._at.get((sentence, token.i))
                if (mention is not None and mention.person) or self._pronouns.get((sentence, token.i)):
                    return self.speaker_named(sentence, token)
        return None, None

    def _named(self, sentence: int, token: Token) -> NounPhrase | None:
        found = self._at.get((sentence, token.i))
        if found is not None:
            return found
        if token.pos_ != "NOUN":
            return None
        words = (*appositions(token), *token.doc[token.i + 1 : token.i + 2])
        near = (self._at.get((sentence, word.i)) for word in words)
        return next((m for m in near if m is not None and m.person), None)

    @staticmethod
    def _span(doc: Doc, start: int, end: int) -> Span:
        return doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text)

    def _settle_names(self) -> None:
        """Gives each mention the fullest name: of those that end (or begin) with its words the one that the text settles."""
        labels: dict[tuple[str, ...], int] = Counter()
        for m in self._mentions:
            labels[m.words] += 1 if m.person else -1
        full = Counter(m.words for m in self._mentions if len(m.words) > 1)
        by_last: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words in full:
            by_last[words[-1]].append(words)
            by_first[words[0]].append(words)
        for m in self._mentions:
            if len(m.words) == 1:
                choices = by_last[m.words[0]] or [w for w in by_first[m.words[0]] if labels[w] > 0]
                told = {found for role in m.roles if (found := gender_of(role))}
                choices = [w for w in choices if not told or gender_of(w[0]) in (None, *told)]
                chosen = _main(choices, full) if choices else m.words
                m.person = m.person or (chosen != m.words and labels[chosen] > 0)
            else:
                longer = [w for w in by_last[m.words[-1]] if w[0] == m.words[0] and len(w) > len(m.words)]
                chosen = max(longer, key=lambda w: (full[w], len(w)), default=m.words)
                m.person = labels[m.words] >= 0 if m.person else labels[m.words] > 0
            m.name = " ".join(chosen or m.words)

    def _genders(self) -> dict[str, str]:
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for m in self._mentions:
            for word, worth in [*((role, 5) for role in m.roles), (m.name.split()[0], 1)]:
                found = gender_of(word)
                if found and (worth == 5 or " " in m.name):
                    votes[m.name][found] += worth
        return {name: count.most_common(1)[0][0] for name, count in votes.items()}

    def _read_pronouns(self) -> None:
        """Reads on from the start: a pronoun stands for the likeliest person just named, and then counts as naming it."""
        by_sentence: dict[int, list[NounPhrase]] = defaultdict(list)
        for m in self._mentions:
            if m.person:
                by_sentence[m.sentence].append(m)
        recent: list[tuple[float, NounPhrase]] = []
        clock = 0.0
        for n, doc in enumerate(self._article.docs):
            waiting = by_sentence[n][::-1]
            spoken = sum(end - start for start, end in self._article.quoted[n])
            clock += 0.0 if spoken > 0.9 * len(doc.text) - 2 else 1.0
            for token in doc if len(doc) <= LONGEST else ():
                while waiting and waiting[-1].end <= token.i:
                    recent.append((clock, waiting.pop()))
                if token.lower_ not in HE_SHE or self._article.in_quotes(n, (token.idx, token.idx + 1)):
                    continue
                name = self._antecedent(HE_SHE[token.lower_], recent[-REMEMBERED:], clock)
                self._pronouns[n, token.i] = name
                if name:
                    recent.append((clock, NounPhrase(n, token.i, token.i + 1, (), (), True, weight_of(token) - 0.2, name)))
            recent += [(clock, m) for m in reversed(waiting)]

    def _antecedent(self, gender: str, recent: list[tuple[float, NounPhrase]], clock: float) -> str | None:
        scores: dict[str, float] = {}
        for at, mention in recent:
            known = self._gender.get(mention.name)
            if (known and known != gender) or clock - at > REACH:
                continue
            score = mention.weight - (clock - at) - (0.0 if known else STRANGER)
            scores[mention.name] = max(score, scores.get(mention.name, score))
        ranked = sorted(scores, key=lambda name: -scores[name])
        if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < CLEAR:
            return None
        return ranked[0] if ranked else None

    def _office(self, sentence: int, token: Token) -> str | None:
        """Who is meant by "the senator", "the department": the one named with this word before, if it is one."""
        definite = any(det.lower_ == "the" for det in dependents(token, "det"))
        if not definite or token.pos_ != "NOUN" or dependent(token, "prep", "poss", *NOUN_MODIFIERS, "relcl"):
            return None
        noun = LATER_OFFICES.get(token.lower_, token.lower_)
        holders = Counter(m.name for m in self._holders[noun] if (m.sentence, m.start) < (sentence, token.i))
        (first, most), (_, next_most) = [*holders.most_common(2), ("", 0), ("", 0)][:2]
        return first if most > 2 * next_most else None


def _main(choices: list[tuple[str, ...]], full: Counter[tuple[str, ...]]) -> tuple[str, ...]:
    """Of full names with a same surname the one that a bare surname means: clearly the most frequent; else () for none."""
    ranked = sorted(choices, key=lambda w: (-full[w], -len(w)))
    if len({w[0] for w in choices}) == 1 or full[ranked[0]] >= 2 * full[ranked[1]]:
        return max((w for w in ranked if w[0] == ranked[0][0]), key=len)
    return ()


def _phrase(head: Token) -> tuple[int, int]:
    """The tokens of a description: its head with what stands before it, and what it is of: "a spokesman for the port"."""
    start, end = head.left_edge.i, head.i + 1
    for child in head.rights:
        if child.dep_ != "prep" or child.i != end or child.lower_ not in OBJECTS_OF_NAME:
            break
        end = child.right_edge.i + 1
    return start, end

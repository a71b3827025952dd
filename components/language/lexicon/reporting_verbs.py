"""Verbs and nouns by which somebody is said to say, hold, want or deny something, as lemmas, by what they report and how."""

from __future__ import annotations

from typing import Final

from . import words
from .function_words import BARE_VERBS

PLAIN_SAYING: Final = words("say tell add note state announce declare write tweet insist explain")
"""Any of them may stand for another: they add little to what is said."""
CLAIMING: Final = words("report claim argue warn")
"""They take a stand beside saying it."""
UTTERING: Final = words("acknowledge admit predict reply respond reveal suggest confirm")
"""They say how something comes to be said."""

SPEECH_VERBS: Final = (
    PLAIN_SAYING
    | CLAIMING
    | UTTERING
    | words(
        """ask deny comment post affirm allege answer assert caution complain concede conclude contend continue cry demand
        disclose dispute emphasize emphasise estimate exclaim joke lament maintain mention observe opine pledge point proclaim
        promise propose quip recall recount reiterate remark remind repeat retort shout stress swear testify vow whisper read
        counter
        agree assure yell boast brag speculate signal urge interject advise notify inform quote cite tout recommend decide rule
        command recognize recognise fire shoot hit spell threaten guess wonder chant sing text email e-mail preach plead
        elaborate clarify"""
    )
)
"""Their subject speaks or writes, and their clause or quotation is what is said."""
HOLDING_VERBS: Final = words("believe think fear show find indicate")
"""They attribute a clause to somebody who is named, but no quotation."""
NAMING_VERBS: Final = words(
    """call describe label dub denounce dismiss criticize criticise blast slam praise accuse blame condemn mock attack defend
    characterize characterise brand decry deride portray hail refer compare express speak talk question reject credit voice echo
    frame term liken"""
)
"""They attribute a quotation in their reach, however short: called it "shameful"."""
QUOTING_VERBS: Final = SPEECH_VERBS | NAMING_VERBS
"""They attribute a quotation."""

PROMISING_VERBS: Final = words("promise pledge vow threaten swear claim ask demand propose offer refuse agree urge tell")
"""They report speech by an infinitive: promised to leave."""
CHARGING_VERBS: Final = words("accuse blame charge warn complain boast brag")
"""They report speech by "of", "for" or "about" and a verb: accused them of hiding."""
ADDRESSING_VERBS: Final = words("tell ask assure inform remind warn")
"""Verbs of saying whose object is who hears it."""
DENYING_VERBS: Final = words("deny doubt dispute reject refute")
"""What hangs on them is not what the speaker states."""
ASKING_VERBS: Final = words("ask tell direct instruct order task request urge command")
"""They may stand for one another where the same person is asked."""
DATED_SPEECH_VERBS: Final = PLAIN_SAYING | CLAIMING | UTTERING | {"speak"}
"""A date beside them is most likely that of the saying."""
SAME_SPEECH_VERBS: Final = PLAIN_SAYING | words("ask confirm deny")
"""Any of them may stand for another where two articles tell of one utterance."""
GENERAL_VERBS: Final = (
    PLAIN_SAYING
    | CLAIMING
    | BARE_VERBS
    | words("be post ask call speak decline refuse comment contribute see know think believe feel want")
)
"""Anything can stand under them: two statements with one of them need not be the same."""

ATTRIBUTING_NOUNS: Final = words(
    """statement claim remark comment assertion allegation accusation warning announcement suggestion argument promise pledge
    denial admission contention conclusion declaration threat vow complaint report rumour rumor insistence belief"""
)
"""With them somebody says so: X's claim that ..."""

UNREAL_VERBS: Final = words(
    """accuse agree aim allege allow ask attempt authorize avoid beg block call claim consider contend could decide demand deny
    deserve direct discuss dispute doubt encourage expect face fear hope instruct intend invite may need offer oppose order
    permit plan pledge plot prefer prepare pressure prevent promise propose pursue push question recommend request require seek
    seem should stop suggest support suspect swear tell threaten try urge vow wait want warn wish would"""
)
"""Under them an act is wanted, planned, alleged or disputed: it need not have taken place."""
UNREAL_NOUNS: Final = words(
    """allegation attempt bid call campaign chance demand effort fear intention need offer option plan pledge possibility promise
    proposal prospect push request risk rumor speculation threat vow warning"""
)
"""The same for nouns."""
REFUSING_VERBS: Final = words("decline fail neglect refuse")
"""Under them an act does not take place: refused to sign."""

SPEECH_FORMS: Final = words(
    """said says say asked asks added adds told replied replies answered shouted cried wrote writes tweeted posted wondered
    exclaimed continued insisted joked recalled noted quipped demanded declared announced yelled screamed whispered responded
    explained argued warned stated dijo preguntó añadió afirmó sagte fragte rief demanda répondu"""
)
"""Forms, in English, Spanish, German and French, that may follow a closed quotation and its speaker."""
PROSE_FORMS: Final = ("said", "says", "told", "tells", "asked", "added", "according to", "wrote", "reported that")
"""Forms that show that a line reports speech, and so belongs to a story."""

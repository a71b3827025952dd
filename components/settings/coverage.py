"""From which share on articles are one account, a passage is somebody's words, an article is a stranger to the story."""

from __future__ import annotations

from typing import Final

MAX_ANTECEDENTS_SHOWN: Final = 2
"""Words of a label beside which it is said in brackets whom they mean (1 to 4): with more the label reads as ours."""
QUOTED_LABEL_SHARE: Final = 0.9
"""Share of a label's letters (0 to 1) from which it is nothing but somebody's words, and who speaks is said before it: the marks
are not in it."""
MANY_NAMES: Final = 3
"""Names in a label (1 to 10) from which more add nothing to the weight of a fact."""
FULL_LABEL_WORDS: Final = 28
"""Words of a label (10 to 60) from which more add nothing to the weight of a fact: a long sentence of a newspaper."""
SHORT_LABEL_WORDS: Final = 8
"""Words below which a label hardly tells a fact (3 to 12): "Thank you", "2016"."""
ATTRIBUTED_SHARE: Final = 0.5
"""A passage is attributed if more than this share of its letters, 0 to 1, lies in what somebody is said to say: most of it."""
STRANGER_SHARE: Final = 0.1
"""An article with no larger share of its sentences, 0 to 1, linked to any other may be about something else. Two articles on one
story share 40 to 80 %; two on different stories hardly ever more than one sentence."""
RUN_WORDS: Final = 8
"""Words in a row that count as a run. Names, titles and stock phrases are shorter: among 144 pairs of articles that three outlets
wrote on their own no more than 14 % of the words of one stand in such runs of the other, 9 % in the next."""
ACCOUNT_SHARE: Final = 0.5
"""Share of an article's words, 0 to 1, that makes it one account with the article they also stand in: most of it."""
SAME_AGENCY_SHARE: Final = 0.25
"""The share that is enough where both name the same agency as the origin of what they print. Of 437 pairs of pages on one event
13 share most of their words and 23 this much; what outlets wrote on their own stays clearly below."""
LEAST_SHARED_WORDS: Final = 3 * RUN_WORDS
"""Words in common below which a share says nothing: all of a text of two lines may stand in another by chance."""
REFRAIN: Final = 20
"""Places of one run that are looked at: an article in which it stands more often repeats itself, and no more is to be found."""
NAME_STEM_LETTERS: Final = 4
"""Letters (3 to 6) from which a name may begin a word of a label that is made of it, as "Oslo" begins "Osloers": shorter ones
begin words that have nothing to do with them."""

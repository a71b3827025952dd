"""From facts to who states them: presence of each fact in each article, and the measures drawn from it.

presence.py       whether an article states a fact or a statement
conflicts.py      articles that tell a fact, and otherwise
antecedents.py    whom the pronouns of a label mean
weight.py         how much a fact matters to its story
added_details.py  figures, dates, names and quotations that an article's passages add to a label
measures.py       counts, prominence, the status of a sentence
text_reuse.py     articles that share copy word for word
speakers.py       whose voices an article carries; in whose voice it states a fact
warnings.py       what a reader must know first
"""

from .added_details import added_details, with_added_details
from .antecedents import with_antecedents
from .conflicts import with_conflicts
from .measures import Counts, count_facts, prominence, sentence_status
from .presence import PresenceInputs, presence_of_statement, probability_of_claim, with_presence
from .speakers import Voice, voice_by_article, voices_in
from .text_reuse import SharedText, independent_accounts, shared_texts
from .warnings import warnings_for
from .weight import weight_features, with_weight

__all__ = [
    "Counts",
    "PresenceInputs",
    "SharedText",
    "Voice",
    "added_details",
    "count_facts",
    "independent_accounts",
    "presence_of_statement",
    "probability_of_claim",
    "prominence",
    "sentence_status",
    "shared_texts",
    "voice_by_article",
    "voices_in",
    "warnings_for",
    "weight_features",
    "with_added_details",
    "with_antecedents",
    "with_conflicts",
    "with_presence",
    "with_weight",
]

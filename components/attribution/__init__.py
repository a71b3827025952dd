"""Who says what in an article.

cues.py         verbs, nouns and phrases that report speech, with speaker and content
cue_linking.py  the cue of each quotation
mentions.py     names with their titles
coreference.py  which person a name, a pronoun or an office means
attribute.py    the attributions of an article
"""

from .attribute import attribute
from .coreference import CoreferenceResolver, coreference_of

__all__ = ["CoreferenceResolver", "attribute", "coreference_of"]

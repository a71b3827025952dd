"""Who says what, and in which words an article says so.

cues.py         verbs and phrases that tell of speech, with their speakers and what is said
cue_linking.py  the cue that each quotation belongs to
mentions.py     noun phrases that may name a speaker
coreference.py  which person a name, a pronoun or an office means
attribute.py    the attributions of an article
"""

from .attribute import attribute

__all__ = ["attribute"]

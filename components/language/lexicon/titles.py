"""Titles and offices of persons, whole and short, and what stands behind a name. Without full stops, in small letters."""

from __future__ import annotations

from typing import Final

from . import words

_SHORT: Final = words("adm capt col cpl dr gen gov lt maj mr mrs ms prof rep reps rev sen sens sgt")
_SHORT_RANKS: Final = words("cmdr det govs pvt")
_SHORT_HONOURS: Final = words("fr hon mx")
_WHOLE: Final = words(
    """actor actress admiral ambassador archbishop attorney bishop captain cardinal chair chairman chairwoman chancellor chief
    coach colonel commander commissioner congressman congresswoman corporal councilman councilwoman dame deputy detective director
    father former general governor imam inspector judge justice king lady leader lieutenant lord major mayor minister miss officer
    pope premier president prime prince princess private professor queen rabbi representative reverend secretary senator sergeant
    sheriff singer sir sister speaker spokesman spokeswoman superintendent vice"""
)

SHORT_TITLES: Final = (
    _SHORT
    | _SHORT_RANKS
    | _SHORT_HONOURS
    | words(
        """ald amb arq assoc asst atty brig cdr cllr cmd cong dir dott drs dña fra frau ft gnr hr ing insp lic messrs mgr mlle mme
        mmes msgr mt pres pte rt sec sig sigra spc sr sra srs srta st ste supt treas ven vice-adm"""
    )
)
"""Followed by a name, in English, Spanish, French, German and Italian. "St." and "Mt." stand before a name too."""
AMBIGUOUS_SHORT_TITLES: Final = words("st sr mt ft sec ste")
"""Those of them that stand at the end of a name as well: "on 5th St. The ..."."""
TITLES: Final = _SHORT | _SHORT_RANKS | words("president sir")
"""What never belongs to a name that it stands before."""
OFFICES: Final = TITLES | _WHOLE | words("agent alderman assemblyman co-chairman co-chairwoman delegate ex saint whip")
"""What may stand before the name of a person without being part of it."""
SHARED_OFFICES: Final = words("former ex general vice prime attorney chief major private chair miss")
"""Offices whose words stand before other things than persons too."""
SPEAKERS_TITLES: Final = (
    _SHORT
    | _SHORT_HONOURS
    | _WHOLE
    | words(
        """assistant author candidate constable councillor democrat democratic dep duchess duke gop honorable house majority
        minority mp nominee pastor press prosecutor republican senate senators sheikh spokesperson then-president treasurer
        undersecretary us"""
    )
)
"""What stands before a speaker's name, with parties and chambers; up to the last of these nothing is part of the name."""
SUFFIXES: Final = words("jr sr ii iii iv")
"""What stands behind a person's name and belongs to it: the son is not the father."""

_LONG_FORMS: Final = dict(
    pair.split(":")
    for pair in """sen:senator rep:representative gov:governor dr:doctor congressman:representative congresswoman:representative
    prof:professor gen:general sgt:sergeant capt:captain col:colonel adm:admiral rev:reverend mp:lawmaker pres:president
    mr:mister""".split()
)
SPOKEN_TITLES: Final = {short: _LONG_FORMS[short] for short in "sen rep gov pres mr dr".split()}
"""Short titles that a house style writes out inside quotations -> as they are spoken."""
LATER_OFFICES: Final = {short: word for short, word in _LONG_FORMS.items() if short not in ("pres", "mr")}
"""Titles and the word that a later sentence uses: "Sen. Lee ... the senator"; both words of a pair count as one."""


def plain(word: str) -> str:
    """Return a word without capitals and full stops: "Sen." is "sen"."""
    return word.lower().replace(".", "")

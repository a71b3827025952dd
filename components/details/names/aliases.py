"""Forms of a name: full, short, with a title, initials, accents, acronyms, suffixes. Are two of them forms of one name?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from ...language.tokenize import form

TITLES: Final = frozenset(
    "mr mrs ms dr sir rev sen sens gov govs rep reps gen col maj capt lt sgt cpl pvt adm cmdr det prof president".split()
)
"""What never belongs to a name that it stands before, in the form that words are compared in."""
OFFICES: Final = TITLES | frozenset(
    "dame lord lady king queen prince princess pope saint reverend father sister bishop archbishop cardinal imam rabbi "
    "vice premier prime minister chancellor secretary senator governor representative congressman congresswoman "
    "councilman councilwoman assemblyman delegate speaker mayor alderman ambassador attorney general judge justice "
    "sheriff chief commissioner chairman "
    "chairwoman chair director professor colonel major captain lieutenant sergeant corporal private admiral commander officer "
    "detective inspector superintendent agent deputy leader whip spokesman spokeswoman coach miss former ex co-chairman "
    "co-chairwoman actor actress singer".split()
)
"""What may stand before the name of a person without being part of it."""
SUFFIXES: Final = frozenset("jr sr ii iii iv".split())
"""What may stand after a person's name and tells a child from a parent."""
_GENERATIONS: Final = ({"jr", "sr"}, {"jr", ""}, {"sr", ""})
"""Suffixes of two persons: a name with one of them is not the name without it."""
NICKNAMES: Final = tuple(
    frozenset(names.split())
    for names in (
        "william bill will billy", "robert bob rob bobby", "richard dick rick rich", "james jim jimmy", "joseph joe joey",
        "michael mike mick", "thomas tom tommy", "edward ed ted eddie", "theodore ted theo", "charles charlie chuck",
        "john jack johnny jon", "jonathan jon", "anthony tony", "christopher chris", "christine chris", "daniel dan danny",
        "david dave", "donald don donny", "elizabeth liz beth betsy", "katherine kate kathy katie", "margaret meg peggy maggie",
        "patricia pat patty", "patrick pat", "stephen steve", "steven steve", "timothy tim", "kenneth ken", "lawrence larry",
        "matthew matt", "gregory greg", "jeffrey jeff", "samuel sam", "benjamin ben", "alexander alex", "andrew andy drew",
        "nicholas nick", "ronald ron", "gerald gerry jerry", "deborah debbie deb", "susan sue", "rebecca becky", "mitchell mitch",
        "frederick fred", "francis frank", "philip phil", "peter pete", "leonard len leo", "raymond ray", "albert al",
        "abigail abby", "jennifer jen jenny", "barbara barb", "vincent vince", "walter walt", "judith judy",
    )
)  # fmt: skip
"""English first names with their everyday forms."""
STATES: Final = {
    short: name
    for name, shorts in (
        pair.split(":")
        for pair in (
            "alabama:ala al|alaska:ak|arizona:ariz az|arkansas:ark ar|california:calif cal ca|colorado:colo co|"
            "connecticut:conn ct|delaware:del de|florida:fla fl|georgia:ga|hawaii:hi|"
            "idaho:id|illinois:ill il|indiana:ind in|iowa:ia|kansas:kan ks|"
            "kentucky:ky|louisiana:la|maine:me|maryland:md|massachusetts:mass ma|michigan:mich mi|minnesota:minn mn|"
            "mississippi:miss ms|missouri:mo|montana:mont mt|nebraska:neb ne|nevada:nev nv|new hampshire:nh|new jersey:nj|"
            "new mexico:nm|new york:ny|north carolina:nc|north dakota:nd|ohio:oh|oklahoma:okla ok|oregon:ore or|"
            "pennsylvania:pa penn|rhode island:ri|south carolina:sc|south dakota:sd|tennessee:tenn tn|texas:tex tx|utah:ut|"
            "vermont:vt|virginia:va|washington state:wash wa|west virginia:wva wv|wisconsin:wis wi|wyoming:wyo wy"
        ).split("|")
    )
    for short in (name, *shorts.split())
}
"""States of the United States, with the abbreviations of news style and of the post -> the name."""
COUNTRIES: Final = frozenset(
    "afghanistan|albania|algeria|angola|argentina|armenia|australia|austria|azerbaijan|bahrain|bangladesh|belarus|belgium|benin|"
    "bolivia|bosnia|botswana|brazil|bulgaria|burkina faso|burundi|cambodia|cameroon|canada|chad|chile|china|colombia|congo|"
    "costa rica|croatia|cuba|cyprus|czech republic|denmark|dominican republic|ecuador|egypt|el salvador|eritrea|estonia|ethiopia|"
    "finland|france|gabon|gambia|germany|ghana|greece|guatemala|guinea|haiti|honduras|hungary|iceland|india|indonesia|iran|iraq|"
    "ireland|israel|italy|ivory coast|jamaica|japan|jordan|kazakhstan|kenya|kosovo|kuwait|kyrgyzstan|laos|latvia|lebanon|liberia|"
    "libya|lithuania|luxembourg|macedonia|madagascar|malawi|malaysia|mali|malta|mauritania|mexico|moldova|mongolia|montenegro|"
    "morocco|mozambique|myanmar|namibia|nepal|netherlands|new zealand|nicaragua|niger|nigeria|north korea|norway|oman|pakistan|"
    "panama|papua new guinea|paraguay|peru|philippines|poland|portugal|qatar|romania|russia|rwanda|saudi arabia|senegal|serbia|"
    "sierra leone|singapore|slovakia|slovenia|somalia|south africa|south korea|south sudan|spain|sri lanka|sudan|sweden|"
    "switzerland|syria|taiwan|tajikistan|tanzania|thailand|togo|tunisia|turkey|turkmenistan|uganda|ukraine|united arab emirates|"
    "united kingdom|united states|uruguay|uzbekistan|venezuela|vietnam|yemen|zambia|zimbabwe|"
    "england|scotland|wales|northern ireland|korea|us|usa|america|uk|britain|great britain|uae|drc|palestine|"
    "africa|asia|europe|middle east|latin america|north america|south america|central america|gaza|west bank|crimea".split("|")
)
"""Countries and what holds several of them: a city in one is no contradiction to it."""
_SAME: Final = tuple(
    frozenset(names.split("|")) for names in ("us|usa|america|united states", "uk|britain|great britain|united kingdom")
)
"""Short and long names of countries."""
_WORDS: Final = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
_SMALL: Final = frozenset("the a an of and for in on at to de la le du der von van den al el bin".split())
PARTICLE: Final = re.compile(r"\b[AaEe]l[- ](?=\w)|\b(?:[Bb]in|[Ii]bn|[Aa]bu) ")
"""Parts of names that are written in Latin letters in more than one way."""
_FREE: Final = re.compile(r"[aeiouy'’]|h$")
_TWICE: Final = re.compile(r"(.)\1")
_AMERICAN: Final = {"our": "or", "ence": "ense", "tre": "ter"}
_BRITISH: Final = re.compile(r"(?<=\w\w)(?:our|ence|tre)$")
LONG: Final = 4
"""Letters: shorter words that differ in a letter are two words, not two spellings."""
TWO_SLIPS: Final = 7
"""Letters: beside other words that are the same, a word of this length may differ in two letters and still be one word."""


@lru_cache(maxsize=65_536)
def name_words(text: str) -> tuple[str, ...]:
    """The words of a name as they are compared, without titles before it and suffixes after it."""
    found = [form(word) for word in _WORDS.findall(text)]
    found = [word for word in found if word != "the"]
    while len(found) > 1 and found[0] in TITLES:
        found = found[1:]
    while len(found) > 1 and found[-1] in SUFFIXES:
        found = found[:-1]
    return tuple(found)


@lru_cache(maxsize=65_536)
def suffix(text: str) -> str:
    """The suffix of a person's name ("jr", "iii") or nothing."""
    found = _WORDS.findall(text)
    return form(found[-1]) if len(found) > 1 and form(found[-1]) in SUFFIXES else ""


def same_name(left: str, right: str) -> bool:
    """Whether two texts can be forms of one name. In doubt they are: "Moore" may be any Moore."""
    one, two = name_words(left), name_words(right)
    if not one or not two:
        return left == right
    if {suffix(left), suffix(right)} in _GENERATIONS and len(one) == len(two):
        return False
    if "".join(one).removesuffix("s") == "".join(two).removesuffix("s"):  # a possessive without its apostrophe
        return True
    if _sounds(left, one) == _sounds(right, two):
        return True
    short, long = sorted((one, two), key=len)
    if _inside(short, long) or _acronym(short, long) or _state(short, long):
        return True
    return len(short) > 1 and short[-1] == long[-1] and _first_names(short[0], long[0])


def _sounds(text: str, found: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name where houses spell in their own way: Labour and Labor; al-Tarifa and Al Tarifah."""
    if PARTICLE.search(text):
        found = tuple(_FREE.sub("", word).replace("q", "k").replace("kh", "k") for word in found if word not in _SMALL)
        return tuple(_TWICE.sub(r"\1", word) for word in found)
    return tuple(_BRITISH.sub(lambda at: _AMERICAN[at[0]], word) for word in found)


def spelling(left: str, right: str) -> bool:
    """Whether two names differ only in how one of their words is spelled: "Vincenz Holt", "Vicenz Holt"."""
    one, two = ([word for word in name_words(text) if word not in _SMALL] for text in (left, right))
    odd = [pair for pair in zip(one, two, strict=False) if pair[0] != pair[1]]
    return len(one) == len(two) and len(odd) == 1 and not same_name(left, right) and _slip(*odd[0], alone=len(one) == 1)


def _slip(one: str, two: str, *, alone: bool) -> bool:
    from rapidfuzz.distance import OSA

    short, long = sorted((one, two), key=len)
    if len(short) < LONG or any(c.isdigit() for c in one + two) or one[0] != two[0]:
        return False
    if any(one in group and two in group for group in NICKNAMES):
        return False
    if long.startswith(short):  # Fallon, Fallons and Lamor, Lamori are no slips
        return long[len(short) :] in ("e", "h")
    slips = 2 if len(short) >= TWO_SLIPS and not alone else 1
    return OSA.distance(one, two, score_cutoff=slips) <= slips


def _inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    words = [word for word in short if word not in _SMALL]
    return bool(words) and all(word in long for word in words)


def _acronym(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    letters = "".join(short)
    if len(short) != 1 or min(len(letters), len(long)) == 1:
        return False
    return letters in ("".join(word[0] for word in long), "".join(word[0] for word in long if word not in _SMALL))


def level(text: str) -> Literal["country", "state", "within"]:
    """Which places a place can be set against: those that are no part of it."""
    place = " ".join(name_words(text))
    return "country" if place in COUNTRIES else "state" if place in STATES else "within"


def _state(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    one, two = " ".join(short), " ".join(long)
    return STATES.get(one, one) == STATES.get(two, two) or any(one in group and two in group for group in _SAME)


def _first_names(one: str, two: str) -> bool:
    if one[0] == two[0] and 1 in (len(one), len(two)):
        return True
    return any(one in group and two in group for group in NICKNAMES)

"""Countries and states, by which a place is told from what holds it, with their short forms, and short forms in addresses."""

from __future__ import annotations

from typing import Final

from . import words

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
_TWO_LETTERS: Final = words("ga ky la md mo pa va vt")
STYLED_STATES: Final = frozenset(
    short.capitalize() for short, name in STATES.items() if short != name and (len(short) > 2 or short in _TWO_LETTERS)
) - {"Cal", "Wva"}
"""States as news style shortens them, with a capital."""
STYLED_PROVINCES: Final = words("Alta Ont Que Sask")
"""The same of Canada."""
STREETS: Final = words("Ave Blvd Rd Hwy Pkwy Bldg Av Avda")
"""Short forms in addresses."""
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
COUNTRY_NAMES: Final = tuple(
    frozenset(names.split("|")) for names in ("us|usa|america|united states", "uk|britain|great britain|united kingdom")
)
"""Short and long names of countries."""

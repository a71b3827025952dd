"""Words whose full stop need not end a sentence, by what may follow them; and words that begin one."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES: Final = _words(
    "cong mr mrs ms mx messrs mmes dr drs prof sen sens rep reps gov govs gen lt col sgt capt cmdr cmd cdr maj pvt cpl adm "
    "brig hon rev fr "
    "pres supt det insp msgr st ste mt ft sr sra srta srs dña mme mmes mlle mgr hr fra frau dott sig sigra ing lic arq dir "
    "pte cllr atty "
    "ald asst assoc vice-adm rt ven amb sec treas spc gnr"
)
"""Followed by a name: they never end a sentence. "St." and "Mt." stand before a name too."""

BEFORE_NUMBER: Final = _words(
    "no nos nr núm num n° nº n p pp pg fig figs art arts sec ch chap vol vols eq par para ziff c ca ver lot rm apt op"
)
"""Followed by a digit: they do not end a sentence there."""

CAPITALISED: Final = _words(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Ene Abr Ago Dic Janv Févr Avr Juil Déc Mon Tue Tues Wed Thu Thur "
    "Thurs Fri Sat Sun "
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ont Ore Pa Penn "
    "Que Sask Tenn "
    "Tex Va Vt Wash Wis Wyo Alta Ave Blvd Rd Hwy Pkwy Bldg Dept Univ Assn Assoc Inc Corp Co Cos Ltd Plc Bros Jr Sr Esq "
    "Gov't Nat'l Int'l "
    "Cía Av Avda Env Prov Depto Abs Bd Inh Nr"
)
"""Months, days, states, streets, company forms, bodies: they end a sentence only before a word that begins one."""

COMMON: Final = _words(
    "inc corp co cos ltd llc plc etc al approx est min max misc pct tel ext oz lb lbs km cm mm hr hrs mins yr yrs mph sq "
    "dept incl excl "
    "repr bzw usw ggf inkl evtl vgl sog mio mrd geb gest uds vds cía pág págs tél jan feb mar apr jun jul aug sept oct nov "
    "dec ene abr dic "
    "janv févr avr juil déc"
)
"""The same, for words that are written small as well."""

NEVER: Final = _words("vs v e.g i.e eg ie viz cf aka a.k.a z.b d.h u.a o.ä i.d.r p.ej c-à-d")
"""They need what follows them."""

STARTERS: Final = _words(
    "A After All Also Although Among An And Another Any Are As At Authorities Because Before Being Both But By Can Could "
    "Despite Did Do "
    "Does During Each Earlier Eight Either Even Every Few Five Following For Four From Had Has Have He Her Here His How "
    "However I If In "
    "Instead Is It Its Just Last Later Let Like Many Maybe Meanwhile More Most Much My Neither Nine No Nobody None Nor Not "
    "Nothing Now Of "
    "Officials On Once One Only Or Other Others Our Over People Perhaps Please Police Seven Several She Should Since Six "
    "So Some Still "
    "Such Ten Than That The Their Then There These They This Those Though Three Through Thus To Today Two Under Until We "
    "Were What When "
    "Where Whether Which While Who Whoever Why Will With Without Would Yes Yesterday Yet You Your "
    "El La Los Las Lo Un Una Unos Según Pero Esta Este Ese Esa Ella Ellos Tras También Por Para Con Sin Cuando Como Desde "
    "Hasta Le Les Il "
    "Elle Ils Elles Ce Cette Ces Dans Mais Selon Après Avec Pour Nous Vous Der Die Das Ein Eine Er Sie Es Wir Ihr Und Aber "
    "Doch Nach Seit "
    "Auch Bei Mit Von Zu Zum Zur Im Am Wenn"
)
"""Capitalised words that open a sentence more often than they belong to a name."""

SPEECH: Final = _words(
    "said says say asked asks added adds told replied replies answered shouted cried wrote writes tweeted posted wondered "
    "exclaimed "
    "continued insisted joked recalled noted quipped demanded declared announced yelled screamed whispered responded "
    "explained argued "
    "warned stated dijo preguntó añadió afirmó sagte fragte rief demanda répondu"
)
"""Verbs that may follow a closed quotation and its speaker."""

GERMAN_MONTHS: Final = _words("Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember")
"""After an ordinal ("am 3. Januar") they belong to it."""

"""Words of English grammar: pronouns, negations, modals, verbs that say little, and the words that stand in any sentence."""

from __future__ import annotations

from typing import Final

from . import words

HE_SHE: Final = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
"""Pronouns of one person -> whom they stand for."""
PRONOUNS: Final = frozenset(HE_SHE) | words(
    "they them their it its i me my we us our you your this that these those who whom whose which what"
)
"""What names nobody by itself."""
PERSON_PRONOUNS: Final = words("he him she her they them who whom")
"""Those that stand for persons."""
OWNERS: Final = words("his her their its")
POINTING_WORDS: Final = words("he she it they we i you this that these those his her their its there who what where when why how")
"""Words that point at a sentence before."""
SELVES: Final = words("I we We us our my you You")
"""By these a sentence speaks as a person does."""
UNREPORTED: Final = words("i we you nobody none")
"""No speech of others is reported with these: the article itself speaks, or somebody quoted, or nobody."""
ANYBODY: Final = words("another one others many some both several")
"""Words that stand for somebody without a name."""
UNCERTAIN: Final = words("no any every each another")
"""Before an office they show that nobody certain is meant."""

NEGATIONS: Final = words("never no nobody none neither nothing")
MODALS: Final = words("can could may might must shall should will would 'll 'd wo ca ought")
CONDITIONS: Final = words("if unless whether")
DEPENDING: Final = words("if unless whether lest than so that")
"""What they open is no fact of its own: a condition, a comparison, a purpose."""

BARE_VERBS: Final = words("do have make")
"""They say nothing without their object; all sets of light verbs have them."""
COUNTING_VERBS: Final = BARE_VERBS | words("be say take get include tell give go come")
"""They tell nothing about a number that they govern."""
SUPPORT_VERBS: Final = BARE_VERBS | words("give issue hold release deliver take offer conduct be occur happen come begin start")
"""They say little by themselves: the event is their object, or their subject."""
VAGUE_VERBS: Final = BARE_VERBS | words("get go know say seem take tell think want")
"""They say too little to be affirmed or denied."""

WHERE: Final = words("in at near outside from to into toward towards for around of")
"""Prepositions before a place."""
DATED_PREPOSITIONS: Final = words("in at during on with to from by into against")
"""Prepositions through which a date passes from their noun to the verb."""
GIVEN: Final = words("after amid by despite following since with")
"""Prepositions that take what follows for a fact: tried to please them with two arrests."""
BESIDE: Final = words("after before since while despite when")
"""Before a participle they open a fact beside the other; "by going" and "for going" belong to what they explain."""
ABOUT: Final = words("against for of on")
"""Prepositions that lead from a noun for an act to what the act concerns; a parser may hang them on a word between."""

AGAIN: Final = words("again another second third also once previously earlier later already subsequent previous first latest")
"""Words that tell one such event from others like it."""
ORDER: Final = words("again second third first latest")
"""Those of them that tell which one it is: two sentences with the same of them can mean one event."""

NAME_PARTICLES: Final = words("the a an of and for in on at to de la le du der von van den al el bin")
"""Words inside names by which names are not told apart."""

UNSEARCHED: Final = words(
    "a an the of and or in on at to for by from with as is are was were be been it its he she they his her their this that"
)
"""Words that stand everywhere: not looked for, unless there are no others."""
_FREQUENT: Final = words(
    """about also because been being both could down each even ever every from have here into just like make many more most much
    must only other over said same says should some such than that their them then there these they this those very were what when
    where which will with would your"""
)
"""Longer words that tell little wherever they stand."""
UNTELLING: Final = _FREQUENT | words(
    "after against among before between during less made since through told under until upon while whom whose"
)
"""Longer words that a reader learns nothing from seeing named."""
COMMON_IN_QUOTATIONS: Final = (
    _FREQUENT
    | UNSEARCHED
    | words(
        """1 2 3 again all am any but can did do does done few going got had has having him how if know let lot may me might my
        need never no not now our out own people really say shall so still think thing things too two up us want way we well who
        why you i make go get"""
    )
)
"""Words that two quotations may share without speaking of one thing."""

STARTERS: Final = words(
    """A After All Also Although Among An And Another Any Are As At Authorities Because Before Being Both But By Can Could Despite
    Did Do Does During Each Earlier Eight Either Even Every Few Five Following For Four From Had Has Have He Her Here His How
    However I If In Instead Is It Its Just Last Later Let Like Many Maybe Meanwhile More Most Much My Neither Nine No Nobody None
    Nor Not Nothing Now Of Officials On Once One Only Or Other Others Our Over People Perhaps Please Police Seven Several She
    Should Since Six So Some Still Such Ten Than That The Their Then There These They This Those Though Three Through Thus To
    Today Two Under Until We Were What When Where Whether Which While Who Whoever Why Will With Without Would Yes Yesterday Yet
    You Your El La Los Las Lo Un Una Unos Según Pero Esta Este Ese Esa Ella Ellos Tras También Por Para Con Sin Cuando Como Desde
    Hasta Le Les Il Elle Ils Elles Ce Cette Ces Dans Mais Selon Après Avec Pour Nous Vous Der Die Das Ein Eine Er Sie Es Wir Ihr
    Und Aber Doch Nach Seit Auch Bei Mit Von Zu Zum Zur Im Am Wenn"""
)
"""Words of English, Spanish, French and German that with a capital open a sentence more often than they belong to a name."""

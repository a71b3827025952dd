"""Words that stand before English names (titles, offices) and given names that are borne mostly by women or mostly by men."""

from __future__ import annotations

from typing import Final

TITLES: Final = frozenset(
    """mr mrs ms miss mx dr prof sir dame lord lady rev reverend fr father sister pastor rabbi imam bishop archbishop
    cardinal pope sen senator senators sens rep reps representative congressman congresswoman gov governor lt lieutenant
    president vice prime minister chancellor premier secretary speaker leader mayor judge justice chief attorney general
    prosecutor ambassador sheriff deputy officer sgt sergeant capt captain col colonel maj major gen adm admiral
    commissioner director chairman chairwoman chair councilman councilwoman councillor king queen prince princess duke
    duchess sheikh spokesman spokeswoman spokesperson professor detective inspector constable superintendent coach nominee
    candidate house senate majority minority mp dep former then-president hon honorable commander private cpl corporal
    undersecretary assistant press treasurer author actor actress singer republican democrat democratic gop us""".split()
)
"""Without full stops and capitals. What stands before a name up to the last of these is not part of the name."""
OFFICES: Final = dict(
    pair.split(":")
    for pair in """sen:senator rep:representative gov:governor congressman:representative congresswoman:representative
    prof:professor gen:general sgt:sergeant capt:captain col:colonel adm:admiral dr:doctor rev:reverend mp:lawmaker""".split()
)
"""Short forms and the word that a later sentence uses: "Sen. Lee ... the senator"; both words of a pair count as one."""
MALE: Final = frozenset("mr sir lord king prince duke father husband son brother actor waiter pope".split())
FEMALE: Final = frozenset("mrs ms miss dame lady queen princess duchess sister actress mother wife daughter widow nun".split())
WOMEN: Final = frozenset(
    """mary marta ada patricia jennifer linda elizabeth barbara susan jessica sarah sara karen lisa nancy betty margaret
    sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura
    cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine catherine christine debra
    rachel carolyn janet maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn
    judith megan andrea cheryl hannah jacqueline martha gloria teresa ann anne madison kathryn janice jean alice julia
    judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie
    kayla alexis lori hillary ivanka melania kate kathy katie sue susie jane tina wendy claire ellen eva fiona gina hope
    irene jill joanna josephine lucy lynn maggie molly monica naomi nina paula penny rosa rose ruby sally sheila sonia
    sophie tara tracy valerie vanessa yvonne zoe priya fatima aisha leila elena ingrid chloe caroline celine bridget
    beatrice audrey april allison alison abigail angelina annie loretta kellyanne nikki debbie cathy cindy carly kirsten
    jan kiki meryl lena madeleine oprah beyonce ursula giorgia theresa liz angela marine sanna jacinda nancy tammy elise
    kamala michele""".split()
)
MEN: Final = (
    frozenset(
        """james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald
    steven stephen paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary
    nicholas eric jonathan larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis
    jerry tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy walter christian keith roger
    terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan
    albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip phillip eugene bill bob jim tom
    mike dave dan ben sam tony tim steve chris jeff greg ron don ken matt nick barack bernie mitt ted rand marco mitch
    newt rudy paul luis carlos miguel ahmed mohammed muhammad omar ali hassan ibrahim ivan igor dmitry vladimir sergei
    boris nigel simon neil ian graham stuart oliver harry hugh howard chuck chad brad craig doug ed fred glenn hank jimmy
    johnny karl ken lewis louis marcus martin max neal norman oscar pete phil rick rob rod ross seth stan syed todd trevor
    victor warren will xavier reince corey jared jamal jorge raul fidel francis antonio emmanuel jean-claude narendra elon
    jeb kurt""".split()
    )
    - WOMEN
)


def plain(word: str) -> str:
    """A word without capitals and full stops: "Sen." is "sen"."""
    return word.lower().replace(".", "")


def gender_of(word: str) -> str | None:
    """A woman's ("f") or a man's ("m") word, where a title, noun or given name settles it."""
    low = plain(word)
    if low in FEMALE or low in WOMEN or low.endswith("woman"):
        return "f"
    return "m" if low in MALE or low in MEN or (low.endswith("man") and low not in ("human", "german", "roman")) else None

"""Given names that are borne mostly by women or mostly by men, words that say as much, and everyday forms of given names."""

from __future__ import annotations

from typing import Final

from . import words
from .titles import plain

MALE_WORDS: Final = words("mr sir lord king prince duke father husband son brother actor waiter pope")
FEMALE_WORDS: Final = words("mrs ms miss dame lady queen princess duchess sister actress mother wife daughter widow nun")
WOMEN: Final = words(
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
    kamala michele"""
)
MEN: Final = (
    words(
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
    jeb kurt"""
    )
    - WOMEN
)
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


def gender_of(word: str) -> str | None:
    """Return "f" for a woman's word and "m" for a man's, where a title, noun or given name settles it."""
    low = plain(word)
    if low in FEMALE_WORDS or low in WOMEN or low.endswith("woman"):
        return "f"
    return "m" if low in MALE_WORDS or low in MEN or (low.endswith("man") and low not in ("human", "german", "roman")) else None

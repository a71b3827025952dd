"""What a line is by its place: clocks in lists, doubled headlines, menus around the story, lists of other stories, reader comments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ..lines import Line, bare, ends_like_sentence, is_prose
from .phrases import is_label
from .stamps import byline_of, is_address, is_clock, is_placed_name, is_role, is_ruler, is_timestamp

Labels = list[str | None]
MENU: Final = 3
"""Lines: a run of so many labels is a menu; fewer could be a short story's subheads."""
LISTED: Final = 12
"""Lines: no list of other stories is longer than that without a new heading."""
SECTIONS: Final = frozenset(
    "home news world politics us u.s. uk usa business sport sports opinion culture lifestyle life technology tech science health entertainment travel "
    "local national international economy environment climate video videos live weather arts style food education world-news breaking exclusive analysis "
    "africa americas asia europe mideast latin america latest top stories story headlines menu search money markets finance crime education more latest-news "
    "featured updates update front page section sections edition subscribe and & the".split()
)
PAPER: Final = frozenset(
    "news times herald post gazette tribune journal chronicle mail star observer daily telegraph press courier examiner sentinel bulletin record "
    "globe standard mirror guardian independent register argus echo review dispatch monitor today online".split()
)
CHROME: Final = re.compile(
    r"\W*(?:skip to (?:main )?(?:content|navigation|site index)|skip (?:advertisement|navigation)|(?:main |open |close |toggle )?(?:menu|navigation|nav)|search|home(?:page)?|back to (?:top|home.{0,20})|top of page|"
    r"(?:previous|next|older|newer)(?: (?:article|post|posts|story|stories|page))?|post navigation|view (?:all|more|comments)|see (?:all|more)|(?:load|show|view) (?:more|less).{0,20}|"
    r"about(?: us)?|contact(?: us)?|privacy(?: policy| notice| center)?|terms(?: of (?:use|service)| (?:and|&) conditions)?|accessibility(?: help| statement)?|careers|advertise(?: with us)?|site ?map|help(?: cent(?:re|er))?|"
    r"do not (?:sell|share).{0,60}|your (?:privacy|ad) choices|corrections?|licen[cs]ing|reprints|e-?paper|archives?|editions?|subscribe|newsletters|report (?:an? (?:error|typo|correction)).{0,40}|"
    r"more from .{2,40}|(?:back|return) to .{2,30}|disclaimer|imprint|impressum|datenschutz|inicio|accueil|startseite|you are here:?.{0,80}|go to .{2,30}|close|expand|read full (?:story|article)|about the author|"
    r"why you can trust .{2,40}|purchase licensing rights.{0,20}|acquire licensing rights.{0,10}|suggested topics:?|browse by.{0,30}|explore more on these topics|reuse this content|show caption)\W*", re.IGNORECASE
)
CRUMBS: Final = re.compile(r"(?:[\w&.' -]{1,40} ?(?:[>»›→|•·/]|::) ?){1,9}[\w&.' -]{1,60}")
STRONG_CRUMBS: Final = re.compile(r"[>»›→|•·/]|::")
READ_MORE: Final = re.compile(
    r"\W*(?:(?:read|see|watch|listen|also read|read also|read next|up next|related|more|must read|don['’]t miss|recommended|in (?:case you missed it|pictures|depth)|watch now|watch live|explainer|go deeper|lee también|leer más|lesen sie auch|"
    r"à lire(?: aussi)?|related (?:article|story|stories|coverage|link|links|content)|see also|listen to|read more|more (?:on this|from)|related reading|further reading|podcast|video|gallery|photos|live updates|what to know)"
    r"\s?[:|»>›→–—]\s?\S.{0,250}|(?:READ|WATCH|LISTEN|MORE|RELATED|SEE|ALSO READ|READ MORE|READ ALSO|SEE ALSO|READ NEXT)\b [^.!?]{4,200}|"
    r"(?:read|see|view|find out|learn) more(?: (?:on|about|from|here|stories|at|of (?:our|this))\b[^.!?]{0,120})?|click here.{0,60}|read (?:the )?(?:full|whole|original|complete) (?:story|article|report|interview)(?: here)?.{0,40})\W*"
)
LIST_HEAD: Final = re.compile(
    r"\W*(?:related(?: (?:articles?|stories|story|news|posts?|content|topics|links?|coverage|reading|internet links))?|more on this(?: story)?|more (?:stories|news|headlines|coverage)(?: (?:like this|from .{2,30}))?|"
    r"(?:most|more) (?:read|popular|viewed|commented|shared|watched)(?: (?:stories|articles|news|in .{2,30}))?|top stor(?:y|ies)|trending(?: (?:now|stories|news|topics))?|popular(?: (?:posts?|stories|now))?|"
    r"latest(?: (?:news|stories|headlines|posts?|updates))?|recent (?:posts?|stories|articles|comments)|editor['’]?s['’]? (?:picks?|choice)|recommended(?: (?:for you|stories|reading))?|you (?:may|might) (?:also )?(?:like|enjoy|be interested in).{0,20}|"
    r"up next|read next|what to read next|in other news|don['’]t miss|must reads?|also (?:read|in the news|on .{2,30})|elsewhere on .{2,40}|from (?:around )?the web|around the web|see also|read (?:more|also)|featured(?: stories)?|"
    r"keep reading|continue exploring|more from (?:this section|.{2,40})|noticias relacionadas|artículos relacionados|mehr zum thema|auch interessant|lo más leído|les plus lus|sur le même sujet|blog archive|promoted stories)\W*", re.IGNORECASE
)
TAGS: Final = re.compile(r"\W*(?:tags?|topics?|labels?|filed (?:under|in)|categories|category|posted in|tagged(?: (?:with|in|as))?|keywords|sections?|related topics|more about|subjects?|etiquetas|schlagwörter|mots-clés)\s?[:|–—]\s?[^.!?]{1,300}", re.IGNORECASE)
TAG_HEAD: Final = re.compile(r"\W*(?:tags?|topics|labels|filed under|categories|tagged|keywords|related topics|explore more on these topics|etiquetas)\W*", re.IGNORECASE)
HASHTAGS: Final = re.compile(r"(?:#\w+[\s,]*){1,30}")
COMMENTS: Final = re.compile(
    r"\W*(?:(?:\d+|no|view(?: all)?(?: \d+)?|show(?: \d+)?|read|join the|leave an?|post an?|add an?|write an?|see all|be the first to) (?:comments?|responses?|repl(?:y|ies)|conversation|discussion)(?: (?:on|to) .{1,200}| yet)?|comments?(?: \(?\d+\)?)?|"
    r"comments? (?:are )?(?:closed|off|disabled).{0,60}|join the (?:conversation|discussion).{0,60}|(?:\d+ )?comentarios?|(?:\d+ )?kommentare|what do you think\??.{0,60}|have your say.{0,40}|cancel reply|save my name, email.{0,100}|required fields are marked.{0,10}|"
    r"your email address will not be published.{0,60}|most recent|sort by.{0,20}|reply|report abuse)\W*", re.IGNORECASE
)


def place_rule(text: str) -> str | None:
    """Rules of this room that need the line alone."""
    if len(text) > 320:
        return None
    for rule, pattern in (("navigation", CHROME), ("comments", COMMENTS), ("tags", TAGS), ("tags", TAG_HEAD), ("tags", HASHTAGS)):
        if pattern.fullmatch(text):
            return rule
    if READ_MORE.fullmatch(text):
        return "read more"
    return "related stories" if LIST_HEAD.fullmatch(text) else None


def label_clocks(lines: Sequence[Line], labels: Labels) -> None:
    """Clock and date lines with the rulers between them; rulers that stand alone."""
    for number, line in enumerate(lines):
        if labels[number] is None and is_ruler(line.text):
            near = [lines[n].text for n in (number - 1, number + 1) if 0 <= n < len(lines)]
            labels[number] = "clock list" if any(is_clock(text) or is_timestamp(text) for text in near) else "separator"
        elif is_clock(line.text):
            labels[number] = "clock list"
        elif is_timestamp(line.text):
            labels[number] = "timestamp"


def label_lists(lines: Sequence[Line], labels: Labels) -> None:
    """Lines that a heading like "Most read" or "Related stories" introduces: unpunctuated, until a sentence or another heading."""
    number = 0
    while number < len(lines):
        if labels[number] == "related stories":
            stop = number + 1
            while stop < len(lines) and stop - number <= LISTED and _could_be_listed(lines[stop], labels[stop]):
                labels[stop] = labels[stop] or "related stories"
                stop += 1
            number = stop
        else:
            number += 1


def _could_be_listed(line: Line, label: str | None) -> bool:
    return label in ("timestamp", "clock list") or (label is None and len(line.words) <= 18 and not ends_like_sentence(line.text))


def label_head(lines: Sequence[Line], labels: Labels, headline: int | None) -> None:
    """Menus and section names before the headline; bylines after it."""
    story = story_starts(lines, labels)
    head = headline if headline is not None else story
    _label_menu(lines, labels, 0, head)
    for number in range(head):
        if labels[number] is None and is_section(lines[number].text):
            labels[number] = "section name"
    last = last_prose(lines, labels)
    for number, line in enumerate(lines):
        if number == headline or labels[number] is not None or story < number <= last:
            continue
        after_byline = number > 0 and labels[number - 1] == "byline"
        if byline_of(line.text) or is_address(line.text) or _is_bare_byline(lines, labels, number, story) or is_role(line.text, alone=after_byline):
            labels[number] = "byline"


def _is_bare_byline(lines: Sequence[Line], labels: Labels, number: int, story: int) -> bool:
    """Names alone, after the headline and beside a date or a role."""
    if not 0 < number < story or not is_placed_name(lines[number].text):
        return False
    beside = lines[number + 1].text if number + 1 < len(lines) else ""
    return (number + 1 < len(labels) and labels[number + 1] in ("timestamp", "clock list")) or is_role(beside, alone=True) or is_address(beside)


def is_section(text: str) -> bool:
    words = text.lower().split()
    return len(words) <= 5 and all(word.strip(",|/:•-") in SECTIONS or not word.strip(",|/:•-") for word in words)


def is_paper(text: str) -> bool:
    """Whether a line could be the name of an outlet: capitals, a newspaper's last word."""
    words = text.split()
    capitals = all(word[0].isupper() or word in ("of", "the", "and", "&") for word in words)
    return 2 <= len(words) <= 5 and capitals and words[-1].lower() in PAPER and not is_section(text)


def _label_menu(lines: Sequence[Line], labels: Labels, start: int, stop: int) -> None:
    """Runs of labels between two lines are a menu."""
    run: list[int] = []
    for number in range(start, stop + 1):
        if number < stop and (labels[number] in ("navigation", "section name") or (labels[number] is None and is_label(lines[number].text))):
            run.append(number)
            continue
        if len(run) >= MENU:
            for item in run:
                labels[item] = labels[item] or "navigation"
        run = []


def label_tail(lines: Sequence[Line], labels: Labels) -> None:
    """Menus after the last sentence of the story; breadcrumbs anywhere outside it."""
    last = last_prose(lines, labels)
    _label_menu(lines, labels, last + 1, len(lines))
    story = story_starts(lines, labels)
    for number, line in enumerate(lines):
        if labels[number] is None and not story <= number <= last and len(line.text) <= 300 and _is_crumbs(line.text):
            labels[number] = "navigation"


def _is_crumbs(text: str) -> bool:
    marks = STRONG_CRUMBS.findall(text)
    if not marks or ends_like_sentence(text) or not CRUMBS.fullmatch(text):
        return False
    parts = [part.strip() for part in STRONG_CRUMBS.split(text)]
    return (parts[0].lower() in SECTIONS or len(marks) >= 2) and all(len(part.split()) <= 4 for part in parts[:-1])


def story_starts(lines: Sequence[Line], labels: Labels) -> int:
    """The first line that reads like a sentence of the story (the number of lines if there is none)."""
    return next((n for n, line in enumerate(lines) if labels[n] is None and is_prose(line.text)), len(lines))


def last_prose(lines: Sequence[Line], labels: Labels) -> int:
    """The last such line, or -1."""
    return next((n for n in range(len(lines) - 1, -1, -1) if labels[n] is None and is_prose(lines[n].text)), -1)


def same_line(one: str, other: str) -> bool:
    """Whether two lines say the same, or one is the other cut short with "..."."""
    first, second = bare(one), bare(other)
    if first == second:
        return bool(first)
    for cut, whole in ((one, second), (other, first)):
        if cut.endswith(("...", "…")) and len(cut.split()) >= 4 and whole.startswith(bare(cut)):
            return True
    return False

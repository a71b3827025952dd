"""What menus, lists of other stories, tags and comment boxes are called, and the rule that takes such lines."""

from __future__ import annotations

import re
from typing import Final

from ...settings.intake import HEADING_CHARACTERS
from .patterns import SPEECH_VERB, whole_line

NAVIGATION: Final = whole_line(
    r"(?:skip|jump) to (?:main )?(?:content|navigation|site index)",
    r"view (?:this )?(?:e-?mail|newsletter|article|page|it) in (?:your|a) browser",
    r"skip navigation",
    r"(?:main |open |close |toggle )?(?:menu|navigation|nav)",
    r"search",
    r"home(?:page)?",
    r"back to (?:top|home.{0,20})",
    r"top of page",
    r"(?:previous|next|older|newer)(?: (?:article|posts?|story|stories|page))?",
    r"post navigation",
    r"view (?:all|more)",
    r"see (?:all|more)",
    r"(?:load|show|view) (?:more|less)(?: (?:stories|articles|news|comments))?",
    r"about(?: us)?",
    r"contact(?: us)?",
    r"privacy(?: policy| notice| center)?",
    r"terms(?: of (?:use|service)| (?:and|&) conditions)?",
    r"accessibility(?: help| statement)?",
    r"careers",
    r"advertise(?: with us)?",
    r"site ?map",
    r"help(?: cent(?:re|er))?",
    r"do not (?:sell|share) my .{0,40}",
    r"your (?:privacy|ad) choices",
    r"corrections?",
    r"licen[cs]ing",
    r"reprints",
    r"e-?paper",
    r"archives?",
    r"report (?:an? )?(?:error|typo|correction)s?",
    r"disclaimer",
    r"imprint",
    r"impressum",
    r"datenschutz",
    r"inicio",
    r"accueil",
    r"startseite",
    r"close",
    r"expand",
    r"about the author",
    r"(?:continued|continues) (?:on|from) (?:page )?\w{1,4}",
    r"(?:see [\w ]{2,30}|from|turn to) page \w{1,4}",
    r"why you can trust [\w ]{2,40}",
    r"(?:purchase|acquire) licensing rights.{0,20}",
    r"reuse this content",
    r"back to (?:news|home|top)",
)
READ_MORE: Final = whole_line(
    r"(?:read|see|watch|listen|also read|read also|read next|up next|related|more|must read|don['’]t miss|recommended"
    r"|in case you missed it|in pictures"
    r"|in depth|watch now|watch live|explainer|go deeper|le[ea] (?:también|más)|leer más|lea|te puede interesar"
    r"|lesen sie auch|à lire(?: aussi)?|see also|listen to|read more|podcast"
    r"|related (?:article|story|stories|coverage|link|links|content)|more (?:on this|from)|(?:related|further) reading"
    r"|live updates|what to know)"
    r"\s?[:|»>›→]\s?\S.{0,250}",
    r"(?:read|see|view|find out|learn) more(?: (?:on|about|from|here|stories|at|of (?:our|this))\b[^.!?]{0,120})?",
    r"click here(?: (?:to|for) .{0,60})?",
    r"read (?:the )?(?:full|whole|original|complete) (?:story|article|report|interview)(?: here)?.{0,40}",
)
CAPITALS_READ_MORE: Final = re.compile(
    r"\W*(?:READ|WATCH|LISTEN|MORE|RELATED|SEE|ALSO READ|READ MORE|READ ALSO|SEE ALSO"
    r"|READ NEXT)\b(?! [A-Z]{2})[ –—-]{1,3}[^.!?]{4,200}"
)
LIST_HEAD: Final = whole_line(
    r"related(?: (?:articles?|stories|story|news|posts?|content|links?|coverage|reading|internet links))?",
    r"more on this(?: story)?",
    r"more (?:stories|news|headlines|coverage)(?: (?:like this|from .{2,30}))?",
    r"(?:most|more) (?:read|popular|viewed|commented|shared|watched)(?: (?:stories|articles|news|in .{2,30}))?",
    r"top stor(?:y|ies)",
    r"trending(?: (?:now|stories|news|topics))?",
    r"popular(?: (?:posts?|stories|now))?",
    r"latest(?: (?:news|stories|headlines|posts?|updates))?",
    r"recent (?:posts?|stories|articles|comments)",
    r"editor['’]?s['’]? (?:picks?|choice)",
    r"recommended(?: (?:for you|stories|reading))?",
    r"you (?:may|might) (?:also )?(?:like|enjoy|be interested in).{0,20}",
    r"up next",
    r"(?:what to )?read next",
    r"in other news",
    r"don['’]t miss",
    r"must reads?",
    r"also (?:read|in the news)",
    r"elsewhere on .{2,40}",
    r"(?:from )?around the web",
    r"from the web",
    r"see also",
    r"read (?:more|also)",
    r"featured(?: stories)?",
    r"keep reading",
    r"more from (?:the )?(?-i:[A-Z])[^.!?]{1,40}",
    r"noticias relacionadas",
    r"[lt]e puede interesar",
    r"artículos relacionados",
    r"mehr zum thema",
    r"auch interessant",
    r"lo más leído",
    r"les plus lus",
    r"sur le même sujet",
    r"blog archive",
    r"promoted stories",
)
TAGS: Final = whole_line(
    r"(?:posted|filed) in [^.!?]{2,80}",
    r"(?:tags?|topics?|labels?|filed (?:under|in)|categor(?:y|ies)|posted in|tagged(?: (?:with|in|as))?|keywords|sections?"
    r"|related topics|more about"
    r"|subjects?|etiquetas|schlagwörter|mots-clés)\s?[:|–—]\s?[^.!?]{1,300}",
)
TAG_HEAD: Final = whole_line(
    r"tags?",
    r"topics",
    r"labels",
    r"filed under",
    r"categories",
    r"tagged",
    r"keywords",
    r"(?:related|suggested) topics",
    r"explore more on these topics",
    r"etiquetas",
)
HASHTAGS: Final = re.compile(r"#\w+(?:[\s,]+#\w+){0,30}\W*")
COMMENTS: Final = whole_line(
    r"(?:\d+|no|view(?: all)?(?: \d+)?|show(?: \d+)?|read|see all|join the|(?:leave|post|add|write) an?|be the first to)"
    r" (?:comments?|responses?|repl(?:y|ies)|conversation|discussion)(?: (?:on|to) .{1,200}| yet)?",
    r"comments?(?: \(?\d+\)?)?",
    r"comments? (?:are )?(?:closed|off|disabled).{0,60}",
    r"join the (?:conversation|discussion).{0,60}",
    r"(?:\d+ )?comentarios?",
    r"(?:\d+ )?kommentare",
    r"have your say.{0,40}",
    r"cancel reply",
    r"save my name, email.{0,100}",
    r"your email address will not be published.{0,50}",
    r"required fields are marked.{0,10}",
    r"most recent",
    r"sort by.{0,20}",
    r"reply",
    r"report abuse",
)
BREADCRUMB_MARKS: Final = re.compile(r"[»›→|]|::|(?<=\s)[>•·/](?=\s)|(?<=[a-z])>(?=[A-Z])")
HEADINGS: Final = (("navigation", NAVIGATION), ("comments", COMMENTS), ("tags", TAGS), ("tags", TAG_HEAD), ("tags", HASHTAGS))


def heading_rule(text: str) -> str | None:
    """Return the rule that takes a line because it is called like a part of the page outside the story, or None."""
    if len(text) > HEADING_CHARACTERS:
        return None
    for rule, pattern in HEADINGS:
        if pattern.fullmatch(text):
            return rule
    if (READ_MORE.fullmatch(text) and not SPEECH_VERB.search(text)) or CAPITALS_READ_MORE.fullmatch(text):
        return "read more"
    return "related stories" if LIST_HEAD.fullmatch(text) else None

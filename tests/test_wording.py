"""Our own strings report what was found, never a motive. All are read: code, templates, scripts, styles, README, data.

Quoted article text is exempt, so an article that holds every forbidden word is rendered too, and only it may bring them.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from components import report
from components.report import charts
from components.report.exports import csv_files
from components.report.terminal import summary
from components.story import Comparison
from tests.report.factories import bridge, hostile

ROOT = Path(__file__).parent.parent
CODE = sorted([ROOT / "app.py", *(ROOT / "components").rglob("*.py")])
TEMPLATES = sorted((ROOT / "components").rglob("*.html"))
SCRIPTS = sorted((ROOT / "components").rglob("*.js"))
STYLES = sorted((ROOT / "components").rglob("*.css"))
TRUTHS = sorted((ROOT / "data").glob("*/truth.json"))

FORBIDDEN = re.compile(
    r"""\b(
        omit(?:s|ted|ting)? | omissions? | ignor(?:e|es|ed|ing) | hid | hidden | bur(?:y|ies|ied|ying)
        | fail(?:s|ed|ing)?\s+to\s+(?:mention|report|say|state) | bias(?:ed|es)? | slant(?:ed)?
        | left | right | wrong(?:ly)? | misquot(?:e|es|ed|ing|ation|ations) | sources? | slug | exclusive(?:ly)?
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
WORDS = ["omitted", "ignored", "hid", "hidden", "buried", "failed to mention"]
WORDS += ["biased", "left", "right", "wrong", "misquote", "source"]

KEYS = {"left", "right", "hidden", "aria-hidden", "ignore", "bias"}
"""Whole strings that are names, not wording: JSON keys (left, right; bias among fitted weights), sides of a chart, the attributes
hidden and aria-hidden, the codec's error handler ignore."""

MATCHERS = {
    "components/intake/furniture": "patterns and word lists that match what stands on other people's pages",
    "components/language": "word lists",
}
"""Folders whose words and patterns are data that nobody is shown; whatever is a sentence there is read all the same."""


def _docstrings(tree: ast.AST) -> set[int]:
    """Ids of the strings that stand alone as a statement: they explain code and are shown to nobody."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}


def _word_lists(tree: ast.AST) -> set[int]:
    """Ids of strings that are split where they stand: words to look for, not to show."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr == "split"}


def _patterns(tree: ast.AST) -> set[int]:
    """Ids of everything inside a call of the module `re`."""
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
    ]
    return {id(inner) for call in calls for inner in ast.walk(call)}


def strings_of(code: str) -> Iterator[tuple[int, str]]:
    """(line, string) of every string constant that could be wording, also inside f-strings."""
    tree = ast.parse(code)
    exempt = _docstrings(tree) | _patterns(tree) | _word_lists(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in exempt and node.value not in KEYS:
            yield node.lineno, node.value


def text_of(template: str) -> str:
    """What a template itself says: text, attributes that are read out, and strings inside its expressions."""
    plain = re.sub(r"\{#.*?#\}", " ", template, flags=re.DOTALL)
    code = " ".join(re.findall(r"\{[{%](.*?)[%}]\}", plain, flags=re.DOTALL))
    inside = " ".join("".join(pair) for pair in re.findall(r"\"([^\"]*)\"|'([^']*)'", code))
    plain = re.sub(r"\{[{%].*?[%}]\}", " ", plain, flags=re.DOTALL)
    spoken = " ".join(re.findall(r'(?:title|alt|placeholder|aria-[a-z]+)="([^"]*)"', plain))
    return " ".join((re.sub(r"<[^>]*>", " ", plain), spoken, inside))


def literals_of(script: str) -> list[str]:
    """The string literals of a script; a template literal without what is filled in."""
    script = re.sub(r"/\*.*?\*/|(?<![:\"'`\\])//[^\n]*", " ", script, flags=re.DOTALL)
    found = re.findall(r'"((?:[^"\\\n]|\\.)*)"|\'((?:[^\'\\\n]|\\.)*)\'|`((?:[^`\\]|\\.)*)`', script)
    return [re.sub(r"\$\{[^}]*\}", " ", "".join(parts)) for parts in found]


def offences(texts: Iterator[tuple[int, str]] | list[tuple[int, str]]) -> list[str]:
    return [f"line {line}: {found.group()!r} in {text!r}" for line, text in texts if (found := FORBIDDEN.search(text))]


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_code(path: Path) -> None:
    found = list(strings_of(path.read_text(encoding="utf-8")))
    if any(path.is_relative_to(ROOT / folder) for folder in MATCHERS):
        found = [(line, text) for line, text in found if re.search(r"\w \w.*[.;:]$", text.strip())]
    assert offences(found) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates(path: Path) -> None:
    assert offences([(0, text_of(path.read_text(encoding="utf-8")))]) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts(path: Path) -> None:
    assert offences([(0, text) for text in literals_of(path.read_text(encoding="utf-8")) if text not in KEYS]) == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_text_that_styles_bring_in(path: Path) -> None:
    assert offences([(0, text) for text in re.findall(r"content:\s*\"([^\"]*)\"", path.read_text(encoding="utf-8"))]) == []


def test_readme() -> None:
    readme = ROOT / "README.md"
    prose = re.sub(r"```.*?```|`[^`\n]*`", " ", readme.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert offences(list(enumerate(prose.splitlines(), start=1))) == []


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: path.parent.name)
def test_what_we_say_of_the_samples(path: Path) -> None:
    truth = json.loads(path.read_text(encoding="utf-8"))
    said = [truth["title"], truth["about"], *(difference["about"] for difference in truth["differences"])]
    assert offences([(0, text) for text in said]) == []


QUOTED = f"The minister {', '.join(WORDS)} it, {{}} said."


NOT_OURS = r"<style>.*?</style>|<q\b.*?</q>|<bdi class=\"ss-t\">.*?</bdi>|<[^>]*>"
"""Styles, quotations and details, which may be cut, and tags."""


def loaded() -> Comparison:
    """A comparison whose every article, outlet and reason holds all forbidden words."""
    return replace(hostile([QUOTED.format("she"), QUOTED.format("he"), QUOTED.format("they")], articles=2), settings={"p": 0.4})


def emptied(text: str) -> str:
    """A text without what the articles bring, also where it is escaped or wrapped to the width of a terminal."""
    text = re.sub(r"\s+", " ", text)
    for who in ("she", "he", "they"):
        text = text.replace(QUOTED.format(who), " ")
    return text


@pytest.mark.parametrize(
    "rendered",
    [
        lambda c: re.sub(NOT_OURS, " ", report.report_html(c, made="x"), flags=re.DOTALL),
        lambda c: "\n".join(content for name, content in csv_files(c).items()),
        lambda c: "\n".join(chart(c).alt + chart(c).cannot_tell + chart(c).title for chart in (charts.facts_per_outlet,)),
    ],
    ids=["page", "tables", "charts"],
)
def test_quoted_text_keeps_its_words_and_ours_stay_clean(rendered: object) -> None:
    assert callable(rendered)
    text = str(rendered(loaded()))
    assert all(word in text for word in WORDS)
    assert not FORBIDDEN.search(emptied(text))


def test_the_terminal_keeps_to_it_too() -> None:
    assert not FORBIDDEN.search(summary(bridge()))
    shown = summary(loaded(), columns=60)
    assert FORBIDDEN.search(shown), "quoted"
    assert not FORBIDDEN.search(emptied("\n".join(line for line in shown.splitlines() if "…" not in line)))


@pytest.mark.parametrize("word", WORDS)
def test_the_lint_would_find_it(word: str) -> None:
    planted = f'"""Says {word}."""\nLABEL = f"The outlet {{x}} {word} it"\n'
    assert len(offences(strings_of(planted))) == 1
    assert offences([(0, text_of(f"<p>It {word} it</p>"))])
    assert offences([(0, text_of(f'<p title="It {word} it"></p>'))])
    assert offences([(0, text_of(f"<p>{{{{ x or 'It {word} it' }}}}</p>"))])
    assert offences([(0, text) for text in literals_of(f"say(`It {word} ${{it}}`)")])


def test_the_lint_lets_names_and_patterns_be() -> None:
    assert (
        offences(strings_of('x = row["left"]; y = re.compile("(?:left|right)"); z = "left_sentence"; w = "left right".split()'))
        == []
    )
    assert offences([(0, text_of('<p hidden class="left">{# left #}{{ row.left }}</p>'))]) == []
    assert offences([(0, "copyright")]) == []
    assert literals_of("// it's left\nlet a = 'b'") == ["b"]

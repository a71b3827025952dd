"""The pure parts of the reading view's scripts, run in the browser they are written for; no app is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from components.views.reading import component
from components.views.reading.linker import DECLARATION, link

Call = Callable[..., Any]
TESTED = {
    "text.js": ["splitByMarks", "commonSpans"],
    "elements.js": ["fillText"],
    "story.js": ["mentionsBySentence"],
    "alignment.js": ["alignedHeight"],
}
IMPORT = """async (code) => {
    window.tested = (await import(URL.createObjectURL(new Blob([code], {type: "text/javascript"})))).tested;
    window.mentions = (facts) => [...window.tested.mentionsBySentence(facts)].map(([id, spans]) => [id, [...spans]]);
    window.shown = (text, marks) => {
        const node = document.createElement("p");
        window.tested.fillText(node, text, marks);
        document.body.replaceChildren(node);
        return [node.textContent, [...node.children].map((child) => child.tagName), window.pwned ?? null];
    };
}"""


@pytest.fixture(scope="module")
def call(browser: Browser) -> Iterator[Call]:
    """Calls one function of the scripts by its name."""
    imports = [f'import {{ {", ".join(names)} }} from "./{module}";\n' for module, names in TESTED.items()]
    entry = f"{''.join(imports)}export const tested = {{ {', '.join(name for names in TESTED.values() for name in names)} }};\n"
    module = link({**component.modules(), "entry.js": entry}, "entry.js")
    page = browser.new_page()
    page.evaluate(IMPORT, module)
    yield lambda name, *given: page.evaluate("([name, given]) => (window.tested[name] ?? window[name])(...given)", [name, given])
    page.close()


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("plain", [], [["plain", "", ""]]),
        ("", [], []),
        ("one two", [[0, 3, "words", ""]], [["one", "ss-words", ""], [" two", "", ""]]),
        ("a 🙂 b", [[2, 3, "words", ""]], [["a ", "", ""], ["🙂", "ss-words", ""], [" b", "", ""]]),
        ("ab", [[0, 2, "only", ""], [1, 2, "words", ""]], [["a", "ss-only", ""], ["b", "ss-only ss-words", ""]]),
        ("at 7 pm", [[3, 4, "differs", "≠1"]], [["at ", "", ""], ["7", "ss-differs", "≠1"], [" pm", "", ""]]),
        ("past the end", [[9, 99, "words", ""]], [["past the ", "", ""], ["end", "ss-words", ""]]),
    ],
)
def test_a_text_is_cut_at_its_marks_and_nothing_of_it_is_lost(call: Call, text: str, marks: list, expected: list) -> None:
    found = call("splitByMarks", text, marks)
    assert found == expected
    assert "".join(piece for piece, _, _ in found) == text


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ([[[0, 4], [6, 9]]], [[0, 4], [6, 9]]),
        ([[[0, 4], [6, 9]], [[2, 7]]], [[2, 4], [6, 7]]),
        ([[[0, 4]], [[5, 9]]], []),
        ([[[0, 4]], []], []),
    ],
)
def test_the_words_that_differ_from_every_partner_are_the_common_stretches(call: Call, lists: list, expected: list) -> None:
    assert call("commonSpans", lists) == expected


@pytest.mark.parametrize(
    ("shown", "top", "partner_top", "expected"),
    [
        (200, 900, 700, 200),  # both can stand where the picked one is
        (200, 900, 60, 60),  # the partner starts its article: the picked one comes up to it
        (-80, 900, 700, 10),  # scrolled out above: it comes into view
        (590, 900, 700, 330),  # too low to read on: it comes up
        (200, 0, 700, 0),  # the first sentence can only stand at the top
    ],
)
def test_partners_stand_level_and_the_picked_sentence_moves_least(
    call: Call, shown: int, top: int, partner_top: int, expected: float
) -> None:
    anchor = {"top": top, "height": 80, "shown": shown}
    assert call("alignedHeight", anchor, [{"top": partner_top, "height": 90}], 600) == pytest.approx(expected)


def test_text_becomes_text_nodes_never_elements(call: Call) -> None:
    hostile = '<img src=x onerror="window.pwned=1"><b>&amp;'
    assert call("shown", hostile, [[0, 9, "words", ""]]) == [hostile, ["MARK"], None]


def test_where_only_a_fact_lies_the_words_are_no_mark(call: Call) -> None:
    marks = [[0, 6, "fact-3", ""], [4, 6, "only", ""], [0, 3, "fact-7", ""]]
    assert call("shown", "one two", marks) == ["one two", ["SPAN", "SPAN", "MARK"], None]


def test_mentions_are_found_by_their_sentence_in_the_order_of_facts(call: Call) -> None:
    facts = [{"mentions": [["A", 1, [[0, 4]]], ["B", 0, [[2, 3]]]]}, {"mentions": [["A", 1, [[5, 9]]]]}]
    found = call("mentions", facts)
    assert found == [["A:1", [[0, [[0, 4]]], [1, [[5, 9]]]]], ["B:0", [[0, [[2, 3]]]]]]


def test_no_module_takes_a_name_that_the_browser_gives_another(browser: Browser) -> None:
    names = [found["name"] for text in component.modules().values() for found in DECLARATION.finditer(text)]
    page = browser.new_page()
    assert page.evaluate("(names) => names.filter((name) => name in window)", names) == []
    page.close()

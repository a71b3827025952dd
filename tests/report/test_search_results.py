"""A typed statement beside each article: the state in words, the passage between its neighbours, the way to it."""

from __future__ import annotations

from components.report.search_results import describe_trace, trace_html
from components.story import Nearest, Presence
from tests.report.factories import bridge, hostile

FOUND = {"A": Presence("stated", 0.97, Nearest(1, 0.9)), "B": Presence("unclear", 0.3, Nearest(0, 0.4))}


def test_each_article_has_its_state_in_words_and_the_passage_with_its_neighbours() -> None:
    comparison = bridge()
    html = trace_html(comparison, FOUND)
    assert "stated (very likely, 0.97)" in html
    assert "it stands in sentence 2" in html
    assert "the nearest passage is sentence 1" in html
    for sentence in comparison.article("A").sentences[:3]:
        assert sentence.text in html
    assert comparison.article("A").sentences[3].text not in html
    assert html.count('class="ss-around"') == 3
    assert 'href="#at-A-2"' in html
    assert 'href="#at-B-1"' in html


def test_the_sign_is_for_the_eye_and_the_label_for_everybody() -> None:
    html = trace_html(bridge(), FOUND)
    assert '<span class="ss-sign" aria-hidden="true">●</span> stated' in html
    assert '<span class="ss-sign" aria-hidden="true">?</span> no clear match' in html


def test_an_article_without_sentences_says_so() -> None:
    html = trace_html(bridge(), {"A": Presence("not_found", 0.0)})
    assert "no sentence to compare it with" in html
    assert "#at-" not in html


def test_outlets_and_texts_are_escaped() -> None:
    comparison = hostile(["<img src=x onerror=alert(1)> stopped."], articles=2)
    html = trace_html(comparison, {"B": Presence("stated", 1.0, Nearest(0, 1.0))})
    assert "<img" not in html
    assert "&lt;img" in html
    assert "<b>Live" not in trace_html(bridge(), FOUND)


def test_the_sentence_for_a_screen_reader_counts_and_names_articles() -> None:
    assert describe_trace(FOUND) == "Stated, whole or in part, by 1 of 2 articles: A; no clear match in B."
    none = dict.fromkeys("AB", Presence("not_found", 0.0))
    assert describe_trace(none) == "Stated, whole or in part, by 0 of 2 articles."


def test_an_article_that_tells_it_otherwise_does_not_count_as_stating_it() -> None:
    found = {**FOUND, "C": Presence("differs", 0.8, Nearest(0, 0.8))}
    said = "Stated, whole or in part, by 1 of 3 articles: A; differs in C; no clear match in B."
    assert describe_trace(found) == said

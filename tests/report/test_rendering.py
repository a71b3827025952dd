"""What the renderer says, and that no text from outside becomes markup."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError

from components import report
from components.report import differences_html
from components.report.fact_cards import fact_row, removed
from components.report.render import render_template
from components.report.side_by_side import sentence_lines
from components.story import Comparison, Fact
from tests.report.factories import Reading, article, bridge, hostile, state, weighted, whole

TEXTS = st.lists(
    st.text(min_size=1, max_size=30)
    | st.sampled_from(["<script>alert(1)</script>", "\"'><img src=x onerror=a>", "&amp;&lt;", "`${x}`"]),
    min_size=1,
    max_size=3,
)
WHOLE: list[Callable[[Comparison], str]] = [
    report.summary_header,
    report.notes,
    lambda c: report.notes(c, folded=True),
    report.legend,
    lambda c: report.legend(c, marks=False),
    report.coverage_table_html,
    lambda c: report.coverage_table_html(c, order="group", prefix="s0"),
    report.side_by_side_html,
    differences_html,
    removed,
    lambda c: report.fact_card(c, c.facts[0]),
    lambda c: fact_row(c, c.facts[0], back="#coverage"),
    lambda c: report.passage(c, "A", 0),
    lambda c: "".join(report.pair(c, link) for link in c.links),
]
ALLOWED = {
    "class", "id", "href", "title", "dir", "role", "tabindex", "scope", "colspan", "aria-label", "aria-hidden", "data-fact",
    "data-group", "data-kind", "data-verdict", "data-key", "data-status", "data-sentence", "data-partners", "data-tag",
}  # fmt: skip


@pytest.mark.parametrize("render", WHOLE)
@pytest.mark.parametrize("articles", [1, 2, 5])
@settings(max_examples=25)
@given(texts=TEXTS)
def test_hostile_text_stays_text(render: Callable[[Comparison], str], articles: int, texts: list[str]) -> None:
    reading = Reading(render(hostile(texts, articles=articles)))
    assert {name for _, name, _ in reading.attributes} <= ALLOWED
    assert not {tag for tag, _, _ in reading.attributes} & {"script", "img", "style", "iframe"}
    for address in reading.values("href"):
        assert address.startswith("#")


@given(TEXTS)
def test_columns_hold_the_sentences_exactly(texts: list[str]) -> None:
    comparison = hostile(texts)
    assert Reading(report.side_by_side_html(comparison)).of("ss-t") == [s.text for a in comparison.articles for s in a.sentences]


@given(TEXTS)
def test_tables_and_cards_hold_the_labels_exactly(texts: list[str]) -> None:
    comparison = hostile(texts)
    table = Reading(report.coverage_table_html(comparison, facts=comparison.facts[1:]))
    assert table.of("a") == [fact.label for fact in comparison.facts[1:]]
    for fact in comparison.facts:
        card = Reading(report.fact_card(comparison, fact))
        assert card.of("h2") == [fact.label]
        assert all(mention.text in card.of("ss-t") for mention in fact.mentions)


@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
def test_a_passage_beside_its_partner_holds_both_exactly(ours: str, theirs: str) -> None:
    comparison = hostile([ours, theirs])
    shown = Reading(report.passage(comparison, "A", 0)).of("ss-t")
    assert shown == [ours, ours]


def test_an_undefined_name_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        render_template("notes.html")


def test_each_cell_says_its_state_in_words() -> None:
    table = Reading(report.coverage_table_html(bridge()))
    assert table.of("caption") == ["Who states what"]
    spoken = table.of("td")[:2]
    assert "stated, sentence 2" in spoken[0]
    rows = set(table.of("ss-vh"))
    assert {"not found", "no clear match, nearest sentence 3", "stated, sentence 2", "partly stated, sentence 3"} <= rows
    assert set(table.values("data-status")) == {"stated", "partly", "not_found", "unclear"}
    assert set(table.values("scope")) == {"col", "row"}


def test_rows_lead_to_the_card_of_the_fact() -> None:
    comparison = bridge()
    assert sorted(Reading(report.coverage_table_html(comparison)).values("href")) == [f"#fact-f{n}" for n in range(1, 6)]
    shown = Reading(report.coverage_table_html(comparison, prefix="s0")).values("href")
    assert [address for address in shown if address.startswith("#s0")][:3] == ["#s0-A-2", "#s0-B-2", "#s0-A-4"]
    assert Reading(report.fact_card(comparison, comparison.fact("f1"))).values("id") == ["fact-f1"]


def test_details_name_what_differs_and_the_nearest_passage() -> None:
    html = report.coverage_table_html(bridge())
    assert Reading(html).of("ss-differs") == ["≠1 differs: on Friday / on Saturday", "≠2 differs: 40 / 14"]
    assert "nearest 3" in Reading(html).of("small")


def test_many_articles_keep_details_under_the_fact() -> None:
    assert "ss-inline" in report.coverage_table_html(hostile(["one", "two"], articles=4))
    assert "ss-inline" not in report.coverage_table_html(hostile(["one", "two"], articles=3))


def test_details_have_no_column_where_none_differ() -> None:
    comparison = replace(bridge(), differences=())
    assert "ss-inline" not in report.coverage_table_html(comparison)
    assert ">details<" not in report.coverage_table_html(comparison)
    assert ">details<" in report.coverage_table_html(bridge())


def test_a_row_names_few_nearest_passages_and_counts_the_others() -> None:
    articles = [article(key, ["One."]) for key in "ABCDEFGH"]
    presence = {item.key: state("stated", 1.0) if item.key == "A" else state("unclear", 0.3, 0) for item in articles}
    fact = Fact("f", "One.", (whole(articles[0], 0),), presence)
    table = Reading(report.coverage_table_html(Comparison(tuple(articles), (), (fact,), {}, "tiny", "abc", True)))
    assert [text.strip() for text in table.of("ss-inline")] == ["nearest: B 1, C 1, D 1, E 1 and 3 more"]
    assert [text for text in table.of("small") if text] == ["1"]
    assert sum("no clear match" in text for text in table.of("ss-vh")) == 7


def test_the_legend_explains_marks_only_where_there_is_text() -> None:
    assert "dotted" in report.legend(bridge())
    assert "dotted" not in report.legend(bridge(), marks=False)


def test_files_set_aside_can_be_folded_but_are_named() -> None:
    comparison = hostile(["scan.pdf"])
    assert Reading(report.notes(comparison, folded=True)).of("summary") == ["1 file set aside"]
    assert "<details" not in report.notes(comparison)
    assert "scan.pdf" in report.notes(comparison, folded=True)


def test_groups_have_headings_with_denominators() -> None:
    headings = Reading(report.coverage_table_html(bridge(), order="group")).of("ss-g")
    assert [text.strip() for text in headings] == [
        "in both articles: 1 of 5 facts",
        "in both articles, in part or differently: 1 of 5 facts",
        "only in A · Quernby Courier: 2 of 5 facts",
        "probably only in B · Elver <b>Live</b>: 1 of 5 facts",
    ]


def test_no_facts_is_said() -> None:
    assert "No facts to show." in report.coverage_table_html(bridge(), facts=())


def test_labels_can_be_cut() -> None:
    labels = Reading(report.coverage_table_html(bridge(), limit=20)).of("ss-f")
    assert all(len(label) <= 20 for label in labels)


def test_a_column_shows_state_partners_and_marks() -> None:
    comparison = bridge()
    bridge_line = sentence_lines(comparison, "A", ("A", "B"))[1]
    assert (bridge_line.status, bridge_line.spoken, bridge_line.partners) == ("stated", "stated in B", (("B", 1),))
    assert [(p.text, p.kind, p.tag) for p in bridge_line.pieces if p.kind] == [
        ("on Friday", "differs", "≠1"),
        ("40", "differs", "≠2"),
    ]
    mayor = sentence_lines(comparison, "A", ("A", "B"))[2]
    assert [(p.text, p.kind) for p in mayor.pieces] == [("A ferry runs, ", ""), ("says the mayor", "only"), (".", "")]
    assert sentence_lines(comparison, "A", ("A", "B"))[3].status == "not_found"


def test_partners_are_addresses_in_the_other_column() -> None:
    reading = Reading(report.side_by_side_html(bridge(), prefix="p"))
    assert "#p-B-2" in reading.values("href")
    assert set(reading.values("href")) <= {f"#{name}" for name in reading.ids}
    assert "B:1" in reading.values("data-partners")


def test_an_article_alone_has_no_signs() -> None:
    html = report.side_by_side_html(bridge(), ["A"])
    assert not set("●◐○") & set(html)


def test_a_passage_marks_the_words_that_differ_and_says_why() -> None:
    reading = Reading(report.passage(bridge(), "A", 1))
    marked = reading.of("ss-words")
    assert "Friday" in " ".join(marked)
    assert "Saturday" in " ".join(marked)
    assert not any("bolts failed" in words for words in marked)
    assert "very likely the same (0.96), nearly all of the shorter one. Why:" in reading.of("ss-why")
    assert reading.of("li") == [
        "shared rare words: bolts speaks strongly for it",
        "same number speaks clearly for it",
        "order in the story speaks slightly against it",
    ]


def test_a_passage_without_a_partner_shows_the_nearest() -> None:
    reading = Reading(report.passage(bridge(), "A", 3))
    assert reading.of("ss-t") == ["Cows watched.", "Repairs cost $2m and take weeks."]
    assert "not found (stated: very unlikely, 0.03). Nearest passage:" in reading.of("ss-why")


def test_a_passage_with_no_other_article_says_so() -> None:
    assert "No other article to set beside it." in report.passage(hostile(["one"], articles=1), "A", 0)


def test_a_card_shows_the_passage_in_its_context() -> None:
    comparison = bridge()
    card = Reading(report.fact_card(comparison, comparison.fact("f5")))
    assert card.of("ss-mention") == ["says the mayor"]
    around = [comparison.article("A").sentences[n].text for n in (1, 3)]
    assert [text for text in card.of("ss-t") if text in around] == around
    assert [text.split(" ", 1)[0] for text in card.of("ss-near")] == ["nearest"]
    row = Reading(fact_row(comparison, comparison.fact("f5"), back="#coverage"))
    assert not set(around) & set(row.of("ss-t"))
    assert row.of("ss-mention") == ["says the mayor"]
    assert row.of("ss-around") == ["sentence 1 Bolts shut bridge"]


def test_a_card_says_why_it_stands_there_what_is_ours_and_what_an_article_adds() -> None:
    comparison = weighted()
    card = Reading(report.fact_card(comparison, comparison.facts[0]))
    assert any(text.startswith("Why it stands here: weight 0.62 of 1: how many outlets") for text in card.of("ss-why"))
    assert card.of("ss-ours") == [" [the bridge]"]
    assert card.of("h2") == [comparison.facts[0].label]
    assert card.of("ss-added") == ["also: Friday; 40 bolts"]
    assert card.values("data-status") == ["differs", "stated"]
    assert "Why it stands here" not in report.fact_card(comparison, comparison.facts[1])


def test_a_sentence_whose_fact_is_told_differently_has_its_own_sign() -> None:
    column = Reading(report.side_by_side_html(weighted(), ("B",), others=("A", "B")))
    assert "differs" in column.values("data-status")
    assert any("differs in A" in text for text in column.of("ss-vh"))


def test_a_card_shows_no_sentence_twice() -> None:
    a = article("A", ["One.", "Two.", "Three.", "Four.", "Five.", "Six."])
    b = article("B", ["Else."])
    fact = Fact("f", "Two.", (whole(a, 1), whole(a, 2), whole(a, 4)), {"A": state("stated", 1.0), "B": state("not_found", 0.0)})
    card = Reading(report.fact_card(Comparison((a, b), (), (fact,), {}, "tiny", "abc", True), fact))
    assert [text.split()[0] for text in card.of("blockquote")] == ["1", "3", "5"]
    assert card.of("ss-around") == ["1 One.", "4 Four.", "6 Six."]


def test_a_card_shows_every_note_and_counts_only_what_differs() -> None:
    comparison = bridge()
    verdicts = Reading(report.fact_card(comparison, comparison.fact("f1"))).of("ss-verdict")
    assert verdicts == ["≠1 date differs", "≠2 number differs"]
    assert Reading(report.fact_card(comparison, comparison.fact("f1"))).of("ss-noted") == ["term: compatible"]
    assert Reading(differences_html(comparison)).of("h3") == ["≠1 date differs", "≠2 number differs"]


def test_what_was_removed_stands_with_its_rule() -> None:
    assert Reading(removed(bridge())).of("ss-raw") == ["Share this story\n"] * 2


def test_nothing_to_note_is_nothing_shown() -> None:
    assert report.notes(bridge()) == ""


def test_a_piece_can_stand_alone() -> None:
    html = report.wrapped(report.legend(bridge()), theme="dark")
    assert Reading(html).of("style") == [report.stylesheet()]
    assert 'class="ss ss-dark"' in html

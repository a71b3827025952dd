"""The page Articles: the samples first, files and texts in, bad input told, furniture back and away, masthead, compare."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.settings import MAX_ARTICLES
from components.story import Removed
from components.views.pages.articles.article_list import dated
from tests.views.app_driver import HERALD, HOSTILE, WIRE, articles_of, fresh, html, opened, paste, session_of, upload, words


def test_a_fresh_start_shows_the_samples_before_anything_else() -> None:
    app = fresh()
    assert not app.exception
    assert [sub.value for sub in app.header] == ["Open a sample story", "Or bring your own articles"]
    assert len([button for button in app.button if button.label == "Open and compare"]) == 3
    assert not session_of(app).entries


def test_two_pasted_texts_are_compared_and_lead_to_the_overview() -> None:
    app = paste(paste(fresh(), HERALD, "Herald"), WIRE, "Wire")
    assert [entry.article.outlet for entry in session_of(app).entries] == ["Herald", "Wire"]
    assert app.text_area(key="paste-text").value == app.text_input(key="paste-outlet").value == ""
    assert "2 articles of one story" in words(app)
    assert "Not compared yet" in words(app)
    app.button(key="compare").click().run()
    assert not app.exception
    assert "How each begins" in [sub.value for sub in app.header]
    assert "A · Herald" in words(app)


def test_one_article_says_that_there_is_nothing_to_compare_it_with() -> None:
    app = paste(fresh(), HERALD)
    assert "One article can be read, but there is nothing to compare it with" in words(app)
    app.button(key="compare").click().run()
    assert not app.exception
    assert session_of(app).analysis is not None


@pytest.mark.parametrize("text", ["", "   \n ", "https://herald.example/ferry"])
def test_a_text_that_cannot_be_used_is_told_and_stays_in_its_box(text: str) -> None:
    app = paste(paste(fresh(), HERALD, "Herald"), text, "Wire")
    assert not app.exception
    assert "The pasted text was not added." in words(app)
    assert app.text_area(key="paste-text").value == text
    assert [entry.article.outlet for entry in session_of(app).entries] == ["Herald"]


def test_a_bad_file_is_told_in_one_sentence_and_the_others_are_kept() -> None:
    app = upload(fresh(), ("herald.txt", HERALD.encode()), ("empty.txt", b""), ("wire.txt", WIRE.encode()))
    assert not app.exception
    assert [entry.article.name for entry in session_of(app).entries] == ["herald.txt", "wire.txt"]
    assert words(app).count("empty.txt was not used. The file is empty;") == 1
    assert "pasted" not in words(app)


def test_messages_stay_until_they_are_dismissed_and_stand_in_the_comparison() -> None:
    app = upload(fresh(), ("herald.txt", HERALD.encode()), ("empty.txt", b""), ("wire.txt", WIRE.encode()))
    app = paste(app, "https://herald.example/ferry")
    assert "empty.txt was not used" in words(app)
    app.button(key="compare").click().run()
    assert "empty.txt" in words(app)
    session = session_of(app)
    assert [skipped.file for skipped in session.errors] == ["empty.txt"]
    dismissed = opened("articles", articles_of("Herald"))
    session_of(dismissed).messages.append("A message.")
    dismissed.run().button(key="dismiss").click().run()
    assert "A message." not in words(dismissed)


def test_thirty_files_at_once_keep_the_first_twelve_and_say_so() -> None:
    files = [(f"{n:02}.txt", f"Headline {n}\n\nThe ferry number {n} stopped on Friday at noon.".encode()) for n in range(30)]
    app = upload(fresh(), *files)
    assert not app.exception
    assert [entry.article.name for entry in session_of(app).entries] == [name for name, _ in files[:MAX_ARTICLES]]
    assert words(app).count("18 of 30 files were not opened: a comparison holds at most 12 articles") == 1
    app = paste(app, HERALD)
    assert len(session_of(app).entries) == MAX_ARTICLES
    assert "The text was not added: a comparison holds at most 12 articles" in words(app)


def test_an_article_taken_away_does_not_come_back_from_the_box() -> None:
    app = upload(fresh(), ("herald.txt", HERALD.encode()), ("wire.txt", WIRE.encode()))
    first = session_of(app).entries[0].id
    app.button(key=f"remove-{first}").click().run()
    app.run()
    assert [entry.article.name for entry in session_of(app).entries] == ["wire.txt"]


def test_the_same_text_twice_is_told() -> None:
    app = upload(fresh(), ("herald.txt", HERALD.encode()), ("copy.txt", HERALD.encode()))
    assert "B · copy.txt has the same text as A · herald.txt." in words(app)
    assert len(session_of(app).entries) == 2


def test_furniture_is_listed_by_rule_restored_and_removed_again() -> None:
    app = opened("articles", articles_of("Herald"), compared=False)
    (before,) = (entry.article for entry in session_of(app).entries)
    shared = next(item for item in before.removed if "Share this article" in item.text)
    assert any("removed as page furniture" in expander.label and shared.rule in expander.label for expander in app.expander)
    assert shared.text.strip() in [text.value for text in app.text]
    place = before.removed.index(shared)
    app.button(key=f"restore-0-{place}").click().run()
    after = session_of(app).articles[0]
    assert "Share this article" in after.text
    assert shared not in after.removed
    app.button(key="remove again-0-0").click().run()
    assert session_of(app).articles == (before,)
    assert [correction.kind for correction in session_of(app).log.done] == ["restore", "remove"]
    app.button(key="undo").click().run()
    assert session_of(app).articles[0] == after


def test_an_article_without_furniture_says_so() -> None:
    app = opened("articles", articles_of("Post"), compared=False)
    assert "Nothing was taken for page furniture." in words(app)


def test_the_masthead_can_be_edited_and_a_bad_date_changes_nothing() -> None:
    app = opened("articles", articles_of("Herald", "Wire"))
    app.text_input(key="outlet-0").set_value("Lunde Herald")
    app.text_input(key="byline-0").set_value("Ida Marsh")
    app.text_input(key="published-0").set_value("2026-01-09")
    app.button("FormSubmitter:masthead-form-0-Keep these").click().run()
    edited = session_of(app).articles[0]
    assert (edited.outlet, edited.masthead.byline, edited.published) == ("Lunde Herald", "Ida Marsh", "2026-01-09")
    assert "A · Lunde Herald" in words(app)
    app.text_input(key="published-0").set_value("the day before yesterday")
    app.button("FormSubmitter:masthead-form-0-Keep these").click().run()
    assert not app.exception
    assert session_of(app).articles[0].published == "2026-01-09"
    assert "day before yesterday" in words(app)


def test_changes_after_comparing_keep_the_comparison_and_are_told() -> None:
    app = opened("articles", articles_of("Herald", "Wire"))
    assert "Compared:" in words(app)
    assert app.button(key="compare").label == "Compare again"
    app.button(key="remove-1").click().run()
    assert session_of(app).analysis is not None
    app = paste(app, "Ferry mended\n\nThe ferry to Lunde sails again on Tuesday.", "Post")
    assert "The articles have changed since the last comparison, which is kept until you compare again." in words(app)


def test_putting_everything_away_leads_back_to_the_samples() -> None:
    app = opened("articles", articles_of("Herald", "Wire"))
    app.button(key="start-again").click().run()
    assert not session_of(app).entries
    assert session_of(app).analysis is None
    assert "Open a sample story" in [sub.value for sub in app.header]


def test_a_sample_takes_the_place_of_the_articles_and_they_can_come_back() -> None:
    app = opened("articles", articles_of("Herald", "Wire"))
    compared = session_of(app).analysis
    assert "bring-back" not in [button.key for button in app.button]
    app.button(key="sample-quernby-bridge").click().run()
    assert len(session_of(app).entries) == 3
    assert app.button(key="bring-back").label == "Bring back the previous 2 articles"
    app.button(key="bring-back").click().run()
    assert not app.exception
    assert [entry.article.outlet for entry in session_of(app).entries] == ["Herald", "Wire"]
    assert session_of(app).analysis is compared
    assert app.button(key="bring-back").label == "Bring back the previous 3 articles"


def test_what_was_put_away_can_come_back_to_an_empty_page() -> None:
    app = opened("articles", articles_of("Herald"), compared=False)
    app.button(key="start-again").click().run()
    assert app.button(key="bring-back").label == "Bring back the previous article"
    app.button(key="bring-back").click().run()
    assert [entry.article.outlet for entry in session_of(app).entries] == ["Herald"]
    assert "bring-back" not in [button.key for button in app.button]
    app = paste(app, WIRE, "Wire")
    assert len({entry.id for entry in session_of(app).entries}) == 2


def test_far_below_a_story_a_word_points_to_what_is_told_above() -> None:
    first = paste(fresh(), "https://herald.example/ferry")
    assert not first.toast
    app = paste(paste(fresh(), HERALD, "Herald"), "https://herald.example/ferry")
    assert [toast.value for toast in app.toast] == ["Not everything could be used as it is: the top of this page says why."]
    mixed = upload(fresh(), ("herald.txt", HERALD.encode()), ("empty.txt", b""))
    assert [toast.value for toast in mixed.toast] == ["Reading 2 files"]
    assert not paste(mixed, WIRE, "Wire").toast


def test_a_file_that_names_no_outlet_and_an_outlet_of_its_own_agency() -> None:
    text = "Ferry back\n\nLUNDE, Jan. 9 (Herald) - The ferry to Lunde sails again."
    unnamed = upload(fresh(), ("a.txt", HERALD.encode()))
    assert "outlet not given" in words(unnamed)
    assert "Herald copy" in words(paste(fresh(), text, "Wire"))
    assert "Herald copy" not in words(paste(fresh(), text, "Herald"))


def test_hostile_names_are_shown_word_for_word_and_make_no_markup() -> None:
    app = upload(fresh(), (f"{HOSTILE.replace('/', '')}.txt", HERALD.encode()), ("<b>.txt", b""))
    app = paste(app, f"{HOSTILE}\n\nThe ferry <script>alert(1)</script> stopped on Friday at noon.", HOSTILE)
    assert not app.exception
    assert HOSTILE in words(app)
    assert "<img" not in html(app)
    assert "<script" not in html(app)
    assert "<b>.txt" not in html(app)
    helps = [button.help for button in app.button if button.label == "Remove"]
    assert any(r"\[x\]\(y\) \*\*b\*\*" in text for text in helps)
    app.button(key="compare").click().run()
    assert not app.exception
    assert "<img" not in html(app)


def test_a_removed_passage_with_marks_is_plain_text() -> None:
    app = opened("articles", articles_of("Herald"), compared=False)
    entry = session_of(app).entries[0]
    entry.article = replace(entry.article, removed=(Removed(0, 5, HOSTILE, HOSTILE),))
    app.run()
    assert HOSTILE in [text.value for text in app.text]
    assert not any("**b**" in (markdown.value or "") for markdown in app.markdown)


@pytest.mark.parametrize(
    ("published", "shown"), [("2026-01-09", "9 January 2026"), ("--01-09", "9 January, year not given"), (None, "date not given")]
)
def test_a_date_says_what_it_lacks(published: str | None, shown: str) -> None:
    assert dated(published) == shown


def test_a_text_outside_english_says_so_before_it_is_compared() -> None:
    spanish = "El transbordador se detiene\n\nEl transbordador a Lunde se detuvo el viernes a las siete tras un incendio. "
    app = paste(fresh(), spanish + "Nadie resultó herido, dijo la policía del puerto.", "El Faro")
    assert "In Spanish: outside English the results are less reliable." in words(app)
    assert "outside English" not in words(paste(fresh(), HERALD, "Herald"))


def test_sentences_that_are_no_part_of_the_story_are_taken_out() -> None:
    app = opened("articles", articles_of("Herald", "Wire"))
    gone = session_of(app).articles[0].sentences[-1].text
    app.session_state["text-0"] = True
    app.run()
    app.multiselect(key="no-story-0").set_value([len(session_of(app).articles[0].sentences) - 1])
    app.button("FormSubmitter:no-story-0-form-Take these out").click().run()
    assert gone not in session_of(app).articles[0].text
    assert session_of(app).compared_articles == session_of(app).articles
    assert any("by hand" in expander.label for expander in app.expander)

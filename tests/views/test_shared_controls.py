"""What several pages share: long lists that open, one of several things to choose, what is made once for a comparison."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

LIST = """
import streamlit as st
from components.views import pagination
for entry in pagination.first_rows(range({many}), 3, "it"):
    st.text(str(entry))
pagination.show_all_button({many}, 3, "it", noun="facts", fewer={fewer!r})
"""
CHOICE = """
import streamlit as st
from components.views import widgets
offered = st.session_state.get("offered", ["all", "some"])
st.text(widgets.choice({name: name.upper() for name in offered}, "Which", "which"))
"""
ONCE = """
import streamlit as st
from components.views.session import cached_in_session
from tests.report.factories_details import every_kind
made = st.session_state.setdefault("made", [])
told = st.session_state.setdefault("told", every_kind())
st.text(cached_in_session("here", told, lambda: made.append(1) or len(made), st.session_state.get("theme", "light")))
"""


def shown(app: AppTest) -> list[str]:
    assert not app.exception
    return [text.value for text in app.text]


def test_a_long_list_opens_and_closes_where_there_is_a_way_back() -> None:
    app = AppTest.from_string(LIST.format(many=5, fewer="Show fewer")).run()
    assert shown(app) == ["0", "1", "2"]
    assert app.button(key="it-more").label == "Show all 5 facts"
    app.button(key="it-more").click().run()
    assert len(shown(app)) == 5
    assert app.button(key="it-more").label == "Show fewer"
    app.button(key="it-more").click().run()
    assert len(shown(app)) == 3


def test_without_a_way_back_an_open_list_has_no_button_and_a_short_one_never_has() -> None:
    app = AppTest.from_string(LIST.format(many=5, fewer="")).run()
    app.button(key="it-more").click().run()
    assert len(shown(app)) == 5
    assert not app.button
    assert not AppTest.from_string(LIST.format(many=3, fewer="Show fewer")).run().button


def test_the_first_is_chosen_until_another_is_and_again_when_that_is_gone() -> None:
    app = AppTest.from_string(CHOICE).run()
    assert shown(app) == ["all"]
    app.button_group(key="which").set_value("some").run()
    assert shown(app) == ["some"]
    app.session_state["offered"] = ["all", "none"]
    assert shown(app.run()) == ["all"]


def test_it_is_made_again_only_for_another_comparison_or_another_wish() -> None:
    app = AppTest.from_string(ONCE, default_timeout=60).run()
    assert shown(app) == shown(app.run()) == ["1"]
    app.session_state["theme"] = "dark"
    assert shown(app.run()) == ["2"]
    del app.session_state["told"]
    assert shown(app.run()) == ["3"]

"""The log: done, undone, done again; what is withdrawn; and as many undos as corrections lead back to the very same state."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from components.corrections import (
    Log,
    active,
    check_fact,
    confirm_link,
    judge_difference,
    label_fact,
    merge_facts,
    reject_link,
    rename_articles,
    set_presence,
    split_fact,
    withdraw,
    withdrawals,
)
from components.story import LABELS, Anchor, Comparison, Correction, SentenceRef
from components.story.wire import CorrectionJson
from tests.corrections.factories import decided

MANY = 30
T = TypeVar("T")


def test_undo_and_redo_walk_the_log() -> None:
    one, two = Correction("check_fact"), Correction("withdraw", value="1")
    log = Log().add(one).add(two)
    assert log.undo() == Log((one,), (two,))
    assert log.undo().undo().redo().redo() == log
    assert log.undo().add(one) == Log((one, one))
    assert Log().undo() == Log().redo() == Log()


def test_a_withdrawal_counts_only_what_came_before() -> None:
    one = Correction("check_fact")
    for value in ("3", "0", "-1", "one", "", "9" * 5000, None):
        assert active([one, Correction("withdraw", value=value)]) == ((0, one),)
    assert active([one, withdraw(1)]) == ()
    assert active([one, withdraw(1), withdraw(2)]) == ((0, one),)


def drawn(data: st.DataObject, comparison: Comparison) -> Correction | None:  # noqa: PLR0911
    """Some correction of what is on the screen, or None where the one drawn cannot be made."""

    def draw(things: Iterable[T]) -> T:
        return data.draw(st.sampled_from(list(things)))

    fact, kind = draw(comparison.facts), data.draw(st.integers(0, 8))
    one, other = draw(comparison.keys), draw(comparison.keys)
    places = [SentenceRef(key, draw(comparison.article(key).sentences).index) for key in (one, other)]
    try:
        match kind:
            case 0:
                return reject_link(comparison, places[0], places[1])
            case 1:
                return confirm_link(comparison, places[0], places[1])
            case 2:
                return merge_facts(comparison, fact.id, draw(comparison.facts).id)
            case 3:
                return split_fact(comparison, fact.id, [m.sentence_ref for m in fact.mentions[:1]])
            case 4:
                return label_fact(comparison, fact.id, data.draw(st.text(min_size=1, max_size=20)))
            case 5:
                return set_presence(comparison, fact.id, one, draw(LABELS))
            case 6 if comparison.differences:
                return judge_difference(comparison, draw(comparison.differences), holds=data.draw(st.booleans()))
            case 7 if comparison.corrections:
                return withdraw(data.draw(st.integers(1, len(comparison.corrections))))
            case _:
                return check_fact(comparison, fact.id)
    except ValueError:
        return None


@settings(max_examples=15)
@given(st.data())
def test_thirty_corrections_and_thirty_undos_are_the_identity(data: st.DataObject) -> None:
    log, states = Log(), [decided()]
    for _ in range(MANY):
        made = drawn(data, states[-1])
        if made is not None:
            log = log.add(made)
            states.append(decided(*log.done))
            assert {c for fact in states[-1].facts for c in fact.presence} == set(states[-1].keys)
    for state in reversed(states):
        assert decided(*log.done) == state
        log = log.undo()
    for state in states[1:]:
        log = log.redo()
        assert decided(*log.done) == state


@settings(max_examples=25)
@given(st.data())
def test_a_correction_survives_json(data: st.DataObject) -> None:
    made = drawn(data, decided())
    if made is not None:
        assert CorrectionJson.from_own_json(CorrectionJson.of(made).to_json()).noun() == made


def test_two_withdrawals_are_both_taken_back() -> None:
    log = [Correction("check_fact"), withdraw(1), withdraw(1)]
    assert withdrawals(log, 1) == (2, 3)
    again = [*log, *(withdraw(number) for number in withdrawals(log, 1))]
    assert active(again) == ((0, log[0]),)
    assert withdrawals(again, 1) == ()


def test_digests_are_renamed_throughout() -> None:
    made = Correction("merge_facts", (Anchor("d-2", 1, "x"),), (Anchor("d", 2, "y"),))
    assert rename_articles(Log((made,), (made,)), {"d-2": "d", "d": "d-gone"}) == Log(
        *((Correction("merge_facts", (Anchor("d", 1, "x"),), (Anchor("d-gone", 2, "y"),)),) for _ in range(2))
    )

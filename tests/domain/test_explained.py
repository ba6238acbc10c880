"""The explanation of a verdict agrees with the judge, whatever the rules and the guest are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.checkin import FactKind, Holder, Passing, Point, Rule, Verdict, judge
from networking_app.domain.explained import Step, decisive, explain
from networking_app.domain.points import Question, Window
from networking_app.domain.registration import Status
from networking_app.domain.tickets import CodeForm, CodeKind

NOW = datetime(2026, 11, 26, 7, 0, tzinfo=UTC)  # 9.00 at the event
DOOR = Point("door", "event", "Main door", zone="Europe/Helsinki")
HOLDER = Holder(
    "r", "event", "Day", CodeKind.TICKET, "Aino Aho", "Aho, Aino", "Oy", "Advisor",
    "participant", Status.REGISTERED,
)  # fmt: skip
LUNCH = Question("q1", "Lunch?")
SHIRT = Question("q2", "Shirt?", optional=True)


def came(kind=FactKind.IN, hours=1.0):
    return Passing("c", kind, NOW - timedelta(hours=hours), "Desk 1", "Henna")


def verdicts(holder, point, inside=0):
    return {c.step: c.verdict for c in explain(holder, point, NOW, inside) if not c.passed}


passings = st.builds(
    Passing,
    st.just("c"),
    st.sampled_from((FactKind.IN, FactKind.OUT, FactKind.BACK)),
    st.floats(0.1, 60).map(lambda hours: NOW - timedelta(hours=hours)),
    st.just("Desk 1"),
)
windows = st.sampled_from(
    (
        Window("08:00", "12:00"),
        Window("10:00", "12:00"),
        Window("20:00", "03:00"),
        Window("2026-11-25T08:00", "2026-11-25T12:00"),
        Window("08:00", "12:00", ("speaker",)),
        Window("2026-11-27T08:00", ""),
    )
)
points = st.builds(
    replace,
    st.just(DOOR),
    rule=st.sampled_from(Rule),
    allowed=st.sampled_from(((), ("speaker",), ("participant", "press"))),
    tags=st.sampled_from(((), ("crew",))),
    admits_badges=st.booleans(),
    windows=st.lists(windows, max_size=2).map(tuple),
    per_day=st.booleans(),
    capacity=st.sampled_from((None, 0, 1, 80)),
    questions=st.just((LUNCH, SHIRT)),
)
holders = st.builds(
    replace,
    st.just(HOLDER),
    event_id=st.sampled_from(("event", "event", "event", "other")),
    code_kind=st.sampled_from(CodeKind),
    category=st.sampled_from(("participant", "speaker", "")),
    status=st.sampled_from(Status),
    attention=st.sampled_from(("", "Wants to see the head")),
    holds=st.booleans(),
    blocked=st.sampled_from(("", "", "Unpaid")),
    tags=st.sampled_from(((), ("crew",))),
    missing=st.sampled_from(((), (SHIRT,), (LUNCH, SHIRT))),
    last=st.none() | passings,
    entered=st.none() | passings,
)


@given(holders, points, st.integers(0, 81))
def test_first_rule_not_passed_is_the_verdict(holder, point, inside):
    answer = judge("C", CodeForm.OURS, holder, point, "", NOW, inside=inside)
    checks = explain(holder, point, NOW, inside)
    decides = decisive(checks)
    assert answer.verdict == (decides.verdict if decides else Verdict.WELCOME)
    assert [check.step for check in checks] == list(Step)
    assert all(check.passed for check in checks if not check.applies)
    # Whatever else the judge names is a cross in the list too.
    assert set(answer.also) <= {check.verdict for check in checks}


@given(holders, points, st.integers(0, 81))
def test_entry_or_opening_that_decides_is_the_one_of_the_answer(holder, point, inside):
    answer = judge("C", CodeForm.OURS, holder, point, "", NOW, inside=inside)
    decides = decisive(explain(holder, point, NOW, inside))
    if decides and decides.step is Step.ENTRIES:
        assert (decides.at, decides.desk) == (answer.at, answer.desk)
    if decides and decides.step is Step.TIME:
        assert decides.opens == answer.opens


def test_all_failing_rules_have_a_cross():
    holder = replace(
        HOLDER, blocked="Unpaid", last=came(), entered=came(), missing=(LUNCH,),
        code_kind=CodeKind.BADGE,
    )  # fmt: skip
    point = replace(
        DOOR, allowed=("speaker",), admits_badges=False, capacity=3, questions=(LUNCH,),
        windows=(Window("10:00", "11:00"),),
    )  # fmt: skip
    assert verdicts(holder, point, 3) == {
        Step.REGISTRATION: Verdict.BLOCKED,
        Step.ENTRIES: Verdict.ALREADY_IN,
        Step.TIME: Verdict.OUTSIDE_TIME,
        Step.CODE: Verdict.NOT_ALLOWED,
        Step.CATEGORY: Verdict.NOT_ALLOWED,
        Step.QUESTIONS: Verdict.DATA_MISSING,
    }


def test_room_is_full_for_those_outside_only():
    point = replace(DOOR, capacity=3, rule=Rule.MANY)
    assert verdicts(HOLDER, point, 3) == {Step.ROOM: Verdict.FULL}
    assert verdicts(replace(HOLDER, last=came(), entered=came()), point, 3) == {}


def test_note_stops_only_before_the_first_entry():
    holder = replace(HOLDER, attention="Note", holds=True)
    assert verdicts(holder, DOOR) == {Step.NOTE: Verdict.HOLD}
    back = replace(holder, last=came(FactKind.OUT), entered=came(hours=2))
    assert verdicts(back, replace(DOOR, rule=Rule.IN_AND_OUT)) == {}


def test_rules_that_a_point_has_not_do_not_apply():
    applying = {check.step for check in explain(HOLDER, DOOR, NOW) if check.applies}
    assert applying == {Step.REGISTRATION, Step.ENTRIES}

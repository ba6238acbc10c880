"""The rule of the door: every case of the table, and what holds for all of them."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.checkin import (
    REPEAT,
    FactKind,
    Holder,
    Passing,
    Point,
    Rule,
    ScanAnswer,
    Verdict,
    judge,
    written,
)
from networking_app.domain.registration import Status
from networking_app.domain.tickets import CodeForm, CodeKind

NOW = datetime(2026, 11, 26, 7, 0, tzinfo=UTC)
DOOR = Point("door", "event", "Main door")
HOLDER = Holder(
    "r", "event", "Day", CodeKind.TICKET, "Aino Aho", "Aho, Aino", "Oy", "Advisor",
    "participant", Status.REGISTERED,
)  # fmt: skip


def was(kind=FactKind.IN, seconds=60.0, desk="Desk 1"):
    return Passing("c", kind, NOW - timedelta(seconds=seconds), desk, "Henna")


def verdict(holder=HOLDER, point=DOOR, desk="Desk 1", form=CodeForm.OURS):
    return judge("CODE", form, holder, point, desk, NOW).verdict


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (CodeForm.OURS, Verdict.UNKNOWN),
        (CodeForm.MISTYPED, Verdict.MISTYPED),
        (CodeForm.OTHER, Verdict.UNKNOWN),
    ],
)
def test_code_without_holder(form, said):
    assert judge("X", form, None, DOOR, "Desk 1", NOW) == ScanAnswer(said, "X")


@pytest.mark.parametrize(
    ("changes", "point", "said"),
    [
        ({}, {}, Verdict.WELCOME),
        ({"event_id": "other"}, {}, Verdict.WRONG_EVENT),
        ({"event_id": "other", "status": Status.CANCELLED}, {}, Verdict.WRONG_EVENT),
        ({"status": Status.CANCELLED}, {}, Verdict.CANCELLED),
        ({"status": Status.CANCELLED}, {"allowed": ("vip",)}, Verdict.CANCELLED),
        ({"status": Status.WAITING}, {}, Verdict.WAITING),
        ({"status": Status.WAITING}, {"allowed": ("vip",)}, Verdict.WAITING),
        ({}, {"allowed": ("vip",)}, Verdict.NOT_ALLOWED),
        ({"category": "vip"}, {"allowed": ("vip", "press")}, Verdict.WELCOME),
        ({"code_kind": CodeKind.BADGE}, {"admits_badges": False}, Verdict.NOT_ALLOWED),
        ({"code_kind": CodeKind.BADGE}, {}, Verdict.WELCOME),
        ({"code_kind": CodeKind.FOREIGN}, {"admits_badges": False}, Verdict.WELCOME),
        ({"status": Status.CANCELLED, "last": was()}, {}, Verdict.CANCELLED),
    ],
)
def test_first_reason_that_holds_is_said(changes, point, said):
    assert verdict(replace(HOLDER, **changes), replace(DOOR, **point)) is said


# rule, last kind, seconds ago, same desk -> verdict, whether a fact is written
TABLE = [
    (Rule.ONCE, None, 0, True, Verdict.WELCOME, True),
    (Rule.MANY, None, 0, True, Verdict.WELCOME, True),
    (Rule.IN_AND_OUT, None, 0, True, Verdict.WELCOME, True),
    (Rule.ONCE, FactKind.OUT, 60, True, Verdict.WELCOME, True),
    (Rule.MANY, FactKind.OUT, 60, True, Verdict.WELCOME, True),
    (Rule.IN_AND_OUT, FactKind.OUT, 60, True, Verdict.WELCOME, True),
    (Rule.ONCE, FactKind.IN, 60, True, Verdict.ALREADY_IN, False),
    (Rule.MANY, FactKind.IN, 60, True, Verdict.WELCOME, True),
    (Rule.IN_AND_OUT, FactKind.IN, 60, True, Verdict.WELCOME, True),
    (Rule.ONCE, FactKind.IN, 5, True, Verdict.WELCOME, False),
    (Rule.MANY, FactKind.IN, 5, True, Verdict.WELCOME, False),
    (Rule.IN_AND_OUT, FactKind.IN, 5, True, Verdict.WELCOME, False),
    (Rule.ONCE, FactKind.IN, 5.001, True, Verdict.ALREADY_IN, False),
    (Rule.ONCE, FactKind.IN, 5, False, Verdict.ALREADY_IN, False),
    (Rule.MANY, FactKind.IN, 5, False, Verdict.WELCOME, True),
    (Rule.ONCE, FactKind.IN, -1, True, Verdict.ALREADY_IN, False),
    (Rule.ONCE, FactKind.IN, 0, True, Verdict.WELCOME, False),
]


@pytest.mark.parametrize(("rule", "kind", "ago", "same", "said", "writes"), TABLE)
def test_decision_table(rule, kind, ago, same, said, writes):
    last = None if kind is None else was(kind, ago, "Desk 1" if same else "Desk 2")
    point = replace(DOOR, rule=rule)
    answer = judge("C", CodeForm.OURS, replace(HOLDER, last=last), point, "Desk 1", NOW)
    assert answer.verdict is said
    assert (answer.verdict is Verdict.WELCOME and not answer.repeated) == writes


def test_already_in_says_when_where_and_by_whom():
    answer = judge("C", CodeForm.OURS, replace(HOLDER, last=was()), DOOR, "Desk 2", NOW)
    assert (answer.at, answer.desk, answer.actor) == (was().at, "Desk 1", "Henna")


def test_repeated_scan_names_the_first_check_in():
    answer = judge("C", CodeForm.OURS, replace(HOLDER, last=was(seconds=2)), DOOR, "Desk 1", NOW)
    assert (answer.repeated, answer.check_in_id, answer.at) == (True, "c", was(seconds=2).at)


def test_answer_that_was_written_names_its_fact():
    answer = judge("C", CodeForm.OURS, HOLDER, DOOR, "Desk 1", NOW)
    assert written(answer, "fact") == replace(answer, check_in_id="fact")
    assert answer.at == NOW


holders = st.builds(
    lambda event, kind, category, status, last: replace(
        HOLDER, event_id=event, code_kind=kind, category=category, status=status, last=last
    ),
    st.sampled_from(["event", "other"]),
    st.sampled_from(CodeKind),
    st.sampled_from(["participant", "vip"]),
    st.sampled_from(Status),
    st.none()
    | st.builds(
        was,
        st.sampled_from([FactKind.IN, FactKind.OUT]),
        st.floats(-10, 100),
        st.sampled_from(["Desk 1", "Desk 2"]),
    ),
)
points = st.builds(
    lambda rule, allowed, badges: replace(DOOR, rule=rule, allowed=allowed, admits_badges=badges),
    st.sampled_from(Rule),
    st.sampled_from([(), ("vip",), ("vip", "participant")]),
    st.booleans(),
)


@given(holders, points, st.sampled_from(CodeForm))
def test_whoever_is_let_in_may_be_let_in(holder, point, form):
    answer = judge("C", form, holder, point, "Desk 1", NOW)
    assert answer.holder == holder
    if answer.verdict is Verdict.WELCOME:
        assert holder.event_id == point.event_id
        assert holder.status is Status.REGISTERED
        assert not point.allowed or holder.category in point.allowed
        assert answer.at is not None
    if answer.verdict is Verdict.ALREADY_IN:
        assert point.rule is Rule.ONCE
        assert holder.last is not None


@given(holders, points)
def test_once_means_one_fact_until_it_is_undone(holder, point):
    point = replace(point, rule=Rule.ONCE)
    for desk, later in itertools.product(("Desk 1", "Desk 2"), (0, 3, 60)):
        now = NOW + timedelta(seconds=later)
        first = judge("C", CodeForm.OURS, holder, point, desk, NOW)
        if first.verdict is Verdict.WELCOME and not first.repeated:
            inside = replace(holder, last=Passing("n", FactKind.IN, NOW, desk))
            again = judge("C", CodeForm.OURS, inside, point, desk, now)
            assert again.repeated == (now - NOW <= REPEAT)
            assert again.repeated or again.verdict is Verdict.ALREADY_IN

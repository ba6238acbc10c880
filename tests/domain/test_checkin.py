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
    Direction,
    FactKind,
    Holder,
    Passing,
    Point,
    Question,
    Rule,
    ScanAnswer,
    Verdict,
    failed_rules,
    judge,
    judge_leaving,
    may_be_overridden,
    written,
)
from networking_app.domain.points import Window
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
    # Going out does not open a door that opens once: a photographed badge would come in.
    (Rule.ONCE, FactKind.OUT, 60, True, Verdict.ALREADY_IN, False),
    (Rule.MANY, FactKind.OUT, 60, True, Verdict.WELCOME, True),
    (Rule.IN_AND_OUT, FactKind.OUT, 60, True, Verdict.WELCOME, True),
    (Rule.ONCE, FactKind.IN, 60, True, Verdict.ALREADY_IN, False),
    (Rule.MANY, FactKind.IN, 60, True, Verdict.WELCOME, True),
    (Rule.IN_AND_OUT, FactKind.IN, 60, True, Verdict.ALREADY_IN, False),
    (Rule.IN_AND_OUT, FactKind.BACK, 60, True, Verdict.ALREADY_IN, False),
    (Rule.ONCE, FactKind.IN, 5, True, Verdict.WELCOME, False),
    (Rule.MANY, FactKind.IN, 5, True, Verdict.WELCOME, False),
    (Rule.IN_AND_OUT, FactKind.IN, 5, True, Verdict.WELCOME, False),
    (Rule.ONCE, FactKind.BACK, 5, True, Verdict.WELCOME, False),
    (Rule.ONCE, FactKind.IN, 5.001, True, Verdict.ALREADY_IN, False),
    (Rule.ONCE, FactKind.IN, 5, False, Verdict.ALREADY_IN, False),
    (Rule.MANY, FactKind.IN, 5, False, Verdict.WELCOME, True),
    (Rule.ONCE, FactKind.IN, -1, True, Verdict.ALREADY_IN, False),
    (Rule.ONCE, FactKind.IN, 0, True, Verdict.WELCOME, False),
]


def passed(last, entered=None):
    """The holder after this; who went out had come in before."""
    came = was(seconds=600) if last is not None and last.kind is FactKind.OUT else last
    return replace(HOLDER, last=last, entered=entered or came)


@pytest.mark.parametrize(("rule", "kind", "ago", "same", "said", "writes"), TABLE)
def test_decision_table(rule, kind, ago, same, said, writes):
    last = None if kind is None else was(kind, ago, "Desk 1" if same else "Desk 2")
    point = replace(DOOR, rule=rule)
    answer = judge("C", CodeForm.OURS, passed(last), point, "Desk 1", NOW)
    assert answer.verdict is said
    assert (answer.verdict is Verdict.WELCOME and not answer.repeated) == writes


def test_already_in_says_when_where_and_by_whom():
    answer = judge("C", CodeForm.OURS, passed(was()), DOOR, "Desk 2", NOW)
    assert (answer.at, answer.desk, answer.actor) == (was().at, "Desk 1", "Henna")


def test_repeated_scan_names_the_first_check_in():
    answer = judge("C", CodeForm.OURS, passed(was(seconds=2)), DOOR, "Desk 1", NOW)
    assert (answer.repeated, answer.check_in_id, answer.at) == (True, "c", was(seconds=2).at)


def test_answer_that_was_written_names_its_fact():
    answer = judge("C", CodeForm.OURS, HOLDER, DOOR, "Desk 1", NOW)
    assert written(answer, "fact") == replace(answer, check_in_id="fact")
    assert answer.at == NOW


NOON = Window("2026-11-26T12:00", "2026-11-26T14:00")  # the clock shows 9.00 (Helsinki)
SMALL = {"capacity": 2}
NOT_ALSO = (Verdict.NOT_ALLOWED,)
WANTED = Question("q", "Laptop brought?")
OPTIONAL = replace(WANTED, optional=True)


@pytest.mark.parametrize(
    ("changes", "point", "inside", "said", "also"),
    [
        ({"blocked": "Asked to stay away"}, {}, 0, Verdict.BLOCKED, ()),
        ({"blocked": "x", "status": Status.CANCELLED}, {}, 0, Verdict.BLOCKED, ()),
        ({"blocked": "x", "event_id": "other"}, {}, 0, Verdict.WRONG_EVENT, ()),
        ({}, SMALL, 1, Verdict.WELCOME, ()),
        ({}, SMALL, 2, Verdict.FULL, ()),
        ({}, {"windows": (NOON,)}, 0, Verdict.OUTSIDE_TIME, ()),
        ({}, {"windows": (replace(NOON, opens=""),)}, 0, Verdict.WELCOME, ()),
        (
            {},
            {"windows": (NOON,), "allowed": ("vip",), **SMALL},
            2,
            Verdict.FULL,
            (Verdict.OUTSIDE_TIME, Verdict.NOT_ALLOWED),
        ),
        ({}, {"windows": (NOON,), "allowed": ("vip",)}, 0, Verdict.OUTSIDE_TIME, NOT_ALSO),
        ({"tags": ("crew",)}, {"allowed": ("vip",), "tags": ("crew",)}, 0, Verdict.WELCOME, ()),
        ({}, {"tags": ("crew",)}, 0, Verdict.NOT_ALLOWED, ()),
        ({"missing": (WANTED,)}, {}, 0, Verdict.DATA_MISSING, ()),
        ({"missing": (OPTIONAL,)}, {}, 0, Verdict.WELCOME, ()),
        ({"missing": (WANTED,), "attention": "x", "holds": True}, {}, 0, Verdict.DATA_MISSING, ()),
        ({"attention": "Give the envelope", "holds": True}, {}, 0, Verdict.HOLD, ()),
        ({"attention": "Give the envelope"}, {}, 0, Verdict.WELCOME, ()),
        ({"attention": "", "holds": True}, {}, 0, Verdict.WELCOME, ()),
        ({"attention": "x", "holds": True}, {"allowed": ("vip",)}, 0, Verdict.NOT_ALLOWED, ()),
    ],
)  # fmt: skip
def test_least_rigid_rule_that_fails_is_the_answer(changes, point, inside, said, also):
    door = replace(DOOR, zone="Europe/Helsinki", **point)
    holder = replace(HOLDER, **changes)
    answer = judge("C", CodeForm.OURS, holder, door, "Desk 1", NOW, inside=inside)
    assert (answer.verdict, answer.also) == (said, also)
    assert answer.inside == (None if door.capacity is None else inside)


def test_refusal_for_time_says_when_it_opens():
    door = replace(DOOR, zone="Europe/Helsinki", windows=(NOON,))
    answer = judge("C", CodeForm.OURS, HOLDER, door, "Desk 1", NOW)
    assert answer.opens == datetime(2026, 11, 26, 12, 0)  # noqa: DTZ001 (the clock on the wall)


def test_guest_who_is_inside_needs_no_second_place():
    full = replace(DOOR, rule=Rule.MANY, capacity=1)
    inside = replace(passed(was()), attention="x", holds=True)
    answer = judge("C", CodeForm.OURS, inside, full, "Desk 1", NOW, inside=1)
    assert answer.verdict is Verdict.WELCOME  # and the note was confirmed at the first entry


def test_entry_of_an_earlier_day_does_not_count_where_days_are_apart():
    daily = replace(DOOR, per_day=True, zone="Europe/Helsinki")
    late = NOW.replace(hour=1)  # 3.00 on the wall: the evening before is still going on
    for now, hours, said in (
        (NOW, 20, Verdict.WELCOME),
        (NOW, 2, Verdict.ALREADY_IN),
        (late, 5, Verdict.ALREADY_IN),
    ):
        came = Passing("c", FactKind.IN, now - timedelta(hours=hours), "Desk 2")
        holder = replace(HOLDER, last=came, entered=came)
        assert judge("C", CodeForm.OURS, holder, daily, "Desk 1", now).verdict is said


def test_leaving_is_always_granted_to_guests_of_the_event():
    for changes in ({}, {"status": Status.CANCELLED}, {"blocked": "x"}):
        holder = replace(HOLDER, **changes)
        answer = judge_leaving("C", CodeForm.OURS, holder, DOOR, "Desk 1", NOW)
        assert (answer.verdict, answer.direction, answer.at) == (
            Verdict.WELCOME,
            Direction.OUT,
            NOW,
        )
    stranger = replace(HOLDER, event_id="other")
    assert (
        judge_leaving("C", CodeForm.OURS, stranger, DOOR, "D", NOW).verdict is Verdict.WRONG_EVENT
    )
    assert judge_leaving("C", CodeForm.MISTYPED, None, DOOR, "D", NOW).verdict is Verdict.MISTYPED
    assert judge_leaving("C", CodeForm.OTHER, None, DOOR, "D", NOW).verdict is Verdict.UNKNOWN


def test_hurried_second_scan_out_is_a_repeat():
    gone = passed(was(FactKind.OUT, 2))
    answer = judge_leaving("C", CodeForm.OURS, gone, DOOR, "Desk 1", NOW)
    assert (answer.repeated, answer.check_in_id, answer.verdict) == (True, "c", Verdict.WELCOME)
    later = judge_leaving("C", CodeForm.OURS, gone, DOOR, "Desk 2", NOW)
    assert not later.repeated


@pytest.mark.parametrize(
    ("verdict", "holder", "may"),
    [
        (Verdict.WELCOME, HOLDER, False),
        (Verdict.WRONG_EVENT, HOLDER, False),
        (Verdict.UNKNOWN, None, False),
        (Verdict.MISTYPED, None, False),
        (Verdict.CANCELLED, HOLDER, True),
        (Verdict.HOLD, HOLDER, True),
        (Verdict.NOT_ALLOWED, HOLDER, True),
    ],
)
def test_only_a_guest_of_this_event_can_be_let_in_against_a_rule(verdict, holder, may):
    assert may_be_overridden(ScanAnswer(verdict, "C", holder)) is may


passings = st.none() | st.builds(
    was,
    st.sampled_from([FactKind.IN, FactKind.OUT, FactKind.BACK]),
    st.floats(-10, 100_000),
    st.sampled_from(["Desk 1", "Desk 2"]),
)


@st.composite
def holders(draw):
    last = draw(passings)
    came = last if last is None or last.kind is not FactKind.OUT else was(seconds=200_000)
    return replace(
        HOLDER,
        event_id=draw(st.sampled_from(["event", "event", "other"])),
        code_kind=draw(st.sampled_from(CodeKind)),
        category=draw(st.sampled_from(["participant", "vip"])),
        status=draw(st.sampled_from([*Status, Status.REGISTERED, Status.REGISTERED])),
        last=last,
        entered=came,
        attention=draw(st.sampled_from(["", "Envelope"])),
        holds=draw(st.booleans()),
        blocked=draw(st.sampled_from(["", "", "", "Not today"])),
        tags=draw(st.sampled_from([(), ("crew",)])),
        missing=draw(st.sampled_from([(), (), (WANTED,), (OPTIONAL,)])),
    )


points = st.builds(
    lambda **values: replace(DOOR, zone="Europe/Helsinki", **values),
    rule=st.sampled_from(Rule),
    allowed=st.sampled_from([(), ("vip",), ("vip", "participant")]),
    tags=st.sampled_from([(), ("crew",)]),
    admits_badges=st.booleans(),
    windows=st.sampled_from([(), (NOON,), (Window("08:00", "10:00"),)]),
    per_day=st.booleans(),
    capacity=st.sampled_from([None, None, 1, 5]),
)


@given(holders(), points, st.sampled_from(CodeForm), st.integers(0, 6))
def test_whoever_is_let_in_may_be_let_in(holder, point, form, inside):
    answer = judge("C", form, holder, point, "Desk 1", NOW, inside=inside)
    assert answer.holder == holder
    if answer.verdict is Verdict.WELCOME:
        assert (holder.event_id, holder.status) == (point.event_id, Status.REGISTERED)
        assert not holder.blocked
        assert answer.at is not None
    if answer.verdict is Verdict.WELCOME and not answer.repeated:
        assert failed_rules(holder, point, NOW, inside) == ()
        assert all(question.optional for question in holder.missing)
        assert point.lets_in(holder.category, holder.tags)
        assert point.is_open(NOW, holder.category)
        assert point.capacity is None or inside < point.capacity or holder.last is not None
    if answer.verdict is Verdict.ALREADY_IN:
        assert point.rule is not Rule.MANY
        assert answer.at == holder.entered.at


@given(holders(), points, st.integers(0, 6))
def test_every_rule_that_fails_is_named_once_from_the_least_rigid_on(holder, point, inside):
    answer = judge("C", CodeForm.OURS, holder, point, "Desk 1", NOW, inside=inside)
    order = [Verdict.ALREADY_IN, Verdict.FULL, Verdict.OUTSIDE_TIME, Verdict.NOT_ALLOWED]
    if answer.verdict in order:
        named = (answer.verdict, *answer.also)
        assert named == failed_rules(holder, point, NOW, inside)
        assert [order.index(v) for v in named] == sorted({order.index(v) for v in named})
    else:
        assert answer.also == ()


@given(holders(), points)
def test_once_means_one_fact_until_it_is_undone(holder, point):
    point = replace(point, rule=Rule.ONCE, capacity=None)
    for desk, later in itertools.product(("Desk 1", "Desk 2"), (0, 3, 60)):
        now = NOW + timedelta(seconds=later)
        first = judge("C", CodeForm.OURS, holder, point, desk, NOW)
        if first.verdict is Verdict.WELCOME and not first.repeated:
            came = Passing("n", FactKind.IN, NOW, desk)
            inside = replace(holder, last=came, entered=came)
            again = judge("C", CodeForm.OURS, inside, point, desk, now)
            assert again.repeated == (now - NOW <= REPEAT)
            assert again.repeated or again.verdict is Verdict.ALREADY_IN

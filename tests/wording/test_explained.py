"""Every check of the simulator has a sentence that names what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from networking_app.domain.checkin import FactKind, Holder, Passing, Point, Rule
from networking_app.domain.explained import Step, explain
from networking_app.domain.points import Question, Window
from networking_app.domain.registration import Status
from networking_app.domain.tickets import CodeKind
from networking_app.wording import explained

NOW = datetime(2026, 11, 26, 7, 0, tzinfo=UTC)  # 9.00 at the event
DOOR = Point("door", "event", "Main door", zone="Europe/Helsinki")
HOLDER = Holder(
    "r", "event", "Day", CodeKind.TICKET, "Aino Aho", "Aho, Aino", "Oy", "Advisor",
    "participant", Status.REGISTERED,
)  # fmt: skip
LUNCH = Question("q1", "Lunch?")
IN = Passing("c", FactKind.IN, NOW - timedelta(hours=1), "Desk 1")
OUT = Passing("c", FactKind.OUT, NOW - timedelta(minutes=5), "Desk 1")
YESTERDAY = replace(IN, at=NOW - timedelta(days=1))


@pytest.mark.parametrize(
    ("step", "guest", "point", "inside", "said"),
    [
        (Step.REGISTRATION, {}, {}, 0, "Registered."),
        (Step.REGISTRATION, {"status": Status.CANCELLED}, {}, 0, "Cancelled."),
        (
            Step.REGISTRATION, {"status": Status.WAITING, "queue": 4}, {}, 0,
            "On the waiting list, number 4.",
        ),
        (Step.REGISTRATION, {"blocked": "Unpaid"}, {}, 0, "Blocked by the organiser: Unpaid"),
        (Step.REGISTRATION, {"event_id": "x"}, {}, 0, "Registered for another event: Day."),
        (Step.ENTRIES, {}, {}, 0, "Has not been in here."),
        (Step.ENTRIES, {}, {"rule": Rule.MANY}, 0, "Any number of times is allowed here."),
        (
            Step.ENTRIES, {"last": IN, "entered": IN}, {}, 0,
            "Came in 26.11.2026 at 8.00, Desk 1; once is allowed.",
        ),
        (
            Step.ENTRIES, {"last": IN, "entered": IN}, {"per_day": True}, 0,
            "Came in 26.11.2026 at 8.00, Desk 1; once a day is allowed.",
        ),
        (
            Step.ENTRIES, {"last": IN, "entered": IN}, {"rule": Rule.IN_AND_OUT}, 0,
            "Came in 26.11.2026 at 8.00, Desk 1, and has not gone out.",
        ),
        (
            Step.ENTRIES, {"last": OUT, "entered": IN}, {"rule": Rule.IN_AND_OUT}, 0,
            "Went out 26.11.2026 at 8.55, so may come in again.",
        ),
        (
            Step.ENTRIES, {"last": YESTERDAY, "entered": YESTERDAY},
            {"rule": Rule.IN_AND_OUT, "per_day": True}, 0,
            "Was here 25.11.2026 at 9.00; that was on an earlier day and does not count.",
        ),
        (Step.ROOM, {}, {}, 5, "There is no limit to how many are inside."),
        (Step.ROOM, {}, {"capacity": 8}, 5, "There is room: 5 of at most 8 are inside."),
        (Step.ROOM, {}, {"capacity": 8}, 8, "All places are taken: 8 of at most 8 are inside."),
        (
            Step.ROOM, {"last": IN, "entered": IN}, {"capacity": 8}, 8,
            "Is one of the 8 inside, of at most 8.",
        ),
        (Step.TIME, {}, {}, 0, "Open at all times."),
        (Step.TIME, {}, {"windows": (Window("08:00", "10:00"),)}, 0, "Open at this time."),
        (
            Step.TIME, {}, {"windows": (Window("10:00", "11:00"),)}, 0,
            "Opens 26.11.2026 at 10.00.",
        ),
        (
            Step.TIME, {}, {"windows": (Window("", "2026-11-25T12:00"),)}, 0,
            "The opening time is over.",
        ),
        (
            Step.TIME, {}, {"windows": (Window("08:00", "10:00", ("speaker",)),)}, 0,
            "No opening time is for Participant.",
        ),
        (Step.CODE, {}, {}, 0, "Comes with a ticket or was found by name."),
        (Step.CODE, {"code_kind": CodeKind.BADGE}, {}, 0, "Badges let in here."),
        (
            Step.CODE, {"code_kind": CodeKind.BADGE}, {"admits_badges": False}, 0,
            "This is the code of a badge, and only tickets let in here.",
        ),
        (Step.CATEGORY, {}, {}, 0, "All categories are let in."),
        (Step.CATEGORY, {}, {"allowed": ("participant",)}, 0, "Participant is let in here."),
        (Step.CATEGORY, {"tags": ("crew",)}, {"tags": ("crew",)}, 0, "Let in for the tag crew."),
        (
            Step.CATEGORY, {}, {"allowed": ("speaker", "press"), "tags": ("crew",)}, 0,
            "Participant is not let in; only Speaker, Press, crew.",
        ),
        (Step.QUESTIONS, {}, {}, 0, "Nothing is asked here."),
        (Step.QUESTIONS, {}, {"questions": (LUNCH,)}, 0, "Everything is answered."),
        (
            Step.QUESTIONS, {"missing": (LUNCH,)}, {"questions": (LUNCH,)}, 0,
            "Not answered yet: Lunch?",
        ),
        (
            Step.QUESTIONS, {"missing": (replace(LUNCH, optional=True),)},
            {"questions": (LUNCH,)}, 0, "Only optional answers are missing.",
        ),
        (Step.NOTE, {}, {}, 0, "There is no note for the desk."),
        (Step.NOTE, {"attention": "VIP\nseat"}, {}, 0, "Shown, stops nobody: VIP seat"),
        (
            Step.NOTE, {"attention": "VIP", "holds": True}, {}, 0,
            "To be confirmed before entry: VIP",
        ),
        (
            Step.NOTE, {"attention": "VIP", "holds": True, "last": IN, "entered": IN}, {}, 0,
            "Was confirmed at the first entry: VIP",
        ),
    ],
)  # fmt: skip
def test_sentence_of_a_check(step, guest, point, inside, said):
    holder, door = replace(HOLDER, **guest), replace(DOOR, **point)
    check = next(c for c in explain(holder, door, NOW, inside) if c.step is step)
    assert explained.sentence(check, holder, door) == said
    assert explained.step(check)


def test_state_says_passed_not_passed_or_no_such_rule():
    checks = explain(replace(HOLDER, blocked="Unpaid"), DOOR, NOW)
    assert [explained.state(check) for check in checks[:3]] == [
        "not passed", "passed", "no such rule",
    ]  # fmt: skip

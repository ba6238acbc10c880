"""What is on, what comes next, and how far the day is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain import screens
from networking_app.domain.programme import Session
from networking_app.domain.screens import Phase, timetable

DAY = datetime(2026, 11, 26, 7, tzinfo=UTC)
HOUR = timedelta(hours=1)
START, END = "2026-11-26T07:00:00Z", "2026-11-26T14:00:00Z"


def session(name, begins=None, ends=None, room="Hall", kind="talk"):
    def said(hours):
        return "" if hours is None else (DAY + hours * HOUR).isoformat().replace("+00:00", "Z")

    return Session(name, name, kind, "", said(begins), said(ends), room, None)


DAYS = (
    session("Opening", 1, 1.5),
    session("Tour", 1.5, None, "Lobby"),
    session("Talk", 1.5, 3),
    session("Lunch", 4, 5, "Lobby", "break"),
    session("Late", 6),
    session("Some time"),
)


@pytest.mark.parametrize(
    ("at", "phase", "now", "coming"),
    [
        (0, Phase.BEFORE, "", "Opening Tour Talk Lunch Late"),
        (1, Phase.RUNNING, "Opening", "Tour Talk Lunch Late"),
        (2, Phase.RUNNING, "Tour Talk", "Lunch Late"),
        (3.2, Phase.RUNNING, "Tour", "Lunch Late"),
        (3.6, Phase.BREAK, "", "Lunch Late"),
        (4.5, Phase.BREAK, "Lunch", "Late"),
        (7, Phase.RUNNING, "Late", ""),
        (8.5, Phase.AFTER, "", ""),
    ],
)
def test_how_the_day_goes(at, phase, now, coming):
    found = timetable(DAYS, START, END, DAY + at * HOUR)
    assert found.phase is phase
    assert [s.title for s in found.now] == now.split()
    assert [s.title for s in found.next] == coming.split()


def test_without_sessions_the_event_itself_tells():
    ends = timetable((), START, END, DAY + 7 * HOUR)
    assert ends.phase is Phase.AFTER
    assert timetable((), START, END, DAY - HOUR).phase is Phase.BEFORE
    assert timetable((), START, "", DAY + HOUR).phase is Phase.BREAK
    assert timetable((), "2026-11-26", "", DAY).phase is Phase.BEFORE


def test_the_night_between_two_days_is_before_the_second():
    two = (session("One", 1, 2), session("Two", 25, 26))
    found = timetable(two, START, "", DAY + 12 * HOUR)
    assert (found.phase, [s.title for s in found.next]) == (Phase.BEFORE, ["Two"])


def test_of_many_only_the_first_are_shown():
    many = [session(f"s{n}", 1 + n / 10, 2 + n / 10) for n in range(20)]
    assert len(timetable(many, START, END, DAY, most=4).next) == 4


@pytest.mark.parametrize(
    ("title", "kind", "pause"),
    [
        ("Lounas", "talk", True),
        ("Coffee", "", True),
        ("Kahvitauko", "", True),
        ("Anything", "Break", True),
        ("Breaking news", "talk", False),
        ("Lunch talk", "talk", False),
    ],
)
def test_what_is_a_pause(title, kind, pause):
    made = session(title, 1, 2, kind=kind)
    assert screens.is_pause(made) is pause


def test_times_that_cannot_be_read_are_left_out():
    assert screens.moment("soonT") is None
    assert screens.moment("2026-11") is None
    assert screens.moment("2026-11-26T07:00:00") == DAY


SPANS = st.lists(st.tuples(st.floats(-30, 60), st.none() | st.floats(-1, 9)), max_size=12)


@given(SPANS, st.floats(-40, 80))
def test_whatever_the_programme_is_now_and_next_are_told_apart(spans, at):
    made = [
        session(f"s{n}", begins, None if length is None else begins + length)
        for n, (begins, length) in enumerate(spans)
    ]
    moment = DAY + at * HOUR
    found = timetable(made, START, END, moment)
    assert not set(found.now) & set(found.next)
    assert all(screens.moment(s.start) <= moment for s in found.now)
    assert all(screens.moment(s.start) > moment for s in found.next)
    assert [s.start for s in found.next] == sorted(
        (s.start for s in found.next), key=screens.moment
    )
    assert len(found.next) <= 6

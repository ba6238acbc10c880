"""Check-in points: when they are open, whom they let in, and how their rules are written down."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.points import (
    Point,
    PointKind,
    Window,
    format_windows,
    kind_of_name,
    parse_windows,
    read_side,
)

NOW = datetime(2026, 11, 26, 7, 0, tzinfo=UTC)  # 9.00 in Helsinki
DOOR = Point("door", "event", "Door", zone="Europe/Helsinki")


def wall(text):
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("window", "at", "is_open"),
    [
        (Window("08:00", "10:00"), "2026-11-26T08:00", True),
        (Window("08:00", "10:00"), "2026-11-26T10:00", False),
        (Window("08:00", "10:00"), "2026-11-27T09:59", True),
        (Window("22:00", "02:00"), "2026-11-26T23:00", True),
        (Window("22:00", "02:00"), "2026-11-26T01:59", True),
        (Window("22:00", "02:00"), "2026-11-26T02:00", False),
        (Window("08:00"), "2026-11-26T07:59", False),
        (Window("08:00"), "2026-11-26T23:59", True),
        (Window("", "08:00"), "2026-11-26T00:00", True),
        (Window("2026-11-26T08:00"), "2026-11-26T07:59", False),
        (Window("2026-11-26T08:00"), "2027-01-01T00:00", True),
        (Window("2026-11-26T08:00", "2026-11-26T09:00"), "2026-11-26T09:00", False),
        (Window("", "2026-11-26T09:00"), "2026-11-25T09:00", True),
    ],
)
def test_window_is_open_from_its_start_until_before_its_end(window, at, is_open):
    assert window.is_open(wall(at)) is is_open


@pytest.mark.parametrize(
    ("window", "opens"),
    [
        (Window("08:00", "10:00"), "2026-11-27T08:00"),
        (Window("12:00", "14:00"), "2026-11-26T12:00"),
        (Window("2026-11-28T07:00"), "2026-11-28T07:00"),
        (Window("2026-11-20T07:00", "2026-11-20T08:00"), None),
        (Window("", "08:00"), None),
    ],
)
def test_next_opening(window, opens):
    found = window.next_opening(wall("2026-11-26T09:00"))
    assert found == (wall(opens) if opens else None)


def test_point_is_open_for_whom_one_window_is_open():
    door = replace(DOOR, windows=(Window("08:00", "12:00", ("speaker",)), Window("10:00", "12:00")))
    assert door.is_open(NOW, "speaker")
    assert not door.is_open(NOW, "participant")
    assert door.next_opening(NOW, "participant") == wall("2026-11-26T10:00")
    assert door.next_opening(NOW, "speaker") == wall("2026-11-26T10:00")
    assert DOOR.is_open(NOW, "anybody")
    assert DOOR.next_opening(NOW, "anybody") is None


@pytest.mark.parametrize(
    ("allowed", "tags", "category", "own", "let_in"),
    [
        ((), (), "participant", (), True),
        (("vip",), (), "vip", (), True),
        (("vip",), (), "participant", (), False),
        (("vip",), ("crew",), "participant", ("crew",), True),
        ((), ("crew",), "participant", ("crew", "late"), True),
        ((), ("crew",), "participant", (), False),
    ],
)
def test_category_or_tag_opens(allowed, tags, category, own, let_in):
    assert replace(DOOR, allowed=allowed, tags=tags).lets_in(category, own) is let_in


@pytest.mark.parametrize(
    ("now", "began"),
    [
        (NOW, datetime(2026, 11, 26, 2, 0, tzinfo=UTC)),
        (datetime(2026, 11, 26, 1, 59, tzinfo=UTC), datetime(2026, 11, 25, 2, 0, tzinfo=UTC)),
        # The night in which the clocks go back, 25 October 2026: 4.00 is an hour later in UTC.
        (datetime(2026, 10, 25, 9, 0, tzinfo=UTC), datetime(2026, 10, 25, 2, 0, tzinfo=UTC)),
        (datetime(2026, 10, 24, 9, 0, tzinfo=UTC), datetime(2026, 10, 24, 1, 0, tzinfo=UTC)),
    ],
)
def test_day_of_a_point_begins_when_the_night_is_over(now, began):
    assert DOOR.day_start(now) == began


def test_zone_that_this_computer_does_not_know_keeps_the_door_working():
    assert replace(DOOR, zone="Mars/Olympus").local(NOW) == NOW


def test_point_counts_alone_unless_it_is_linked():
    assert DOOR.together == ("door",)
    assert replace(DOOR, linked=("door", "gate")).together == ("door", "gate")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("8.00", "08:00"),
        ("08:30", "08:30"),
        (" 23:59 ", "23:59"),
        ("", ""),
        ("2026-11-26 8.00", "2026-11-26T08:00"),
        ("2026-11-26T08:00", "2026-11-26T08:00"),
    ],
)
def test_side_of_a_window_is_read_as_people_type_it(typed, stored):
    assert read_side(typed) == stored


@pytest.mark.parametrize("typed", ["8", "24:00", "noon", "2026-13-01 8:00", "8:60", "26.11. 8.00"])
def test_side_that_is_no_time_is_refused(typed):
    with pytest.raises(ValueError, match=r"."):
        read_side(typed)


@pytest.mark.parametrize("line", ["08:00", "/", "08:00/2026-11-26T09:00", "x/y"])
def test_window_that_makes_no_sense_is_refused(line):
    with pytest.raises(ValueError, match=r"."):
        parse_windows(line)


clocks = st.times().map(lambda at: at.strftime("%H:%M"))
moments = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)).map(  # noqa: DTZ001 (the clock on the wall)
    lambda at: at.strftime("%Y-%m-%dT%H:%M")
)
windows = st.builds(
    lambda sides, names: Window(*sides, tuple(names)),
    st.one_of(*(st.tuples(side | st.just(""), side) for side in (clocks, moments))),
    st.lists(st.sampled_from(["speaker", "press", "vip"]), unique=True),
)


@given(st.lists(windows, max_size=5))
def test_windows_are_read_back_as_they_were_written(found):
    assert parse_windows(format_windows(tuple(found))) == tuple(found)


@given(windows, st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)))  # noqa: DTZ001 (the clock on the wall)
def test_window_is_open_when_it_opens(window, now):
    opens = window.next_opening(now)
    if opens is None:
        return
    assert opens > now
    never = bool(window.closes) and window.closes <= window.opens and not window.is_daily()
    if not never and window.opens != window.closes:
        assert window.is_open(opens)
        assert not window.is_daily() or opens - now <= timedelta(days=1)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Main door", PointKind.DOOR),
        ("Sivuovi", PointKind.DOOR),
        ("Sisäänkäynti B", PointKind.DOOR),
        ("Huvudingång", PointKind.DOOR),
        ("Lunch", PointKind.MEAL),
        ("Lounas 2. krs", PointKind.MEAL),
        ("Lahjapöytä", PointKind.GIFT),
        ("Workshop 3", PointKind.ROOM),
        ("Airport hall", PointKind.ROOM),
        ("Paula", PointKind.ROOM),
        ("", PointKind.ROOM),
    ],
)
def test_name_of_a_point_says_what_it_is(name, kind):
    assert kind_of_name(name) is kind

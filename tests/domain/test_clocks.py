"""Clocks of computers and events: days, how far apart, and when the hour is set."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain import clocks

HELSINKI = "Europe/Helsinki"


@pytest.mark.parametrize(
    ("iso", "day"),
    [
        ("2026-11-26", date(2026, 11, 26)),
        ("2026-11-25T23:30:00Z", date(2026, 11, 26)),
        ("2026-11-26T06:00", date(2026, 11, 26)),
        ("2026-11", None),
        ("2026-02-30", None),
        ("summer 2026", None),
        ("", None),
        ("0001-01-01T00:00:00+14:00", None),
    ],
)
def test_day_of_what_is_stored(iso, day):
    assert clocks.day(iso, HELSINKI) == day


@pytest.mark.parametrize(
    ("start", "end", "day"),
    [
        ("2026-11-26T07:00:00Z", "2026-11-26T14:00:00Z", date(2026, 11, 26)),
        ("2026-11-26T07:00:00Z", "2026-11-26T22:00:00Z", date(2026, 11, 26)),
        ("2026-11-26T07:00:00Z", "2026-11-27T01:00:00Z", date(2026, 11, 27)),
        ("2026-11-26", "2026-11-27", date(2026, 11, 27)),
        ("2026-11-26T07:00:00Z", "", None),
    ],
)
def test_what_ends_at_midnight_ended_the_evening_before(start, end, day):
    assert clocks.last_day(start, end, HELSINKI) == day


@pytest.mark.parametrize(
    ("here", "there", "then", "minutes"),
    [
        ("Europe/Helsinki", "Europe/Helsinki", None, 0),
        ("Europe/Stockholm", "Europe/Helsinki", None, 60),
        ("Europe/Helsinki", "Europe/Stockholm", None, -60),
        ("Asia/Kolkata", "Europe/Helsinki", None, -210),
        # The same clock in November, another one in July.
        ("Africa/Tripoli", "Europe/Helsinki", datetime(2027, 7, 1, tzinfo=UTC), 60),
        ("", "Europe/Helsinki", datetime(2027, 7, 1, tzinfo=UTC), 120),
        ("Nowhere/Land", "Europe/Helsinki", datetime(2027, 7, 1, tzinfo=UTC), 120),
    ],
)
def test_clocks_are_compared_now_and_when_the_event_begins(here, there, then, minutes):
    zone = ZoneInfo(here) if clocks.is_zone(here) else UTC
    now = datetime(2026, 11, 26, 6, 0, tzinfo=UTC).astimezone(zone)
    assert clocks.apart(now, here, there, then) == minutes


@pytest.mark.parametrize(
    ("start", "now", "turn"),
    [
        ("2026-10-25T06:00:00Z", datetime(2026, 10, 24, 12, tzinfo=UTC), ("2026-10-25 03:00", -60)),
        ("2026-03-29", datetime(2026, 3, 28, 12, tzinfo=UTC), ("2026-03-29 04:00", 60)),
        ("2026-11-26T07:00:00Z", datetime(2026, 11, 26, 6, tzinfo=UTC), None),
        ("2026-10-25T06:00:00Z", datetime(2026, 10, 25, 5, tzinfo=UTC), None),
        ("", datetime(2026, 10, 25, 5, tzinfo=UTC), None),
    ],
)
def test_hour_that_is_set_around_the_event_is_found(start, now, turn):
    found = clocks.turn_near(start, "", HELSINKI, now)
    said = None if found is None else (f"{found[0]:%Y-%m-%d %H:%M}", found[1])
    assert said == turn


def test_zone_nobody_knows_is_utc():
    assert clocks.zone("Middle/Earth") is UTC
    assert not clocks.is_zone("Middle/Earth")
    assert clocks.is_zone("UTC")
    assert not clocks.is_zone("")


MOMENTS = st.datetimes(
    datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)  # noqa: DTZ001
)  # fmt: skip


@given(MOMENTS, st.sampled_from(["Europe/Helsinki", "America/New_York", "Australia/Lord_Howe"]))
def test_a_turn_lies_ahead_and_near_the_event(start, name):
    now = start - timedelta(days=2)
    found = clocks.turn_near(start.isoformat(), "", name, now)
    if found is not None:
        at, minutes = found
        assert start - timedelta(hours=37) <= at <= start + timedelta(hours=26)
        before = (at.astimezone(UTC) - timedelta(hours=1)).astimezone(at.tzinfo)
        assert at.utcoffset() - before.utcoffset() == timedelta(minutes=minutes)


@given(MOMENTS, st.text(max_size=30), st.text(max_size=30))
def test_any_text_can_stand_for_a_time(now, start, end):
    assert clocks.day(start, "Europe/Helsinki") is None or start
    clocks.last_day(start, end, "Europe/Helsinki")
    clocks.turn_near(start, end, "Europe/Helsinki", now)

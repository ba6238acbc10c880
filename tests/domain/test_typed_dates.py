from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.typed_dates import event_span, typed_day, typed_time

TODAY = date(2026, 11, 24)
ZONE = "Europe/Helsinki"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("26.11.2026", date(2026, 11, 26)),
        (" 26. 11. 2026 ", date(2026, 11, 26)),
        ("26/11/26", date(2026, 11, 26)),
        ("2026-11-26", date(2026, 11, 26)),
        ("24.11.", date(2026, 11, 24)),
        ("23.11.", date(2027, 11, 23)),
        ("29.2.", date(2028, 2, 29)),
        ("31.2.2026", None),
        ("31.2.", None),
        ("2026-02-31", None),
        ("26.11", None),
        ("tomorrow", None),
        ("", None),
    ],
)
def test_day_is_read_as_people_write_it(text, day):
    assert typed_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("9", time(9)),
        ("9.00", time(9)),
        ("9:30", time(9, 30)),
        ("9h30", time(9, 30)),
        ("0915", time(9, 15)),
        ("24.00", None),
        ("9.60", None),
        ("nine", None),
        ("", None),
    ],
)
def test_time_is_read_as_people_write_it(text, at):
    assert typed_time(text) == at


@given(st.text(alphabet="0123456789.:-/h ", max_size=12))
def test_any_text_is_a_day_or_time_or_none(text):
    day, at = typed_day(text, TODAY), typed_time(text)

    assert day is None or isinstance(day, date)
    assert at is None or isinstance(at, time)


@given(st.dates(date(1970, 1, 1), date(2090, 1, 1)))
def test_written_day_is_read_back(day):
    assert typed_day(f"{day.day}.{day.month}.{day.year}", TODAY) == day
    assert typed_day(day.isoformat(), TODAY) == day


@pytest.mark.parametrize(
    ("parts", "span"),
    [
        ((None, None, None, None), ("", "")),
        ((TODAY, None, None, None), ("2026-11-24", "")),
        ((TODAY, date(2026, 11, 25), None, None), ("2026-11-24", "2026-11-25")),
        ((TODAY, None, time(9), None), ("2026-11-24T07:00:00Z", "")),
        ((TODAY, date(2026, 11, 25), time(9), None), ("2026-11-24T07:00:00Z", "2026-11-25")),
        ((TODAY, None, time(9), time(16)), ("2026-11-24T07:00:00Z", "2026-11-24T14:00:00Z")),
        ((TODAY, None, time(20), time(2)), ("2026-11-24T18:00:00Z", "2026-11-25T00:00:00Z")),
        (
            (TODAY, date(2026, 11, 25), time(9), time(9)),
            ("2026-11-24T07:00:00Z", "2026-11-25T07:00:00Z"),
        ),
    ],
)
def test_span_of_an_event_is_stored_in_utc(parts, span):
    assert event_span(*parts, ZONE) == span

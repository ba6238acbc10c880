"""Opening times as people type them: what is understood, and that nothing is understood wrongly."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.points import Window, format_windows, parse_windows
from networking_app.domain.typed_windows import Slip, read_window, typed

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "opens", "closes"),
    [
        ("8–12", "08:00", "12:00"),
        ("8-12", "08:00", "12:00"),
        ("8 - 12", "08:00", "12:00"),
        ("8.00–12.00", "08:00", "12:00"),
        ("08:00-12:30", "08:00", "12:30"),
        ("0800-1230", "08:00", "12:30"),
        ("8h30—12", "08:30", "12:00"),
        ("klo 8–12", "08:00", "12:00"),
        ("kl. 8–12", "08:00", "12:00"),
        ("8 to 12", "08:00", "12:00"),
        ("8.00", "08:00", ""),
        ("8", "08:00", ""),
        ("8–", "08:00", ""),
        ("8 -", "08:00", ""),
        ("–12", "", "12:00"),
        ("- 12.30", "", "12:30"),
        ("22–2", "22:00", "02:00"),
        ("18–24", "18:00", "00:00"),
        ("26.11. 8.00", "2026-11-26T08:00", ""),
        ("26.11 8.00", "2026-11-26T08:00", ""),
        ("26.11. 8–12", "2026-11-26T08:00", "2026-11-26T12:00"),
        ("26.11.2026 8.00–12.00", "2026-11-26T08:00", "2026-11-26T12:00"),
        ("26.11. klo 8–12", "2026-11-26T08:00", "2026-11-26T12:00"),
        ("26/11/2026 8:00 - 12:00", "2026-11-26T08:00", "2026-11-26T12:00"),
        ("2026-11-26 8:00-12:00", "2026-11-26T08:00", "2026-11-26T12:00"),
        ("2026-11-26T08:00", "2026-11-26T08:00", ""),
        ("26.11. 18–2", "2026-11-26T18:00", "2026-11-27T02:00"),
        ("26.11. 18–24", "2026-11-26T18:00", "2026-11-27T00:00"),
        ("26.11. 8.00 – 27.11. 16.00", "2026-11-26T08:00", "2026-11-27T16:00"),
        ("26.11.", "2026-11-26T00:00", "2026-11-27T00:00"),
        ("26.11.–27.11.", "2026-11-26T00:00", "2026-11-28T00:00"),
        ("2026-11-26", "2026-11-26T00:00", "2026-11-27T00:00"),
        ("–26.11. 12", "", "2026-11-26T12:00"),
        ("23.11. 8", "2027-11-23T08:00", ""),
    ],
)
def test_typed_opening_time_is_understood(text, opens, closes):
    assert read_window(text, TODAY) == Window(opens, closes)


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("", Slip.UNREADABLE),
        ("–", Slip.UNREADABLE),
        ("morning", Slip.UNREADABLE),
        ("8.61", Slip.UNREADABLE),
        ("25–26", Slip.UNREADABLE),
        ("24–8", Slip.UNREADABLE),
        ("31.2. 8–12", Slip.UNREADABLE),
        ("8–12–16", Slip.UNREADABLE),
        ("8–8", Slip.ENDS_FIRST),
        ("27.11. 8–26.11. 12", Slip.ENDS_FIRST),
        ("8–26.11. 12", Slip.MIXED),
    ],
)
def test_what_is_not_understood_says_why(text, slip):
    assert read_window(text, TODAY) == slip


days = st.dates(date(2000, 1, 1), date(2099, 12, 30))
minutes = st.integers(0, 24 * 60 - 1)


def clock(minute):
    return f"{minute // 60:02}:{minute % 60:02}"


@st.composite
def windows(draw):
    if draw(st.booleans()):
        first, last = draw(st.lists(minutes, min_size=2, max_size=2, unique=True))
        opens, closes = clock(first), clock(last)
    else:
        begin = datetime.combine(draw(days), datetime.min.time())
        begin += timedelta(minutes=draw(minutes))
        end = begin + timedelta(minutes=draw(st.integers(1, 10_000)))
        opens, closes = (m.isoformat(timespec="minutes") for m in (begin, end))
    if draw(st.booleans()):
        opens, closes = draw(st.sampled_from(((opens, ""), ("", closes))))
    return Window(opens, closes, draw(st.sampled_from(((), ("speaker", "press")))))


@given(windows())
def test_what_is_shown_reads_the_same(window):
    assert read_window(typed(window), TODAY, window.categories) == window


@given(st.text(alphabet="0123456789.:-–/ hT", max_size=24))
def test_whatever_is_understood_can_be_stored(text):
    found = read_window(text, TODAY)
    if isinstance(found, Window):
        assert parse_windows(format_windows((found,))) == (found,)
        assert read_window(typed(found), TODAY) == found


@given(st.text(max_size=30))
def test_no_text_breaks_it(text):
    assert isinstance(read_window(text, TODAY), Window | Slip)

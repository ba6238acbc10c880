from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.ids import uuid7
from networking_app.domain.registered import day_of, day_said


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12.11.2026 10:31", date(2026, 11, 12)),
        (" 2026-11-12T10:31:22Z", date(2026, 11, 12)),
        ("2026/11/2 9:05", date(2026, 11, 2)),
        ("3/11/2026 9.05", date(2026, 11, 3)),
        ("11/25/2026 9:05 AM", date(2026, 11, 25)),
        ("32.11.2026", None),
        ("2026-13-40", None),
        ("12.11.26", None),
        ("12.11.20266", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_day_of_a_registration_as_typed(text, day):
    assert day_said(text) == day


@given(st.dates(date(1970, 1, 2), date(2400, 1, 1)))
def test_keys_tell_the_day_they_were_made(day):
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    assert day_of(uuid7(int(noon.timestamp() * 1000))) == day
    assert day_said(f"{day:%d.%m.%Y} 10:31") == day == day_said(f"{day.isoformat()}T10:31")


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_none(text):
    assert day_said(text) is None or day_said(text).year
    assert day_of(text) is None or day_of(text).year

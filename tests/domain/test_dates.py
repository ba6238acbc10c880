"""Dates as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.dates import stored

ZONE = "Europe/Helsinki"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("", ""),
        ("  ", ""),
        ("2026", "2026"),
        ("2026-11", "2026-11"),
        ("2026-11-26", "2026-11-26"),
        ("2026-11-26T09:00", "2026-11-26T07:00:00Z"),
        ("2026-06-26 09:00", "2026-06-26T06:00:00Z"),
        ("2026-11-26T09:00+01:00", "2026-11-26T08:00:00Z"),
        ("2026-13", None),
        ("2026-02-30", None),
        ("tomorrow", None),
        ("26.11.2026", None),
    ],
)
def test_a_typed_date_is_stored(said, kept):
    assert stored(said, ZONE) == kept


@given(st.datetimes(timezones=st.timezones()))
def test_any_moment_is_stored_in_utc(moment):
    kept = stored(moment.isoformat(), ZONE)

    assert kept is not None
    assert kept.endswith("Z")


@given(st.text())
def test_any_text_is_answered(text):
    kept = stored(text, ZONE)

    assert kept is None or isinstance(kept, str)

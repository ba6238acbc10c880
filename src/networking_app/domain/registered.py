"""The day on which a guest registered: as the source typed it, or as the key of the row tells."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)")
_DIGITS = 12  # of a key that hold milliseconds since 1970
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def day_said(text: str) -> date | None:
    """The day at the beginning of "12.11.2026 10:31" or "2026-11-12T10:31"; None if there is none.

    Without a word on the order of day and month the day comes first, as in Europe.
    """
    said = text.strip()
    if found := _ISO.match(said):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.match(said):
        year, second, first = int(found[3]), int(found[2]), int(found[1])
        return _day(year, second, first) or _day(year, first, second)
    return None


def day_of(key: str) -> date | None:
    """The day (UTC) on which the row with this key was made; None if the key is not ours."""
    try:
        return (_EPOCH + timedelta(milliseconds=int(key[:_DIGITS], 16))).date()
    except (ValueError, OverflowError):
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""Days and times of day as people type them in forms, and what is stored for them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_DAY = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TIME = re.compile(r"(\d{1,2})(?:\s*[.:h]\s*(\d{2}))?|(\d{2})(\d{2})")


def typed_day(text: str, today: date) -> date | None:
    """The day meant by "26.11.2026", "26.11.", "26/11/26" or "2026-11-26"; None if it is none.

    Without a year the next such day is meant, today included.
    """
    said = text.strip()
    if iso := _ISO.fullmatch(said):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    found = _DAY.fullmatch(said)
    if found is None:
        return None
    month, day_ = int(found[2]), int(found[1])
    if found[3]:
        year = int(found[3])
        return _day(year + 2000 if year < 100 else year, month, day_)
    years = (_day(year, month, day_) for year in range(today.year, min(today.year + 9, 10_000)))
    return next((day for day in years if day is not None and day >= today), None)


def typed_time(text: str) -> time | None:
    """The time meant by "9", "9.00", "9:00", "9h30" or "0900"; None if it is none."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1] or found[3]), int(found[2] or found[4] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def event_span(
    first: date | None, last: date | None, begins: time | None, ends: time | None, zone: str
) -> tuple[str, str]:
    """Start and end of an event as they are stored; empty where nothing is known.

    Args:
        first: the day, or the first of several.
        last: the last day; None for one day. An end before the begin is then in the night after.
        begins: time of day; without it only the days are stored.
        ends: time of day.
        zone: IANA name of the zone the times are in.
    """
    if first is None:
        return "", ""
    end_day = last or first
    if begins is None:
        return first.isoformat(), end_day.isoformat() if end_day != first else ""
    start = _moment(first, begins, zone)
    if ends is None:
        return start, end_day.isoformat() if end_day != first else ""
    if last is None and ends <= begins:
        end_day = first + timedelta(days=1)
    return start, _moment(end_day, ends, zone)


def _moment(day: date, at: time, zone: str) -> str:
    moment = datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

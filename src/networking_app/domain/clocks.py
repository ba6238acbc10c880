"""Clocks of a computer and of an event: whether they agree, and when the hour is set forward."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_BEFORE = timedelta(hours=36)  # whoever sets an alarm the evening before should know
_LONGEST = timedelta(days=14)
_STEP = timedelta(hours=1)


def zone(name: str) -> tzinfo:
    """The zone of this IANA name; UTC where this computer does not know it."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # KeyError is "no such zone"
        return UTC


def is_zone(name: str) -> bool:
    """Whether this computer knows a zone of this name."""
    return name in {"UTC", "Etc/UTC"} or zone(name) is not UTC


def moment(iso: str) -> datetime | None:
    """A stored moment; None where there is no time of day, or nothing that can be read."""
    if len(iso) <= len("2026-11-26"):
        return None
    try:
        found = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def day(iso: str, name: str) -> date | None:
    """The day of a stored date or moment in the zone of this name; None if not known to the day."""
    if _DAY.fullmatch(iso):
        try:
            return date.fromisoformat(iso)
        except ValueError:
            return None
    found = moment(iso)
    try:
        return None if found is None else found.astimezone(zone(name)).date()
    except OverflowError:
        return None


def last_day(start: str, end: str, name: str) -> date | None:
    """The last day of an event; what ends at midnight ended the evening before."""
    begun, ended = moment(start), moment(end)
    last = day(end, name)
    if last is None or begun is None or ended is None or ended <= begun:
        return last
    at_midnight = ended.astimezone(zone(name)).time() == time(0)
    return last - timedelta(days=1) if at_midnight else last


def apart(now: datetime, here: str, there: str, then: datetime | None) -> int:
    """Minutes that the clock of an event is ahead of this computer's, now or when it begins.

    Args:
        now: with the zone that this computer's clock shows.
        here: IANA name of this computer's zone; empty if not known, then only now is compared.
        there: of the event's.
        then: when the event begins, if known.
    """
    seen = [_offset(now.astimezone(zone(there))) - _offset(now)]
    if then is not None and is_zone(here):
        seen.append(_offset(then.astimezone(zone(there))) - _offset(then.astimezone(zone(here))))
    return next((minutes for minutes in seen if minutes), 0)


def turn_near(start: str, end: str, name: str, now: datetime) -> tuple[datetime, int] | None:
    """When the clocks are set forward or back around an event, and by how many minutes.

    Looked for from a day and a half before it until its end, in the future only; None if they
    are not. The time is the first full hour on the new clock.
    """
    begins = _begin(start, name)
    if begins is None:
        return None
    ends = moment(end) or begins + timedelta(days=1)
    at = max(begins - _BEFORE, now).astimezone(UTC)
    at = at.replace(minute=0, second=0, microsecond=0)
    last = min(max(ends, begins), begins + _LONGEST)
    before = _offset(at.astimezone(zone(name)))
    while at <= last:
        at += _STEP
        after = _offset(at.astimezone(zone(name)))
        if after != before:
            return at.astimezone(zone(name)), after - before
    return None


def _begin(start: str, name: str) -> datetime | None:
    found = moment(start)
    if found is not None:
        return found
    first = day(start, name)
    return None if first is None else datetime.combine(first, time(0), zone(name))


def _offset(at: datetime) -> int:
    """Minutes ahead of UTC."""
    ahead = at.utcoffset() or timedelta(0)
    return int(ahead.total_seconds() // 60)

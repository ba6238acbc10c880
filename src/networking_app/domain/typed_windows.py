"""Opening times as people type them: "8–12", "8.00", "26.11. 8.00–12.00", "26.11.–27.11."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from networking_app.domain.points import Window
from networking_app.domain.typed_dates import typed_day

_DATE = r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\s?\d{1,2}(?:[./](?:\s?\d{4})?)?)"
_TIME = r"(?:\d{1,2}(?:\s?[.:h]\s?\d{2})?|\d{4})"
_SIDE = re.compile(rf"(?:(?P<day>{_DATE})(?:\s+|T))?(?P<time>{_TIME})", re.IGNORECASE)
_LONE_DAY = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4})?|\d{1,2}/\d{1,2}.*"
)
_DASHES = re.compile(r"\s*(?:[–—−]|(?<!\d)-|-(?!\d)|(?<=\d)-(?=\d)|\.\.\.|…)\s*")
_WORDS = re.compile(r"\b(?:klo|kl|at|kello)\b\.?|\b(?:to|till|until|bis)\b", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})(?:\s?[.:h]\s?(\d{2}))?|(\d{2})(\d{2})", re.IGNORECASE)
_MIDNIGHT = time(0)


class Slip(StrEnum):
    """Why a typed opening time is not understood."""

    UNREADABLE = "unreadable"
    ENDS_FIRST = "ends_first"  # closes before or when it opens
    MIXED = "mixed"  # a date on the closing side only


@dataclass(frozen=True, slots=True)
class _Side:
    day: date | None
    at: time | None
    is_end_of_day: bool = False  # "24.00"


def read_window(text: str, today: date, categories: tuple[str, ...] = ()) -> Window | Slip:
    """Read an opening time; a time of day alone counts every day.

    "8" opens at eight and does not close, "–12" closes at noon, "22–2" passes midnight, a date
    alone is the whole day, and a closing time without a date is on the day it opened or, when it
    is earlier, in the night after.

    Args:
        text: as typed; dashes of all kinds, "8.00", "8:00", "0800" and "8h00" are understood.
        today: a day without a year is the next such day, today included.
        categories: for whom it is; empty is for all.
    """
    said = " ".join(_WORDS.sub(_dash_for, text).split())
    for left, right in _splits(said):
        opens, closes = _side(left, today), _side(right, today)
        if opens is not None and closes is not None and _says(opens, closes):
            has_end = right != "" or said.endswith(("-", "–"))
            return _window(opens, closes, categories, has_end=has_end)
    return Slip.UNREADABLE


def typed(window: Window) -> str:
    """An opening time as it would be typed; reading it again gives the same."""
    opens, closes = _typed(window.opens), _typed(window.closes)
    if not closes:
        return f"{opens}–" if opens else ""
    if "T" in window.opens and window.opens[:10] == window.closes[:10]:
        closes = closes.rpartition(" ")[2]
    return f"{opens}–{closes}"


def _dash_for(found: re.Match[str]) -> str:
    return "" if found[0].casefold().startswith(("k", "at")) else "–"


def _splits(said: str) -> list[tuple[str, str]]:
    """Where the text may be cut into its two sides: at each dash, or nowhere."""
    cuts = [(said[: m.start()], said[m.end() :]) for m in _DASHES.finditer(said)]
    return [*cuts, (said, "")]


def _says(opens: _Side, closes: _Side) -> bool:
    return any(part is not None for part in (opens.day, opens.at, closes.day, closes.at))


def _side(text: str, today: date) -> _Side | None:
    text = text.strip(" ,")
    if not text:
        return _Side(None, None)
    if _LONE_DAY.fullmatch(text) and (day := _day(text, today)):
        return _Side(day, None)
    found = _SIDE.fullmatch(text)
    if found is None:
        return None
    at, is_end = _clock(found["time"])
    if at is None:
        return None
    if found["day"] is None:
        return _Side(None, at, is_end)
    day = _day(found["day"], today)
    return None if day is None else _Side(day, at, is_end)


def _day(text: str, today: date) -> date | None:
    said = text.replace(" ", "")
    if re.fullmatch(r"\d{1,2}[./]\d{1,2}", said):  # "26.11 8.00": the dot was left out
        said += "."
    return typed_day(said, today)


def _clock(text: str) -> tuple[time | None, bool]:
    found = _CLOCK.fullmatch(text)
    assert found is not None  # as _SIDE has it
    hour, minute = int(found[1] or found[3]), int(found[2] or found[4] or 0)
    if (hour, minute) == (24, 0):
        return _MIDNIGHT, True
    return (time(hour, minute), False) if hour < 24 and minute < 60 else (None, False)


def _window(
    opens: _Side, closes: _Side, categories: tuple[str, ...], *, has_end: bool
) -> Window | Slip:
    if opens.is_end_of_day:
        return Slip.UNREADABLE
    if opens.day is None and closes.day is None:
        return _daily(opens.at, closes.at, categories)
    if opens.day is None and opens.at is not None:
        return Slip.MIXED
    first = None if opens.day is None else datetime.combine(opens.day, opens.at or _MIDNIGHT)
    last = _last(opens, closes, has_end=has_end)
    if first is not None and last is not None and last <= first:
        return Slip.ENDS_FIRST
    return Window(_stored(first), _stored(last), categories)


def _daily(opens: time | None, closes: time | None, categories: tuple[str, ...]) -> Window | Slip:
    if opens is not None and opens == closes:
        return Slip.ENDS_FIRST
    return Window(_stored(opens), _stored(closes), categories)


def _last(opens: _Side, closes: _Side, *, has_end: bool) -> datetime | None:
    """When a window with a date closes."""
    if closes.day is not None:
        days = int(closes.at is None or closes.is_end_of_day)
        return datetime.combine(closes.day, closes.at or _MIDNIGHT) + timedelta(days=days)
    assert opens.day is not None  # or it would be a window of every day
    if closes.at is None:  # "26.11." is the whole day, "26.11. 8" has no end
        whole = opens.at is None and not has_end
        return datetime.combine(opens.day, _MIDNIGHT) + timedelta(days=1) if whole else None
    after = closes.is_end_of_day or (opens.at is not None and closes.at <= opens.at)
    return datetime.combine(opens.day, closes.at) + timedelta(days=int(after))


def _stored(moment: datetime | time | None) -> str:
    return "" if moment is None else moment.isoformat(timespec="minutes")


def _typed(side: str) -> str:
    if not side:
        return ""
    if "T" not in side:
        at = time.fromisoformat(side)
        return f"{at.hour}.{at.minute:02d}"
    at_day = datetime.fromisoformat(side)
    return f"{at_day.day}.{at_day.month}.{at_day.year:04d} {at_day.hour}.{at_day.minute:02d}"

"""Says dates and times the way the reader writes them: 26.11.2026, 8.54, torstaina 26.11.2026.

Times come as ISO 8601 in UTC ("2026-11-26T06:54:00Z", without an offset UTC is meant) beside the
IANA name of the event's zone, and are shown in that zone. A date without a time is a day of the
calendar and stays the same in every zone. Weekdays and months come from CLDR.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date

from networking_app.support.i18n import current
from networking_app.support.i18n import gettext as _

_LONG = {"fi": "EEEE d.M.y"}
_SHORT = {"fi": "EEE d.M.y"}
_SEASONS = {
    "spring": "spring", "kevät": "spring", "vår": "spring", "våren": "spring", "21": "spring",
    "summer": "summer", "kesä": "summer", "sommar": "summer", "sommaren": "summer", "22": "summer",
    "autumn": "autumn", "fall": "autumn", "syksy": "autumn", "höst": "autumn", "hösten": "autumn",
    "23": "autumn",
    "winter": "winter", "talvi": "winter", "vinter": "winter", "vintern": "winter", "24": "winter",
}  # fmt: skip
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-" if "-" in language else "_")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


@cache
def _zone(name: str) -> tzinfo:
    """Return the zone; UTC where the name is not known, as a wrong hour beats no list at all."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # KeyError is "no such zone"
        return UTC


def local(iso: str, zone: str) -> datetime | None:
    """Return the moment in this zone; None where there is no time of day to read."""
    if len(iso) < len("20261126T0654"):
        return None
    try:
        moment = datetime.fromisoformat(iso)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return moment.astimezone(_zone(zone))
    except (ValueError, OverflowError):
        return None


def calendar_day(iso: str, zone: str) -> date | None:
    """Return the day in this zone; None where the day is not known to the day."""
    if _DAY.fullmatch(iso):
        try:
            return date.fromisoformat(iso)
        except ValueError:
            return None
    moment = local(iso, zone)
    return moment.date() if moment else None


def unknown() -> str:
    """Say that the date is not known."""
    return _("date not known")


def clock(iso: str, zone: str) -> str:
    """Say the time of day ("8.54"); empty when there is none."""
    moment = local(iso, zone)
    return _clock(moment) if moment else ""


def _clock(moment: datetime | time) -> str:
    return f"{moment.hour}.{moment.minute:02d}"


def day(iso: str, zone: str) -> str:
    """Say the day ("26.11.2026"), also where only a part of it is known ("summer 2022")."""
    found = calendar_day(iso, zone)
    return _day(found) if found else partial(iso)


def _day(found: date) -> str:
    return f"{found.day}.{found.month}.{found.year}"


def long_day(iso: str, zone: str) -> str:
    """Say the day with its weekday: "Thursday 26 November 2026", "torstaina 26.11.2026"."""
    return _with_weekday(iso, zone, _LONG, "EEEE d MMMM y")


def short_day(iso: str, zone: str) -> str:
    """Say the day with its weekday in short: "Thu 26 Nov 2026", "to 26.11.2026"."""
    return _with_weekday(iso, zone, _SHORT, "EEE d MMM y")


def _with_weekday(iso: str, zone: str, patterns: dict[str, str], usual: str) -> str:
    found = calendar_day(iso, zone)
    if found is None:
        return partial(iso)
    locale = _locale(current())
    return format_date(found, patterns.get(locale.language, usual), locale=locale)


def day_and_time(iso: str, zone: str) -> str:
    """Say the day and the time ("26.11.2026 at 8.54"); the day alone where there is no time."""
    moment = local(iso, zone)
    if moment is None:
        return day(iso, zone)
    return _("{date} at {time}").format(date=_day(moment.date()), time=_clock(moment))


def wall_clock(moment: datetime) -> str:
    """The same for a time that is on the clock of the event already."""
    return _("{date} at {time}").format(date=_day(moment.date()), time=_clock(moment))


def days(start: str, end: str, zone: str) -> str:
    """Say from which day to which: "26.–27.11.2026", "30.11.–1.12.2026", one day or unknown."""
    first, last = calendar_day(start, zone), _last_day(start, end, zone)
    if first is None:
        return partial(start)
    if last is None or last <= first:
        return _day(first)
    return f"{_without_repeats(first, last)}–{_day(last)}"


def _last_day(start: str, end: str, zone: str) -> date | None:
    """Return the last day; what ends at midnight ended the evening before."""
    moment, begun = local(end, zone), local(start, zone)
    if moment and begun and moment > begun and moment.time() == time(0):
        return moment.date() - timedelta(days=1)
    return calendar_day(end, zone)


def _without_repeats(first: date, last: date) -> str:
    if first.year != last.year:
        return _day(first)
    if first.month != last.month:
        return f"{first.day}.{first.month}."
    return f"{first.day}."


def period(start: str, end: str, zone: str) -> str:
    """Say days and times: "26.11.2026 8.30–16.00", "26.11.2026 18.00–27.11.2026 2.00"."""
    begun, ended = local(start, zone), local(end, zone)
    if begun is None:
        return days(start, end, zone)
    opening = f"{_day(begun.date())} {_clock(begun)}"
    if ended is None or ended <= begun:
        return opening
    if ended.date() == begun.date():
        return f"{opening}–{_clock(ended)}"
    if ended.time() == time(0) and ended.date() - begun.date() == timedelta(days=1):
        return f"{opening}–24.00"
    return f"{opening}–{_day(ended.date())} {_clock(ended)}"


def times(start: str, end: str, zone: str) -> str:
    """Say the times of day alone ("8.30–16.00"); empty when the start is not known."""
    return "–".join(filter(None, (clock(start, zone), clock(start, zone) and clock(end, zone))))


def partial(text: str) -> str:
    """Say a date of which only a part is known: "2022", "summer 2022", "August 2022", unknown.

    Reads "2022", "2022-08", "2022-08-31", and seasons as "summer 2022", "2022-summer" or, as EDTF
    numbers them, "2022-22". Whatever else somebody wrote is said as it stands.
    """
    text = text.strip()
    if not text:
        return unknown()
    season = _season(text)
    if season:
        return season
    try:
        if re.fullmatch(r"\d{4}-\d{2}", text):
            first = date.fromisoformat(f"{text}-01")
            return format_date(first, "LLLL y", locale=_locale(current()))
        if _DAY.fullmatch(text):
            return _day(date.fromisoformat(text))
    except ValueError:
        pass  # "2022-13": nobody knows what was meant, so it is shown as written
    return text


def _season(text: str) -> str:
    year = re.search(r"(?<!\d)\d{4}(?!\d)", text)
    if year is None:
        return ""
    rest = (text[: year.start()] + text[year.end() :]).strip(" -–/,").casefold()
    match _SEASONS.get(rest):
        case "spring":
            return _("spring {year}").format(year=year[0])
        case "summer":
            return _("summer {year}").format(year=year[0])
        case "autumn":
            return _("autumn {year}").format(year=year[0])
        case "winter":
            return _("winter {year}").format(year=year[0])
    return ""

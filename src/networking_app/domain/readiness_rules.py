"""Decides whether a desk is ready: facts in, one check for each thing out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from networking_app.domain import clocks
from networking_app.domain.readiness import (
    CameraState,
    Check,
    CheckKind,
    Level,
    SleepState,
    Why,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from networking_app.domain.readiness import Facts

# An import whose file is gone and that is older than this lacks those who registered since.
IMPORT_OLD = timedelta(days=3)
# The computer's clock may lag this much behind what other desks wrote.
CLOCK_SLACK = timedelta(minutes=5)
DISK_LOW = 1_000_000_000  # bytes
DISK_FULL = 100_000_000
BATTERY_LOW = 20  # per cent
SMALLEST_SCREEN = (1093, 574)  # logical pixels, see the design


def checks(facts: Facts) -> tuple[Check, ...]:
    """One check for each kind, in the order of CheckKind."""
    return tuple(_CHECKS[kind](facts) for kind in CheckKind)


def to_do(found: Sequence[Check]) -> int:
    """How many of them want something done."""
    return sum(1 for check in found if check.level in {Level.LOOK, Level.STOP})


def _people(facts: Facts) -> Check:
    count = facts.event.guests
    if count:
        return Check(CheckKind.PEOPLE, Level.OK, Why.LOADED, count)
    return Check(CheckKind.PEOPLE, Level.STOP, Why.NOBODY)


def _imported(facts: Facts) -> Check:
    found = facts.event.imported
    if found is None:
        return Check(CheckKind.IMPORTED, Level.NOTE, Why.BY_HAND)
    level, why, minutes = Level.OK, Why.IMPORT_CURRENT, 0
    if found.file_at is None:
        old = facts.now - found.at > IMPORT_OLD
        level, why = (Level.LOOK, Why.IMPORT_AGED) if old else (Level.OK, Why.IMPORT_KNOWN)
    elif found.file_at > found.at:
        level, why = Level.LOOK, Why.IMPORT_BEHIND
        minutes = int((found.file_at - found.at).total_seconds() // 60)
    return Check(CheckKind.IMPORTED, level, why, minutes, found.file, found.at)


def _doubles(facts: Facts) -> Check:
    count = facts.event.doubles
    level, why = (Level.LOOK, Why.DOUBLES) if count else (Level.OK, Why.NO_DOUBLES)
    return Check(CheckKind.DOUBLES, level, why, count)


def _codes(facts: Facts) -> Check:
    count = facts.event.without_code
    level, why = (Level.LOOK, Why.CODES_MISSING) if count else (Level.OK, Why.CODES)
    return Check(CheckKind.CODES, level, why, count)


def _badges(facts: Facts) -> Check:
    count = facts.event.without_badge
    if not count:
        return Check(CheckKind.BADGES, Level.OK, Why.BADGES_PRINTED)
    if facts.desk.prints:
        return Check(CheckKind.BADGES, Level.OK, Why.BADGES_AT_DOOR, count)
    return Check(CheckKind.BADGES, Level.LOOK, Why.BADGES_MISSING, count)


def _desk_name(facts: Facts) -> Check:
    name = facts.desk.name.strip()
    level, why = (Level.OK, Why.NAMED) if name else (Level.LOOK, Why.NOT_NAMED)
    return Check(CheckKind.DESK_NAME, level, why, name=name)


def _point(facts: Facts) -> Check:
    points = facts.event.points
    own = next((point for point in points if point.id == facts.desk.point), None)
    own = own or next(iter(points), None)
    if own is None:
        return Check(CheckKind.POINT, Level.STOP, Why.NO_POINT)
    local = own.local(facts.now)
    if not own.windows or any(window.is_open(local) for window in own.windows):
        others = sum(1 for point in points if point is not own)
        return Check(CheckKind.POINT, Level.OK, Why.OPEN, others, own.name)
    opens = min((at for w in own.windows if (at := w.next_opening(local))), default=None)
    if opens is None:
        return Check(CheckKind.POINT, Level.STOP, Why.OVER, name=own.name)
    return Check(CheckKind.POINT, Level.OK, Why.OPENS, name=own.name, at=opens)


def _printer(facts: Facts) -> Check:
    there, chosen = facts.machine.printers, facts.desk.printer
    if not there:
        level, why = Level.NOTE, Why.NO_PRINTER
        if facts.desk.prints:
            level, why = Level.STOP, Why.PRINTER_NEEDED
        return Check(CheckKind.PRINTER, level, why)
    name = chosen if chosen in there else ""
    at = facts.tested(f"printer {name}")
    if at is not None and name:
        return Check(CheckKind.PRINTER, Level.OK, Why.PRINTER_TESTED, name=name, at=at)
    return Check(CheckKind.PRINTER, Level.LOOK, Why.PRINTER_NOT_TESTED, name=name)


def _scanner(facts: Facts) -> Check:
    at = facts.tested("scanner")
    if at is None:
        return Check(CheckKind.SCANNER, Level.LOOK, Why.SCANNER_NOT_TESTED)
    return Check(CheckKind.SCANNER, Level.OK, Why.SCANNER_TESTED, at=at)


def _camera(facts: Facts) -> Check:
    level, why = {
        CameraState.READY: (Level.OK, Why.CAMERA_READY),
        CameraState.ASKS: (Level.LOOK, Why.CAMERA_ASKS),
        CameraState.REFUSED: (Level.LOOK, Why.CAMERA_REFUSED),
        CameraState.NONE: (Level.NOTE, Why.NO_CAMERA),
        CameraState.UNKNOWN: (Level.NOTE, Why.CAMERA_UNKNOWN),
    }[facts.machine.camera]
    return Check(CheckKind.CAMERA, level, why, name=facts.machine.camera_name)


def _sound(facts: Facts) -> Check:
    if facts.machine.plays is False:
        return Check(CheckKind.SOUND, Level.NOTE, Why.NO_SOUND)
    if facts.desk.muted or not facts.desk.volume:
        return Check(CheckKind.SOUND, Level.LOOK, Why.MUTED)
    at = facts.tested("sound")
    if at is None:
        return Check(CheckKind.SOUND, Level.LOOK, Why.SOUND_NOT_TESTED, facts.desk.volume)
    return Check(CheckKind.SOUND, Level.OK, Why.SOUND_HEARD, facts.desk.volume, at=at)


def _day(facts: Facts) -> Check:
    event = facts.event.event
    first = clocks.day(event.start, event.zone)
    if first is None:
        return Check(CheckKind.DAY, Level.LOOK, Why.NO_DATE)
    last = clocks.last_day(event.start, event.end, event.zone) or first
    today: date = facts.now.astimezone(clocks.zone(event.zone)).date()
    if today < first:
        return Check(CheckKind.DAY, Level.NOTE, Why.LATER, (first - today).days)
    if today > max(first, last):
        return Check(CheckKind.DAY, Level.LOOK, Why.PAST, (today - max(first, last)).days)
    return Check(CheckKind.DAY, Level.OK, Why.TODAY)


def _clock(facts: Facts) -> Check:
    newest = facts.event.newest
    if newest is not None and newest - facts.now > CLOCK_SLACK:
        minutes = int((newest - facts.now).total_seconds() // 60)
        return Check(CheckKind.CLOCK, Level.STOP, Why.CLOCK_BEHIND, minutes, at=newest)
    return Check(CheckKind.CLOCK, Level.OK, Why.CLOCK_RIGHT, at=facts.now)


def _zone(facts: Facts) -> Check:
    name, event = facts.machine.zone, facts.event.event
    if not clocks.is_zone(event.zone):
        return Check(CheckKind.ZONE, Level.NOTE, Why.ZONE_UNKNOWN, name=event.zone)
    apart = clocks.apart(facts.now, name, event.zone, clocks.moment(event.start))
    if apart:
        return Check(CheckKind.ZONE, Level.LOOK, Why.ZONE_OTHER, apart, event.zone)
    turn = clocks.turn_near(event.start, event.end, event.zone, facts.now)
    if turn is not None:
        at, minutes = turn
        return Check(CheckKind.ZONE, Level.NOTE, Why.DAYLIGHT, minutes, event.zone, at)
    return Check(CheckKind.ZONE, Level.OK, Why.ZONE_SAME, name=event.zone)


def _backup(facts: Facts) -> Check:
    made, imported = facts.event.backup, facts.event.imported
    if made is None:
        return Check(CheckKind.BACKUP, Level.LOOK, Why.NO_BACKUP)
    here = made.astimezone(facts.now.tzinfo)
    before_import = imported is not None and made < imported.at
    old = before_import or here.date() < facts.now.date()
    level, why = (Level.LOOK, Why.BACKUP_OLD) if old else (Level.OK, Why.BACKUP_FRESH)
    return Check(CheckKind.BACKUP, level, why, at=here)


def _disk(facts: Facts) -> Check:
    free = facts.machine.free
    if free is None:
        return Check(CheckKind.DISK, Level.NOTE, Why.DISK_UNKNOWN)
    level, why = Level.OK, Why.DISK_ENOUGH
    if free < DISK_FULL:
        level, why = Level.STOP, Why.DISK_FULL
    elif free < DISK_LOW:
        level, why = Level.LOOK, Why.DISK_LOW
    return Check(CheckKind.DISK, level, why, size=(free,))


def _sleep(facts: Facts) -> Check:
    level, why = {
        SleepState.HELD: (Level.OK, Why.AWAKE),
        SleepState.CAN: (Level.OK, Why.AWAKE_AT_DESK),
        SleepState.CANNOT: (Level.NOTE, Why.MAY_SLEEP),
    }[facts.machine.sleep]
    return Check(CheckKind.SLEEP, level, why)


def _power(facts: Facts) -> Check:
    power = facts.machine.power
    if power is None:
        return Check(CheckKind.POWER, Level.NOTE, Why.POWER_UNKNOWN)
    if power.mains or power.percent is None:
        return Check(CheckKind.POWER, Level.OK, Why.MAINS)
    if power.percent < BATTERY_LOW:
        return Check(CheckKind.POWER, Level.STOP, Why.BATTERY_LOW, power.percent)
    return Check(CheckKind.POWER, Level.LOOK, Why.ON_BATTERY, power.percent)


def _screen(facts: Facts) -> Check:
    size, percent = facts.machine.screen, facts.desk.text_size
    if size is None:
        return Check(CheckKind.SCREEN, Level.NOTE, Why.SCREEN_UNKNOWN, percent)
    fits = size[0] >= SMALLEST_SCREEN[0] and size[1] >= SMALLEST_SCREEN[1]
    level, why = (Level.OK, Why.SCREEN_FITS) if fits else (Level.LOOK, Why.SCREEN_SMALL)
    return Check(CheckKind.SCREEN, level, why, percent, size=size)


_CHECKS: Mapping[CheckKind, Callable[[Facts], Check]] = {
    CheckKind.PEOPLE: _people,
    CheckKind.IMPORTED: _imported,
    CheckKind.DOUBLES: _doubles,
    CheckKind.CODES: _codes,
    CheckKind.BADGES: _badges,
    CheckKind.DESK_NAME: _desk_name,
    CheckKind.POINT: _point,
    CheckKind.PRINTER: _printer,
    CheckKind.SCANNER: _scanner,
    CheckKind.CAMERA: _camera,
    CheckKind.SOUND: _sound,
    CheckKind.DAY: _day,
    CheckKind.CLOCK: _clock,
    CheckKind.ZONE: _zone,
    CheckKind.BACKUP: _backup,
    CheckKind.DISK: _disk,
    CheckKind.SLEEP: _sleep,
    CheckKind.POWER: _power,
    CheckKind.SCREEN: _screen,
}

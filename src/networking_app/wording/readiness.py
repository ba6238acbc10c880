"""Sentences for the readiness checks: what is checked, what was found, what the button does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.domain.readiness import CheckKind, Level, Why
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext, pgettext
from networking_app.wording import dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from networking_app.domain.readiness import Check

_GIGA, _MEGA = 1_000_000_000, 1_000_000


def title(kind: CheckKind) -> str:
    """What is checked, in a word or two."""
    return {
        CheckKind.PEOPLE: _("Participants"),
        CheckKind.IMPORTED: _("List of participants"),
        CheckKind.DOUBLES: _("Same names"),
        CheckKind.CODES: _("Ticket codes"),
        CheckKind.BADGES: _("Badges"),
        CheckKind.DESK_NAME: _("Name of this desk"),
        CheckKind.POINT: _("Check-in point"),
        CheckKind.PRINTER: _("Printer"),
        CheckKind.SCANNER: _("Scanner"),
        CheckKind.CAMERA: _("Camera"),
        CheckKind.SOUND: _("Sound"),
        CheckKind.DAY: _("Day of the event"),
        CheckKind.CLOCK: _("Clock"),
        CheckKind.ZONE: _("Time zone"),
        CheckKind.BACKUP: _("Backup"),
        CheckKind.DISK: _("Disk space"),
        CheckKind.SLEEP: _("Sleep"),
        CheckKind.POWER: _("Power"),
        CheckKind.SCREEN: _("Screen"),
    }[kind]


def level(found: Level) -> str:
    """How a check came out, for screen readers."""
    return {
        Level.OK: _("In order"),
        Level.NOTE: _("Good to know"),
        Level.LOOK: _("Needs a look"),
        Level.STOP: _("Must be mended"),
    }[found]


def summary(found: Sequence[Check]) -> str:
    """The one sentence over all checks."""
    count = sum(1 for check in found if check.level in {Level.LOOK, Level.STOP})
    if not count:
        return _("Everything is ready for the doors to open")
    return ngettext(
        "{n} thing to do before doors open", "{n} things to do before doors open", count
    ).format(n=count)


def sentence(check: Check, zone: str) -> str:
    """What was found; `zone` is that of the event."""
    when = _when(check, zone)
    return _found(check).format(
        n=check.count,
        name=check.name or _("The list"),
        time=when,
        size=_size(check.size),
        length=_length(abs(check.count)),
    )


def button(check: Check) -> str:
    """What the button does; empty where nothing can be done here."""
    return {
        Why.NOBODY: _("Import participants"),
        Why.IMPORT_BEHIND: _("Import again"),
        Why.IMPORT_AGED: _("Import again"),
        Why.DOUBLES: pgettext("button", "Show"),
        Why.CODES_MISSING: _("Give codes"),
        Why.BADGES_MISSING: _("Print badges"),
        Why.NOT_NAMED: _("Name this desk"),
        Why.NO_POINT: _("Check-in points"),
        Why.OVER: _("Check-in points"),
        Why.PRINTER_NOT_TESTED: _("Print test page"),
        Why.PRINTER_TESTED: _("Print again"),
        Why.NO_PRINTER: _("Make test page"),
        Why.PRINTER_NEEDED: _("Make test page"),
        Why.SCANNER_NOT_TESTED: _("Show a code"),
        Why.SCANNER_TESTED: _("Test again"),
        Why.CAMERA_ASKS: _("Allow camera"),
        Why.CAMERA_REFUSED: _("Check again"),
        Why.SOUND_NOT_TESTED: pgettext("button", "Listen"),
        Why.SOUND_HEARD: _("Listen again"),
        Why.MUTED: _("Switch sound on"),
        Why.NO_DATE: _("Add date"),
        Why.PAST: _("Edit event"),
        Why.CLOCK_BEHIND: _("Check again"),
        Why.ZONE_OTHER: _("Check again"),
        Why.NO_BACKUP: _("Back up now"),
        Why.BACKUP_OLD: _("Back up now"),
        Why.DISK_LOW: _("Open folder"),
        Why.DISK_FULL: _("Open folder"),
        Why.ON_BATTERY: _("Check again"),
        Why.BATTERY_LOW: _("Check again"),
        Why.SCREEN_SMALL: _("Open settings"),
    }.get(check.why, "")


def _found(check: Check) -> str:
    n = check.count
    return {**_of_people(n), **_of_desk(n), **_of_machine(n), **_of_time(n)}[check.why]


def _of_people(n: int) -> dict[Why, str]:
    return {
        Why.LOADED: ngettext("{n} participant is loaded", "{n} participants are loaded", n),
        Why.NOBODY: _("Nobody is loaded yet: every guest would be a walk-in"),
        Why.BY_HAND: _("Nothing was imported; the participants were added by hand"),
        Why.IMPORT_CURRENT: _("{name} was imported {time} and has not changed since"),
        Why.IMPORT_KNOWN: _("{name} was imported {time}; the file is not here to compare"),
        Why.IMPORT_BEHIND: _("{name} was changed after it was imported {time}"),
        Why.IMPORT_AGED: _("{name} was imported {time}: who registered later is missing"),
        Why.NO_DOUBLES: _("No two participants share a name"),
        Why.DOUBLES: ngettext(
            "{n} participant shares a name with another",
            "{n} participants share a name with another",
            n,
        ),
        Why.CODES: _("Every participant has a code to scan"),
        Why.CODES_MISSING: ngettext(
            "{n} participant has no code to scan", "{n} participants have no code to scan", n
        ),
        Why.BADGES_PRINTED: _("All badges are printed"),
        Why.BADGES_AT_DOOR: ngettext(
            "{n} badge is printed when its guest comes",
            "{n} badges are printed when their guests come",
            n,
        ),
        Why.BADGES_MISSING: ngettext("{n} badge not printed yet", "{n} badges not printed yet", n),
        Why.BACKUP_FRESH: _("A copy was made {time}"),
        Why.BACKUP_OLD: _("The latest copy was made {time}, before the latest changes"),
        Why.NO_BACKUP: _("No copy protects the event against a broken disk"),
    }


def _of_desk(n: int) -> dict[Why, str]:
    return {
        Why.NAMED: _("Check-ins carry the name {name}"),
        Why.NOT_NAMED: _("Without a name nobody sees where a guest was checked in"),
        Why.OPEN: ngettext("{name} is open; {n} other point", "{name} is open; {n} other points", n)
        if n
        else _("{name} is open"),
        Why.OPENS: _("{name} opens {time}"),
        Why.OVER: _("{name} is closed and does not open again: everybody would be refused"),
        Why.NO_POINT: _("The event has no point where guests are checked in"),
        Why.PRINTER_TESTED: _("{name} printed a test page {time}"),
        Why.PRINTER_NOT_TESTED: _("Not tried out yet: print a page and look at it"),
        Why.NO_PRINTER: _("No printer is set up here; badges can be saved as PDF"),
        Why.PRINTER_NEEDED: _("Badges are to be printed as guests come, but there is no printer"),
        Why.SCANNER_TESTED: _("A code was read {time}"),
        Why.SCANNER_NOT_TESTED: _("Scan any badge or ticket now, or a code shown here"),
        Why.CAMERA_READY: _("{name} can read codes when the scanner is missing"),
        Why.CAMERA_ASKS: _("The system will ask whether the camera may be used: do it now"),
        Why.CAMERA_REFUSED: _("Allow the camera in the privacy settings of the system"),
        Why.NO_CAMERA: _("No camera; a scanner and the search by name do without"),
        Why.CAMERA_UNKNOWN: _("Not known on this computer"),
        Why.SOUND_HEARD: _("Heard at {n} %"),
        Why.SOUND_NOT_TESTED: _("Set to {n} %: loud enough for the lobby?"),
        Why.MUTED: _("Answers at the desk are silent"),
        Why.NO_SOUND: _("This computer has nothing to play sounds with"),
    }


def _of_machine(n: int) -> dict[Why, str]:
    del n
    return {
        Why.DISK_ENOUGH: _("{size} free"),
        Why.DISK_LOW: _("Only {size} free"),
        Why.DISK_FULL: _("Only {size} free: check-ins could not be saved"),
        Why.DISK_UNKNOWN: _("Not known on this computer"),
        Why.AWAKE: _("This computer stays awake"),
        Why.AWAKE_AT_DESK: _("This computer stays awake while the desk is open"),
        Why.MAY_SLEEP: _("Not known on this computer: switch sleep off in its settings"),
        Why.MAINS: _("Runs on mains"),
        Why.ON_BATTERY: _("Runs on the battery, {n} % left: plug it in"),
        Why.BATTERY_LOW: _("Only {n} % left in the battery: plug it in"),
        Why.POWER_UNKNOWN: _("Not known on this computer"),
        Why.SCREEN_FITS: _("{size}, texts at {n} %"),
        Why.SCREEN_SMALL: _("{size} is small for the desk, with texts at {n} %"),
        Why.SCREEN_UNKNOWN: _("Not known on this computer"),
    }


def _of_time(n: int) -> dict[Why, str]:
    return {
        Why.TODAY: _("The event is today"),
        Why.LATER: _("The event is tomorrow")
        if n == 1
        else ngettext("The event is in {n} day", "The event is in {n} days", n),
        Why.PAST: ngettext("The event was {n} day ago", "The event was {n} days ago", n),
        Why.NO_DATE: _("The event has no date"),
        Why.CLOCK_RIGHT: _("This computer says {time}: compare it with a phone"),
        Why.CLOCK_BEHIND: _("This computer is {length} behind what was written before: set it"),
        Why.ZONE_SAME: _("The same as at the event, {name}"),
        Why.ZONE_OTHER: _("At the event it is {length} later than this computer says")
        if n > 0
        else _("At the event it is {length} earlier than this computer says"),
        Why.ZONE_UNKNOWN: _("Not known on this computer: {name}"),
        Why.DAYLIGHT: _("Clocks go forward by {length}: {time}")
        if n > 0
        else _("Clocks go back by {length}: {time}"),
    }


def _when(check: Check, zone: str) -> str:
    """The moment it is about, on the clock of the event; own clocks stay as they are."""
    if check.at is None:
        return ""
    if check.at.tzinfo is None:  # on the clock of the event already
        return dates.wall_clock(check.at)
    if check.why is Why.CLOCK_RIGHT:
        return dates.wall_clock(check.at)
    return dates.day_and_time(check.at.isoformat(), zone)


def _size(size: tuple[int, ...]) -> str:
    """Bytes, or width and height of a screen."""
    if len(size) == 2:
        return f"{size[0]} × {size[1]}"
    if not size:
        return ""
    if size[0] >= _GIGA:
        return _("{n} GB").format(n=size[0] // _GIGA)
    return _("{n} MB").format(n=size[0] // _MEGA)


def _length(minutes: int) -> str:
    """A stretch of time: minutes up to two hours, then hours, then days."""
    if minutes < 60 or (minutes < 120 and minutes % 60):
        return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
    hours = minutes // 60
    if hours < 48:
        return ngettext("{n} hour", "{n} hours", hours).format(n=hours)
    return ngettext("{n} day", "{n} days", hours // 24).format(n=hours // 24)

"""Whether a desk is ready before the doors open: what is asked, and how each check came out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from networking_app.domain.event import Event
    from networking_app.domain.points import Point

# What was tried out on this computer counts this long: a morning, not last week.
TEST_COUNTS = timedelta(hours=24)


class Level(StrEnum):
    """How a check came out."""

    OK = "ok"
    NOTE = "note"  # good to know, or not known on this computer; nothing is to be done
    LOOK = "look"  # can go on, better mended
    STOP = "stop"  # the doors should not open like this


class CheckKind(StrEnum):
    """What is checked, in the order in which it is shown."""

    PEOPLE = "people"
    IMPORTED = "imported"
    DOUBLES = "doubles"
    CODES = "codes"
    BADGES = "badges"
    DESK_NAME = "desk_name"
    POINT = "point"
    PRINTER = "printer"
    SCANNER = "scanner"
    CAMERA = "camera"
    SOUND = "sound"
    DAY = "day"
    CLOCK = "clock"
    ZONE = "zone"
    BACKUP = "backup"
    DISK = "disk"
    SLEEP = "sleep"
    POWER = "power"
    SCREEN = "screen"


class Why(StrEnum):
    """What a check found; wording/readiness says it."""

    LOADED = "loaded"
    NOBODY = "nobody"
    BY_HAND = "by_hand"
    IMPORT_CURRENT = "import_current"
    IMPORT_KNOWN = "import_known"
    IMPORT_BEHIND = "import_behind"
    IMPORT_AGED = "import_aged"
    NO_DOUBLES = "no_doubles"
    DOUBLES = "doubles"
    CODES = "codes"
    CODES_MISSING = "codes_missing"
    BADGES_PRINTED = "badges_printed"
    BADGES_AT_DOOR = "badges_at_door"
    BADGES_MISSING = "badges_missing"
    NAMED = "named"
    NOT_NAMED = "not_named"
    OPEN = "open"
    OPENS = "opens"
    OVER = "over"
    NO_POINT = "no_point"
    PRINTER_TESTED = "printer_tested"
    PRINTER_NOT_TESTED = "printer_not_tested"
    NO_PRINTER = "no_printer"
    PRINTER_NEEDED = "printer_needed"
    SCANNER_TESTED = "scanner_tested"
    SCANNER_NOT_TESTED = "scanner_not_tested"
    CAMERA_READY = "camera_ready"
    CAMERA_ASKS = "camera_asks"
    CAMERA_REFUSED = "camera_refused"
    NO_CAMERA = "no_camera"
    CAMERA_UNKNOWN = "camera_unknown"
    SOUND_HEARD = "sound_heard"
    SOUND_NOT_TESTED = "sound_not_tested"
    MUTED = "muted"
    NO_SOUND = "no_sound"
    TODAY = "today"
    LATER = "later"
    PAST = "past"
    NO_DATE = "no_date"
    CLOCK_RIGHT = "clock_right"
    CLOCK_BEHIND = "clock_behind"
    ZONE_SAME = "zone_same"
    ZONE_OTHER = "zone_other"
    ZONE_UNKNOWN = "zone_unknown"
    DAYLIGHT = "daylight"
    BACKUP_FRESH = "backup_fresh"
    BACKUP_OLD = "backup_old"
    NO_BACKUP = "no_backup"
    DISK_ENOUGH = "disk_enough"
    DISK_LOW = "disk_low"
    DISK_FULL = "disk_full"
    DISK_UNKNOWN = "disk_unknown"
    AWAKE = "awake"
    AWAKE_AT_DESK = "awake_at_desk"
    MAY_SLEEP = "may_sleep"
    MAINS = "mains"
    ON_BATTERY = "on_battery"
    BATTERY_LOW = "battery_low"
    POWER_UNKNOWN = "power_unknown"
    SCREEN_FITS = "screen_fits"
    SCREEN_SMALL = "screen_small"
    SCREEN_UNKNOWN = "screen_unknown"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was checked.

    Attributes:
        count: of guests, minutes, days or per cent, as `why` says.
        name: of the file, point, printer or zone it is about.
        at: a moment it is about, with a zone.
        size: bytes, or width and height of a screen in logical pixels.
    """

    kind: CheckKind
    level: Level
    why: Why
    count: int = 0
    name: str = ""
    at: datetime | None = None
    size: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """The latest import that stands: the names of its files, and when it was done.

    Attributes:
        file_at: when the file was changed last, None where it is not on this computer any more.
    """

    file: str
    at: datetime
    file_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What the workspace says.

    Attributes:
        guests: with a place.
        doubles: guests who share their name with another one.
        without_badge: guests with a place whose badge was never printed.
        without_code: guests with a place whom no code lets in.
        newest: the latest moment that any desk wrote down, None in an empty workspace.
        backup: when the newest copy was made.
    """

    event: Event
    guests: int = 0
    imported: Imported | None = None
    doubles: int = 0
    without_badge: int = 0
    without_code: int = 0
    newest: datetime | None = None
    backup: datetime | None = None
    points: Sequence[Point] = ()


class CameraState(StrEnum):
    """What this computer says of its camera."""

    READY = "ready"
    ASKS = "asks"  # the system will ask for leave when it is used first
    REFUSED = "refused"
    NONE = "none"
    UNKNOWN = "unknown"


class SleepState(StrEnum):
    """Whether the computer stays awake by our doing."""

    HELD = "held"
    CAN = "can"
    CANNOT = "cannot"


@dataclass(frozen=True, slots=True)
class Power:
    """Where the power comes from; `percent` of the battery is None where there is none."""

    mains: bool
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class MachineFacts:
    """What this computer says; None and UNKNOWN where it does not.

    Attributes:
        zone: IANA name of its time zone, empty if unknown.
        free: bytes on the disk of the workspace.
        printers: names of the printers.
        plays: whether there is something to play sounds with.
        screen: logical pixels the window can have.
    """

    zone: str = ""
    free: int | None = None
    power: Power | None = None
    sleep: SleepState = SleepState.CANNOT
    printers: tuple[str, ...] = ()
    camera: CameraState = CameraState.UNKNOWN
    camera_name: str = ""
    plays: bool | None = None
    screen: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class DeskFacts:
    """What is set on this computer, and what was tried out on it.

    Attributes:
        name: chosen by a person; empty while the computer's own name stands in.
        point: key of the point it stands at; empty is the main door.
        printer: used last or chosen.
        prints: whether badges are printed as guests come.
        text_size: per cent.
        tested: when "scanner", "sound" and "printer NAME" were tried out.
    """

    name: str = ""
    point: str = ""
    printer: str = ""
    prints: bool = False
    muted: bool = False
    volume: int = 70
    text_size: int = 100
    tested: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is asked; `now` has the zone of this computer."""

    event: EventFacts
    machine: MachineFacts
    desk: DeskFacts
    now: datetime

    def tested(self, what: str) -> datetime | None:
        """When it was tried out, if that still counts."""
        at = self.desk.tested.get(what)
        if at is None or abs(self.now - at) > TEST_COUNTS:
            return None
        return at

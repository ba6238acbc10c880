"""Every finding of the readiness page has a sentence, in words a helper understands."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from networking_app.domain.readiness import Check, CheckKind, Level, Why
from networking_app.wording import readiness

AT = datetime(2026, 11, 26, 6, 54, tzinfo=UTC)
ZONE = "Europe/Helsinki"
WALL = datetime(2026, 11, 26, 11)  # noqa: DTZ001 (on the clock of the event)


@pytest.mark.parametrize("why", Why)
@pytest.mark.parametrize("count", [1, 2, 150])
def test_every_finding_is_said_with_nothing_left_open(why, count):
    check = Check(CheckKind.ZONE, Level.OK, why, count, "Main door", AT, (1366, 768))
    said = readiness.sentence(check, ZONE)
    assert said
    assert "{" not in said
    assert readiness.sentence(Check(CheckKind.ZONE, Level.OK, why, count), ZONE)


def test_every_check_and_level_has_a_name():
    assert len({readiness.title(kind) for kind in CheckKind}) == len(CheckKind)
    assert len({readiness.level(level) for level in Level}) == len(Level)


@pytest.mark.parametrize(
    ("check", "said"),
    [
        (
            Check(CheckKind.IMPORTED, Level.OK, Why.IMPORT_CURRENT, name="a.xlsx", at=AT),
            "a.xlsx was imported 26.11.2026 at 8.54 and has not changed since",
        ),
        (Check(CheckKind.DISK, Level.OK, Why.DISK_ENOUGH, size=(52_400_000_000,)), "52 GB free"),
        (
            Check(CheckKind.DISK, Level.STOP, Why.DISK_FULL, size=(9_000_000,)),
            "Only 9 MB free: check-ins could not be saved",
        ),
        (
            Check(CheckKind.CLOCK, Level.STOP, Why.CLOCK_BEHIND, 180, at=AT),
            "This computer is 3 hours behind what was written before: set it",
        ),
        (
            Check(CheckKind.ZONE, Level.LOOK, Why.ZONE_OTHER, -90),
            "At the event it is 90 minutes earlier than this computer says",
        ),
        (
            Check(CheckKind.CLOCK, Level.STOP, Why.CLOCK_BEHIND, 60 * 24 * 40),
            "This computer is 40 days behind what was written before: set it",
        ),
        (Check(CheckKind.DAY, Level.NOTE, Why.LATER, 1), "The event is tomorrow"),
        (
            Check(CheckKind.POINT, Level.OK, Why.OPENS, name="Lunch", at=WALL),
            "Lunch opens 26.11.2026 at 11.00",
        ),
        (
            Check(CheckKind.SCREEN, Level.OK, Why.SCREEN_FITS, 115, size=(1366, 728)),
            "1366 × 728, texts at 115 %",
        ),
        (
            Check(CheckKind.ZONE, Level.NOTE, Why.DAYLIGHT, -60, at=AT),
            "Clocks go back by 1 hour: 26.11.2026 at 8.54",
        ),
    ],
)  # fmt: skip
def test_findings_read_like_this(check, said):
    assert readiness.sentence(check, ZONE) == said


def test_one_sentence_says_how_much_there_is_to_do():
    look = Check(CheckKind.BADGES, Level.LOOK, Why.BADGES_MISSING, 3)
    note = Check(CheckKind.CAMERA, Level.NOTE, Why.NO_CAMERA)
    assert readiness.summary([note]) == "Everything is ready for the doors to open"
    assert readiness.summary([look, note]) == "1 thing to do before doors open"
    assert readiness.summary([look, look, look]) == "3 things to do before doors open"


@pytest.mark.parametrize("why", Why)
def test_what_needs_something_done_has_a_button(why):
    said = readiness.button(Check(CheckKind.ZONE, Level.LOOK, why))
    fine = {
        Why.LOADED, Why.BY_HAND, Why.IMPORT_CURRENT, Why.IMPORT_KNOWN, Why.NO_DOUBLES, Why.CODES,
        Why.BADGES_PRINTED, Why.BADGES_AT_DOOR, Why.NAMED, Why.OPEN, Why.OPENS, Why.CAMERA_READY,
        Why.NO_CAMERA, Why.CAMERA_UNKNOWN, Why.NO_SOUND, Why.TODAY, Why.LATER, Why.CLOCK_RIGHT,
        Why.ZONE_SAME, Why.ZONE_UNKNOWN, Why.DAYLIGHT, Why.BACKUP_FRESH, Why.DISK_ENOUGH,
        Why.DISK_UNKNOWN, Why.AWAKE, Why.AWAKE_AT_DESK, Why.MAY_SLEEP, Why.MAINS,
        Why.POWER_UNKNOWN, Why.SCREEN_FITS, Why.SCREEN_UNKNOWN,
    }  # fmt: skip
    assert (said == "") == (why in fine)

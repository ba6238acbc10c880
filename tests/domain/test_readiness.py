"""Readiness: every check by a table, and what must hold for all facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.event import Event
from networking_app.domain.points import Point, Window
from networking_app.domain.readiness import (
    CameraState,
    CheckKind,
    DeskFacts,
    EventFacts,
    Facts,
    Imported,
    Level,
    MachineFacts,
    Power,
    SleepState,
    Why,
)
from networking_app.domain.readiness_rules import checks, to_do

NOW = datetime(2026, 11, 26, 7, 40, tzinfo=ZoneInfo("Europe/Helsinki"))
START = "2026-11-26T07:00:00Z"
DOOR = Point("door", "e", "Main door", zone="Europe/Helsinki")
EVENT = Event("e", "Evening", start=START, end="2026-11-26T14:00:00Z")
EARLIER = NOW - timedelta(hours=2)
READY = Facts(
    EventFacts(
        EVENT,
        guests=174,
        imported=Imported("guests.xlsx", EARLIER, EARLIER - timedelta(hours=1)),
        newest=NOW - timedelta(minutes=1),
        backup=NOW - timedelta(hours=1),
        points=(DOOR,),
    ),
    MachineFacts(
        zone="Europe/Helsinki",
        free=50_000_000_000,
        power=Power(mains=True, percent=90),
        sleep=SleepState.CAN,
        printers=("Zebra",),
        camera=CameraState.READY,
        camera_name="HD Camera",
        plays=True,
        screen=(1366, 728),
    ),
    DeskFacts(
        name="Desk A",
        printer="Zebra",
        tested={"scanner": EARLIER, "sound": EARLIER, "printer Zebra": EARLIER},
    ),
    NOW,
)


def changed(part, **values):
    if part == "now":
        return replace(READY, **values)
    return replace(READY, **{part: replace(getattr(READY, part), **values)})


def without(what):
    return {key: at for key, at in READY.desk.tested.items() if key != what}


def check(facts, kind):
    return next(one for one in checks(facts) if one.kind is kind)


def test_desk_that_is_ready_has_nothing_to_do():
    found = checks(READY)
    assert [one.kind for one in found] == list(CheckKind)
    assert {one.level for one in found} == {Level.OK}
    assert to_do(found) == 0


@pytest.mark.parametrize(
    ("kind", "part", "values", "level", "why"),
    [
        ("people", "event", {"guests": 0}, "stop", "nobody"),
        ("imported", "event", {"imported": None}, "note", "by_hand"),
        ("imported", "event", {"imported": Imported("a.xlsx", EARLIER)}, "ok", "import_known"),
        (
            "imported", "event", {"imported": Imported("a.xlsx", NOW - timedelta(days=4))},
            "look", "import_aged",
        ),
        (
            "imported", "event", {"imported": Imported("a.xlsx", EARLIER, NOW)},
            "look", "import_behind",
        ),
        ("doubles", "event", {"doubles": 2}, "look", "doubles"),
        ("codes", "event", {"without_code": 1}, "look", "codes_missing"),
        ("badges", "event", {"without_badge": 3}, "look", "badges_missing"),
        ("desk_name", "desk", {"name": " "}, "look", "not_named"),
        ("point", "event", {"points": ()}, "stop", "no_point"),
        ("printer", "desk", {"tested": without("printer Zebra")}, "look", "printer_not_tested"),
        (
            "printer", "desk",
            {"tested": without("") | {"printer Zebra": NOW - timedelta(days=2)}},
            "look", "printer_not_tested",
        ),
        ("printer", "desk", {"printer": "Gone"}, "look", "printer_not_tested"),
        ("printer", "machine", {"printers": ()}, "note", "no_printer"),
        ("scanner", "desk", {"tested": without("scanner")}, "look", "scanner_not_tested"),
        ("sound", "desk", {"tested": without("sound")}, "look", "sound_not_tested"),
        ("sound", "desk", {"muted": True}, "look", "muted"),
        ("sound", "desk", {"volume": 0}, "look", "muted"),
        ("sound", "machine", {"plays": False}, "note", "no_sound"),
        ("sound", "machine", {"plays": None}, "ok", "sound_heard"),
        ("camera", "machine", {"camera": CameraState.ASKS}, "look", "camera_asks"),
        ("camera", "machine", {"camera": CameraState.REFUSED}, "look", "camera_refused"),
        ("camera", "machine", {"camera": CameraState.NONE}, "note", "no_camera"),
        ("camera", "machine", {"camera": CameraState.UNKNOWN}, "note", "camera_unknown"),
        ("day", "event", {"event": Event("e", "E")}, "look", "no_date"),
        ("day", "event", {"event": Event("e", "E", start="2026-11-25")}, "look", "past"),
        ("day", "event", {"event": Event("e", "E", start="2026-11-28")}, "note", "later"),
        ("clock", "event", {"newest": NOW + timedelta(hours=3)}, "stop", "clock_behind"),
        ("clock", "event", {"newest": NOW + timedelta(minutes=4)}, "ok", "clock_right"),
        ("clock", "event", {"newest": None}, "ok", "clock_right"),
        ("zone", "now", {"now": NOW.astimezone(ZoneInfo("Europe/Berlin"))}, "look", "zone_other"),
        ("zone", "machine", {"zone": "Europe/London"}, "look", "zone_other"),
        ("zone", "event", {"event": replace(EVENT, zone="Middle/Earth")}, "note", "zone_unknown"),
        ("backup", "event", {"backup": None}, "look", "no_backup"),
        ("backup", "event", {"backup": NOW - timedelta(days=1)}, "look", "backup_old"),
        ("backup", "event", {"backup": EARLIER - timedelta(minutes=1)}, "look", "backup_old"),
        ("disk", "machine", {"free": 900_000_000}, "look", "disk_low"),
        ("disk", "machine", {"free": 99_000_000}, "stop", "disk_full"),
        ("disk", "machine", {"free": None}, "note", "disk_unknown"),
        ("sleep", "machine", {"sleep": SleepState.HELD}, "ok", "awake"),
        ("sleep", "machine", {"sleep": SleepState.CANNOT}, "note", "may_sleep"),
        ("power", "machine", {"power": Power(mains=True)}, "ok", "mains"),
        ("power", "machine", {"power": Power(mains=False, percent=80)}, "look", "on_battery"),
        ("power", "machine", {"power": Power(mains=False, percent=19)}, "stop", "battery_low"),
        ("power", "machine", {"power": None}, "note", "power_unknown"),
        ("screen", "machine", {"screen": (1024, 600)}, "look", "screen_small"),
        ("screen", "machine", {"screen": None}, "note", "screen_unknown"),
    ],
)  # fmt: skip
def test_each_lack_is_told_by_its_check_alone(kind, part, values, level, why):
    facts = changed(part, **values)
    found = check(facts, CheckKind(kind))
    assert (found.level, found.why) == (Level(level), Why(why))
    others = {one.kind for one in checks(facts) if one.level in {Level.LOOK, Level.STOP}}
    assert others <= {found.kind}


def test_badges_printed_at_the_door_need_no_printing_but_a_printer():
    facts = replace(changed("desk", prints=True), event=replace(READY.event, without_badge=3))
    assert check(facts, CheckKind.BADGES).why is Why.BADGES_AT_DOOR
    bare = replace(facts, machine=replace(READY.machine, printers=()))
    assert check(bare, CheckKind.PRINTER).level is Level.STOP


@pytest.mark.parametrize(
    ("windows", "level", "why"),
    [
        ((Window("07:00", "12:00"),), "ok", "open"),
        ((Window("08:00", "12:00"),), "ok", "opens"),
        ((Window("2026-11-25T08:00", "2026-11-25T12:00"),), "stop", "over"),
        ((Window("", "07:00", ("speaker",)), Window("07:30", "", ("host",))), "ok", "open"),
    ],
)
def test_point_of_the_desk_is_open_or_opens(windows, level, why):
    own = replace(DOOR, id="own", name="Side door", windows=windows)
    facts = replace(changed("event", points=(DOOR, own)), desk=replace(READY.desk, point="own"))
    found = check(facts, CheckKind.POINT)
    assert (found.level, found.why, found.name) == (Level(level), Why(why), "Side door")


def test_point_that_is_gone_gives_way_to_the_main_door():
    facts = changed("desk", point="gone")
    assert check(facts, CheckKind.POINT).name == "Main door"


def test_clock_that_is_set_back_in_the_night_before_is_told():
    event = replace(EVENT, start="2026-10-25T06:00:00Z", end="2026-10-25T14:00:00Z")
    now = datetime(2026, 10, 24, 18, 0, tzinfo=ZoneInfo("Europe/Helsinki"))
    found = check(replace(changed("event", event=event), now=now), CheckKind.ZONE)
    assert (found.level, found.why, found.count) == (Level.NOTE, Why.DAYLIGHT, -60)


TIMES = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
NUMBERS = st.integers(0, 10**12)
EVENTS = st.builds(
    Event,
    st.just("e"),
    st.just("E"),
    start=st.sampled_from(["", "2026", "2026-11-26", START, "soon"]),
    end=st.sampled_from(["", "2026-11-26", "2026-11-27T00:00:00Z", "2026-11-26T14:00:00Z"]),
    zone=st.sampled_from(["Europe/Helsinki", "UTC", "", "Middle/Earth"]),
)
FACTS = st.builds(
    Facts,
    st.builds(
        EventFacts,
        EVENTS,
        guests=NUMBERS,
        imported=st.none() | st.builds(Imported, st.text(), TIMES, st.none() | TIMES),
        doubles=NUMBERS,
        without_badge=NUMBERS,
        without_code=NUMBERS,
        newest=st.none() | TIMES,
        backup=st.none() | TIMES,
        points=st.lists(st.just(DOOR), max_size=2),
    ),
    st.builds(
        MachineFacts,
        zone=st.sampled_from(["", "Europe/Helsinki", "x"]),
        free=st.none() | NUMBERS,
        power=st.none() | st.builds(Power, st.booleans(), st.none() | st.integers(0, 100)),
        sleep=st.sampled_from(SleepState),
        printers=st.lists(st.text(max_size=3), max_size=2).map(tuple),
        camera=st.sampled_from(CameraState),
        plays=st.none() | st.booleans(),
        screen=st.none() | st.tuples(NUMBERS, NUMBERS),
    ),
    st.builds(
        DeskFacts,
        name=st.text(max_size=3),
        point=st.sampled_from(["", "door", "gone"]),
        printer=st.text(max_size=3),
        prints=st.booleans(),
        muted=st.booleans(),
        volume=st.integers(0, 100),
        tested=st.dictionaries(st.sampled_from(["scanner", "sound", "printer "]), TIMES),
    ),
    TIMES,
)


@given(FACTS)
def test_every_kind_is_checked_once_whatever_the_facts(facts):
    found = checks(facts)
    assert [one.kind for one in found] == list(CheckKind)
    assert to_do(found) == sum(one.level in {Level.LOOK, Level.STOP} for one in found)
    assert all(one.count >= 0 or one.kind is CheckKind.ZONE for one in found)


@given(FACTS)
def test_nothing_unknown_is_counted_as_a_thing_to_do(facts):
    blind = replace(facts, machine=MachineFacts(printers=facts.machine.printers))
    of_machine = {
        CheckKind.DISK, CheckKind.SLEEP, CheckKind.POWER, CheckKind.SCREEN, CheckKind.CAMERA,
    }  # fmt: skip
    levels = {one.level for one in checks(blind) if one.kind in of_machine}
    assert levels == {Level.NOTE}

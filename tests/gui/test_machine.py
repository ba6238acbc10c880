"""What a computer says of itself: power, sleep, disk, files imported here, what was tried out."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget

from networking_app.domain.readiness import CameraState, MachineFacts, Power, SleepState
from networking_app.gui.machine import awake, sources, tested
from networking_app.gui.machine.awake import KeepAwake, WindowsWaker
from networking_app.gui.machine.look import Machine, desk_facts, free
from networking_app.gui.machine.power import of_status, of_supplies, power
from networking_app.gui.preferences import Preferences
from networking_app.support.settings import Settings

NOW = datetime(2026, 11, 26, 6, 40, tzinfo=UTC)


def supplies(folder, **said):
    for name, files in said.items():
        (folder / name).mkdir()
        for file, text in files.items():
            (folder / name / file).write_text(f"{text}\n", "utf-8")
    return folder


BATTERY = {"type": "Battery", "capacity": "81", "status": "Discharging"}
MAINS = {"type": "Mains", "online": "1"}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, Power(mains=True)),
        ({"AC": MAINS}, Power(mains=True)),
        ({"AC": MAINS, "BAT0": BATTERY | {"status": "Charging"}}, Power(mains=True, percent=81)),
        ({"AC": MAINS | {"online": "0"}, "BAT0": BATTERY}, Power(mains=False, percent=81)),
        ({"BAT0": BATTERY}, Power(mains=False, percent=81)),
        ({"BAT0": BATTERY | {"status": "Full"}}, Power(mains=True, percent=81)),
        ({"BAT0": BATTERY, "BAT1": BATTERY | {"capacity": "7"}}, Power(mains=False, percent=7)),
        ({"mouse": BATTERY | {"scope": "Device"}}, Power(mains=True)),
        ({"BAT0": {"type": "Battery", "status": "Discharging"}}, None),
        ({"BAT0": BATTERY | {"capacity": "rubbish"}}, None),
        ({"BAT0": BATTERY | {"capacity": "104"}}, Power(mains=False, percent=100)),
        ({"odd": {}}, Power(mains=True)),
    ],
)
def test_power_is_read_from_the_supplies_of_linux(tmp_path, said, found):
    assert of_supplies(supplies(tmp_path, **said)) == found


def test_power_of_a_system_without_the_folder_is_not_known(tmp_path):
    assert of_supplies(tmp_path / "none") is None
    assert power() is None or isinstance(power(), Power)


@pytest.mark.parametrize(
    ("line", "flag", "percent", "found"),
    [
        (1, 8, 90, Power(mains=True, percent=90)),
        (0, 4, 12, Power(mains=False, percent=12)),
        (1, 128, 255, Power(mains=True)),
        (255, 128, 255, Power(mains=True)),
        (255, 1, 50, None),
        (0, 255, 255, Power(mains=False)),
    ],
)
def test_power_is_read_from_the_status_of_windows(line, flag, percent, found):
    assert of_status(line, flag, percent) == found


@given(st.integers(0, 255), st.integers(0, 255), st.integers(0, 255))
def test_any_status_of_windows_is_power_or_not_known(line, flag, percent):
    found = of_status(line, flag, percent)
    assert found is None or found.percent is None or 0 <= found.percent <= 100


class Waker:
    def __init__(self, *, works=True):
        self.works, self.said = works, []

    def hold(self, why):
        self.said.append(why)
        return self.works

    def let_go(self):
        self.said.append("let go")


def test_computer_is_held_awake_once_and_let_go(qapp):
    good, bad = Waker(), Waker(works=False)
    keeper = KeepAwake(make=lambda: (bad, good))
    assert keeper.state() is SleepState.CAN
    assert good.said == ["networking-app", "let go"]
    keeper.hold("Guests come")
    keeper.hold("Guests come")
    assert keeper.state() is SleepState.HELD
    keeper.let_go()
    keeper.let_go()
    assert keeper.state() is SleepState.CAN
    assert good.said == ["networking-app", "let go", "Guests come", "let go"]
    assert "let go" not in bad.said


def test_computer_that_cannot_be_held_says_so(qapp):
    keeper = KeepAwake(make=lambda: ())
    keeper.hold("Guests come")
    assert keeper.state() is SleepState.CANNOT


def test_without_a_bus_nothing_is_held_and_nothing_breaks(qapp, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    for waker in awake.wakers():
        assert not waker.hold("Guests come")
        waker.let_go()


def test_windows_is_asked_for_system_and_display():
    asked = []
    waker = WindowsWaker(lambda flags: asked.append(flags) or 1)
    assert waker.hold("Guests come")
    waker.let_go()
    assert asked == [0x80000003, 0x80000000]
    assert not WindowsWaker(lambda _flags: 0).hold("Guests come")


def test_disk_space_is_told_where_the_system_tells_it(tmp_path):
    assert free(tmp_path / "e.nwapp") > 0
    assert free(tmp_path / "none" / "e.nwapp") is None


def test_what_was_tried_out_is_remembered_and_forgotten():
    preferences = Preferences(Settings(tested=("rubbish", "2026-11-26T06:00:00 scanner", "x y")))
    assert tested.tested(preferences.now.tested) == {}
    tested.note(preferences, "printer Zebra 2", NOW)
    tested.note(preferences, "sound", NOW)
    tested.note(preferences, "sound", NOW + timedelta(minutes=1))
    found = tested.tested(preferences.now.tested)
    assert found == {"printer Zebra 2": NOW, "sound": NOW + timedelta(minutes=1)}
    tested.forget(preferences, "sound")
    assert set(tested.tested(preferences.now.tested)) == {"printer Zebra 2"}
    assert desk_facts(preferences.now).tested == {"printer Zebra 2": NOW}


@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_text_in_the_settings_can_be_read(entries):
    assert all(at.tzinfo is not None for at in tested.tested(entries).values())
    assert sources.changed_at([*entries, "1 a\0/a.csv"], "a.csv", NOW) is None


def test_imported_files_are_known_by_name_and_time(tmp_path):
    preferences = Preferences(Settings())
    files = [tmp_path / "a.csv", tmp_path / "b, c.csv"]
    for file in files:
        file.write_text("Name\n", "utf-8")
        os.utime(file, (NOW.timestamp(), NOW.timestamp()))
    sources.remember(preferences, sources.read((*files, tmp_path / "gone.csv")))
    known = preferences.now.imported_files
    assert len(known) == 2
    later = NOW + timedelta(hours=1)
    assert sources.changed_at(known, "a.csv", later) == NOW
    assert sources.changed_at(known, "b, c.csv", later) == NOW
    # A clock that was wrong at the import makes no file look changed.
    assert sources.changed_at(known, "a.csv", NOW - timedelta(days=1)) == NOW - timedelta(days=1)
    os.utime(files[0], (later.timestamp(), later.timestamp()))
    assert sources.changed_at(known, "a.csv", NOW) == later
    sources.remember(preferences, sources.read(files[:1]))
    assert len(preferences.now.imported_files) == 2
    assert sources.changed_at(preferences.now.imported_files, "other.csv", NOW) is None


def test_this_computer_is_looked_at_without_a_workspace(qapp, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    room = SimpleNamespace(office=None, awake=None, preferences=Preferences(Settings()))
    machine = Machine(room, page)
    facts = machine.facts()
    assert isinstance(facts, MachineFacts)
    assert (facts.free, facts.sleep) == (None, SleepState.CANNOT)
    assert facts.camera in CameraState
    assert facts.screen[0] > 0
    machine.forget()
    assert machine.facts().printers == facts.printers

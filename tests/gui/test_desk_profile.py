"""The desk profile: what this computer does as a desk is saved as soon as it is changed."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

import factories
from gui import guests_room
from networking_app.gui.preferences import Preferences
from networking_app.gui.settings.desk_profile import DeskProfileCard
from networking_app.gui.widgets.layout import column
from networking_app.services.points import PointRules
from networking_app.support import settings
from networking_app.support.settings import Settings

Key = Qt.Key


class TwoDisplays(QObject):
    changed = Signal()

    def all(self):
        return (
            SimpleNamespace(name="BUILT-IN", title="Built-in, 1366 × 768", holds_window=True),
            SimpleNamespace(name="ACME 24", title="Acme 24, 1920 × 1080", holds_window=False),
        )


class Place:
    def __init__(self, folder, bot):
        self.folder, self.bot = folder / "settings", bot
        self.room, self.event = guests_room.make_room(folder, factories.Clock())
        self.room.preferences = Preferences(Settings(), self.folder)
        self.office = self.room.services
        self.went = []
        self.room.navigate = lambda name, **_what: self.went.append(name)
        self.window = QWidget()
        self.window.resize(1000, 800)
        bot.addWidget(self.window)

    def open(self):
        self.card = DeskProfileCard(self.room, lambda: ("Zebra", "Office"), TwoDisplays())
        self.window.setLayout(column(self.card, None))
        with self.bot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.card.reload()
        self.settle()
        return self.card

    def settle(self):
        QTest.qWait(30)
        self.bot.waitUntil(self.room.tasks.is_idle)
        QTest.qWait(20)

    def press(self, key, widget):
        self.bot.keyClick(widget, key)
        self.settle()

    def saved(self):
        return settings.load(self.folder).settings


@pytest.fixture
def place(tmp_path, qtbot):
    made = Place(tmp_path, qtbot)
    yield made
    made.room.tasks.close()
    made.office.close()


def test_everything_is_saved_at_once_by_keyboard(place):
    lunch = place.office.points.add(place.event, PointRules("Lunch"))
    card = place.open()
    place.press(Key.Key_Down, card.point)
    place.press(Key.Key_Down, card.printer)
    place.press(Key.Key_Down, card.display)
    place.press(Key.Key_Space, card.prints)
    place.press(Key.Key_Space, card.overrides)
    place.press(Key.Key_Space, card.parts["title"])
    place.press(Key.Key_Space, card.parts["note"])
    place.press(Key.Key_Right, card.shows)
    place.bot.keyClicks(card.surnames, "A-K")
    place.press(Key.Key_Return, card.surnames)

    saved = place.saved()
    assert saved.desk_point == lunch.id
    assert (saved.printer, saved.guest_screen) == ("Zebra", "ACME 24")
    assert (saved.print_on_welcome, saved.may_override) == (True, False)
    assert saved.desk_hides == ("title", "note")
    assert (saved.guest_screen_shows, saved.surname_range) == ("welcome", "A-K")


def test_queues_are_proposed_from_the_real_counts_and_taken(place):
    for family in ("Aho", "Kinnunen", "Laine", "Öhman"):
        place.office.guests.add(place.event, factories.details(f"Aino {family}"))
    card = place.open()
    assert [chip.words() for chip in card._chips.values()] == ["A–K (2 guests)", "L–Ö (2 guests)"]
    place.press(Key.Key_Space, card.chip("L–Ö"))
    assert place.saved().surname_range == card.surnames.text() == "L–Ö"
    assert card.chip("L–Ö").isChecked()

    card.desks.setValue(4)
    place.bot.waitUntil(lambda: len(card._chips) == 4)
    assert [chip.words() for chip in card._chips.values()] == [
        "A (1 guest)", "B–K (1 guest)", "L (1 guest)", "M–Ö (1 guest)",
    ]  # fmt: skip
    card.desks.setValue(2)
    place.bot.waitUntil(lambda: len(card._chips) == 2)
    place.press(Key.Key_Space, card.chip("L–Ö"))
    assert place.saved().surname_range == ""


def test_signs_of_the_queues_are_saved(place, tmp_path):
    place.office.guests.add(place.event, factories.details("Aino Aho"))
    card = place.open()
    assert card.signs.isEnabled()
    card.make_signs(tmp_path / "signs.pdf")
    place.settle()
    assert (tmp_path / "signs.pdf").read_bytes().startswith(b"%PDF")


def test_point_of_another_event_is_the_main_door(place):
    second = place.office.points.add(place.event, PointRules("Lunch"))
    place.room.preferences.change(desk_point=second.id)
    card = place.open()
    assert card.point.currentText() == "Lunch"

    place.office.events.choose(place.office.events.create("Other day", door="North door"))
    card.reload()
    place.settle()
    assert card.point.currentText() == "North door"
    assert place.saved().desk_point == second.id  # found again with the first event


def test_printer_and_display_that_are_away_stay_chosen(place):
    place.room.preferences.change(printer="Old", guest_screen="Gone")
    card = place.open()
    assert card.printer.currentText() == "Old (not here now)"
    assert card.display.currentText() == "Gone (not here now)"
    assert (place.saved().printer, place.saved().guest_screen) == ("Old", "Gone")


def test_settings_changed_elsewhere_are_shown(place):
    card = place.open()
    place.room.preferences.change(may_override=False, surname_range="M–Ö", desk_hides=("category",))
    assert not card.overrides.isChecked()
    assert card.surnames.text() == "M–Ö"
    assert not card.parts["category"].isChecked()


def test_nobody_expected_is_said(place):
    card = place.open()
    assert card._no_queues.isVisible()
    assert not card.signs.isEnabled()


def test_camera_and_points_are_a_button_away(place, qtbot):
    card = place.open()
    with qtbot.waitSignal(card.camera_wanted):
        place.press(Key.Key_Return, card.camera)
    place.press(Key.Key_Return, card.points)
    assert place.went == ["points"]


def test_without_a_file_only_this_computer_is_asked(qtbot):
    room = guests_room.Room(
        None, guests_room.Tasks(), guests_room.Messages(), Preferences(Settings()),
        guests_room.Signals(), lambda *_a, **_k: None,
    )  # fmt: skip
    card = DeskProfileCard(room, lambda: (), TwoDisplays())
    qtbot.addWidget(card)
    card.reload()
    card.show()
    assert not card.point.isVisible()
    assert card.overrides.isVisible()
    room.tasks.close()

"""The display for guests: where it is shown, what is on it, and that it can be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui import screens_room as rooms
from gui.desk_room import Clock
from gui.test_tokens import contrast
from networking_app.domain.checkin import Verdict
from networking_app.domain.programme import SessionDetails
from networking_app.gui import tokens
from networking_app.gui.desk_deeds import Admitted
from networking_app.gui.kiosk.style import colours
from networking_app.gui.messages import Messages
from networking_app.gui.preferences import Preferences
from networking_app.gui.room import Room
from networking_app.gui.screens.displays import Displays, names_of
from networking_app.gui.screens.guest_screens import STAYS, GuestScreens
from networking_app.gui.screens.window import ScreenWindow
from networking_app.gui.signals import Signals
from networking_app.gui.tasks import Tasks
from networking_app.gui.theme import look
from networking_app.services.office import new_office
from networking_app.services.programme import Programme
from networking_app.support.settings import Settings
from networking_app.wording.guest_screen import Board, Greeting


class Lobby:
    """A main window on the laptop and a display in the lobby."""

    def __init__(self, folder, settings=None):
        self.clock = Clock()
        signals = Signals()
        office = new_office(folder / "work.nwapp", "Desk", self.clock.wall, signals.tell)
        self.event = office.events.create(
            "Team play", door="Main door", start="2026-11-26T06:00:00Z", place="Saimaa"
        )
        messages = Messages()
        self.room = Room(
            office,
            Tasks(messages.trouble),
            messages,
            Preferences(settings or Settings()),
            signals,
            lambda *_a, **_k: None,
            now=self.clock,
        )
        self.main = QWidget()
        messages.attach(self.main)
        self.shelf = rooms.Shelf(rooms.LAPTOP, rooms.LOBBY)
        self.screens = GuestScreens(self.room, self.main, self.shelf)

    @property
    def shown(self):
        return self.screens.window.shown

    def settle(self):
        for _ in range(30_000):
            QApplication.processEvents()
            if self.room.tasks.is_idle():
                QApplication.processEvents()
                if self.room.tasks.is_idle():
                    return
            QTest.qWait(2)
        raise AssertionError("the lanes never ended")

    def answer(self, *args, **more):
        self.room.signals.answered.emit(Admitted(rooms.answer(*args, **more)))

    def close(self):
        self.screens.end()
        self.room.tasks.close()
        self.room.office.close()
        self.main.close()


@pytest.fixture
def lobby(qapp, tmp_path):
    made = Lobby(tmp_path)
    yield made
    made.close()


def test_it_opens_on_the_free_display_and_is_remembered(lobby):
    assert lobby.screens.open()
    lobby.settle()
    assert lobby.screens.window.geometry() == rooms.LOBBY.area
    assert lobby.room.preferences.now.guest_screen == "DELL U24"
    assert isinstance(lobby.shown, Board)
    assert lobby.shown.title == "Team play"


def test_it_is_never_opened_on_a_display_that_is_not_there(lobby):
    assert not lobby.screens.open("HDMI-2")
    assert lobby.room.messages.toast_text() == "The display HDMI-2 is not there."
    lobby.shelf.plug(rooms.LAPTOP)
    assert not lobby.screens.open()
    assert "no second display" in lobby.room.messages.toast_text()
    assert not lobby.screens.is_open()


def test_it_never_covers_the_main_window(lobby):
    assert not lobby.screens.open("Laptop")
    assert "main window is on that display" in lobby.room.messages.toast_text()
    lobby.room.preferences.change(guest_screen="Laptop")
    assert not lobby.screens.is_open()


def test_it_goes_when_unplugged_and_comes_back(lobby):
    told = []
    lobby.screens.toggled.connect(told.append)
    lobby.screens.open()
    lobby.shelf.plug(rooms.LAPTOP, rooms.OTHER)
    assert not lobby.screens.is_open()
    moved = replace(rooms.LOBBY, area=QRect(5, 5, 800, 450))
    lobby.shelf.plug(rooms.LAPTOP, moved)
    assert lobby.screens.window.geometry() == moved.area
    assert told == [True, False, True]


def test_the_setting_alone_opens_and_closes_it(lobby):
    lobby.room.preferences.change(guest_screen="DELL U24")
    assert lobby.screens.is_open()
    lobby.room.preferences.change(guest_screen="")
    assert not lobby.screens.is_open()


def test_a_remembered_display_is_used_at_the_start(qapp, tmp_path):
    lobby = Lobby(tmp_path, Settings(guest_screen="DELL U24"))
    lobby.screens.place()
    assert lobby.screens.is_open()
    lobby.close()


def test_escape_closes_it_until_it_is_opened_again(qtbot, lobby):
    lobby.screens.open()
    qtbot.keyClick(lobby.screens.window, Qt.Key.Key_Escape)
    assert not lobby.screens.is_open()
    lobby.shelf.changed.emit()
    assert not lobby.screens.is_open()
    lobby.screens.toggle()
    assert lobby.screens.is_open()
    lobby.screens.toggle()
    assert not lobby.screens.is_open()


def test_the_command_says_what_it_does(lobby):
    assert lobby.screens.commands()[0].text == "Open the screen for guests"
    lobby.screens.commands()[0].run()
    assert lobby.screens.commands()[0].text == "Close the screen for guests"


def test_each_guest_is_answered_in_the_own_language_then_all_are_welcomed(lobby):
    lobby.screens.open()
    lobby.settle()
    lobby.answer(holder=replace(rooms.SIIRI, language="fi"))
    assert isinstance(lobby.shown, Greeting)
    assert "Siiri" in lobby.screens.window.accessibleName()
    lobby.screens._tick()
    assert isinstance(lobby.shown, Greeting)
    assert lobby.screens._answer.interval() == STAYS
    lobby.screens._answer.stop()
    lobby.screens._show_board()
    assert isinstance(lobby.shown, Board)


@pytest.mark.parametrize("verdict", [v for v in Verdict if v is not Verdict.WELCOME])
def test_a_refusal_is_only_a_moment(lobby, verdict):
    lobby.screens.open()
    lobby.answer(verdict)
    assert lobby.shown.headline == "One moment, please"
    assert "Siiri" not in lobby.screens.window.accessibleName()


def test_a_display_that_welcomes_all_names_nobody(qapp, tmp_path):
    lobby = Lobby(tmp_path, Settings(guest_screen_shows="welcome"))
    lobby.screens.open()
    lobby.settle()
    lobby.answer()
    assert isinstance(lobby.shown, Board)
    lobby.close()


def test_a_lost_file_keeps_the_last_content(lobby):
    lobby.screens.open()
    lobby.settle()
    before = lobby.shown
    lobby.room.office.close()
    lobby.screens.reload()
    lobby.settle()
    lobby.screens._tick()
    assert lobby.shown == before
    assert lobby.room.messages.notices == {}


def test_the_programme_and_the_clock_follow(lobby):
    lobby.screens.open()
    lobby.settle()
    talk = SessionDetails("Selling", start="2026-11-26T07:00:00Z", end="2026-11-26T08:00:00Z")
    Programme(lobby.room.office.database).add_sessions(lobby.event, [talk])
    lobby.settle()
    assert [slot.title for slot in lobby.shown.next] == ["Selling"]
    lobby.clock.at += timedelta(minutes=30)
    lobby.screens._tick()
    assert [slot.title for slot in lobby.shown.now] == ["Selling"]
    assert lobby.shown.clock == "9.24"


def test_the_note_and_the_surnames_are_shown_when_set(lobby):
    lobby.screens.open()
    lobby.settle()
    lobby.room.preferences.change(guest_screen_note="Wi-Fi: X", surname_range="A–K")
    assert (lobby.shown.note, lobby.shown.surnames) == ("Wi-Fi: X", "A–K")


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1080, 1920), (1024, 768)])
@pytest.mark.parametrize("name", rooms.states())
def test_no_text_is_smaller_than_a_45th_of_the_width(qtbot, name, size):
    window = ScreenWindow()
    qtbot.addWidget(window)
    window.show_content(rooms.states()[name])
    window.cover(QRect(0, 0, *size))
    window.grab()
    assert window.drawn
    assert min(px for _text, px in window.drawn) >= size[0] / 45


@pytest.mark.parametrize("name", ["before", "running", "break", "after"])
def test_what_matters_most_is_always_drawn(qtbot, name):
    window = ScreenWindow()
    qtbot.addWidget(window)
    window.show_content(rooms.states()[name])
    window.cover(QRect(0, 0, 1366, 768))
    window.grab()
    text = " ".join(words for words, _px in window.drawn)
    assert "Team play" in text
    assert window.shown.clock in text


def test_the_same_content_is_not_drawn_again(qtbot):
    window = ScreenWindow()
    qtbot.addWidget(window)
    window.show_content(rooms.states()["before"])
    first = window.shown
    window.show_content(rooms.states()["before"])
    assert window.shown is first


def test_the_window_leaves_the_keys_to_the_main_window(qtbot):
    window = ScreenWindow()
    qtbot.addWidget(window)
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


INK = [
    *((ink, ground, 4.5) for ink in ("text", "text2", "accent", "bad_text", "link")
      for ground in ("window", "surface")),
    ("text", "ok_fill", 4.5), ("text", "ok_tint", 4.5), ("on_accent", "accent", 4.5),
    ("on_accent", "accent_hover", 4.5), ("text", "hover", 4.5), ("control", "window", 3),
    ("control", "surface", 3), ("accent", "window", 3), ("text3", "sunken", 4.5),
]  # fmt: skip


@pytest.mark.parametrize(("ink", "ground", "least"), INK)
def test_screens_and_kiosk_can_be_read(ink, ground, least):
    found = contrast(tokens.SCREEN.named(ink), tokens.SCREEN.named(ground))
    assert found >= least


def test_the_kiosk_takes_the_colours_of_high_contrast(qapp):
    assert colours() is tokens.SCREEN
    look().use("high_contrast")
    assert colours() is look().colours


@pytest.mark.parametrize(
    ("identities", "ports", "names"),
    [
        (["DELL A 1", ""], ["HDMI-1", "eDP-1"], ["DELL A 1", "eDP-1"]),
        (["DELL A", "DELL A"], ["DP-1", "DP-2"], ["DELL A DP-1", "DELL A DP-2"]),
        ([], [], []),
    ],
)
def test_displays_have_names_that_stay(identities, ports, names):
    assert names_of(identities, ports) == names


def test_the_displays_of_this_computer(qapp):
    window = QWidget()
    found = Displays(window).all()
    assert len(found) == len(QGuiApplication.screens())
    assert found[0].holds_window
    assert "×" in found[0].title

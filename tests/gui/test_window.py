"""The window: navigation, rail, language, theme, areas, palette, scans."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from gui import shell
from networking_app.gui import pages
from networking_app.gui.commands import Command
from networking_app.gui.dialogs.keys import KeysDialog
from networking_app.gui.finding import matches, sections
from networking_app.gui.page import Page
from networking_app.gui.theme import look
from networking_app.gui.widgets.layout import column
from networking_app.support.settings import Settings

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Plain(Page):
    def __init__(self, room, parent=None):
        super().__init__(room, parent)
        self.loads, self.given, self.scans, self.was_left = 0, [], [], 0
        self.field, self.button = QLineEdit(), QPushButton("Do")
        self.setLayout(column(self.field, self.button))
        self.set_commands(Command("Do it", self.do, "Ctrl+D", bind=True))
        self.done = 0

    def do(self):
        self.done += 1

    def reload(self):
        self.loads += 1

    def came(self, **what):
        self.given.append(what)

    def left(self):
        self.was_left += 1

    def areas(self):
        return (self.field, self.button)


class Desk(Plain):
    def take_scan(self, code):
        self.scans.append(code)
        return True


MODULES = (
    shell.module("home", "Event", "house", 1, Plain, NEEDS_EVENT=False),
    shell.module("participants", "Participants", "users", 2, Plain),
    shell.module("desk", "Check-in desk", "scan-line", 3, Desk, NARROW_RAIL=True),
    shell.module("importing", "Import", "upload", 0, Plain, UNDER="participants"),
    shell.module("settings", "Settings", "settings", 8, Plain, NEEDS_EVENT=False),
)


@pytest.fixture
def window(qtbot):
    made = shell.make(Settings(), MODULES)
    qtbot.addWidget(made)
    made.resize(1500, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.navigate("home")
    yield made
    made.room.tasks.close()


def test_pages_are_made_when_first_visited_and_load_once(window):
    window.navigate("participants", person="7")
    window.navigate("home")
    window.navigate("participants")

    page = window.pages["participants"]
    assert sorted(window.pages) == ["home", "participants"]
    assert (page.loads, page.given, page.was_left) == (1, [{"person": "7"}, {}], 1)


def test_a_topic_reloads_the_page_shown_now_and_others_later(window):
    window.navigate("participants")
    window.navigate("home")
    window.room.signals.tell(frozenset({"guests"}))
    assert (window.pages["home"].loads, window.pages["participants"].loads) == (2, 1)

    window.navigate("participants")
    assert window.pages["participants"].loads == 2
    window.room.signals.tell(frozenset({"badges"}))
    assert window.pages["participants"].loads == 2


def test_keys_go_to_pages_and_back(qtbot, window):
    qtbot.keyClick(window, Key.Key_2, CTRL)
    assert window.current_name() == "participants"
    qtbot.keyClick(window, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.current_name() == "home"


def test_keys_of_a_page_work_only_while_it_is_shown(qtbot, window):
    home = window.pages["home"]
    qtbot.keyClick(home.field, Key.Key_D, CTRL)
    window.navigate("participants")
    qtbot.keyClick(window.current().field, Key.Key_D, CTRL)

    assert (home.done, window.current().done) == (1, 1)


def test_pages_that_need_an_event_are_off_before_there_is_one(qtbot, window):
    window.show_event(None)
    button = window.rail.buttons["participants"]
    assert (button.isEnabled(), button.toolTip()) == (False, "Create or open an event first")
    qtbot.keyClick(window, Key.Key_2, CTRL)

    assert window.current_name() == "home"


def test_rail_is_wide_only_where_there_is_room(window):
    assert window.rail.width() == 232
    window.navigate("desk")
    assert window.rail.width() == 65
    window.navigate("home")
    assert window.rail.width() == 232
    window.resize(1300, 800)
    assert window.rail.width() == 65


def test_a_page_that_is_not_in_the_rail_marks_the_one_it_belongs_to(window):
    window.navigate("importing")

    assert window.rail.buttons["participants"].isChecked()
    assert "importing" not in window.rail.buttons


def test_f6_goes_through_rail_and_areas_and_arrows_move_in_the_rail(qtbot, window):
    page = window.current()
    page.button.setFocus()
    qtbot.keyClick(window, Key.Key_F6)
    assert QApplication.focusWidget() is window.rail.buttons["home"]
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Down)
    assert QApplication.focusWidget() is window.rail.buttons["participants"]
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert window.current_name() == "participants"
    qtbot.keyClick(window, Key.Key_F6)
    assert window.current().isAncestorOf(QApplication.focusWidget())


def test_the_rail_is_not_reached_by_tab(qtbot, window):
    seen = set()
    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        seen.add(QApplication.focusWidget())

    assert not any(window.rail.isAncestorOf(widget) for widget in seen)


def test_language_changes_without_a_restart(qtbot, window):
    window.navigate("participants")
    before = window.current()
    with qtbot.waitSignal(window.room.signals.language_changed):
        window.room.preferences.change(language="fi")

    assert window.current_name() == "participants"
    assert window.current() is not before


def test_theme_and_text_size_change_live(window):
    window.room.preferences.change(theme="dark", text_size=130)

    assert look().is_dark()
    assert look().percent == 130


def test_place_is_remembered(window):
    window.resize(1333, 777)
    window.close()
    kept = window.room.preferences.now.window_geometry

    assert kept
    assert bytes(window.saveGeometry().toBase64().data()).decode() == kept


def test_a_scan_goes_to_the_desk_from_anywhere(window):
    window.take_scan("8KQ2M7XD4R")
    assert window.current_name() == "desk"
    window.take_scan("8KQ2M7XD4S")

    assert window.current().scans == ["8KQ2M7XD4R", "8KQ2M7XD4S"]


def test_keys_are_listed_by_f1(qtbot, window):
    qtbot.keyClick(window, Key.Key_F1)
    dialog = window.findChild(KeysDialog)

    assert dialog.isVisible()
    dialog.accept()


def test_palette_finds_people_first_and_runs_their_first_action(qtbot, window):
    window.current().field.setFocus()
    qtbot.keyClick(window, Key.Key_K, CTRL)
    palette = window.palette_
    assert palette.field.hasFocus()
    qtbot.keyClicks(palette.field, "poy")
    qtbot.waitUntil(lambda: len(palette.entries()) == 4)
    assert next(entry.text for entry in palette.entries()) == "Aino Pöyhönen"

    qtbot.keyClick(palette.field, Key.Key_Escape)
    assert palette.isHidden()
    assert window.current().field.hasFocus()


def test_palette_goes_to_pages_and_runs_commands(qtbot, window):
    window.open_palette()
    qtbot.keyClicks(window.palette_.field, ">do")
    assert [entry.text for entry in window.palette_.entries()] == ["Do it"]
    qtbot.keyClick(window.palette_.field, Key.Key_Return)
    assert window.current().done == 1

    window.open_palette()
    qtbot.keyClicks(window.palette_.field, ">check")
    qtbot.keyClick(window.palette_.field, Key.Key_Return)
    assert window.current_name() == "desk"


def test_palette_says_when_nothing_is_found(qtbot, window):
    window.open_palette()
    qtbot.keyClicks(window.palette_.field, ">qqq")

    assert window.palette_.entries() == ()
    window.palette_.close_palette()


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("poyho", "Pöyhönen", True),
        ("kainu", "Eeva-Liisa Pöyhönen-Kainulainen", True),
        ("yhonen", "Pöyhönen", False),
        ("aino p", "Pöyhönen Aino", True),
        ("", "anything", True),
    ],
)
def test_words_are_found_from_their_beginning_without_accents(query, text, found):
    assert matches(query, [text]) is found


def test_at_sign_shows_people_only(window):
    found = sections("@a", shell.people("a"), window.infos.values(), (), window.navigate)

    assert [section.heading for section in found] == ["People", "For Aino Pöyhönen"]


def test_every_page_of_the_program_says_what_a_page_must():
    for module in pages.PAGES:
        assert module.TITLE()
        assert module.ICON
        assert isinstance(module.TOPICS, frozenset)
        assert callable(module.PAGE)

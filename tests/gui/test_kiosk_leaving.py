"""The kiosk lets nobody out without the PIN, and the program comes back when it is given."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui import kiosk_room as rooms
from networking_app.gui.kiosk.guard import allowed
from networking_app.gui.kiosk.start_dialog import StartDialog
from networking_app.support.settings import Settings

KEY = Qt.Key
CTRL, ALT, META, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def stand(qapp, tmp_path):
    made = rooms.open_kiosk(rooms.make(tmp_path))
    yield made
    made.close()


def enter_pin(qtbot, stand, pin):
    qtbot.keyClicks(stand.window.pin.pin.line, pin)
    qtbot.keyClick(stand.window.pin.pin.line, KEY.Key_Return)
    stand.settle()


def test_the_program_is_hidden_until_the_right_pin_is_given(qtbot, stand):
    told = []
    stand.service.toggled.connect(told.append)
    assert not stand.main.isVisible()
    assert stand.room.messages.is_quiet
    qtbot.keyClick(stand.window.focusWidget(), KEY.Key_Escape)
    assert stand.window.pin.isVisible()
    enter_pin(qtbot, stand, "0000")
    assert stand.window.pin.pin.error() == "That is not the PIN."
    enter_pin(qtbot, stand, rooms.PIN)
    assert not stand.service.is_open()
    assert stand.main.isVisible()
    assert not stand.room.messages.is_quiet
    assert told == [False]


def test_escape_again_goes_back_to_the_kiosk(qtbot, stand):
    for shown in (True, False):
        qtbot.keyClick(stand.window.focusWidget(), KEY.Key_Escape)
        assert stand.window.pin.isVisible() is shown
    assert stand.window.focusWidget() is stand.window.view.name.line


def test_five_wrong_pins_pause_for_half_a_minute(qtbot, stand):
    now = [50.0]
    stand.window.pin._clock = lambda: now[0]
    stand.window.ask_to_leave()
    for _ in range(5):
        enter_pin(qtbot, stand, "0000")
    panel = stand.window.pin
    assert "try again in 30 s" in panel.pin.error()
    assert not panel.leave.isEnabled()
    enter_pin(qtbot, stand, rooms.PIN)
    assert stand.service.is_open()
    stand.window.stay()
    stand.window.ask_to_leave()
    assert "try again in 30 s" in stand.window.pin.pin.error()
    now[0] += 31
    panel.show_wait()
    assert panel.pin.error() == ""
    enter_pin(qtbot, stand, rooms.PIN)
    assert not stand.service.is_open()


def test_closing_the_window_asks_for_the_pin(stand):
    stand.window.close()
    assert stand.window.isVisible()
    assert stand.window.pin.isVisible()
    event = QCloseEvent()
    QApplication.sendEvent(stand.window, event)
    assert not event.isAccepted()


def test_the_corner_held_down_asks_for_the_pin(stand):
    window = stand.window
    QTest.mousePress(window, Qt.MouseButton.LeftButton, NONE, QPoint(10, 10))
    assert window._corner.isActive()
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, NONE, QPoint(10, 10))
    assert not window._corner.isActive()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, NONE, QPoint(10, 10))
    window._corner.timeout.emit()
    assert window.pin.isVisible()


SHORTCUTS = [
    *((KEY(key), NONE) for key in range(KEY.Key_F1.value, KEY.Key_F35.value + 1)),
    *((key, CTRL) for key in (KEY.Key_K, KEY.Key_Z, KEY.Key_P, KEY.Key_C, KEY.Key_V, KEY.Key_X,
                              KEY.Key_Q, KEY.Key_W, KEY.Key_1, KEY.Key_N, KEY.Key_Tab)),
    *((key, ALT) for key in (KEY.Key_F4, KEY.Key_Left, KEY.Key_1, KEY.Key_Tab, KEY.Key_Space)),
    *((key, META) for key in (KEY.Key_D, KEY.Key_L, KEY.Key_R)),
    (KEY.Key_Menu, NONE), (KEY.Key_Print, NONE), (KEY.Key_Help, NONE), (KEY.Key_Back, NONE),
    (KEY.Key_LaunchMail, NONE), (KEY.Key_Meta, NONE), (KEY.Key_Alt, NONE),
]  # fmt: skip


@pytest.mark.parametrize(("key", "held"), SHORTCUTS)
def test_no_shortcut_is_let_through(qapp, key, held):
    assert not allowed(QKeyEvent(QEvent.Type.KeyPress, key, held))


@pytest.mark.parametrize(
    ("key", "held", "text"),
    [
        (KEY.Key_A, NONE, "a"),
        (KEY.Key_Odiaeresis, NONE, "ö"),
        (KEY.Key_At, CTRL | ALT, "@"),
        (KEY.Key_Tab, NONE, "\t"),
        (KEY.Key_Dead_Acute, NONE, ""),
        (KEY.Key_Left, CTRL, ""),
        (KEY.Key_A, CTRL, "\x01"),
        (KEY.Key_Backspace, NONE, "\x08"),
    ],
)
def test_writing_is_let_through(qapp, key, held, text):
    assert allowed(QKeyEvent(QEvent.Type.KeyPress, key, held, text))


def test_keys_of_the_program_do_nothing_in_the_kiosk(qtbot, stand):
    pressed = []
    for sequence in ("Ctrl+K", "F1", "F11", "Ctrl+Z"):
        QShortcut(QKeySequence(sequence), stand.window).activated.connect(
            lambda sequence=sequence: pressed.append(sequence)
        )
    for key, held in ((KEY.Key_K, CTRL), (KEY.Key_F1, NONE), (KEY.Key_F11, NONE)):
        qtbot.keyClick(stand.window.focusWidget(), key, held)
    assert pressed == []


def test_no_menu_no_paste_no_drop(qtbot, stand):
    QApplication.clipboard().setText("what the last guest copied")
    line = stand.window.view.name.line
    qtbot.keyClick(line, KEY.Key_V, CTRL)
    QTest.mouseClick(line, Qt.MouseButton.MiddleButton)
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(line, menu)
    assert line.text() == ""
    assert QApplication.activePopupWidget() is None
    assert not line.acceptDrops()


def test_the_program_is_free_again_once_left(qtbot, stand):
    stand.window.ask_to_leave()
    enter_pin(qtbot, stand, rooms.PIN)
    other = QWidget()
    qtbot.addWidget(other)
    seen = []
    other.keyPressEvent = seen.append
    other.show()
    qtbot.keyClick(other, KEY.Key_F5)
    assert len(seen) == 1
    assert not stand.service.take_scan("8KQ2M7XD4J")


def test_scans_go_to_the_kiosk_only_while_it_is_open(tmp_path, qapp):
    stand = rooms.make(tmp_path)
    assert not stand.service.take_scan("8KQ2M7XD4J")
    rooms.open_kiosk(stand)
    assert stand.service.take_scan(stand.guest("Aino Pöyhönen").code)
    stand.settle()
    assert stand.step == "badge"
    stand.close()


def test_without_a_pin_the_start_warns_and_sets_one(qtbot, tmp_path):
    stand = rooms.make(tmp_path, pin="")
    rooms.open_kiosk(stand)
    dialog = stand.service.dialog
    assert not stand.service.is_open()
    assert not dialog.without.isHidden()
    qtbot.keyClicks(dialog.pin.editor, "12")
    qtbot.keyClick(dialog.pin.editor, KEY.Key_Return)
    assert dialog.pin.error() == "At least 4 characters"
    qtbot.keyClicks(dialog.pin.editor, "34")
    qtbot.keyClicks(dialog.again.editor, "9999")
    dialog.start.click()
    assert dialog.again.error() == "The two are not the same"
    dialog.again.set_text("1234")
    dialog.start.click()
    stand.settle()
    assert stand.service.is_open()
    assert stand.office.points.pin_opens(stand.event, "1234")
    assert not stand.office.points.pin_opens(stand.event, "")
    stand.window.ask_to_leave()
    enter_pin(qtbot, stand, "1234")
    assert not stand.service.is_open()
    stand.close()


def test_who_starts_without_a_pin_is_only_asked_whether_to_leave(qtbot, tmp_path):
    stand = rooms.make(tmp_path, pin="")
    rooms.open_kiosk(stand)
    stand.service.dialog.without.click()
    stand.settle()
    assert stand.service.is_open()
    stand.window.ask_to_leave()
    assert stand.window.focusWidget() is stand.window.pin.stay
    stand.window.pin.leave.click()
    stand.settle()
    assert not stand.service.is_open()
    stand.close()


def test_the_start_can_be_cancelled(qtbot, tmp_path):
    stand = rooms.make(tmp_path, pin="")
    rooms.open_kiosk(stand)
    stand.service.dialog.reject()
    stand.settle()
    assert not stand.service.is_open()
    assert stand.main.isVisible()
    stand.close()


def test_a_missing_printer_is_told_before_the_start(qtbot, tmp_path):
    stand = rooms.make(tmp_path, settings=Settings())
    rooms.open_kiosk(stand)
    assert isinstance(stand.service.dialog, StartDialog)
    assert stand.service.dialog.pin.parent() is None or stand.service.dialog.pin.isHidden()
    stand.service.dialog.start.click()
    stand.settle()
    assert stand.service.is_open()
    stand.close()


def test_a_second_start_changes_nothing(stand):
    window = stand.window
    stand.service.start()
    stand.settle()
    assert stand.service.window is window


def test_the_palette_finds_the_kiosk(stand):
    (command,) = stand.service.commands()
    assert command.text == "Start the self-service kiosk"
    assert "kioski" in command.words

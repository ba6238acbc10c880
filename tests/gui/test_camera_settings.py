"""The camera's card: chosen, mirrored, tested; asked for only when it is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui import camera_room
from gui.camera_room import TICKET, Fed, picture, settle
from networking_app.gui.camera.devices import TroubleKind
from networking_app.gui.settings.camera import CameraCard
from networking_app.support.settings import Settings


class Shown:
    def __init__(self, settings=None):
        self.room, self.cameras = camera_room.room(settings), Fed()
        self.card = CameraCard(self.room, self.cameras)
        self.card.panel.reader._clock = camera_room.Clock()
        self.card.resize(800, 400)

    def show(self):
        self.card.show()
        QTest.qWait(5)
        return self.card

    def names(self):
        return [self.card.list.itemText(n) for n in range(self.card.list.count())]

    def close(self):
        self.card.panel.close_camera()
        self.room.tasks.close()
        self.card.close()
        self.card.deleteLater()


@pytest.fixture
def one(qapp):
    made = Shown()
    yield made
    made.close()


def test_cameras_are_listed_when_the_card_is_seen(one):
    assert one.names() == []
    one.show()
    assert one.names() == ["The system's own choice", "Lid", "Desk"]
    assert one.card.list.currentIndex() == 0
    one.cameras.unplug("Lid")
    assert one.names() == ["The system's own choice", "Desk"]


def test_camera_chosen_is_remembered(one):
    one.show()
    one.card.list.setCurrentIndex(2)
    one.card.list.activated.emit(2)
    assert one.room.preferences.now.camera == "desk"
    assert one.card.list.currentText() == "Desk"


def test_chosen_camera_that_is_away_stays_chosen(qapp):
    one = Shown(Settings(camera="away"))
    one.show()
    assert one.card.list.currentText() == "The camera chosen, not plugged in now"
    assert one.room.preferences.now.camera == "away"
    one.close()


def test_picture_is_mirrored_or_not(one):
    one.show()
    one.card.mirrored.setChecked(False)
    assert one.room.preferences.now.camera_mirrored is False
    assert one.card.panel.view.mirrored is False


def test_test_reads_codes_until_it_is_stopped(one):
    card = one.show()
    card.test.click()
    assert card.test.words() == "Stop the test"
    card.panel.reader._clock.at += 1
    one.cameras.show(picture())
    settle(one.room.tasks)
    assert card.read.text() == f"Read: {TICKET}"
    assert one.room.messages.notices == {}
    card.test.click()
    assert (card.test.words(), one.cameras.open_now) == ("Test the camera", "")
    assert card.read.isHidden()


def test_what_is_not_installed_is_said_instead_of_a_test(one):
    one.cameras.lacks, one.cameras.devices = TroubleKind.NO_READER, []
    card = one.show()
    assert not card.test.isEnabled()
    assert card.read.text().endswith("its part zxing-cpp is missing.")
    assert card.test.accessibleDescription() == card.read.text()


def test_keyboard_walks_through_named_controls(one):
    card = one.show()
    card.activateWindow()
    assert QTest.qWaitForWindowActive(card)
    card.test.click()
    card.list.setFocus()
    names = []
    for _ in range(3):
        widget = QApplication.focusWidget()
        names.append(widget.accessibleName() or widget.text())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert names == ["Camera in use", "Show the picture like a mirror", "Stop the test"]
    assert not card.panel.list.isVisible()
    QTest.keyClick(card.test, Qt.Key.Key_Return)
    assert not card.panel.is_open()

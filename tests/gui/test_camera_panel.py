"""The camera panel: opened, hidden, coloured by the answer, and what it says when there is none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import camera_room
from gui.camera_room import TICKET, Fed, picture, settle
from networking_app.gui.camera import panel as panels
from networking_app.gui.camera.devices import CameraTrouble, TroubleKind
from networking_app.gui.camera.panel import CameraPanel, TroubleBox
from networking_app.gui.theme import look
from networking_app.gui.widgets.camera_view import CameraView
from networking_app.gui.widgets.result_panel import Result
from networking_app.support.settings import Settings

FILLS = {
    Result.WELCOME: "ok_fill",
    Result.ALREADY: "warn_fill",
    Result.REFUSED: "bad_fill",
    Result.UNKNOWN: "off_fill",
}


class Shown:
    """The panel on a page."""

    def __init__(self, settings=None, *names):
        self.room, self.cameras = camera_room.room(settings), Fed(*names)
        self.page = QWidget()
        self.panel = CameraPanel(self.room, cameras=self.cameras)
        self.panel.reader._clock = camera_room.Clock()
        layout = QVBoxLayout(self.page)
        layout.addWidget(self.panel)
        self.page.resize(400, 400)
        self.page.show()
        self.codes, self.opened = [], []
        self.panel.scanned.connect(self.codes.append)
        self.panel.toggled.connect(self.opened.append)

    def show(self, image):
        self.panel.reader._clock.at += 0.1
        self.cameras.show(image)
        settle(self.room.tasks)

    def close(self):
        self.panel.close_camera()
        self.room.tasks.close()
        self.page.close()
        self.page.deleteLater()


@pytest.fixture
def one(qapp):
    made = Shown()
    yield made
    made.close()


def test_panel_is_hidden_and_costs_nothing_until_it_is_opened(one):
    assert not one.panel.isVisible()
    assert (one.cameras.opened, one.panel.is_open()) == ([], False)


def test_code_read_is_scanned_and_framed_in_the_colour_of_the_answer(one):
    one.panel.open()
    one.show(picture(module=8, at=(0.5, 0.5)))
    view = one.panel.view
    assert one.codes == [TICKET]
    assert len(view.corners) == 4
    for result, fill in FILLS.items():
        one.panel.show_result(result)
        shot = view.grab().toImage()
        place = view.place().toRect()
        edge = place.topLeft() + QPoint(place.width() // 2, 2)
        assert shot.pixelColor(edge) == QColor(look().colour(fill))
    one.panel.show_result("ready")
    assert view.answer is None


def test_answer_and_frame_fade_by_themselves(one):
    one.panel.open()
    one.show(picture())
    one.panel.show_result(Result.WELCOME)
    assert one.panel.view.accessibleName() == "Picture of the camera: welcome"
    one.panel.view._fade.timeout.emit()
    one.panel.view._done.timeout.emit()
    assert (one.panel.view.corners, one.panel.view.answer) == ((), None)
    assert one.panel.view.accessibleName() == "Picture of the camera"


def test_camera_is_off_while_the_page_is_left_and_goes_on_after(one):
    one.panel.open()
    one.page.hide()
    assert not one.panel.reader.is_running()
    assert one.cameras.open_now == ""
    one.page.show()
    assert one.panel.reader.is_running()
    one.show(picture())
    assert one.codes == [TICKET]
    assert one.opened == [True]


def test_toggled_twice_it_is_closed(one):
    one.panel.toggle()
    one.panel.toggle()
    assert one.opened == [True, False]
    assert not one.panel.isVisible()
    assert one.cameras.open_now == ""
    one.page.hide()
    one.page.show()
    assert not one.panel.reader.is_running()


def test_camera_chosen_in_the_list_is_used_and_remembered(one):
    one.panel.open()
    assert [one.panel.list.itemText(n) for n in range(2)] == ["Lid", "Desk"]
    one.panel.list.setCurrentIndex(1)
    one.panel.list.activated.emit(1)
    assert one.room.preferences.now.camera == "desk"
    assert one.cameras.open_now == "desk"
    assert one.panel.view.accessibleDescription() == "Desk"


def test_single_camera_needs_no_list(qapp):
    one = Shown(None, "Lid")
    one.panel.open()
    assert not one.panel.list.isVisible()
    one.close()


def test_camera_remembered_is_opened(qapp):
    one = Shown(Settings(camera="desk"))
    one.panel.open()
    assert one.cameras.opened == ["desk"]
    assert one.panel.list.currentText() == "Desk"
    one.close()


def test_picture_is_shown_like_in_a_mirror_unless_settings_say_otherwise(one):
    one.panel.open()
    one.show(picture(module=8, at=(0.25, 0.5)))
    view = one.panel.view

    def darker_half():
        shot = view.grab().toImage()
        place = view.place().toRect()
        xs = [
            x
            for x in range(place.left() + 10, place.right() - 10)
            if shot.pixelColor(x, place.center().y()).lightness() < 70
        ]
        return "left" if sum(xs) / len(xs) < place.center().x() else "right"

    view.unmark()
    view.set_mirrored(mirrored=False)
    plain = darker_half()
    one.room.preferences.change(camera_mirrored=False)
    assert darker_half() == plain
    one.room.preferences.change(camera_mirrored=True)
    assert darker_half() != plain


def test_trouble_takes_the_place_of_the_picture_and_goes_with_it(one):
    one.cameras.broken["lid"] = "Camera is in use"
    one.panel.open()
    assert one.panel.trouble.isVisible()
    assert one.panel.trouble.fact.text() == "Lid is used by another program"
    assert not one.panel.trouble.again.isVisible()
    one.cameras.broken.clear()
    one.panel.reader._again.timeout.emit()
    one.show(picture())
    assert one.panel.view.isVisible()
    assert one.codes == [TICKET]


def test_camera_used_in_place_of_another_is_said_under_the_picture(one):
    one.panel.open()
    one.cameras.unplug("Lid")
    assert one.panel.view.isVisible()
    assert one.panel.line.text() == "Lid was unplugged. Desk is used instead."
    assert not one.panel.list.isVisible()


def test_try_again_asks_again(one):
    one.cameras.may = False
    one.panel.open()
    assert one.panel.trouble.again.isVisible()
    one.cameras.may = True
    one.panel.trouble.again.click()
    assert one.panel.view.isVisible()
    assert one.cameras.open_now == "lid"


def test_windows_settings_are_opened_where_they_help(one, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    one.panel.open()
    box = one.panel.trouble
    box.show_trouble(CameraTrouble(TroubleKind.REFUSED), "win32")
    assert box.again.words() == "Open Windows settings"
    box.again.click()
    box.show_trouble(CameraTrouble(TroubleKind.REFUSED), "linux")
    box.again.click()
    assert opened == [panels.words.WINDOWS_PRIVACY]


@pytest.mark.parametrize("kind", list(TroubleKind))
def test_every_trouble_is_named_for_screen_readers(qapp, kind):
    box = TroubleBox()
    box.show_trouble(CameraTrouble(kind, "Lid"))
    assert box.accessibleName() == box.fact.text() != ""
    assert box.accessibleDescription() == box.advice.text() != ""
    box.deleteLater()


def test_view_is_as_high_as_the_picture_needs(qapp):
    view = CameraView()
    assert view.heightForWidth(320) == 180
    assert view.hasHeightForWidth()
    view.resize(320, 300)
    assert view.place().height() == 180
    view.show_picture(camera_room.scene((640, 480)))
    assert (view.place().width(), view.place().height()) == (320, 240)
    assert view.grab().width() == 320
    view.deleteLater()

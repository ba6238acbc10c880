"""The kiosk as a screen: languages, time, larger text, names for screen readers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from gui.kiosk_room import press, type_, words
from networking_app.gui.kiosk.countdown import DONE, IDLE
from networking_app.gui.kiosk.flow import is_code
from networking_app.gui.kiosk.style import ZOOMS

KEY = Qt.Key


def test_the_language_is_changed_on_the_screen_and_forgotten_with_the_guest(qtbot, stand):
    qtbot.keyClicks(stand.window.focusWidget(), "Aino")
    stand.window.head.tongues["fi"].click()
    assert stand.window.language == "fi"
    assert stand.window.view.name.line.text() == "Aino"
    stand.window.countdown.begin(1)
    stand.window.countdown.tick()
    assert stand.window.language == "en"
    assert stand.window.view.name.line.text() == ""


def test_guests_are_spoken_to_in_their_own_language(stand):
    guest = stand.guest("Aino Pöyhönen")
    details = stand.office.guests.details(guest.id)
    stand.office.guests.edit(stand.event, guest.id, replace(details, languages="sv, en"))
    stand.scan(guest.code)
    assert stand.window.language == "sv"


def test_nobody_there_goes_back_to_the_start(qtbot, stand):
    assert stand.window.countdown.left() == 0
    type_(qtbot, stand, "Aino Pöyhönen")
    countdown = stand.window.countdown
    assert countdown.left() == IDLE
    for _ in range(12):
        countdown.tick()
    assert countdown.words.text() == "Starts over in 18 s"
    countdown.more.click()
    assert countdown.left() == IDLE
    for _ in range(IDLE):
        countdown.tick()
    assert stand.step == "start"


def test_every_key_shows_that_somebody_is_there(qtbot, stand):
    type_(qtbot, stand, "Aino Pöyhönen")
    for _ in range(20):
        stand.window.countdown.tick()
    press(qtbot, stand, KEY.Key_Tab)
    assert stand.window.countdown.left() == IDLE


def test_thanks_go_after_eight_seconds_or_later_if_wished(stand):
    stand.flow.to_desk()
    countdown = stand.window.countdown
    assert countdown.left() == DONE
    countdown.more.click()
    assert countdown.left() == IDLE
    for _ in range(IDLE):
        countdown.tick()
    assert stand.step == "start"


def test_the_next_scan_always_wins(qtbot, stand):
    type_(qtbot, stand, "Aino Pöyhönen")
    stand.scan(stand.guest("Kaarlo Miettinen").code)
    assert "Kaarlo Miettinen" in words(stand)
    stand.window.ask_to_leave()
    stand.scan(stand.guest("Aino Pöyhönen").code)
    assert not stand.window.pin.isVisible()
    assert "Aino Pöyhönen" in words(stand)


def test_everything_has_a_name_and_is_reached_by_tab(qtbot, stand):
    stand.scan(stand.guest("Aino Pöyhönen").code)
    seen = []
    for _ in range(12):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    fields = [entry.line for entry in stand.window.view.fields.values()]
    wanted = {*fields, stand.window.view.go, stand.window.head.larger}
    assert wanted <= set(seen)
    assert set(stand.window.head.tongues.values()) & set(seen)  # arrows go to the others
    for part in (*stand.window.findChildren(QPushButton), *stand.window.findChildren(QLineEdit)):
        assert part.accessibleName() or not part.isVisible()


@pytest.mark.parametrize("zoom", ZOOMS)
def test_larger_text_stays_within_the_screen(stand, zoom):
    stand.window.zoom = zoom
    stand.scan(stand.guest("Aino Pöyhönen").code)
    QApplication.processEvents()
    assert (stand.window.width(), stand.window.height()) == (1366, 768)
    area = stand.window._area
    assert area.widget().width() <= area.viewport().width()
    assert area.isAncestorOf(stand.window.view.go) or stand.window.view.go.isVisible()


def test_the_larger_text_button_goes_round(stand):
    sizes = []
    for _ in ZOOMS:
        stand.window.head.larger.click()
        sizes.append(stand.window.zoom)
    assert sizes == [1.5, 2.0, 1.0]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("8KQ2M7XD4J", True),
        ("4006381333931", True),
        ("https://example.org/t/8KQ2M7XD4J", True),
        ("Aino Pöyhönen", False),
        ("Aino Pöyhönen 2", False),
        ("Aino", False),
    ],
)
def test_what_is_a_code(typed, code):
    assert is_code(typed) is code

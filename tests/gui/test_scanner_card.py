"""The scanner's card in the settings: what was read and how, the port, the prefix."""

from __future__ import annotations

import pytest

from gui import shell
from networking_app.gui.scanner import Scan, Scanner
from networking_app.gui.serial_scanner import SerialScanner
from networking_app.gui.settings import scanner as module
from networking_app.gui.settings.scanner import ScannerCard, advice_on, sentence_of
from networking_app.support.settings import Settings

OWN = "8KQ2M7XD4U"
PORTS = [("COM3", "Zebra DS2278"), ("COM7", "")]


@pytest.fixture
def room(qapp, monkeypatch):
    monkeypatch.setattr(module, "ports", lambda: PORTS)
    window = shell.make(Settings(language="en"), ())
    yield window.room
    window.room.tasks.close()
    window.deleteLater()


@pytest.fixture
def card(qtbot, room):
    made = ScannerCard(room)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_says_what_was_read_how_fast_and_what_ended_it(qapp, card):
    scanner = Scanner(qapp)
    scanner.last = Scan(OWN, "keyboard", 72.4, "enter")
    card.show_scan(OWN)

    assert (card.read.text(), card.pill.face.kind) == (OWN, "done")
    assert card.how.text() == "10 characters in 72 ms like a keyboard, then Enter"
    assert card.advice.isHidden()
    qapp.removeEventFilter(scanner)
    scanner.setParent(None)


def test_a_code_of_which_nobody_knows_how_it_came_is_shown_alone(card):
    card.show_scan("6401234567890")

    assert card.pill.face.kind == "info"
    assert card.how.isHidden()


def test_a_long_code_is_cut_and_lines_are_shown_as_signs(card):
    card.show_scan("BEGIN:VCARD\n" + "x" * 400)

    assert card.read.text().startswith("BEGIN:VCARD ↵ xxx")
    assert len(card.read.text()) == 64


@pytest.mark.parametrize(
    ("scan", "sentence", "advice"),
    [
        (Scan(OWN, "serial"), "10 characters through the serial port", ""),
        (Scan("7", "serial"), "1 character through the serial port", ""),
        (Scan(OWN, "keyboard", 72, "tab"), "10 characters in 72 ms like a keyboard, then Tab", ""),
        (
            Scan(OWN, "keyboard", 72),
            "10 characters in 72 ms like a keyboard, nothing after them",
            "Set it to send Enter",
        ),
        (
            Scan(OWN, "keyboard", 400, "enter"),
            "10 characters in 400 ms like a keyboard, then Enter",
            "It is slow.",
        ),
    ],
)
def test_every_way_has_its_sentence_and_advice(scan, sentence, advice):
    assert sentence_of(scan) == sentence
    assert advice_on(scan).startswith(advice)
    assert bool(advice_on(scan)) == bool(advice)


def test_port_is_chosen_and_kept(card, room):
    assert [card.port.itemText(n) for n in range(card.port.count())] == [
        "None, it types like a keyboard", "COM3 – Zebra DS2278", "COM7",
    ]  # fmt: skip
    card.port.setCurrentIndex(1)
    card.port.activated.emit(1)
    assert room.preferences.now.scanner_port == "COM3"

    card.port.setCurrentIndex(0)
    card.port.activated.emit(0)
    assert room.preferences.now.scanner_port == ""


def test_port_that_is_not_plugged_in_stays_chosen(qtbot, room):
    room.preferences.change(scanner_port="COM9")
    made = ScannerCard(room)
    qtbot.addWidget(made)

    assert made.port.currentText() == "COM9"


def test_what_is_wrong_with_the_port_stands_under_it(qtbot, qapp, room):
    serial = SerialScanner(qapp)
    room.preferences.change(scanner_port="COM9")
    made = ScannerCard(room)
    qtbot.addWidget(made)
    made.show()
    assert made.state.isHidden()
    serial._tell("missing")
    assert "COM9" in made.state.text()
    serial._tell("open")
    assert made.state.text() == "Connected"
    serial.setParent(None)


def test_prefix_is_kept_when_the_field_is_left(card, room):
    card.prefix.setText(" ~ ")
    card.prefix.editingFinished.emit()

    assert room.preferences.now.scanner_prefix == "~"

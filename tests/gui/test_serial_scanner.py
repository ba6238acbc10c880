"""The serial scanner over a real pseudo-terminal, and how its bytes are cut into codes."""

from __future__ import annotations

import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.gui import serial_scanner
from networking_app.gui.messages import Messages
from networking_app.gui.preferences import Preferences
from networking_app.gui.scanning import Scanning, trouble_of
from networking_app.gui.serial_scanner import Frames, SerialScanner
from networking_app.support.settings import Settings

ENDS = (b"\r", b"\n", b"\r\n", b"\t")


@pytest.mark.parametrize("end", ENDS)
def test_code_ends_with_what_scanners_send(end):
    assert Frames().feed(b"8KQ2M7XD4U" + end) == ["8KQ2M7XD4U"]


def test_code_without_an_end_waits_for_silence():
    frames = Frames()

    assert frames.feed(b"8KQ2M7XD4U") == []
    assert frames.is_open()
    assert frames.end() == "8KQ2M7XD4U"
    assert not frames.is_open()


def test_control_characters_are_dropped():
    assert Frames().feed(b"\x02]C1\x1d0112345\x03\r") == ["]C10112345"]


def test_text_is_utf_8_or_else_latin_1():
    assert Frames().feed("Pöyhönen €\r".encode()) == ["Pöyhönen €"]
    assert Frames().feed("Pöyhönen\r".encode("latin-1")) == ["Pöyhönen"]


def test_noise_without_an_end_is_cut():
    frames = Frames()
    codes = frames.feed(b"x" * 10_000)

    assert [len(code) for code in codes] == [4096, 4096]


@given(
    st.lists(
        st.text(st.characters(min_codepoint=33, max_codepoint=0x24F, exclude_categories=("C", "Z")),
                min_size=1, max_size=40),
        max_size=6,
    ),
    st.sampled_from(ENDS),
    st.data(),
)  # fmt: skip
def test_codes_come_whole_however_the_bytes_are_cut(codes, end, data):
    sent = b"".join(code.encode() + end for code in codes)
    frames, got = Frames(), []
    while sent:
        size = data.draw(st.integers(1, len(sent)))
        got += frames.feed(sent[:size])
        sent = sent[size:]

    assert got == codes


if sys.platform != "win32":
    import pty
    import tty

    class Cable:
        """A scanner's end of a serial cable; the other end has a name that stays the same."""

        def __init__(self, folder):
            self.name = folder / "scanner"
            self.plug_in()

        def plug_in(self):
            self.master, self.slave = pty.openpty()
            tty.setraw(self.slave)
            if self.name.is_symlink():
                self.name.unlink()
            self.name.symlink_to(os.ttyname(self.slave))

        def pull_out(self):
            os.close(self.slave)
            os.close(self.master)
            self.name.unlink()

        def send(self, raw):
            os.write(self.master, raw)

    @pytest.fixture
    def cable(tmp_path):
        made = Cable(tmp_path)
        yield made
        if made.name.is_symlink():
            made.pull_out()

    @pytest.fixture
    def serial(qapp, cable, monkeypatch):
        monkeypatch.setattr(serial_scanner, "AGAIN", 40)
        made = SerialScanner()
        made.use(str(cable.name))
        yield made
        made.close()

    def test_codes_are_heard(qtbot, serial, cable):
        codes = []
        serial.scanned.connect(codes.append)
        assert serial.state == "open"
        cable.send(b"8KQ2M7XD4U\r\n7C9R4WHX2G\r")
        cable.send(b"https://x.fi/t?c=\xc3\xa4\n")
        qtbot.waitUntil(lambda: len(codes) == 3)

        assert codes == ["8KQ2M7XD4U", "7C9R4WHX2G", "https://x.fi/t?c=ä"]

    def test_silence_ends_a_code(qtbot, serial, cable):
        with qtbot.waitSignal(serial.scanned) as got:
            cable.send(b"8KQ2M7X")
            qtbot.wait(5)
            cable.send(b"D4U")

        assert got.args == ["8KQ2M7XD4U"]

    def test_pulled_out_and_plugged_in_again_it_goes_on(qtbot, serial, cable):
        with qtbot.waitSignal(serial.state_changed) as told:
            cable.pull_out()
        assert told.args == ["missing"]

        with qtbot.waitSignal(serial.state_changed) as told:
            cable.plug_in()
        assert told.args == ["open"]
        with qtbot.waitSignal(serial.scanned) as got:
            cable.send(b"8KQ2M7XD4U\r")
        assert got.args == ["8KQ2M7XD4U"]

    def test_port_taken_by_another_program_is_said(qtbot, serial, cable):
        other = SerialScanner()
        other.use(str(cable.name))

        assert other.state == "busy"
        other.close()
        assert serial.state == "open"

    def test_window_hears_it_and_says_what_is_wrong(qtbot, qapp, cable, monkeypatch):
        monkeypatch.setattr(serial_scanner, "AGAIN", 40)
        preferences, messages, codes = Preferences(Settings()), Messages(), []
        scanning = Scanning(qapp, preferences, messages, codes.append)
        preferences.change(scanner_prefix="*", scanner_port=str(cable.name))
        cable.send(b"*]Q18KQ2M7XD4U\r")
        qtbot.waitUntil(lambda: codes == ["8KQ2M7XD4U"])
        assert scanning.keyboard.last.way == "serial"
        assert not messages.notices

        cable.pull_out()
        qtbot.waitUntil(lambda: bool(messages.notices))
        assert str(cable.name) in messages.notices["scanner"].fact
        cable.plug_in()
        qtbot.waitUntil(lambda: messages.notices["scanner"].kind == "ok")
        preferences.change(scanner_port="")
        assert scanning.serial.state == ""
        assert not messages.notices
        qapp.removeEventFilter(scanning.keyboard)
        scanning.keyboard.deleteLater()
        scanning.deleteLater()


def test_missing_port_is_no_crash(qapp, tmp_path):
    serial = SerialScanner()
    serial.use(str(tmp_path / "nothing-here"))

    assert serial.state == "missing"
    assert str(tmp_path) in trouble_of(serial.state, serial.name)
    serial.close()
    assert serial.state == ""


def test_without_the_library_it_is_said(qapp, monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6.QtSerialPort", None)
    serial = SerialScanner()
    serial.use("COM3")

    assert serial.state == "unsupported"
    assert serial_scanner.ports() == []
    assert trouble_of("unsupported", "COM3")


def test_ports_have_names(qapp):
    assert all(name for name, _words in serial_scanner.ports())

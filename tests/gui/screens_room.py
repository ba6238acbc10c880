"""Displays that are not there, and pictures of what guests see on them.

python tests/gui/screens_room.py FOLDER LANGUAGE WIDTH HEIGHT
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QApplication

from networking_app.domain.checkin import BadgeAt, Direction, Holder, ScanAnswer, Verdict
from networking_app.domain.event import Event
from networking_app.domain.programme import Session, SpeakerLine
from networking_app.domain.registration import Status
from networking_app.domain.screens import timetable
from networking_app.domain.tickets import CodeKind
from networking_app.gui.screens.displays import Display
from networking_app.gui.screens.window import ScreenWindow
from networking_app.support import i18n
from networking_app.wording import guest_screen as wording

START = datetime(2026, 11, 26, 7, 0, tzinfo=UTC)
EVENT = Event(
    "e", "Team play makes masterpieces – Matchmaking Day of South Savo",
    start="2026-11-26T07:00:00Z", end="2026-11-26T14:00:00Z", place="Kulttuurisali Saimaa, Mikkeli",
)  # fmt: skip
NOTE = "Wi-Fi: SaimaaGuest · password: teamplay2026"
OWN = BadgeAt("2026-11-25T10:00:00Z", "4", 117)
SIIRI = Holder(
    "r1", "e", "Team play", CodeKind.TICKET, "Siiri Åkerblom", "Åkerblom, Siiri",
    "Savon Biotuote Oy", "Toimitusjohtaja", "speaker", Status.REGISTERED, badge=OWN,
)  # fmt: skip
MAXIMILIAN = replace(
    SIIRI, name="Maximilian-Alexander von Hohenlohe", organisation="Etelä-Savon maakuntaliitto ja "
    "Itä-Suomen elinvoimakeskuksen kansainvälisten asioiden yksikkö",
    listed="von Hohenlohe, Maximilian-Alexander Ferdinand", badge=BadgeAt(),
)  # fmt: skip


class Shelf(QObject):
    """Displays as a test wants them."""

    changed = Signal()

    def __init__(self, *displays):
        super().__init__()
        self.there = list(displays)

    def all(self):
        return tuple(self.there)

    def plug(self, *displays):
        self.there = list(displays)
        self.changed.emit()


LAPTOP = Display("Laptop", "Laptop, 1920 × 1080", QRect(0, 0, 1366, 768), holds_window=True)
LOBBY = Display("DELL U24", "DELL U24, 1920 × 1080", QRect(0, 0, 1280, 720))
OTHER = Display("HDMI-2", "HDMI-2, 1366 × 768", QRect(10, 20, 900, 500))


def session(number, title, start, end, room="Main hall", kind="talk", speaker="Jari Kokkonen"):
    at = START.replace(hour=0, minute=0)
    begins, ends = at + timedelta(hours=start - 2), at + timedelta(hours=end - 2) if end else None
    return Session(
        str(number), title, kind, "", _iso(begins), _iso(ends) if ends else "", room, None,
        (SpeakerLine("p", speaker, "speaker"),) if speaker else (),
    )  # fmt: skip


def _iso(moment):
    return moment.isoformat().replace("+00:00", "Z")


SESSIONS = (
    session(1, "Opening words", 9, 9.5),
    session(2, "Selling to the United Nations", 9.5, 11.5),
    session(3, "Water cluster: from pilot to export", 9.5, 11, "Water room",
            speaker="Tuulikki Saarinen"),
    session(4, "One label for local food", 11, 11.5, "Food room"),
    session(5, "Test basins and biogas: a tour on foot with a very long title of its own", 11.5, 12,
            "Water room"),
    session(6, "Lunch", 12, 13, "Lobby", "break", ""),
    session(7, "Table rotation", 13, 15, "Lobby", speaker=""),
)  # fmt: skip


def answer(verdict=Verdict.WELCOME, holder=SIIRI, **more):
    return ScanAnswer(verdict, "8KQ2M7XD4J", holder, START, **more)


def board(at, sessions=SESSIONS, **more):
    return wording.board(EVENT, timetable(sessions, EVENT.start, EVENT.end, at), at, **more)


def states():
    hour = timedelta(hours=1)
    return {
        "before": board(START - 0.3 * hour, surnames="A–K", note=NOTE),
        "before-bare": board(START - 0.3 * hour, ()),
        "running": board(START + 2.6 * hour, note=NOTE),
        "break": board(START + 3.2 * hour),
        "after": board(START + 9 * hour),
        "welcome": wording.greeting(answer(), note=NOTE),
        "welcome-long": wording.greeting(answer(holder=MAXIMILIAN), prints=True, note=NOTE),
        "welcome-had": wording.greeting(
            answer(holder=replace(SIIRI, badge=replace(OWN, handed_out="2026-11-26T07:00:00Z")))
        ),
        "moment": wording.greeting(answer(Verdict.BLOCKED)),
        "goodbye": wording.greeting(answer(direction=Direction.OUT)),
    }


def main() -> None:
    folder, language, width, height = sys.argv[1:5]
    app = QApplication([])
    from gui.kiosk_room import more_words

    more_words()
    i18n.use(language)
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, shown in states().items():
        window = ScreenWindow()
        window.show_content(shown)
        window.cover(QRect(0, 0, int(width), int(height)))
        app.processEvents()
        window.grab().save(f"{folder}/screen-{name}-{language}-{width}.png")
        window.close()


if __name__ == "__main__":
    main()

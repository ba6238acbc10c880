"""Draws the answers of the desk, large and low, to be looked at.

python tests/gui/desk.py FOLDER [light|dark] [WIDTH HEIGHT]
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.desk import Choice, Note, NoteRow, QuestionBar, ScanField
from networking_app.gui.widgets.layout import column
from networking_app.gui.widgets.result_panel import Result, ResultPanel, Shown
from networking_app.gui.widgets.states import KeyBar

READY = Shown(
    Result.READY,
    "Ready for the next guest",
    line="Scan the code on the e-mail, phone or badge\nNo code? Just start typing the name",
)
ANSWERS = {
    "ready": READY,
    "welcome": Shown(
        Result.WELCOME,
        "Welcome",
        "Siiri Åkerblom",
        "Toimitusjohtaja, Savon Biotuote Oy",
        ("Speaker", "Food cluster", "Table 3"),
        "8.54",
    ),
    "already": Shown(
        Result.ALREADY,
        "Already checked in",
        "Eeva-Liisa Pöyhönen-Kainulainen",
        "Arrived 8.22 at Desk A (32 minutes ago), checked in by Henna",
        ("Participant", "Badge printed 8.22"),
        "8.54",
    ),
    "refused": Shown(
        Result.REFUSED,
        "Do not admit yet: cancelled",
        "Kaarlo Miettinen",
        "Cancelled by e-mail 24.11.2026 · Hirvensalmen kunta",
        ("Place given to the queue",),
        "8.55",
    ),
    "unknown": Shown(
        Result.UNKNOWN,
        "Code not known",
        "Ask for the surname",
        "Read 4006381333931: a product barcode, not a ticket of this event",
        (),
        "8.55",
    ),
    "long": Shown(
        Result.WELCOME,
        "Tervetuloa",
        "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft von Hohenlohe",
        "Kehittämispäällikkö, Itä-Suomen elinvoimakeskus",
        ("Osallistuja", "Vesiklusteri"),
        "8.54",
    ),
}


def page(shown: Shown) -> QWidget:
    whole = QWidget()
    whole.setProperty("cls", "page")
    scan = ScanField("Scan a badge, or type a name", "Ready")
    scan.mark_focus(on=True)
    panel = ResultPanel(READY)
    panel.show_answer(shown)
    notes, question, keys = NoteRow(), QuestionBar(), KeyBar()
    content = (scan, (panel, 1), notes, question)
    if shown.result is Result.WELCOME:
        notes.show_notes(
            Note("mail", "Give the speaker envelope", "Blue box, under Å"),
            Note("accessibility", "Hearing loop", "Seat in rows 1–4, Main hall"),
        )
    if shown.result is Result.ALREADY:
        question.ask(
            "What is it?",
            (
                Choice("back", "Back after a break", "check"),
                Choice("badge", "Print a new badge", "printer"),
                Choice("other", "A different person", "user-search"),
            ),
            "Nothing is counted twice.",
        )
    keys.show_keys(("F2", "Walk-in"), ("F3", "Find by name"))
    inside = column(*content, gap=Space.FIELDS, margins=(Space.WIDE, Space.ROOMY))
    whole.setLayout(column(inside, keys, gap=0))
    return whole


def main() -> None:
    folder, theme, width, height = sys.argv[1:5]
    app = QApplication([])
    look().use(theme, reduce_motion=True)
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, shown in ANSWERS.items():
        shot = page(shown)
        shot.resize(int(width), int(height))
        shot.show()
        app.processEvents()
        shot.grab().save(f"{folder}/desk-{name}-{theme}-{width}.png")
        shot.deleteLater()


if __name__ == "__main__":
    main()

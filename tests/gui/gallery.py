"""Draws every widget of the kit on one sheet, to be looked at.

python tests/gui/gallery.py FOLDER [light|dark|high_contrast] [100|115|130|150]
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QRadioButton, QWidget

from networking_app.gui.messages import BannerArea, Messages
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.banner import Notice
from networking_app.gui.widgets.button import Button, IconButton
from networking_app.gui.widgets.card import Card, NoteCard, StatTile
from networking_app.gui.widgets.form import Field, Segmented
from networking_app.gui.widgets.layout import column, row
from networking_app.gui.widgets.marks import Chip, Pill, Tag
from networking_app.gui.widgets.states import EmptyState, KeyBar, ProgressStrip, Steps


def buttons() -> Card:
    off = Button("Save", "main")
    off.set_off("Nothing was changed")
    busy = Button("Saving", "main", icon="save")
    busy.set_busy(busy=True)
    down = Button("Cancel")
    down.setDown(True)
    return Card(
        "Buttons",
        row(Button("Save", "main"), busy, off, None),
        row(Button("Cancel"), down, Button("More", "quiet"), IconButton("ellipsis", "More"), None),
        row(
            Button("Delete", "danger", icon="trash-2"),
            Button("Print", icon="printer", key="F4"),
            None,
        ),
        row(Button("Save and print", "main", icon="printer", key="Enter", desk=True), None),
        None,
    )


def form() -> Card:
    wrong = Field("E-mail", QLineEdit("aino@jarvivesi"))
    wrong.show_error("The part after @ needs a dot, e.g. jarvivesi.fi")
    off = Field("Category", QLineEdit("From the spreadsheet"))
    off.set_off("Locked by the import")
    check, radio, other = QCheckBox("Photos allowed"), QRadioButton("Ask first"), QRadioButton("No")
    check.setChecked(True)
    radio.setChecked(True)
    return Card(
        "Form fields",
        row(Field("First name", QLineEdit("Aino"), required=True), Field("Title", hint="Optional")),
        row(wrong, off),
        row(check, radio, other, None),
        Segmented("Photos", (("yes", "Yes"), ("ask", "Ask first"), ("no", "No")), "ask"),
        None,
    )


def marks() -> Card:
    chosen = Chip("Theme", choices=(("water", "Water"), ("food", "Food")))
    chosen.choose("water")
    return Card(
        "Status, chips and tags",
        row(
            Pill("arrived", "Arrived 8.54"),
            Pill("registered", "Registered"),
            Pill("walk_in", "Walk-in"),
            None,
        ),
        row(
            Pill("waiting", "On the queue"),
            Pill("cancelled", "Cancelled"),
            Pill("no_show", "Did not come"),
            None,
        ),
        row(
            Chip("All", on=True),
            Chip("Not here yet"),
            chosen,
            Chip("Status", choices=(("a", "A"),)),
            None,
        ),
        row(
            Tag("Water", "blue", "W"),
            Tag("Food", "orange", "F"),
            Tag("Forest", "teal", "M"),
            Tag("Travel", "violet", "T"),
            Tag("Wellbeing", "rose", "H"),
            None,
        ),
        Steps(("Choose the file", "Match and check", "Done")),
        None,
    )


def notices(messages: Messages) -> Card:
    messages.banner(
        "net", Notice("warn", "No connection to the other desks.", "Keep going.", small="3 waiting")
    )
    messages.banner(
        "labels", Notice("bad", "Badge printer: no labels.", "Fill it.", "Try again", lambda: None)
    )
    messages.banner("sent", Notice("ok", "All 3 waiting guests were sent.", can_close=True))
    strip = ProgressStrip("Reading participants.xlsx")
    strip.show_progress(6200, 10000)
    return Card("Banners and progress", BannerArea(messages), strip, None)


def sheet(messages: Messages) -> QWidget:
    page = QWidget()
    page.setProperty("cls", "page")
    empty = EmptyState(
        "calendar-clock",
        "No programme yet",
        "Add rooms first; sessions are then drawn straight onto the board.",
        Button("Add rooms", "main", icon="plus"),
        Button("Import a programme"),
    )
    keys = KeyBar()
    keys.show_keys(("F2", "Walk-in"), ("F3", "Find by name"), ("Ctrl+Z", "Undo last"))
    tiles = row(
        StatTile("Arrived", "128", "of 174 registered · 74 %", icon="circle-check", tone="ok_text"),
        StatTile("Still coming", "46", "9 wrote that they are late", icon="clock"),
        StatTile("Walk-ins", "6", "2 without a badge yet", icon="user-plus"),
        gap=Space.NORMAL,
    )
    notes = row(
        (NoteCard("mail", "Give the speaker envelope", "Blue box, under Å"), 1),
        (NoteCard("printer", "Printing the badge…", kind="off"), 1),
        gap=Space.NORMAL,
    )
    page.setLayout(
        column(
            row((buttons(), 1), (form(), 1), (marks(), 1), gap=Space.NORMAL),
            row((notices(messages), 1), (Card("Empty state", empty), 1), gap=Space.NORMAL),
            tiles,
            notes,
            keys,
            gap=Space.NORMAL,
            margins=Space.CARD,
        )
    )
    return page


def main() -> None:
    folder, theme, percent = (
        Path(sys.argv[1]),
        *(sys.argv[2:] + ["light", "100"][len(sys.argv) - 2 :]),
    )
    app = QApplication([])
    look().use(theme, percent=int(percent), reduce_motion=True)
    messages = Messages()
    page = sheet(messages)
    page.resize(1440, 900)
    page.show()
    messages.attach(page)
    messages.toast("Kaarlo Miettinen cancelled", undo=lambda: None)
    app.processEvents()
    folder.mkdir(parents=True, exist_ok=True)
    page.grab().save(str(folder / f"components-{theme}-{percent}.png"))


if __name__ == "__main__":
    main()

"""Draws the whole window with a page made of the kit, to be looked at.

python tests/gui/shell.py FOLDER [light|dark] [100|150] [WIDTH HEIGHT] [palette]
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtWidgets import QApplication, QLineEdit

from networking_app.gui.commands import Command
from networking_app.gui.finding import Entry, PersonHit
from networking_app.gui.main_window import MainWindow
from networking_app.gui.messages import Messages
from networking_app.gui.models.rows import RowsModel
from networking_app.gui.models.table import Column
from networking_app.gui.page import Page
from networking_app.gui.preferences import Preferences
from networking_app.gui.rail import EventChoice
from networking_app.gui.room import Room
from networking_app.gui.signals import Signals
from networking_app.gui.tasks import Tasks
from networking_app.gui.theme import look
from networking_app.gui.widgets.button import Button, IconButton
from networking_app.gui.widgets.layout import row
from networking_app.gui.widgets.marks import Chip, Pill, PillFace, Tag
from networking_app.gui.widgets.scaffold import Scaffold
from networking_app.gui.widgets.side_panel import Facts, SidePanel
from networking_app.gui.widgets.table import Table
from networking_app.gui.widgets.table_card import TableCard
from networking_app.support.settings import Settings


@dataclass(frozen=True)
class Line:
    id: str
    name: str
    organisation: str
    category: str
    kind: str
    status: str


NAMES = (
    "Heikkinen-Mäkelä, Annukka",
    "Helenius, Lauri",
    "Hirvonen, Pirjo",
    "Karppinen, Onni",
    "Lehto, Tapani",
)
PEOPLE = ["arrived", "registered", "cancelled", "walk_in", "waiting"]
LINES = [
    Line(
        str(n),
        NAMES[n % 5],
        "Etelä-Savon ruokaklusteri",
        "Participant",
        PEOPLE[n % 5],
        "Arrived 8.12",
    )
    for n in range(300)
]
COLUMNS = (
    Column("name", "Name", lambda line: line.name, strong=True, width=210, stretch=True),
    Column("organisation", "Organisation", lambda line: line.organisation, width=190, stretch=True),
    Column("category", "Category", lambda line: line.category, width=120),
    Column(
        "status",
        "Status",
        lambda line: line.status,
        pill=lambda line: PillFace(line.kind, line.status),
        width=160,
    ),
)


def people_card(table):
    card = TableCard(
        table,
        bulk=(
            Button("Check in", icon="circle-check"),
            Button("Badges", icon="id-card"),
            IconButton("ellipsis", "More"),
        ),
    )
    card.show_footer("174 participants · 42 with these filters")
    return card


def person_panel():
    panel = SidePanel("Matti Pöyhönen", (IconButton("pencil", "Edit"),))
    panel.show_title("Matti Pöyhönen", "Projektiasiantuntija")
    panel.body.addLayout(row(Pill("registered", "Registered"), Tag("Participant"), None))
    panel.body.addLayout(
        row(
            Button("Check in", "main", icon="circle-check"),
            Button("Print badge", icon="printer"),
            None,
        )
    )
    panel.body.addWidget(
        Facts(
            ("Organisation", "Savonlinnan hankekehitys"),
            ("E-mail", "matti.poyhonen@example.fi"),
            ("Phone", "044 555 0172"),
        )
    )
    return panel


class PeoplePage(Page):
    def __init__(self, room, parent=None):
        super().__init__(room, parent)
        model = RowsModel(COLUMNS, lambda line: line.id, can_tick=True)
        model.sorted_by = ("name", False)
        self.table = Table(model, "Participants")
        frame = Scaffold(
            room.messages,
            "Participants",
            actions=(
                Button("Import", icon="upload"),
                Button("Export", icon="download"),
                Button("Add participant", "main", icon="plus", key="Ctrl+N"),
            ),
            page=self,
        )
        search = QLineEdit()
        search.setPlaceholderText("Name, organisation, code")
        search.setMinimumWidth(260)
        frame.filters(
            search,
            Chip("Status", choices=(("a", "A"),)),
            Chip("Possible doubles 2"),
            Button("More", "quiet", icon="funnel"),
        )
        frame.content(people_card(self.table))
        panel = person_panel()
        frame.panel(panel)
        panel.open_panel(self.table)
        self.panel = panel
        model.show_rows(LINES)
        model.tick([3, 4, 5], on=True)
        self.set_commands(Command("Add participant", lambda: None, "Ctrl+N", "user-plus"))


def module(name, title, icon, order, page=Page, **more):
    return SimpleNamespace(
        __name__=f"pages.{name}",
        TITLE=lambda: title,
        ICON=icon,
        ORDER=order,
        TOPICS=frozenset({"guests"}),
        PAGE=page,
        **more,
    )


MODULES = (
    module("home", "Event", "house", 1, NEEDS_EVENT=False),
    module("participants", "Participants", "users", 2, PeoplePage),
    module("desk", "Check-in desk", "scan-line", 3, NARROW_RAIL=True),
    module("badges", "Badges", "id-card", 4, NARROW_RAIL=True),
    module("reports", "Reports", "file-chart-column", 5),
    module("settings", "Settings", "settings", 8, NEEDS_EVENT=False),
)


def people(query):
    hits = [
        PersonHit(
            f"{n} Pöyhönen",
            "Järvivesi Oy · registered",
            lambda: None,
            (Entry("Check in", lambda: None, icon="circle-check", key="Ctrl+Enter"),),
        )
        for n in ("Aino", "Eeva-Liisa", "Matti")
    ]
    return [hit for hit in hits if query]


def make(settings=None, modules=MODULES, find=people):
    messages = Messages()
    room = Room(
        None,
        Tasks(messages.trouble),
        messages,
        Preferences(settings or Settings()),
        Signals(),
        lambda *_a, **_k: None,
    )
    window = MainWindow(room, modules, find)
    window.show_event(EventChoice("1", "Team play makes masterpieces", "Thu 26 Nov 2026 · Mikkeli"))
    return window


def main() -> None:
    folder, theme, percent, width, height, *more = sys.argv[1:]
    app = QApplication([])
    look().use(theme, percent=int(percent), reduce_motion=True)
    window = make()
    window.resize(int(width), int(height))
    window.show()
    window.navigate("participants")
    window.current().table.setFocus()
    window.activateWindow()
    app.processEvents()
    if "palette" in more:
        window.room.messages.toast("3 people set to Student", undo=lambda: None)
        window.open_palette()
        window.palette_.field.setText("p")
        window.palette_._people = people("p")
        window.palette_._show()
        for _ in range(3):
            app.processEvents()
    Path(folder).mkdir(parents=True, exist_ok=True)
    window.grab().save(f"{folder}/shell-{theme}-{percent}-{width}-{'-'.join(more)}.png")
    window.room.tasks.close()


if __name__ == "__main__":
    main()

"""Reports: choose a list by its picture, see its real page, save, print or open it in Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from networking_app.gui import printing, saving
from networking_app.gui.commands import Command
from networking_app.gui.page import Page
from networking_app.gui.reports.cards import CardGroup, ReportCard
from networking_app.gui.reports.making import Paper, ReportMaker, Wanted
from networking_app.gui.reports.panel import ReportPanel
from networking_app.gui.tokens import Space, WindowWidth
from networking_app.gui.widgets.banner import Notice
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.layout import column, scrolled
from networking_app.gui.widgets.scaffold import Scaffold
from networking_app.gui.widgets.states import EmptyState
from networking_app.support import i18n
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import lists as wording

if TYPE_CHECKING:
    from pathlib import Path

    from networking_app.domain.event import Event
    from networking_app.gui.room import Room
    from networking_app.services.lists import ListState

ICON = "file-chart-column"
ORDER = 7
TOPICS = frozenset(
    {"event", "registration", "person", "affiliation", "organisation", "code", "check_in"}
)
BADGES = "badges"
FOR_PEOPLE = frozenset({"contacts"})
_NO_PRINTER = "reports:printer"


def TITLE() -> str:
    """The title in the language in use."""
    return _("Reports")


class ReportsPage(Page):
    """The page; the parts are in gui/reports."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self._event: Event | None = None
        self._states: dict[str, ListState] = {}
        self._paper: Paper | None = None
        self._reports = {one.name: one for one in room.services.lists.all()}
        self.maker = ReportMaker(room, self)
        self.panel = ReportPanel(room.tasks)
        self.frame = Scaffold(room.messages, TITLE(), page=self)
        self._place()
        self._connect()
        panel = self.panel
        self.set_commands(
            Command(_("Save the list as PDF"), panel.save.click, "Ctrl+S", "download"),
            Command(_("Print the list"), panel.print.click, "Ctrl+P", "printer", bind=True),
            Command(_("Save the list for Excel"), panel.excel.click, icon="file-spreadsheet"),
            Command(_("Save the list as CSV"), panel.csv.click, icon="table-2"),
        )

    def reload(self) -> None:
        """Count the lists anew; what is shown is drawn anew."""
        services = self.room.services

        def fetch() -> tuple[Event, dict[str, ListState]]:
            event = services.events.current()
            return event, services.lists.states(event.id)

        self.room.tasks.run(self, fetch, done=self._show)

    def came(self, **what: Any) -> None:
        """Show the list another page asked for: `report`."""
        if what.get("report") in self._reports:
            self.choose(what["report"])

    def first_focus(self) -> QWidget | None:
        """The card chosen."""
        return next((c for c in self.cards.values() if c.is_chosen()), self.cards["attendees"])

    def areas(self) -> tuple[QWidget, ...]:
        """The cards, and the panel when it shows."""
        return (self.frame.main, self.panel) if self.panel.isVisible() else (self.frame.main,)

    def choose(self, name: str, *, by_hand: bool = False) -> None:
        """Show a list; the badge sheets are on their own page."""
        if name == BADGES:
            self.room.navigate(BADGES)
            return
        for card in self.cards.values():
            card.set_chosen(card.name == name)
        self.panel.show_report(self._reports[name], self._states.get(name))
        self._want()
        drawer = self.window().width() < WindowWidth.DRAWER
        if by_hand or not drawer:
            self.panel.open_panel(self.cards[name], take_focus=by_hand and drawer)

    def _place(self) -> None:
        badges = ReportCard(BADGES, _("Badge sheets"))
        made = {name: ReportCard(name, one.title()) for name, one in self._reports.items()}
        day = [card for name, card in made.items() if name not in FOR_PEOPLE]
        self.groups = (
            CardGroup(_("On the day"), [*day[:2], badges, *day[2:]]),
            CardGroup(_("For people"), [made[name] for name in made if name in FOR_PEOPLE]),
        )
        self.cards = {card.name: card for group in self.groups for card in group.cards}
        inside = QWidget()
        inside.setProperty("cls", "scrolled")
        inside.setLayout(column(*self.groups, None, gap=Space.WIDE))
        bring = Button(_("Import participants"), "main", icon="upload")
        bring.clicked.connect(lambda: self.room.navigate("import_guests"))
        self._whole = QStackedWidget()
        self._whole.addWidget(scrolled(inside))
        self._whole.addWidget(
            EmptyState(
                ICON,
                _("No reports yet"),
                _("Bring in your participants; every list is then ready to print."),
                bring,
            )
        )
        self.frame.content(self._whole)
        self.frame.panel(self.panel)

    def _connect(self) -> None:
        for group in self.groups:
            group.chosen.connect(lambda name: self.choose(name, by_hand=True))
        panel = self.panel
        panel.changed.connect(self._want)
        panel.fix_wanted.connect(
            lambda key: self.room.navigate("participants", person=key, edit=True)
        )
        panel.save.clicked.connect(lambda: self._save(".pdf"))
        panel.excel.clicked.connect(lambda: self._save(".xlsx"))
        panel.csv.clicked.connect(lambda: self._save(".csv"))
        panel.print.clicked.connect(self._print)
        panel.progress.stopped.connect(self.maker.stop)
        self.maker.progressed.connect(panel.show_making)
        self.maker.stopped.connect(panel.progress.hide)
        self.maker.made.connect(self._made)

    def _show(self, found: tuple[Event, dict[str, ListState]]) -> None:
        self._event, self._states = found
        self.maker.forget()
        contacts = self._states["attendees"].lines
        self._whole.setCurrentIndex(int(not contacts))
        if not contacts:
            self.panel.hide()
            return
        for name, state in self._states.items():
            self.cards[name].show_fact(_names(state.lines))
        places = self._states["signatures"].lines
        text = ngettext("{n} badge", "{n} badges", places)
        self.cards[BADGES].show_fact(text.format(n=places))
        if self.panel.report is None:
            self.choose("attendees")
        else:
            self.panel.show_state(self._states[self.panel.report.name])
            self._want()

    def _want(self) -> None:
        self._paper = None
        wanted = self._wanted()
        if wanted is not None:
            self.maker.want(wanted)

    def _wanted(self) -> Wanted | None:
        report = self.panel.report
        if self._event is None or report is None:
            return None
        return Wanted(
            self._event.id, report.name, self.panel.fields(), self.panel.language_chosen()
        )

    def _made(self, paper: Paper) -> None:
        self._paper = paper
        self.panel.show_paper(paper)

    def _save(self, ending: str) -> None:
        wanted = self._wanted()
        if wanted is None or self._event is None:
            return
        with i18n.using(wanted.language):
            title = self._reports[wanted.name].title()
        name = f"{title} {self._event.title}"
        saving.ask_where(self, self.room, name, ending, lambda path: self._write(wanted, path))

    def _write(self, wanted: Wanted, path: Path) -> None:
        def write() -> Path:
            self.maker.write(wanted, path)
            return path

        self.room.tasks.run(
            self, write, done=lambda path: saving.tell_saved(self.room, path), lane="long"
        )

    def _print(self) -> None:
        paper = self._paper
        if paper is None or self.panel.report is None:
            return
        if not printing.printers():
            notice = Notice(
                "warn",
                _("This computer has no printer."),
                _("Save the list as PDF and print it elsewhere."),
                _("Save PDF"),
                lambda: self._save(".pdf"),
                can_close=True,
            )
            self.room.messages.banner(_NO_PRINTER, notice)
            return
        self.room.messages.clear(_NO_PRINTER)
        printing.print_pdf(paper.pdf, self.panel.report.title(), self.window())


def _names(count: int) -> str:
    return wording.people(count) if count else _("nobody yet")


PAGE = ReportsPage

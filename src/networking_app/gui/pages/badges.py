"""Badges: choose guests, layout and paper, see the real pages, print or keep them as PDF."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from networking_app.gui import printing, saving
from networking_app.gui.announce import announce
from networking_app.gui.badges.choosing import Choosing
from networking_app.gui.badges.making import BadgeMaker, Samples, Sheets, Wish
from networking_app.gui.badges.paper import Paper
from networking_app.gui.badges.stage import Stage
from networking_app.gui.commands import Command
from networking_app.gui.messages import BannerArea
from networking_app.gui.page import Page
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space, WindowHeight, WindowWidth
from networking_app.gui.widgets.banner import Notice
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.layout import box, column, plain, row, scrolled
from networking_app.gui.widgets.states import EmptyState
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from networking_app.domain.badges import BadgeFace
    from networking_app.domain.event import Event
    from networking_app.gui.room import Room

ICON = "id-card"
ORDER = 4
TOPICS = frozenset(
    {"event", "registration", "person", "affiliation", "organisation", "code", "badge_print"}
)
NARROW_RAIL = True
_NO_PRINTER = "badges:printer"
_SIDES = ((256, 328), (216, 304))  # widths left and right, in wide and in narrow windows


@dataclass(frozen=True, slots=True)
class Found:
    """What the page shows: guests with a badge, when each was printed, whether any lie in boxes."""

    event: Event
    faces: list[BadgeFace]
    printed: Mapping[str, str]
    has_boxes: bool = False


def TITLE() -> str:
    """The title in the language in use."""
    return _("Badges")


class BadgesPage(Page):
    """The page; the parts are in gui/badges."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self._event: Event | None = None
        self._samples: Samples | None = None
        self._sheets: Sheets | None = None
        self._asked: Sheets | None = None
        self.maker = BadgeMaker(room, self)
        self.choosing = Choosing(room)
        self.stage = Stage(room)
        badges = room.services.badges
        self.paper = Paper(badges, room.preferences.now.badge_sheet)
        self._place()
        self._connect()
        self.paper.show_layout(self.choosing.layout_name)
        self.set_commands(
            Command(_("Print badges"), self.paper.print.click, "Ctrl+P", "printer"),
            Command(_("Save badges as PDF"), self.paper.save.click, "Ctrl+S", "download"),
            Command(_("Print a test page"), self.paper.test.click, icon="printer"),
            Command(_("Open the guest to look at"), self.stage.open_guest.click, "Ctrl+O", "user"),
        )

    def reload(self) -> None:
        """Fetch guests and what was printed."""
        services = self.room.services

        def fetch() -> Found:
            event = services.events.current()
            return Found(
                event,
                services.badges.faces(event.id),
                services.badges.printed(event.id),
                has_boxes=bool(services.badges.box_labels(event.id)),
            )

        self.room.tasks.run(self, fetch, done=self._show)

    def came(self, **what: Any) -> None:
        """Show the guests another page chose: `ids`."""
        ids = what.get("ids")
        if ids:
            self.choosing.choose_guests(tuple(ids))

    def first_focus(self) -> QWidget | None:
        """Begin with whom to print."""
        return self.choosing.who

    def areas(self) -> tuple[QWidget, ...]:
        """Left side, middle, right side."""
        return (self.choosing, self.stage, self.paper)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the sides narrower in narrow windows."""
        super().resizeEvent(event)
        narrow = self.window().width() < WindowWidth.NARROW_RAIL
        left, right = _SIDES[int(narrow)]
        most = self.width() // 3
        self._left.setFixedWidth(min(look().px(left), most))
        self._right.setFixedWidth(min(look().px(right), most))
        tight = self.window().height() < WindowHeight.TIGHT
        side, high = (Space.ROOMY, Space.SMALL) if tight else (Space.CARD, Space.NORMAL)
        self._head.setContentsMargins(side, high, side, high)

    def _place(self) -> None:
        inside = QWidget()
        inside.setProperty("cls", "scrolled")
        inside.setLayout(column(self.choosing, gap=0, margins=(0, 0, Space.SMALL, 0)))
        margins = (Space.ROOMY, Space.ROOMY, Space.SMALL, Space.NORMAL)
        self._left = box("panel_left", column((scrolled(inside), 1), gap=0, margins=margins))
        self._right = box("panel", column((self.paper, 1), gap=0, margins=Space.ROOMY))
        bring = Button(_("Import participants"), "main", icon="upload")
        bring.clicked.connect(lambda: self.room.navigate("import_guests"))
        add = Button(_("Add participant"), icon="user-plus")
        add.clicked.connect(lambda: self.room.navigate("participants", add=True))
        self._nobody = EmptyState(
            "id-card",
            _("No badges yet"),
            _("Bring in your participants; every name is then checked on its badge."),
            bring,
            add,
        )
        clear = Button(_("Clear filters"), "main", icon="filter-x")
        clear.clicked.connect(self.choosing.clear_filters)
        self._nothing = EmptyState(
            "filter-x", _("No guest matches"), _("Choose other guests at the left."), clear
        )
        self._middle = QStackedWidget()
        self._middle.addWidget(self.stage)
        self._middle.addWidget(
            plain(column((self._nothing, 1), margins=(Space.ROOMY, Space.ROOMY)))
        )
        self._whole = QStackedWidget()
        self._whole.addWidget(plain(row(self._left, (self._middle, 1), self._right, gap=0)))
        self._whole.addWidget(plain(column((self._nobody, 1), margins=Space.PAGE)))
        self._sub = Label("", "body", "text2", elide=True)
        self._head = row(Label(_("Badges"), "h1"), Space.SMALL, (self._sub, 1), self.stage.which)
        self.setLayout(
            column(
                box("bar", self._head),
                BannerArea(self.room.messages),
                (self._whole, 1),
                gap=0,
            )
        )

    def _connect(self) -> None:
        self.choosing.changed.connect(self._choices_changed)
        self.paper.changed.connect(self._wish)
        self.maker.sampled.connect(self._sampled)
        self.maker.made.connect(self._made)
        self.maker.progressed.connect(self.paper.show_making)
        self.maker.stopped.connect(self.paper.show_stopped)
        self.paper.progress.stopped.connect(self.maker.stop)
        self.paper.print.clicked.connect(self._print)
        self.paper.save.clicked.connect(self._save)
        self.paper.test.clicked.connect(self._test)
        self.paper.came_out.connect(self._answered)
        self.paper.boxes.chosen.connect(self._keep_box_size)
        self.paper.boxes.labels_wanted.connect(self._save_labels)
        self.stage.open_wanted.connect(lambda key: self.room.navigate("participants", person=key))

    def _show(self, found: Found) -> None:
        self._event, faces, printed = found.event, found.faces, found.printed
        self.paper.boxes.show_size(found.event.box_size, has_labels=found.has_boxes)
        self._whole.setCurrentIndex(int(not faces))
        self.stage.which.setVisible(bool(faces))
        done = sum(face.id in printed for face in faces)
        text = ngettext("{n} of {total} printed", "{n} of {total} printed", done)
        self._sub.setText(text.format(n=done, total=len(faces)) if faces else "")
        self.choosing.show_guests(faces, printed)
        if faces:
            self._wish()

    def _choices_changed(self) -> None:
        self.paper.show_layout(self.choosing.layout_name)
        self._wish()

    def _wish(self) -> None:
        self._sheets = None
        if self._event is None:
            return
        self.paper.show_making(0, 0)
        self.maker.wish(
            Wish(
                self._event.id,
                self.choosing.layout_name,
                self.paper.sheet_name(),
                self.paper.grid.place,
                self.choosing.ids(),
                self.choosing.only(),
            )
        )

    def _sampled(self, samples: Samples) -> None:
        self._samples = samples
        self._middle.setCurrentIndex(int(not samples.ids))
        self.paper.show_samples(len(samples.ids))
        self.stage.show_samples(samples)

    def _made(self, sheets: Sheets) -> None:
        self._sheets = sheets
        columns, rows = self.paper.grid.columns, self.paper.grid.rows
        self.paper.show_made(sheets.result.pages, columns * rows)
        self.stage.show_sheets(sheets)

    def _print(self) -> None:
        sheets = self._sheets
        if sheets is None or not self._has_printer():
            return
        printer = printing.print_pdf(sheets.pdf, _("Badges"), self.window())
        if printer:
            self.room.preferences.change(printer=printer, badge_sheet=sheets.wish.sheet)
            self._ask(sheets)

    def _test(self) -> None:
        samples = self._samples
        if samples is not None and samples.pdf and self._has_printer():
            printing.print_pdf(samples.pdf, _("Test page"), self.window())

    def _has_printer(self) -> bool:
        if printing.printers():
            self.room.messages.clear(_NO_PRINTER)
            return True
        self.room.messages.banner(
            _NO_PRINTER,
            Notice(
                "warn",
                _("This computer has no printer."),
                _("Save the badges as PDF and print them elsewhere."),
                _("Save PDF"),
                self._save,
                can_close=True,
            ),
        )
        return False

    def _save(self) -> None:
        sheets = self._sheets
        if sheets is None or self._event is None:
            return
        name = _("Badges {event}").format(event=self._event.title)
        saving.ask_where(self, self.room, name, ".pdf", lambda path: self._write(sheets, path))

    def _write(self, sheets: Sheets, path: Path) -> None:
        def write() -> Path:
            saving.write(path, sheets.pdf)
            return path

        def done(path: Path) -> None:
            saving.tell_saved(self.room, path)
            self.room.preferences.change(badge_sheet=sheets.wish.sheet)
            self._ask(sheets)

        self.room.tasks.run(self, write, done=done, lane="long")

    def _ask(self, sheets: Sheets) -> None:
        self._asked = sheets
        self.paper.question.ask(len(sheets.ids))
        announce(self.paper.question, self.paper.question.accessibleName())
        self.paper.question.yes.setFocus()

    def _answered(self, came_out: bool) -> None:
        sheets, self._asked = self._asked, None
        self.paper.question.hide()
        self.paper.print.setFocus()
        if sheets is None or not came_out:
            return
        services, size, wish = self.room.services, self.paper.boxes.value(), sheets.wish

        def note() -> int:
            services.badges.note_run(wish.event_id, sheets.ids, wish.layout, services.desk, size)
            return len(sheets.ids)

        self.room.tasks.run(self, note, done=self._noted)

    def _keep_box_size(self, size: int) -> None:
        event, services = self._event, self.room.services
        if event is not None and event.box_size != size:
            self.room.tasks.run(self, lambda: services.events.change(event.id, box_size=size))

    def _save_labels(self) -> None:
        event, services = self._event, self.room.services
        if event is None:
            return

        def write(path: Path) -> None:
            def make() -> Path:
                services.badges.make_box_labels(event.id, path)
                return path

            done = partial(saving.tell_saved, self.room)
            self.room.tasks.run(self, make, done=done, lane="long")

        name = _("Box labels {event}").format(event=event.title)
        saving.ask_where(self, self.room, name, ".pdf", write)

    def _noted(self, count: int) -> None:
        text = ngettext("{n} badge noted as printed", "{n} badges noted as printed", count)
        self.room.messages.toast(text.format(n=count))


PAGE = BadgesPage

"""The Event page: how the day goes and what needs doing; first steps where there is no event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QTimer

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.domain.registration import Status
from networking_app.domain.todo import Phase, Todo, TodoKind
from networking_app.gui.commands import Command
from networking_app.gui.home.arrivals import ArrivalsCard
from networking_app.gui.home.cards import ChangesCard, DesksCard, NextCard, TodoCard
from networking_app.gui.home.first_start import FirstStart
from networking_app.gui.home.live_cards import PointsCard, WatchCard
from networking_app.gui.home.making import Making
from networking_app.gui.home.tiles import Tiles
from networking_app.gui.page import Page
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button, IconButton
from networking_app.gui.widgets.layout import column, plain, row, scrolled
from networking_app.gui.widgets.scaffold import Scaffold
from networking_app.gui.widgets.states import EmptyState
from networking_app.services.overview import Overview, overview
from networking_app.support.i18n import gettext as _
from networking_app.wording import dates
from networking_app.wording.history import taken_back

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from networking_app.domain.event import Event
    from networking_app.domain.history import UndoResult
    from networking_app.gui.room import Room

ICON = "house"
ORDER = 1
NEEDS_EVENT = False
TOPICS = frozenset(
    {
        "action", "affiliation", "backup", "badge_print", "check_in", "event", "organisation",
        "person", "point", "registration", "room", "session", "session_speaker",
    }
)  # fmt: skip
_EVERY_MINUTE = 60_000
_SIDE = 410
_LEAST_SIDE = 330
_FOUR_TILES = 680
_LEAST_CURVE = 320
_MOST_CURVE = 700


def TITLE() -> str:
    """Title in the language in use."""
    return _("Event")


class _Shows(Protocol):
    """A card that shows a moment."""

    def show_overview(self, seen: Overview) -> None:
        """Show this moment."""


class HomePage(Page):
    """Numbers, curve, what comes next, what is to be done, what was done."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self.making = Making(room, self)
        self._seen: Overview | None = None
        self._asking = False
        self._again = False
        self.desk = Button(_("Open check-in desk"), "main", icon="scan-line")
        self.desk.clicked.connect(lambda: room.navigate("desk"))
        self.edit = IconButton("pencil", _("Edit event"))
        self.edit.clicked.connect(self._edit)
        self.ready = Button(_("Before doors open"), icon="list-checks")
        self.ready.clicked.connect(lambda: room.navigate("readiness"))
        self.reports = Button(_("Open reports"), "main", icon="file-chart-column")
        self.reports.clicked.connect(lambda: room.navigate("reports"))
        self.reports.hide()
        actions = (self.edit, self.ready, self.desk, self.reports)
        self.frame = Scaffold(room.messages, "", actions=actions, page=self)
        self._make_cards()
        self._arrange()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._minute)
        self._timer.start(_EVERY_MINUTE)
        self._say_commands()

    def reload(self) -> None:
        """Look again, beside the desk lane; while it looks, one more look is remembered."""
        office = self.room.office
        if office is None:
            return
        if self._asking:
            self._again = True
            return
        self._asking, now = True, self.room.now()
        self.room.tasks.run(
            self, lambda: overview(office, now), done=self.show_overview, failed=self._failed,
            lane="long",
        )  # fmt: skip

    def came(self, **what: object) -> None:
        """Ask at once where the page was opened to ask."""
        if what.get("new_event"):
            self.making.new_event()
        elif what.get("open_file"):
            self.making.open_file()

    def first_focus(self) -> QWidget:
        """The way to the desk, to the reports after the day."""
        return self.desk if self.reports.isHidden() else self.reports

    def areas(self) -> tuple[QWidget, ...]:
        """Title, numbers and curve, the cards beside them."""
        return (self.frame.head, self.left_side, self.right_side)

    def show_overview(self, seen: Overview) -> None:
        """Show an event at a moment."""
        self._asking, self._seen = False, seen
        event = seen.event
        when = _when(event)
        about = " · ".join(part for part in (when, event.place) if part)
        self.frame.show_title(event.title, about or _("No day and place yet"))
        self.empty.setVisible(seen.is_empty)
        self.numbers.setVisible(not seen.is_empty)
        self.arrivals.setVisible(not seen.is_empty)
        over = seen.view is Phase.AFTER and not seen.is_empty
        self.reports.setVisible(over)
        self.ready.setVisible(not over)
        # One main button on a page.
        self.desk.kind = "normal" if seen.is_empty or over else "main"
        self.desk.update()
        if seen.is_empty and self.desk.hasFocus():
            self.bring.setFocus()  # Enter goes on with what comes first
        self.numbers.show_overview(seen)
        for card in self._cards:
            card.show_overview(seen)
        if seen.is_empty:
            self.arrivals.hide()
        QTimer.singleShot(0, self, self._fit)
        if self._again:
            self._again = False
            self.reload()

    def _make_cards(self) -> None:
        self.numbers = Tiles()
        self.tiles = self.numbers.by_name
        self.arrivals, self.desks = ArrivalsCard(), DesksCard()
        self.points, self.watch = PointsCard(), WatchCard()
        self.next, self.todo, self.changes = NextCard(), TodoCard(), ChangesCard()
        self._cards: tuple[_Shows, ...] = (
            self.arrivals, self.desks, self.points, self.watch, self.next, self.todo, self.changes,
        )  # fmt: skip
        self.todo.wanted.connect(self._fix)
        self.changes.undo_wanted.connect(self._undo)
        self.bring = Button(_("Import participants"), "main", icon="upload")
        self.bring.clicked.connect(lambda: self.room.navigate("import_guests"))
        add = Button(_("Add participant"), icon="user-plus")
        add.clicked.connect(lambda: self.room.navigate("participants", add=True))
        self.empty = EmptyState(
            "users",
            _("No participants yet"),
            _(
                "Open the spreadsheet from your registration form."
                " You see every row before anything is saved."
            ),
            self.bring,
            add,
        )
        for card in (self.next, self.changes, self.desks, self.empty):
            card.hide()

    def _arrange(self) -> None:
        gap = Space.NORMAL
        self.left_side = plain(
            column(
                self.numbers, (self.empty, 1), (self.arrivals, 1), self.desks, self.points, gap=gap
            )
        )
        self.right_side = plain(
            column(self.watch, self.next, self.todo, self.changes, None, gap=gap)
        )
        inside = plain(
            row((self.left_side, 1, Qt.AlignmentFlag.AlignTop), self.right_side, gap=gap)
        )
        inside.setProperty("cls", "scrolled")
        self.body = scrolled(inside)
        self.frame.content(self.body)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the cards the widths that the window allows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        above = self.numbers.sizeHint().height() + Space.NORMAL
        cards = (self.desks, self.points)
        below = sum(c.sizeHint().height() + Space.NORMAL for c in cards if not c.isHidden())
        room = self.body.viewport().height() - above - below
        room = min(max(room, look().px(_LEAST_CURVE)), look().px(_MOST_CURVE))
        self.arrivals.setFixedHeight(room)
        self.empty.setMinimumHeight(min(self.body.viewport().height(), look().px(_MOST_CURVE)))
        width = self.width()
        self.right_side.setFixedWidth(
            min(look().px(_SIDE), max(round(width * 0.36), look().px(_LEAST_SIDE)))
        )
        self.todo.set_wide(self.right_side.width())
        wide = width - self.right_side.width() >= look().px(_FOUR_TILES)
        self.numbers.set_columns(4 if wide else 2)

    def _say_commands(self) -> None:
        self.set_commands(
            Command(_("Open check-in desk"), self.desk.click, icon="scan-line"),
            Command(
                _("Before doors open: is everything ready?"),
                lambda: self.room.navigate("readiness"),
                icon="list-checks",
            ),
            Command(_("Edit event"), self._edit, icon="pencil"),
            Command(_("New event"), self.making.new_event, "Ctrl+N", "plus", bind=True),
            Command(
                _("Open event file"), self.making.open_file, "Ctrl+O", "folder-open", bind=True
            ),
            Command(_("Back up now"), self._back_up, icon="hard-drive"),
        )

    def _minute(self) -> None:
        if self.isVisible():
            self.reload()

    def _failed(self, error: BaseException) -> None:
        self._asking = False
        if isinstance(error, Trouble) and error.kind is TroubleKind.NO_EVENT:
            return  # it was taken back just now: the first steps come in place of this page
        self.room.messages.trouble(error, self.reload)

    def _edit(self) -> None:
        if self._seen is not None:
            self.making.edit_event(self._seen.event)

    def _fix(self, item: Todo) -> None:
        if item.kind is TodoKind.NO_BACKUP:
            self._back_up()
        elif item.kind in {TodoKind.NO_DATE, TodoKind.NO_PLACE, TodoKind.OVER_CAPACITY}:
            self._edit()
        elif item.kind is TodoKind.BADGES:
            self.room.navigate("badges")
        else:
            self.room.navigate("participants", filters=_filters(item))

    def _back_up(self) -> None:
        office, now = self.room.services, self.room.now()
        self.room.tasks.run(
            self, lambda: office.workspace.daily_backup(now), done=self._backed_up, lane="long"
        )

    def _backed_up(self, file: Path) -> None:
        self.room.messages.toast(_("Backup made: {file}").format(file=file.name))
        self.reload()

    def _undo(self, deed: str) -> None:
        office = self.room.services
        self.room.tasks.run(self, lambda: office.history.undo(deed), done=self._undone)

    def _undone(self, result: UndoResult) -> None:
        if result.deed is not None:
            self.room.messages.toast(taken_back(result.deed), icon="undo-2")
        self.reload()


def PAGE(room: Room) -> Page:
    """First steps before there is an event, else how it goes."""
    office = room.office
    if office is None or not office.events.all():
        return FirstStart(room)
    return HomePage(room)


def _filters(item: Todo) -> dict[str, str | bool]:
    """What to look for among the participants."""
    if item.kind is TodoKind.SPEAKER_MISSING:
        return {"text": item.subject}
    if item.kind is TodoKind.WAITING:
        return {"status": Status.WAITING.value}
    return {"doubles": True} if item.kind is TodoKind.SAME_NAMES else {}


def _when(event: Event) -> str:
    """Day and times: "Thursday 26 November 2026, 9.00–16.00"."""
    zone = event.zone
    if not event.start:
        return ""
    last = dates.calendar_day(event.end, zone)
    first = dates.calendar_day(event.start, zone)
    if first is not None and last is not None and last > first:
        return dates.period(event.start, event.end, zone)
    times = dates.times(event.start, event.end, zone)
    day = dates.long_day(event.start, zone)
    return _("{day}, {times}").format(day=day, times=times) if times else day

"""The readiness page: is everything in order before the doors open, and what mends what is not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.domain.readiness import CheckKind, EventFacts, Facts, Level
from networking_app.domain.readiness_rules import checks
from networking_app.gui.announce import announce
from networking_app.gui.commands import Command
from networking_app.gui.machine.look import Machine, desk_facts
from networking_app.gui.machine.sources import changed_at
from networking_app.gui.page import Page
from networking_app.gui.readiness.mending import Mending
from networking_app.gui.readiness.rows import CheckCard, CheckRow, Summary
from networking_app.gui.readiness.trying import Trying
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.layout import column, plain, row, scrolled
from networking_app.gui.widgets.scaffold import Scaffold
from networking_app.services.readiness import event_facts
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QHBoxLayout, QWidget

    from networking_app.domain.readiness import Check
    from networking_app.gui.room import Room

ICON = "list-checks"
ORDER = 0
UNDER = "home"
TOPICS = frozenset(
    {"action", "backup", "badge_print", "check_in", "code", "event", "person", "point",
     "registration"}
)  # fmt: skip
_PEOPLE = (
    CheckKind.PEOPLE, CheckKind.IMPORTED, CheckKind.DOUBLES, CheckKind.CODES, CheckKind.BADGES,
    CheckKind.BACKUP,
)  # fmt: skip
_DESK = (
    CheckKind.DESK_NAME, CheckKind.POINT, CheckKind.PRINTER, CheckKind.SCANNER, CheckKind.SOUND,
    CheckKind.CAMERA,
)  # fmt: skip
_COMPUTER = (
    CheckKind.DAY, CheckKind.CLOCK, CheckKind.ZONE, CheckKind.POWER, CheckKind.SLEEP,
    CheckKind.DISK, CheckKind.SCREEN,
)  # fmt: skip
_LOOK_AGAIN = 20_000  # ms between two looks at power and clock
_THREE, _TWO = 1240, 760  # px of the page for three and two cards beside each other


def TITLE() -> str:
    """Title in the language in use."""
    return _("Before doors open")


class ReadinessPage(Page):
    """Sentence on top, then the event, this desk and this computer, each check with its button."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self._event: EventFacts | None = None
        self._asking = self._again = False
        self.found: tuple[Check, ...] = ()
        self.summary = Summary()
        self.cards = (
            CheckCard(_("The event"), _PEOPLE),
            CheckCard(_("This desk"), _DESK),
            CheckCard(_("This computer"), _COMPUTER),
        )
        self.rows: dict[CheckKind, CheckRow] = {}
        for card in self.cards:
            self.rows |= card.rows
        self.machine = Machine(room, self)
        self.trying = Trying(self, self.rows, self.machine.printers)
        self.mending = Mending(self, self.machine, self.trying)
        self._arrange()
        self._listen()
        self.set_commands(
            Command(_("Check again"), self.look_again, "F5", "refresh-cw"),
            Command(_("Open check-in desk"), self.desk.click, icon="scan-line"),
            *self._commands_here(),
        )

    def reload(self) -> None:
        """Look at the event again, beside the desk lane; then at this computer."""
        office = self.room.office
        if office is None:
            return
        if self._asking:
            self._again = True
            return
        self._asking = True
        known = self.room.preferences.now.imported_files
        self.room.tasks.run(
            self,
            lambda: event_facts(office, partial(changed_at, known)),
            done=self.show_event,
            failed=self._failed,
            lane="long",
        )

    def look_again(self) -> None:
        """Look at everything again, also at what takes a moment."""
        self.machine.forget()
        self._says = True
        self.reload()

    def came(self, **what: Any) -> None:
        """Say how it stands when it was looked at."""
        del what
        self._says = True

    def first_focus(self) -> QWidget:
        """The first thing to do, else looking again."""
        return self._first_open() or self.again

    def areas(self) -> tuple[QWidget, ...]:
        """Title, then each card."""
        return (self.frame.head, *self.cards)

    def take_scan(self, code: str) -> bool:
        """Whatever is scanned here tries out the scanner."""
        self.trying.scanned(code)
        self.body.ensureWidgetVisible(self.rows[CheckKind.SCANNER])
        return True

    def show_event(self, seen: EventFacts) -> None:
        """Show what the event says, with this computer beside it."""
        self._asking, self._event = False, seen
        self.mending.event_ = seen.event
        self.judge()
        if self._again:
            self._again = False
            self.reload()

    def judge(self) -> None:
        """Judge by what is known now; asks this computer what is quick to answer."""
        if self._event is None:
            return
        now = self.room.now()
        desk = desk_facts(self.room.preferences.now)
        self.found = checks(Facts(self._event, self.machine.facts(), desk, now))
        zone = self._event.event.zone
        for card in self.cards:
            card.show_checks(self.found, zone)
        self.summary.show_checks(self.found, f"{now.hour}.{now.minute:02d}")
        self.desk.kind = "main" if self._first_open() is None else "normal"
        self.desk.update()
        if self._says:
            self._says = False
            announce(self.summary, self.summary.sentence.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the cards the columns that the window allows."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Watch power and clock while shown."""
        super().showEvent(event)
        self._timer.start(_LOOK_AGAIN)

    def hideEvent(self, event: QHideEvent) -> None:
        """Watch no more."""
        super().hideEvent(event)
        self._timer.stop()

    def _arrange(self) -> None:
        self._says = True
        self.again = Button(_("Check again"), icon="refresh-cw", key="F5")
        self.desk = Button(_("Open check-in desk"), "normal", icon="scan-line")
        self.frame = Scaffold(
            self.room.messages, TITLE(), actions=(self.again, self.desk), page=self
        )
        self._columns: QHBoxLayout = row(gap=Space.NORMAL)
        self._places = [column(None, gap=Space.NORMAL) for _number in range(3)]
        for place in self._places:
            self._columns.addLayout(place, 1)
        self._count = 0
        inside = plain(column(self.summary, self._columns, None, gap=Space.NORMAL))
        inside.setProperty("cls", "scrolled")
        self.body = scrolled(inside)
        self.frame.content(self.body)
        self._fit()

    def _listen(self) -> None:
        self.again.clicked.connect(self.look_again)
        self.desk.clicked.connect(lambda: self.room.navigate("desk"))
        for one in self.rows.values():
            one.wanted.connect(self.mending.mend)
        self.trying.changed.connect(self.judge)
        self.mending.changed.connect(self.look_again)
        self.room.preferences.changed.connect(self._preferences_changed)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.judge)

    def _fit(self) -> None:
        """Three, two or one card in a row; in two columns the desk stands under the event."""
        width = self.width() * 100 // look().px(100)
        count = 3 if width >= _THREE else 2 if width >= _TWO else 1
        if count != self._count:
            self._count = count
            where = {3: (0, 1, 2), 2: (0, 1, 0), 1: (0, 0, 0)}[count]
            for card, place in zip(self.cards, where, strict=True):
                for column_ in self._places:
                    column_.removeWidget(card)
                self._places[place].insertWidget(self._places[place].count() - 1, card)
            for place in range(len(self._places)):
                self._columns.setStretch(place, int(place < count))
        # The viewport itself is resized after the page.
        room = self.width() - 2 * Space.PAGE - Space.ROOMY - (count - 1) * Space.NORMAL
        for card in self.cards:
            card.fit(room // count)

    def _first_open(self) -> QWidget | None:
        for card in self.cards:
            for one in card.rows.values():
                is_open = one.check is not None and one.check.level in {Level.LOOK, Level.STOP}
                if is_open and not one.button.isHidden():
                    return one.button
        return None

    def _commands_here(self) -> tuple[Command, ...]:
        mending, trying = self.mending, self.trying
        return (
            Command(_("Print test page"), trying.test_page, icon="printer"),
            Command(_("Show a code to try the scanner on"), trying.show_code, icon="qr-code"),
            Command(_("Try the sound"), trying.listen, icon="volume-2"),
            Command(_("Name this desk"), mending.name_desk, icon="pencil"),
            Command(_("Back up now"), mending.back_up, icon="hard-drive"),
        )

    def _preferences_changed(self, names: frozenset[str]) -> None:
        if self.isVisible() and not names & {"language", "text_size", "theme"}:
            self.judge()

    def _failed(self, error: BaseException) -> None:
        self._asking = False
        if isinstance(error, Trouble) and error.kind is TroubleKind.NO_EVENT:
            return  # it was taken back just now: the first steps come in place of the pages
        self.room.messages.trouble(error, self.reload)


PAGE = ReadinessPage

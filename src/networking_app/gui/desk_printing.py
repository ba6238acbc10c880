"""Prints badges at the desk, one after another beside the scans, and says how that goes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from networking_app.domain.checkin import Direction, PointKind, Verdict
from networking_app.gui import printing, saving
from networking_app.gui.desk_badge_work import (
    End,
    Ended,
    Job,
    Press,
    badge_pdf,
    note,
    print_badge,
)  # fmt: skip
from networking_app.gui.widgets.banner import Notice
from networking_app.services.badges import DEFAULT_SHEET
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import badges as words
from networking_app.wording import dates

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from networking_app.domain.checkin import BadgeAt
    from networking_app.gui.desk_door import Admitted, Door
    from networking_app.gui.room import Room

NOTICE = "desk-printer"
_WITHOUT_BADGE = frozenset({PointKind.MEAL, PointKind.GIFT})


@dataclass(frozen=True, slots=True)
class Told:
    """What the desk says about badges: words with an icon and a tone, "" for nothing to say.

    Attributes:
        about: the guest; empty says how the printer is.
    """

    words: str
    tone: str = "text2"
    icon: str = "printer"
    about: str = ""


class BadgePrinting(QObject):
    """`told(Told)` of a badge under way or done, `stands(Told)` of the printer itself.

    `reprint_asked(Job, sentence)` when a second badge is wanted: nothing is printed until `print_`
    is called with a reason.
    """

    told = Signal(object)
    stands = Signal(object)
    reprint_asked = Signal(object, str)

    def __init__(
        self,
        room: Room,
        door: Door,
        page: QWidget,
        printers: Callable[[], tuple[str, ...]] = printing.printers,
        send: Callable[[bytes, str, str], None] = printing.send,
    ) -> None:
        """Follow the door; `printers` and `send` are called off the GUI thread."""
        super().__init__(page)
        self._room, self._door, self._page = room, door, page
        self._printers, self._send = printers, send
        self._left: list[Job] = []
        self.known: tuple[str, ...] = ()
        # After the answer is shown: it comes first in any case.
        door.answered.connect(self._welcomed, Qt.ConnectionType.QueuedConnection)
        room.preferences.changed.connect(self._preferences_changed)

    def look(self) -> None:
        """Find out which printers there are."""
        self._room.tasks.run(self, self._printers, done=self._have_printers, lane="print")

    def can_print(self) -> bool:
        """Whether a badge would come out of something."""
        return self._room.preferences.now.printer in self.known

    def again(self, registration_id: str, name: str, reason: str = "") -> None:
        """Print the badge of a guest; a second one only with a reason, which is asked for."""
        self.print_(Job(registration_id, name, reason))

    def new_guest(self, registration_id: str, name: str) -> None:
        """Print the badge of a guest who was just registered."""
        point = self._door.point
        self.print_(Job(registration_id, name, hands_out=point is not None and point.hands_out))

    def print_(self, job: Job) -> None:
        """Put a badge into the queue."""
        opened = self._door.state
        if opened is None:
            return
        now = self._room.preferences.now
        press = Press(self._printers, self._send, now.printer, now.badge_sheet or DEFAULT_SHEET)
        call = partial(print_badge, self._room.services, opened.event.id, job, press)
        if job.asked or self.can_print():
            self.told.emit(Told(_("Printing the badge…"), "accent", about=job.registration_id))
        self._room.tasks.run(
            self, call, done=self._ended, failed=partial(self._failed, job), lane="print"
        )

    def retry(self) -> None:
        """Print what could not be printed."""
        self._room.messages.clear(NOTICE)
        left, self._left = self._left, []
        for job in left:
            self.print_(job)

    def choose_printer(self) -> None:
        """Offer the printers in a menu; the one chosen prints what waits."""
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for name in self.known:
            action = QAction(name, group)
            action.setCheckable(True)
            action.setChecked(name == self._room.preferences.now.printer)
            action.triggered.connect(partial(self._use, name))
            menu.addAction(action)
        menu.popup(self._page.mapToGlobal(QPoint(self._page.width() // 3, 60)))

    def _use(self, name: str, _checked: object = None) -> None:
        self._room.preferences.change(printer=name)
        self.retry()

    def _preferences_changed(self, names: frozenset[str]) -> None:
        if names & {"printer", "print_on_welcome"}:
            self._tell_printer()

    def _have_printers(self, found: tuple[str, ...]) -> None:
        self.known = found
        self._tell_printer()

    def _tell_printer(self) -> None:
        now = self._room.preferences.now
        if not now.print_on_welcome and not now.printer:
            self.stands.emit(Told(""))
        elif self.can_print() and not self._left:
            self.stands.emit(Told(_("Badge printer ready"), "ok_text"))
        elif now.printer:
            self.stands.emit(Told(_("Badge printer away"), "warn_text"))
        elif self.known:
            self.stands.emit(Told(_("No badge printer chosen"), "warn_text"))
        else:
            self.stands.emit(Told(_("No badge printer"), "warn_text"))

    def _welcomed(self, admitted: Admitted) -> None:
        """Print at once where this desk does so and there is no badge yet."""
        answer, point = admitted.answer, self._door.point
        holder, now = answer.holder, self._room.preferences.now
        if holder is None or point is None or admitted.walk_in or not now.print_on_welcome:
            return
        came = answer.verdict is Verdict.WELCOME and answer.direction is Direction.IN
        if not came or answer.repeated or holder.badge.printed or point.kind in _WITHOUT_BADGE:
            return
        self.print_(
            Job(holder.registration_id, holder.name, asked=False, hands_out=point.hands_out)
        )

    def _ended(self, ended: Ended) -> None:
        job = ended.job
        tell = {
            End.PRINTED: self._printed,
            End.PRINTED_BEFORE: self._printed_before,
            End.NO_PRINTER: self._no_printer,
            End.NOT_CHOSEN: self._not_chosen,
            End.AWAY: self._away,
        }[ended.end]
        if ended.end in {End.NOT_CHOSEN, End.AWAY, End.NO_PRINTER}:
            self._left = [*(one for one in self._left if one != job), job]
            self.look()
        tell(ended)

    def _failed(self, job: Job, error: BaseException) -> None:
        self.told.emit(Told("", about=job.registration_id))
        self._room.messages.trouble(error, retry=partial(self.print_, job))

    def _printed(self, ended: Ended) -> None:
        job = ended.job
        if not self._left:
            self._room.messages.clear(NOTICE, done=_("The badge printer works again."))
        self.look()
        said = _("Badge printed, {printer}").format(printer=ended.printer)
        self.told.emit(Told(said, "ok_text", about=job.registration_id))
        if job.asked:
            text = _("Badge of {name} printed").format(name=job.name)
            self._room.messages.toast(text, icon="printer")

    def _printed_before(self, ended: Ended) -> None:
        self.told.emit(Told("", about=ended.job.registration_id))
        if ended.job.asked:
            opened = self._door.state
            zone = opened.event.zone if opened is not None else ""
            self.reprint_asked.emit(ended.job, _already(ended.job.name, ended.before, zone))

    def _no_printer(self, ended: Ended) -> None:
        self._say_of(ended.job, _("No badge printer"))
        if len(self._left) > 1:
            fact, ids = (
                _("This computer has no printer."),
                [job.registration_id for job in self._left],
            )
            self._banner(fact, self._waiting(), _("Open badges"), partial(self._open_badges, ids))
            return
        save = partial(self._save, ended.job)
        self._banner(
            _("This computer has no printer."),
            _("The badge of {name} can be saved as PDF and printed elsewhere.").format(
                name=ended.job.name
            ),
            _("Save PDF"),
            save,
        )

    def _open_badges(self, ids: list[str]) -> None:
        """Make the badges that wait as one file."""
        self._left = []
        self._room.messages.clear(NOTICE)
        self._room.navigate("badges", ids=ids)

    def _not_chosen(self, ended: Ended) -> None:
        self._say_of(ended.job, _("No badge printer chosen"))
        self._banner(
            _("No badge printer is chosen."),
            self._waiting(),
            _("Choose printer"),
            self.choose_printer,
        )

    def _away(self, ended: Ended) -> None:
        self._say_of(ended.job, _("The printer is away"))
        fact = _("The printer {printer} does not print.").format(printer=ended.printer)
        self._banner(fact, self._waiting(), _("Try again"), self.retry)

    def _waiting(self) -> str:
        count = len(self._left)
        return ngettext("{n} badge waits", "{n} badges wait", count).format(n=count)

    def _say_of(self, job: Job, said: str) -> None:
        self.told.emit(Told(said, "warn_text", about=job.registration_id))

    def _banner(self, fact: str, meaning: str, action: str, act: Callable[[], None]) -> None:
        notice = Notice("warn", fact, meaning, action, act, can_close=True)
        self._room.messages.banner(NOTICE, notice)

    def _save(self, job: Job) -> None:
        """Keep the badge as a file, which counts as printed."""
        opened, office = self._door.state, self._room.services
        if opened is None:
            return
        sheet = self._room.preferences.now.badge_sheet or DEFAULT_SHEET

        def write(path: Path) -> None:
            def call() -> Path:
                saving.write(path, badge_pdf(office, opened.event.id, job.registration_id, sheet))
                note(office, replace(job, hands_out=False))
                return path

            def done(saved: Path) -> None:
                self._left = [one for one in self._left if one != job]
                self._room.messages.clear(NOTICE)
                saving.tell_saved(self._room, saved)

            self._room.tasks.run(self, call, done=done, lane="long")

        name = _("Badge of {name}").format(name=job.name)
        saving.ask_where(self._page, self._room, name, ".pdf", write)


def _already(name: str, before: BadgeAt, zone: str) -> str:
    """That there is a badge already, and where it lies."""
    time, place = dates.clock(before.printed, zone), words.lies(before)
    if place:
        said = _(
            "The badge of {name} is printed already ({time}) – {place}. Really print a second one?"
        )
        return said.format(name=name, time=time, place=place)
    said = _("The badge of {name} is printed already ({time}). Really print a second one?")
    return said.format(name=name, time=time)

"""The course of a visit: from a code or a name to thanks, or kindly to the desk.

Knows the services and the clock, not how anything looks; `changed` when the step did, `noticed`
when only what the step says did.
"""

from __future__ import annotations

import logging
import math
import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from networking_app.domain import kiosk as rules
from networking_app.domain.kiosk import NAMES, Next, Tries
from networking_app.domain.scanned import codes_in, may_be_code
from networking_app.domain.tickets import CodeForm, form_of, is_valid
from networking_app.gui import printing
from networking_app.gui.desk_badge_work import Press
from networking_app.gui.kiosk import deeds
from networking_app.gui.kiosk.visit import Notice, Step, Visit
from networking_app.services.badges import DEFAULT_SHEET
from networking_app.support import i18n
from networking_app.wording.guest_screen import badge_fact

if TYPE_CHECKING:
    from collections.abc import Callable

    from networking_app.gui.kiosk.deeds import Offer, Passed, Place, Sought
    from networking_app.gui.room import Room

_log = logging.getLogger(__name__)


class Flow(QObject):
    """One kiosk's visits, one after another; `language_wanted(str)` when a guest speaks another."""

    changed = Signal()
    noticed = Signal()
    language_wanted = Signal(str)

    def __init__(
        self,
        room: Room,
        place: Place,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        printers: Callable[[], tuple[str, ...]] = printing.printers,
        send: Callable[[bytes, str, str], None] = printing.send,
    ) -> None:
        super().__init__(parent)
        self._room, self._clock = room, clock
        self._printers, self._send = printers, send
        self.place = place
        self.home = i18n.current()
        self.visit = Visit()
        self.tries = Tries(NAMES)
        self._waits = QTimer(self)
        self._waits.setInterval(250)
        self._waits.timeout.connect(self._count_wait)

    @property
    def prints(self) -> bool:
        """Whether badges are to come out of the printer here."""
        now = self._room.preferences.now
        return now.kiosk_prints and bool(now.printer)

    def start_over(self) -> None:
        """Forget this guest."""
        self.visit = Visit()
        self._count_wait(silently=True)
        self.changed.emit()

    def take_scan(self, code: str) -> None:
        """A code was read: the next scan always wins, but for what is being written."""
        if self.visit.is_busy and self.visit.step in {Step.BADGE, Step.QUESTIONS}:
            return
        self.visit = visit = Visit(is_busy=True)
        self.changed.emit()
        self._read(visit, code)

    def type_name(self, typed: str) -> None:
        """A name (or a code) was typed; wrong ones make the next one wait."""
        if self.visit.is_busy or self._left() or not typed:
            return
        self.visit.typed = typed
        if is_code(typed):
            self.visit.is_busy = True
            self.noticed.emit()
            self._read(self.visit, typed, typed=True)
            return
        if not rules.may_be_full_name(typed):
            self.visit.notice = Notice.TWO_WORDS
            self.noticed.emit()
            return
        self._seek("")

    def type_organisation(self, typed: str) -> None:
        """The organisation was typed that tells guests of one name apart."""
        if not self.visit.is_busy:
            self._seek(typed)

    def to_badge(self) -> None:
        """Yes, this is me; or back from the questions."""
        self._go(Step.BADGE)

    def to_desk(self) -> None:
        """The staff help."""
        self.visit = Visit(step=Step.DESK)
        self.changed.emit()

    def take_text(self) -> None:
        """The badge text is right."""
        visit = self.visit
        visit.text = rules.cleaned(visit.text)
        visit.slips = rules.slips(visit.text)
        if visit.slips:
            self.noticed.emit()
        elif visit.offer is not None and visit.offer.questions:
            self._go(Step.QUESTIONS)
        else:
            self._finish()

    def take_answers(self) -> None:
        """The questions were answered."""
        visit = self.visit
        asked = visit.offer.questions if visit.offer else ()
        needed = rules.required(asked)
        visit.unanswered = frozenset(q.id for q in needed if not visit.answers.get(q, "").strip())
        if visit.unanswered:
            self.noticed.emit()
        else:
            self._finish()

    def _go(self, step: Step) -> None:
        self.visit.step = step
        self.changed.emit()

    def _read(self, visit: Visit, code: str, *, typed: bool = False) -> None:
        self._ask(
            visit,
            lambda: deeds.meet(self._room.services, self.place, code, self._room.now()),
            lambda offer: self._met(visit, offer, typed=typed),
        )

    def _seek(self, organisation: str) -> None:
        visit = self.visit
        visit.is_busy = True
        self.noticed.emit()
        self._ask(
            visit,
            partial(
                deeds.seek, self._room.services, self.place, visit.typed, organisation,
                self._room.now(),
            ),
            lambda sought: self._sought(visit, sought),
        )  # fmt: skip

    def _met(self, visit: Visit, offer: Offer | None, *, typed: bool = False) -> None:
        if offer is None:
            visit.notice = Notice.CODE_UNKNOWN
            visit.step = Step.START
            if typed:
                self._missed()
            self.changed.emit()
            return
        self._offer(visit, offer, Step.BADGE)

    def _sought(self, visit: Visit, sought: Sought) -> None:
        if sought.offer is not None:
            self._offer(visit, sought.offer, Step.YOU)
        elif visit.step is Step.ORGANISATION:
            self._missed()
            self.to_desk()
        elif sought.count:
            self._go(Step.ORGANISATION)
        else:
            visit.notice = Notice.NOT_FOUND
            self._missed()
            self.changed.emit()

    def _offer(self, visit: Visit, offer: Offer, step: Step) -> None:
        if offer.language:
            self.language_wanted.emit(offer.language)
        if offer.next is Next.DESK:
            self.to_desk()
            return
        visit.offer, visit.text = offer, offer.text
        self._go(step)

    def _finish(self) -> None:
        visit = self.visit
        offer = visit.offer
        if offer is None or visit.is_busy:
            return
        visit.is_busy = True
        self.noticed.emit()
        asked = {q: visit.answers.get(q, "") for q in offer.questions}
        self._ask(
            visit,
            partial(deeds.finish, self._room.services, self.place, offer, visit.text, asked),
            lambda passed: self._passed(visit, offer, passed),
        )

    def _passed(self, visit: Visit, offer: Offer, passed: Passed) -> None:
        if not passed.is_in:
            self.to_desk()
            return
        prints = passed.prints and self.prints
        visit.badge = badge_fact(passed.badge, prints=prints)
        self._go(Step.THANKS)
        if prints:
            now = self._room.preferences.now
            press = Press(self._printers, self._send, now.printer, now.badge_sheet or DEFAULT_SHEET)
            self._room.tasks.run(
                self,
                partial(deeds.print_own, self._room.services, self.place, offer, passed, press),
                done=lambda came: self._printed(visit, passed, came=came),
                failed=lambda error: self._printed(visit, passed, came=False, why=error),
                lane="print",
            )

    def _printed(
        self, visit: Visit, passed: Passed, *, came: bool, why: BaseException | None = None
    ) -> None:
        """Where no badge came out, the guest fetches it at the desk."""
        if came:
            return
        _log.warning("the kiosk printed no badge: %s", type(why).__name__ if why else "no printer")
        if self.visit is visit:
            visit.badge = badge_fact(passed.badge)
            self.changed.emit()

    def _ask(self, visit: Visit, call: Callable[[], object], done: Callable[..., None]) -> None:
        """Have the services work; what comes for a guest who is gone is dropped."""

        def arrived(result: object) -> None:
            if self.visit is visit:
                visit.is_busy = False
                done(result)

        def failed(error: BaseException) -> None:
            _log.error("the kiosk could not go on", exc_info=error)
            if self.visit is visit:
                self.to_desk()

        self._room.tasks.run(self, call, done=arrived, failed=failed)

    def _missed(self) -> None:
        self.tries = self.tries.missed(self._clock())
        self._count_wait(silently=True)

    def _left(self) -> int:
        """Whole seconds until a name may be typed again."""
        return math.ceil(self.tries.wait(self._clock()))

    def _count_wait(self, *, silently: bool = False) -> None:
        left = self._left()
        before, self.visit.wait = self.visit.wait, left
        if left:
            if not self.visit.notice:
                self.visit.notice = Notice.WAIT
            self._waits.start()
        else:
            self._waits.stop()
            if self.visit.notice is Notice.WAIT:
                self.visit.notice = Notice.NONE
        if not silently and before != left and self.visit.step is Step.START:
            self.noticed.emit()


def is_code(typed: str) -> bool:
    """Whether what was typed is a code rather than a name."""
    if form_of(typed) is CodeForm.OURS or any(map(is_valid, codes_in(typed))):
        return True
    return may_be_code(typed) and len(typed.split()) == 1

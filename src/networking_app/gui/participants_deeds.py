"""What is done to guests from the participants page, each with a toast that takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from networking_app.domain.checkin import Verdict
from networking_app.domain.registration import Status
from networking_app.gui.widgets.banner import Notice
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import checkin as answers
from networking_app.wording import history as wording

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from networking_app.domain.checkin import ScanAnswer
    from networking_app.domain.event import Event
    from networking_app.domain.history import Deed, UndoResult
    from networking_app.domain.registration import GuestDetails
    from networking_app.gui.room import Room
    from networking_app.gui.tasks import Lane

_SEVERAL = 20  # more check-ins than this are long work: each is a transaction of its own
_BANNER = "participants"
_LATEST = 20


class Deeds(QObject):
    """Does things in the background; `done(ids)` afterwards, `added(id)` for a new guest."""

    done = Signal(object)
    added = Signal(str)

    def __init__(self, room: Room, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room

    def check_in(self, event: Event, ids: Sequence[str]) -> None:
        """Let guests in at the main door."""
        door = self._room.services.checkin
        chosen = tuple(ids)

        def call() -> list[ScanAnswer]:
            point = door.point(event.id)
            return [door.admit(key, point) for key in chosen]

        lane: Lane = "desk" if len(chosen) <= _SEVERAL else "long"
        self._room.tasks.run(
            self, call, done=lambda said: self._checked_in(event, chosen, said), lane=lane
        )

    def set_status(self, ids: Sequence[str], status: Status) -> None:
        """Cancel guests or register them again."""
        chosen = tuple(ids)
        deed = {Status.CANCELLED: "cancel", Status.WAITING: "wait"}.get(status, "reinstate")
        guests = self._room.services.guests
        self._do(chosen, deed, lambda: guests.set_status(chosen, status))

    def set_category(self, ids: Sequence[str], category: str) -> None:
        """Give guests a category."""
        chosen = tuple(ids)
        guests = self._room.services.guests
        self._do(chosen, "set_category", lambda: guests.set_category(chosen, category))

    def block(self, key: str, reason: str) -> None:
        """Let a guest in no more, with the reason; "" lets him in again."""
        guests = self._room.services.guests
        deed = "block" if reason else "unblock"
        self._do((key,), deed, lambda: int(guests.block(key, reason)))

    def remove(self, ids: Sequence[str]) -> None:
        """Take guests off the event."""
        chosen = tuple(ids)
        guests = self._room.services.guests
        self._do(chosen, "delete_guest", lambda: guests.delete(chosen))

    def add(self, event: Event, details: GuestDetails) -> None:
        """Register a new guest."""
        guests = self._room.services.guests

        def call() -> tuple[str, Deed | None]:
            return guests.add(event.id, details), self._latest("add_guest")

        def show(result: tuple[str, Deed | None]) -> None:
            key, deed = result
            self._tell((key,), deed)
            self.added.emit(key)

        self._room.tasks.run(self, call, done=show)

    def edit(self, event: Event, key: str, details: GuestDetails) -> None:
        """Make a guest say what a form says."""
        guests = self._room.services.guests
        self._do((key,), "edit_guest", lambda: int(guests.edit(event.id, key, details)))

    def undo(self, actions: Sequence[str]) -> None:
        """Take back what was done."""
        history = self._room.services.history
        wanted = tuple(actions)

        def show(results: list[UndoResult]) -> None:
            self.done.emit(())
            self._room.messages.toast(_undone(results), icon="undo-2")

        self._room.tasks.run(self, lambda: [history.undo(one) for one in wanted], done=show)

    def _do(self, ids: tuple[str, ...], deed: str, call: Callable[[], int]) -> None:
        def work() -> Deed | None:
            return self._latest(deed) if call() else None

        self._room.tasks.run(self, work, done=lambda found: self._tell(ids, found))

    def _latest(self, deed: str) -> Deed | None:
        recent = self._room.services.history.recent(_LATEST)
        return next((one for one in recent if one.deed == deed and not one.undone), None)

    def _tell(self, ids: tuple[str, ...], deed: Deed | None) -> None:
        self.done.emit(ids)
        if deed is None:
            self._room.messages.toast(_("Nothing to change"), icon="info")
            return
        action = deed.id
        self._room.messages.toast(wording.sentence(deed), undo=lambda: self.undo((action,)))

    def _checked_in(self, event: Event, ids: tuple[str, ...], said: Sequence[ScanAnswer]) -> None:
        self.done.emit(ids)
        welcome = [one for one in said if one.verdict is Verdict.WELCOME]
        refused = [one for one in said if one.verdict is not Verdict.WELCOME]
        facts = tuple(one.check_in_id for one in welcome if one.check_in_id)
        messages = self._room.messages
        if welcome:
            messages.toast(_welcomed(welcome), undo=(lambda: self.undo(facts)) if facts else None)
        messages.clear(_BANNER)
        if len(refused) == 1:
            sentence = answers.sentence(refused[0], event.zone)
            messages.banner(_BANNER, Notice("warn", sentence, can_close=True))
        elif refused:
            count = len(refused)
            text = ngettext(
                "{n} guest was not checked in: here already, cancelled or waiting.",
                "{n} guests were not checked in: here already, cancelled or waiting.",
                count,
            )
            messages.banner(_BANNER, Notice("warn", text.format(n=count), can_close=True))


def _welcomed(welcome: Sequence[ScanAnswer]) -> str:
    first = welcome[0].holder
    if len(welcome) == 1 and first is not None:
        return _("{name} checked in").format(name=first.name)
    count = len(welcome)
    return ngettext("{n} guest checked in", "{n} guests checked in", count).format(n=count)


def _undone(results: Sequence[UndoResult]) -> str:
    deeds = [one.deed for one in results if one.deed is not None]
    if not deeds:
        return _("That was taken back before")
    if len(deeds) > 1:
        count = len(deeds)
        return ngettext("{n} check-in undone", "{n} check-ins undone", count).format(n=count)
    kept = results[0].kept
    if not kept:
        return wording.taken_back(deeds[0])
    return ngettext(
        "Undone, but for {n} field that was changed since",
        "Undone, but for {n} fields that were changed since",
        kept,
    ).format(n=kept)

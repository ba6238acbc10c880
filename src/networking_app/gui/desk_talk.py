"""What happens with an answer at the desk: shown, heard, listed, answered back, taken back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from networking_app.domain.checkin import Verdict
from networking_app.gui import desk_answers
from networking_app.gui.desk_printing import BadgePrinting
from networking_app.gui.desk_view import Mode
from networking_app.gui.sounds import Sounds
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from networking_app.domain.checkin import Holder
    from networking_app.gui.desk_door import Admitted, Door
    from networking_app.gui.desk_latest import Latest, LatestModel
    from networking_app.gui.desk_stage import Stage
    from networking_app.gui.room import Room

SETTLE = 8_000
"""Milliseconds after which a welcome becomes the line about the last guest."""


class Talk(QObject):
    """Follows the door's answers.

    `wanted("find" | "walk_in")` when an answer leads there, `others_wanted(Holder)` when somebody
    else is meant.
    """

    wanted = Signal(str)
    others_wanted = Signal(object)

    def __init__(
        self, room: Room, door: Door, stage: Stage, latest: LatestModel, page: QWidget
    ) -> None:
        super().__init__(page)
        self._room, self._door, self._stage, self._page = room, door, stage, page
        self.latest = latest
        self.sounds = Sounds(room.preferences, self)
        self.printing = BadgePrinting(room, door, page)
        self.now: Admitted | None = None
        self.settle = QTimer(self)
        self.settle.setSingleShot(True)
        self.settle.setInterval(SETTLE)
        self.settle.timeout.connect(self.ready)
        door.answered.connect(self._answered)
        door.undone.connect(self._undone)
        view = stage.view
        view.question.answered.connect(self._chosen)
        view.last.undo_wanted.connect(self.undo_last)
        view.last.print_wanted.connect(self.print_last)
        view.side.undo_wanted.connect(self.undo_last)
        view.side.list.menu_wanted.connect(self._menu)

    def ready(self) -> None:
        """Wait for the next guest."""
        self.settle.stop()
        self.now = None
        self._door.stop_finding()
        self._stage.view.show_ready(self.latest.newest())

    def undo_last(self) -> None:
        """Take back the newest check-in of this desk that stands."""
        last = self.latest.newest()
        if last is not None:
            self._door.undo(last)

    def print_last(self) -> None:
        """Print the badge of the guest shown, else of the last one, again."""
        holder = self._holder()
        last = self.latest.newest()
        if holder is not None and self._stage.view.mode is Mode.ANSWER:
            self.printing.again(holder.registration_id, holder.name)
        elif last is not None:
            self.printing.again(last.registration_id, last.name)

    def _holder(self) -> Holder | None:
        return self.now.answer.holder if self.now else None

    def _answered(self, admitted: Admitted) -> None:
        opened, point = self._door.state, self._door.point
        if opened is None or point is None:
            return
        answer, now, zone = admitted.answer, self._room.now(), opened.event.zone
        self.now = admitted
        self._door.stop_finding()
        self.settle.stop()
        if admitted.walk_in:
            self._stage.form.clear()
        self._stage.show_view()
        if not answer.repeated:
            self.latest.add(desk_answers.latest(admitted, zone, now))
        self._stage.view.show_answer(
            desk_answers.shown(answer, point, zone, now),
            desk_answers.notes(answer),
            desk_answers.question(answer, point, opened.places()),
            point.name,
        )
        self.sounds.play(desk_answers.cue(answer))
        if answer.verdict is Verdict.WELCOME:
            self.settle.start()
        elif answer.verdict is Verdict.ALREADY_IN and answer.holder is not None:
            self._door.printed_at(answer.holder.registration_id, partial(self._printed, admitted))

    def _printed(self, admitted: Admitted, at: str) -> None:
        if at and self.now is admitted and self._stage.view.mode is Mode.ANSWER:
            panel = self._stage.view.panel
            frame = _("Badge printed {time}").format(time=at)
            panel.shown = replace(panel.shown, frames=(*panel.shown.frames, frame))
            panel.update()

    def _chosen(self, value: str) -> None:
        """The open question was answered."""
        holder = self._holder()
        if value in {"find", "walk_in"}:
            self.wanted.emit(value)
        elif holder is None:
            self.ready()
        elif value == "other":
            self.others_wanted.emit(holder)
        elif value == "again":
            self._door.reinstate(holder.registration_id)
        else:
            self._note_outcome(value)
            if value == "badge":
                self.printing.again(holder.registration_id, holder.name)
            self.ready()

    def _note_outcome(self, value: str) -> None:
        said = {
            "back": _("Back after a break"),
            "organiser": _("Sent to the organiser"),
            "away": _("Turned away"),
        }.get(value)
        if said and self.latest.rows:
            self.latest.change_second(0, said)

    def _undone(self, latest: Latest, good: bool) -> None:
        self.latest.mark_undone(latest.check_in_id)
        said = (
            _("{name} is not checked in any more")
            if good
            else _("{name}: another desk took this back already")
        )
        self._room.messages.toast(said.format(name=latest.name), icon="undo-2")
        if self._stage.shows_view() and self._stage.view.mode is not Mode.SEARCH:
            self.ready()

    def _menu(self, latest: Latest, place: QPoint) -> None:
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        undo = QAction(_("Undo check-in of {name}").format(name=latest.name), menu)
        undo.setEnabled(latest.can_undo())
        undo.triggered.connect(lambda: self._door.undo(latest))
        again = QAction(_("Print badge again"), menu)
        again.setEnabled(bool(latest.registration_id))
        again.triggered.connect(lambda: self.printing.again(latest.registration_id, latest.name))
        menu.addActions((undo, again))
        menu.popup(place)

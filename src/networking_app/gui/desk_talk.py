"""What happens with an answer at the desk: shown, heard, listed, taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from networking_app.domain.checkin import Direction, Verdict
from networking_app.domain.scanned import words_in
from networking_app.gui import desk_answers, desk_groups, desk_questions
from networking_app.gui.desk_answers import Stand
from networking_app.gui.desk_printing import BadgePrinting
from networking_app.gui.desk_view import Mode
from networking_app.gui.sounds import Sounds
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from networking_app.domain.checkin import Holder, ScanAnswer
    from networking_app.gui.desk_door import Admitted, Door
    from networking_app.gui.desk_latest import Latest, LatestModel
    from networking_app.gui.desk_stage import Stage
    from networking_app.gui.desk_undoing import Undoing
    from networking_app.gui.room import Room

SETTLE = 8_000
"""Milliseconds after which a welcome becomes the line about the last guest."""


class Talk(QObject):
    """Follows the door's answers.

    `wanted("find" | "walk_in")` when an answer leads there, `others_wanted(Holder)` when somebody
    else is meant, `words_wanted(text)` when what was read names somebody, `undo_asked(Latest)`
    when a reason is to be given, `began` when a new answer or none is shown, `shown(Result)` then.
    """

    wanted = Signal(str)
    others_wanted = Signal(object)
    words_wanted = Signal(str)
    undo_asked = Signal(object)
    began = Signal()
    shown = Signal(object)

    def __init__(
        self,
        room: Room,
        door: Door,
        undoing: Undoing,
        stage: Stage,
        latest: LatestModel,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._room, self._door, self._stage, self._page = room, door, stage, page
        self._undoing = undoing
        self.latest = latest
        self.sounds = Sounds(room.preferences, self)
        self.sounds.prepare_soon()
        self.printing = BadgePrinting(room, door, page)
        self.now: Admitted | None = None
        self.line: Latest | None = None
        self._groups: dict[str, tuple[Latest, ...]] = {}
        self.settle = QTimer(self)
        self.settle.setSingleShot(True)
        self.settle.setInterval(SETTLE)
        self.settle.timeout.connect(self.ready)
        door.answered.connect(self._answered)
        door.came_together.connect(self._came_together)
        undoing.undone.connect(self._undone)
        undoing.taken_back.connect(self._taken_back)
        view = stage.view
        undoing.everywhere.connect(view.side.fill_all)
        view.last.undo_wanted.connect(self.undo_last)
        view.last.print_wanted.connect(self.print_last)
        view.side.undo_wanted.connect(self.undo_last)
        for one in (view.side.list, view.side.list_of_all):
            one.menu_wanted.connect(self._menu)
            one.open_wanted.connect(lambda line: self._door.admit(line.registration_id))
            one.undo_wanted.connect(undoing.undo)
            one.why_wanted.connect(self.undo_asked)

    def ready(self) -> None:
        """Wait for the next guest."""
        self.settle.stop()
        self.now = self.line = None
        self.began.emit()
        self._stage.view.show_ready(self.latest.newest())

    def stand(self) -> Stand | None:
        """Where and when the desk answers; None before there is a point."""
        opened, point, now = self._door.state, self._door.point, self._room.preferences.now
        if opened is None or point is None:
            return None
        return Stand(
            point,
            opened.event.zone,
            self._room.now(),
            opened.places(),
            now.may_override,
            now.desk_hides,
        )

    def holder(self) -> Holder | None:
        """Whom the answer that is shown is about."""
        return self.now.answer.holder if self.now else None

    def say_of_line(self, latest: Latest) -> None:
        """Say something else in the list about the guest that is shown."""
        if self.line is not None:
            self.latest.put(self.line, latest)
            self.line = latest

    def undo_last(self) -> None:
        """Take back the newest check-in of this desk that stands, and those that came with it."""
        last = self.latest.newest()
        if last is None:
            return
        group = self._groups.get(last.check_in_id, ())
        standing = [one for one in group if one in self.latest.rows]
        if len(standing) > 1:
            self._undoing.undo_all(standing, lambda good: self._undone_all(standing, good=good))
        else:
            self._undoing.undo(last)

    def print_last(self) -> None:
        """Print the badge of the guest shown, else of the last one, again."""
        holder = self.holder()
        last = self.latest.newest()
        if holder is not None and self._stage.view.mode is Mode.ANSWER:
            self.printing.again(holder.registration_id, holder.name)
        elif last is not None:
            self.printing.again(last.registration_id, last.name)

    def _answered(self, admitted: Admitted) -> None:
        stand = self.stand()
        if stand is None:
            return
        if admitted.places is not None:
            stand = replace(stand, places=admitted.places)
        before, self.now = self.now, admitted
        answer, view = admitted.answer, self._stage.view
        self._begin()
        if admitted.walk_in:
            self._stage.form.clear()
        self._list(before, admitted, stand)
        view.show_answer(
            desk_answers.shown(answer, stand),
            desk_answers.notes(answer, stand),
            desk_questions.question(answer, stand),
            stand.point.name,
        )
        self.shown.emit(desk_answers.result_of(answer))
        self.sounds.play(desk_answers.cue(answer))
        self._follow(answer, stand)

    def _begin(self) -> None:
        self.began.emit()
        self.settle.stop()
        self._room.messages.hide_toast()  # it would lie over the question
        self._stage.show_view()

    def _list(self, before: Admitted | None, admitted: Admitted, stand: Stand) -> None:
        """Put the answer into the list, in the place of one that was open about this guest."""
        if admitted.answer.repeated:
            self.line = None
            return
        line = desk_answers.latest(admitted, stand.zone, stand.now)
        left_open = self.latest.open_of(line.registration_id) if line.registration_id else None
        if left_open is not None:
            self.latest.drop(left_open)
        elif self.line is not None and _is_same_open(before, admitted):
            self.latest.drop(self.line)
        self.latest.add(line)
        self.line = line

    def _follow(self, answer: ScanAnswer, stand: Stand) -> None:
        """Ask what is to be asked; else wait, and then show the last guest."""
        view, holder = self._stage.view, answer.holder
        if answer.verdict is Verdict.UNKNOWN and words_in(answer.code):
            self.words_wanted.emit(words_in(answer.code))
        elif holder is None:
            return
        elif answer.verdict is Verdict.DATA_MISSING:
            view.answers.ask(holder, may_override=stand.may_override)
            view.show_form(view.answers)
            view.answers.focus_first()
            view.see_form(view.answers)
        elif answer.verdict is Verdict.WELCOME:
            if holder.missing and answer.direction is Direction.IN and not answer.repeated:
                view.answers.ask(holder, may_override=False)
                view.show_form(view.answers)
                view.see_form(view.answers)
            else:
                self.settle.start()

    def _came_together(self, several: list[Admitted]) -> None:
        stand = self.stand()
        if stand is None or not several:
            return
        self._begin()
        self.now = self.line = None
        lines = []
        for admitted in several:
            line = desk_groups.line(admitted, stand.zone, stand.now)
            left_open = self.latest.open_of(line.registration_id)
            if left_open is not None:
                self.latest.drop(left_open)
            if not admitted.answer.repeated:
                self.latest.add(line)
                lines.append(line)
        entered = tuple(line for line in lines if line.can_undo())
        self._groups |= {line.check_in_id: entered for line in entered}
        view = self._stage.view
        shown = desk_groups.shown(several, stand)
        view.show_answer(shown, desk_groups.notes(several), None, stand.point.name)
        self.shown.emit(shown.result)
        if entered:
            view.last.show_group(len(entered), shown.at)
        self.sounds.play("welcome" if desk_groups.all_in(several) else "already")
        if desk_groups.all_in(several):
            self.settle.start()

    def _undone(self, latest: Latest, good: bool) -> None:
        self._mark_undone([latest.check_in_id])
        said = (
            _("{name} is not checked in any more")
            if good
            else _("{name}: another desk took this back already")
        )
        self._tell_undone(said.format(name=latest.name))

    def _undone_all(self, several: list[Latest], *, good: bool) -> None:
        self._mark_undone([one.check_in_id for one in several])
        said = _("{n} guests are not checked in any more").format(n=len(several))
        if not good:
            said = _("Some of them were taken back by another desk already")
        self._tell_undone(said)

    def _tell_undone(self, said: str) -> None:
        self._room.messages.toast(said, icon="undo-2")
        if self._stage.shows_view() and self._stage.view.mode is not Mode.SEARCH:
            self.ready()

    def _taken_back(self, keys: frozenset[str]) -> None:
        """Another desk or program took check-ins back."""
        standing = {one.check_in_id for one in self.latest.rows if one.can_undo()}
        if standing & keys:
            self._mark_undone(standing & keys)
            view = self._stage.view
            if self._stage.shows_view() and view.mode is Mode.READY:
                view.show_ready(self.latest.newest())

    def _mark_undone(self, keys: Iterable[str]) -> None:
        for key in keys:
            if key:
                self.latest.mark_undone(key)
                self._stage.view.side.everywhere.mark_undone(key)

    def _menu(self, latest: Latest, place: QPoint) -> None:
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        undo = QAction(_("Undo check-in of {name}").format(name=latest.name), menu)
        undo.setEnabled(latest.can_undo())
        undo.triggered.connect(lambda: self._undoing.undo(latest))
        why = QAction(_("Undo with a reason…"), menu)
        why.setEnabled(latest.can_undo())
        why.triggered.connect(lambda: self.undo_asked.emit(latest))
        again = QAction(_("Print badge again"), menu)
        again.setEnabled(bool(latest.registration_id))
        again.triggered.connect(lambda: self.printing.again(latest.registration_id, latest.name))
        show = QAction(_("Check in again"), menu)
        show.setEnabled(bool(latest.registration_id) and not latest.can_undo())
        show.triggered.connect(lambda: self._door.admit(latest.registration_id))
        menu.addActions((undo, why, again, show))
        menu.popup(place)


def _is_same_open(before: Admitted | None, now: Admitted) -> bool:
    """Whether this answers a question about the same guest that was open on the screen."""
    was, holder = before.answer if before else None, now.answer.holder
    if was is None or was.holder is None or holder is None or was.verdict is Verdict.WELCOME:
        return False
    return was.holder.registration_id == holder.registration_id

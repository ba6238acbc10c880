"""What becomes of a guest after an answer: the choice of the person at the desk, carried out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from networking_app.domain.checkin import Verdict, may_be_overridden
from networking_app.gui import desk_questions, desk_reasons
from networking_app.gui.desk_latest import Latest, LatestKind
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from networking_app.domain.checkin import Holder, Question
    from networking_app.gui.desk_badge_work import Job
    from networking_app.gui.desk_door import Admitted, Door
    from networking_app.gui.desk_talk import Talk
    from networking_app.gui.desk_undoing import Undoing
    from networking_app.gui.desk_view import DeskView
    from networking_app.gui.room import Room
    from networking_app.services.organisers import Contact


class Outcomes(QObject):
    """Listens to the question and the forms under the answer."""

    def __init__(
        self, room: Room, door: Door, undoing: Undoing, talk: Talk, view: DeskView
    ) -> None:
        super().__init__(talk)
        self._room, self._door, self._undoing = room, door, undoing
        self._talk, self._view = talk, view
        self._given: Callable[[str], None] = lambda _reason: None
        self._needs_pin = False
        view.question.answered.connect(self.choose)
        view.reason.given.connect(self._have_reason)
        view.reason.closed.connect(self._reason_closed)
        view.answers.saved.connect(self._have_answers)
        view.answers.closed.connect(talk.ready)
        view.answers.let_in_wanted.connect(self.let_in_anyway)
        talk.undo_asked.connect(self.ask_undo)
        talk.printing.reprint_asked.connect(self.ask_reprint)

    def choose(self, value: str) -> None:
        """The open question was answered."""
        holder = self._talk.holder()
        if value in {"find", "walk_in"}:
            self._talk.wanted.emit(value)
            return
        deed = self._deeds().get(value)
        if holder is None or deed is None:
            self._talk.ready()
        else:
            deed(holder)

    def let_in_anyway(self) -> None:
        """Let the guest that is shown in against the rules, where this desk may."""
        now, holder = self._talk.now, self._talk.holder()
        may = self._room.preferences.now.may_override
        if now is None or holder is None or not may or not may_be_overridden(now.answer):
            return
        if now.answer.verdict is Verdict.HOLD:
            self._confirm(holder)
        else:
            self._ask_to_let_in(holder)

    def ask_undo(self, latest: Latest) -> None:
        """Ask why a check-in is taken back."""
        self._ask(
            _("Undo check-in of {name}").format(name=latest.name),
            desk_reasons.reasons_to_undo(),
            _("Undo"),
            lambda reason: self._undoing.undo(latest, reason),
            optional=True,
        )

    def ask_reprint(self, job: Job, sentence: str) -> None:
        """Ask why a second badge is printed; without a reason there is none."""
        self._ask(
            sentence,
            desk_reasons.reasons_for_badge(),
            _("Print badge"),
            lambda reason: self._talk.printing.print_(replace(job, reason=reason)),
        )

    def _deeds(self) -> dict[str, Callable[[Holder], None]]:
        return {
            "other": self._talk.others_wanted.emit,
            "admit": lambda holder: self._door.reinstate(holder.registration_id),
            "confirm": self._confirm,
            "let_in": self._ask_to_let_in,
            "yes": self._organiser_said_yes,
            "away": self._ask_why_away,
            "badge": self._ask_why_badge,
            "back": self._back,
            "undo": self._undo,
            "organiser": self._organiser,
        }

    def _confirm(self, holder: Holder) -> None:
        self._door.let_in(holder.registration_id, "", self._deed())

    def _ask_to_let_in(self, holder: Holder) -> None:
        opened = self._door.state
        deed = self._deed()
        self._ask(
            _("Let {name} in anyway: why?").format(name=holder.name),
            desk_reasons.reasons_to_let_in(),
            _("Let in"),
            lambda reason: self._door.let_in(holder.registration_id, reason, deed),
            pin=opened is not None and opened.event.has_pin,
        )

    def _organiser_said_yes(self, holder: Holder) -> None:
        opened = self._door.state
        if opened is not None and opened.event.has_pin:
            self._ask_to_let_in(holder)
        else:
            said = desk_reasons.reasons_to_let_in()[0]
            self._door.let_in(holder.registration_id, said, self._deed())

    def _ask_why_away(self, holder: Holder) -> None:
        self._ask(
            _("Turn {name} away").format(name=holder.name),
            desk_reasons.reasons_to_turn_away(),
            _("Turn away"),
            lambda reason: self._turn_away(holder, reason),
            optional=True,
        )

    def _turn_away(self, holder: Holder, reason: str) -> None:
        self._door.refuse(holder.registration_id, reason)
        second = _("Turned away: {reason}").format(reason=reason) if reason else _("Turned away")
        self._say(second, LatestKind.REFUSED)
        self._talk.ready()

    def _ask_why_badge(self, holder: Holder) -> None:
        self._ask(
            _("New badge for {name}: why?").format(name=holder.name),
            desk_reasons.reasons_for_badge(),
            _("Print badge"),
            lambda reason: self._print(holder, reason),
            optional=True,
        )

    def _print(self, holder: Holder, reason: str) -> None:
        self._say(_("New badge: {reason}").format(reason=reason) if reason else _("New badge"))
        self._talk.printing.again(holder.registration_id, holder.name, reason or _("New badge"))
        self._talk.ready()

    def _back(self, holder: Holder) -> None:
        line = self._talk.line

        def done(key: str) -> None:
            undo = None
            if line is not None:  # it can be taken back like a check-in
                said = replace(
                    line, kind=LatestKind.IN, second=_("Back after a break"), check_in_id=key
                )
                self._talk.latest.put(line, said)
                undo = partial(self._undoing.undo, said)
            self._room.messages.toast(
                _("{name} is back after a break").format(name=holder.name), undo, "check"
            )

        self._door.came_back(holder.registration_id, done)
        self._talk.ready()

    def _undo(self, holder: Holder) -> None:
        before = holder.entered
        if before is not None:
            gone = Latest(
                LatestKind.IN, holder.name, before.desk, "", holder.registration_id, before.id
            )
            self._undoing.undo(gone)

    def _organiser(self, holder: Holder) -> None:
        self._say(_("Waits for the organiser"), LatestKind.OPEN)
        about = self._talk.now
        self._door.ask_contacts(lambda people: self._have_contacts(about, holder.name, people))

    def _have_contacts(
        self, about: Admitted | None, name: str, people: tuple[Contact, ...]
    ) -> None:
        stand = self._talk.stand()
        if self._talk.now is about and stand is not None:  # no other guest came meanwhile
            self._view.ask(desk_questions.organiser(name, people, stand))

    def _have_answers(self, said: dict[Question, str]) -> None:
        now, holder = self._talk.now, self._talk.holder()
        if now is None or holder is None:
            return
        if now.answer.verdict is Verdict.DATA_MISSING:
            self._door.answer(holder.registration_id, said, now.deed)
            return
        if said:
            name = holder.name
            self._door.note_answers(
                holder.registration_id,
                said,
                lambda: self._room.messages.toast(
                    _("Answers of {name} saved").format(name=name), icon="check"
                ),
            )
        self._talk.ready()

    def _ask(
        self,
        title: str,
        suggestions: tuple[str, ...],
        confirm: str,
        given: Callable[[str], None],
        *,
        pin: bool = False,
        optional: bool = False,
    ) -> None:
        self._given, self._needs_pin = given, pin
        self._talk.settle.stop()
        self._view.show_form(self._view.reason)
        self._view.reason.ask(title, suggestions, confirm, pin=pin, optional=optional)
        self._view.see_form(self._view.reason)

    def _have_reason(self, reason: str, pin: str) -> None:
        if not self._needs_pin:
            self._give(reason)
            return
        about = self._talk.now

        def tried(opens: bool) -> None:
            if self._talk.now is not about or self._view.reason.isHidden():
                return
            if opens:
                self._give(reason)
            else:
                self._view.reason.show_wrong_pin()
                self._view.see_form(self._view.reason)

        self._door.try_pin(pin, tried)

    def _give(self, reason: str) -> None:
        self._view.reason.close_form()
        self._view.scan.setFocus()
        self._given(reason)
        now = self._talk.now
        if now is not None and now.answer.verdict is Verdict.WELCOME:
            self._talk.settle.start()

    def _reason_closed(self) -> None:
        """Esc: back to the question, or to waiting where there is none."""
        now, stand = self._talk.now, self._talk.stand()
        asked = desk_questions.question(now.answer, stand) if now and stand else None
        if now is None or stand is None or now.answer.holder is None:
            self._talk.ready()
        elif asked is not None:
            self._view.ask(asked)
        elif now.answer.verdict is Verdict.DATA_MISSING:
            self._view.answers.ask(now.answer.holder, may_override=stand.may_override)
            self._view.show_form(self._view.answers)
            self._view.answers.focus_first()
            self._view.see_form(self._view.answers)
        else:
            self._talk.ready()

    def _say(self, second: str, kind: LatestKind | None = None) -> None:
        line = self._talk.line
        if line is not None:
            self._talk.say_of_line(replace(line, second=second, kind=kind or line.kind))

    def _deed(self) -> str:
        """The action that is taken back together with the check-in that follows."""
        return self._talk.now.deed if self._talk.now else ""

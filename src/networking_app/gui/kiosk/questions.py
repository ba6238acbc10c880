"""The step that asks what is missing of a guest; nothing private is asked here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from networking_app.domain.points import QuestionKind
from networking_app.domain.registration import Permission
from networking_app.gui.kiosk.parts import Big, Choices, Entry
from networking_app.gui.kiosk.steps import StepView
from networking_app.support import i18n
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from networking_app.domain.points import Question


class QuestionsStep(StepView):
    """Each question with its field or choices; those that may be left out say so."""

    def build(self) -> None:
        """Questions and the button."""
        many = self.visit.offer.questions if self.visit.offer else ()
        self.say(_("One more thing") if len(many) == 1 else _("A few more things"))
        self._parts: dict[str, Entry | Choices] = {}
        for question in many:
            part = self._part(question)
            self._parts[question.id] = part
            self.body.addWidget(part)
        words = _("Check in and print badge") if self.course.prints else _("Check in")
        self.go = Big(words, "main")
        self.go.clicked.connect(self._go)
        back = Big(_("Back"))
        back.clicked.connect(self.course.to_badge)
        self.offer_buttons(self.go, back, sticky=True)
        self.show_missing()

    def first_focus(self) -> QWidget | None:
        """The first question."""
        first = next(iter(self._parts.values()), None)
        return first.line if isinstance(first, Entry) else first.first() if first else self.go

    def show_missing(self) -> None:
        """Say which questions need an answer."""
        for key, part in self._parts.items():
            missing = key in self.visit.unanswered
            part.show_error(_("Please answer this.") if missing else "")

    def _part(self, question: Question) -> Entry | Choices:
        text = question.text
        if question.optional:
            text = _("{question} (you may leave this out)").format(question=text)
        said = self.visit.answers.get(question, "")
        choices = choices_of(question, self.course.home)
        if not choices:
            entry = Entry(text, said, most=300)
            entry.line.textEdited.connect(partial(self._answered, question))
            entry.entered.connect(self._go)
            return entry
        part = Choices(text, choices, said, self.scale)
        part.chosen.connect(partial(self._answered, question))
        return part

    def _answered(self, question: Question, said: str) -> None:
        self.visit.answers[question] = said

    def _go(self) -> None:
        if self.go.isEnabled():
            self.course.take_answers()


def choices_of(question: Question, home: str) -> tuple[tuple[str, str], ...]:
    """(stored value, words) of a question with choices; empty for one with a field.

    `home` is the language of the desks: answers are kept in it, whatever the guest reads.
    """
    if question.kind is QuestionKind.YES_NO:
        with i18n.using(home):
            stored = (_("Yes"), _("No"))
        return tuple(zip(stored, (_("Yes"), _("No")), strict=True))
    if question.kind is QuestionKind.PHOTO:
        return (
            (Permission.YES.value, _("May be published")),
            (Permission.ASK.value, _("Ask before publishing")),
            (Permission.NO.value, _("No photos")),
        )
    if question.kind is QuestionKind.CHOICE:
        return tuple((option, option) for option in question.options)
    return ()

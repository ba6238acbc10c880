"""Fields of the walk-in form: the guest, and the questions asked at the door."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from networking_app.domain.names import fold
from networking_app.domain.points import Question, QuestionKind
from networking_app.domain.registration import (
    KNOWN_CATEGORIES,
    PARTICIPANT,
    GuestDetails,
    Permission,
    Purpose,
)
from networking_app.domain.walk_in import Bodies
from networking_app.exchange.importers import phones
from networking_app.gui.dialogs.guest_form import wrong_email, wrong_phone
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.completing import CompletingLine
from networking_app.gui.widgets.form import Field, Segmented
from networking_app.gui.widgets.layout import column, row
from networking_app.gui.widgets.text import Label
from networking_app.services.walk_in import split_name
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext, pgettext
from networking_app.wording.registration import category

if TYPE_CHECKING:
    from collections.abc import Sequence


class Fields(QWidget):
    """All fields; `typed` when something changed that tells who it is, `changed` for the rest.

    Two fields for the name: Tab costs no more than a blank, and nobody has to guess where a name
    like "Anna Liisa Kuusi Aho" parts. Who types the whole name into one of them is understood.
    """

    typed = Signal()
    changed = Signal()
    remade = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.given = Field(_("First name"), QLineEdit())
        self.family = Field(_("Last name"), QLineEdit())
        self.body_line = CompletingLine()
        self.organisation = Field(_("Organisation"), self.body_line)
        self.title = Field(pgettext("of a person", "Title"), QLineEdit())
        self.email = Field(_("E-mail"), QLineEdit(), check=wrong_email)
        self.phone = Field(_("Phone"), QLineEdit(), check=wrong_phone)
        self.combo = _categories()
        self.category = Field(_("Category"), self.combo)
        self.questions: tuple[Asked, ...] = ()
        self._bodies = Bodies()
        self._own = (self.given, self.family, self.organisation, self.title, self.email, self.phone)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.FIELDS)
        self._grid.setVerticalSpacing(Space.FIELDS)
        for number, one in enumerate((*self._own, self.category)):
            self._grid.addWidget(one, number // 2, number % 2)
        for side in (0, 1):
            self._grid.setColumnStretch(side, 1)
        for one in self._own:
            one.changed.connect(self._typed)
        self.category.changed.connect(lambda _text: self.changed.emit())
        self.body_line.complete_from(self._complete)
        self.body_line.offered.connect(lambda _text: self._tell_body())
        self.ask_also(())

    def name(self) -> str:
        """The name as far as it was typed."""
        return f"{self.given.text()} {self.family.text()}".strip()

    def put_name(self, text: str) -> None:
        """Start with a name that was typed elsewhere."""
        given, family = split_name(_with_capitals(text))
        self.given.set_text(given)
        self.family.set_text(family)

    def details(self) -> GuestDetails:
        """What was typed; a whole name in one of the two fields is taken apart."""
        given, family = self.given.text(), self.family.text()
        if bool(given) != bool(family) and " " in (given or family):
            given, family = split_name(given or family)
        phone, photo = self.phone.text(), self._photo()
        return GuestDetails(
            given=given,
            family=family,
            organisation=self.organisation.text(),
            title=self.title.text(),
            email=self.email.text(),
            phone=phones.read(phone).number if phone else "",
            phone_typed=phone,
            category=str(self.combo.currentData()),
            consents=((Purpose.PHOTO, Permission(photo)),) if photo else (),
        )

    def answers(self) -> dict[Question, str]:
        """Answers to the questions of the event."""
        said = ((one.question, one.value()) for one in self.questions if one.question.id)
        return {question: value for question, value in said if value}

    def wrong(self) -> Field | None:
        """The first field that looks wrong; it shows why."""
        return next((one for one in (self.email, self.phone) if not one.is_right()), None)

    def ask_also(self, questions: Sequence[Question]) -> None:
        """Ask these; photos are asked about in any case. What was answered is gone."""
        usual = Question("", _("Photos (ask the guest)"), QuestionKind.PHOTO)
        asks = any(question.kind is QuestionKind.PHOTO for question in questions)
        for old in self.questions:
            old.hide()
            self._grid.removeWidget(old)
            old.deleteLater()
        self.questions = tuple(Asked(q) for q in (*(() if asks else (usual,)), *questions))
        first = len(self._own) + 1
        for number, one in enumerate(self.questions, start=first):
            self._grid.addWidget(one, number // 2, number % 2)
        chain = [*(one.editor for one in (*self._own, self.category))]
        for before, after in pairwise([*chain, *(one.editor for one in self.questions)]):
            QWidget.setTabOrder(before, after)
        self.remade.emit()

    def asked(self) -> tuple[Question, ...]:
        """The questions of the event that are asked."""
        return tuple(one.question for one in self.questions if one.question.id)

    def clear(self) -> None:
        """Empty everything."""
        for one in self._own:
            one.set_text("")
        self.combo.setCurrentIndex(self.combo.findData(PARTICIPANT))
        self.ask_also(self.asked())

    def complete_from(self, known: Bodies) -> None:
        """Complete the organisation from these."""
        self._bodies = known

    def editors(self) -> list[QWidget]:
        """Everything one types or chooses in, for Enter and Esc."""
        found: list[QWidget] = [*self.findChildren(QLineEdit), *self.findChildren(QComboBox)]
        for group in self.findChildren(Segmented):
            found += group.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return found

    def _photo(self) -> str:
        """The answer to the usual question about photos."""
        said = (one.value() for one in self.questions if not one.question.id)
        return next(said, "")

    def _typed(self, _text: str) -> None:
        self._tell_body()
        self.typed.emit()

    def _complete(self, typed: str) -> list[str]:
        return [body.name for body in self._bodies.complete(typed)]

    def _tell_body(self) -> None:
        """How many others come from there, or that Tab takes what is offered."""
        if self.body_line.offer():
            self.organisation.show_hint(_("Tab takes the name shown"))
            return
        body = self._bodies.of(self.organisation.text())
        if body is None or not body.guests:
            self.organisation.show_hint("")
            return
        where = ", ".join(part for part in (body.name, body.city) if part)
        words = ngettext(
            "Found: {n} other from {where}", "Found: {n} others from {where}", body.guests
        )
        self.organisation.show_hint(words.format(n=body.guests, where=where))


class Asked(QWidget):
    """One question with a place for its answer; nothing is chosen beforehand."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.editor = _editor(question)
        self.editor.setAccessibleName(question.text)
        label = Label(question.text, "caption_strong", "text2", wrap=True)
        is_group = isinstance(self.editor, Segmented)
        place = row(self.editor, None) if is_group else self.editor
        self.setLayout(column(label, place, None, gap=Space.TINY))

    def value(self) -> str:
        """The answer as stored, "" for none."""
        editor = self.editor
        if isinstance(editor, Segmented):
            return editor.value()
        if isinstance(editor, QComboBox):
            return str(editor.currentData() or "")
        return editor.text().strip() if isinstance(editor, QLineEdit) else ""


def _editor(question: Question) -> QWidget:
    if question.kind is QuestionKind.PHOTO:
        choices = (("yes", _("Yes")), ("ask", _("Ask first")), ("no", _("No")))
        return Segmented(question.text, choices)
    if question.kind is QuestionKind.YES_NO:
        return Segmented(question.text, (("yes", _("Yes")), ("no", _("No"))))
    if question.kind is QuestionKind.CHOICE:
        combo = QComboBox()
        combo.addItem("", "")
        for option in question.options:
            combo.addItem(option, option)
        return combo
    return QLineEdit()


def _categories() -> QComboBox:
    combo = QComboBox()
    for word in KNOWN_CATEGORIES:
        combo.addItem(category(word), word)
    combo.setCurrentIndex(combo.findData(PARTICIPANT))
    return combo


def _with_capitals(text: str) -> str:
    """A name typed in small letters with its capitals; one with capitals stays."""
    text = " ".join(text.split())
    if fold(text) and text == text.lower():
        return " ".join("-".join(p[:1].upper() + p[1:] for p in w.split("-")) for w in text.split())
    return text

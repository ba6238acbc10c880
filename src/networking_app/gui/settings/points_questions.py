"""Questions that the desk asks when guests have not answered them: kinds, order, proposals."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSizePolicy, QWidget

from networking_app.domain.points import Question, QuestionKind
from networking_app.gui.settings.points_fields import at_left
from networking_app.gui.settings.points_file import PointsFile, do
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button, IconButton
from networking_app.gui.widgets.card import Card
from networking_app.gui.widgets.form import Field
from networking_app.gui.widgets.layout import column, empty, line, plain, row
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import points as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from networking_app.gui.room import Room
    from networking_app.services.points import Proposal

Asked = tuple[Question, bool]


class QuestionRow(QWidget):
    """One question: its text, kind, answers, whether it is asked, and whether it may stay open."""

    changed = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, question: Question, at_door: bool) -> None:
        super().__init__()
        self._question = question
        self.line = QLineEdit(question.text)
        self.text = Field(_("Question"), self.line, required=True)
        self.kinds = QComboBox()
        self.kinds.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for kind in QuestionKind:
            self.kinds.addItem(words.question_kind(kind), kind.value)
        self.kinds.setCurrentIndex(self.kinds.findData(question.kind.value))
        self.kind = Field(_("Answer"), self.kinds)
        self.options_line = QLineEdit(", ".join(question.options))
        self.options = Field(
            _("Answers to choose from"), self.options_line, hint=_("Separated by commas"),
            check=self._wrong_options,
        )  # fmt: skip
        self.asked = QCheckBox(_("Ask at the door"))
        self.asked.setChecked(at_door)
        self.needed = QCheckBox(_("Nobody goes in without an answer"))
        self.needed.setChecked(not question.optional)
        self._buttons()
        self._arrange()
        self._show_options()
        for editor in (self.line, self.options_line):
            editor.editingFinished.connect(self.changed)
        self.kinds.activated.connect(lambda _n: self._kind_chosen())
        self.asked.toggled.connect(lambda _on: self.changed.emit())
        self.needed.toggled.connect(lambda _on: self.changed.emit())

    def asked_now(self) -> Asked | None:
        """What the row says; None while it is wrong."""
        kind = QuestionKind(self.kinds.currentData())
        options = _options(self.options.text()) if kind is QuestionKind.CHOICE else ()
        if not self.text.text() or (kind is QuestionKind.CHOICE and len(options) < 2):
            return None
        question = replace(
            self._question, text=self.text.text(), kind=kind, options=options,
            optional=not self.needed.isChecked(),
        )  # fmt: skip
        return question, self.asked.isChecked()

    def _buttons(self) -> None:
        name = self._question.text
        self.up = IconButton("arrow-up", _("Move up: {name}").format(name=name))
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down = IconButton("arrow-down", _("Move down: {name}").format(name=name))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove = IconButton("trash-2", _("Remove: {name}").format(name=name))
        self.remove.clicked.connect(self.removed)

    def _arrange(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        buttons = plain(column(Space.CARD, row(self.up, self.down, self.remove, gap=0), gap=0))
        self.setLayout(
            column(
                row((self.text, 1, top), (self.kind, 0, top), (buttons, 0, top)),
                at_left(self.options),
                row(self.asked, self.needed, None, gap=Space.ROOMY),
                gap=Space.SNUG,
            )
        )

    def _kind_chosen(self) -> None:
        self._show_options()
        if self.asked_now() is None:
            self.options.focus()
        self.changed.emit()

    def _show_options(self) -> None:
        kind = QuestionKind(self.kinds.currentData())
        self.options.setVisible(kind is QuestionKind.CHOICE)

    def _wrong_options(self, text: str) -> str:
        if self.options.isHidden() or len(_options(text)) > 1:
            return ""
        return _("Write at least two answers, such as {example}").format(example="S, M, L")


class QuestionsCard(Card):
    """All questions of an event; saved as they are changed."""

    def __init__(self, room: Room) -> None:
        super().__init__(_("Questions at the door"), gap=Space.NORMAL)
        self._room = room
        self._file: PointsFile | None = None
        self._saved: tuple[Asked, ...] = ()
        self._waits = False
        self._then: Callable[[], None] | None = None
        self.rows: list[QuestionRow] = []
        said = _(
            "Asked at every door when a guest comes who has not answered. The answer is kept with"
            " the guest, as if it had come with the registration."
        )
        self._list = column(gap=Space.NORMAL)
        self.new = QLineEdit()
        self.new.setPlaceholderText(_("Which workshop do you take part in?"))
        self.new.returnPressed.connect(self._add)
        self.field = Field(_("New question"), self.new)
        self.add = Button(_("Add question"), icon="plus")
        self.add.clicked.connect(self._add)
        self.proposed = Label(_("Asked at registration"), "caption_strong", "text2")
        self._proposals = column(gap=Space.SNUG)
        self.offers: list[Button] = []
        top = Qt.AlignmentFlag.AlignTop
        button = plain(column(Space.CARD, self.add, gap=0))
        self.body.addLayout(at_left(Label(said, "body", "text2", wrap=True)))
        self.body.addLayout(self._list)
        self.body.addLayout(row((self.field, 1, top), (button, 0, top)))
        self.body.addWidget(self.proposed)
        self.body.addLayout(self._proposals)

    def show_file(self, file: PointsFile) -> None:
        """Show the questions of an event, unless these rows say the same already."""
        self._file = file
        if file.questions != self._saved:
            self._saved, self._waits = file.questions, False
            self._fill()
            if self._then is not None:
                self._then()
                self._then = None
        self._offer(file)

    def _fill(self) -> None:
        empty(self._list)
        self.rows = []
        for number, (question, at_door) in enumerate(self._saved):
            if number:
                self._list.addWidget(line())
            made = QuestionRow(question, at_door)
            made.changed.connect(self._save)
            made.moved.connect(partial(self._move, made))
            made.removed.connect(partial(self._remove, made))
            made.up.setEnabled(number > 0)
            made.down.setEnabled(number < len(self._saved) - 1)
            self.rows.append(made)
            self._list.addWidget(made)

    def _offer(self, file: PointsFile) -> None:
        empty(self._proposals)
        self.offers = []
        self.proposed.setVisible(bool(file.proposals))
        for proposal in file.proposals:
            self._proposals.addWidget(self._proposal(proposal))

    def _proposal(self, proposal: Proposal) -> QWidget:
        without = ngettext(
            "{n} guest has no answer", "{n} guests have no answer", proposal.without
        ).format(n=proposal.without)
        take = Button(_("Ask at the door"), icon="plus")
        take.setAccessibleName(_("Ask at the door: {question}").format(question=proposal.text))
        take.clicked.connect(lambda: self._append(proposal.text))
        self.offers.append(take)
        texts = column(
            Label(proposal.text, "body", wrap=True), Label(without, "caption", "text2"), gap=0
        )
        return plain(row((texts, 1), take, gap=Space.NORMAL))

    def _add(self) -> None:
        text = self.field.text()
        if not text:
            self.field.show_error(_("Write the question first"))
            self.field.focus()
            return
        self.new.clear()
        self.field.show_error("")
        self._append(text)

    def _append(self, text: str) -> None:
        self._put((*self._now(), (Question("", text), True)), self.new.setFocus)

    def _move(self, moving: QuestionRow, step: int) -> None:
        place, asked = self.rows.index(moving), list(self._now())
        if not 0 <= place + step < len(asked):
            return
        asked.insert(place + step, asked.pop(place))

        def follow() -> None:
            now = self.rows[place + step]
            button = now.up if step < 0 else now.down
            (button if button.isEnabled() else now.line).setFocus()

        self._put(tuple(asked), follow)

    def _remove(self, gone: QuestionRow) -> None:
        place, asked = self.rows.index(gone), self._now()
        self._put((*asked[:place], *asked[place + 1 :]), self.new.setFocus)

    def _now(self) -> tuple[Asked, ...]:
        """What the rows say; one that is wrong keeps what was saved."""
        pairs = zip(self.rows, self._saved, strict=True)
        return tuple(one.asked_now() or saved for one, saved in pairs)

    def _save(self) -> None:
        """Keep what was edited in place; the rows stay as they are."""
        asked = self._now()
        if self._file is None or self._waits or asked == self._saved:
            return
        self._saved = asked
        points, event = self._room.services.points, self._file.event.id
        self._room.tasks.run(self, lambda: points.set_questions(event, asked))

    def _put(self, asked: tuple[Asked, ...], then: Callable[[], None]) -> None:
        """Keep other questions; the rows are made anew when they come back with their keys."""
        if self._file is None or self._waits or asked == self._saved:
            return
        self._waits, self._then = True, then
        points, event = self._room.services.points, self._file.event.id
        do(
            self._room,
            self,
            "edit_questions",
            lambda: points.set_questions(event, asked),
            failed=self._failed,
        )

    def _failed(self, error: BaseException) -> None:
        self._waits = False
        self._room.messages.trouble(error)


def _options(text: str) -> tuple[str, ...]:
    parts = (" ".join(part.split()) for part in text.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))

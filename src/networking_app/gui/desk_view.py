"""The middle of the desk: scan field, answer or hits, notes, the open question, the last guest."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from networking_app.gui import desk_answers
from networking_app.gui.announce import announce
from networking_app.gui.desk_bars import DeskSide, LastBar
from networking_app.gui.desk_hits import Hits
from networking_app.gui.messages import BannerArea
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space, WindowHeight
from networking_app.gui.widgets.desk import NoteRow, QuestionBar, ScanField
from networking_app.gui.widgets.layout import column, plain, row, scrolled
from networking_app.gui.widgets.result_panel import Result, ResultPanel
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from networking_app.domain.registration import Guest
    from networking_app.gui.desk_answers import Question
    from networking_app.gui.desk_latest import Latest, LatestModel
    from networking_app.gui.messages import Messages
    from networking_app.gui.widgets.desk import Note
    from networking_app.gui.widgets.result_panel import Shown

DIGIT_PAUSE = 60
"""Milliseconds in which no other key may follow a bare digit for it to be an answer."""


class Mode(StrEnum):
    """What the middle shows."""

    READY = "ready"
    ANSWER = "answer"
    SEARCH = "search"


class DeskView(QWidget):
    """Shows and collects; decides nothing.

    `typed(text)` while searching, `entered(text)` on Enter, `changed` when another mode is shown.
    """

    typed = Signal(str)
    entered = Signal(str)
    changed = Signal()

    def __init__(
        self, messages: Messages, model: LatestModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.mode = Mode.READY
        self.numbers_answer = True
        self.question_of: Question | None = None
        self.scan = ScanField(_("Scan a badge, or type a name"), _("Ready"))
        self.quiet = Label("", "caption", "text2", wrap=True)
        self.quiet.hide()
        self.panel = ResultPanel(desk_answers.ready())
        self.panel.setMinimumHeight(150)
        self.hits = Hits()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.panel)
        self._stack.addWidget(self.hits)
        # Takes the room the rest leaves, whatever it would like.
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._stack.setMinimumHeight(150)
        self.notes = NoteRow()
        self.question = QuestionBar()
        self.last = LastBar()
        self.side = DeskSide(model)
        self._digit = QTimer(self)
        self._digit.setSingleShot(True)
        self._digit.setInterval(DIGIT_PAUSE)
        self._digit.timeout.connect(self._answer_digit)
        self.scan.typed.connect(self._typed)
        self.scan.entered.connect(self._entered)
        self.scan.moved.connect(self._moved)
        self._place(messages)

    def show_ready(self, last: Latest | None) -> None:
        """Invite the next guest; the last one stands below."""
        self._close(Mode.READY)
        self.panel.show_answer(desk_answers.ready())
        self._stack.setCurrentWidget(self.panel)
        if last is not None:
            self.last.show_last(last.name, last.at)
        self.changed.emit()

    def show_answer(
        self, shown: Shown, notes: Sequence[Note], question: Question | None, desk: str
    ) -> None:
        """Show an answer; what was typed or asked before is gone."""
        self.scan.clear_quietly()
        self._close(Mode.ANSWER)
        self._stack.setCurrentWidget(self.panel)
        self.notes.show_notes(*notes)
        if question is not None:
            self.question.ask(
                question.text, question.choices, question.small, closes=question.closes
            )
            self.question_of = question
        elif shown.result is Result.WELCOME:
            self.last.show_welcome(shown.at, desk)
        layout = self._inside.layout()
        if layout is not None:
            layout.activate()  # the panel is painted once, at its size
        self.panel.show_answer(shown)
        self.scan.setFocus()
        self.changed.emit()

    def show_hits(self, guests: Sequence[Guest], text: str, zone: str, title: str = "") -> None:
        """Show the guests found."""
        self._close(Mode.SEARCH)
        self.hits.show_hits(guests, text, zone, title)
        self._stack.setCurrentWidget(self.hits)
        self.changed.emit()

    def show_quiet(self, text: str) -> None:
        """Say something that needs no attention."""
        self.quiet.setText(text)
        self.quiet.setVisible(bool(text))

    def say_left(self, text: str) -> None:
        """Have something read out without hurry."""
        announce(self, text)

    def areas(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        return (self.scan, self._inside, self.side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tighten the margins in low windows; the column at the right follows the width."""
        super().resizeEvent(event)
        wide = self.width() >= look().px(1200)
        self.side.setFixedWidth(min(look().px(330 if wide else 264), self.width() // 3))
        tight = self.window().height() < WindowHeight.TIGHT or not wide
        side, top = (Space.ROOMY, Space.NORMAL) if tight else (Space.WIDE, Space.ROOMY)
        layout = self._inside.layout()
        if layout is not None:
            layout.setContentsMargins(side, top, side, top)
            layout.setSpacing(Space.TIGHT if tight else Space.FIELDS)

    def _place(self, messages: Messages) -> None:
        self._inside = plain(
            column(
                self.scan,
                self.quiet,
                BannerArea(messages),
                (self._stack, 1),
                self.notes,
                self.question,
                self.last,
                gap=Space.FIELDS,
                margins=(Space.WIDE, Space.ROOMY),
            )
        )
        self._inside.setProperty("cls", "scrolled")
        self.setLayout(row((scrolled(self._inside), 1), self.side, gap=0))

    def _close(self, mode: Mode) -> None:
        self.mode = mode
        self.question_of = None
        self._digit.stop()
        self.question.close_question()
        self.notes.show_notes()
        self.last.hide()

    def _typed(self, text: str) -> None:
        self._digit.stop()
        if self._is_answer(text):
            self._digit.start()
            return
        self.typed.emit(text)

    def _is_answer(self, text: str) -> bool:
        asks = self.numbers_answer and self.question_of is not None
        return asks and text in {"1", "2", "3"} and int(text) <= len(self.question.choices)

    def _answer_digit(self) -> None:
        text = self.scan.text()
        if not self._is_answer(text):
            return
        self.scan.clear_quietly()
        self.question.answer(int(text))

    def _entered(self, text: str) -> None:
        if self._digit.isActive():
            self._digit.stop()
            self._answer_digit()
        elif text:
            self.entered.emit(text)

    def _moved(self, step: int) -> None:
        if self.mode is Mode.SEARCH:
            self.hits.move_choice(step)

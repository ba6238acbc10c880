"""The middle of the desk: scan field, answer or hits, notes, the open question, the last guest."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QSize, QTimer, Signal
from PySide6.QtWidgets import QLayout, QSizePolicy, QStackedWidget, QWidget

from networking_app.domain.checkin import Direction
from networking_app.gui import desk_answers
from networking_app.gui.announce import announce
from networking_app.gui.desk_bars import LastBar
from networking_app.gui.desk_forms import AnswersForm, ReasonForm
from networking_app.gui.desk_hits import Hits
from networking_app.gui.desk_side import DeskSide
from networking_app.gui.desk_sight import Sight
from networking_app.gui.messages import BannerArea
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space, WindowHeight
from networking_app.gui.widgets.desk import NoteRow, QuestionBar, ScanField, is_cramped
from networking_app.gui.widgets.layout import column, row, scrolled
from networking_app.gui.widgets.result_panel import Result, ResultPanel
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from networking_app.domain.registration import Guest
    from networking_app.gui.desk_latest import Latest, LatestModel
    from networking_app.gui.desk_questions import Question
    from networking_app.gui.messages import Messages
    from networking_app.gui.widgets.desk import Note
    from networking_app.gui.widgets.result_panel import Shown

DIGIT_PAUSE = 60
"""Milliseconds in which no other key may follow a bare digit for it to be an answer."""
LOWEST = 150
"""Height in pixels of the lowest panel that still shows everything at 100 %."""
ENTER_PAUSE = 400
"""Milliseconds after an answer in which Enter is the end of the scan and confirms nothing."""


class Mode(StrEnum):
    """What the middle shows."""

    READY = "ready"
    ANSWER = "answer"
    SEARCH = "search"


class _Inside(QWidget):
    """Is no taller than its parts are at its width, so that nothing scrolls without need."""

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self.setLayout(layout)

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return super().minimumSizeHint()
        least = layout.minimumSize()
        # Not heightForWidth: that has no room for the panel, which asks for none.
        high = layout.minimumHeightForWidth(max(self.width(), least.width()))
        return QSize(least.width(), high)


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
        self.direction = Direction.IN
        self.shown_since = QElapsedTimer()
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
        self._stack.setMinimumHeight(LOWEST)
        self.notes = NoteRow()
        self.question = QuestionBar()
        self.reason = ReasonForm()
        self.answers = AnswersForm()
        self.last = LastBar()
        self.side = DeskSide(model)
        self._digit = QTimer(self)
        self._digit.setSingleShot(True)
        self._digit.setInterval(DIGIT_PAUSE)
        self._digit.timeout.connect(self._answer_digit)
        self.scan.typed.connect(self._typed)
        self.scan.entered.connect(self._entered)
        self.scan.moved.connect(self._moved)
        self.scan.ticked.connect(self.hits.tick)
        for form in (self.reason, self.answers):
            form.left.connect(self.changed)
        self._place(messages)
        self.reason.reached.connect(self._sight.follow)
        self.answers.reached.connect(self._sight.follow)

    def show_ready(self, last: Latest | None) -> None:
        """Invite the next guest; the last one stands below."""
        self._close(Mode.READY)
        self.panel.show_answer(desk_answers.ready(self.direction))
        self._stack.setCurrentWidget(self.panel)
        if last is not None:
            self.last.show_last(last)
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
            self._ask(question)
        elif shown.result in {Result.WELCOME, Result.GOODBYE}:
            self.last.show_welcome(shown.at, desk, went_out=shown.result is Result.GOODBYE)
        self.show_panel(shown)
        if question is not None and not shown.note:  # a note is read first
            self._sight.bring(self.question)
        self.scan.setFocus()
        self.shown_since.start()
        self.changed.emit()

    def show_panel(self, shown: Shown) -> None:
        """Paint an answer once, at the size that is left for it, and have it read out."""
        self._stack.setMinimumHeight(self._lowest(shown))
        layout = self._inside.layout()
        if layout is not None:
            layout.activate()
        self.panel.show_answer(shown)

    def ask(self, question: Question) -> None:
        """Ask something else under the answer that is shown."""
        self.reason.close_form()
        self.answers.close_form()
        self._ask(question)
        self._sight.bring(self.question)
        self.scan.setFocus()
        self.say_left(question.text)
        self.changed.emit()

    def show_form(self, form: ReasonForm | AnswersForm) -> None:
        """Make room for a form under the answer in the place of the question."""
        self.question.close_question()
        self.question_of = None
        self.last.hide()
        other = self.answers if form is self.reason else self.reason
        other.close_form()
        self.changed.emit()

    def see_form(self, form: ReasonForm | AnswersForm) -> None:
        """Lead the Tab key to a form, and scroll to it where the window is too low for all."""
        form.put_after(self.scan.field)
        self._sight.bring(form)
        self.changed.emit()

    def turn(self, direction: Direction) -> None:
        """Show which way guests go from now on."""
        self.direction = direction
        out = direction is Direction.OUT
        self.scan.show_hint(
            _("Going out: scan a badge, or type a name")
            if out
            else _("Scan a badge, or type a name")
        )
        if out:
            self.scan.show_ready(_("Out"), "log-out", "warn_text")
        else:
            self.scan.show_ready(_("Ready"))

    def open_form(self) -> ReasonForm | AnswersForm | None:
        """The form that is open under the answer."""
        return next((one for one in (self.reason, self.answers) if not one.isHidden()), None)

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
        """Follow the size of the window."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Tighten the margins in low windows; the column at the right follows the width."""
        wide = self.width() >= look().px(1200)
        column_wide = look().px(330 if wide or self.side.has_camera() else 264)
        self.side.setFixedWidth(min(column_wide, self.width() // 3))
        tight = self.window().height() < WindowHeight.TIGHT or not wide
        side, top = (Space.ROOMY, Space.NORMAL) if tight else (Space.WIDE, Space.ROOMY)
        layout = self._inside.layout()
        if layout is not None:
            layout.setContentsMargins(side, top, side, top)
            layout.setSpacing(Space.TIGHT if tight else Space.FIELDS)
        self.scan.fit()

    def _place(self, messages: Messages) -> None:
        self._inside = _Inside(
            column(
                self.scan,
                self.quiet,
                BannerArea(messages),
                (self._stack, 1),
                self.notes,
                self.question,
                self.reason,
                self.answers,
                self.last,
                gap=Space.FIELDS,
                margins=(Space.WIDE, Space.ROOMY),
            )
        )
        self._inside.setProperty("cls", "scrolled")
        self._area = scrolled(self._inside)
        self._sight = Sight(self._area)
        self.setLayout(row((self._area, 1), self.side, gap=0))

    def _ask(self, question: Question) -> None:
        self.question.ask(question.text, question.choices, question.small, closes=question.closes)
        self.question_of = question

    def _lowest(self, shown: Shown) -> int:
        """Height in pixels under which the panel would not be read; a note is shown whole."""
        if shown.note:
            return self.panel.height_of_note(shown)
        return LOWEST if is_cramped(self) else max(LOWEST, round(look().px(LOWEST) * 0.8))

    def _close(self, mode: Mode) -> None:
        self.mode = mode
        self.question_of = None
        self._sight.start()
        self._digit.stop()
        self.question.close_question()
        self.reason.close_form()
        self.answers.close_form()
        if mode is not Mode.SEARCH:
            self.hits.forget_ticks()
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
        return asks and text in {"1", "2", "3", "4"} and self.question.has_number(int(text))

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
        elif self.question_of is not None and self.shown_since.hasExpired(ENTER_PAUSE):
            # Before, it is one more Enter of the scanner, which confirms nothing.
            self.question.choose(self.question_of.enter)

    def _moved(self, step: int) -> None:
        if self.mode is Mode.SEARCH:
            self.hits.move_choice(step)
            self.scan.space_ticks = bool(self.hits.model.guests)

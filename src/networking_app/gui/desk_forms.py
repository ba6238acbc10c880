"""Forms within the stage of the desk: a reason for letting in, and questions asked at the door.

They are never modal: a scan closes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QLineEdit, QSizePolicy, QWidget

from networking_app.domain.points import Question, QuestionKind
from networking_app.domain.registration import Permission
from networking_app.gui.announce import announce
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.desk import is_cramped
from networking_app.gui.widgets.flow import Flow
from networking_app.gui.widgets.form import Field
from networking_app.gui.widgets.layout import column, empty, plain, row
from networking_app.gui.widgets.options import MOST, Options
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from networking_app.domain.checkin import Holder

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class DeskForm(QFrame):
    """A card whose Enter and Esc are its own: `closed` by Esc; the rest is the form's part.

    `left` when it is taken away for whatever reason, `reached(editor)` when the focus comes to one.
    """

    closed = Signal()
    left = Signal()
    reached = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("cls", "card")
        # Not fixed: the height of words follows their width, not the size they would like.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.title = Label("", "h3", wrap=True)
        self.body = column(gap=Space.SMALL)
        self.buttons = Flow()
        self.setLayout(
            column(
                self.title,
                self.body,
                plain(self.buttons),
                gap=Space.TIGHT,
                margins=(Space.ROOMY + Space.HAIR, Space.FIELDS),
            )
        )
        self.hide()

    def close_form(self) -> None:
        """Take it away with what was typed."""
        if self.isHidden():
            return
        self.hide()
        empty(self.body)
        empty(self.buttons)
        self.left.emit()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys that work in it and what they do, most used first."""
        return (("Enter", _("Done")), ("Esc", _("Back")))

    def enter(self) -> None:
        """What Enter does."""
        raise NotImplementedError

    def put_after(self, before: QWidget) -> None:
        """Let Tab go from this widget through the fields and buttons of the form."""
        found = self.findChildren(QWidget)
        for stop in sorted(found, key=lambda widget: isinstance(widget, Button)):
            if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.focusProxy() is None:
                QWidget.setTabOrder(before, stop)
                before = stop

    def add_button(self, text: str, call: object, **look: object) -> Button:
        """Put a button at the end whose key is only shown."""
        kind = str(look.get("kind", "normal"))
        button = Button(
            text,
            kind,  # type: ignore[arg-type]  # one of the kinds
            icon=str(look.get("icon", "")),
            key=str(look.get("key", "")),
            desk=not is_cramped(self),
        )
        button.setShortcut(QKeySequence())
        button.clicked.connect(call)
        self.buttons.addWidget(button)
        return button

    def watch(self, *editors: QWidget) -> None:
        """Enter in these is the form's."""
        for editor in editors:
            editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a field is the form's; Esc closes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._own(event)
        if event.type() == QEvent.Type.FocusIn:
            self.reached.emit(watched)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same wherever the focus is in the form."""
        if not self._own(event):
            super().keyPressEvent(event)

    def _own(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return True
        focus = QApplication.focusWidget()
        if event.key() in _ENTER and isinstance(focus, Button):
            focus.click()
            return True
        if event.key() in _ENTER:
            self.enter()
            return True
        return False


class ReasonForm(DeskForm):
    """Asks why, and for the PIN where there is one: `given(reason, pin)`."""

    given = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pin: Field | None = None
        self.reason: Field | None = None
        self._chips: Options | None = None
        self._optional = False

    def ask(
        self,
        title: str,
        suggestions: Sequence[str],
        confirm: str,
        *,
        pin: bool = False,
        optional: bool = False,
    ) -> None:
        """Show the form; a digit in the empty field takes a suggestion.

        Args:
            title: what is about to happen.
            suggestions: reasons that are often given.
            confirm: words of the main button.
            pin: whether the supervisor's PIN is asked first.
            optional: whether it may be done without a reason.
        """
        self.close_form()
        self._optional = optional
        self.title.setText(title)
        self.setAccessibleName(title)
        self.pin = None
        if pin:
            line = QLineEdit()
            line.setEchoMode(QLineEdit.EchoMode.Password)
            self.pin = Field(_("PIN of the supervisor"), line, required=True)
            self.pin.setMaximumWidth(look().px(look().sizes.panel))
            self.watch(line)
        chips = Options(_("Often given reasons"), tuple((text, text) for text in suggestions))
        chips.chosen.connect(self._suggested)
        self._chips = chips
        label = _("Reason (optional)") if optional else _("Reason")
        self.reason = Field(label, _ReasonLine(chips))
        self.reason.setMaximumWidth(look().px(look().sizes.reading))
        fields = row((self.reason, 1), gap=Space.FIELDS)
        if self.pin is not None:
            fields.insertWidget(0, self.pin)
        self.body.addLayout(fields)
        self.body.addWidget(chips)
        self.watch(self.reason.editor)
        self.add_button(confirm, self.enter, kind="main", icon="check", key="Enter")
        self.add_button(_("Back"), self.closed.emit, kind="quiet", key="Esc")
        self.show()
        (self.pin or self.reason).focus()
        announce(self, title)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The numbers of the reasons, Enter and Esc; Tab where there is a PIN too."""
        count = len(self._chips.choices) if self._chips is not None else 0
        numbers = (_("1–{n}").format(n=count), _("Choose a reason"))
        tab = (("Tab", _("Next field")),) if self.pin is not None else ()
        return (*((numbers,) if count else ()), *tab, *super().keys())

    def enter(self) -> None:
        """Go on to the reason, or give both."""
        reason = self.reason
        if reason is None:
            return
        if self.pin is not None and not self.pin.is_right():
            self.pin.focus()
        elif not reason.text() and not self._optional:
            if self.pin is not None and self.pin.editor.hasFocus():
                reason.focus()
                return
            reason.show_error(_("Choose a reason by its number, or type one"))
            reason.focus()
            announce(self, reason.error(), urgent=True)
        else:
            self.given.emit(reason.text(), self.pin.text() if self.pin else "")

    def show_wrong_pin(self) -> None:
        """The PIN was another one."""
        if self.pin is not None:
            self.pin.set_text("")
            self.pin.show_error(_("This is not the PIN. Type it again."))
            self.pin.focus()
            announce(self, self.pin.error(), urgent=True)

    def _suggested(self, text: str) -> None:
        if self.reason is not None:
            self.reason.set_text(text)
            self.reason.focus()


class _ReasonLine(QLineEdit):
    """Digits take a suggestion while nothing is typed."""

    def __init__(self, chips: Options) -> None:
        super().__init__()
        self._chips = chips

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        known = [value for value, _words in self._chips.choices]
        is_free = not self.text() or self.text() in known
        if is_free and text in set("123456789") and int(text) <= len(known):
            self._chips.choose(known[int(text) - 1])
        else:
            super().keyPressEvent(event)


class AnswersForm(DeskForm):
    """Asks what the guest was not asked before: `saved({Question: text})`, `let_in_wanted`."""

    saved = Signal(object)
    let_in_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked: tuple[Question, ...] = ()
        self.editors: list[QWidget] = []
        self._errors: list[Label] = []
        self._all_optional = False

    def ask(self, holder: Holder, *, may_override: bool) -> None:
        """Show the questions that this guest has not answered yet."""
        self.close_form()
        self.asked = holder.missing
        self._all_optional = all(question.optional for question in self.asked)
        said = _("If there is time, ask {name} too") if self._all_optional else _("Ask {name}")
        title = said.format(name=holder.name)
        self.title.setText(title)
        self.setAccessibleName(title)
        self.editors, self._errors = [], []
        for question in self.asked:
            self._place(question)
        if self._all_optional:
            self.add_button(_("Save answers"), self.enter, icon="check", key="Enter")
            self.add_button(_("Skip"), self.closed.emit, kind="quiet", key="Esc")
        else:
            self.add_button(
                _("Save and let in"), self.enter, kind="main", icon="user-check", key="Enter"
            )
            if may_override:
                self.add_button(
                    _("Let in anyway"), self.let_in_wanted.emit, icon="log-in", key="F8"
                )
            self.add_button(_("Leave outside"), self.closed.emit, kind="quiet", key="Esc")
        self.show()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Tab, Enter and Esc, and F8 where it lets the guest in."""
        found = self.findChildren(Button)
        anyway = any(button.key == "F8" and not button.isHidden() for button in found)
        over = (("F8", _("Let in anyway")),) if anyway else ()
        return (("Tab", _("Next field")), *super().keys(), *over)

    def focus_first(self) -> None:
        """Put the focus on the first question."""
        if self.editors:
            self.editors[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def has_focus(self) -> bool:
        """Whether somebody answers now."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def answers(self) -> dict[Question, str]:
        """What was answered so far, without what was left open."""
        said = (value_of(editor) for editor in self.editors)
        return {q: text for q, text in zip(self.asked, said, strict=True) if text}

    def enter(self) -> None:
        """Save, or go to the first question that needs an answer."""
        said = self.answers()
        missing = [n for n, q in enumerate(self.asked) if not q.optional and q not in said]
        for number, error in enumerate(self._errors):
            error.setVisible(number in missing)
        if not missing:
            self.saved.emit(said)
            return
        first, focus = missing[0], QApplication.focusWidget()
        # Enter in an answered question goes on; where the answer is missing it says so.
        for number, error in enumerate(self._errors):
            error.setVisible(number == first and self.editors[first] is focus)
        if self.editors[first] is focus:
            announce(self, self._errors[first].text(), urgent=True)
        self.editors[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, question: Question) -> None:
        text = question.text
        if question.optional and not self._all_optional:
            text = _("{question} (optional)").format(question=text)
        label = Label(text, "strong", wrap=True)
        editor = editor_of(question, text)
        label.setBuddy(editor)
        error = Label(_("This question needs an answer"), "caption", "bad_text", wrap=True)
        error.hide()
        self.editors.append(editor)
        self._errors.append(error)
        self.watch(editor)
        self.body.addLayout(column(label, editor, error, gap=Space.TINY))


def editor_of(question: Question, name: str) -> QWidget:
    """What a question is answered with."""
    choices = _choices_of(question)
    if not choices:
        line = QLineEdit()
        line.setAccessibleName(name)
        if question.kind is QuestionKind.DIET:
            line.setPlaceholderText(_("Diet or allergy, or: none"))
        line.setMaximumWidth(look().px(look().sizes.reading))
        return line
    if len(choices) <= MOST:
        return Options(name, choices)
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.addItem(_("Choose"), "")
    for value, words in choices:
        combo.addItem(words, value)
    return combo


def value_of(editor: QWidget) -> str:
    """The answer that stands in an editor, "" for none."""
    if isinstance(editor, Options):
        return editor.value()
    if isinstance(editor, QComboBox):
        return str(editor.currentData())
    return editor.text().strip() if isinstance(editor, QLineEdit) else ""


def _choices_of(question: Question) -> tuple[tuple[str, str], ...]:
    if question.kind is QuestionKind.YES_NO:
        return ((_("Yes"), _("Yes")), (_("No"), _("No")))
    if question.kind is QuestionKind.PHOTO:
        return (
            (Permission.YES.value, _("May be published")),
            (Permission.ASK.value, _("Ask before publishing")),
            (Permission.NO.value, _("No photos")),
        )
    if question.kind is QuestionKind.CHOICE:
        return tuple((option, option) for option in question.options)
    return ()

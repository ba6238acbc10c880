"""What the readiness page is made of: a row for each check, cards of rows, the sentence on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from networking_app.domain.readiness import CheckKind, Level
from networking_app.gui.icons import IconView
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.card import Card
from networking_app.gui.widgets.layout import column, line, row
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import readiness

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from networking_app.domain.readiness import Check

_TOP = Qt.AlignmentFlag.AlignTop
_SIGNS = {
    Level.OK: ("circle-check", "ok_text"),
    Level.NOTE: ("info", "text3"),
    Level.LOOK: ("triangle-alert", "warn_text"),
    Level.STOP: ("octagon-x", "bad_text"),
}
_ICONS = {
    CheckKind.PRINTER: "printer",
    CheckKind.SCANNER: "qr-code",
    CheckKind.SOUND: "volume-2",
    CheckKind.CAMERA: "camera",
    CheckKind.BACKUP: "hard-drive",
}
_WORDS = 170  # px that the words need beside a button, else it stands below them


class CheckRow(QWidget):
    """One check: sign, what it is, what was found, the button that mends it (`wanted`).

    `more` takes widgets that stand below, such as a question; the row lives as long as the page,
    so that the focus stays where it is when something changes.
    """

    wanted = Signal(object)

    def __init__(self, kind: CheckKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.check: Check | None = None
        self._width = look().px(2 * _WORDS)
        self.sign = IconView("circle", "text3", "icon_m")
        self.title = Label(readiness.title(kind), "strong", wrap=True)
        self.found = Label(" ", "caption", "text2", wrap=True)
        self.button = Button("", icon=_ICONS.get(kind, ""))
        self.button.clicked.connect(lambda: self.wanted.emit(self.check))
        self.button.hide()
        self.more = column(gap=Space.SMALL)
        self._line: QBoxLayout = row(
            (column(self.title, self.found, gap=0), 1),
            (self.button, 0, _TOP),
            gap=Space.NORMAL,
        )
        whole = column(self._line, self.more, gap=Space.SMALL)
        self.setLayout(row((self.sign, 0, _TOP), (whole, 1), gap=Space.NORMAL))

    def show_check(self, check: Check, zone: str) -> None:
        """Show how it came out; `zone` is that of the event."""
        self.check = check
        self.sign.show_icon(*_SIGNS[check.level])
        said = readiness.sentence(check, zone)
        self.found.setText(said)
        words = readiness.button(check)
        had_focus = self.button.hasFocus()
        self.button.kind = "normal" if check.level in {Level.LOOK, Level.STOP} else "quiet"
        self.button.show_text(words)
        self.button.setAccessibleDescription(f"{readiness.title(check.kind)}: {said}")
        self.button.setVisible(bool(words))
        if had_focus and not words:
            self.focusNextChild()
        self.setAccessibleName(self.words())
        self.fit(self._width)

    def words(self) -> str:
        """The whole row as spoken."""
        if self.check is None:
            return self.title.text()
        level = readiness.level(self.check.level)
        return _("{what}: {level}. {found}").format(
            what=self.title.text(), level=level, found=self.found.text()
        )

    def fit(self, width: int) -> None:
        """Put the button below the words where the row is narrow; `width` is that of the row."""
        self._width = width
        room = width - look().sizes.icon_m - Space.NORMAL
        if not self.button.isHidden():
            room -= self.button.sizeHint().width() + Space.NORMAL
        beside = room >= look().px(_WORDS)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._line.setDirection(way)
        self._line.setSpacing(Space.NORMAL if beside else Space.SNUG)
        self._line.setAlignment(self.button, _TOP if beside else _TOP | Qt.AlignmentFlag.AlignLeft)


class CheckCard(Card):
    """Rows of one kind of thing; the fact at the right says how many need a look."""

    def __init__(self, title: str, kinds: Iterable[CheckKind]) -> None:
        super().__init__(title, fact=" ", gap=Space.NORMAL)
        self._title = title
        self.rows = {kind: CheckRow(kind) for kind in kinds}
        for number, one in enumerate(self.rows.values()):
            if number:
                self.body.addWidget(line())
            self.body.addWidget(one)
        self.body.addStretch(1)

    def show_checks(self, found: Sequence[Check], zone: str) -> None:
        """Show those checks that belong here."""
        open_ = 0
        for check in found:
            if check.kind in self.rows:
                self.rows[check.kind].show_check(check, zone)
                open_ += check.level in {Level.LOOK, Level.STOP}
        fact = ngettext("{n} open", "{n} open", open_).format(n=open_) if open_ else _("Ready")
        self.show_title(self._title, fact)

    def fit(self, width: int) -> None:
        """Fit the rows to the width of the card."""
        for one in self.rows.values():
            one.fit(width - 2 * Space.CARD)


class Summary(QFrame):
    """The sentence on top, in the colour and with the sign of the worst check."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("cls", "card")
        self.sign = IconView("loader-circle", "text3", "icon_l")
        self.sentence = Label(_("Looking at this computer and the event…"), "h2", wrap=True)
        self.when = Label(" ", "caption", "text2", wrap=True)
        texts = column(self.sentence, self.when, gap=0)
        self.setLayout(
            row(self.sign, (texts, 100), None, gap=Space.ROOMY, margins=(Space.CARD, Space.ROOMY))
        )

    def show_checks(self, found: Sequence[Check], when: str) -> None:
        """Say how many things are to be done; `when` is the time of day it was looked at."""
        worst = max((list(Level).index(check.level) for check in found), default=0)
        level = list(Level)[worst]
        self.sign.show_icon(*_SIGNS[Level.OK if level is Level.NOTE else level])
        self.sentence.setText(readiness.summary(found))
        stops = sum(1 for check in found if check.level is Level.STOP)
        said = _("Looked at {time}").format(time=when)
        if stops:
            must = ngettext(
                "{n} of them must be mended first", "{n} of them must be mended first", stops
            ).format(n=stops)
            said = _("{one} · {other}").format(one=must, other=said)
        self.when.setText(said)
        self.setAccessibleName(self.sentence.text())


class Asked(QWidget):
    """A question under a row with yes and no: `answered(bool)`; hidden until it is asked."""

    answered = Signal(bool)

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.yes = Button(_("Yes"), icon="check")
        self.no = Button(_("No"), icon="x")
        for button, said in ((self.yes, True), (self.no, False)):
            button.setAccessibleDescription(question)
            button.clicked.connect(lambda _on=False, said=said: self._answer(said=said))
        words = Label(question, "body", wrap=True)
        self.setLayout(column(words, row(self.yes, self.no, None), gap=Space.SNUG))
        self.setAccessibleName(question)
        self.hide()

    def ask(self) -> None:
        """Ask; the focus goes to yes."""
        self.show()
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, *, said: bool) -> None:
        self.hide()
        self.answered.emit(said)

"""The form for somebody who came without a registration: the name is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from networking_app.domain.names import fold
from networking_app.domain.registration import KNOWN_CATEGORIES, PARTICIPANT, GuestDetails
from networking_app.gui.announce import announce
from networking_app.gui.desk_hits import pill_of
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.form import Field
from networking_app.gui.widgets.layout import box, column, empty, plain, row, scrolled
from networking_app.gui.widgets.marks import Pill
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording.registration import category

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent

    from networking_app.domain.registration import Guest

_PAUSE = 150  # ms after the last key before doubles are looked for
_SHOWN = 3


class WalkIn(QWidget):
    """`saved(GuestDetails)` by Enter, `cancelled` by Esc, `instead(Guest)`, `look_for(name)`."""

    saved = Signal(object)
    cancelled = Signal()
    instead = Signal(object)
    look_for = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.given = Field(_("First name"), QLineEdit())
        self.family = Field(_("Last name"), QLineEdit(), hint=_("One name is enough."))
        self.organisation = Field(_("Organisation"), QLineEdit())
        self.title = Field(_("Title"), QLineEdit())
        self.category = Field(_("Category"), _categories())
        self.save = Button(
            _("Save and check in"), "main", icon="user-check", key="Enter", desk=True
        )
        self.save.clicked.connect(self.send)
        self._cancel = Button(_("Cancel"), "quiet", key="Esc", desk=True)
        self._cancel.clicked.connect(self.cancelled)
        self._pill = Pill("done", "")
        self._similar = column(gap=Space.SMALL)
        self._zone = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(lambda: self.look_for.emit(self.name()))
        for field in (self.given, self.family, self.organisation):
            field.changed.connect(lambda _text: self._timer.start())
        self._place()
        for editor in (*self.findChildren(QLineEdit), *self.findChildren(QComboBox)):
            editor.installEventFilter(self)
        self.show_similar((), "")

    def name(self) -> str:
        """The name as far as it was typed."""
        return f"{self.given.text()} {self.family.text()}".strip()

    def begin(self, text: str = "") -> None:
        """Start with what was typed into the search, keeping a draft there is."""
        if text and not self.name():
            given, _blank, family = _as_written(text).rpartition(" ")
            self.given.set_text(given)
            self.family.set_text(family)
        (self.family if self.given.text() and not self.family.text() else self.given).focus()
        self._timer.start()

    def clear(self) -> None:
        """Empty the form."""
        for field in (self.given, self.family, self.organisation, self.title):
            field.set_text("")
        combo = self.category.editor
        if isinstance(combo, QComboBox):
            combo.setCurrentIndex(combo.findData(PARTICIPANT))
        self.save.set_busy(False)
        self._timer.stop()
        self.show_similar((), self._zone)

    def has_draft(self) -> bool:
        """Whether something was typed."""
        return bool(self.name() or self.organisation.text())

    def send(self) -> None:
        """Save, when there is a name."""
        if self.save.is_busy():
            return
        if not self.name():
            self.given.show_error(_("Type the first or the last name"))
            self.given.focus()
            announce(self, self.given.error(), urgent=True)
            return
        self.save.set_busy(True)
        self.saved.emit(self.details())

    def details(self) -> GuestDetails:
        """What the form says."""
        combo = self.category.editor
        word = combo.currentData() if isinstance(combo, QComboBox) else PARTICIPANT
        return GuestDetails(
            given=self.given.text(),
            family=self.family.text(),
            organisation=self.organisation.text(),
            title=self.title.text(),
            category=str(word),
        )

    def show_places(self, places: int | None) -> None:
        """Show how many places are left; a full event is a warning, not a wall."""
        self._pill.setVisible(places is not None)
        if places is None:
            return
        full = places <= 0
        face = (
            ("warning", _("Full: ask the organiser"))
            if full
            else (
                "done",
                ngettext("{n} place left", "{n} places left", places).format(n=places),
            )
        )
        self._pill.show_face(type(self._pill.face)(*face))

    def places(self) -> str:
        """What is said about the places left, "" without a limit."""
        return "" if self._pill.isHidden() else self._pill.face.text

    def show_similar(self, guests: Sequence[Guest], zone: str) -> None:
        """Show guests who may be the same person."""
        self._zone = zone
        empty(self._similar)
        shown = guests[:_SHOWN] if self.name() else ()
        if not shown:
            text = _("Guests with a similar name appear here while you type.")
            self._similar.addWidget(Label(text, "caption", "text2", wrap=True))
            return
        warning = _("Already on the list? Check in that guest instead.")
        self._similar.addWidget(Label(warning, "body", "warn_text", wrap=True))
        for guest in shown:
            self._similar.addWidget(self._card(guest))
        announce(self, f"{warning} {'; '.join(guest.name for guest in shown)}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in any field saves; Esc cancels."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.send()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.cancelled.emit()
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Look for nobody any more."""
        self._timer.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc cancels wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def fit(self, width: int) -> None:
        """Give the similar guests as much room as there is."""
        self._side.setFixedWidth(look().px(340) if width >= look().px(1200) else look().px(270))

    def _place(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.FIELDS)
        grid.setVerticalSpacing(Space.FIELDS)
        places = ((self.given, 0, 0), (self.family, 0, 1), (self.organisation, 1, 0))
        for field, line, place in (*places, (self.title, 1, 1), (self.category, 2, 0)):
            grid.addWidget(field, line, place)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        form = column(
            row((Label(_("Walk-in guest"), "h1", elide=True), 1), self._pill),
            Label(_("Name is enough. Enter saves and checks in."), "lead", "text2", wrap=True),
            grid,
            None,
            row(self.save, None, self._cancel),
            gap=Space.ROOMY,
            margins=(Space.PAGE, Space.WIDE),
        )
        similar: QVBoxLayout = column(
            Label(_("Similar guests"), "caption_strong", "text2"),
            self._similar,
            None,
            gap=Space.SMALL,
            margins=(Space.CARD, Space.ROOMY),
        )
        inside = plain(form)
        inside.setProperty("cls", "scrolled")
        beside = plain(similar)
        beside.setProperty("cls", "scrolled")
        self._side: QFrame = box("card", column((scrolled(beside), 1), gap=0))
        self.setLayout(
            row(
                (box("card", column((scrolled(inside), 1), gap=0)), 1),
                self._side,
                gap=Space.FIELDS,
                margins=(Space.WIDE, Space.ROOMY),
            )
        )

    def _card(self, guest: Guest) -> QWidget:
        face = pill_of(guest, self._zone)
        button = Button(_("Check in this guest"), icon="user-check")
        button.setAccessibleName(_("Check in {name} instead").format(name=guest.name))
        button.setShortcut(QKeySequence())
        button.clicked.connect(lambda: self.instead.emit(guest))
        return plain(
            column(
                Label(guest.name, "strong", wrap=True),
                Label(guest.organisation, "caption", "text2", wrap=True),
                row(Pill(face.kind, face.text), None),
                row(button, None),
                gap=Space.TINY,
                margins=(0, Space.SMALL),
            )
        )


def _categories() -> QComboBox:
    combo = QComboBox()
    for word in KNOWN_CATEGORIES:
        combo.addItem(category(word), word)
    return combo


def _as_written(text: str) -> str:
    """A name typed in small letters with its capitals; one with capitals stays."""
    text = " ".join(text.split())
    if fold(text) and text == text.lower():
        return " ".join("-".join(p[:1].upper() + p[1:] for p in w.split("-")) for w in text.split())
    return text

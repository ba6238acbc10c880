"""The form for somebody who came without a registration: the name is enough."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QWidget

from networking_app.domain.badges import BadgeFace
from networking_app.domain.tickets import new_code
from networking_app.gui.announce import announce
from networking_app.gui.desk_alike import Alike
from networking_app.gui.desk_preview import BadgePreview
from networking_app.gui.desk_walk_in_fields import Fields
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space, WindowHeight
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.flow import Flow
from networking_app.gui.widgets.layout import box, column, plain, row, scrolled
from networking_app.gui.widgets.marks import Pill
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording.registration import category

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QHideEvent

    from networking_app.domain.points import Question
    from networking_app.domain.registration import GuestDetails
    from networking_app.gui.widgets.form import Field

_PAUSE = 150  # ms after the last key before look-alikes are looked for
_KEYS = ("Enter", "Shift+Enter", "Esc")
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True, slots=True)
class Filled:
    """What the form says when it is saved.

    Attributes:
        badge: whether the badge is printed in the same stroke.
    """

    details: GuestDetails
    answers: Mapping[Question, str] = field(default_factory=dict)
    badge: bool = True


class WalkIn(QWidget):
    """`saved(Filled)` by Enter and Shift+Enter, `cancelled` by Esc, `instead(Guest)`.

    `asked(GuestDetails)` carries what was typed so far, a moment after the last key.
    """

    saved = Signal(object)
    cancelled = Signal()
    instead = Signal(object)
    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = Fields()
        self.given, self.family = self.fields.given, self.fields.family
        self.organisation = self.fields.organisation
        self.preview = BadgePreview()
        self.alike = Alike()
        self.alike.chosen.connect(self.instead)
        self._code = new_code()
        self._doubted: tuple[str, ...] = ()
        self._pill = Pill("done", "")
        self._lead = Label("", "lead", "text2", wrap=True)
        self.save = Button("", "main", key="Enter", desk=True)
        self.save.clicked.connect(lambda _on=False: self.send())
        self.save_only = Button(_("Save without badge"), key="Shift+Enter", desk=True)
        self.save_only.setShortcut(QKeySequence())  # the form itself listens to the key
        self.save_only.clicked.connect(lambda _on=False: self.send(badge=False))
        self._cancel = Button(_("Cancel"), "quiet", key="Esc", desk=True)
        self._cancel.clicked.connect(self.cancelled)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(lambda: self.asked.emit(self.fields.details()))
        self.fields.typed.connect(self._typed)
        self.fields.changed.connect(self._draw)
        self.fields.remade.connect(self._listen)
        self._place()
        self._listen()
        self.show_printing(can_print=False)

    def begin(self, text: str = "") -> None:
        """Start with what was typed into the search, keeping a draft there is."""
        if text and not self.fields.name():
            self.fields.put_name(text)
        (self.family if self.given.text() and not self.family.text() else self.given).focus()
        self._typed()

    def clear(self) -> None:
        """Empty the form."""
        self.fields.clear()
        self.stop_waiting()
        self._code, self._doubted = new_code(), ()
        self._timer.stop()
        self.alike.show_guests((), "")
        self.preview.show_face(None)

    def stop_waiting(self) -> None:
        """Take another guest: the last one was saved, or could not be."""
        self.save.set_busy(False)
        self.save_only.set_busy(False)

    def send(self, *, badge: bool = True) -> None:
        """Save, when there is a name; what looks wrong elsewhere stops the first time only."""
        if self.save.is_busy() or self.save_only.is_busy():
            return
        if not self.fields.name():
            self._refuse(self.given, _("Type the first or the last name"))
            return
        wrong, said = self.fields.wrong(), (self.fields.email.text(), self.fields.phone.text())
        if wrong is not None and said != self._doubted:
            self._doubted = said
            self._refuse(wrong, wrong.error())
            return
        badge = badge and not self.save_only.isHidden()
        (self.save if badge or self.save_only.isHidden() else self.save_only).set_busy(True)
        self.saved.emit(Filled(self.fields.details(), self.fields.answers(), badge))

    def show_printing(self, *, can_print: bool) -> None:
        """Say whether Enter prints the badge too."""
        self.save.show_text(_("Save and print badge") if can_print else _("Save and check in"))
        self.save.icon_name = "printer" if can_print else "user-check"
        self.save_only.setVisible(can_print)
        self._lead.setText(
            _("Name is enough. Enter saves, checks in and prints the badge.")
            if can_print
            else _("Name is enough. Enter saves and checks in.")
        )

    def prints(self) -> bool:
        """Whether Enter prints the badge too."""
        return not self.save_only.isHidden()

    def show_places(self, places: int | None) -> None:
        """Show how many places are left; a full event is a warning, not a wall."""
        self._pill.setVisible(places is not None)
        if places is None:
            return
        full = places <= 0
        face = (
            ("warning", _("Full: ask the organiser"))
            if full
            else ("done", ngettext("{n} place left", "{n} places left", places).format(n=places))
        )
        self._pill.show_face(type(self._pill.face)(*face))

    def places(self) -> str:
        """What is said about the places left, "" without a limit."""
        return "" if self._pill.isHidden() else self._pill.face.text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in any field saves, with Shift without a badge; Esc cancels."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTER:
                self.send(badge=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.cancelled.emit()
                return True
            if self._takes_alike(event):
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Look for nobody any more."""
        self._timer.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc cancels wherever the focus is; Alt+1 to Alt+3 take a look-alike."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif not self._takes_alike(event):
            super().keyPressEvent(event)

    def fit(self, width: int) -> None:
        """Give the badge and the look-alikes as much room as there is."""
        self._side.setFixedWidth(look().px(340) if width >= look().px(1200) else look().px(270))
        tight = self.window().height() < WindowHeight.TIGHT
        side, high = (Space.WIDE, Space.NORMAL) if tight else (Space.PAGE, Space.WIDE)
        self._inside.setContentsMargins(side, high, side, Space.SMALL)
        self._foot.setContentsMargins(side, Space.SMALL, side, high)
        self._inside.setSpacing(Space.NORMAL if tight else Space.ROOMY)
        keys = _KEYS if width >= look().px(1200) else ("", "", "")  # they stand below, too
        for button, key in zip((self.save, self.save_only, self._cancel), keys, strict=True):
            button.key = key
            button.updateGeometry()

    def _takes_alike(self, event: QKeyEvent) -> bool:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        return alt and self.alike.choose(event.key() - Qt.Key.Key_0)

    def _refuse(self, wrong: Field, sentence: str) -> None:
        wrong.show_error(sentence)
        wrong.focus()
        announce(self, sentence, urgent=True)

    def _typed(self) -> None:
        self._timer.start()
        self._draw()

    def _draw(self) -> None:
        details = self.fields.details()
        if not details.name:
            self.preview.show_face(None)
            return
        self.preview.show_face(
            BadgeFace(
                "walk-in", details.given, details.family, "", details.organisation, details.title,
                category(details.category), details.category, self._code,
            )
        )  # fmt: skip

    def _listen(self) -> None:
        for editor in self.fields.editors():
            editor.removeEventFilter(self)
            editor.installEventFilter(self)

    def _place(self) -> None:
        self._inside = column(
            row((Label(_("Walk-in guest"), "h1", elide=True), 1), self._pill),
            self._lead,
            self.fields,
            None,
            gap=Space.ROOMY,
        )
        inside = plain(self._inside)
        inside.setProperty("cls", "scrolled")
        self._buttons = plain(Flow(self.save, self.save_only, self._cancel))
        self._foot = column(self._buttons)
        beside = plain(
            column(
                Label(_("Badge"), "caption_strong", "text2"),
                self.preview,
                self.alike,
                None,
                gap=Space.SMALL,
                margins=(Space.CARD, Space.ROOMY),
            )
        )
        beside.setProperty("cls", "scrolled")
        self._side: QFrame = box("card", column((scrolled(beside), 1), gap=0))
        self.setLayout(
            row(
                (box("card", column((scrolled(inside), 1), self._foot, gap=0)), 1),
                self._side,
                gap=Space.FIELDS,
                margins=(Space.WIDE, Space.ROOMY),
            )
        )

"""What fills the desk: the middle with its column, the walk-in form, or what to do first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from networking_app.gui.desk_view import DeskView
from networking_app.gui.desk_walk_in import WalkIn
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.layout import column, empty, plain
from networking_app.gui.widgets.states import EmptyState

if TYPE_CHECKING:
    from networking_app.gui.desk_keys import Nothing
    from networking_app.gui.desk_latest import LatestModel
    from networking_app.gui.messages import Messages


class Stage(QStackedWidget):
    """Shows one of the three; `changed` tells which keys work."""

    changed = Signal()

    def __init__(
        self, messages: Messages, latest: LatestModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.view = DeskView(messages, latest)
        self.form = WalkIn()
        self._inside = column(gap=0, margins=Space.WIDE)
        self._nothing = plain(self._inside)
        for widget in (self.view, self.form, self._nothing):
            self.addWidget(widget)
        self.view.changed.connect(self.changed)

    def show_view(self) -> None:
        """Show the middle."""
        self.setCurrentWidget(self.view)
        self.changed.emit()

    def show_form(self) -> None:
        """Show the walk-in form."""
        self.setCurrentWidget(self.form)
        self.changed.emit()

    def show_nothing(self, nothing: Nothing) -> None:
        """Say what is missing and offer to bring it."""
        empty(self._inside)
        self._inside.addWidget(EmptyState(*nothing))
        self.setCurrentWidget(self._nothing)
        self.changed.emit()

    def shows_view(self) -> bool:
        """Whether the middle is shown."""
        return self.currentWidget() is self.view

    def shows_form(self) -> bool:
        """Whether the form is shown."""
        return self.currentWidget() is self.form

    def shows_nothing(self) -> bool:
        """Whether something is missing."""
        return self.currentWidget() is self._nothing

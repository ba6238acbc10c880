"""How the badge printer of the desk stands, in its top bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from networking_app.gui.icons import IconView
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.layout import row
from networking_app.gui.widgets.text import Label

if TYPE_CHECKING:
    from networking_app.gui.desk_printing import Told


class PrinterState(QWidget):
    """An icon and words; hidden where the desk prints no badges."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconView("printer", "ok_text", "icon_m")
        self._words = Label("", "body", "text2")
        self.setLayout(row(self._icon, self._words, gap=Space.SNUG))
        self.hide()

    def show_told(self, told: Told) -> None:
        """Say how the printer stands, "" for nothing to say."""
        self._words.setText(told.words)
        self._words.show_tone(told.tone)
        self._icon.show_icon(told.icon, told.tone)
        self.setVisible(bool(told.words))

    def words(self) -> str:
        """What it says."""
        return self._words.text()

"""The line at the desk that says calmly which guest of honour has arrived elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from networking_app.gui.announce import announce
from networking_app.gui.icons import IconView
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.layout import row
from networking_app.gui.widgets.text import Label

if TYPE_CHECKING:
    from networking_app.gui.signals import Signals

STAYS = 30_000
"""Milliseconds the line stays; the next guest of honour takes its place sooner."""


class HonourLine(QWidget):
    """Shows each sentence for a while; scans in between do not take it away."""

    def __init__(self, signals: Signals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label("", "strong", wrap=True)
        self.setLayout(row(IconView("star", "accent", "icon_m"), (self._words, 1), gap=Space.SMALL))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS)
        self._timer.timeout.connect(self.hide)
        signals.honoured.connect(self.show_sentence)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Show it from now on for a while."""
        self._words.setText(sentence)
        self.show()
        self._timer.start()
        announce(self, sentence)

    def words(self) -> str:
        """What it says, "" when nothing is shown."""
        return "" if self.isHidden() else self._words.text()

"""The upper edge of the kiosk: title of the event, languages, larger text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QWidget

from networking_app.gui.home.first_start import languages
from networking_app.gui.kiosk.parts import Big, Words
from networking_app.gui.widgets.layout import empty
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from networking_app.gui.kiosk.style import Scale


class Head(QWidget):
    """`spoken(language)` when one is chosen, `larger_wanted` for larger text."""

    spoken = Signal(str)
    larger_wanted = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("k", "plain")
        self._title = title
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self.tongues: dict[str, Big] = {}
        self.larger = Big("")
        self._group = QButtonGroup(self)

    def build(self, scale: Scale, language: str) -> None:
        """Put the parts together; upright screens have two lines for them."""
        empty(self._line)
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if scale.is_upright else ways.LeftToRight)
        if scale.has_room:
            title = Words(self._title, "accent")
            title.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._line.addWidget(title, 1)
        tools = QHBoxLayout()
        tools.setSpacing(scale.around.px(0.3))
        tools.addStretch(1)
        self._group.deleteLater()
        self._group = QButtonGroup(self)
        self.tongues = {}
        for code, name in languages():
            button = Big(name, "quiet")
            button.setCheckable(True)
            self._group.addButton(button)
            button.setChecked(code == language)
            button.clicked.connect(partial(self._chosen, code))
            self.tongues[code] = button
            tools.addWidget(button)
        self.larger = Big("A+", "quiet")
        self.larger.setAccessibleName(_("Larger text"))
        self.larger.clicked.connect(self.larger_wanted)
        tools.addWidget(self.larger)
        self._line.addLayout(tools)

    def _chosen(self, code: str, _on: object = None) -> None:
        self.spoken.emit(code)

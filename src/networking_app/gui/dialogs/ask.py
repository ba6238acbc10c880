"""The one question that is asked before what cannot be undone: it says what happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.layout import column, row
from networking_app.gui.widgets.text import Label

if TYPE_CHECKING:
    from collections.abc import Callable


class Ask(QDialog):
    """Title asks, text says what happens, the buttons say the verbs; the safe one has the focus."""

    def __init__(  # noqa: PLR0913 (all that a question says)
        self,
        question: str,
        text: str,
        verb: str,
        keep: str,
        act: Callable[[], None],
        *,
        icon: str = "triangle-alert",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(question)
        self.setAccessibleDescription(text)
        self.setMinimumWidth(look().px(look().sizes.dialog))
        self.do = Button(verb, "danger", icon=icon)
        self.do.clicked.connect(self.accept)
        self.keep = Button(keep)
        self.keep.clicked.connect(self.reject)
        self.accepted.connect(act)
        self.finished.connect(self.deleteLater)
        self.setLayout(
            column(
                Label(question, "h2", wrap=True),
                Label(text, "body", "text2", wrap=True),
                row(None, self.keep, self.do),
                gap=Space.ROOMY,
                margins=Space.WIDE,
            )
        )
        self.keep.setFocus()

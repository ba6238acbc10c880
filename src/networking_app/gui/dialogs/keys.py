"""The list of all keys of a page (F1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.layout import column, row, scrolled
from networking_app.gui.widgets.text import KeyFrame, Label
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from networking_app.gui.commands import Command


def keys_everywhere() -> tuple[tuple[str, str], ...]:
    """Keys that work on every page, with what they do."""
    return (
        ("Ctrl+K", _("Search and commands")),
        ("Ctrl+1…8", _("Go to a page")),
        ("Ctrl+Z", _("Undo")),
        ("Ctrl+Y", _("Redo")),
        ("F6", _("Next area")),
        ("Alt+←", _("Back to the page before")),
        ("Esc", _("Back one step")),
        ("F1", _("All keys")),
    )


class KeysDialog(QDialog):
    """Shows the keys of the page and those that work everywhere."""

    def __init__(
        self, title: str, commands: tuple[Command, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("All keys"))
        self.setMinimumSize(look().px(look().sizes.dialog), look().px(420))
        here = tuple((command.key, command.text) for command in commands if command.key)
        inside = QWidget()
        inside.setProperty("cls", "scrolled")
        parts = column(gap=Space.NORMAL)
        for heading, keys in ((title, here), (_("Everywhere"), keys_everywhere())):
            if keys:
                parts.addWidget(Label(heading, "h3"))
                parts.addLayout(_grid(keys))
        parts.addStretch(1)
        inside.setLayout(parts)
        close = Button(_("Close"), "main")
        close.clicked.connect(self.accept)
        self.setLayout(
            column((scrolled(inside), 1), row(None, close), gap=Space.NORMAL, margins=Space.WIDE)
        )
        close.setFocus()


def _grid(keys: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.ROOMY)
    grid.setVerticalSpacing(Space.SMALL)
    grid.setColumnStretch(1, 1)
    for number, (key, words) in enumerate(keys):
        grid.addWidget(KeyFrame(key), number, 0)
        grid.addWidget(Label(words), number, 1)
    return grid

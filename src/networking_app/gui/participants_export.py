"""Writes the lists of an event into files that a person chooses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from networking_app.gui.room import Room
    from networking_app.gui.widgets.button import Button

_ENDINGS = (".xlsx", ".pdf", ".csv")


class ListExport(QObject):
    """Behind a button: which list, which file, then the writing in the long lane."""

    def __init__(self, room: Room, button: Button, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self._button = button
        self._page = parent
        self.event_id = ""
        button.clicked.connect(self.choose_list)

    def choose_list(self) -> None:
        """Offer the lists there are."""
        menu = QMenu(self._page)
        for one in self._room.services.lists.all():
            menu.addAction(one.title()).triggered.connect(
                lambda _on=False, name=one.name: self.choose_file(name)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def choose_file(self, name: str) -> None:
        """Ask where a list is to be written and of which kind."""
        title = next(one.title() for one in self._room.services.lists.all() if one.name == name)
        kinds = ";;".join(
            (_("Excel workbook (*.xlsx)"), _("PDF document (*.pdf)"), _("Text table (*.csv)"))
        )
        folder = Path(self._room.preferences.now.last_folder or self._room.documents)
        chosen, kind = QFileDialog.getSaveFileName(
            self._page, _("Export {list}").format(list=title), str(folder / f"{title}.xlsx"), kinds
        )
        if chosen:
            self.write(name, with_ending(Path(chosen), kind))

    def write(self, name: str, out: Path) -> None:
        """Write a list into a file and say so."""
        if not self.event_id:
            return
        lists, event = self._room.services.lists, self.event_id
        self._button.set_busy(busy=True)

        def done(_counts: dict[str, int]) -> None:
            self._button.set_busy(busy=False)
            self._room.preferences.change(last_folder=str(out.parent))
            self._room.messages.toast(_("{file} saved").format(file=out.name))

        def failed(error: BaseException) -> None:
            self._button.set_busy(busy=False)
            self._room.messages.trouble(error, retry=lambda: self.write(name, out))

        self._room.tasks.run_long(
            self,
            lambda progress: lists.make(event, name, out, progress=progress),
            done=done,
            failed=failed,
            stopped=lambda: self._button.set_busy(busy=False),
        )


def with_ending(file: Path, kind: str) -> Path:
    """The file with the ending of the kind chosen, when it was typed without one."""
    if file.suffix.lower() in _ENDINGS:
        return file
    ending = next((one for one in _ENDINGS if one in kind), _ENDINGS[0])
    return file.with_name(file.name + ending)

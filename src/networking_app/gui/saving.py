"""Asks where a document is to be kept, and says afterwards that it was saved."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from networking_app.gui.room import Room

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST = 80  # letters of a proposed name, so that the path stays short enough for Windows


def ask_where(
    parent: QWidget, room: Room, name: str, ending: str, chosen: Callable[[Path], None]
) -> QFileDialog:
    """Show the save dialog, which asks before it overwrites; `chosen` is given the path.

    Args:
        parent: what the dialog belongs to.
        room: its settings know the folder used last.
        name: proposed, without ending; letters that file systems refuse are taken out.
        ending: such as ".pdf"; added where it is left out.
        chosen: not called when the dialog is cancelled.
    """
    folder = room.preferences.now.last_folder or str(room.documents)
    kind = _("{kind} files (*{ending})").format(kind=ending[1:].upper(), ending=ending)
    dialog = QFileDialog(parent, _("Save"), folder, kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending[1:])
    dialog.selectFile(file_name(name) + ending)

    def take() -> None:
        path = Path(dialog.selectedFiles()[0])
        room.preferences.change(last_folder=str(path.parent))
        chosen(path)

    dialog.accepted.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def write(path: Path, document: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        Trouble: the folder is missing, the disk is full, or the file is open elsewhere.
    """
    # slow import: it brings ReportLab
    from networking_app.documents.drawing import writing  # noqa: PLC0415

    with writing(path) as file:
        file.write(document)


def file_name(text: str) -> str:
    """A text as a name every file system takes, at most 80 letters."""
    kept = _UNSAFE.sub(" ", text)
    return " ".join(kept.split())[:_LONGEST].strip(" .") or "document"


def tell_saved(room: Room, path: Path) -> None:
    """Say that a file was saved, with a button that opens its folder."""
    room.messages.offer(
        _("{file} saved").format(file=path.name), _("Open folder"), lambda: open_folder(path)
    )


def open_folder(path: Path) -> None:
    """Show the folder of a file in the system's file browser."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

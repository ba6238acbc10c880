"""First step of an import: choose, drop or paste, with the spreadsheets saved lately at hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from networking_app.gui.icons import IconView
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.banner import Banner, Notice
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.card import ButtonCard, Card
from networking_app.gui.widgets.layout import box, column, empty, plain, row, scrolled
from networking_app.gui.widgets.states import ProgressStrip
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.wording import dates
from networking_app.wording.problems import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from networking_app.domain.problems import Problem
    from networking_app.gui.room import Room

ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt", ".htm", ".html")
_LATELY = frozenset({".xlsx", ".xls", ".ods", ".csv", ".tsv"})
_MOST = 5
_MOST_LOOKED_AT = 2000


class ChooseStep(QWidget):
    """`files_wanted(list of Path)` when files were chosen or dropped, `paste_wanted` for cells.

    `stop_wanted` while a file is being read.
    """

    files_wanted = Signal(object)
    paste_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.setAcceptDrops(True)
        self.choose = Button(_("Choose a file"), "main", icon="folder-open", key="Ctrl+O")
        self.choose.clicked.connect(self.choose_file)
        self.paste = Button(_("Paste copied cells"), icon="copy")
        self.paste.clicked.connect(self.paste_wanted)
        self._problems = column(gap=Space.SMALL)
        self._trouble = plain(self._problems)
        self._trouble.hide()
        self.strip = ProgressStrip("")
        self.strip.stopped.connect(self.stop_wanted)
        self.strip.hide()
        self._recent = column(gap=Space.SMALL)
        self._recent_card = Card(_("Saved lately"), plain(self._recent))
        self._recent_card.hide()
        inside = QWidget()
        inside.setProperty("cls", "scrolled")
        inside.setLayout(
            column(
                self._trouble,
                self.strip,
                self._drop_area(),
                self._recent_card,
                None,
                gap=Space.NORMAL,
            )
        )
        self.setLayout(column((scrolled(inside), 1), gap=0))

    def choose_file(self) -> None:
        """Ask for files."""
        pattern = " ".join(f"*{ending}" for ending in ENDINGS)
        last = self._room.preferences.now.last_folder or str(self._room.documents)
        kinds = (_("Spreadsheets ({pattern})").format(pattern=pattern), _("All files (*)"))
        chosen, _kind = QFileDialog.getOpenFileNames(
            self, _("Choose a file"), last, ";;".join(kinds)
        )
        if chosen:
            self.files_wanted.emit([Path(file) for file in chosen])

    def folders(self) -> list[Path]:
        """Where spreadsheets probably are."""
        places = QStandardPaths.StandardLocation
        standard = [
            QStandardPaths.writableLocation(place)
            for place in (places.DownloadLocation, places.DocumentsLocation)
        ]
        last = self._room.preferences.now.last_folder
        return [Path(folder) for folder in (last, *standard) if folder]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files from the computer."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        files = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        if files and self.choose.isEnabled():
            self.files_wanted.emit(files)

    def show_reading(self, name: str) -> None:
        """Say that a file is being read; it can be stopped."""
        self.show_problems(())
        self.strip.show_text(_("Reading {file}").format(file=name))
        self.strip.show()
        self.choose.setEnabled(False)
        self.paste.setEnabled(False)

    def show_ready(self) -> None:
        """Nothing is being read."""
        self.strip.hide()
        self.choose.setEnabled(True)
        self.paste.setEnabled(True)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say why nothing could be read."""
        empty(self._problems)
        self._trouble.setVisible(bool(problems))
        for problem in problems:
            self._problems.addWidget(Banner(Notice("bad", sentence(problem))))

    def show_recent(self, files: Sequence[tuple[Path, str]], zone: str) -> None:
        """Offer files: (file, when it was saved as ISO 8601 in UTC)."""
        empty(self._recent)
        self._recent_card.setVisible(bool(files))
        for file, saved in files:
            when = dates.day_and_time(saved, zone)
            card = ButtonCard(_("Import {file}").format(file=file.name))
            texts = column(
                Label(file.name, "strong", elide=True),
                Label(
                    _("{folder} · saved {when}").format(folder=file.parent.name, when=when),
                    "caption",
                    "text2",
                    elide=True,
                ),
                gap=0,
            )
            icon = IconView("file-spreadsheet", "text2", "icon_m")
            card.setLayout(
                row(icon, (texts, 1), gap=Space.NORMAL, margins=(Space.ROOMY, Space.SMALL))
            )
            card.clicked.connect(lambda file=file: self.files_wanted.emit([file]))
            self._recent.addWidget(card)

    def _drop_area(self) -> QWidget:
        middle = Qt.AlignmentFlag.AlignHCenter
        text = Label(
            _(
                "Excel, OpenDocument or csv, as it is: the headings are found, columns are "
                "recognised, and you see everything before it is imported."
            ),
            "body",
            "text2",
            wrap=True,
        )
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = Label(_("Drop a spreadsheet here"), "h3")
        return box(
            "sunken",
            column(
                (IconView("file-spreadsheet", "text3", "icon_empty"), 0, middle),
                (heading, 0, middle),
                row(None, (text, 6), None, gap=0),
                row(None, self.choose, self.paste, None),
                gap=Space.NORMAL,
                margins=Space.BIG,
            ),
        )


def saved_lately(folders: Iterable[Path]) -> list[tuple[Path, float]]:
    """The spreadsheets saved last in these folders, newest first, with their time stamps."""
    found: dict[Path, float] = {}
    for folder in dict.fromkeys(folders):
        try:
            for number, file in enumerate(folder.iterdir()):
                if number >= _MOST_LOOKED_AT:
                    break
                hidden = file.name.startswith((".", "~$"))
                if file.suffix.lower() in _LATELY and not hidden and file.is_file():
                    found[file] = file.stat().st_mtime
        except OSError:
            continue
    return sorted(found.items(), key=lambda one: -one[1])[:_MOST]

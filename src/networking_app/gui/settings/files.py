"""The event file: copies of it, going back to one, checking it; and what this program is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from networking_app import __version__
from networking_app.gui.dialogs.ask import Ask
from networking_app.gui.icons import IconView
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.card import Card
from networking_app.gui.widgets.layout import column, empty, line, plain, row
from networking_app.gui.widgets.marks import Pill, PillFace
from networking_app.gui.widgets.side_panel import Facts
from networking_app.gui.widgets.text import Label
from networking_app.support import resources
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import dates

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from networking_app.gui.room import Room
    from networking_app.services.workspace import CheckResult

_SHOWN = 5


class BackupCard(Card):
    """Copies of the event file: make one now, go back to one."""

    def __init__(self, room: Room) -> None:
        super().__init__(_("Backup"), fact=" ", gap=Space.NORMAL)
        self._room = room
        self._all = False
        self._copies: list[tuple[Path, datetime, int]] = []
        self.now = Button(_("Back up now"), "main", icon="hard-drive")
        self.now.clicked.connect(self._make)
        self.folder = Button(_("Open folder"), icon="folder-open")
        self.folder.clicked.connect(self._open_folder)
        said = _("A copy is made by itself each day the app is opened; every copy is checked.")
        self._list = column(gap=Space.SMALL)
        self.restores: list[Button] = []
        self.body.addWidget(Label(said, "body", "text2", wrap=True))
        self.body.addLayout(row(self.now, self.folder, None))
        self.body.addLayout(self._list)

    def reload(self) -> None:
        """Fetch the list of copies."""
        self.setVisible(self._room.office is not None)
        if self._room.office is None:
            return
        workspace = self._room.office.workspace

        def fetch() -> list[tuple[Path, datetime, int]]:
            found = ((copy, workspace.made_at(copy)) for copy in workspace.backups())
            return [(copy, at, copy.stat().st_size) for copy, at in found if at is not None]

        self._room.tasks.run(self, fetch, done=self.show_copies, lane="long")

    def show_copies(self, copies: list[tuple[Path, datetime, int]]) -> None:
        """List copies, newest first."""
        self._copies = copies
        self.restores = []
        empty(self._list)
        count = len(copies)
        self.show_title(
            _("Backup"), ngettext("{n} copy", "{n} copies", count).format(n=count) if count else ""
        )
        if not copies:
            self._list.addWidget(Label(_("There is no copy yet."), "body", "text2"))
        shown = copies if self._all else copies[:_SHOWN]
        for number, (copy, at, size) in enumerate(shown):
            if number:
                self._list.addWidget(line())
            self._list.addWidget(self._copy(copy, at, size))
        if len(shown) < count:
            more = Button(_("Show all {n}").format(n=count), "quiet")
            more.clicked.connect(self._show_all)
            self._list.addLayout(row(more, None))

    def _copy(self, copy: Path, at: datetime, size: int) -> QWidget:
        when = self._when(at)
        restore = Button(_("Go back to it"), icon="rotate-ccw")
        restore.setAccessibleName(_("Go back to it: {when}").format(when=when))
        restore.clicked.connect(partial(self._ask, copy, when))
        self.restores.append(restore)
        texts = column(Label(when, "strong"), Label(_size(size), "caption", "text2"), gap=0)
        return plain(row(IconView("database", "text2", "icon_m"), (texts, 1), restore,
                         gap=Space.NORMAL))  # fmt: skip

    def _when(self, at: datetime) -> str:
        here = at.astimezone(self._room.now().tzinfo).replace(tzinfo=None)
        return dates.day_and_time(here.isoformat(), "UTC")

    def _show_all(self) -> None:
        self._all = True
        self.show_copies(self._copies)

    def _make(self) -> None:
        office, now = self._room.services, self._room.now()
        self.now.set_busy(busy=True)
        self._room.tasks.run(
            self,
            lambda: office.workspace.daily_backup(now),
            done=self._made,
            failed=self._failed,
            lane="long",
        )

    def _made(self, file: Path) -> None:
        self.now.set_busy(busy=False)
        self._room.messages.toast(_("Backup made: {file}").format(file=file.name))
        self.reload()

    def _failed(self, error: BaseException) -> None:
        self.now.set_busy(busy=False)
        self._room.messages.trouble(error, self._make)

    def _open_folder(self) -> None:
        folder = self._room.services.workspace.path.parent / "backups"
        if not folder.is_dir():
            folder = folder.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _ask(self, copy: Path, when: str) -> None:
        path = self._room.services.workspace.path
        ask = Ask(
            _("Go back to the copy of {when}?").format(when=when),
            _(
                "What was done since then is no longer in {file}. The file as it is now is kept"
                " beside it under another name, so nothing is lost."
            ).format(file=path.name),
            _("Go back to this copy"),
            _("Keep it as it is"),
            partial(self._restore, copy),
            icon="rotate-ccw",
            parent=self.window(),
        )
        ask.open()

    def _restore(self, copy: Path) -> None:
        self._room.reopen(path=self._room.services.workspace.path, backup=copy, page="settings")


class FileCard(Card):
    """Where the event file is, and whether it is sound."""

    def __init__(self, room: Room) -> None:
        super().__init__(_("Event file"), gap=Space.NORMAL)
        self._room = room
        self.check = Button(_("Check the file"), icon="list-checks")
        self.check.clicked.connect(self._check)
        self.result = Pill("done", " ")
        self.result.hide()
        self.said = Label("", "body", "text2", wrap=True)
        self.said.hide()
        path = str(room.office.workspace.path) if room.office else ""
        self.body.addWidget(Facts((_("File"), path)))
        self.body.addLayout(row(self.check, self.result, None, gap=Space.NORMAL))
        self.body.addWidget(self.said)
        self.setVisible(room.office is not None)

    def show_result(self, found: CheckResult) -> None:
        """Say what a check found."""
        self.check.set_busy(busy=False)
        is_sound = not found.said
        text = _("The file is sound") if is_sound else _("The file is damaged")
        self.result.show_face(PillFace("done" if is_sound else "error", text))
        self.result.show()
        self.said.setVisible(not is_sound)
        if not is_sound:
            self.said.setText(_("Go back to a copy of before. Found: {what}").format(
                what="; ".join(found.said[:3])
            ))  # fmt: skip

    def _check(self) -> None:
        office = self._room.services
        self.check.set_busy(busy=True)
        self._room.tasks.run(
            self, office.workspace.check, done=self.show_result, failed=self._failed, lane="long"
        )

    def _failed(self, error: BaseException) -> None:
        self.check.set_busy(busy=False)
        self._room.messages.trouble(error)


class AboutCard(Card):
    """Version and licences."""

    def __init__(self) -> None:
        super().__init__(_("About"), gap=Space.NORMAL)
        self.licences = Button(_("Show licences"), icon="file-text")
        self.licences.clicked.connect(self._show)
        version = _("Networking App {version}").format(version=__version__)
        said = _("Free software under the MIT licence. No data leaves this computer by itself.")
        self.body.addWidget(Label(version, "strong"))
        self.body.addWidget(Label(said, "body", "text2", wrap=True))
        self.body.addLayout(row(self.licences, None))

    def _show(self) -> None:
        LicencesDialog(self.window()).open()


class LicencesDialog(QDialog):
    """What is bundled, and under which licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Licences"))
        self.finished.connect(self.deleteLater)
        folder = resources.folder()
        files = (folder / "LICENCES.md", *sorted(folder.glob("*/LICENSE*")),
                 *sorted(folder.glob("*/OFL*")))  # fmt: skip
        text = QPlainTextEdit("\n\n".join(file.read_text(encoding="utf-8") for file in files))
        text.setReadOnly(True)
        text.setAccessibleName(_("Licences"))
        close = Button(_("Close"), "main")
        close.clicked.connect(self.accept)
        self.setLayout(column((text, 1), row(None, close), gap=Space.ROOMY, margins=Space.WIDE))
        self.resize(look().px(look().sizes.reading), look().px(520))
        close.setFocus()


def _size(size: int) -> str:
    if size < 1_000_000:
        return _("{n} kB").format(n=max(1, round(size / 1000)))
    return _("{n} MB").format(n=f"{size / 1_000_000:.1f}")

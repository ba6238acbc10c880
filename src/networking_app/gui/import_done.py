"""Third step of an import: what became of the rows, and what can be done next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from networking_app.domain.imports import Outcome
from networking_app.gui.announce import announce
from networking_app.gui.icons import IconView
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.card import Card, StatTile
from networking_app.gui.widgets.layout import column, empty, plain, row, scrolled
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext

if TYPE_CHECKING:
    from networking_app.domain.history import UndoResult
    from networking_app.domain.imports import ImportReport
    from networking_app.gui.room import Room
    from networking_app.services.import_draft import ImportDraft


class DoneStep(QWidget):
    """Undoes the import and saves what was left out; `again_wanted` for another file."""

    again_wanted = Signal()

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._import: tuple[ImportDraft, ImportReport] | None = None
        self._heading = Label("", "h2", wrap=True)
        self._icon = IconView("circle-check", "ok_text", "icon_empty")
        self._line = Label("", "lead", "text2", wrap=True)
        self._tiles = row(gap=Space.NORMAL)
        self.save = Button(_("Save the left-out rows"), icon="download")
        self.save.clicked.connect(self.choose_where)
        self.undo = Button(_("Undo the whole import"), icon="undo-2")
        self.undo.clicked.connect(self.take_back)
        self.again = Button(_("Import another file"), "quiet")
        self.again.clicked.connect(self.again_wanted)
        top = Qt.AlignmentFlag.AlignTop
        card = Card(
            "",
            row(
                (self._icon, 0, top),
                (column(self._heading, self._line, gap=Space.TINY), 4),
                None,
                gap=Space.ROOMY,
            ),
            plain(self._tiles),
            row(self.save, self.undo, self.again, None),
            gap=Space.ROOMY,
        )
        inside = QWidget()
        inside.setProperty("cls", "scrolled")
        inside.setLayout(column(card, None, gap=0))
        self.setLayout(column((scrolled(inside), 1), gap=0))

    def show_report(self, draft: ImportDraft, report: ImportReport) -> None:
        """Show how it ended."""
        self._import = (draft, report)
        left_out = len(draft.left_out(report))
        new, updated = report.count(Outcome.NEW), report.count(Outcome.UPDATED)
        count = new + updated
        self._icon.show_icon("circle-check", "ok_text")
        if count:
            text = ngettext("{n} row imported", "{n} rows imported", count)
            self._heading.setText(text.format(n=count))
            self._line.setText(_("New guests have their ticket and badge codes already."))
        else:
            self._heading.setText(_("Everything was known already"))
            self._line.setText(_("The file says nothing new, so nothing was changed."))
        empty(self._tiles)
        for title, number, why in (
            (_("New"), new, _("registered now")),
            (_("Updated"), updated, _("said something new")),
            (_("Unchanged"), report.count(Outcome.UNCHANGED), _("known as they are")),
            (_("Left out"), left_out, _("not imported")),
        ):
            self._tiles.addWidget(StatTile(title, str(number), why), 1)
        self.save.setVisible(left_out > 0)
        self.undo.setVisible(bool(report.action))

    def take_back(self) -> None:
        """Undo the whole import."""
        if self._import is None or not self._import[1].action:
            return
        history, action = self._room.services.history, self._import[1].action
        self.undo.set_busy(busy=True)
        self._room.tasks.run(
            self, lambda: history.undo(action), done=self._show_undone, lane="long"
        )

    def choose_where(self) -> None:
        """Ask where the rows left out are to be written."""
        if self._import is None:
            return
        stem = Path(self._import[0].opened.names.partition(",")[0]).stem
        name = _("{file} - left out").format(file=stem)
        folder = Path(self._room.preferences.now.last_folder or self._room.documents)
        kinds = (_("Excel workbook (*.xlsx)"), _("Text table (*.csv)"))
        chosen, kind = QFileDialog.getSaveFileName(
            self, _("Save the left-out rows"), str(folder / f"{name}.xlsx"), ";;".join(kinds)
        )
        if chosen:
            out = Path(chosen)
            ending = ".csv" if ".csv" in kind else ".xlsx"
            self.save_to(out if out.suffix else out.with_suffix(ending))

    def save_to(self, out: Path) -> None:
        """Write the rows left out into a file."""
        if self._import is None:
            return
        draft, report = self._import

        def show(count: int) -> None:
            text = ngettext("{n} row saved in {file}", "{n} rows saved in {file}", count)
            self._room.messages.toast(text.format(n=count, file=out.name))

        self._room.tasks.run(self, lambda: draft.save_left_out(report, out), done=show, lane="long")

    def _show_undone(self, _result: UndoResult) -> None:
        self.undo.set_busy(busy=False)
        self._icon.show_icon("undo-2", "text2")
        self._heading.setText(_("The import was undone"))
        self._line.setText(_("The list of participants is as it was before."))
        self.undo.hide()
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._heading.text())

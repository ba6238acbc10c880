"""Second step of an import: columns left, report right; every change is checked anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from networking_app.domain.imports import ImportReport, Outcome
from networking_app.gui.import_columns import ColumnsCard
from networking_app.gui.import_report import ReportCard
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.layout import column, row
from networking_app.gui.widgets.states import ProgressStrip
from networking_app.services.import_draft import ImportDraft, place_of
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from networking_app.domain.event import Event
    from networking_app.domain.imports import Field
    from networking_app.domain.problems import Problem
    from networking_app.gui.room import Room


class CheckStep(QWidget):
    """`checked(ImportDraft, ImportReport)` after each preview; `stop_wanted` by its strip."""

    checked = Signal(object, object)
    stop_wanted = Signal()

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._event: Event | None = None
        self.draft: ImportDraft | None = None
        self._checking = False
        self._again = False
        self._running = False
        self.columns = ColumnsCard()
        self.report = ReportCard()
        self.strip = ProgressStrip("")
        self.strip.stopped.connect(self.stop_wanted)
        self.strip.hide()
        self.columns.matched.connect(self._match)
        self.report.used.connect(self._use)
        self.report.kept.connect(self._keep)
        self.report.left.connect(self._leave)
        self.setLayout(
            column(
                self.strip,
                (row((self.columns, 7), (self.report, 5), gap=Space.NORMAL), 1),
                gap=Space.NORMAL,
            )
        )

    def areas(self) -> tuple[QWidget, ...]:
        """Columns and report."""
        return self.columns, self.report

    def begin(self, event: Event, draft: ImportDraft) -> None:
        """Show what was opened and check it."""
        self._event, self.draft = event, None
        self.report.show_nothing()
        self._change(draft)

    def to_import(self, report: ImportReport) -> int:
        """How many rows an import would write."""
        return report.count(Outcome.NEW) + report.count(Outcome.UPDATED)

    def remembers(self) -> bool:
        """Whether the columns are to be remembered."""
        return self.columns.remember.isChecked()

    def is_busy(self) -> bool:
        """Whether a preview is on the way or the import runs."""
        return self._checking or self._running

    def show_running(self, name: str) -> None:
        """The import runs: nothing can be changed meanwhile."""
        self._running = True
        self.strip.show_text(_("Importing {file}").format(file=name))
        self.strip.stop.show()
        self.strip.show_progress(0, 0)
        self.strip.show()
        self.columns.setEnabled(False)
        self.report.setEnabled(False)
        self.strip.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, done: int, total: int) -> None:
        """How far the import is."""
        self.strip.show_progress(done, total)

    def show_ready(self) -> None:
        """The import has ended or was stopped."""
        self._running = False
        self.strip.hide()
        self.columns.setEnabled(True)
        self.report.setEnabled(True)

    def _match(self, number: int, column_: int, field: Field) -> None:
        if self.draft is not None:
            self._change(self.draft.matched(number, column_, field))

    def _use(self, problem: Problem, value: str) -> None:
        if self.draft is not None:
            self._change(self.draft.used(problem, value))

    def _keep(self, problem: Problem) -> None:
        """Nothing needs to be read anew: the problem only goes from the list."""
        if self.draft is None:
            return
        self.draft = self.draft.keeping(problem)
        if not self._checking and self.report.report is not None:
            self._show(self.draft, self.report.report)

    def _leave(self, problem: Problem) -> None:
        if self.draft is not None:
            self._change(self.draft.without(place_of(problem)))

    def _change(self, draft: ImportDraft) -> None:
        self.draft = draft
        self.columns.show_opened(draft.opened)
        self._check()

    def _check(self) -> None:
        """Preview in the background; what changes meanwhile is previewed after it."""
        draft, event = self.draft, self._event
        if draft is None or event is None:
            return
        if self._checking:
            self._again = True
            return
        self._checking, self._again = True, False
        imports = self._room.services.imports
        self.strip.show_text(_("Checking the rows"))
        self.strip.stop.hide()
        self.strip.show_progress(0, 0)
        self.strip.setVisible(self.report.report is None)
        self._room.tasks.run(
            self,
            lambda: imports.preview(event.id, draft.opened),
            done=self._came,
            failed=self._failed,
            lane="long",
        )

    def _came(self, report: ImportReport) -> None:
        self._checking = False
        self.strip.hide()
        if self._again:
            self._check()
        elif self.draft is not None:
            self._show(self.draft, report)

    def _show(self, draft: ImportDraft, report: ImportReport) -> None:
        self.report.show_report(draft, report)
        self.checked.emit(draft, report)

    def _failed(self, error: BaseException) -> None:
        self._checking = False
        self.strip.hide()
        self._room.messages.trouble(error, retry=self._check)

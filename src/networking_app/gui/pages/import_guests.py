"""Import: from a spreadsheet to participants in three steps, without a trace until the last."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from networking_app.gui.announce import announce
from networking_app.gui.commands import Command
from networking_app.gui.import_check import CheckStep
from networking_app.gui.import_choose import ChooseStep, saved_lately
from networking_app.gui.import_done import DoneStep
from networking_app.gui.machine import sources
from networking_app.gui.page import Page
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.scaffold import Scaffold
from networking_app.gui.widgets.states import Steps
from networking_app.gui.widgets.text import KeyFrame, Label
from networking_app.services.import_draft import ImportDraft
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording.problems import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from networking_app.domain.event import Event
    from networking_app.domain.imports import ImportReport
    from networking_app.gui.room import Room
    from networking_app.gui.tasks import Progress, Work
    from networking_app.services.imports import Opened

ICON = "upload"
ORDER = 0
UNDER = "participants"
TOPICS = frozenset({"event"})
PARTICIPANTS = "participants"
CHOOSE, CHECK, DONE = 0, 1, 2


def TITLE() -> str:
    """Title of the page."""
    return _("Import participants")


class ImportPage(Page):
    """Choose a file, match and check, done."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self.event_: Event | None = None
        self.step = CHOOSE
        self.report: ImportReport | None = None
        self._draft: ImportDraft | None = None
        self._work: Work | None = None
        self._files: tuple[str, ...] = ()
        self.steps = Steps((_("Choose the file"), _("Match and check"), _("Done")))
        self.choose = ChooseStep(room)
        self.check = CheckStep(room)
        self.done = DoneStep(room)
        self.stack = QStackedWidget()
        for part in (self.choose, self.check, self.done):
            self.stack.addWidget(part)
        self._build()
        self._listen()
        self.set_commands(*_commands(self))
        self._go(CHOOSE)

    def reload(self) -> None:
        """Fetch which event it is, and which spreadsheets were saved lately."""
        services, folders = self.room.services, self.choose.folders()

        def fetch() -> tuple[Event, list[tuple[Path, float]]]:
            return services.events.current(), saved_lately(folders)

        def show(found: tuple[Event, list[tuple[Path, float]]]) -> None:
            self.event_, files = found
            stamps = [(f, datetime.fromtimestamp(at, UTC).isoformat()) for f, at in files]
            self.choose.show_recent(stamps, self.event_.zone)

        self.room.tasks.run(self, fetch, done=show)

    def came(self, **what: Any) -> None:
        """Begin with the `files` given, if there are any; what was done before stays else."""
        if files := what.get("files"):
            self.open_files(tuple(Path(file) for file in files))
        elif self.step == DONE:
            self.begin()

    def first_focus(self) -> QWidget | None:
        """The button that goes on."""
        return self.choose.choose if self.step == CHOOSE else self.main

    def areas(self) -> tuple[QWidget, ...]:
        """The step and the bar."""
        step = self.check.areas() if self.step == CHECK else (self.stack,)
        return (*step, self.main)

    def begin(self) -> None:
        """Start anew."""
        self._stop()
        self._draft = self.report = None
        self.choose.show_problems(())
        self._go(CHOOSE)

    def open_files(self, files: Sequence[Path]) -> None:
        """Read files in the background and go on to the second step."""
        imports = self.room.services.imports
        self.room.preferences.change(last_folder=str(files[0].parent))
        self._files = sources.read(files)
        name = ", ".join(file.name for file in files)
        self._read(name, lambda progress: imports.open(files, progress.cancelled))

    def paste(self) -> None:
        """Read the cells on the clipboard."""
        text = QGuiApplication.clipboard().text()
        imports, self._files = self.room.services.imports, ()
        name = _("Pasted cells")
        self._read(name, lambda _progress: imports.paste(text, name))

    def go_on(self) -> None:
        """Do what the main button says."""
        if self.step == CHOOSE:
            self.choose.choose_file()
        elif self.step == CHECK:
            self._run()
        else:
            self.room.navigate(PARTICIPANTS)

    def go_back(self) -> None:
        """One step back: stop what runs, or begin anew, or leave."""
        if self._work is not None and self._work.is_running():
            self._stop()
        elif self.step == CHOOSE:
            self.room.navigate(PARTICIPANTS)
        else:
            self.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc goes back."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.main.isEnabled():
            self.main.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.frame = Scaffold(self.room.messages, TITLE(), page=self)
        self.frame.content(self.steps, (self.stack, 1))
        self.back = Button(_("Back"))
        self.note = Label("", "caption", "text2", elide=True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.cancel = Button(_("Cancel"), "quiet")
        self.main = Button("", "main", key="Enter")
        self.escape = KeyFrame("Esc")
        self.frame.bottom(self.back, (self.note, 1), self.cancel, self.escape, self.main)

    def _listen(self) -> None:
        self.choose.paste_wanted.connect(self.paste)
        self.choose.files_wanted.connect(self.open_files)
        self.choose.stop_wanted.connect(self._stop)
        self.check.checked.connect(self._checked)
        self.check.stop_wanted.connect(self._stop)
        self.done.again_wanted.connect(self.begin)
        self.back.clicked.connect(self.begin)
        self.cancel.clicked.connect(self.go_back)
        self.main.clicked.connect(self.go_on)

    def _go(self, step: int) -> None:
        """Show a step and what the bar offers in it."""
        self.step = step
        self.steps.go(step)
        self.stack.setCurrentIndex(step)
        self.back.setVisible(step == CHECK)
        self.cancel.setVisible(step != DONE)
        self.escape.setVisible(step != DONE)
        self.note.setText("")
        self.main.setVisible(step != CHOOSE)
        self.main.show_text(_("Go to participants") if step == DONE else _("Import"))
        self.main.set_on()
        self.choose.show_ready()
        if self.isVisible() and (goal := self.first_focus()) is not None:
            goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, name: str, call: Callable[[Progress], Opened]) -> None:
        self._stop()
        self._go(CHOOSE)
        self.choose.show_reading(name)
        self._work = self.room.tasks.run_long(
            self, call, done=self._opened, failed=self._failed, stopped=self.choose.show_ready
        )

    def _opened(self, opened: Opened) -> None:
        self.choose.show_ready()
        if not any(source.table.rows for source in opened.sources) or self.event_ is None:
            self.choose.show_problems(opened.problems)
            self.choose.choose.setFocus(Qt.FocusReason.OtherFocusReason)
            for problem in opened.problems[:1]:
                announce(self, sentence(problem), urgent=True)
            return
        self._go(CHECK)
        self.main.set_off(_("The rows are being checked"))
        self.check.begin(self.event_, ImportDraft.of(opened))

    def _failed(self, error: BaseException) -> None:
        self.choose.show_ready()
        self.room.messages.trouble(error)

    def _checked(self, draft: ImportDraft, report: ImportReport) -> None:
        """A preview has come: say what the import would do."""
        if self.step != CHECK:
            return
        self._draft, self.report = draft, report
        left = len(draft.left_out(report))
        count = self.check.to_import(report)
        text = ngettext("Import {n} row", "Import {n} rows", count).format(n=count)
        self.main.show_text(text if count else _("Finish"))
        self.main.set_on()
        self.note.setText(
            ngettext(
                "{n} row is left out; you can save it to a file of its own afterwards",
                "{n} rows are left out; you can save them to a file of their own afterwards",
                left,
            ).format(n=left)
            if left
            else ""
        )
        if self.isVisible() and self.focusWidget() is None:
            self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _run(self) -> None:
        draft, event = self._draft, self.event_
        if draft is None or event is None or self.check.is_busy():
            return
        imports, remember = self.room.services.imports, self.check.remembers()
        self.main.set_off(_("The import is running"))
        self.back.setEnabled(False)
        self.check.show_running(draft.opened.names)

        def call(progress: Progress) -> ImportReport:
            def told(done: int, total: int) -> bool:
                progress.report(done, total)
                return not progress.cancelled()

            return imports.run(event.id, draft.opened, told, remember=remember)

        self._work = self.room.tasks.run_long(
            self,
            call,
            done=self._imported,
            failed=self._import_failed,
            stopped=self._import_stopped,
            progressed=self.check.show_progress,
        )

    def _imported(self, report: ImportReport) -> None:
        self._ended()
        sources.remember(self.room.preferences, self._files)
        self.report = report
        if self._draft is not None:
            self.done.show_report(self._draft, report)
        self._go(DONE)

    def _import_failed(self, error: BaseException) -> None:
        self._ended()
        self.room.messages.trouble(error, retry=self._run)

    def _import_stopped(self) -> None:
        self._ended()
        self.room.messages.toast(_("The import was stopped; nothing was changed"), icon="info")
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ended(self) -> None:
        self.check.show_ready()
        self.back.setEnabled(True)
        self.main.set_on()

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()


def _commands(page: ImportPage) -> tuple[Command, ...]:
    return (
        Command(_("Choose a file"), page.choose.choose_file, "Ctrl+O", "folder-open"),
        Command(_("Paste copied cells"), page.paste, "Ctrl+V", "copy", bind=True),
        Command(_("Go on"), page.go_on, "Enter", "arrow-right"),
        Command(_("Back or cancel"), page.go_back, "Esc", "x"),
    )


PAGE = ImportPage

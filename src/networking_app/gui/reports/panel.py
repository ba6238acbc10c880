"""The side of the reports page: the real first page, language and columns, and the buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from networking_app.gui.icons import IconView
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.flow import Flow
from networking_app.gui.widgets.form import Field
from networking_app.gui.widgets.layout import column, plain, row
from networking_app.gui.widgets.marks import Chip
from networking_app.gui.widgets.pdf_preview import PdfPreview
from networking_app.gui.widgets.side_panel import SidePanel
from networking_app.gui.widgets.states import ProgressStrip
from networking_app.gui.widgets.text import Label
from networking_app.support import i18n
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from networking_app.documents.lists.definition import AttendeeList
    from networking_app.gui.reports.making import Paper
    from networking_app.gui.tasks import Tasks
    from networking_app.services.lists import ListState

NAMES = {"en": "English", "fi": "Suomi", "sv": "Svenska"}
"""Languages call themselves by their own names."""
_LEAST, _OTHERS = 250, 410  # height of the preview, and of what stands around it, at 100 %
_HEAD = 44  # height of the buttons above the page


class ReportPanel(SidePanel):
    """`changed` when another document is wanted; `fix_wanted(registration)` for lacking data."""

    changed = Signal()
    fix_wanted = Signal(str)
    wide = True

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.report: AttendeeList | None = None
        self._state: ListState | None = None
        self._shape = 1.414
        self._lacking = ""
        self.preview = PdfPreview(tasks)
        self.language = QComboBox()
        for language in i18n.languages():
            self.language.addItem(NAMES.get(language, language), language)
        self.language.setCurrentIndex(max(self.language.findData(i18n.current()), 0))
        self.language.currentIndexChanged.connect(self.changed)
        self.chips: dict[str, Chip] = {}
        self._chips = Flow(gap=Space.SMALL)
        self._warning = Label("", "caption_strong", "warn_text", wrap=True)
        self.fix = Button(_("Fix"), "quiet")
        self.fix.clicked.connect(lambda: self.fix_wanted.emit(self._lacking))
        self.lacks = plain(
            row(IconView("triangle-alert", "warn_text", "icon"), (self._warning, 1), self.fix)
        )
        self.progress = ProgressStrip(_("Drawing the list"))
        self.progress.hide()
        for thing in (
            self.preview, self.progress, self.lacks, Field(_("Language of the document"),
                                                           self.language),
            plain(column(Label(_("Columns"), "caption_strong", "text2"), plain(self._chips))),
        ):  # fmt: skip
            self.body.addWidget(thing)
        self._add_buttons()

    def show_report(self, report: AttendeeList, state: ListState | None) -> None:
        """Show a list's options; its usual columns are on."""
        self.report = report
        self.show_title(report.title(), report.description())
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.chips = {}
        for shown in report.available():
            chip = Chip(shown.heading, on=shown.field in report.chosen)
            chip.toggled.connect(lambda _on: self._columns_changed())
            self.chips[shown.field] = chip
            self._chips.addWidget(chip)
        self.preview.page = 0
        self.show_state(state)

    def show_state(self, state: ListState | None) -> None:
        """Say what is lacking in the columns shown, and whether there is anybody."""
        if self.report is None or state is None:
            return
        self._state = state
        found = next(
            ((field, keys) for field, keys in state.lacking.items()
             if keys and field in self.fields()), ("", ()),
        )  # fmt: skip
        field, keys = found
        self._lacking = keys[0] if keys else ""
        self.lacks.setVisible(bool(keys))
        self._warning.setText(_lacking(field, len(keys)))
        self.fix.setAccessibleDescription(self._warning.text())
        for button in (self.save, self.print, self.excel, self.csv):
            if state.lines:
                button.set_on()
            else:
                button.set_off(_("There is nobody on this list yet"))

    def fields(self) -> tuple[str, ...]:
        """The columns chosen, in the usual order."""
        return tuple(field for field, chip in self.chips.items() if chip.isChecked())

    def language_chosen(self) -> str:
        """The language of the document, two letters."""
        return str(self.language.currentData())

    def show_making(self, done: int, total: int) -> None:
        """Show how far drawing is."""
        self.progress.setVisible(done < total)
        self.progress.show_progress(done, total)

    def show_paper(self, paper: Paper) -> None:
        """Show the document."""
        self.progress.hide()
        self._shape = paper.shape
        self._fit_preview()
        name = self.report.title() if self.report is not None else ""
        self.preview.show_pdf(paper.pdf, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page the height the options leave."""
        super().resizeEvent(event)
        self._fit_preview()

    def _fit_preview(self) -> None:
        """As tall as the page asks for in this width, as far as there is room."""
        whole = round((self.width() - Space.PAGE - Space.NORMAL) * self._shape) + look().px(_HEAD)
        room = max(look().px(_LEAST), self.height() - look().px(_OTHERS))
        self.preview.setFixedHeight(min(whole, room))

    def _columns_changed(self) -> None:
        if not self.fields():
            first = next(iter(self.chips.values()))
            first.setChecked(True)  # a list without columns says nothing
            return
        self.show_state(self._state)
        self.changed.emit()

    def _add_buttons(self) -> None:
        self.save = Button(_("Save PDF"), "main", icon="download", key="Ctrl+S")
        self.print = Button(_("Print"), icon="printer", tip="Ctrl+P")
        self.excel = Button(_("Excel"), icon="file-spreadsheet")
        self.csv = Button(_("CSV"), icon="table-2")
        self.foot.addWidget(self.save)
        self.foot.addWidget(plain(Flow(self.print, self.excel, self.csv)))


def _lacking(field: str, count: int) -> str:
    if field == "email":
        text = ngettext("{n} guest has no e-mail", "{n} guests have no e-mail", count)
    else:
        text = ngettext("{n} guest has no organisation", "{n} guests have no organisation", count)
    return text.format(n=count)

"""The right side of the badges page: paper, first free label, numbers, print and PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from networking_app.gui.badges.boxes import Boxes
from networking_app.gui.icons import IconView
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.cell_grid import CellGrid
from networking_app.gui.widgets.form import Field
from networking_app.gui.widgets.layout import box, column, plain, row, scrolled
from networking_app.gui.widgets.states import ProgressStrip
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import badges as wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from networking_app.services.badges import Badges


class Paper(QWidget):
    """On what it is printed, and the buttons that do it.

    `changed` when paper or start changes; `came_out(bool)` answers "Did they come out?".
    """

    changed = Signal()
    came_out = Signal(bool)

    def __init__(self, badges: Badges, wanted: str, parent: QWidget | None = None) -> None:
        """`wanted` names the paper used last."""
        super().__init__(parent)
        self._badges = badges
        self._wanted = wanted or badges.sheets()[0]
        self.sheet = QComboBox()
        self.sheet.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.field = Field(_("Paper"), self.sheet)
        self.grid = CellGrid()
        self._start = Label("", "caption", "text2", wrap=True)
        self._starts = plain(
            column(Label(_("Start at label"), "caption_strong", "text2"), self.grid, self._start)
        )
        self.boxes = Boxes()
        self.facts = Label("", "body", "text2", wrap=True)
        self.progress = ProgressStrip(_("Drawing badges"))
        self.progress.hide()
        self.print = Button(_("Print"), "main", icon="printer", key="Ctrl+P")
        self.save = Button(_("PDF"), icon="download", key="Ctrl+S")
        self.test = Button(_("Test page"), tip=_("Prints the difficult names alone"))
        self.question = Question(self.came_out.emit)
        inside = QWidget()
        inside.setProperty("cls", "scrolled")
        inside.setLayout(
            column(
                Label(_("Print on"), "h3"), self.field, self._starts, self.boxes, None,
                gap=Space.NORMAL, margins=(0, 0, Space.SMALL, 0),
            )
        )  # fmt: skip
        self.setLayout(
            column(
                (scrolled(inside), 1),
                self.question,
                self.progress,
                self.facts,
                self.print,
                row((self.save, 1), (self.test, 1)),
                gap=Space.NORMAL,
            )
        )
        self.sheet.currentIndexChanged.connect(self._sheet_chosen)
        self.grid.chosen.connect(self._start_chosen)
        self._turn(_("The badges are being drawn"))

    def sheet_name(self) -> str:
        """The paper chosen."""
        return str(self.sheet.currentData() or "")

    def show_layout(self, layout: str) -> None:
        """Offer the papers this layout fits; the one wished for stays where it fits."""
        fitting = self._badges.fitting(layout)
        self.sheet.blockSignals(True)
        self.sheet.clear()
        for name in fitting:
            self.sheet.addItem(wording.sheet_title(name), name)
        self.sheet.setCurrentIndex(max(self.sheet.findData(self._wanted), 0))
        self.sheet.blockSignals(False)
        fits = self._wanted in fitting
        title = wording.sheet_title(self._wanted)
        hint = _("{paper} is too small for this layout").format(paper=title)
        self.field.show_hint("" if fits else hint)
        self._show_places()

    def show_making(self, done: int, total: int) -> None:
        """Say that badges are being drawn."""
        self.progress.show()
        self.progress.show_progress(done, total)
        self._turn(_("The badges are being drawn"))

    def show_samples(self, badges: int) -> None:
        """Say how many badges there will be."""
        words = ngettext("Print {n} badge", "Print {n} badges", badges).format(n=badges)
        self.print.show_text(words if badges else _("Print"))
        self.boxes.show_badges(badges)
        self.facts.setText("")
        if not badges:
            self.progress.hide()
            self._turn(_("There is no badge to print"))

    def show_made(self, pages: int, places: int) -> None:
        """Say how many pages it takes; now it can be printed."""
        self.progress.hide()
        text = (
            ngettext("{n} sheet", "{n} sheets", pages)
            if places > 1
            else ngettext("{n} label", "{n} labels", pages)
        )
        self.facts.setText(text.format(n=pages))
        self._turn("")

    def show_stopped(self) -> None:
        """Say that drawing was stopped."""
        self.progress.hide()
        self.facts.setText(_("Drawing was stopped; change something to draw again"))
        self._turn(_("Drawing was stopped"))

    def _turn(self, reason: str) -> None:
        for button in (self.print, self.save, self.test):
            if reason:
                button.set_off(reason)
            else:
                button.set_on()

    def _sheet_chosen(self) -> None:
        self._wanted = self.sheet_name() or self._wanted
        self.field.show_hint("")
        self._show_places()
        self.changed.emit()

    def _show_places(self) -> None:
        name = self.sheet_name()
        columns, rows = self._badges.grid(name)
        if (columns, rows) != (self.grid.columns, self.grid.rows):
            self.grid.show_grid(columns, rows)
        self._starts.setVisible(columns * rows > 1)
        self._tell_start()

    def _start_chosen(self) -> None:
        self._tell_start()
        self.changed.emit()

    def _tell_start(self) -> None:
        used = self.grid.place
        text = ngettext("{n} label is used already", "{n} labels are used already", used)
        self._start.setText(text.format(n=used) if used else _("The first sheet is unused"))


class Question(QWidget):
    """Asks, without stopping anything, whether the badges came out of the printer."""

    def __init__(self, answer: Callable[[bool], None]) -> None:
        super().__init__()
        self._words = Label("", "strong", "warn_text", wrap=True)
        self.yes = Button(_("Yes, all"), icon="check")
        self.no = Button(_("No"), tip=_("They are not noted as printed"))
        self.yes.clicked.connect(lambda: answer(True))
        self.no.clicked.connect(lambda: answer(False))
        self.setLayout(
            column(
                box(
                    "banner_warn",
                    column(
                        row(IconView("circle-question-mark", "warn_text", "icon_m"),
                            (self._words, 1)),
                        row(self.yes, self.no, None),
                        margins=(Space.NORMAL, Space.TIGHT),
                    ),
                )
            )
        )  # fmt: skip
        self.hide()

    def ask(self, badges: int) -> None:
        """Ask about so many badges."""
        text = ngettext("Did the badge come out?", "Did the {n} badges come out?", badges).format(
            n=badges
        )
        self._words.setText(text)
        self.setAccessibleName(text)
        self.show()

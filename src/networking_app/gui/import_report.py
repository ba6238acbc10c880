"""Second step of an import, right: what will become of the rows, and problems mended in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QWidget

from networking_app.domain.imports import Kind, Outcome, RowResult
from networking_app.domain.problems import Severity
from networking_app.gui.icons import IconView
from networking_app.gui.models.rows import RowsModel
from networking_app.gui.models.table import Column
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.card import Card
from networking_app.gui.widgets.form import Segmented
from networking_app.gui.widgets.layout import column, empty, line, plain, row, scrolled
from networking_app.gui.widgets.marks import Pill, PillFace
from networking_app.gui.widgets.table import Table
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext, pgettext
from networking_app.wording import imports as words
from networking_app.wording import problems as wording

if TYPE_CHECKING:
    from networking_app.domain.imports import ImportReport
    from networking_app.domain.problems import Problem
    from networking_app.services.import_draft import ImportDraft

_PAGE = 30
_KINDS = {
    Outcome.NEW: "done",
    Outcome.UPDATED: "done",
    Outcome.UNCHANGED: "neutral",
    Outcome.SKIPPED: "info",
    Outcome.PROBLEM: "error",
}
_PEOPLE = frozenset({Kind.SAME_NAME, Kind.SAME_EMAIL})
_PROBLEMS, _ALL = "problems", "all"


class ReportCard(Card):
    """Counts, then the problems, or all rows.

    `used(Problem, text)`, `kept(Problem)` and `left(Problem)` ask for the mending.
    """

    used = Signal(object, str)
    kept = Signal(object)
    left = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.show_which = Segmented(
            _("Rows"), ((_PROBLEMS, _("To check")), (_ALL, _("All rows"))), _PROBLEMS
        )
        super().__init__(" ", right=(self.show_which,), gap=Space.SMALL, parent=parent)
        self._pills = row(gap=Space.SNUG)
        self._list = column(gap=Space.SMALL)
        self._shown = _PAGE
        self._now: tuple[ImportDraft, ImportReport] | None = None
        self.model = RowsModel(_columns(), _row_id)
        self.table = Table(self.model, _("Rows of the file"))
        inside = QWidget()
        inside.setProperty("cls", "scrolled")
        inside.setLayout(column(plain(self._list), None, gap=0, margins=(0, 0, Space.SMALL, 0)))
        self._stack = QStackedLayout()
        self.body.addWidget(plain(self._pills))
        self.body.addWidget(line())
        self.body.addLayout(self._stack, 1)
        self._stack.addWidget(scrolled(inside))
        self._stack.addWidget(self.table)
        self.body.addLayout(
            row(
                IconView("undo-2", "text2", "icon_s"),
                (Label(_("The whole import can be undone."), "caption", "text2", wrap=True), 1),
            )
        )
        self.show_which.chosen.connect(self._choose)

    def show_report(self, draft: ImportDraft, report: ImportReport) -> None:
        """Show what would become of the rows now."""
        self._now = (draft, report)
        count = len(report.results)
        self.show_title(ngettext("{n} row", "{n} rows", count).format(n=count))
        problems = draft.to_check(report)
        self._show_pills(report, sum(1 for p in problems if p.severity is Severity.WARNING))
        self.model.show_rows(report.results)
        self._show_problems(draft, report, problems)

    @property
    def report(self) -> ImportReport | None:
        """The report shown."""
        return self._now[1] if self._now is not None else None

    def show_nothing(self) -> None:
        """Nothing was checked yet."""
        self._now = None
        self._shown = _PAGE
        self.show_title(" ")
        empty(self._pills)
        empty(self._list)
        self.model.show_rows(())

    def _choose(self, which: str) -> None:
        self._stack.setCurrentIndex(1 if which == _ALL else 0)

    def _show_pills(self, report: ImportReport, to_check: int) -> None:
        empty(self._pills)
        for outcome in Outcome:
            count = report.count(outcome)
            if count:
                self._pills.addWidget(Pill(_KINDS[outcome], words.outcome(outcome, count)))
            if outcome is Outcome.UNCHANGED and to_check:
                text = ngettext("{n} to check", "{n} to check", to_check).format(n=to_check)
                self._pills.addWidget(Pill("warning", text))
        self._pills.addStretch(1)

    def _show_problems(
        self, draft: ImportDraft, report: ImportReport, problems: list[Problem]
    ) -> None:
        empty(self._list)
        for problem in report.problems:
            self._list.addLayout(_told(problem))
        names = {(one.file, one.sheet, one.row): one.name for one in report.results}
        for number, problem in enumerate(problems[: self._shown]):
            if number:
                self._list.addWidget(line())
            name = names.get((problem.file, problem.sheet, problem.row), "")
            card = ProblemRow(problem, name, can_correct=draft.can_correct(problem))
            card.used.connect(self.used)
            card.kept.connect(self.kept)
            card.left.connect(self.left)
            self._list.addWidget(card)
        hidden = len(problems) - self._shown
        if hidden > 0:
            more = Button(ngettext("Show {n} more", "Show {n} more", hidden).format(n=hidden))
            more.clicked.connect(self._show_more)
            self._list.addLayout(row(more, None))
        if not problems:
            self._list.addLayout(
                row(
                    IconView("circle-check", "ok_text", "icon_m"),
                    (Label(_("Nothing left to check"), "body", wrap=True), 1),
                )
            )

    def _show_more(self) -> None:
        self._shown += 3 * _PAGE
        if self._now is not None:
            self.show_report(*self._now)


class ProblemRow(QWidget):
    """One problem: what it is and the ways out of it."""

    used = Signal(object, str)
    kept = Signal(object)
    left = Signal(object)

    def __init__(
        self,
        problem: Problem,
        name: str,
        *,
        can_correct: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._problem = problem
        error = problem.severity is Severity.ERROR
        icon = IconView(
            "circle-x" if error else "triangle-alert",
            "bad_text" if error else "warn_text",
            "icon_m",
        )
        place = _("Row {row}").format(row=problem.row)
        head = f"{place} · {name}" if name else place
        sentence = Label(wording.sentence(problem), "body", wrap=True)
        texts = column(Label(head, "strong", elide=True), sentence, gap=Space.HAIR)
        self.field: QLineEdit | None = None
        if can_correct:
            texts.addLayout(self._correction(problem, head))
        texts.addLayout(self._buttons(problem, head, error=error))
        self.setLayout(row((icon, 0, Qt.AlignmentFlag.AlignTop), (texts, 1), gap=Space.TIGHT))
        self.setAccessibleName(f"{head}: {sentence.text()}")

    def _correction(self, problem: Problem, head: str) -> QHBoxLayout:
        meant = problem.suggestion if problem.kind != Kind.SAME_EMAIL else ""
        self.field = QLineEdit(meant or problem.value)
        self.field.setAccessibleName(_("Right text, {place}").format(place=head))
        self.field.setCursorPosition(0)
        self.field.returnPressed.connect(self._use)
        label = _same() if problem.kind == Kind.ORGANISATION_SIMILAR else _("Use")
        self.use = Button(label)
        self.use.setAccessibleDescription(head)
        self.use.clicked.connect(self._use)
        return row((self.field, 1), self.use)

    def _buttons(self, problem: Problem, head: str, *, error: bool) -> QHBoxLayout:
        buttons = row(gap=0)
        if not error:
            keep = Button(_keep(problem), "quiet")
            keep.setAccessibleDescription(head)
            keep.clicked.connect(lambda: self.kept.emit(problem))
            buttons.addWidget(keep)
        leave = Button(_("Leave the row out"), "quiet")
        leave.setAccessibleDescription(head)
        leave.clicked.connect(lambda: self.left.emit(problem))
        buttons.addWidget(leave)
        buttons.addStretch(1)
        return buttons

    def _use(self) -> None:
        if self.field is not None:
            self.used.emit(self._problem, self.field.text().strip())


def _same() -> str:
    return pgettext("organisation", "Same")


def _keep(problem: Problem) -> str:
    if problem.kind in _PEOPLE:
        return _("Two people")
    if problem.kind == Kind.ORGANISATION_SIMILAR:
        return pgettext("organisation", "It is another one")
    return _("Keep as it is")


def _told(problem: Problem) -> QHBoxLayout:
    error = problem.severity is Severity.ERROR
    icon = IconView("circle-x" if error else "info", "bad_text" if error else "text2", "icon")
    text = Label(wording.sentence(problem), "body", "text2", wrap=True)
    return row((icon, 0, Qt.AlignmentFlag.AlignTop), (text, 1), gap=Space.TIGHT)


def _row_id(result: RowResult) -> str:
    return f"{result.file}\n{result.sheet}\n{result.row}"


def _columns() -> tuple[Column[RowResult], ...]:
    return (
        Column("row", _("Row"), lambda one: str(one.row), sort=lambda one: one.row, width=60,
               right=True),
        Column("name", _("Name"), lambda one: one.name or "–", width=150, stretch=True,
               strong=True),
        Column("outcome", _("Result"), lambda one: words.outcome_word(one.outcome),
               pill=lambda one: PillFace(_KINDS[one.outcome], words.outcome_word(one.outcome)),
               sort=lambda one: list(Outcome).index(one.outcome), width=140),
        Column("problem", _("Why"), lambda one: wording.sentence(one.problems[0])
               if one.problems else "", width=260, can_sort=False),
    )  # fmt: skip

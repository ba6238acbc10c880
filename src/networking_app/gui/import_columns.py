"""Second step of an import, left: what each column means, and how the first guests will look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QSizePolicy, QWidget

from networking_app.domain.imports import Field, Found
from networking_app.domain.names import listed
from networking_app.domain.registration import Purpose
from networking_app.exchange.importers.columns import column_name
from networking_app.exchange.importers.guests import read_guests
from networking_app.gui.participants_panel import photo_words
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.card import Card
from networking_app.gui.widgets.layout import column as stacked
from networking_app.gui.widgets.layout import empty, line, plain, scrolled
from networking_app.gui.widgets.marks import Pill
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import pgettext
from networking_app.wording import imports as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from networking_app.domain.imports import ColumnMatch, ReadGuest
    from networking_app.domain.registration import GuestDetails
    from networking_app.services.imports import Opened, Source

_PRIVATE = frozenset({Field.DIET, Field.ACCESS})
_SAMPLE = 40
_FIRST = 3
_MOST_COLUMNS = 120


class ColumnsCard(Card):
    """`matched(table, column, Field)` when a person chose what a column means."""

    matched = Signal(int, int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._which = QComboBox()
        self._which.setAccessibleName(_("Sheet"))
        self._which.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._which.currentIndexChanged.connect(lambda _number: self._show())
        super().__init__(_("Match the columns"), fact=" ", gap=Space.SMALL, parent=parent)
        self._opened: Opened | None = None
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.NORMAL)
        self._grid.setVerticalSpacing(Space.TINY)
        self._first = stacked(gap=Space.SMALL)
        self.remember = QCheckBox(_("Remember this for files with the same headings"))
        self.remember.setChecked(True)
        inside = QWidget()
        inside.setProperty("cls", "scrolled")
        inside.setLayout(
            stacked(
                self._grid,
                self.remember,
                line(),
                Label(_("How the first guests will look"), "caption_strong", "text2"),
                plain(self._first),
                None,
                gap=Space.NORMAL,
                margins=(0, 0, Space.SMALL, 0),
            )
        )
        self.body.addWidget(self._which)
        self.body.addWidget(scrolled(inside), 1)
        self.combos: list[QComboBox] = []

    def show_opened(self, opened: Opened) -> None:
        """Show these tables; the one chosen stays chosen."""
        number = max(self._which.currentIndex(), 0)
        names = [_called(source) for source in opened.sources]
        if [self._which.itemText(n) for n in range(self._which.count())] != names:
            self._which.blockSignals(True)
            self._which.clear()
            self._which.addItems(names)
            self._which.setCurrentIndex(min(number, len(names) - 1))
            self._which.blockSignals(False)
            self.combos = []
        self._which.setVisible(len(names) > 1)
        self._opened = opened
        self._show()

    def number(self) -> int:
        """Which table is shown."""
        return max(self._which.currentIndex(), 0)

    def _show(self) -> None:
        if self._opened is None or not self._opened.sources:
            return
        source = self._opened.sources[self.number()]
        fact = words.source(source.table.sheet, source.table.heading_row)
        self.show_title(_("Match the columns"), f"{source.table.file} · {fact}")
        self.fact.setToolTip(self.fact.text())
        self._show_columns(source)
        self._show_first(source)

    def _show_columns(self, source: Source) -> None:
        held = next((n for n, one in enumerate(self.combos) if one.hasFocus()), -1)
        empty(self._grid)
        self.combos = []
        heads = (_("Column in the file"), _("Example"), _("Goes to"), _("Found"))
        for column, text in enumerate(heads):
            self._grid.addWidget(Label(text, "caption_strong", "text2", elide=True), 0, column)
        for column, share in enumerate((4, 3, 5, 0)):
            self._grid.setColumnStretch(column, share)
        for number, match in enumerate(source.matches[:_MOST_COLUMNS], 1):
            name = column_name(source.table, match.index)
            self._grid.addWidget(Label(name, "strong", elide=True), number, 0)
            private = match.field in _PRIVATE
            example = pgettext("instead of an example", "private") if private else match.example
            shown = Label(" ".join(example.split()), "body", "text2", elide=True)
            self._grid.addWidget(shown, number, 1)
            combo = self._combo(name, match)
            self.combos.append(combo)
            self._grid.addWidget(combo, number, 2)
            self._grid.addWidget(_pill(match), number, 3, Qt.AlignmentFlag.AlignLeft)
        if 0 <= held < len(self.combos):
            self.combos[held].setFocus(Qt.FocusReason.OtherFocusReason)

    def _combo(self, name: str, match: ColumnMatch) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(_("{column} goes to").format(column=name))
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.setMinimumWidth(look().px(130))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for field in Field:
            combo.addItem(words.field(field), field)
        combo.setCurrentIndex(list(Field).index(match.field))
        index = match.index
        combo.activated.connect(
            lambda place: self.matched.emit(self.number(), index, list(Field)[place])
        )
        combo.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]  # scrolls
        return combo

    def _show_first(self, source: Source) -> None:
        empty(self._first)
        sample = replace(source.table, rows=source.table.rows[:_SAMPLE])
        read = [one for one in read_guests(sample, source.matches) if _is_guest(one)]
        for one in read[:_FIRST]:
            details = one.details
            self._first.addLayout(
                stacked(
                    Label(listed(details.given, details.family), "strong", elide=True),
                    Label(_facts(details), "caption", "text2", wrap=True),
                    gap=0,
                )
            )
        if not read:
            text = _("Nobody yet: choose which columns hold the names.")
            self._first.addWidget(Label(text, "body", "text2", wrap=True))


def _is_guest(one: ReadGuest) -> bool:
    return not one.skipped and bool(one.details.name)


def _called(source: Source) -> str:
    table = source.table
    return f"{table.file} · {table.sheet}" if table.sheet else table.file


def _pill(match: ColumnMatch) -> Pill:
    if match.field is Field.IGNORE:
        return Pill("info", pgettext("column found", "skipped"))
    if match.field in _PRIVATE:
        return Pill("warning", pgettext("column found", "private"))
    kind = "info" if match.found is Found.KEPT else "done"
    return Pill(kind, words.found(match.found))


def _facts(details: GuestDetails) -> str:
    """What will be known of a guest, without private things."""
    photo = photo_words(dict(details.consents).get(Purpose.PHOTO))
    said: Sequence[str] = (
        details.organisation,
        details.title,
        details.email,
        details.phone_typed,
        photo,
        _("diet noted") if details.diet else "",
        *(f"{question}: {answer}" for question, answer in details.answers[:2]),
    )
    return " · ".join(" ".join(part.split()) for part in said if part)

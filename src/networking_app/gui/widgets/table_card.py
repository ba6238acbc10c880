"""A table in a card: bulk bar above, footer below, an empty state when there are no rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.layout import box, column, plain, row
from networking_app.gui.widgets.text import KeyFrame, Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext

if TYPE_CHECKING:
    from networking_app.gui.widgets.layout import Item
    from networking_app.gui.widgets.table import Table


class TableCard(QFrame):
    """Shows `table`; the bulk bar appears while rows are ticked.

    card = TableCard(table, bulk=(check_in, badges))
    card.show_empty(EmptyState(...))    # instead of the table
    card.show_table()
    card.show_footer(_("174 participants · 42 with these filters"))
    """

    def __init__(
        self,
        table: Table,
        *,
        bulk: tuple[Item, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("cls", "card")
        self.table = table
        self._count = Label("", "strong")
        clear = Button(_("Clear"), "quiet")
        clear.clicked.connect(table.rows.untick_all)
        self.bulk = box(
            "bulk",
            row(
                self._count,
                clear,
                KeyFrame("Esc"),
                None,
                *bulk,
                margins=(Space.ROOMY, Space.SNUG, Space.SMALL, Space.SNUG),
            ),
        )
        self.bulk.hide()
        self._left = Label("", "caption", "text2", elide=True)
        self._right = Label("", "caption", "text2")
        self.footer = plain(row((self._left, 1), self._right, margins=(Space.NORMAL, Space.TINY)))
        self._empty: QWidget | None = None
        self._stack = QStackedLayout()
        self.setLayout(
            column(self.bulk, (self._stack, 1), self.footer, gap=Space.TINY, margins=Space.SMALL)
        )
        self._stack.addWidget(table)  # only now: without a parent it would open as a window
        table.rows.ticks_changed.connect(self._ticked)
        table.rows.sort_changed.connect(self._sorted)
        self._sorted(*table.rows.sorted_by)

    def show_empty(self, state: QWidget) -> None:
        """Show an empty state instead of the table."""
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = state
        self._stack.addWidget(state)
        self._stack.setCurrentIndex(1)
        self.footer.hide()

    def show_table(self) -> None:
        """Show the table again."""
        self._stack.setCurrentIndex(0)
        self.footer.show()

    def show_footer(self, counts: str) -> None:
        """Say the counts at the left; the sorting is said at the right by itself."""
        self._left.setText(counts)

    def show_sorting(self, words: str) -> None:
        """Say the sorting in other words than "Sorted by …"; until it is changed."""
        self._right.setText(words)

    def _ticked(self) -> None:
        count = len(self.table.rows.ticked)
        self._count.setText(ngettext("{n} selected", "{n} selected", count).format(n=count))
        self.bulk.setVisible(count > 0)

    def _sorted(self, key: str, descending: bool) -> None:
        column_ = next((c for c in self.table.rows.columns if c.key == key), None)
        if column_ is None:
            self._right.setText("")
            return
        words = _("Sorted by {column}, downwards") if descending else _("Sorted by {column}")
        self._right.setText(words.format(column=column_.title))

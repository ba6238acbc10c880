"""A table whose rows are all in memory; the right one up to 20,000 rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from networking_app.gui.models.table import Column, TableModel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

R = TypeVar("R")
MOST_ROWS = 20_000


class RowsModel(TableModel[R]):
    """Rows are any values, usually frozen dataclasses; `row_id` says what identifies one."""

    def __init__(
        self,
        columns: Iterable[Column[R]],
        row_id: Callable[[R], str],
        *,
        can_tick: bool = False,
    ) -> None:
        super().__init__(columns, can_tick=can_tick)
        self._row_id = row_id
        self.rows: list[R] = []
        self._places: dict[str, int] = {}

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show these rows instead, in the order chosen; ticks of rows that are gone go too."""
        self.beginResetModel()
        self.rows = list(rows)
        self._order()
        gone = self.ticked - self._places.keys()
        self.ticked -= gone
        self.endResetModel()
        if gone:
            self.ticks_changed.emit()

    def replace_row(self, row: R) -> None:
        """Show a newer version of one row in its place, and tint it."""
        number = self.number_of(self._row_id(row))
        if number >= 0:
            self.rows[number] = row
            self.mark_changed([self._row_id(row)])

    def row_at(self, number: int) -> R:
        """The row in a line of the table."""
        return self.rows[number]

    def id_at(self, number: int) -> str:
        """What identifies the row in a line."""
        return self._row_id(self.rows[number])

    def number_of(self, row_id: str) -> int:
        """The line of a row, -1 if it is not shown."""
        return self._places.get(row_id, -1)

    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def _sort_rows(self) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self.id_at(index.row()) for index in before]
        self._order()
        after = [
            self.index(self._places[row_id], index.column())
            for row_id, index in zip(ids, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _order(self) -> None:
        key, down = self.sorted_by
        column = next((c for c in self.columns if c.key == key), None)
        if column is not None:
            self.rows.sort(key=column.sort or column.text, reverse=down)
        self._places = {self._row_id(row): number for number, row in enumerate(self.rows)}

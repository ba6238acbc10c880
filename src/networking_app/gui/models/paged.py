"""A table that knows all ids and fetches pages of rows when they come into view."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, TypeVar

from networking_app.gui.models.table import Column, TableModel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from networking_app.gui.tasks import Tasks

R = TypeVar("R")
PAGE = 200
_KEPT = 20  # pages


class PagedModel(TableModel[R]):
    """For more than 20,000 rows; the page sorts anew by giving new ids on `sort_changed`.

    model = PagedModel(columns, tasks, guests.rows_of)
    model.show_ids(ids)
    """

    def __init__(
        self,
        columns: Iterable[Column[R]],
        tasks: Tasks,
        fetch: Callable[[Sequence[str]], Sequence[R]],
        *,
        can_tick: bool = False,
    ) -> None:
        """`fetch` gets up to 200 ids and returns their rows in that order, off the GUI thread."""
        super().__init__(columns, can_tick=can_tick)
        self._tasks = tasks
        self._fetch = fetch
        self._ids: Sequence[str] = ()
        self._places: dict[str, int] = {}
        self._pages: OrderedDict[int, Sequence[R]] = OrderedDict()
        self._asked: set[int] = set()
        self._round = 0

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show the rows with these ids, in this order."""
        self.beginResetModel()
        self._round += 1
        self._ids = ids
        self._places = {row_id: number for number, row_id in enumerate(ids)}
        self._pages.clear()
        self._asked.clear()
        gone = self.ticked - self._places.keys()
        self.ticked -= gone
        self.endResetModel()
        if gone:
            self.ticks_changed.emit()

    def refetch(self) -> None:
        """Forget fetched rows, for example because some were changed."""
        self._round += 1
        self._pages.clear()
        self._asked.clear()
        self._repaint()

    def row_at(self, number: int) -> R | None:
        """The row in a line; None while its page is on the way."""
        page = number // PAGE
        rows = self._pages.get(page)
        if rows is None:
            self._ask(page)
            return None
        self._pages.move_to_end(page)
        place = number - page * PAGE
        return rows[place] if place < len(rows) else None

    def id_at(self, number: int) -> str:
        """What identifies the row in a line."""
        return self._ids[number]

    def number_of(self, row_id: str) -> int:
        """The line of a row, -1 if it is not shown."""
        return self._places.get(row_id, -1)

    def count(self) -> int:
        """How many rows there are."""
        return len(self._ids)

    def _ask(self, page: int) -> None:
        if page in self._asked:
            return
        self._asked.add(page)
        ids = self._ids[page * PAGE : (page + 1) * PAGE]
        now = self._round
        self._tasks.run(
            self, lambda: self._fetch(ids), done=lambda rows: self._came(now, page, rows)
        )

    def _came(self, asked_in: int, page: int, rows: Sequence[R]) -> None:
        if asked_in != self._round:
            return
        self._asked.discard(page)
        self._pages[page] = rows
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        first, last = page * PAGE, min((page + 1) * PAGE, self.count()) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

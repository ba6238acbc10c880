"""What a list is: its name, words, columns, and which lines it shows in which order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from networking_app.domain.lists import AttendeeLine, ListColumn
from networking_app.domain.registration import Status
from networking_app.wording import lists as wording

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROW_MM = 6.2
"""Height of a row in mm that holds one line of text."""

_WEIGHTS = {"listed": 1.4, "organisation": 1.4, "email": 1.2, "": 2.0}
_RIGHT = frozenset({"arrived"})


def column(field: str) -> ListColumn:
    """Return the column for a field of the lines, headed in the language in use.

    Raises:
        KeyError: lines have no such field.
    """
    return ListColumn(field, wording.heading(field), _WEIGHTS.get(field, 1.0), field in _RIGHT)


def not_cancelled(line: AttendeeLine) -> bool:
    """Whether the person still is expected or came."""
    return line.status_key != Status.CANCELLED


def is_registered(line: AttendeeLine) -> bool:
    """Whether the person has a place: neither cancelled nor waiting for one."""
    return line.status_key in ("", Status.REGISTERED)


def everybody(line: AttendeeLine) -> bool:
    """Take every line."""
    return isinstance(line, AttendeeLine)


@dataclass(frozen=True, slots=True)
class AttendeeList:
    """One kind of list.

    Attributes:
        name: what it is called on the command line and in file names.
        title, description: worded when called, as the language can change.
        fields: what can be shown, in the usual order.
        chosen: what is shown unless the reader chooses.
        keep: whether a line belongs on it.
        order: sort key; None keeps the order given, which is Finnish order of names.
        row_mm: least height of a row in mm.
        numbered: whether the lines carry running numbers.
    """

    name: str
    title: Callable[[], str]
    description: Callable[[], str]
    fields: tuple[str, ...]
    chosen: tuple[str, ...]
    keep: Callable[[AttendeeLine], bool] = everybody
    order: Callable[[AttendeeLine], tuple[str, ...]] | None = None
    row_mm: float = ROW_MM
    numbered: bool = True

    def columns(self, fields: Sequence[str] | None = None) -> tuple[ListColumn, ...]:
        """Return the columns of these fields, or the usual ones, in the language in use.

        Raises:
            KeyError: the list does not offer a field.
        """
        wanted = self.chosen if fields is None else tuple(fields)
        for field in wanted:
            if field not in self.fields:
                raise KeyError(field)
        return tuple(column(field) for field in wanted)

    def available(self) -> tuple[ListColumn, ...]:
        """Return every column the list offers, in the language in use."""
        return self.columns(self.fields)

    def lines(self, lines: Sequence[AttendeeLine]) -> list[AttendeeLine]:
        """Return the lines that belong on the list, in its order."""
        kept = [line for line in lines if self.keep(line)]
        return kept if self.order is None else sorted(kept, key=self.order)

"""Every list there is, and how one is found; a new list is a module here and one line in LISTS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.documents.lists.arrivals import ARRIVALS
from networking_app.documents.lists.attendees import ATTENDEES
from networking_app.documents.lists.contacts import CONTACTS
from networking_app.documents.lists.missing import MISSING
from networking_app.documents.lists.signatures import SIGNATURES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from networking_app.documents.lists.definition import AttendeeList
    from networking_app.domain.lists import AttendeeLine, ListColumn

LISTS: tuple[AttendeeList, ...] = (ATTENDEES, SIGNATURES, ARRIVALS, MISSING, CONTACTS)


def named(name: str) -> AttendeeList | None:
    """Return the list of this name, None if there is none."""
    return next((one for one in LISTS if one.name == name), None)


def cells(lines: Sequence[AttendeeLine], columns: Sequence[ListColumn]) -> list[list[str]]:
    """Return the texts of a list for a spreadsheet: one row for each line."""
    fields = [column.field for column in columns]
    return [[getattr(line, field) if field else "" for field in fields] for line in lines]

"""Imports: what a column can mean, and what became of each row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from networking_app.domain.problems import Problem
    from networking_app.domain.registration import GuestDetails


class Field(StrEnum):
    """Where a column goes."""

    GIVEN = "given"
    FAMILY = "family"
    NAME = "name"  # whole name in one cell
    BADGE_NAME = "badge_name"
    EMAIL = "email"
    PHONE = "phone"
    ORGANISATION = "organisation"
    TITLE = "title"
    CITY = "city"
    LANGUAGES = "languages"
    CATEGORY = "category"
    STATUS = "status"
    CODE = "code"
    NOTE = "note"
    TAGS = "tags"
    DIET = "diet"
    ACCESS = "access"
    PHOTO = "photo"
    CONTACT_SHARING = "contact_sharing"
    MARKETING = "marketing"
    REGISTERED_AT = "registered_at"
    ANSWER = "answer"  # kept under its heading
    IGNORE = "ignore"


class Found(StrEnum):
    """How a column was recognised."""

    HEADING = "heading"
    CONTENT = "content"
    REMEMBERED = "remembered"
    CHOSEN = "chosen"
    KEPT = "kept"  # not recognised: goes to the answers


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One sheet (or text file) with its heading row found.

    Attributes:
        file: name without folders.
        sheet: name of the sheet, empty for text.
        headings: as typed, one for each column; empty strings where there is none.
        heading_row: number of the heading row as the spreadsheet shows it, 0 if there is none.
        rows: (row number from 1, cells as text, one for each column).
    """

    file: str
    sheet: str
    headings: tuple[str, ...]
    heading_row: int
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """What one column was taken for."""

    index: int
    heading: str
    field: Field
    found: Found
    example: str = ""


@dataclass(frozen=True, slots=True)
class ReadGuest:
    """One row as read: its place and what it says; problems do not stop it."""

    file: str
    sheet: str
    row: int
    details: GuestDetails
    problems: tuple[Problem, ...] = ()


class Outcome(StrEnum):
    """What became of a row."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class RowResult:
    """One row of the import report."""

    file: str
    sheet: str
    row: int
    outcome: Outcome
    name: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The whole import: every row once, in the order of the file.

    Attributes:
        results: one for each row.
        problems: those that belong to a whole file or sheet.
        action: the undoable action, empty for a preview.
    """

    results: tuple[RowResult, ...]
    problems: tuple[Problem, ...] = ()
    action: str = ""

    def count(self, outcome: Outcome) -> int:
        """How many rows ended like this."""
        return sum(1 for result in self.results if result.outcome is outcome)

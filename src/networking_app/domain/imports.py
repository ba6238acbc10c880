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
    ATTENTION = "attention"  # a note that the desk shows
    HOLD = "hold"  # the same, to be confirmed before the guest is let in
    BLOCKED = "blocked"
    ANSWER = "answer"  # kept under its heading
    IGNORE = "ignore"


class Kind(StrEnum):
    """Every kind of problem an import can report; wording/problems says each as a sentence.

    The first group concerns a file or sheet, the second a row that was skipped or left out,
    the third a row that was taken.
    """

    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    FILE_PROTECTED = "file_protected"
    FILE_DAMAGED = "file_damaged"
    FILE_IS_DOCUMENT = "file_is_document"  # Word, PDF, presentation
    FILE_NOT_A_TABLE = "file_not_a_table"  # picture, program, archive
    READING_TOOK_TOO_LONG = "reading_took_too_long"
    READING_FAILED = "reading_failed"  # the reading process ended by itself
    SHEET_TOO_LARGE = "sheet_too_large"
    SHEET_HIDDEN = "sheet_hidden"
    SHEET_WITHOUT_PEOPLE = "sheet_without_people"
    NO_PEOPLE = "no_people"  # no column with names or addresses was found
    ROW_ABOVE_HEADING = "row_above_heading"

    NAME_MISSING = "name_missing"
    ROW_TOTAL = "row_total"
    ROW_REMARK = "row_remark"
    ROW_HEADING_REPEATED = "row_heading_repeated"
    ROW_ADD_ON = "row_add_on"

    ROW_REPEATED = "row_repeated"  # facts: first
    SEVERAL_PEOPLE = "several_people"
    EMAIL_INCOMPLETE = "email_incomplete"
    EMAIL_SUSPICIOUS = "email_suspicious"
    EMAIL_SEVERAL = "email_several"
    PHONE_DAMAGED = "phone_damaged"
    PHONE_DOUBTFUL = "phone_doubtful"
    PHONE_UNREADABLE = "phone_unreadable"
    STATUS_UNKNOWN = "status_unknown"
    CONSENT_UNCLEAR = "consent_unclear"
    QUANTITY_MORE = "quantity_more"
    CELL_ERROR = "cell_error"

    # Found when the row is compared with the workspace (services/imports).
    SAME_NAME = "same_name"  # another person of this name is there; value: the name
    SAME_EMAIL = "same_email"  # the address belongs to another name; suggestion: that name
    ORGANISATION_SIMILAR = "organisation_similar"  # suggestion: the known organisation


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
    """One row as read: its place and what it says; problems do not stop it.

    Attributes:
        skipped: the row is no person (a total, a remark, a repeated heading) and is only told.
    """

    file: str
    sheet: str
    row: int
    details: GuestDetails
    problems: tuple[Problem, ...] = ()
    skipped: bool = False


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

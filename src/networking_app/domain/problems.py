"""Trouble with the surroundings, and problems in what a person hands in."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class TroubleKind(StrEnum):
    """What the surroundings did; wording/problems says each as a sentence."""

    FILE_MISSING = "file_missing"
    FILE_EXISTS = "file_exists"
    FILE_NOT_NAMED = "file_not_named"
    NOBODY_TO_PRINT = "nobody_to_print"
    FILE_LOCKED = "file_locked"
    FILE_READ_ONLY = "file_read_only"
    FILE_FOREIGN = "file_foreign"
    FILE_NEWER = "file_newer"
    FILE_DAMAGED = "file_damaged"
    FILE_TAMPERED = "file_tampered"
    FILE_UNREADABLE = "file_unreadable"
    FILE_TOO_LARGE = "file_too_large"
    FILE_PROTECTED = "file_protected"
    FILE_EMPTY = "file_empty"
    FOLDER_MISSING = "folder_missing"
    DISK_FULL = "disk_full"
    READING_TOOK_TOO_LONG = "reading_took_too_long"
    READING_CANCELLED = "reading_cancelled"
    BACKUP_DAMAGED = "backup_damaged"
    NO_EVENT = "no_event"
    NOT_KNOWN = "not_known"
    WORKSPACE_CLOSED = "workspace_closed"
    NOTHING_TO_UNDO = "nothing_to_undo"
    BADGE_TOO_LARGE = "badge_too_large"
    NAME_MISSING = "name_missing"
    POINT_EXISTS = "point_exists"
    LAST_POINT = "last_point"
    NO_PUBLIC_KEY = "no_public_key"
    REASON_MISSING = "reason_missing"
    SYSTEM_LIBRARY_MISSING = "system_library_missing"


class Trouble(Exception):
    """Something outside went wrong; nothing was changed.

    Args:
        kind: what happened.
        subject: the file, name or thing it happened to, as the user knows it.
        detail: a technical word for the report, never shown alone.
        facts: further values for the sentence, such as numbers or known names.
    """

    def __init__(
        self, kind: TroubleKind, subject: str = "", detail: str = "", **facts: Any
    ) -> None:
        super().__init__(kind.value, subject, detail)
        self.kind = kind
        self.subject = subject
        self.detail = detail
        self.facts = facts


class Severity(StrEnum):
    """How much a problem asks of the person."""

    ERROR = "error"  # the row was left out
    WARNING = "warning"  # the row was taken; a look is needed
    NOTE = "note"  # told, nothing to do


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to look at in an imported file; wording/problems says it.

    Attributes:
        kind: a stable word, such as "email_incomplete"; the list stands in domain/imports.
        severity: whether the row was left out.
        file: name of the file without folders.
        sheet: name of the sheet, empty for text files.
        row: number of the row as the spreadsheet shows it, from 1; 0 means the whole sheet.
        column: heading of the column as typed, or its letter; empty means the whole row.
        value: what stood there, as typed.
        suggestion: what probably was meant; empty if nobody can say.
        facts: further values for the sentence.
    """

    kind: str
    severity: Severity
    file: str = ""
    sheet: str = ""
    row: int = 0
    column: str = ""
    value: str = ""
    suggestion: str = ""
    facts: dict[str, str] = field(default_factory=dict)

"""Says what is wrong, where it is and what to do about it, for trouble and for imported rows."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from networking_app.domain.imports import Kind
from networking_app.domain.problems import Problem, Severity, Trouble, TroubleKind
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import pgettext
from networking_app.wording import badges

if TYPE_CHECKING:
    from collections.abc import Callable

_SHOWN = 80  # letters of a value that a sentence quotes


def sentence(problem: Problem) -> str:
    """Say what is wrong in an imported file and what to do, without the place."""
    for group in (_about_files, _about_reading, _about_rows, _about_people, _about_cells):
        if text := group().get(problem.kind):
            said = text.format(
                file=problem.file,
                sheet=problem.sheet or problem.file,
                value=_short(problem.value),
                first=problem.facts.get("first", ""),
                suggestion=problem.suggestion,
            )
            return _with_suggestion(said, problem)
    return _("Please look at this: {value}").format(value=_short(problem.value) or problem.kind)


def place(problem: Problem) -> str:
    """Say where it is: "guests.xlsx, sheet Team, row 12, column E-mail"."""
    values = {
        "file": problem.file,
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
    }
    return _place_form(problem).format(**values)


def line(problem: Problem) -> str:
    """Say the place and the sentence in one line, as lists and the command line show it."""
    where = place(problem)
    said = sentence(problem)
    if not where or problem.row == 0:
        return said
    return _("{place}: {sentence}").format(place=where, sentence=said)


def severity(severity: Severity) -> str:
    """Name how much a problem asks of the person."""
    return {
        Severity.ERROR: pgettext("severity", "Left out"),
        Severity.WARNING: pgettext("severity", "Please check"),
        Severity.NOTE: pgettext("severity", "Note"),
    }[severity]


def sentence_of_trouble(trouble: Trouble) -> str:
    """Say what the surroundings did and what to do."""
    special = _SPECIAL.get(trouble.kind)
    if special is not None:
        return special(trouble)
    name = PurePath(trouble.subject).name or trouble.subject
    texts = _about_workspaces() | _about_surroundings() | _about_foreign_files()
    return texts[trouble.kind].format(name=name, path=trouble.subject)


def _short(value: str) -> str:
    one_line = " ".join(value.split())
    return one_line if len(one_line) <= _SHOWN else one_line[: _SHOWN - 1] + "…"


def _with_suggestion(said: str, problem: Problem) -> str:
    if problem.suggestion and problem.kind in _SUGGESTING:
        return _("{sentence} Did they mean {suggestion}?").format(
            sentence=said, suggestion=problem.suggestion
        )
    return said


_SUGGESTING = frozenset({Kind.EMAIL_INCOMPLETE, Kind.EMAIL_SUSPICIOUS, Kind.NAME_MISSING})


def _place_form(problem: Problem) -> str:
    """Return the form of the place that fits what is known of it."""
    forms = {
        (True, True, True): _("{file}, sheet {sheet}, row {row}, column {column}"),
        (True, True, False): _("{file}, sheet {sheet}, row {row}"),
        (True, False, False): _("{file}, sheet {sheet}"),
        (False, True, True): _("{file}, row {row}, column {column}"),
        (False, True, False): _("{file}, row {row}"),
        (False, False, False): "{file}",
        (True, False, True): _("{file}, sheet {sheet}, column {column}"),
        (False, False, True): _("{file}, column {column}"),
    }
    return forms[bool(problem.sheet), problem.row > 0, bool(problem.column)]


def _about_files() -> dict[str, str]:
    return {
        Kind.FILE_MISSING: _("{file} was not found. Check its name and folder."),
        Kind.FILE_UNREADABLE: _(
            "{file} could not be opened. Close it in other programs, check that you may read it, "
            "and try again."
        ),
        Kind.FILE_EMPTY: _("{file} holds no rows. Check that the right file was saved."),
        Kind.FILE_TOO_LARGE: _(
            "{file} is too large to be a list of guests. Copy the guests into a new sheet and "
            "import that."
        ),
        Kind.FILE_PROTECTED: _(
            "{file} is protected with a password. Open it in your spreadsheet program, save it "
            "without a password and import that."
        ),
        Kind.FILE_DAMAGED: _(
            "{file} is damaged. Open it in your spreadsheet program, save it again and import that."
        ),
        Kind.FILE_IS_DOCUMENT: _(
            "{file} is a text document, not a table. Copy its table and paste it here, or save it "
            "as a spreadsheet."
        ),
        Kind.FILE_NOT_A_TABLE: _(
            "{file} is not a table. Choose a file of the type xlsx, xls, ods, csv or txt."
        ),
    }


def _about_reading() -> dict[str, str]:
    return {
        Kind.READING_TOOK_TOO_LONG: _(
            "Reading {file} took too long. Copy the guests into a new sheet and import that."
        ),
        Kind.READING_FAILED: _(
            "{file} could not be read. Save it as csv in your spreadsheet program and import that."
        ),
        Kind.SHEET_TOO_LARGE: _(
            "Sheet {sheet} reaches too far to the right or down. Copy the guests into a new sheet "
            "and import that."
        ),
        Kind.SHEET_HIDDEN: _(
            "Sheet {sheet} is hidden and was left out. Show it in your spreadsheet program if its "
            "people belong to the event."
        ),
        Kind.SHEET_WITHOUT_PEOPLE: _("Sheet {sheet} names no people and was left out."),
        Kind.NO_PEOPLE: _(
            "No column of sheet {sheet} was recognised as names or e-mail addresses. Choose what "
            "the columns mean."
        ),
        Kind.ROW_ABOVE_HEADING: _("This line above the table is no guest: {value}"),
    }


def _about_rows() -> dict[str, str]:
    return {
        Kind.NAME_MISSING: _("The row has no name and was left out. Add the name."),
        Kind.ROW_TOTAL: _("This row counts the others and is no guest: {value}"),
        Kind.ROW_REMARK: _("This row is a remark and no guest: {value}"),
        Kind.ROW_HEADING_REPEATED: _("The headings stand here again; the row is no guest."),
        Kind.ROW_ADD_ON: _("This row is an extra product and no guest: {value}"),
        Kind.ROW_REPEATED: _("The row is the same as row {first}."),
        Kind.QUANTITY_MORE: _(
            "This row stands for {value} people, but names one. Add the others by hand."
        ),
        Kind.CELL_ERROR: _("The spreadsheet shows the error {value} here. Correct the cell."),
    }


def _about_people() -> dict[str, str]:
    return {
        Kind.SEVERAL_PEOPLE: _(
            "“{value}” seems to be several people. Give each a row of their own; for now they are "
            "one guest."
        ),
        Kind.SAME_NAME: _(
            "There is already somebody called {value}. Check whether this is the same person."
        ),
        Kind.SAME_EMAIL: _(
            "{value} is also the address of {suggestion}. They are kept as two people; check "
            "whether that is right."
        ),
        Kind.ORGANISATION_SIMILAR: _(
            "“{value}” looks like {suggestion}. Check whether it is the same organisation."
        ),
    }


def _about_cells() -> dict[str, str]:
    return {
        Kind.EMAIL_INCOMPLETE: _(
            "“{value}” is not a complete e-mail address; the guest was taken without one."
        ),
        Kind.EMAIL_SUSPICIOUS: _("{value} looks like a slip of the keyboard."),
        Kind.EMAIL_SEVERAL: _("“{value}” holds more than one address; {suggestion} was taken."),
        Kind.PHONE_DAMAGED: _(
            "The spreadsheet shortened this phone number to {value}. Type the number again as text."
        ),
        Kind.PHONE_DOUBTFUL: _("The phone number {value} is unusual. Check its digits."),
        Kind.PHONE_UNREADABLE: _("“{value}” is not a phone number; it was kept as typed."),
        Kind.STATUS_UNKNOWN: _(
            "“{value}” is not a known status; the guest counts as registered. Change the status if "
            "that is wrong."
        ),
        Kind.CONSENT_UNCLEAR: _(
            "“{value}” says neither yes nor no; no permission was recorded. Ask the guest."
        ),
    }


def _about_workspaces() -> dict[str, str]:
    return {
        TroubleKind.FILE_EXISTS: _("{name} is already there. Choose another name."),
        TroubleKind.FILE_NOT_NAMED: _("Say which event file is meant with -w FILE.nwapp."),
        TroubleKind.NOBODY_TO_PRINT: _("There is nobody to print a badge for."),
        TroubleKind.FILE_LOCKED: _(
            "{name} is in use by another program or computer. Close it there and try again."
        ),
        TroubleKind.FILE_READ_ONLY: _(
            "{name} may only be read. Copy it to a folder of your own and open the copy."
        ),
        TroubleKind.FILE_FOREIGN: _(
            "{name} is not a workspace of Networking App. Choose a file that ends in .nwapp."
        ),
        TroubleKind.FILE_NEWER: _(
            "{name} was written by a newer version of Networking App. Update this computer's "
            "program to open it."
        ),
        TroubleKind.FILE_TAMPERED: _(
            "{name} contains parts that Networking App did not make, so it was not opened. Open a "
            "backup instead."
        ),
        TroubleKind.BACKUP_DAMAGED: _(
            "The backup {name} is not as it was written. Use an older backup."
        ),
        TroubleKind.NO_EVENT: _("{name} has no event yet. Make one first."),
        TroubleKind.NOTHING_TO_UNDO: _("There is nothing to undo."),
        TroubleKind.NAME_MISSING: _("A name is needed. Type one."),
        TroubleKind.POINT_EXISTS: _(
            "There is a check-in point {name} already. Choose another name."
        ),
        TroubleKind.LAST_POINT: _("An event needs a check-in point. Add another one first."),
        TroubleKind.NO_PUBLIC_KEY: _(
            "This is no public key. Copy the whole text from “BEGIN PUBLIC KEY” to the end."
        ),
        TroubleKind.REASON_MISSING: _("Letting somebody in against the rules needs a reason."),
        TroubleKind.WORKSPACE_CLOSED: _("{name} was closed meanwhile. Open it again."),
    }


def _about_surroundings() -> dict[str, str]:
    return {
        TroubleKind.FOLDER_MISSING: _("The folder {path} was not found. Choose another folder."),
        TroubleKind.DISK_FULL: _(
            "There is no room left on the disk. Nothing was lost; free some space and try again."
        ),
        TroubleKind.READING_CANCELLED: _("Stopped, as you asked. Nothing was changed."),
        TroubleKind.SYSTEM_LIBRARY_MISSING: _(
            "{name} is missing on this computer. Install it and start the program again."
        ),
    }


def _about_foreign_files() -> dict[str, str]:
    return {
        TroubleKind.FILE_MISSING: _("{name} was not found. Check its name and folder."),
        TroubleKind.FILE_DAMAGED: _("{name} is damaged. Open a backup of it instead."),
        TroubleKind.FILE_UNREADABLE: _(
            "{name} could not be opened. Close it in other programs, check that you may read it, "
            "and try again."
        ),
        TroubleKind.FILE_TOO_LARGE: _("{name} is too large."),
        TroubleKind.FILE_PROTECTED: _(
            "{name} is protected with a password. Save it without a password and try again."
        ),
        TroubleKind.FILE_EMPTY: _("{name} is empty."),
        TroubleKind.READING_TOOK_TOO_LONG: _("Reading {name} took too long and was stopped."),
    }


def _not_known(trouble: Trouble) -> str:
    known = [str(name) for name in trouble.facts.get("known", ())]
    if not known:
        return _("“{name}” is not known here.").format(name=trouble.subject)
    return _("“{name}” is not known here. Known are: {known}.").format(
        name=trouble.subject, known=", ".join(known)
    )


_SPECIAL: dict[str, Callable[[Trouble], str]] = {
    TroubleKind.NOT_KNOWN: _not_known,
    TroubleKind.BADGE_TOO_LARGE: badges.too_large,
}

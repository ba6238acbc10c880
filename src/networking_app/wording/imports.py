"""Words for imports: where a column goes, how that was found, and what became of the rows."""

from __future__ import annotations

from networking_app.domain.imports import Field, Found, Outcome
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext, pgettext


def field(word: Field) -> str:
    """Where a column goes."""
    return {
        Field.GIVEN: _("First name"),
        Field.FAMILY: _("Last name"),
        Field.NAME: _("Whole name"),
        Field.BADGE_NAME: _("Name on the badge"),
        Field.EMAIL: _("E-mail"),
        Field.PHONE: _("Phone"),
        Field.ORGANISATION: _("Organisation"),
        Field.TITLE: _("Title"),
        Field.CITY: _("City"),
        Field.LANGUAGES: _("Languages"),
        Field.CATEGORY: _("Category"),
        Field.STATUS: _("Status"),
        Field.CODE: _("Ticket code"),
        Field.NOTE: _("Note"),
        Field.TAGS: _("Keywords"),
        Field.DIET: _("Diet (private)"),
        Field.ACCESS: _("Access needs (private)"),
        Field.PHOTO: _("Photo permission"),
        Field.CONTACT_SHARING: _("Contact sharing"),
        Field.MARKETING: _("Permission for messages"),
        Field.REGISTERED_AT: _("Time of registration"),
        Field.ATTENTION: _("Note for the desk"),
        Field.HOLD: _("Note to confirm at the desk"),
        Field.BLOCKED: _("Blocked, with the reason"),
        Field.ANSWER: _("Answer to a question"),
        Field.IGNORE: _("Do not import"),
    }[word]


def found(how: Found) -> str:
    """How a column was recognised."""
    return {
        Found.HEADING: pgettext("column found", "by heading"),
        Found.CONTENT: pgettext("column found", "by content"),
        Found.REMEMBERED: pgettext("column found", "remembered"),
        Found.CHOSEN: pgettext("column found", "chosen"),
        Found.KEPT: pgettext("column found", "kept as answer"),
    }[how]


def outcome(what: Outcome, count: int) -> str:
    """So many rows ended like this ("171 new")."""
    text = {
        Outcome.NEW: ngettext("{n} new", "{n} new", count),
        Outcome.UPDATED: ngettext("{n} updated", "{n} updated", count),
        Outcome.UNCHANGED: ngettext("{n} unchanged", "{n} unchanged", count),
        Outcome.SKIPPED: ngettext("{n} skipped", "{n} skipped", count),
        Outcome.PROBLEM: ngettext("{n} left out", "{n} left out", count),
    }[what]
    return text.format(n=count)


def outcome_word(what: Outcome) -> str:
    """What became of one row."""
    return {
        Outcome.NEW: pgettext("row of an import", "New"),
        Outcome.UPDATED: pgettext("row of an import", "Updated"),
        Outcome.UNCHANGED: pgettext("row of an import", "Unchanged"),
        Outcome.SKIPPED: pgettext("row of an import", "Skipped"),
        Outcome.PROBLEM: pgettext("row of an import", "Left out"),
    }[what]


def source(sheet: str, heading_row: int) -> str:
    """Which sheet, and where its headings are ("sheet “Form1” · headings in row 3")."""
    parts = []
    if sheet:
        parts.append(_("sheet “{sheet}”").format(sheet=sheet))
    if heading_row:
        parts.append(_("headings in row {row}").format(row=heading_row))
    else:
        parts.append(_("no headings"))
    return " · ".join(parts)


def row_heading() -> str:
    """Head the column that says where a left-out row stood."""
    return pgettext("column of left-out rows", "Row")


def reason_heading() -> str:
    """Head the column that says why a row was left out."""
    return _("Why it was left out")


def by_hand() -> str:
    """Why a row was left out that a person took away."""
    return _("Left out by hand")

"""Says the names, headings, counts and small print of lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.numbers import format_decimal

from networking_app.support.i18n import current, ngettext, pgettext
from networking_app.support.i18n import gettext as _
from networking_app.wording.dates import day_and_time

if TYPE_CHECKING:
    from collections.abc import Callable

_HEADINGS: dict[str, Callable[[], str]] = {
    "listed": lambda: _("Name"),
    "organisation": lambda: _("Organisation"),
    "title": lambda: pgettext("of a person", "Title"),
    "email": lambda: _("E-mail"),
    "phone": lambda: _("Phone"),
    "category": lambda: _("Category"),
    "status": lambda: _("Status"),
    "code": lambda: _("Code"),
    "arrived": lambda: _("Arrived"),
    "": lambda: _("Signature"),
}


def heading(field: str) -> str:
    """Head a column; "" is the empty one to write in.

    Raises:
        KeyError: lines have no such field.
    """
    return _HEADINGS[field]()


def number_heading() -> str:
    """Head the column of running numbers."""
    return pgettext("column of running numbers", "No")


def counts(*, registered: int, arrived: int = 0, waiting: int = 0, cancelled: int = 0) -> str:
    """Say how many there are in one line: "174 registered · 128 arrived · 11 cancelled"."""
    parts = [_many(ngettext("{n} registered", "{n} registered", registered), registered)]
    if arrived:
        parts.append(_many(ngettext("{n} arrived", "{n} arrived", arrived), arrived))
    if waiting:
        text = ngettext("{n} on the waiting list", "{n} on the waiting list", waiting)
        parts.append(_many(text, waiting))
    if cancelled:
        parts.append(_many(ngettext("{n} cancelled", "{n} cancelled", cancelled), cancelled))
    return " · ".join(parts)


def people(count: int) -> str:
    """Say how many stand on a list ("128 participants")."""
    return _many(ngettext("{n} participant", "{n} participants", count), count)


def _many(text: str, count: int) -> str:
    return text.format(n=format_decimal(count, locale=current()))


def made(iso: str, zone: str) -> str:
    """Say when a list was made, for its foot."""
    return _("Made {when}").format(when=day_and_time(iso, zone))


def page_of(page: int, pages: int) -> str:
    """Number a page ("Page 1 / 7")."""
    return _("Page {page} / {pages}").format(page=page, pages=pages)


def nobody() -> str:
    """Say that a list is empty, so that an empty sheet is no riddle."""
    return _("There is nobody on this list")

"""The list of those who have a place and have not arrived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.documents.lists.definition import AttendeeList, is_registered
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from networking_app.domain.lists import AttendeeLine


def _not_here(line: AttendeeLine) -> bool:
    return is_registered(line) and not (line.arrived or line.arrived_at)


MISSING = AttendeeList(
    name="missing",
    title=lambda: _("Not arrived"),
    description=lambda: _("Everybody who has a place and has not arrived"),
    fields=("listed", "organisation", "title", "category", "email", "phone", "code"),
    chosen=("listed", "organisation", "title", "category"),
    keep=_not_here,
)

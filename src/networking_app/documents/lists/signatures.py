"""The list people sign: name, organisation and room to write."""

from __future__ import annotations

from networking_app.documents.lists.definition import AttendeeList, is_registered
from networking_app.support.i18n import gettext as _

SIGNATURES = AttendeeList(
    name="signatures",
    title=lambda: _("Sign-in list"),
    description=lambda: _("Everybody who has a place, with room for a signature"),
    fields=("listed", "organisation", "title", "category", "arrived", ""),
    chosen=("listed", "organisation", ""),
    keep=is_registered,
    row_mm=10.0,
)

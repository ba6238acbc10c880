"""The list of contacts, for the organisers alone."""

from __future__ import annotations

from networking_app.documents.lists.definition import AttendeeList, not_cancelled
from networking_app.support.i18n import gettext as _

CONTACTS = AttendeeList(
    name="contacts",
    title=lambda: _("Contacts"),
    description=lambda: _("E-mail and phone of everybody who has not cancelled"),
    fields=("listed", "organisation", "title", "category", "email", "phone"),
    chosen=("listed", "organisation", "email", "phone"),
    keep=not_cancelled,
)

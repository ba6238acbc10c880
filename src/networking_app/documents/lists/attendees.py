"""The list of participants: everybody registered, with state and arrival."""

from __future__ import annotations

from networking_app.documents.lists.definition import AttendeeList
from networking_app.support.i18n import gettext as _

ATTENDEES = AttendeeList(
    name="attendees",
    title=lambda: _("List of participants"),
    description=lambda: _("Everybody by name, with status and arrival"),
    fields=(
        "listed",
        "organisation",
        "title",
        "category",
        "status",
        "arrived",
        "email",
        "phone",
        "code",
    ),
    chosen=("listed", "organisation", "title", "category", "status", "arrived"),
)

"""The list of those who arrived, in the order they came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.documents.lists.definition import AttendeeList
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from networking_app.domain.lists import AttendeeLine


def _arrived(line: AttendeeLine) -> bool:
    return bool(line.arrived or line.arrived_at)


def _moment(line: AttendeeLine) -> tuple[str, ...]:
    """Order by the moment; "8.54" comes before "10.02" where only the worded time is known."""
    return (line.arrived_at, line.arrived.rjust(5))


ARRIVALS = AttendeeList(
    name="arrivals",
    title=lambda: _("Arrivals"),
    description=lambda: _("Those who arrived, in the order they came"),
    fields=("arrived", "listed", "organisation", "title", "category", "code"),
    chosen=("arrived", "listed", "organisation", "category"),
    keep=_arrived,
    order=_moment,
)

"""One mapped class for each table; importing this module makes them all known."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from networking_app.storage.base import Row
from networking_app.storage.tables.badges import BadgeLayoutRow, BadgePrintRow
from networking_app.storage.tables.checkin import (
    CheckInRow,
    HandOutRow,
    PointRow,
    QuestionRow,
    TicketKeyRow,
)
from networking_app.storage.tables.events import (
    EventOrganisationRow,
    EventProjectRow,
    EventRow,
    EventThemeRow,
    PhotoRow,
    ReportRow,
)
from networking_app.storage.tables.funding import (
    ClusterMemberRow,
    ClusterRow,
    ProjectPartnerRow,
    ProjectRow,
    ThemeRow,
)
from networking_app.storage.tables.journal import (
    ActionRow,
    ErasedRow,
    JournalRow,
    UnfinishedRow,
)
from networking_app.storage.tables.people import (
    AffiliationRow,
    OrganisationRow,
    PersonRow,
    SamePersonRow,
)
from networking_app.storage.tables.programme import (
    RoomRow,
    SessionRow,
    SessionSpeakerRow,
    TrackRow,
)
from networking_app.storage.tables.registration import (
    AnswerRow,
    CodeRow,
    ConsentRow,
    ImportLayoutRow,
    ProtectedAnswerRow,
    RegistrationRow,
    RegistrationTagRow,
    TagRow,
)

if TYPE_CHECKING:
    from sqlalchemy import Table

    from networking_app.domain.journal import Kind

__all__ = [
    "ActionRow",
    "AffiliationRow",
    "AnswerRow",
    "BadgeLayoutRow",
    "BadgePrintRow",
    "CheckInRow",
    "ClusterMemberRow",
    "ClusterRow",
    "CodeRow",
    "ConsentRow",
    "ErasedRow",
    "EventOrganisationRow",
    "EventProjectRow",
    "EventRow",
    "EventThemeRow",
    "HandOutRow",
    "ImportLayoutRow",
    "JournalRow",
    "OrganisationRow",
    "PersonRow",
    "PhotoRow",
    "PointRow",
    "ProjectPartnerRow",
    "ProjectRow",
    "ProtectedAnswerRow",
    "QuestionRow",
    "RegistrationRow",
    "RegistrationTagRow",
    "ReportRow",
    "RoomRow",
    "Row",
    "SamePersonRow",
    "SessionRow",
    "SessionSpeakerRow",
    "TagRow",
    "ThemeRow",
    "TicketKeyRow",
    "TrackRow",
    "UnfinishedRow",
    "table_kinds",
]


def table_kinds() -> dict[str, tuple[Table, Kind]]:
    """The tables that the journal writes, by name."""
    return {
        mapper.class_.__tablename__: (cast("Table", mapper.local_table), mapper.class_.journal)
        for mapper in Row.registry.mappers
        if mapper.class_.journal is not None
    }

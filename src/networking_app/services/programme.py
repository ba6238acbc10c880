"""The programme of an event: rooms, sessions and who speaks in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.storage import programme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from networking_app.domain.programme import Room, Session, SessionDetails
    from networking_app.storage.database import Database


class Programme:
    """The programmes of the events of an open workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rooms(self, event_id: str) -> list[Room]:
        """Rooms of an event in their order."""
        with self._database.read() as connection:
            return programme.rooms(connection, event_id)

    def sessions(self, event_id: str) -> list[Session]:
        """Sessions by time, those without a time after the others."""
        with self._database.read() as connection:
            return programme.sessions(connection, event_id)

    def add_room(self, event_id: str, name: str, capacity: int | None = None) -> str:
        """Add a room after the others; returns its key."""
        with self._database.write("edit_programme", {"name": name}) as writer:
            place = programme.last_position(writer.connection, "room", event_id) + 1
            return writer.add(
                "room", event_id=event_id, name=name, capacity=capacity, position=place
            )

    def add_sessions(self, event_id: str, items: Sequence[SessionDetails]) -> list[str]:
        """Add sessions with their speakers after the others; returns their keys."""
        made = []
        facts = {"name": items[0].title if items else "", "count": len(items)}
        with self._database.write("edit_programme", facts) as writer:
            first = programme.last_position(writer.connection, "session", event_id) + 1
            for place, item in enumerate(items, first):
                session = writer.add(
                    "session",
                    event_id=event_id,
                    room_id=item.room_id,
                    kind=item.kind,
                    title=item.title,
                    abstract=item.abstract,
                    start=item.start,
                    end=item.end,
                    capacity=item.capacity,
                    position=place,
                )
                for number, part in enumerate(item.speakers):
                    writer.add(
                        "session_speaker",
                        session_id=session,
                        person_id=part.person_id,
                        role=part.role,
                        affiliation_id=part.affiliation_id,
                        position=number,
                    )
                made.append(session)
        return made

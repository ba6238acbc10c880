"""Tables: rooms, tracks, sessions and who speaks in them."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from networking_app.storage.base import SetRow, maybe_number, maybe_parent, number, parent, text


class RoomRow(SetRow, kw_only=True):
    """A room of an event."""

    __tablename__ = "room"

    event_id: Mapped[str] = parent("event")
    name: Mapped[str] = text()
    capacity: Mapped[int | None] = maybe_number()
    position: Mapped[int] = number()


class TrackRow(SetRow, kw_only=True):
    """A line of sessions that belong together."""

    __tablename__ = "track"

    event_id: Mapped[str] = parent("event")
    name: Mapped[str] = text()
    colour: Mapped[str] = text()
    position: Mapped[int] = number()


class SessionRow(SetRow, kw_only=True):
    """An item of the programme; start and end may be unknown."""

    __tablename__ = "session"

    event_id: Mapped[str] = parent("event")
    room_id: Mapped[str | None] = maybe_parent("room")
    track_id: Mapped[str | None] = maybe_parent("track")
    kind: Mapped[str] = text()
    title: Mapped[str] = text()
    abstract: Mapped[str] = text()
    start: Mapped[str] = text()
    end: Mapped[str] = text()
    capacity: Mapped[int | None] = maybe_number()
    position: Mapped[int] = number()


class SessionSpeakerRow(SetRow, kw_only=True):
    """A person in a session, with the role and the body they speak for."""

    __tablename__ = "session_speaker"

    session_id: Mapped[str] = parent("session")
    person_id: Mapped[str] = parent("person")
    role: Mapped[str] = text()  # keynote, speaker, host, panellist, chair
    affiliation_id: Mapped[str | None] = maybe_parent("affiliation")
    position: Mapped[int] = number()

"""Tables: events and what belongs to one."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from networking_app.storage.base import SetRow, maybe_number, maybe_parent, number, parent, text


class EventRow(SetRow, kw_only=True):
    """One occasion; start, end and place may be unknown, dates may be partial."""

    __tablename__ = "event"

    title: Mapped[str] = text()
    tagline: Mapped[str] = text()
    start: Mapped[str] = text()
    end: Mapped[str] = text()
    zone: Mapped[str] = text()
    place: Mapped[str] = text()
    languages: Mapped[str] = text()
    capacity: Mapped[int | None] = maybe_number()
    target_groups: Mapped[str] = text()
    practice: Mapped[int] = number()
    box_size: Mapped[int] = number()  # printed badges in one box; 0 without boxes
    # "with_check_in": letting a guest in hands out the badge too; empty: that is noted apart.
    hand_out: Mapped[str] = text()
    pin: Mapped[str] = text()  # salt and hash of the supervisor's PIN; empty lets everybody


class EventProjectRow(SetRow, kw_only=True):
    """A project that carries an event."""

    __tablename__ = "event_project"

    event_id: Mapped[str] = parent("event")
    project_id: Mapped[str] = parent("project")


class EventOrganisationRow(SetRow, kw_only=True):
    """An organisation that arranges or supports an event."""

    __tablename__ = "event_organisation"

    event_id: Mapped[str] = parent("event")
    organisation_id: Mapped[str] = parent("organisation")
    role: Mapped[str] = text()


class EventThemeRow(SetRow, kw_only=True):
    """A theme of an event."""

    __tablename__ = "event_theme"

    event_id: Mapped[str] = parent("event")
    theme_id: Mapped[str] = parent("theme")


class PhotoRow(SetRow, kw_only=True):
    """A photo of an event: caption and photographer as printed, and whether it may be used."""

    __tablename__ = "photo"

    event_id: Mapped[str] = parent("event")
    file: Mapped[str] = text()
    caption: Mapped[str] = text()
    people: Mapped[str] = text()  # keys of persons in order, one on each line
    photographer_id: Mapped[str | None] = maybe_parent("person")
    permission: Mapped[str] = text()


class ReportRow(SetRow, kw_only=True):
    """The published story of an event."""

    __tablename__ = "report"

    event_id: Mapped[str] = parent("event")
    title: Mapped[str] = text()
    lead: Mapped[str] = text()
    body: Mapped[str] = text()
    author_id: Mapped[str | None] = maybe_parent("person")
    project_id: Mapped[str | None] = maybe_parent("project")
    published: Mapped[str] = text()

"""Tables: check-in points, what happened at them, and what is asked there."""

from __future__ import annotations

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from networking_app.storage.base import FactRow, SetRow, maybe_number, number, parent, text


class PointRow(SetRow, kw_only=True):
    """A door, a session room, lunch, a gift table."""

    __tablename__ = "point"

    event_id: Mapped[str] = parent("event")
    name: Mapped[str] = text()
    kind: Mapped[str] = text()
    rule: Mapped[str] = text()  # once, many, inout
    allowed: Mapped[str] = text()  # categories, one on each line; empty lets all in
    admits_badges: Mapped[int] = number(1)
    position: Mapped[int] = number()
    tags: Mapped[str] = text()  # names, one on each line; who has one is let in
    windows: Mapped[str] = text()  # "08:00/12:00 speaker,host", one on each line; empty is always
    per_day: Mapped[int] = number()
    capacity: Mapped[int | None] = maybe_number()
    # Points of one event with the same word here count as one; doors without a word are linked.
    link: Mapped[str] = text()


class CheckInRow(FactRow, kw_only=True):
    """One fact at a point: in, out, back, refused or undone."""

    __tablename__ = "check_in"
    __table_args__ = (Index("ix_check_in_registration_id", "registration_id", "point_id"),)

    registration_id: Mapped[str] = parent("registration", index=False)
    point_id: Mapped[str] = parent("point")
    kind: Mapped[str] = text()
    at: Mapped[str] = text(index=True)
    desk: Mapped[str] = text()
    actor: Mapped[str] = text()
    undoes: Mapped[str] = text(index=True)
    reason: Mapped[str] = text()
    # The verdict that a person put aside, such as "hold" or "not_allowed".
    over: Mapped[str] = text()


class HandOutRow(FactRow, kw_only=True):
    """A badge was put into a guest's hand, or that fact was taken back."""

    __tablename__ = "hand_out"

    registration_id: Mapped[str] = parent("registration")
    at: Mapped[str] = text()
    desk: Mapped[str] = text()
    actor: Mapped[str] = text()
    undoes: Mapped[str] = text(index=True)
    reason: Mapped[str] = text()


class QuestionRow(SetRow, kw_only=True):
    """A question of an event; those asked at the door are answered there when they were not."""

    __tablename__ = "question"

    event_id: Mapped[str] = parent("event")
    wording: Mapped[str] = text()  # as the answers to it are filed under
    kind: Mapped[str] = text()  # text, yes_no, choice, photo, diet
    options: Mapped[str] = text()  # of a choice, one on each line
    at_door: Mapped[int] = number()
    optional: Mapped[int] = number()
    position: Mapped[int] = number()


class TicketKeyRow(SetRow, kw_only=True):
    """A public key of another program that signs the tickets of an event."""

    __tablename__ = "ticket_key"

    event_id: Mapped[str] = parent("event")
    scheme: Mapped[str] = text()  # pretix_sig1
    public_key: Mapped[str] = text()  # PEM

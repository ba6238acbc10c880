"""Tables: check-in points and what happened at them."""

from __future__ import annotations

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from networking_app.storage.base import FactRow, SetRow, number, parent, text


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


class CheckInRow(FactRow, kw_only=True):
    """One fact at a point: in, out, refused or undone."""

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

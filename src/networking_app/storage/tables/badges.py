"""Tables: badge layouts and the badges that were printed."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from networking_app.storage.base import FactRow, SetRow, maybe_parent, number, parent, text


class BadgeLayoutRow(SetRow, kw_only=True):
    """A drawing in millimetres, as a JSON document."""

    __tablename__ = "badge_layout"

    event_id: Mapped[str | None] = maybe_parent("event")
    name: Mapped[str] = text()
    document: Mapped[str] = text()
    version: Mapped[int] = number(1)


class BadgePrintRow(FactRow, kw_only=True):
    """A badge was put on paper, or into a file."""

    __tablename__ = "badge_print"

    registration_id: Mapped[str] = parent("registration")
    layout: Mapped[str] = text()
    at: Mapped[str] = text()
    desk: Mapped[str] = text()
    reason: Mapped[str] = text()
    box: Mapped[str] = text()
    number: Mapped[int] = number()  # place in the print run, 0 if printed alone

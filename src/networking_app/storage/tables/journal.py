"""Tables: the journal, the actions it groups by, and the rows that were erased."""

from __future__ import annotations

from sqlalchemy import Index, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from networking_app.storage.base import FactRow, Row, maybe_number, number, text


class JournalRow(Row, kw_only=True):
    """One change of one row; see domain/journal."""

    __tablename__ = "journal"
    __table_args__ = (
        Index("ix_journal_row", "row", "clock"),
        Index("ix_journal_action", "action"),
        Index("ix_journal_clock", "clock"),
    )

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    clock: Mapped[int] = mapped_column(Integer)
    device: Mapped[str] = text()
    actor: Mapped[str] = text()
    action: Mapped[str] = text()
    schema: Mapped[int] = number(1)
    kind: Mapped[str] = text()
    table: Mapped[str] = text()
    row: Mapped[str] = text()
    before: Mapped[str | None] = mapped_column(Text, nullable=True, default=None)
    after: Mapped[str | None] = mapped_column(Text, nullable=True, default=None)
    # 0: stored, but not yet in the tables (its parent row is still to come).
    applied: Mapped[int] = number(1)
    # Place in the log that laptops share, unknown until it was sent there.
    place: Mapped[int | None] = maybe_number()
    mark: Mapped[int | None] = maybe_number()


class ActionRow(FactRow, kw_only=True):
    """One thing a user did: what it was, when, and which action it takes back, if any."""

    __tablename__ = "action"

    deed: Mapped[str] = text()
    facts: Mapped[str] = text()
    at: Mapped[str] = text(index=True)
    device: Mapped[str] = text()
    actor: Mapped[str] = text()
    undoes: Mapped[str] = text(index=True)


class UnfinishedRow(Row, kw_only=True):
    """A large action that is being written in parts; what it adds is hidden until its last one."""

    __tablename__ = "unfinished"

    action: Mapped[str] = mapped_column(Text, primary_key=True)
    at: Mapped[int] = number()  # when the last part was written, milliseconds since 1970


class ErasedRow(Row, kw_only=True):
    """A row that was erased for good; entries that come late for it are scrubbed."""

    __tablename__ = "erased"

    row: Mapped[str] = mapped_column(Text, primary_key=True)

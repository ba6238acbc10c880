"""The base of all tables and the few kinds of column they use.

A replicated column never has a constraint beyond its key and its parents: two laptops may write
the same value, and duplicates are found by queries. All columns have a default in the database,
as an entry of the journal names only the fields it changes.
"""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import ForeignKey, Integer, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

from networking_app.domain.journal import Kind


class Row(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """Base of all tables; `journal` says how the writer treats the table, None if it does not."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
        }
    )
    journal: ClassVar[Kind | None] = None


class SetRow(Row, kw_only=True):
    """A row whose fields are set by entries; deletion is a field."""

    __abstract__ = True
    journal: ClassVar[Kind | None] = Kind.SET

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    deleted: Mapped[int] = mapped_column(Integer, server_default="0", default=0)


class FactRow(Row, kw_only=True):
    """A row that is added once and never changed."""

    __abstract__ = True
    journal: ClassVar[Kind | None] = Kind.FACT

    id: Mapped[str] = mapped_column(Text, primary_key=True)


def text(*, index: bool = False) -> Any:
    """A column of text, empty when nothing was said."""
    return mapped_column(Text, server_default="", default="", index=index)


def number(default: int = 0) -> Any:
    """A column of whole numbers."""
    return mapped_column(Integer, server_default=str(default), default=default)


def maybe_number() -> Any:
    """A column of whole numbers that may be unknown."""
    return mapped_column(Integer, nullable=True, default=None)


def parent(target: str, *, index: bool = True) -> Any:
    """A column that points to a row; empty only once its own row was erased."""
    return mapped_column(Text, ForeignKey(f"{target}.id"), nullable=True, index=index)


def maybe_parent(target: str) -> Any:
    """A column that points to a row or to none."""
    return mapped_column(Text, ForeignKey(f"{target}.id"), nullable=True, default=None, index=True)

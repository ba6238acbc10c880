"""History: what was done, as the pages show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing a user did.

    Attributes:
        id: of the action, or of the fact when that speaks for itself.
        deed: a stable word ("import", "edit_guest", "check_in"); wording/history says it.
        facts: values for the sentence.
        at: ISO 8601 in UTC.
        undone: whether it was taken back.
    """

    id: str
    deed: str
    facts: dict[str, Any]
    at: str
    device: str = ""
    actor: str = ""
    undone: bool = False


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one row before and after."""

    table: str
    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class UndoResult:
    """What taking back an action did.

    Attributes:
        deed: what was taken back, None if there was nothing.
        put_back: fields or facts that were put back.
        kept: fields that somebody changed since and that were left alone.
    """

    deed: Deed | None
    put_back: int = 0
    kept: int = 0

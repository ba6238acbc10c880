"""What was done, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.domain.history import UndoResult
from networking_app.storage import history, undo

if TYPE_CHECKING:
    from networking_app.domain.history import Deed, FieldChange
    from networking_app.services.checkin import CheckIn
    from networking_app.storage.database import Database


class History:
    """The journal as people see it.

    Args:
        database: the open workspace.
        desk: undoes check-ins, which are facts of a desk.
    """

    def __init__(self, database: Database, desk: CheckIn) -> None:
        self._database = database
        self._desk = desk

    def recent(self, limit: int = 20) -> list[Deed]:
        """The latest deeds, newest first."""
        with self._database.read() as connection:
            return history.recent(connection, limit)

    def of_guest(self, registration_id: str) -> list[tuple[Deed, list[FieldChange]]]:
        """What was done to one guest, newest first, with the fields that changed."""
        with self._database.read() as connection:
            return [
                (deed, history.changes(connection, deed.id, registration_id))
                for deed in history.of_guest(connection, registration_id)
            ]

    def deed_with(self, fact: str) -> str:
        """The action a fact was written with, such as the walk-in of a check-in; else empty."""
        with self._database.read() as connection:
            return history.deed_with(connection, fact)

    def undo_last(self) -> UndoResult:
        """Take back the latest action or check-in that still stands."""
        with self._database.read() as connection:
            last = history.last_undoable(connection)
        return UndoResult(None) if last is None else self.undo(last.id)

    def undo(self, action: str) -> UndoResult:
        """Take back one action or check-in; what others changed since is left alone."""
        with self._database.read() as connection:
            deed = history.deed(connection, action)
        if deed is None or deed.undone:
            return UndoResult(None)
        if deed.deed in history.PASSINGS:
            return UndoResult(deed, put_back=int(self._desk.undo(action)))
        with self._database.write(
            history.UNDO, {"deed": deed.deed, **deed.facts}, action
        ) as writer:
            if undo.is_undone(writer, action):  # another desk was quicker
                return UndoResult(None)
            put_back, kept = undo.undo(writer, action)
        return UndoResult(deed, put_back, kept)

    def redo(self) -> UndoResult:
        """Put back what the latest undo took away, if nothing was done since."""
        with self._database.read() as connection:
            latest = history.recent(connection, 1)
        if not latest or latest[0].deed != history.UNDO or latest[0].undone:
            return UndoResult(None)
        again = latest[0]
        with self._database.write(
            again.facts["deed"], {k: v for k, v in again.facts.items() if k != "deed"}, again.id
        ) as writer:
            put_back, kept = undo.undo(writer, again.id)
        return UndoResult(again, put_back, kept)

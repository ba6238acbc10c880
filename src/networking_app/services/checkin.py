"""What a check-in desk can do."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from networking_app.domain import checkin as rules
from networking_app.domain.checkin import FactKind, Point, ScanAnswer, Verdict
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.domain.tickets import form_of, normalise
from networking_app.storage import checkin as doors
from networking_app.storage import events

if TYPE_CHECKING:
    from networking_app.domain.checkin import Holder
    from networking_app.storage.database import Database
    from networking_app.storage.writer import Writer


class CheckIn:
    """Check-in at one desk.

    Args:
        database: the open workspace.
        desk: its name, as guests and colleagues know it.
        actor: who stands there, if known.
    """

    def __init__(self, database: Database, desk: str, actor: str = "") -> None:
        self._database = database
        self.desk = desk
        self.actor = actor

    def points(self, event_id: str) -> list[Point]:
        """Check-in points of an event, the main door first."""
        with self._database.read() as connection:
            return events.points(connection, event_id)

    def point(self, event_id: str, name: str = "") -> Point:
        """The point of this name, the main door if none is named.

        Raises:
            Trouble: there is no such point.
        """
        found = self.points(event_id)
        for candidate in found:
            if not name or candidate.name.casefold() == name.casefold():
                return candidate
        raise Trouble(TroubleKind.NOT_KNOWN, name, known=[p.name for p in found])

    def scan(self, code: str, point: Point) -> ScanAnswer:
        """Let the holder of a scanned or typed code in, or say why not."""
        with self._database.write() as writer:
            holder = doors.holder_of_code(
                writer.connection, normalise(code), point.event_id, point.id
            )
            return self._pass(writer, code, holder, point)

    def admit(self, registration_id: str, point: Point) -> ScanAnswer:
        """The same for a guest who was found by name."""
        with self._database.write() as writer:
            holder = doors.holder_of_registration(
                writer.connection, registration_id, point.event_id, point.id
            )
            return self._pass(writer, "", holder, point)

    def undo(self, check_in_id: str, reason: str = "") -> bool:
        """Take back one check-in by a new fact; both stay. False if it was undone already."""
        with self._database.write() as writer:
            place = doors.point_of_check_in(writer.connection, check_in_id)
            if place is None:
                return False
            registration, point = place
            writer.tell(
                "check_in",
                registration_id=registration,
                point_id=point,
                kind=FactKind.UNDONE.value,
                at=writer.now,
                desk=self.desk,
                actor=self.actor,
                undoes=check_in_id,
                reason=reason,
            )
            return True

    def _pass(self, writer: Writer, code: str, holder: Holder | None, point: Point) -> ScanAnswer:
        now = datetime.fromisoformat(writer.now).astimezone(UTC)
        answer = rules.judge(code, form_of(code), holder, point, self.desk, now)
        if holder is None or answer.verdict is not Verdict.WELCOME or answer.repeated:
            return answer
        fact = writer.tell(
            "check_in",
            registration_id=holder.registration_id,
            point_id=point.id,
            kind=FactKind.IN.value,
            at=writer.now,
            desk=self.desk,
            actor=self.actor,
        )
        return rules.written(answer, fact)

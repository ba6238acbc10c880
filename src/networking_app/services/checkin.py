"""What a check-in desk can do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from networking_app.domain import checkin as rules
from networking_app.domain.checkin import Direction, FactKind, ScanAnswer, Verdict
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.domain.scanned import codes_in
from networking_app.domain.tickets import form_of, normalise
from networking_app.exchange import signed_tickets
from networking_app.storage import checkin as doors
from networking_app.storage import points
from networking_app.storage.writer import stamp

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from networking_app.domain.checkin import Holder, Point
    from networking_app.storage.database import Database
    from networking_app.storage.writer import Writer

# Verdicts that a person at the desk resolves at once; nobody was sent away yet.
_OPEN = frozenset({Verdict.HOLD, Verdict.DATA_MISSING, Verdict.WRONG_EVENT})


@dataclass(frozen=True, slots=True)
class Override:
    """A person lets a guest in against the rules, or confirms a note that was held up.

    Attributes:
        reason: in the person's words; kept with the check-in.
    """

    reason: str = ""


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
            return points.points(connection, event_id)

    def point(self, event_id: str, name: str = "") -> Point:
        """The point of this name, the main door if none is named.

        Raises:
            Trouble: there is no such point.
        """
        found = self.points(event_id)
        for candidate in found:
            if not name or candidate.name.casefold() == name.strip().casefold():
                return candidate
        raise Trouble(TroubleKind.NOT_KNOWN, name, known=[p.name for p in found])

    def scan(
        self,
        code: str,
        point: Point,
        direction: Direction = Direction.IN,
        override: Override | None = None,
    ) -> ScanAnswer:
        """Let the holder of a scanned or typed code in (or out), or say why not.

        Args:
            code: as read; also an address or a contact card that holds a code.
            point: where it was read.
            direction: which way the guest goes.
            override: given when a person lets the guest in whatever the rules say.
        """
        with self._database.write() as writer:
            holder = _holder_of(writer.connection, code, point)
            return self._pass(writer, code, holder, point, direction, override)

    def admit(
        self,
        registration_id: str,
        point: Point,
        direction: Direction = Direction.IN,
        override: Override | None = None,
    ) -> ScanAnswer:
        """The same for a guest who was found by name."""
        with self._database.write() as writer:
            return self.admit_within(writer, registration_id, point, direction, override)

    def admit_within(
        self,
        writer: Writer,
        registration_id: str,
        point: Point,
        direction: Direction = Direction.IN,
        override: Override | None = None,
    ) -> ScanAnswer:
        """The same within the transaction of another service, such as one that registers."""
        writer.flush()
        holder = doors.holder_of_registration(writer.connection, registration_id, point)
        return self._pass(writer, "", holder, point, direction, override)

    def simulate(self, code: str, point: Point, at: datetime) -> ScanAnswer:
        """What the answer would be at a moment (with a time zone); nothing is written.

        Check-ins later than that moment are left out; the code may also be the key of a
        registration.
        """
        until = stamp(int(at.timestamp() * 1000))
        with self._database.read() as connection:
            holder = _holder_of(connection, code, point, until)
            if holder is None:
                holder = doors.holder_of_registration(connection, code, point, until)
            now = at.astimezone(UTC)
            inside = self._inside(connection, point, now, until)
            answer = rules.judge(code, form_of(code), holder, point, "", now, inside=inside)
            return self._with_foreign(connection, answer, point, now)

    def back(self, registration_id: str, point: Point, reason: str = "") -> str:
        """A guest who was in before came back after a break: inside again, not a new arrival."""
        with self._database.write() as writer:
            return self._tell(writer, registration_id, point, FactKind.BACK, reason=reason)

    def refuse(self, registration_id: str, point: Point, reason: str = "") -> str:
        """A guest was sent away by a person; kept as a fact, counts nowhere."""
        with self._database.write() as writer:
            return self._tell(writer, registration_id, point, FactKind.REFUSED, reason=reason)

    def undo(self, check_in_id: str, reason: str = "") -> bool:
        """Take back one passing by a new fact; both stay. False if it was undone already."""
        with self._database.write() as writer:
            return self._undo(writer, check_in_id, reason)

    def undo_code(self, code: str, event_id: str, reason: str = "") -> ScanAnswer | None:
        """Take back the latest passing of the holder of a code, at whatever point and desk.

        Returns:
            the holder with what was taken back, None if there is nothing to take back.

        Raises:
            Trouble: nobody at this event holds the code.
        """
        main = self.point(event_id)
        with self._database.write() as writer:
            holder = _holder_of(writer.connection, code, main)
            if holder is None or holder.event_id != event_id:
                raise Trouble(TroubleKind.NOT_KNOWN, code, known=[])
            passed = doors.passings(writer.connection, holder.registration_id)
            if not passed or not self._undo(writer, passed[0].id, reason):
                return None
            last = passed[0]
            return ScanAnswer(
                Verdict.WELCOME, code, holder, last.at, last.desk, last.actor,
                check_in_id=last.id,
                direction=Direction.OUT if last.kind is FactKind.OUT else Direction.IN,
            )  # fmt: skip

    def hand_out(self, registration_id: str, reason: str = "") -> str:
        """A badge was put into the guest's hand; a fact of its own beside the check-in."""
        with self._database.write() as writer:
            return self._hand_out(writer, registration_id, reason)

    def take_back_badge(self, registration_id: str, reason: str = "") -> bool:
        """Undo the latest handing out; False if there is none."""
        with self._database.write() as writer:
            found = doors.standing_hand_outs(writer.connection, registration_id)
            if not found:
                return False
            self._take_back(writer, registration_id, found[0][0], reason)
            return True

    def inside(self, point: Point) -> int:
        """Guests inside now behind a point and those linked to it."""
        now = datetime.fromtimestamp(self._database.author.wall() / 1000, UTC)
        with self._database.read() as connection:
            return doors.inside(connection, point, _since(point, now))

    def _pass(
        self,
        writer: Writer,
        code: str,
        holder: Holder | None,
        point: Point,
        direction: Direction,
        override: Override | None,
    ) -> ScanAnswer:
        now = datetime.fromisoformat(writer.now).astimezone(UTC)
        form = form_of(code)
        if direction is Direction.OUT:
            answer = rules.judge_leaving(code, form, holder, point, self.desk, now)
        else:
            inside = self._inside(writer.connection, point, now)
            answer = rules.judge(code, form, holder, point, self.desk, now, inside=inside)
        if holder is None:
            return self._with_foreign(writer.connection, answer, point, now)
        if override is not None and rules.may_be_overridden(answer):
            answer = replace(
                answer, verdict=Verdict.WELCOME, at=now, over=answer.verdict, desk="", actor=""
            )
        if answer.repeated:
            return answer
        if answer.verdict is not Verdict.WELCOME:
            self._note_refusal(writer, answer, holder, point, now)
            return answer
        kind = FactKind.OUT if direction is Direction.OUT else FactKind.IN
        fact = self._tell(
            writer,
            holder.registration_id,
            point,
            kind,
            reason=override.reason if override and answer.over else "",
            over=answer.over.value if answer.over else "",
        )
        waits = bool(holder.badge.printed) and not holder.badge.handed_out
        if kind is FactKind.IN and point.hands_out and waits:
            self._hand_out(writer, holder.registration_id, "")
        return rules.written(answer, fact)

    def _inside(self, connection: Connection, point: Point, now: datetime, until: str = "") -> int:
        if point.capacity is None:
            return 0
        return doors.inside(connection, point, _since(point, now), until)

    def _with_foreign(
        self, connection: Connection, answer: ScanAnswer, point: Point, now: datetime
    ) -> ScanAnswer:
        """Say what is known of a signed code of another program that nobody holds."""
        if answer.holder is not None or not signed_tickets.looks_signed(answer.code):
            return answer
        keys = [pem for _key, _scheme, pem in points.ticket_keys(connection, point.event_id)]
        if not keys:
            return replace(answer, verdict=Verdict.UNKNOWN)
        found = signed_tickets.verify(answer.code, keys, now)
        return replace(answer, verdict=Verdict.UNKNOWN, foreign=found)

    def _note_refusal(
        self, writer: Writer, answer: ScanAnswer, holder: Holder, point: Point, now: datetime
    ) -> None:
        if answer.verdict in _OPEN:
            return
        since = stamp(int((now - rules.REPEAT).timestamp() * 1000))
        if not doors.refused_lately(writer.connection, holder, point, since):
            over = answer.verdict.value
            self._tell(writer, holder.registration_id, point, FactKind.REFUSED, over=over)

    def _undo(self, writer: Writer, check_in_id: str, reason: str) -> bool:
        place = doors.standing_fact(writer.connection, check_in_id)
        if place is None:
            return False
        registration, point, at = place
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
        for key, when in doors.standing_hand_outs(writer.connection, registration):
            if when == at:  # came with this check-in
                self._take_back(writer, registration, key, reason)
        return True

    def _tell(
        self,
        writer: Writer,
        registration_id: str,
        point: Point,
        kind: FactKind,
        reason: str = "",
        over: str = "",
    ) -> str:
        return writer.tell(
            "check_in",
            registration_id=registration_id,
            point_id=point.id,
            kind=kind.value,
            at=writer.now,
            desk=self.desk,
            actor=self.actor,
            reason=reason,
            over=over,
        )

    def _hand_out(self, writer: Writer, registration_id: str, reason: str) -> str:
        return writer.tell(
            "hand_out",
            registration_id=registration_id,
            at=writer.now,
            desk=self.desk,
            actor=self.actor,
            reason=reason,
        )

    def _take_back(self, writer: Writer, registration_id: str, key: str, reason: str) -> None:
        writer.tell(
            "hand_out",
            registration_id=registration_id,
            at=writer.now,
            desk=self.desk,
            actor=self.actor,
            undoes=key,
            reason=reason,
        )


def _holder_of(connection: Connection, read: str, point: Point, until: str = "") -> Holder | None:
    """Who holds what was read, or a code that stands in it."""
    whole = normalise(read)
    holder = doors.holder_of_code(connection, whole, point, until)
    if holder is not None:
        return holder
    inner = (doors.holder_of_code(connection, code, point, until) for code in codes_in(read))
    return next((found for found in inner if found is not None), None)


def _since(point: Point, now: datetime) -> str:
    return stamp(int(point.day_start(now).timestamp() * 1000)) if point.per_day else ""

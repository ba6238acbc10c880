"""Check-in points of an event, what is asked there, keys of foreign tickets and the PIN."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from networking_app.domain.points import (
    Point,
    PointKind,
    Question,
    QuestionKind,
    Rule,
    Window,
    format_windows,
    kind_of_name,
)
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.domain.queues import Queue, queues
from networking_app.domain.registration import Permission, Purpose
from networking_app.exchange import signed_tickets
from networking_app.exchange.importers import words
from networking_app.storage import events, guests, points

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from networking_app.storage.database import Database
    from networking_app.storage.writer import Writer

_ROUNDS = 200_000
PRETIX = "pretix_sig1"
DOORS = "doors"  # what doors count together by


@dataclass(frozen=True, slots=True)
class PointRules:
    """What can be set of a check-in point; see domain.points.Point for the meaning.

    Attributes:
        link: points of one event with the same word count as one; empty: doors are linked with
            each other, others stand alone.
    """

    name: str
    kind: PointKind = PointKind.DOOR
    rule: Rule = Rule.ONCE
    allowed: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    windows: tuple[Window, ...] = ()
    per_day: bool = False
    capacity: int | None = None
    admits_badges: bool = True
    link: str = ""


@dataclass(frozen=True, slots=True)
class PointCounts:
    """Guests who entered by a point, and those inside behind it."""

    entered: int = 0
    inside: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question that imported guests were asked, and that is not asked at the door.

    Attributes:
        without: guests with a place who have no answer to it.
    """

    text: str
    answered: int
    without: int


@dataclass(frozen=True, slots=True)
class Audience:
    """Categories and tags of the guests of an event, those of most guests first."""

    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TicketKey:
    """A public key that signs tickets of an event in another program."""

    id: str
    scheme: str
    public_key: str


class Points:
    """The points of an open workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, event_id: str) -> list[Point]:
        """Points of an event, the main door first."""
        with self._database.read() as connection:
            return points.points(connection, event_id)

    def counts(self, event_id: str) -> dict[str, PointCounts]:
        """Who entered and who is inside, by point; linked points share who is inside."""
        now = datetime.fromtimestamp(self._database.author.wall() / 1000, UTC)
        with self._database.read() as connection:
            found = points.entries(connection, points.points(connection, event_id), now)
        return {key: PointCounts(*numbers) for key, numbers in found.items()}

    def add(self, event_id: str, rules: PointRules) -> Point:
        """Make a point; it comes last.

        Raises:
            Trouble: the name is empty, or another point of the event has it.
        """
        name = self._free_name(event_id, rules.name)
        with self._database.write("add_point", {"name": name}) as writer:
            place = len(points.points(writer.connection, event_id))
            key = writer.add(
                "point", event_id=event_id, position=place, **{**_values(rules), "name": name}
            )
        return self._point(event_id, key)

    def change(self, event_id: str, point_id: str, rules: PointRules) -> bool:
        """Set the rules of a point; returns whether anything differed.

        Raises:
            Trouble: the name is empty, or another point of the event has it.
        """
        name = self._free_name(event_id, rules.name, but=point_id)
        with self._database.write("edit_point", {"name": name}) as writer:
            return writer.change("point", point_id, **{**_values(rules), "name": name})

    def remove(self, event_id: str, point_id: str) -> None:
        """Take a point away; what happened there stays in the history.

        Raises:
            Trouble: it is the only one of the event.
        """
        found = {point.id: point for point in self.all(event_id)}
        if len(found) < 2 or point_id not in found:
            raise Trouble(TroubleKind.LAST_POINT)
        with self._database.write("remove_point", {"name": found[point_id].name}) as writer:
            writer.change("point", point_id, deleted=1)

    def move(self, order: Sequence[str]) -> None:
        """Put the points in this order; the first is the main door."""
        with self._database.write("move_points") as writer:
            writer.change_many("point", [(k, {"position": n}) for n, k in enumerate(order)])

    def links(self, event_id: str) -> dict[str, str]:
        """The `link` of every point, see PointRules."""
        with self._database.read() as connection:
            return points.links(connection, event_id)

    def audience(self, event_id: str) -> Audience:
        """Whom a rule may name: categories and tags that guests of the event have."""
        with self._database.read() as connection:
            return Audience(*map(tuple, points.audience(connection, event_id)))

    def queues(self, event_id: str, desks: int) -> list[Queue]:
        """Queues by surname for the guests with a place who have not come yet."""
        with self._database.read() as connection:
            keys = points.expected(connection, event_id)
        return queues(keys, desks)

    def make_signs(self, event_id: str, desks: int, out: Path | BinaryIO) -> int:
        """Write a PDF with a sign for the queue of each desk; returns how many.

        Raises:
            Trouble: nobody is expected any more, or the file cannot be written.
        """
        # slow import: it brings ReportLab
        from networking_app.documents.signs import draw_signs  # noqa: PLC0415

        found = self.queues(event_id, desks)
        with self._database.read() as connection:
            title = next((e.title for e in events.all_events(connection) if e.id == event_id), "")
        if not found:
            raise Trouble(TroubleKind.NOT_KNOWN, title, known=[])
        return draw_signs(found, title, out)

    def proposals(self, event_id: str) -> list[Proposal]:
        """Questions that imported guests answered and that are no questions of the event yet."""
        with self._database.read() as connection:
            known = {question.text for question in points.questions(connection, event_id)}
            total = events.counts(connection, event_id).registered
            found = points.answered(connection, event_id)
        return [
            Proposal(question, count, max(0, total - count))
            for question, count in found
            if question not in known
        ]

    def questions(self, event_id: str) -> list[tuple[Question, bool]]:
        """Questions of an event, each with whether it is asked at the door."""
        with self._database.read() as connection:
            asked = points.door_questions(connection, event_id)
            return [(q, q.id in asked) for q in points.questions(connection, event_id)]

    def set_questions(self, event_id: str, asked: Sequence[tuple[Question, bool]]) -> None:
        """Make these the questions of an event, in this order; one without a key is new."""
        with self._database.write("edit_questions", {"count": len(asked)}) as writer:
            kept = {question.id for question, _at_door in asked}
            for old in points.questions(writer.connection, event_id):
                if old.id not in kept:
                    writer.change("question", old.id, deleted=1)
            for place, (question, at_door) in enumerate(asked):
                values = _question(question, at_door=at_door, place=place)
                if question.id:
                    writer.change("question", question.id, **values)
                else:
                    writer.add("question", event_id=event_id, **values)

    def answer(self, registration_id: str, answers: Mapping[Question, str]) -> None:
        """Keep what a guest answered at the door; empty answers are left out.

        The answer to a question about photos is a word of domain.registration.Permission.

        Raises:
            ValueError: it is another word.
        """
        with self._database.write("answer_at_door", {"count": len(answers)}) as writer:
            keep_answers(writer, registration_id, answers)

    def ticket_keys(self, event_id: str) -> list[TicketKey]:
        """Keys of other programs that sign tickets of this event."""
        with self._database.read() as connection:
            return [TicketKey(*line) for line in points.ticket_keys(connection, event_id)]

    def add_ticket_key(self, event_id: str, pem: str) -> None:
        """Trust tickets that were signed with this key.

        Args:
            event_id: which event.
            pem: the public key as PEM, or the Base64 of it that pretix shows.

        Raises:
            Trouble: it is no Ed25519 public key.
        """
        if not signed_tickets.is_public_key(pem):
            raise Trouble(TroubleKind.NO_PUBLIC_KEY)
        with self._database.write("add_ticket_key") as writer:
            writer.add("ticket_key", event_id=event_id, scheme=PRETIX, public_key=pem.strip())

    def remove_ticket_key(self, key: str) -> None:
        """Trust such tickets no longer."""
        with self._database.write("remove_ticket_key") as writer:
            writer.change("ticket_key", key, deleted=1)

    def set_pin(self, event_id: str, pin: str) -> None:
        """Ask for this PIN before a guest is let in against a rule; "" asks for none."""
        stored = ""
        if pin:
            salt = secrets.token_bytes(16)
            stored = f"{salt.hex()}${_hashed(pin, salt)}"
        with self._database.write("set_pin") as writer:
            writer.change("event", event_id, pin=stored)

    def pin_opens(self, event_id: str, pin: str) -> bool:
        """Whether this is the PIN; where none is set every text is."""
        with self._database.read() as connection:
            stored = events.pin(connection, event_id)
        salt, _dollar, wanted = stored.partition("$")
        try:
            return not stored or hmac.compare_digest(_hashed(pin, bytes.fromhex(salt)), wanted)
        except ValueError:  # written by another version
            return False

    def _point(self, event_id: str, key: str) -> Point:
        return next(point for point in self.all(event_id) if point.id == key)

    def _free_name(self, event_id: str, name: str, but: str = "") -> str:
        name = " ".join(name.split())
        if not name:
            raise Trouble(TroubleKind.NAME_MISSING)
        for other in self.all(event_id):
            if other.id != but and other.name.casefold() == name.casefold():
                raise Trouble(TroubleKind.POINT_EXISTS, name)
        return name


def rules_of(point: Point, link: str = "") -> PointRules:
    """The rules of a point, to be changed."""
    return PointRules(
        point.name, point.kind, point.rule, point.allowed, point.tags, point.windows,
        point.per_day, point.capacity, point.admits_badges, link,
    )  # fmt: skip


def link_of(point: Point, stored: str) -> str:
    """The word by which another point counts together with this one."""
    return stored or (DOORS if point.kind is PointKind.DOOR else point.id)


def rules_for(name: str, rule: Rule = Rule.ONCE, allowed: tuple[str, ...] = ()) -> PointRules:
    """Rules for a new point of which only the name is known: its kind is read from the name."""
    return PointRules(name, kind_of_name(name), rule, allowed)


def category_of(typed: str) -> str:
    """A category by its key or its word in one of our languages; an organiser's own one stays."""
    text = " ".join(typed.split())
    return words.category(text) or text


def _values(rules: PointRules) -> dict[str, Any]:
    return {
        "kind": rules.kind.value,
        "rule": rules.rule.value,
        "allowed": "\n".join(rules.allowed),
        "tags": "\n".join(rules.tags),
        "windows": format_windows(rules.windows),
        "per_day": int(rules.per_day),
        "capacity": rules.capacity,
        "admits_badges": int(rules.admits_badges),
        "link": rules.link,
    }


def _question(question: Question, *, at_door: bool, place: int) -> dict[str, Any]:
    return {
        "wording": question.text,
        "kind": question.kind.value,
        "options": "\n".join(question.options),
        "at_door": int(at_door),
        "optional": int(question.optional),
        "position": place,
        "deleted": 0,
    }


def keep_answers(writer: Writer, registration_id: str, answers: Mapping[Question, str]) -> None:
    """Keep answers as Points.answer does, within the transaction of another service.

    Raises:
        ValueError: an answer about photos is no word of domain.registration.Permission.
    """
    there = guests.belonging_rows(writer.connection, registration_id)
    for question, said in answers.items():
        if said.strip():
            _keep(writer, registration_id, there, question, said.strip())


def _keep(
    writer: Writer,
    registration_id: str,
    there: Mapping[tuple[str, str], str],
    question: Question,
    said: str,
) -> None:
    table, name = {
        QuestionKind.PHOTO: ("consent", "purpose"),
        QuestionKind.DIET: ("protected_answer", "kind"),
    }.get(question.kind, ("answer", "question"))
    key = {
        QuestionKind.PHOTO: Purpose.PHOTO.value,
        QuestionKind.DIET: "diet",
    }.get(question.kind, question.text)
    values: dict[str, Any] = {"value": said}
    if question.kind is QuestionKind.PHOTO:
        values = {
            "value": Permission(said).value, "at": writer.now, "wording": question.text,
        }  # fmt: skip
    found = there.get((table, key))
    if found is not None:
        writer.change(table, found, **values)
    else:
        writer.add(table, registration_id=registration_id, **{name: key}, **values)


def _hashed(pin: str, salt: bytes) -> str:
    return hashlib.pbkdf2_hmac("sha256", pin.encode(), salt, _ROUNDS).hex()

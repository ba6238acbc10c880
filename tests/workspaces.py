"""Workspaces with an event and many guests, quickly made, and their contents in plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from networking_app.domain.registration import GuestDetails, Permission, Purpose
from networking_app.services.checkin import CheckIn
from networking_app.services.enrolment import Enrolment
from networking_app.services.events import Events
from networking_app.storage import database
from networking_app.storage.database import Author, Database
from networking_app.storage.journal import shapes

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from networking_app.domain.checkin import Point

NOW = 1_795_600_000_000  # 2026-11-25, in milliseconds since 1970
GIVEN = ("Aino", "Matti", "Åke", "Väinö", "Zoë", "Máret", "Siân", "Łukasz")
FAMILY = ("Pöyhönen", "Åkerström", "Virtanen", "van der Berg", "O'Neill", "Ng", "Öst", "Müller")


class Wall:
    """A clock that a test moves; it goes on by itself so that nothing happens twice at once."""

    def __init__(self, now: int = NOW, step: int = 1) -> None:
        self.now = now
        self.step = step

    def __call__(self) -> int:
        self.now += self.step
        return self.now


def author(device: str = "Desk 1", wall: Any = None) -> Author:
    return Author(device, wall or Wall())


def make_database(path: Path, device: str = "Desk 1", wall: Any = None) -> Database:
    return database.create(path, author(device, wall))


def make_event(opened: Database, title: str = "Matchmaking Day") -> str:
    return Events(opened).create(title, door="Main door")


def made_up(number: int, **values: Any) -> GuestDetails:
    """A made-up guest; `number` tells them apart."""
    given = GIVEN[number % len(GIVEN)]
    family = f"{FAMILY[number // len(GIVEN) % len(FAMILY)]}-{number}"
    said = {
        "given": given,
        "family": family,
        "email": f"guest{number}@example.org",
        "phone": f"+35840{number:07}",
        "phone_typed": f"040 {number:07}",
        "organisation": f"Company {number % 50} Oy",
        "title": "Advisor",
    }
    return GuestDetails(**(said | values))


def full(number: int = 0) -> GuestDetails:
    """A guest who said something in every field."""
    return made_up(
        number,
        city="Kotka",
        note="Arrives late",
        diet="No nuts",
        access="Step-free",
        tags=("vip",),
        codes=(f"EXT-{number}",),
        answers=(("Why?", "To meet people"), ("How?", "By train")),
        consents=((Purpose.PHOTO, Permission.ASK), (Purpose.MARKETING, Permission.NO)),
    )


def enrol(opened: Database, event_id: str, count: int, start: int = 0) -> list[str]:
    """Register made-up guests as one import; returns the keys of their registrations."""
    with opened.write("import", {"count": count}) as writer:
        enrolment = Enrolment(writer, event_id, "guests.xlsx")
        return [enrolment.add(made_up(n)) for n in range(start, start + count)]


def desk(opened: Database, event_id: str, name: str = "Desk 1") -> tuple[CheckIn, Point]:
    found = CheckIn(opened, name)
    return found, found.point(event_id)


def tickets(connection: Connection, kind: str = "ticket") -> dict[str, str]:
    """Codes by registration."""
    statement = "SELECT registration_id, code FROM code WHERE kind = ? AND revokes = ''"
    return dict(tuple(line) for line in connection.exec_driver_sql(statement, (kind,)))


def contents(connection: Connection) -> dict[str, dict[str, dict[str, Any]]]:
    """All rows of all tables of the journal, by table and key."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for table in shapes():
        lines = connection.exec_driver_sql(f'SELECT * FROM "{table}"').mappings()
        found[table] = {line["id"]: dict(line) for line in lines}
    return found

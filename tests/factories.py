"""Things that many tests need: an empty workspace with a clock one can set, an event, guests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from networking_app.domain.registration import GuestDetails
from networking_app.services.events import Events
from networking_app.services.guests import Guests
from networking_app.storage import database as storage
from networking_app.storage.database import Author, Database

START = datetime(2026, 11, 26, 6, 0, tzinfo=UTC)


class Clock:
    """A wall clock that stands still until it is moved; call it for milliseconds since 1970.

    With `tick` it goes on by so many milliseconds whenever it is read, so that things stand in the
    order in which they were done.
    """

    def __init__(self, now: datetime = START, tick: int = 0) -> None:
        self.now = now
        self._tick = timedelta(milliseconds=tick)

    def __call__(self) -> int:
        self.now += self._tick
        return int(self.now.timestamp() * 1000)

    def forward(self, **parts: float) -> datetime:
        self.now += timedelta(**parts)
        return self.now


def workspace(folder: Path, clock: Clock | None = None, name: str = "work.nwapp") -> Database:
    """An empty workspace in this folder; its clock is `database.author.wall`."""
    return storage.create(folder / name, Author("Desk A", clock or Clock(), "Henna"))


def event(database: Database, title: str = "Test evening", **values: Any) -> str:
    return Events(database).create(title, door="Main door", **values)


def details(name: str = "Aino Pöyhönen", **values: Any) -> GuestDetails:
    """A guest by the name as spoken; other fields as named."""
    given, _, family = name.rpartition(" ")
    return GuestDetails(given=given, family=family, **values)


def guest(database: Database, event_id: str, name: str = "Aino Pöyhönen", **values: Any) -> str:
    """Register a guest; returns the key of the registration."""
    return Guests(database).add(event_id, details(name, **values))

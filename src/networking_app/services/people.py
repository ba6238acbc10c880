"""People beyond one registration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.storage import people

if TYPE_CHECKING:
    from networking_app.domain.people import Person
    from networking_app.storage.database import Database


class People:
    """The people of an open workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_registration(self, registration_id: str) -> Person:
        """The person behind a registration.

        Raises:
            Trouble: there is no such registration (any more).
        """
        with self._database.read() as connection:
            found = people.of_registration(connection, registration_id)
        if found is None:
            raise Trouble(TroubleKind.NOT_KNOWN, registration_id, known=[])
        return found

    def introduce(self, person: Person, *, titles: str, biography: str) -> bool:
        """Set a person's own titles and what is told of them; returns whether that differed."""
        with self._database.write("edit_person", {"name": person.name}) as writer:
            return writer.change("person", person.id, titles=titles, biography=biography)

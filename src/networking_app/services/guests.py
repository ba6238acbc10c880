"""Guests of an event: looking, finding, adding, changing, cancelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.domain.names import fold
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.domain.registration import Status
from networking_app.services.enrolment import Enrolment
from networking_app.storage import guests
from networking_app.storage.search import GuestIndex, find_once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from networking_app.domain.registration import Guest, GuestDetails
    from networking_app.storage.database import Database
    from networking_app.storage.guests import Known, Searchable

_SEARCHED = frozenset(
    {"person", "registration", "affiliation", "organisation", "cluster", "project", "code"}
)


class Guests:
    """The guests of an open workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._index: GuestIndex | None = None
        self._index_of: tuple[str, int] | None = None

    def all(self, event_id: str) -> list[Guest]:
        """All guests of an event in Finnish order."""
        with self._database.read() as connection:
            return guests.lines(connection, event_id)

    def some(self, event_id: str, ids: Sequence[str]) -> list[Guest]:
        """These guests, in the order asked for."""
        with self._database.read() as connection:
            return guests.some(connection, event_id, ids)

    def find(self, event_id: str, text: str, limit: int = 20) -> list[Guest]:
        """Guests whose name, organisation, e-mail, phone or code is like the text, best first."""
        return self.some(event_id, self.find_ids(event_id, text, limit))

    def find_ids(self, event_id: str, text: str, limit: int = 20) -> list[str]:
        """Their keys alone, for a table that holds the guests already."""
        return [hit.id for hit in self._up_to_date(event_id).find(text, limit)]

    def find_once(self, event_id: str, text: str, limit: int = 20) -> list[Guest]:
        """The same for a single question, without building an index for the next ones."""
        with self._database.read() as connection:
            rows = _searched(guests.searchables(connection, event_id))
            hits = find_once(rows, text, limit)
            return guests.some(connection, event_id, [hit.id for hit in hits])

    def details(self, registration_id: str) -> GuestDetails:
        """Everything about one guest.

        Raises:
            Trouble: there is no such guest (any more).
        """
        return self._known(registration_id).details

    def add(self, event_id: str, details: GuestDetails, *, walk_in: bool = False) -> str:
        """Register a guest; returns the key of the registration."""
        deed = "walk_in" if walk_in else "add_guest"
        with self._database.write(deed, {"name": details.name}) as writer:
            key = Enrolment(writer, event_id).add(details, walk_in=walk_in)
        self._index = None
        return key

    def edit(self, event_id: str, registration_id: str, details: GuestDetails) -> bool:
        """Make a guest say what these details say; returns whether anything changed."""
        known = self._known(registration_id)
        with self._database.write("edit_guest", {"name": details.name}) as writer:
            changed = Enrolment(writer, event_id).update(known, details, remove_missing=True)
        self._index = None
        return changed

    def set_status(self, ids: Sequence[str], status: Status) -> int:
        """Cancel guests, make them wait or take them back; returns how many changed."""
        deed = {Status.CANCELLED: "cancel", Status.WAITING: "wait"}.get(status, "reinstate")
        facts = {"count": len(ids), "name": self._known(ids[0]).details.name if ids else ""}
        with self._database.write(deed, facts) as writer:
            values = {"status": status.value, "status_at": writer.now}
            differ = [
                key
                for key, now in guests.statuses(writer.connection, ids).items()
                if now != status.value
            ]
            return writer.change_many("registration", [(key, values) for key in differ])

    def set_category(self, ids: Sequence[str], category: str) -> int:
        """Give guests a category; returns how many changed."""
        with self._database.write("set_category", {"count": len(ids), "to": category}) as writer:
            return writer.change_many(
                "registration", [(key, {"category": category}) for key in ids]
            )

    def delete(self, ids: Sequence[str]) -> int:
        """Take guests off the event; undone like everything else. Returns how many."""
        facts = {"count": len(ids), "name": self._known(ids[0]).details.name if ids else ""}
        with self._database.write("delete_guest", facts) as writer:
            return writer.change_many("registration", [(key, {"deleted": 1}) for key in ids])

    def same_names(self, event_id: str) -> set[str]:
        """Keys of guests who share their name with another guest of the event."""
        seen: dict[str, str] = {}
        doubles: set[str] = set()
        for guest in self.all(event_id):
            other = seen.setdefault(guest.sort_key, guest.id)
            if other != guest.id:
                doubles |= {other, guest.id}
        return doubles

    def forget_index(self, tables: frozenset[str]) -> None:
        """Build the search index again before the next search, when what it holds was changed."""
        if tables & _SEARCHED:
            self._index = None

    def _known(self, registration_id: str) -> Known:
        with self._database.read() as connection:
            found = guests.known(connection, "", registration_id)
        if not found:
            raise Trouble(TroubleKind.NOT_KNOWN, registration_id, known=[])
        return found[0]

    def _up_to_date(self, event_id: str) -> GuestIndex:
        version = (event_id, self._database.data_version())
        if self._index is None or self._index_of != version:
            with self._database.read() as connection:
                found = guests.searchables(connection, event_id)
            self._index = GuestIndex.build(_searched(found))
            self._index_of = version
        return self._index


def _searched(found: Iterable[Searchable]) -> Iterator[tuple[str, str, str]]:
    """Key, folded text with the name first, and sort key of each guest."""
    for one in found:
        yield (
            one.id,
            f"{one.person} {fold(one.organisation)} {fold(one.title)} {fold(one.codes)}",
            one.sort_key,
        )

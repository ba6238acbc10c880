"""Guests of an event: looking, finding, adding, changing, cancelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.domain.registration import Status
from networking_app.services.enrolment import Enrolment
from networking_app.storage import finding, guests
from networking_app.storage.finding import Finding
from networking_app.storage.search import find_once

if TYPE_CHECKING:
    from collections.abc import Sequence

    from networking_app.domain.registration import Guest, GuestDetails
    from networking_app.storage.database import Database
    from networking_app.storage.guests import Known


class Guests:
    """The guests of an open workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._finding = Finding()

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
        with self._database.read() as connection:
            ids = self._finding.find(connection, event_id, text, limit)
            return guests.some(connection, event_id, ids) if ids else []

    def find_ids(self, event_id: str, text: str, limit: int = 20) -> list[str]:
        """Their keys alone, for a table that holds the guests already."""
        with self._database.read() as connection:
            return self._finding.find(connection, event_id, text, limit)

    def find_once(self, event_id: str, text: str, limit: int = 20) -> list[Guest]:
        """The same for a single question, without building an index for the next ones."""
        with self._database.read() as connection:
            rows = finding.lines(guests.searchables(connection, event_id))
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
            return Enrolment(writer, event_id).add(details, walk_in=walk_in)

    def edit(self, event_id: str, registration_id: str, details: GuestDetails) -> bool:
        """Make a guest say what these details say; returns whether anything changed."""
        known = self._known(registration_id)
        with self._database.write("edit_guest", {"name": details.name}) as writer:
            return Enrolment(writer, event_id).update(known, details, remove_missing=True)

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

    def set_attention(self, registration_id: str, text: str, *, holds: bool = False) -> bool:
        """Set the note that the desk shows for a guest; returns whether anything differed.

        Args:
            registration_id: whose.
            text: the note; its first line is what the desk reads at a glance.
            holds: whether the desk must confirm it before the guest is let in.
        """
        name = self._known(registration_id).details.name
        with self._database.write("edit_attention", {"name": name}) as writer:
            values = {"attention": text.strip(), "holds": int(holds)}
            return writer.change("registration", registration_id, **values)

    def block(self, registration_id: str, reason: str) -> bool:
        """Let a guest in no more, with the reason the desk is told; "" lets him in again."""
        name = self._known(registration_id).details.name
        with self._database.write("block" if reason else "unblock", {"name": name}) as writer:
            return writer.change("registration", registration_id, blocked=reason.strip())

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

    def _known(self, registration_id: str) -> Known:
        with self._database.read() as connection:
            found = guests.known(connection, "", registration_id)
        if not found:
            raise Trouble(TroubleKind.NOT_KNOWN, registration_id, known=[])
        return found[0]

"""Events of a workspace: making and changing them, and their numbers now."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from networking_app.domain.checkin import Rule
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.domain.registered import day_of, day_said
from networking_app.storage import events

if TYPE_CHECKING:
    from datetime import date

    from networking_app.domain.event import DeskCount, Event, EventCounts, NextItem
    from networking_app.storage.database import Database

LATELY = timedelta(minutes=10)
LONGEST = timedelta(hours=2)  # a session of which nobody said when it ends


class Events:
    """The events of an open workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._chosen = ""

    def all(self) -> list[Event]:
        """Events, newest first."""
        with self._database.read() as connection:
            return events.all_events(connection)

    def current(self) -> Event:
        """The event chosen to work with, else the newest.

        Raises:
            Trouble: the workspace holds none.
        """
        found = self.all()
        if not found:
            raise Trouble(TroubleKind.NO_EVENT, str(self._database.path))
        return next((event for event in found if event.id == self._chosen), found[0])

    def choose(self, event_id: str) -> None:
        """Work with this event from now on; "" works with the newest."""
        self._chosen = event_id

    def create(self, title: str, *, door: str, **values: str | int | None) -> str:
        """Make an event with its main door; returns its key.

        Args:
            title: as printed.
            door: name of the main door in the user's language.
            values: other fields of domain.event.Event.
        """
        with self._database.write("new_event", {"title": title}) as writer:
            values.setdefault("zone", "Europe/Helsinki")
            event_id = writer.add("event", title=title, **values)
            writer.add(
                "point", event_id=event_id, name=door, kind="door", rule=Rule.ONCE.value, position=0
            )
        return event_id

    def change(self, event_id: str, **values: str | int | None) -> bool:
        """Set fields of an event; returns whether anything differed."""
        with self._database.write("edit_event", {"title": values.get("title", "")}) as writer:
            return writer.change("event", event_id, **values)

    def counts(self, event_id: str) -> EventCounts:
        """The numbers of an event now."""
        with self._database.read() as connection:
            return events.counts(connection, event_id)

    def arrival_times(self, event_id: str) -> list[datetime]:
        """When each guest came first, in UTC and in order."""
        with self._database.read() as connection:
            found = events.arrival_times(connection, event_id)
        return [datetime.fromisoformat(at).astimezone(UTC) for at in found]

    def registered(self, event_id: str) -> int:
        """Guests with a place."""
        with self._database.read() as connection:
            return events.registered(connection, event_id)

    def registered_days(self, event_id: str) -> list[date]:
        """On which day each guest with a place registered, in order.

        As the source said; where it did not, the day on which the guest came into the workspace.
        """
        with self._database.read() as connection:
            found = events.registered_days(connection, event_id)
        return sorted(day for key, said in found if (day := day_said(said) or day_of(key)))

    def of_category(self, event_id: str, category: str) -> list[tuple[str, str]]:
        """(name, when they came first, ISO 8601 in UTC or empty) of guests with a place."""
        with self._database.read() as connection:
            return events.of_category(connection, event_id, category)

    def desks(self, event_id: str, now: datetime) -> list[DeskCount]:
        """Arrivals at each desk, in all and in the ten minutes before now."""
        with self._database.read() as connection:
            return events.desks(connection, event_id, _stored(now - LATELY))

    def next_items(self, event_id: str, now: datetime, limit: int = 4) -> list[NextItem]:
        """Sessions that are not over, with whether their speakers are here."""
        since = _stored(now - LONGEST)
        with self._database.read() as connection:
            return events.next_items(connection, event_id, _stored(now), since, limit)


def _stored(moment: datetime) -> str:
    """A moment as times are stored, to compare with them as text."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

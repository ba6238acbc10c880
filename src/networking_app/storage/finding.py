"""The search index of an event, kept right by what the journal got since it was last asked.

A check-in costs one look at the end of the journal; a walk-in, written here or by another laptop,
changes its own rows of the index alone.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import text

from networking_app.domain.names import fold
from networking_app.domain.search import NAME_END
from networking_app.storage import guests
from networking_app.storage.search import GuestIndex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from sqlalchemy import Connection

    from networking_app.storage.guests import Searchable
    from networking_app.storage.search import Line

SEARCHED = frozenset(
    {"person", "registration", "affiliation", "organisation", "cluster", "project", "code"}
)
_TAIL = text(
    'SELECT rowid, id, "table", "row", applied FROM journal WHERE rowid >= :seen ORDER BY rowid'
)
_OF_ACTION = text('SELECT "row" FROM journal WHERE action = :action AND "table" = \'registration\'')
_LAST = text("SELECT rowid, id FROM journal ORDER BY rowid DESC LIMIT 1")
# An import of more: a new index is made sooner than the old one is changed.
_MOST_ENTRIES = 20_000
_LARGE_SHARE = 4


class _Seen(NamedTuple):
    """How much of the journal an index holds: its last line, and what was not applied by then."""

    place: int
    entry: str
    held: frozenset[str]


class Finding:
    """Finds the guests of one event at a time; may be asked by several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._event = ""
        self._index = GuestIndex()
        self._seen = _Seen(-1, "", frozenset())

    def find(self, connection: Connection, event_id: str, query: str, limit: int) -> list[str]:
        """Return the keys of the guests a query means, best first, as this connection sees them."""
        with self._lock:
            if event_id != self._event or not self._catch_up(connection, event_id):
                self._build(connection, event_id)
            return [hit.id for hit in self._index.find(query, limit)]

    def _build(self, connection: Connection, event_id: str) -> None:
        found = connection.execute(_LAST).first() or (0, "")
        self._event = ""  # should the reading fail half-way
        self._index = GuestIndex.build(lines(guests.searchables(connection, event_id)))
        self._seen = _Seen(found[0], found[1], frozenset())
        self._event = event_id

    def _catch_up(self, connection: Connection, event_id: str) -> bool:
        """Take in what is new in the journal; False where the index must be made anew."""
        seen = self._seen
        tail = connection.execute(_TAIL, {"seen": seen.place}).fetchmany(_MOST_ENTRIES)
        if seen.place and (not tail or tail[0][:2] != (seen.place, seen.entry)):
            return False  # another file, such as a backup that was put back
        if len(tail) >= _MOST_ENTRIES:
            return False
        news = tail[1:] if seen.place else tail
        if not news:
            return True
        rows = {row for _place, _key, table, row, _applied in news if table in SEARCHED}
        rows |= _shown(connection, [row for _p, _k, table, row, _a in news if table == "action"])
        # What waited for its parent row may have been applied since, without an entry of its own.
        changed = guests.of_rows(connection, event_id, rows | seen.held)
        if len(changed) * _LARGE_SHARE > len(self._index) + 1_000:
            return False
        self._take(connection, event_id, changed)
        held = {row for _place, _key, table, row, applied in news if not applied}
        self._seen = _Seen(news[-1][0], news[-1][1], seen.held | held)
        return True

    def _take(self, connection: Connection, event_id: str, changed: Collection[str]) -> None:
        if changed:
            found = list(lines(guests.searchables(connection, event_id, changed)))
            self._index.update(found, set(changed) - {line[0] for line in found})


def _shown(connection: Connection, actions: Collection[str]) -> set[str]:
    """Registrations that an action of several transactions made visible with its last one."""
    found: set[str] = set()
    for action in actions:
        found |= {row for (row,) in connection.execute(_OF_ACTION, {"action": action})}
    return found


def lines(found: Iterable[Searchable]) -> Iterator[Line]:
    """Return key, folded text with the name first, and sort key of each guest."""
    for one in found:
        words = one.person.split(" ")
        length = _length(one.name)
        name, rest = " ".join(words[:length]), " ".join(words[length:])
        more = f"{fold(one.organisation)} {fold(one.title)} {fold(one.codes)}"
        yield one.id, f"{name}{NAME_END}{rest} {more}", one.sort_key


def _length(name: str) -> int:
    """How many words of the folded text are the name."""
    plain = name.isascii() and name.replace(" ", "").isalpha()
    return len((name if plain else fold(name)).split())

"""Writes a planned import: few guests at once, many in parts between which desks have a turn."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from networking_app.domain.ids import uuid7
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.services.enrolment import Enrolment
from networking_app.storage import unfinished
from networking_app.storage.writer import stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from networking_app.services.enrolment import Register
    from networking_app.services.import_plan import Group
    from networking_app.storage.database import Database
    from networking_app.storage.writer import Writer

# Guests in one transaction: a scan waits that long, a tenth of a second for the larger number.
_CALM, _BUSY = 500, 50
_LATELY = 120_000  # ms without a check-in after which no desk is busy
_TURN = 0.03  # seconds; a desk that waits looks every 25 ms whether the file is free
_STEP = 50  # guests between two looks at whether to stop


@dataclass(frozen=True, slots=True)
class Job:
    """What is written.

    Attributes:
        groups: guests, new and changed.
        source: names of the files.
        facts: of the action, for its sentence in the history.
        progress: told guests done and in all; returns False to stop.
        last: writes what else belongs to the action, in its last transaction.
    """

    event_id: str
    groups: Sequence[Group]
    register: Register
    source: str
    facts: Mapping[str, int | str]
    progress: Callable[[int, int], bool] | None
    last: Callable[[Writer], None]


def write(database: Database, job: Job) -> str:
    """Write all of it as one action, or nothing; returns the key of the action.

    Raises:
        Trouble: it was stopped, or the workspace cannot be written.
    """
    new = [group for group in job.groups if group.known is None]
    changed = [group for group in job.groups if group.known is not None]
    action = uuid7(database.author.wall())
    counter = _Counter(job, len(job.groups))
    counter.look()
    enrolment: Enrolment | None = None
    begun = False
    try:
        while True:
            size = _BUSY if _is_busy(database) else _CALM
            if len(new) <= size:
                break
            begun = True
            with database.write(part_of=action) as writer:
                enrolment = _on(enrolment, writer, job)
                keys = [enrolment.add(counter.next(group).details) for group in new[:size]]
                unfinished.hide(writer, keys)
            new = new[size:]
            if size == _BUSY:
                time.sleep(_TURN)
        with database.write("import", job.facts, part_of=action) as writer:
            enrolment = _on(enrolment, writer, job)
            for group in (*new, *changed):
                _write(enrolment, counter.next(group))
            job.last(writer)
            if begun:
                unfinished.show(writer)
    except BaseException:
        if begun:
            unfinished.remove_if_possible(database, action)
        raise
    return action


class _Counter:
    """Counts the guests that were written, and stops the work when a person wants it."""

    def __init__(self, job: Job, total: int) -> None:
        self._job = job
        self._total = total
        self._done = 0

    def next(self, group: Group) -> Group:
        """Count one more."""
        self._done += 1
        if self._done % _STEP == 0:
            self.look()
        return group

    def look(self) -> None:
        """Tell how far it is.

        Raises:
            Trouble: the work is to stop.
        """
        if self._job.progress and not self._job.progress(self._done, self._total):
            raise Trouble(TroubleKind.READING_CANCELLED, self._job.source)


def _on(enrolment: Enrolment | None, writer: Writer, job: Job) -> Enrolment:
    """The enrolment, writing in this transaction."""
    if enrolment is None:
        return Enrolment(writer, job.event_id, job.source, job.register)
    enrolment.go_on(writer)
    return enrolment


def _write(enrolment: Enrolment, group: Group) -> None:
    if group.known is None:
        enrolment.add(group.details)
    else:
        enrolment.update(group.known, group.details)


def _is_busy(database: Database) -> bool:
    since = stamp(database.author.wall() - _LATELY)
    with database.read() as connection:
        return unfinished.is_desk_busy(connection, since)

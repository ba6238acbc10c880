from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from networking_app.domain.event import Event, EventCounts, NextItem
from networking_app.domain.todo import Phase, Todo, TodoFacts, TodoKind, phase, todos

NOW = datetime(2026, 11, 26, 6, 50, tzinfo=UTC)
EVENT = Event("e", "Evening", start="2026-11-26T07:00:00Z", place="Mikkeli")


def kinds(**values):
    facts = {"event": EVENT, "counts": EventCounts(), "now": NOW, "last_backup": NOW}
    return [item.kind for item in todos(TodoFacts(**(facts | values)))]


def test_nothing_is_to_be_done_when_all_is_well():
    assert kinds() == []


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"without_badge": 2}, TodoKind.BADGES),
        ({"same_names": 2}, TodoKind.SAME_NAMES),
        ({"without_organisation": 1}, TodoKind.NO_ORGANISATION),
        ({"last_backup": None}, TodoKind.NO_BACKUP),
        ({"last_backup": NOW - timedelta(days=1)}, TodoKind.NO_BACKUP),
        ({"counts": EventCounts(waiting=2)}, TodoKind.WAITING),
        ({"event": Event("e", "Evening", place="Mikkeli")}, TodoKind.NO_DATE),
        ({"event": Event("e", "Evening", start="2026")}, TodoKind.NO_PLACE),
    ],
)
def test_each_lack_is_one_thing_to_do(values, kind):
    assert kinds(**values) == [kind]


def with_places(capacity, registered, waiting=0):
    event = Event("e", "Evening", start="2026", place="Mikkeli", capacity=capacity)
    counts = EventCounts(registered=registered, waiting=waiting)
    return todos(TodoFacts(event, counts, NOW, last_backup=NOW))


def test_too_many_guests_are_counted():
    assert with_places(10, 12, 3) == [Todo(TodoKind.OVER_CAPACITY, 2)]


def test_those_who_wait_are_named_only_while_there_is_room():
    assert with_places(10, 10, 3) == []
    assert with_places(10, 8, 3) == [Todo(TodoKind.WAITING, 3, room=2)]


@pytest.mark.parametrize(
    ("start", "missing"),
    [
        ("2026-11-26T07:00:00Z", ["Tuulikki Saarinen"]),
        ("2026-11-26T07:00:00", ["Tuulikki Saarinen"]),
        ("2026-11-26T06:00:00Z", ["Tuulikki Saarinen"]),
        ("2026-11-26T08:00:00Z", []),
        ("", []),
    ],
)
def test_speakers_are_missed_half_an_hour_before(start, missing):
    item = NextItem(start, "", "Talk", "", (("Tuulikki Saarinen", False), ("Ilkka", True)))
    found = todos(TodoFacts(EVENT, EventCounts(), NOW, last_backup=NOW, next_items=(item,)))

    assert [todo.subject for todo in found] == missing


@pytest.mark.parametrize(
    ("first", "last", "where"),
    [
        (None, None, Phase.UNDATED),
        (date(2026, 11, 27), None, Phase.BEFORE),
        (date(2026, 11, 26), None, Phase.TODAY),
        (date(2026, 11, 25), date(2026, 11, 26), Phase.TODAY),
        (date(2026, 11, 25), None, Phase.AFTER),
    ],
)
def test_event_is_before_today_or_over(first, last, where):
    assert phase(first, last, NOW.date()) is where

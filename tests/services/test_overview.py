from __future__ import annotations

from datetime import timedelta

import pytest

import factories
from networking_app.domain.problems import Trouble
from networking_app.domain.registration import Status
from networking_app.domain.todo import Phase, Todo, TodoKind
from networking_app.services.office import new_office
from networking_app.services.overview import overview


@pytest.fixture
def clock():
    return factories.Clock()


@pytest.fixture
def office(tmp_path, clock):
    made = new_office(tmp_path / "evening.nwapp", "Desk A", clock)
    yield made
    made.close()


def event(office, **values):
    return office.events.create("Evening", door="Main door", **values)


def test_new_event_is_empty_and_wants_a_date_a_place_and_a_backup(office, clock):
    event(office)
    seen = overview(office, clock.now)

    assert seen.is_empty
    assert seen.phase is Phase.UNDATED
    assert {todo.kind for todo in seen.todos} == {
        TodoKind.NO_BACKUP, TodoKind.NO_DATE, TodoKind.NO_PLACE,
    }  # fmt: skip
    assert [deed.deed for deed in seen.deeds] == ["new_event"]


def test_workspace_without_event_has_no_overview(office, clock):
    with pytest.raises(Trouble):
        overview(office, clock.now)


def test_numbers_and_things_to_do_follow_the_guests(office, clock):
    key = event(office, start="2026-11-26", place="Mikkeli")
    ids = [
        office.guests.add(key, factories.details(name, organisation=body))
        for name, body in (("Aino Pöyhönen", "Järvi"), ("Aino Pöyhönen", ""), ("Onni Aho", "LUT"))
    ]
    office.guests.set_status(ids[2:], Status.CANCELLED)
    office.checkin.admit(ids[0], office.checkin.point(key))
    office.badges.note_printed(ids[:1], "classic", "Desk A")
    office.workspace.daily_backup(clock.now)
    seen = overview(office, clock.now)

    assert not seen.is_empty
    assert seen.phase is Phase.TODAY
    assert (seen.counts.arrived, len(seen.arrivals), seen.without_badge) == (1, 1, 1)
    assert seen.todos == (
        Todo(TodoKind.BADGES, 1),
        Todo(TodoKind.SAME_NAMES, 2),
        Todo(TodoKind.NO_ORGANISATION, 1),
    )


def test_event_of_yesterday_is_over(office, clock):
    event(office, start="2026-11-26", place="Mikkeli")

    assert overview(office, clock.now + timedelta(days=1)).phase is Phase.AFTER


def test_backup_of_the_day_is_made_once_a_day(office, clock):
    event(office)
    first = office.workspace.backup_of_the_day(clock.now)
    again = office.workspace.backup_of_the_day(clock.now + timedelta(hours=3))
    tomorrow = office.workspace.backup_of_the_day(clock.now + timedelta(days=1))

    assert first is not None
    assert again is None
    assert tomorrow is not None
    assert office.workspace.last_backup() == clock.now + timedelta(days=1)
    assert office.workspace.made_at(first) == clock.now


def test_chosen_event_is_the_current_one(office, clock):
    older = event(office)
    clock.forward(minutes=1)
    newer = event(office)

    assert office.events.current().id == newer
    office.events.choose(older)
    assert office.events.current().id == older
    office.events.choose("")
    assert office.events.current().id == newer


def test_busiest_minutes_and_what_is_shown_first_follow_the_arrivals(office, clock):
    key = event(office)
    seen = overview(office, clock.now)
    assert (seen.busiest, seen.view, seen.registered) == (None, Phase.BEFORE, ())
    ids = [office.guests.add(key, factories.details(name)) for name in ("Aino A", "Onni O")]
    for registration in ids:
        office.checkin.admit(registration, office.checkin.point(key))
    seen = overview(office, clock.now)
    assert (seen.busiest.arrived, seen.view) == (2, Phase.TODAY)
    assert seen.registered == (clock.now.date(),) * 2
    assert (seen.counts.coming, seen.counts.arrived) == (0, 2)


def test_after_the_day_nobody_is_asked_to_print_badges(office, clock):
    key = event(office, start="2026-11-26", place="Mikkeli")
    office.guests.add(key, factories.details("Aino A"))
    seen = overview(office, clock.now + timedelta(days=2))
    assert seen.view is Phase.AFTER
    assert TodoKind.BADGES not in {todo.kind for todo in seen.todos}

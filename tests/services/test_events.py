"""Events: making and changing them, the numbers of the day, what comes next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

import factories
from networking_app.domain.checkin import Rule
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.domain.programme import SessionDetails, Speaking
from networking_app.domain.registration import Status
from networking_app.services.checkin import CheckIn
from networking_app.services.events import Events
from networking_app.services.guests import Guests
from networking_app.services.people import People
from networking_app.services.programme import Programme


@pytest.fixture
def events(database):
    return Events(database)


def speaker(database, event, name):
    registration = factories.guest(database, event, name, category="speaker")
    return registration, People(database).of_registration(registration)


def test_a_workspace_without_events_says_so(database, events):
    assert events.all() == []
    with pytest.raises(Trouble) as caught:
        events.current()
    assert caught.value.kind is TroubleKind.NO_EVENT


def test_an_event_of_which_little_is_known(database, events):
    key = events.create("Ilta", door="Pääovi")
    found = events.current()
    assert (found.id, found.title, found.start, found.place) == (key, "Ilta", "", "")
    assert (found.zone, found.capacity, found.practice) == ("Europe/Helsinki", None, False)
    point = CheckIn(database, "Desk A").point(key)
    assert (point.name, point.rule, point.admits_badges) == ("Pääovi", Rule.ONCE, True)


def test_every_field_of_an_event_is_kept(events):
    values = {
        "tagline": "T",
        "start": "2026-11-26T07:00:00Z",
        "end": "2026-11-26T14:00:00Z",
        "zone": "Europe/Stockholm",
        "place": "Mikkeli",
        "capacity": 200,
        "practice": 1,
    }
    events.create("Ilta", door="Door", **values)
    found = events.current()
    assert {name: getattr(found, name) for name in values} == values


def test_the_newest_event_is_the_current_one(events, clock):
    events.create("First", door="Door")
    clock.forward(seconds=1)
    events.create("Second", door="Door")
    assert [event.title for event in events.all()] == ["Second", "First"]
    assert events.current().title == "Second"


def test_an_older_event_can_be_chosen_until_it_is_gone(events, clock):
    first = events.create("First", door="Door")
    clock.forward(seconds=1)
    events.create("Second", door="Door")
    events.choose(first)
    assert events.current().title == "First"
    events.change(first, deleted=1)
    assert events.current().title == "Second"
    events.choose("")
    assert events.current().title == "Second"


def test_a_change_says_whether_anything_differed(event, events):
    assert events.change(event, title="New", capacity=10)
    assert not events.change(event, title="New", capacity=10)
    assert (events.current().title, events.current().capacity) == ("New", 10)


def test_a_deleted_event_is_not_shown(event, events):
    events.change(event, deleted=1)
    assert events.all() == []


def test_counts_are_of_this_event_now(database, event, events, clock):
    other = factories.event(database, "Other")
    stranger = factories.guest(database, other)
    keys = [factories.guest(database, event, f"Aino A{number}") for number in range(5)]
    factories.guest(database, event, "W W", status=Status.WAITING)
    factories.guest(database, event, "C C", status=Status.CANCELLED)
    walk_in = Guests(database).add(event, factories.details("Ilo I"), walk_in=True)
    gone = factories.guest(database, event, "D D")
    desk = CheckIn(database, "Desk A")
    for key in (*keys[:3], walk_in, gone):
        desk.admit(key, desk.point(event))
    desk.admit(stranger, desk.point(other))
    desk.undo(desk.admit(keys[3], desk.point(event)).check_in_id)
    Guests(database).delete([gone])
    counts = events.counts(event)
    assert (counts.registered, counts.waiting, counts.cancelled) == (6, 1, 1)
    assert (counts.arrived, counts.inside, counts.walk_ins) == (4, 4, 1)
    assert counts.badges_printed == 0
    door = desk.point(event).id
    with database.write() as writer:
        for _time in range(2):
            writer.tell("badge_print", registration_id=keys[0], at=writer.now)
        writer.tell(
            "check_in", registration_id=keys[0], point_id=door, kind="out",
            at="2026-11-26T09:00:00.000Z", desk="Desk A",
        )  # fmt: skip
    counts = events.counts(event)
    assert (counts.arrived, counts.inside, counts.badges_printed) == (4, 3, 1)


def test_an_empty_event_has_no_numbers(event, events):
    assert events.counts(event).registered == 0
    assert events.arrival_times(event) == []
    assert events.desks(event, factories.START) == []
    assert events.next_items(event, factories.START) == []


def test_arrivals_by_time_and_desk(database, event, events, clock):
    a, b = CheckIn(database, "Desk A"), CheckIn(database, "Desk B")
    point = a.point(event)
    keys = [factories.guest(database, event, f"A A{number}") for number in range(4)]
    for desk, key in ((a, keys[0]), (b, keys[1]), (a, keys[2])):
        desk.admit(key, point)
        clock.forward(minutes=8)
    undone = b.admit(keys[3], point)
    b.undo(undone.check_in_id)
    start = factories.START
    assert events.arrival_times(event) == [start + timedelta(minutes=m) for m in (0, 8, 16)]
    shown = [(d.desk, d.arrived, d.lately) for d in events.desks(event, clock.now)]
    assert shown == [("Desk A", 2, 1), ("Desk B", 1, 0)]


def test_arrivals_of_guests_who_were_deleted_do_not_count(database, event, events):
    desk = CheckIn(database, "Desk A")
    keys = [factories.guest(database, event, name) for name in ("A A", "B B")]
    for key in keys:
        desk.admit(key, desk.point(event))
    Guests(database).delete(keys[:1])
    assert len(events.arrival_times(event)) == events.counts(event).arrived == 1
    assert [one.arrived for one in events.desks(event, factories.START)] == [1]


def test_next_comes_what_is_not_over_then_what_has_no_time(database, event, events):
    programme = Programme(database)
    hall = programme.add_room(event, "Hall", 200)
    programme.add_sessions(
        event,
        [
            SessionDetails("Some time"),
            SessionDetails("Second", start="2026-11-26T08:00:00Z", end="2026-11-26T09:00:00Z"),
            SessionDetails(
                "First", start="2026-11-26T07:00:00Z", end="2026-11-26T08:00:00Z", room_id=hall
            ),
        ],
    )
    seven = datetime(2026, 11, 26, 7, 30, tzinfo=UTC)
    shown = [(item.title, item.room) for item in events.next_items(event, seven)]
    assert shown == [("First", "Hall"), ("Second", ""), ("Some time", "")]
    eight = events.next_items(event, seven + timedelta(minutes=30))
    assert [item.title for item in eight] == ["Second", "Some time"]
    assert [item.title for item in events.next_items(event, seven, limit=1)] == ["First"]


def test_an_item_of_which_the_end_is_unknown_is_over_some_time_after_its_start(
    database, event, events
):
    Programme(database).add_sessions(
        event, [SessionDetails("Open", start="2026-11-26T07:00:00Z"), SessionDetails("Timeless")]
    )
    soon = events.next_items(event, datetime(2026, 11, 26, 7, 30, tzinfo=UTC))
    assert [item.title for item in soon] == ["Open", "Timeless"]
    late = events.next_items(event, datetime(2026, 11, 26, 19, 30, tzinfo=UTC))
    assert [item.title for item in late] == ["Timeless"]


def test_speakers_show_whether_they_are_here(database, event, events):
    registration, one = speaker(database, event, "Klaus Härö")
    _other, two = speaker(database, event, "Tuulikki Saarinen")
    talk = SessionDetails("Talk", speakers=(Speaking(one.id, "keynote"), Speaking(two.id)))
    Programme(database).add_sessions(event, [talk])
    desk = CheckIn(database, "Desk A")
    answer = desk.admit(registration, desk.point(event))
    shown = events.next_items(event, factories.START)[0].speakers
    assert shown == (("Klaus Härö", True), ("Tuulikki Saarinen", False))
    desk.undo(answer.check_in_id)
    shown = events.next_items(event, factories.START)[0].speakers
    assert shown == (("Klaus Härö", False), ("Tuulikki Saarinen", False))

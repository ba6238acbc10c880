"""Live numbers: right after undoing, at linked doors, with going out and coming back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factories
from networking_app.domain.checkin import Direction
from networking_app.domain.points import PointKind, Rule
from networking_app.domain.programme import SessionDetails, Speaking
from networking_app.services.checkin import CheckIn
from networking_app.services.live import live, slots
from networking_app.services.office import new_office
from networking_app.services.points import PointRules
from networking_app.services.programme import Programme

OUT = Direction.OUT
START = factories.START  # 8.00 in Helsinki


@pytest.fixture
def clock():
    return factories.Clock(tick=1)


@pytest.fixture
def office(tmp_path, clock):
    made = new_office(tmp_path / "evening.nwapp", "Desk A", clock)
    yield made
    made.close()


def evening(office, **values):
    return office.events.create("Evening", door="Main door", **values)


def guests(office, event, *names, **values):
    return [office.guests.add(event, factories.details(name, **values)) for name in names]


def counted(office, event, now):
    return {point.name: (c.entered, c.inside) for point, c in live(office, event, now).points}


def test_linked_doors_share_who_is_inside(office, clock):
    event = evening(office)
    main = office.checkin.point(event)
    side = office.points.add(event, PointRules("Side door", rule=Rule.IN_AND_OUT))
    main, side = office.points.all(event)
    aino, onni = guests(office, event, "Aino A", "Onni O")
    office.checkin.admit(aino, main)
    office.checkin.admit(onni, main)
    clock.forward(minutes=20)
    office.checkin.admit(aino, side, OUT)

    assert counted(office, event, clock.now) == {"Main door": (2, 1), "Side door": (0, 1)}
    assert office.events.counts(event).inside == 1
    clock.forward(minutes=10)
    office.checkin.back(aino, side)
    assert counted(office, event, clock.now) == {"Main door": (2, 2), "Side door": (1, 2)}
    assert (office.events.counts(event).arrived, office.events.counts(event).inside) == (2, 2)
    assert [slot.arrived for slot in live(office, event, clock.now).slots] == [2]


def test_what_is_undone_counts_nowhere(office, clock):
    event = evening(office)
    door = office.checkin.point(event)
    aino, onni = guests(office, event, "Aino A", "Onni O")
    office.checkin.admit(aino, door)
    slip = office.checkin.admit(onni, door)
    CheckIn(office.database, "Desk B").undo(slip.check_in_id)
    found = live(office, event, clock.now)

    assert counted(office, event, clock.now) == {"Main door": (1, 1)}
    assert [(desk.desk, desk.arrived, desk.lately) for desk in found.desks] == [("Desk A", 1, 1)]
    assert sum(slot.arrived for slot in found.slots) == 1


def test_going_out_that_is_undone_leaves_the_guest_inside(office, clock):
    event = evening(office)
    door = office.checkin.point(event)
    (aino,) = guests(office, event, "Aino A")
    office.checkin.admit(aino, door)
    out = office.checkin.admit(aino, door, OUT)
    assert office.events.counts(event).inside == 0
    office.checkin.undo(out.check_in_id)
    assert office.events.counts(event).inside == 1
    assert counted(office, event, clock.now) == {"Main door": (1, 1)}


def test_who_came_back_has_arrived_also_when_the_first_entry_is_undone(office, clock):
    event = evening(office)
    door = office.checkin.point(event)
    (aino,) = guests(office, event, "Aino A")
    first = office.checkin.admit(aino, door)
    clock.forward(minutes=30)
    office.checkin.back(aino, door)
    office.checkin.undo(first.check_in_id)

    assert office.events.counts(event).arrived == 1
    assert [slot.start for slot in live(office, event, clock.now).slots] == [
        START + timedelta(minutes=30)
    ]
    assert counted(office, event, clock.now) == {"Main door": (1, 1)}


def test_meals_of_yesterday_do_not_count_today(office, clock):
    event = evening(office)
    lunch = office.points.add(event, PointRules("Lunch", PointKind.MEAL, per_day=True, capacity=9))
    (aino,) = guests(office, event, "Aino A")
    office.checkin.admit(aino, lunch)
    assert counted(office, event, clock.now)["Lunch"] == (1, 1)
    clock.forward(days=1)
    assert counted(office, event, clock.now)["Lunch"] == (0, 0)


def test_rooms_are_no_arrivals(office, clock):
    event = evening(office)
    hall = office.points.add(event, PointRules("Hall", PointKind.ROOM, Rule.MANY, capacity=2))
    (aino,) = guests(office, event, "Aino A")
    office.checkin.admit(aino, hall)
    found = live(office, event, clock.now)
    assert (found.slots, found.desks) == ((), ())
    assert counted(office, event, clock.now)["Hall"] == (1, 1)


def test_speakers_who_are_not_here_are_told_with_the_minutes_to_go(office, clock):
    event = evening(office)
    aino, onni = guests(office, event, "Aino A", "Onni O", category="speaker")
    people = {guest.id: guest.person_id for guest in office.guests.all(event)}
    Programme(office.database).add_sessions(
        event,
        [
            SessionDetails(
                "Opening", start="2026-11-26T06:30:00Z", end="2026-11-26T07:00:00Z",
                speakers=(Speaking(people[aino]), Speaking(people[onni])),
            ),
            SessionDetails(
                "Panel", start="2026-11-26T08:00:00Z", speakers=(Speaking(people[onni]),)
            ),
        ],
    )  # fmt: skip
    office.checkin.admit(aino, office.checkin.point(event))
    missing = live(office, event, START).missing
    assert [(m.name, m.session, m.minutes) for m in missing] == [("Onni O", "Opening", 30)]
    later = live(office, event, START + timedelta(minutes=70)).missing
    assert [(m.name, m.session, m.minutes) for m in later] == [("Onni O", "Panel", 50)]


def test_guests_of_honour_are_told_with_their_arrival(office, clock):
    event = evening(office)
    first, _second = guests(office, event, "Aino A", "Onni O", category="vip")
    office.checkin.admit(first, office.checkin.point(event))
    found = live(office, event, clock.now).honoured
    assert [(name, at is not None) for name, at in found] == [("Aino A", True), ("Onni O", False)]


def test_usual_comes_from_earlier_events_of_the_workspace_alone(office, clock):
    for day in (1, 2, 3):
        clock.now = START + timedelta(days=day)
        event = evening(office, start=(clock.now + timedelta(minutes=60)).isoformat())
        door = office.checkin.point(event)
        found = guests(office, event, *(f"Aino A{n}" for n in range(10)))
        assert (live(office, event, clock.now).usual is None) == (day == 1)
        for key in found:
            clock.forward(minutes=6)
            office.checkin.admit(key, door)
    usual = live(office, event, clock.now).usual
    assert (usual.events, usual.turnout) == (2, 1.0)
    assert (usual.share(-60), usual.share(5)) == (0.0, 1.0)
    # The curve goes by five minutes; as many a quarter of an hour earlier would have been early.
    assert live(office, event, clock.now).ahead in range(6)
    assert live(office, event, clock.now - timedelta(minutes=15)).ahead in range(15, 21)


def test_practice_and_undated_events_are_no_measure(office, clock):
    event = evening(office, start="2026-11-20T07:00:00Z", practice=1)
    door = office.checkin.point(event)
    for key in guests(office, event, *(f"Aino A{n}" for n in range(6))):
        office.checkin.admit(key, door)
    real = evening(office, start="2026-11-26T07:00:00Z")
    assert live(office, real, clock.now).usual is None
    undated = evening(office, start="2026-11-27")
    assert live(office, undated, clock.now).usual is None


def test_slots_have_no_gaps():
    found = slots([START, START + timedelta(minutes=31), START + timedelta(minutes=39)])
    assert [slot.arrived for slot in found] == [1, 0, 0, 2]
    assert slots([]) == []


STEPS = st.lists(
    st.tuples(st.sampled_from(["in", "out", "back", "undo"]), st.integers(0, 2), st.integers(0, 1)),
    max_size=14,
)


@settings(max_examples=25)
@given(STEPS)
def test_inside_agrees_with_a_plain_count_of_what_stands(tmp_path_factory, steps):
    clock = factories.Clock(tick=1)
    office = new_office(tmp_path_factory.mktemp("live") / "e.nwapp", "Desk A", clock)
    event = evening(office)
    office.points.add(event, PointRules("Side door", rule=Rule.MANY))
    doors = office.points.all(event)
    keys = guests(office, event, "Aino A", "Onni O", "Eva E")
    told = []  # (guest, kind, fact), those undone taken out
    for what, guest, door in steps:
        clock.forward(minutes=1)
        if what == "undo":
            if told:
                office.checkin.undo(told.pop(guest % len(told))[2])
            continue
        with office.database.write() as writer:
            fact = writer.tell(
                "check_in", registration_id=keys[guest], point_id=doors[door].id, kind=what,
                at=writer.now, desk="Desk A",
            )  # fmt: skip
        told.append((guest, what, fact))
    last = {guest: kind for guest, kind, _fact in told}
    inside = sum(kind != "out" for kind in last.values())
    arrived = len({guest for guest, kind, _fact in told if kind != "out"})
    counts = office.events.counts(event)
    points = live(office, event, clock.now).points
    shown = {c.inside for _point, c in points}
    office.close()

    assert (counts.arrived, shown) == (arrived, {inside})
    assert counts.inside == len({g for g, k in last.items() if k != "out"})

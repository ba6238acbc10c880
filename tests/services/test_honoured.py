"""Guests of honour are told once, at their first arrival, whoever let them in."""

from __future__ import annotations

import pytest

import factories
from networking_app.services.checkin import CheckIn
from networking_app.services.honoured import honoured_since
from networking_app.services.office import new_office, open_office
from networking_app.services.points import rules_for


@pytest.fixture
def office(tmp_path):
    opened = new_office(tmp_path / "work.nwapp", "Desk A", factories.Clock(tick=1))
    yield opened
    opened.close()


@pytest.fixture
def event(office):
    return office.events.create("Evening", door="Main door")


@pytest.fixture
def door(office, event):
    return office.points.all(event)[0]


def names(found):
    return [(one.name, one.category, one.point, one.desk) for one in found.arrivals]


def test_arrival_after_the_mark_is_told_with_where(office, event, door):
    key = factories.guest(office.database, event, "Maija Esimerkki", category="keynote")
    other = factories.guest(office.database, event, "Aino Aho")
    office.checkin.admit(other, door)
    first = honoured_since(office, event)
    assert first.arrivals == ()
    office.checkin.admit(key, door)
    found = honoured_since(office, event, first.mark)
    assert names(found) == [("Maija Esimerkki", "keynote", "Main door", "Desk A")]
    assert honoured_since(office, event, found.mark).arrivals == ()


@pytest.mark.parametrize("category", ["vip", "keynote", "speaker", "decision_maker"])
def test_every_kind_of_honour_is_told(office, event, door, category):
    mark = honoured_since(office, event).mark
    office.checkin.admit(factories.guest(office.database, event, category=category), door)
    assert len(honoured_since(office, event, mark).arrivals) == 1


def test_arrival_through_another_process_is_told(office, event, door, tmp_path):
    key = factories.guest(office.database, event, "Maija Esimerkki", category="vip")
    mark = honoured_since(office, event).mark
    other = open_office(tmp_path / "work.nwapp", "Desk C", factories.Clock(tick=1))
    other.checkin.admit(key, door)
    other.close()
    assert names(honoured_since(office, event, mark))[0][3] == "Desk C"


def test_second_entry_undone_one_and_other_rooms_are_not_told(office, event, door):
    speaker = factories.guest(office.database, event, "Maija Esimerkki", category="speaker")
    vip = factories.guest(office.database, event, "Kari Kokko", category="vip")
    office.checkin.admit(speaker, door)
    mark = honoured_since(office, event).mark
    room = office.points.add(event, rules_for("Workshop"))
    office.checkin.admit(speaker, room)
    gate = office.points.add(event, rules_for("Side door"))
    CheckIn(office.database, "Desk B").admit(speaker, gate)
    slip = office.checkin.admit(vip, door)
    office.checkin.undo(slip.check_in_id)
    assert honoured_since(office, event, mark).arrivals == ()


def test_arrival_counts_again_after_a_slip_was_taken_back(office, event, door):
    vip = factories.guest(office.database, event, "Kari Kokko", category="vip")
    mark = honoured_since(office, event).mark
    office.checkin.undo(office.checkin.admit(vip, door).check_in_id)
    office.database.author.wall.forward(seconds=30)
    office.checkin.admit(vip, door)
    assert len(honoured_since(office, event, mark).arrivals) == 1


def test_older_file_begins_anew(office, event):
    assert honoured_since(office, event, 1_000_000).mark == 0

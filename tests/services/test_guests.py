"""Guests: looking, finding, adding, changing, cancelling, deleting."""

from __future__ import annotations

from dataclasses import replace

import pytest

import factories
from networking_app.domain.funding import Cluster, Project
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.domain.registration import GuestDetails, Status
from networking_app.services.checkin import CheckIn
from networking_app.services.funding import Funding
from networking_app.services.guests import Guests
from networking_app.services.history import History

NAMES = ("Väinö Öhman", "Åke Ström", "Äijä Äijälä", "Aino Aalto", "Bo Ek", "Veikko Wirtanen")


@pytest.fixture
def clock():
    return factories.Clock(tick=1)


@pytest.fixture
def guests(database):
    return Guests(database)


@pytest.fixture
def deeds(database):
    history = History(database, CheckIn(database, "Desk A"))
    return lambda: [(deed.deed, deed.facts) for deed in history.recent(50)]


def test_guests_stand_in_finnish_order(database, event, guests):
    for name in (*NAMES, "Oiva"):
        factories.guest(database, event, name)
    assert [guest.listed for guest in guests.all(event)] == [
        "Aalto, Aino",
        "Ek, Bo",
        "Oiva",
        "Ström, Åke",
        "Wirtanen, Veikko",
        "Äijälä, Äijä",
        "Öhman, Väinö",
    ]


def test_a_line_shows_what_the_table_needs(database, event, guests, clock):
    key = factories.guest(
        database,
        event,
        "Aino Pöyhönen",
        organisation="Pohja Oy",
        title="johtaja",
        email="aino@example.com",
        phone="+358401234567",
        phone_typed="040 123 4567",
        category="press",
        status=Status.REGISTERED,
    )
    clock.forward(minutes=3)
    desk = CheckIn(database, "Desk B")
    desk.admit(key, desk.point(event))
    line = guests.all(event)[0]
    assert (line.id, line.name, line.listed) == (key, "Aino Pöyhönen", "Pöyhönen, Aino")
    assert (line.organisation, line.title, line.email) == (
        "Pohja Oy",
        "johtaja",
        "aino@example.com",
    )
    assert (line.category, line.status, line.source) == ("press", Status.REGISTERED, "")
    assert (line.arrived[:16], line.desk) == ("2026-11-26T06:03", "Desk B")


def test_the_first_arrival_counts_and_an_undone_one_does_not(database, event, guests, clock):
    key = factories.guest(database, event)
    desk, other = CheckIn(database, "Desk A"), CheckIn(database, "Desk B")
    point = desk.point(event)
    desk.undo(desk.admit(key, point).check_in_id, "wrong person")
    assert guests.all(event)[0].arrived == ""
    clock.forward(minutes=10)
    other.admit(key, point)
    assert guests.some(event, [key])[0].desk == "Desk B"


def test_some_guests_come_in_the_order_asked_for(database, event, guests):
    keys = [factories.guest(database, event, name) for name in NAMES]
    asked = [keys[3], keys[0], "no such key", keys[5]]
    assert [guest.id for guest in guests.some(event, asked)] == [keys[3], keys[0], keys[5]]


def test_guests_of_another_event_are_not_shown(database, event, guests):
    other = factories.event(database, "Other")
    key = factories.guest(database, other)
    assert guests.all(event) == []
    assert guests.some(event, [key]) == []
    assert guests.find(event, "Aino") == []


@pytest.mark.parametrize(
    "typed", ["poyhonen", "Aino P", "pohja", "aino@ex", "ABC-123", "johtaja", "040 123", "pöyhönne"]
)
def test_a_guest_is_found_by_whatever_is_known(database, event, guests, typed):
    factories.guest(database, event, "Bo Ek", organisation="Meri Ab")
    key = factories.guest(
        database,
        event,
        organisation="Pohja Oy",
        title="johtaja",
        email="aino@example.com",
        phone_typed="040 123 4567",
        codes=("ABC-123",),
    )
    assert [guest.id for guest in guests.find(event, typed)][:1] == [key]
    assert [guest.id for guest in guests.find_once(event, typed)][:1] == [key]


def test_those_who_belong_to_clusters_and_projects_are_found_by_them(database, event, guests):
    funding = Funding(database)
    funding.add_clusters([Cluster("Blue Economy Mikkeli", short_name="BEM")])
    funding.add_projects([Project("Building Ötökkä", short_name="BÖ")])
    for name, body in (("Panu Jouhkimo", "BEM"), ("Kaisa Voutila", "BÖ"), ("Bo Ek", "Ek Oy")):
        factories.guest(database, event, name, organisation=body)
    for typed, body in (("blue economy", "BEM"), ("otokka", "BÖ"), ("ek oy", "Ek Oy")):
        assert [guest.organisation for guest in guests.find(event, typed)] == [body]


def test_a_new_or_changed_guest_is_found_at_once(database, event, guests):
    assert guests.find(event, "Aino") == []
    key = guests.add(event, factories.details())
    assert [guest.id for guest in guests.find(event, "Aino")] == [key]
    guests.edit(event, key, factories.details("Aune Saari"))
    assert [guest.id for guest in guests.find(event, "Aune")] == [key]
    assert guests.find(event, "Pöyhönen") == []
    guests.delete([key])
    assert guests.find(event, "Aune") == []


def test_a_guest_written_by_another_program_is_found(database, event, guests, tmp_path):
    assert guests.find(event, "Aino") == []
    other = type(database)(database.path, database.author)
    key = Guests(other).add(event, factories.details())
    other.close()
    assert [guest.id for guest in guests.find(event, "Aino")] == [key]


def test_a_search_ends_at_its_limit(database, event, guests):
    for number in range(5):
        factories.guest(database, event, f"Aino Niemi{number}")
    assert len(guests.find(event, "aino", limit=3)) == 3


def test_a_guest_who_is_not_there_is_trouble(database, event, guests):
    for call in (
        lambda: guests.details("nobody"),
        lambda: guests.edit(event, "nobody", GuestDetails()),
        lambda: guests.set_status(["nobody"], Status.CANCELLED),
    ):
        with pytest.raises(Trouble) as caught:
            call()
        assert caught.value.kind is TroubleKind.NOT_KNOWN


@pytest.mark.parametrize(
    ("status", "deed"),
    [(Status.CANCELLED, "cancel"), (Status.WAITING, "wait"), (Status.REGISTERED, "reinstate")],
)
def test_a_status_is_set_and_told(database, event, guests, deeds, status, deed):
    start = Status.CANCELLED if status is Status.REGISTERED else Status.REGISTERED
    keys = [factories.guest(database, event, name, status=start) for name in NAMES[:3]]
    already = factories.guest(database, event, "Aino Aalto", status=status)
    assert guests.set_status([*keys, already], status) == 3
    assert {guest.status for guest in guests.all(event)} == {status}
    assert deeds()[0] == (deed, {"count": 4, "name": "Väinö Öhman"})
    assert guests.set_status(keys, status) == 0
    assert guests.set_status([], status) == 0


def test_a_category_is_set_for_many(database, event, guests, deeds):
    keys = [factories.guest(database, event, name) for name in NAMES[:3]]
    assert guests.set_category(keys, "press") == 3
    assert guests.set_category(keys[:1], "press") == 0
    assert [guests.details(key).category for key in keys] == ["press"] * 3
    assert deeds()[0] == ("set_category", {"count": 3, "to": "press"})


def test_deleted_guests_are_gone_and_come_back_with_undo(database, event, guests, deeds):
    keys = [factories.guest(database, event, name) for name in NAMES[:3]]
    assert guests.delete(keys[:2]) == 2
    assert guests.delete([]) == 0
    assert [guest.id for guest in guests.all(event)] == [keys[2]]
    history = History(database, CheckIn(database, "Desk A"))
    assert history.undo_last().deed.deed == "delete_guest"
    assert {guest.id for guest in guests.all(event)} == set(keys)


def test_deeds_of_one_guest_name_them(database, event, guests, deeds):
    key = guests.add(event, factories.details(), walk_in=True)
    guests.edit(event, key, factories.details("Aune Saari"))
    assert deeds() == [
        ("edit_guest", {"name": "Aune Saari"}),
        ("walk_in", {"name": "Aino Pöyhönen"}),
        ("new_event", {"title": "Test evening"}),
    ]


def test_an_edit_that_changes_nothing_is_no_deed(database, event, guests, deeds):
    key = guests.add(event, factories.details())
    before = deeds()
    assert not guests.edit(event, key, guests.details(key))
    assert deeds() == before


def test_guests_of_one_name_are_pointed_out(database, event, guests):
    one = factories.guest(database, event, "Matti Virtanen", organisation="A Oy")
    two = factories.guest(database, event, "Matti Virtanen", organisation="B Oy")
    three = factories.guest(database, event, "matti virtanen")
    factories.guest(database, event, "Matti Virtamo")
    assert {one, two} <= guests.same_names(event) <= {one, two, three}


def test_an_undone_edit_brings_back_what_was_taken_away(database, event, guests):
    full = replace(
        factories.details(), tags=("a", "b"), answers=(("Q", "1"),), diet="vegan", note="n"
    )
    key = guests.add(event, full)
    before = guests.details(key)
    guests.edit(event, key, replace(full, tags=(), answers=(), diet="", note=""))
    History(database, CheckIn(database, "Desk A")).undo_last()
    assert guests.details(key) == before


def test_keys_of_found_guests_alone(database, event):
    key = factories.guest(database, event, "Aino Aho")
    assert Guests(database).find_ids(event, "aho") == [key]

"""What was done is told in order, can be taken back and put back, and leaves others' work alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

import factories
from networking_app.domain.history import UndoResult
from networking_app.domain.registration import Permission, Purpose, Status
from networking_app.services.checkin import CheckIn
from networking_app.services.enrolment import Enrolment
from networking_app.services.guests import Guests
from networking_app.services.history import History
from networking_app.storage import guests as queries
from networking_app.storage import history as storage


@pytest.fixture
def clock():
    return factories.Clock(tick=1)


@pytest.fixture
def desk(database):
    return CheckIn(database, "Desk B")


@pytest.fixture
def history(database, desk):
    return History(database, desk)


@pytest.fixture
def guests(database):
    return Guests(database)


def words(deeds):
    return [deed.deed for deed in deeds]


def test_deeds_and_check_ins_stand_in_one_line(event, guests, desk, history):
    key = guests.add(event, factories.details())
    desk.admit(key, desk.point(event))
    guests.set_category([key], "vip")
    found = history.recent()
    assert words(found) == ["set_category", "check_in", "add_guest", "new_event"]
    assert found[1].facts == {
        "name": "Aino Pöyhönen",
        "registration": key,
        "point": "Main door",
        "reason": "",
        "over": "",
    }  # fmt: skip
    assert (found[1].device, found[2].device) == ("Desk B", "Desk A")
    assert [deed.at for deed in found] == sorted((deed.at for deed in found), reverse=True)
    assert words(history.recent(2)) == ["set_category", "check_in"]


def test_deeds_of_one_device_are_told_apart(database, event, guests, desk):
    key = guests.add(event, factories.details())
    desk.admit(key, desk.point(event))
    with database.read() as connection:
        assert words(storage.recent(connection, 9, "Desk B")) == ["check_in"]
        assert words(storage.recent(connection, 9, "Desk A")) == ["add_guest", "new_event"]


def test_undo_takes_back_one_deed_after_the_other(event, guests, desk, history):
    key = guests.add(event, factories.details())
    guests.set_status([key], Status.WAITING)
    guests.set_status([key], Status.REGISTERED)
    desk.admit(key, desk.point(event))
    taken = [history.undo_last().deed.deed for _time in range(4)]
    assert taken == ["check_in", "reinstate", "wait", "add_guest"]
    assert guests.all(event) == []
    assert history.undo_last().deed is None  # the event itself stays


def test_an_undone_check_in_can_be_made_again(event, guests, desk, history):
    key = guests.add(event, factories.details())
    desk.admit(key, desk.point(event))
    result = history.undo_last()
    assert (result.deed.deed, result.put_back) == ("check_in", 1)
    assert not guests.all(event)[0].arrived
    assert history.undo(result.deed.id).deed is None
    desk.admit(key, desk.point(event))
    assert guests.all(event)[0].arrived
    assert [deed.undone for deed in history.recent(2)] == [False, True]


def test_a_guest_who_arrived_stays_when_its_adding_is_taken_back(event, guests, desk, history):
    key = guests.add(event, factories.details())
    desk.admit(key, desk.point(event))
    added = next(deed for deed in history.recent() if deed.deed == "add_guest")
    result = history.undo(added.id)
    assert result.kept == 1
    assert [guest.id for guest in guests.all(event)] == [key]


def test_what_others_changed_since_is_left_alone(event, guests, history):
    key = guests.add(event, factories.details(note="first", city="Pori"))
    full = guests.details(key)
    guests.edit(event, key, replace(full, note="second", city="Turku"))
    guests.edit(event, key, replace(full, note="third", city="Turku"))
    edit = history.recent()[1]
    result = history.undo(edit.id)
    assert (result.put_back, result.kept) == (1, 1)
    assert (guests.details(key).note, guests.details(key).city) == ("third", "Pori")


def test_redo_puts_back_what_undo_took_away(event, guests, history):
    key = guests.add(event, factories.details(note="first"))
    full = guests.details(key)
    guests.edit(event, key, replace(full, note="second"))
    history.undo_last()
    assert guests.details(key).note == "first"
    assert history.redo().put_back == 1
    assert guests.details(key).note == "second"
    assert history.redo().deed is None
    history.undo_last()
    assert guests.details(key).note == "first"


def test_unknown_deeds_cannot_be_taken_back(history):
    assert history.undo("nothing").deed is None
    assert history.undo_last().deed is None
    assert history.redo().deed is None


def test_the_history_of_a_guest_shows_every_deed_about_it(event, guests, desk, history):
    other = guests.add(event, factories.details("Bo Ek"))
    key = guests.add(event, factories.details())
    steps = [
        {"city": "Pori"},
        {"tags": ("water",)},
        {"diet": "vegan"},
        {"codes": ("ABC1",)},
        {"answers": (("Q", "A"),)},
        {"consents": ((Purpose.PHOTO, Permission.NO),)},
        {"title": "johtaja"},
    ]
    for step in steps:
        guests.edit(event, key, replace(guests.details(key), **step))
    desk.admit(key, desk.point(event))
    found = history.of_guest(key)
    assert words(deed for deed, _changes in found) == [
        "check_in",
        *["edit_guest"] * len(steps),
        "add_guest",
    ]
    assert words(deed for deed, _changes in history.of_guest(other)) == ["add_guest"]
    shown = {change.field for _deed, changes in found for change in changes}
    assert {"city", "value", "title"} <= shown
    assert "vegan" not in {change.after for _deed, changes in found for change in changes}
    city = next(c for _deed, changes in found[:-1] for c in changes if c.field == "city")
    assert (city.before, city.after) == ("", "Pori")


def test_what_an_import_said_and_a_person_changed_is_known(database, event, guests):
    with database.write("import") as writer:
        key = Enrolment(writer, event, "f.csv").add(
            factories.details(city="Pori", organisation="A Oy", answers=(("Q", "1"),))
        )
    guests.edit(
        event,
        key,
        replace(guests.details(key), city="Turku", organisation="B Oy", answers=(("Q", "2"),)),
    )
    with database.read() as connection:
        known = queries.known(connection, event)[0]
        person, affiliation = known.person_id, known.affiliation_id
        assert storage.hand_edited(connection, person, {"city": "Pori", "email": "x"}) == {"city"}
        assert storage.hand_edited(connection, person, {"city": "Oulu"}) == set()
        assert storage.edited_answers(connection, key, {"Q": "1"}) == {"Q"}
        assert storage.edited_answers(connection, key, {"Q": "3"}) == set()
        assert storage.edited_organisation(connection, affiliation, "A Oy")
        assert not storage.edited_organisation(connection, affiliation, "B Oy")


def test_a_deed_that_another_desk_took_back_meanwhile_is_not_taken_back_twice(
    database, event, guests, history, monkeypatch
):
    row = guests.add(event, factories.details("Aino Aho"))
    adding = history.recent(1)[0]
    assert history.undo(adding.id).put_back > 0
    monkeypatch.setattr(storage, "deed", lambda *_: adding)
    assert history.undo(adding.id) == UndoResult(None)
    assert row not in {guest.id for guest in guests.all(event)}

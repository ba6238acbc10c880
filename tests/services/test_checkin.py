"""What a desk can do: read codes, admit by name, take back; every verdict, nothing twice."""

from __future__ import annotations

import pytest

import factories
from networking_app.domain.checkin import Verdict
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.domain.registration import Status
from networking_app.domain.tickets import ALPHABET
from networking_app.services.checkin import CheckIn
from networking_app.services.guests import Guests


@pytest.fixture
def desk(database):
    return CheckIn(database, "Desk A", "Henna")


@pytest.fixture
def point(event, desk):
    return desk.point(event)


def code_of(database, event, key):
    return Guests(database).some(event, [key])[0].code


def add_point(database, event, name, **values):
    with database.write() as writer:
        return writer.add("point", event_id=event, name=name, **{"rule": "once", **values})


def test_a_code_lets_in_once_and_says_by_whom(database, event, desk, point, clock):
    key = factories.guest(database, event, organisation="Pohja Oy", title="johtaja")
    code = code_of(database, event, key)
    answer = desk.scan(f" {code[:3]} {code[3:6].lower()}-{code[6:]} ", point)
    assert answer.verdict is Verdict.WELCOME
    assert (answer.holder.name, answer.holder.organisation) == ("Aino Pöyhönen", "Pohja Oy")
    clock.forward(minutes=1)
    again = CheckIn(database, "Desk B").scan(code, point)
    assert again.verdict is Verdict.ALREADY_IN
    assert (again.at, again.desk, again.actor) == (factories.START, "Desk A", "Henna")


def test_a_hurried_second_scan_repeats_the_welcome_and_writes_nothing(
    database, event, desk, point, clock
):
    key = factories.guest(database, event)
    code = code_of(database, event, key)
    first = desk.scan(code, point)
    clock.forward(seconds=5)
    again = desk.scan(code, point)
    assert (again.verdict, again.repeated) == (Verdict.WELCOME, True)
    assert again.check_in_id == first.check_in_id
    clock.forward(seconds=1)
    assert desk.scan(code, point).verdict is Verdict.ALREADY_IN


@pytest.mark.parametrize(
    ("status", "verdict"),
    [(Status.CANCELLED, Verdict.CANCELLED), (Status.WAITING, Verdict.WAITING)],
)
def test_who_has_no_place_is_not_let_in(database, event, desk, point, status, verdict):
    key = factories.guest(database, event, status=status)
    assert desk.admit(key, point).verdict is verdict
    assert desk.scan(code_of(database, event, key), point).verdict is verdict
    assert not Guests(database).all(event)[0].arrived


def test_a_slip_of_the_finger_is_told_from_an_unknown_code(database, event, desk, point):
    key = factories.guest(database, event)
    code = code_of(database, event, key)
    other = next(letter for letter in ALPHABET if letter != code[4])
    assert desk.scan(code[:4] + other + code[5:], point).verdict is Verdict.MISTYPED
    assert desk.scan("HELLO", point).verdict is Verdict.UNKNOWN
    assert desk.scan("", point).verdict is Verdict.UNKNOWN


def test_the_code_of_another_event_names_it(database, event, desk, point):
    other = factories.event(database, "Another evening")
    key = factories.guest(database, other)
    answer = desk.scan(code_of(database, other, key), point)
    assert (answer.verdict, answer.holder.event_title) == (Verdict.WRONG_EVENT, "Another evening")
    assert desk.admit(key, point).verdict is Verdict.WRONG_EVENT


def test_a_deleted_guest_is_unknown(database, event, desk, point):
    key = factories.guest(database, event)
    code = code_of(database, event, key)
    Guests(database).delete([key])
    assert desk.scan(code, point).verdict is Verdict.UNKNOWN
    assert desk.admit(key, point).verdict is Verdict.UNKNOWN


def test_a_door_for_some_categories_refuses_others(database, event, desk):
    add_point(database, event, "Press room", allowed="press\nspeaker", position=1)
    room = desk.point(event, "press ROOM")
    assert desk.admit(factories.guest(database, event), room).verdict is Verdict.NOT_ALLOWED
    press = factories.guest(database, event, "Bo Ek", category="press")
    assert desk.admit(press, room).verdict is Verdict.WELCOME
    assert not Guests(database).some(event, [press])[0].arrived  # a room is not the door


def test_points_stand_in_their_order_and_are_found_by_name(database, event, desk):
    add_point(database, event, "Lunch", rule="many", position=2)
    add_point(database, event, "Room", position=1)
    assert [point.name for point in desk.points(event)] == ["Main door", "Room", "Lunch"]
    assert desk.point(event).name == "Main door"
    assert desk.point(event, "lunch").name == "Lunch"
    with pytest.raises(Trouble) as caught:
        desk.point(event, "Cellar")
    assert caught.value.kind is TroubleKind.NOT_KNOWN
    assert caught.value.facts["known"] == ["Main door", "Room", "Lunch"]


def test_a_point_that_may_be_passed_often_welcomes_again(database, event, desk, clock):
    add_point(database, event, "Lunch", rule="many", position=2)
    lunch, key = desk.point(event, "Lunch"), factories.guest(database, event)
    for _time in range(2):
        assert desk.admit(key, lunch).verdict is Verdict.WELCOME
        clock.forward(minutes=1)


def test_taking_back_is_a_new_fact_and_works_once(database, event, desk, point):
    key = factories.guest(database, event)
    answer = desk.admit(key, point)
    assert desk.undo(answer.check_in_id, "wrong person")
    assert not desk.undo(answer.check_in_id)
    assert not desk.undo("nothing")
    assert desk.admit(key, point).verdict is Verdict.WELCOME

"""A guest without a registration is registered, let in and answered for in one stroke."""

from __future__ import annotations

import pytest

import factories
from networking_app.domain.checkin import Verdict
from networking_app.domain.points import Question, QuestionKind, Window
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.domain.registration import GuestDetails, Permission, Purpose, Status
from networking_app.services.office import new_office
from networking_app.services.points import PointRules, rules_of
from networking_app.services.walk_in import bodies, similar, split_name, walk_in

PHOTO = Question("", "May we photograph you?", QuestionKind.PHOTO)
DIET = Question("", "Special diet?", QuestionKind.DIET, optional=True)
TOPIC = Question("", "What brings you here?", optional=True)


@pytest.fixture
def office(tmp_path):
    opened = new_office(tmp_path / "work.nwapp", "Desk A", factories.Clock(tick=1))
    yield opened
    opened.close()


@pytest.fixture
def event(office):
    return office.events.create("Evening", door="Main door", capacity=2)


@pytest.fixture
def door(office, event):
    return office.points.all(event)[0]


def came(office, event, door, name, answers=None, **more):
    return walk_in(office, event, door, factories.details(name, **more), answers)


def test_walk_in_is_registered_and_let_in(office, event, door):
    made = came(office, event, door, "Marja Tuominen", organisation="Järvivesi Oy")
    guest = office.guests.all(event)[0]
    assert made.answer.verdict is Verdict.WELCOME
    assert (guest.id, guest.code) == (made.registration_id, made.code)
    assert (guest.name, guest.organisation, guest.desk) == (
        "Marja Tuominen", "Järvivesi Oy", "Desk A",
    )  # fmt: skip
    counts = office.events.counts(event)
    assert (counts.registered, counts.arrived, counts.walk_ins) == (1, 1, 1)
    assert not made.over_capacity


def test_walk_in_is_one_entry_of_the_history_that_takes_all_back(office, event, door):
    made = came(office, event, door, "Marja Tuominen")
    assert office.checkin.undo(made.answer.check_in_id)
    office.history.undo(made.deed)
    assert office.guests.all(event) == []
    assert office.events.counts(event).arrived == 0


def test_full_event_is_told_and_the_guest_has_a_place_all_the_same(office, event, door):
    for name in ("Aino Aho", "Eero Eerola"):
        assert not came(office, event, door, name).over_capacity
    made = came(office, event, door, "Marja Tuominen")
    assert made.over_capacity
    assert made.answer.verdict is Verdict.WELCOME


def test_answers_given_at_the_door_are_kept(office, event, door):
    office.points.set_questions(event, [(PHOTO, True), (DIET, True), (TOPIC, True)])
    door = office.points.all(event)[0]
    photo, diet, topic = door.questions
    made = came(
        office, event, door, "Marja Tuominen",
        {photo: Permission.ASK.value, diet: "No nuts", topic: " "},
    )  # fmt: skip
    said = office.guests.details(made.registration_id)
    assert made.answer.verdict is Verdict.WELCOME
    assert (said.consents, said.diet, said.answers) == (
        ((Purpose.PHOTO, Permission.ASK),), "No nuts", (),
    )  # fmt: skip


def test_unanswered_question_is_asked_once_the_guest_is_registered(office, event, door):
    office.points.set_questions(event, [(PHOTO, True)])
    made = came(office, event, office.points.all(event)[0], "Marja Tuominen")
    assert made.answer.verdict is Verdict.DATA_MISSING
    assert office.events.counts(event).arrived == 0
    assert office.events.counts(event).walk_ins == 1


def test_rules_of_the_point_are_told_and_the_guest_stays_registered(office, event, door):
    closed = Window("2020-01-01T08:00", "2020-01-01T09:00")
    rules = rules_of(door)
    office.points.change(event, door.id, PointRules(rules.name, rules.kind, windows=(closed,)))
    made = came(office, event, office.points.all(event)[0], "Marja Tuominen")
    assert made.answer.verdict is Verdict.OUTSIDE_TIME
    assert len(office.guests.all(event)) == 1


def test_wrong_answer_leaves_no_trace(office, event, door):
    office.points.set_questions(event, [(PHOTO, True)])
    door = office.points.all(event)[0]
    with pytest.raises(ValueError, match="perhaps"):
        came(office, event, door, "Marja Tuominen", {door.questions[0]: "perhaps"})
    assert office.guests.all(event) == []


def test_nobody_is_registered_without_a_name(office, event, door):
    with pytest.raises(Trouble) as trouble:
        walk_in(office, event, door, GuestDetails(organisation="Järvivesi Oy"))
    assert trouble.value.kind is TroubleKind.NAME_MISSING


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Maria Tuominen", True),
        ("maria tuominen", True),
        ("Tuominen Maria", True),
        ("Marja Tuominen", True),  # nickname and typo
        ("Maria Tuomimen", True),
        ("M Tuominen", True),
        ("Maria Lahti", False),  # works at Lahti
        ("Matti Tuominen", False),
        ("Pekka Virtanen", False),
    ],
)
def test_same_person_is_found_by_the_name(office, event, typed, found):
    factories.guest(office.database, event, "Maria Tuominen", organisation="Lahti Energia")
    names = [g.name for g in similar(office, event, factories.details(typed))]
    assert names == (["Maria Tuominen"] if found else [])


def test_same_person_on_the_waiting_list_and_cancelled_is_found(office, event, door):
    waiting = factories.guest(office.database, event, "Maria Tuominen")
    office.guests.set_status([waiting], Status.WAITING)
    made = came(office, event, door, "Maria Tuominen")
    assert [(g.id, g.status) for g in made.similar] == [(waiting, Status.WAITING)]


def test_same_person_is_found_by_address_and_number(office, event):
    factories.guest(
        office.database, event, "Liisa Koski", email="liisa@example.org", phone="+358401234567"
    )
    by_mail = GuestDetails(given="Elisabet", family="Niemi", email="Liisa@example.org")
    by_phone = GuestDetails(given="Elisabet", family="Niemi", phone_typed="040 123 4567")
    assert [g.name for g in similar(office, event, by_mail)] == ["Liisa Koski"]
    assert [g.name for g in similar(office, event, by_phone)] == ["Liisa Koski"]


def test_one_common_name_is_narrowed_by_the_organisation(office, event):
    for number in range(6):
        factories.guest(
            office.database, event, f"Maria {'ABCDEF'[number]}ho", organisation=f"Firma{number} Oy"
        )
    assert similar(office, event, GuestDetails(given="Maria")) == ()
    typed = GuestDetails(given="Maria", organisation="Firma3")
    assert [g.name for g in similar(office, event, typed)] == ["Maria Dho"]


def test_organisations_come_with_those_of_most_guests_first(office, event):
    for name, body in (("A A", "Vesi Oy"), ("B B", "Järvi Oy"), ("C C", "Järvi Oy")):
        factories.guest(office.database, event, name, organisation=body)
    assert [(b.name, b.guests) for b in bodies(office, event)] == [("Järvi Oy", 2), ("Vesi Oy", 1)]


@pytest.mark.parametrize(
    ("typed", "split"),
    [
        ("Marja Tuominen", ("Marja", "Tuominen")),
        ("Tuominen, Marja", ("Marja", "Tuominen")),
        ("Tuominen Marja", ("Marja", "Tuominen")),
        ("Carl Gustaf von Essen", ("Carl Gustaf", "von Essen")),
        ("Cher", ("Cher", "")),
    ],
)
def test_whole_name_is_split_as_finns_write_it(typed, split):
    assert split_name(typed) == split


def test_same_person_is_found_by_the_address_before_a_name_is_typed(office, event):
    office.guests.add(event, factories.details("Aino Aho", email="aino@example.org"))
    found = similar(office, event, GuestDetails(email="aino@example.org"))
    assert [guest.name for guest in found] == ["Aino Aho"]


def test_action_of_a_check_in_is_found_by_the_fact(office, event, door):
    made = came(office, event, door, "Aino Aho")
    assert office.history.deed_with(made.answer.check_in_id) == made.deed
    office.checkin.undo(made.answer.check_in_id)
    office.history.undo(made.deed)
    assert office.history.deed_with(made.answer.check_in_id) == ""
    assert office.guests.all(event) == []

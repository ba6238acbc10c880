"""The desk: each guest comes in once, whoever scans, and mistakes can be taken back."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import factories
import networking_app
from networking_app.domain.checkin import Rule, Verdict
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.domain.registration import Status
from networking_app.services.checkin import CheckIn
from networking_app.services.guests import Guests
from networking_app.storage import database as storage
from workspaces import author, enrol, full, make_database, make_event, tickets

CHILD = Path(__file__).parent / "racing_desk.py"


@pytest.fixture
def desk(database):
    return CheckIn(database, "Desk 1", "Henna")


@pytest.fixture
def door(desk, event):
    return desk.point(event)


@pytest.fixture
def row(database, event):
    return factories.guest(database, event)


def code_of(database, row, kind="ticket"):
    with database.read() as connection:
        return tickets(connection, kind)[row]


def facts(database):
    with database.read() as connection:
        found = connection.exec_driver_sql("SELECT kind FROM check_in ORDER BY rowid")
        return [kind for (kind,) in found]


@pytest.mark.parametrize("kind", ["ticket", "badge"])
def test_code_lets_its_holder_in_as_it_is_typed(database, desk, door, row, kind):
    code = code_of(database, row, kind)
    answer = desk.scan(f" {code[:5].lower()}-{code[5:]}\r\n", door)
    assert (answer.verdict, answer.holder.name) == (Verdict.WELCOME, "Aino Pöyhönen")
    assert answer.check_in_id
    assert facts(database) == ["in"]


def test_second_scan_says_when_and_where(database, desk, door, row, clock):
    first = desk.scan(code_of(database, row), door)
    clock.forward(minutes=3)
    again = CheckIn(database, "Desk 2").scan(code_of(database, row), door)
    assert (again.verdict, again.at, again.desk, again.actor) == (
        Verdict.ALREADY_IN,
        first.at,
        "Desk 1",
        "Henna",
    )
    assert facts(database) == ["in", "refused"]


@pytest.mark.parametrize(("seconds", "repeated"), [(0, True), (5, True), (6, False)])
def test_hurried_second_scan_is_no_second_guest(
    database, desk, door, row, clock, seconds, repeated
):
    first = desk.scan(code_of(database, row), door)
    clock.forward(seconds=seconds)
    again = desk.scan(code_of(database, row), door)
    assert again.repeated == repeated
    assert (again.check_in_id == first.check_in_id) == repeated
    assert facts(database) == (["in"] if repeated else ["in", "refused"])


@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        ("", Verdict.UNKNOWN),
        (" - ", Verdict.UNKNOWN),
        ("ABCDEFGHJK", Verdict.MISTYPED),
        ("https://example.org", Verdict.UNKNOWN),
        ("'; DROP TABLE person; --", Verdict.UNKNOWN),
    ],
)
def test_code_that_nobody_holds(database, desk, door, row, code, verdict):
    answer = desk.scan(code, door)
    assert (answer.verdict, answer.holder, answer.code) == (verdict, None, code)
    assert facts(database) == []


def test_revoked_code_lets_nobody_in_and_the_new_one_does(database, desk, door, row):
    old = code_of(database, row)
    with database.write() as writer:
        found = writer.connection.exec_driver_sql("SELECT id FROM code WHERE code = ?", (old,))
        writer.tell("code", registration_id=row, revokes=found.scalar())
        writer.tell("code", registration_id=row, kind="ticket", code="NEWCODE234")
    assert desk.scan(old, door).holder is None
    assert desk.scan("", door).holder is None
    assert desk.scan("newcode234", door).verdict is Verdict.WELCOME


def test_code_of_another_program_stays_valid(database, desk, door, event):
    row = Guests(database).add(event, full(7))
    assert desk.scan("ext 7", door).holder.registration_id == row


@pytest.mark.parametrize(
    ("status", "verdict"),
    [(Status.CANCELLED, Verdict.CANCELLED), (Status.WAITING, Verdict.WAITING)],
)
def test_guest_without_a_place_is_not_let_in(database, desk, door, row, status, verdict):
    Guests(database).set_status([row], status)
    assert desk.scan(code_of(database, row), door).verdict is verdict
    assert desk.admit(row, door).verdict is verdict
    assert facts(database) == ["refused"]  # a hurried second try is not told twice


def test_ticket_of_another_event_names_that_event(database, desk, door):
    other = factories.event(database, "Gala")
    stranger = factories.guest(database, other)
    answer = desk.scan(code_of(database, stranger), door)
    assert (answer.verdict, answer.holder.event_title) == (Verdict.WRONG_EVENT, "Gala")


def test_guest_found_by_name_is_let_in_once(database, desk, door, row, clock):
    assert desk.admit(row, door).verdict is Verdict.WELCOME
    clock.forward(minutes=1)
    assert desk.scan(code_of(database, row), door).verdict is Verdict.ALREADY_IN
    assert desk.admit("nobody", door).verdict is Verdict.UNKNOWN


def test_two_undos_are_one_and_the_guest_can_come_again(database, desk, door, row, clock):
    first = desk.admit(row, door).check_in_id
    assert desk.undo(first, "wrong badge")
    assert not desk.undo(first)
    assert not CheckIn(database, "Desk 2").undo(first)
    assert facts(database) == ["in", "undone"]
    clock.forward(minutes=1)
    again = desk.admit(row, door)
    assert (again.verdict, again.repeated) == (Verdict.WELCOME, False)
    assert facts(database) == ["in", "undone", "in"]


def test_an_undoing_cannot_itself_be_undone(database, desk, door, row):
    desk.undo(desk.admit(row, door).check_in_id)
    with database.read() as connection:
        statement = "SELECT id FROM check_in WHERE kind = 'undone'"
        undoing = connection.exec_driver_sql(statement).scalar()
    assert not desk.undo(undoing)
    assert not desk.undo("nothing")


def test_point_that_may_be_passed_often_counts_each_time(database, desk, event, row, clock):
    with database.write() as writer:
        writer.add("point", event_id=event, name="Lunch", rule=Rule.MANY.value, position=1)
    lunch = desk.point(event, "lunch")
    for _ in range(3):
        assert desk.scan(code_of(database, row), lunch).verdict is Verdict.WELCOME
        clock.forward(minutes=1)
    assert facts(database) == ["in"] * 3


def test_points_come_main_door_first_and_unknown_names_are_trouble(desk, event, door):
    assert [p.name for p in desk.points(event)] == ["Main door"]
    assert desk.point(event, "MAIN DOOR") == door
    with pytest.raises(Trouble) as caught:
        desk.point(event, "Roof")
    assert (caught.value.kind, caught.value.facts) == (
        TroubleKind.NOT_KNOWN,
        {"known": ["Main door"]},
    )


def test_four_desks_that_race_let_each_of_200_tickets_in_once(tmp_path):
    path = tmp_path / "race.nwapp"
    opened = make_database(path)
    event_id = make_event(opened)
    enrol(opened, event_id, 200)
    opened.close()
    folders = (Path(networking_app.__file__).parents[1], CHILD.parents[1])
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, folders))}
    children = [
        subprocess.Popen(
            [sys.executable, CHILD, path, event_id, str(n)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
        )
        for n in range(4)
    ]
    for child in children:
        assert child.stdout.readline().strip() == b"ready"
    for child in children:
        child.stdin.write(b"go\n")
        child.stdin.flush()
    said = [child.communicate()[0].decode().split() for child in children]
    assert [child.returncode for child in children] == [0] * 4
    assert [len(answers) for answers in said] == [200] * 4
    counted = Counter(answer for answers in said for answer in answers)
    assert counted == {"welcome": 200, "already_in": 600}
    opened = storage.open_workspace(path, author())
    with opened.read() as connection:
        statement = (
            "SELECT count(*), count(DISTINCT registration_id) FROM check_in WHERE kind = 'in'"
        )
        assert connection.exec_driver_sql(statement).one() == (200, 200)
    opened.close()

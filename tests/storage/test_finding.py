"""The search index follows what is written, here or by other programs, without being made anew."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import factories
from networking_app.domain.registration import Status
from networking_app.services.checkin import CheckIn
from networking_app.services.enrolment import Enrolment
from networking_app.services.guests import Guests
from networking_app.services.history import History
from networking_app.storage import guests as queries
from networking_app.storage.finding import Finding, lines
from networking_app.storage.search import GuestIndex

SRC = Path(__file__).parents[2] / "src"
OTHER_DESK = """
import json, sys
from pathlib import Path
from networking_app.domain.registration import GuestDetails
from networking_app.services.guests import Guests
from networking_app.storage.database import Author, Database

path, event = Path(sys.argv[1]), sys.argv[2]
other = Database(path, Author("Desk B", lambda: 1_795_600_000_000))
keys = [
    Guests(other).add(event, GuestDetails(given="Pirkko", family=f"Ovela-{n}"), walk_in=True)
    for n in range(3)
]
other.close()
print(json.dumps(keys))
"""


@pytest.fixture
def database(tmp_path):
    opened = factories.workspace(tmp_path, factories.Clock(tick=1))
    yield opened
    opened.close()


@pytest.fixture
def event(database):
    return factories.event(database)


def found(database, finding, event, query):
    with database.read() as connection:
        return finding.find(connection, event, query, 20)


def as_new(database, finding, event):
    """Assert that the index holds what a new one would."""
    with database.read() as connection:
        finding.find(connection, event, "x", 20)
        fresh = GuestIndex.build(lines(queries.searchables(connection, event)))
    held = {row[0]: row[1:] for row in finding._index._rows.values()}
    assert held == {row[0]: row[1:] for row in fresh._rows.values()}


def test_a_walk_in_of_another_process_is_found_at_the_next_key(database, event):
    for number in range(30):
        factories.guest(database, event, f"Aino Niemi{number}")
    finding = Finding()
    assert found(database, finding, event, "ovel") == []
    made = finding._index
    done = subprocess.run(
        [sys.executable, "-c", OTHER_DESK, str(database.path), event],
        env={**os.environ, "PYTHONPATH": str(SRC), "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert found(database, finding, event, "ovela") == json.loads(done.stdout)
    assert finding._index is made


def test_a_check_in_changes_nothing_and_costs_no_reading(database, event, monkeypatch):
    key = factories.guest(database, event)
    finding = Finding()
    assert found(database, finding, event, "aino") == [key]
    made = finding._index
    desk = CheckIn(database, "Desk B")
    desk.admit(key, desk.point(event))
    monkeypatch.setattr(queries, "searchables", None)
    assert found(database, finding, event, "aino") == [key]
    assert finding._index is made


def test_every_kind_of_change_is_followed(database, event):
    service, finding = Guests(database), Finding()
    keys = [
        service.add(event, factories.details(name, organisation="Pohja Oy"))
        for name in ("Aino Aho", "Bo Li", "Eva Ek")
    ]
    assert set(found(database, finding, event, "pohja")) == set(keys)
    made = finding._index
    service.edit(event, keys[0], factories.details("Aune Aho", organisation="Meri Ab"))
    as_new(database, finding, event)
    assert found(database, finding, event, "aune meri") == [keys[0]]
    service.set_status([keys[1]], Status.CANCELLED)
    service.delete([keys[2]])
    as_new(database, finding, event)
    assert found(database, finding, event, "eva") == []
    history = History(database, CheckIn(database, "Desk A"))
    history.undo(next(d.id for d in history.recent(5) if d.deed == "delete_guest"))
    as_new(database, finding, event)
    assert found(database, finding, event, "eva") == [keys[2]]
    assert finding._index is made


def test_an_organisation_with_a_new_name_is_found_by_it(database, event):
    keys = [factories.guest(database, event, n, organisation="Pohja Oy") for n in ("A B", "C D")]
    finding = Finding()
    assert len(found(database, finding, event, "pohja")) == 2
    with database.write("edit") as writer:
        row = writer.connection.exec_driver_sql("SELECT id FROM organisation").scalar()
        writer.change("organisation", row, name="Revontuli Oy")
    assert set(found(database, finding, event, "revontuli")) == set(keys)
    assert found(database, finding, event, "pohja") == []


def test_many_new_guests_make_a_new_index(database, event):
    finding = Finding()
    assert found(database, finding, event, "aino") == []
    made = finding._index
    with database.write("import") as writer:
        enrolment = Enrolment(writer, event, "guests.xlsx")
        for number in range(400):
            enrolment.add(factories.details(f"Aino Niemi{number}"))
    assert len(found(database, finding, event, "aino")) == 20
    assert finding._index is not made
    assert Guests(database).find(event, "niemi399")[0].name == "Aino Niemi399"


def test_guests_of_another_event_need_an_index_of_their_own(database, event):
    other = factories.event(database, "Other")
    key, finding = factories.guest(database, other, "Bo Li"), Finding()
    assert found(database, finding, event, "bo") == []
    assert found(database, finding, other, "bo") == [key]
    factories.guest(database, event, "Bo Ek")
    assert found(database, finding, other, "bo") == [key]


def test_a_backup_that_was_put_back_is_noticed(database, event, tmp_path):
    finding = Finding()
    first = factories.guest(database, event, "Aino Aho")
    database.close()
    before = database.path.read_bytes()
    database.reopen()
    factories.guest(database, event, "Bo Li")
    assert len(found(database, finding, event, "bo")) == 1
    database.close()
    database.path.write_bytes(before)
    database.reopen()
    assert found(database, finding, event, "bo") == []
    second = factories.guest(database, event, "Eva Ek")
    factories.guest(database, event, "Ada Ek")
    assert found(database, finding, event, "aino") == [first]
    assert found(database, finding, event, "eva") == [second]


NAMES = st.sampled_from(["Aino Aho", "Bo Li", "Eva Ek", "Anna-Liisa Örn", "Юлия Сан"])
BODIES = st.sampled_from(["", "Pohja Oy", "Meri Ab"])
STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "edit", "delete", "undo"]), NAMES, BODIES, st.integers(0, 9)),
    max_size=8,
)


@given(STEPS)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_after_any_steps_the_index_is_as_if_new(tmp_path_factory, steps):
    database = factories.workspace(tmp_path_factory.mktemp("steps"), factories.Clock(tick=1))
    event = factories.event(database)
    service, finding, keys = Guests(database), Finding(), []
    history = History(database, CheckIn(database, "Desk A"))
    for step, name, body, number in steps:
        details = factories.details(name, organisation=body)
        if step == "add" or not keys:
            keys.append(service.add(event, details))
        elif step == "undo":
            history.undo(history.recent(1)[0].id)
        elif any(guest.id == keys[number % len(keys)] for guest in service.all(event)):
            key = keys[number % len(keys)]
            if step == "delete":
                service.delete([key])
            else:
                service.edit(event, key, details)
        as_new(database, finding, event)
    database.close()

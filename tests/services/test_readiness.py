"""What a workspace says of its readiness: imports, codes, backups, the newest moment written."""

from __future__ import annotations

from datetime import timedelta

import pytest

import factories
from networking_app.domain.badges import BadgeFace
from networking_app.domain.problems import Trouble
from networking_app.domain.registration import Status
from networking_app.domain.tickets import is_valid
from networking_app.services.office import new_office
from networking_app.services.readiness import event_facts, give_codes, test_page

test_page.__test__ = False


@pytest.fixture
def clock():
    return factories.Clock(tick=1)


@pytest.fixture
def office(tmp_path, clock):
    made = new_office(tmp_path / "evening.nwapp", "Desk A", clock)
    yield made
    made.close()


@pytest.fixture
def event(office):
    return office.events.create("Evening", door="Main door", start="2026-11-26")


def bring(office, event, tmp_path, name, *people):
    file = tmp_path / name
    file.write_text("\n".join(("Name", *people)) + "\n", "utf-8")
    office.imports.run(event, office.imports.open([file]))


def take_codes(office, registration):
    with office.database.write("test") as writer:
        for (code,) in writer.connection.exec_driver_sql(
            "SELECT id FROM code WHERE registration_id = ?", (registration,)
        ).all():
            writer.tell("code", registration_id=registration, revokes=code, at=writer.now)


def test_without_an_event_nothing_can_be_said(office):
    with pytest.raises(Trouble):
        event_facts(office)


def test_empty_event_has_no_guests_and_its_own_making_as_newest_moment(office, event, clock):
    facts = event_facts(office)
    assert (facts.guests, facts.imported, facts.doubles, facts.without_code) == (0, None, 0, 0)
    assert [point.name for point in facts.points] == ["Main door"]
    assert abs(facts.newest - clock.now) < timedelta(seconds=1)
    assert facts.backup is None


def test_facts_follow_the_guests(office, event, clock):
    one, two, gone = (
        office.guests.add(event, factories.details(name))
        for name in ("Aino Aho", "Aino Aho", "Onni Aho")
    )
    office.guests.set_status([gone], Status.CANCELLED)
    office.badges.note_printed([one], "classic", "Desk A")
    take_codes(office, two)
    take_codes(office, gone)
    office.workspace.daily_backup(clock.now)
    facts = event_facts(office)
    assert (facts.guests, facts.doubles, facts.without_badge) == (2, 2, 1)
    assert facts.without_code == 1
    assert abs(facts.backup - clock.now) < timedelta(seconds=1)


def test_latest_import_that_stands_is_told(office, event, clock, tmp_path):
    bring(office, event, tmp_path, "first.csv", "Aino Aho")
    first = clock.now
    clock.forward(hours=1)
    bring(office, event, tmp_path, "second.csv", "Onni Aho")
    asked = []

    def file_at(names, at):
        asked.append(names)
        return at + timedelta(minutes=5)

    found = event_facts(office, file_at).imported
    assert (found.file, found.file_at - found.at) == ("second.csv", timedelta(minutes=5))
    assert asked == ["second.csv"]
    office.history.undo_last()
    found = event_facts(office).imported
    assert (found.file, found.file_at) == ("first.csv", None)
    assert abs(found.at - first) < timedelta(seconds=1)
    office.history.redo()
    assert event_facts(office).imported.file == "second.csv"


def test_import_into_another_event_is_not_told(office, event, clock, tmp_path):
    bring(office, event, tmp_path, "first.csv", "Aino Aho")
    clock.forward(hours=1)
    office.events.create("Other", door="Door")
    assert event_facts(office).imported is None


def test_codes_are_given_once_and_stay(office, event):
    key = office.guests.add(event, factories.details("Aino Aho"))
    take_codes(office, key)
    assert give_codes(office, event) == 1
    assert give_codes(office, event) == 0
    assert event_facts(office).without_code == 0
    (aino,) = office.guests.all(event)
    assert is_valid(aino.code)
    assert is_valid(aino.badge_code)
    assert aino.code != aino.badge_code


@pytest.mark.parametrize("paper", ["", "a4-10", "no such paper"])
def test_test_page_is_one_page_whatever_the_paper(office, event, paper):
    face = BadgeFace("", "Test", "Åkerblom", organisation="Test page", code="TESTTESTX2")
    assert test_page(office, event, paper, face).startswith(b"%PDF-")


def test_test_page_of_every_paper_can_be_drawn(office, event):
    face = BadgeFace("", "Test", "Åkerblom", code="TESTTESTX2")
    for paper in office.badges.sheets():
        assert test_page(office, event, paper, face).startswith(b"%PDF-")

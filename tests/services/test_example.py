"""The made-up guests of the example, their arrivals, and the workspace around them."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

import factories
from evening import NOW, REAL
from networking_app.domain.checkin import Verdict
from networking_app.domain.collation import sort_key_of
from networking_app.domain.imports import Outcome
from networking_app.domain.registration import Status
from networking_app.services import example
from networking_app.services.checkin import CheckIn
from networking_app.services.events import Events
from networking_app.services.guests import Guests
from networking_app.services.history import History
from networking_app.services.imports import Imports
from networking_app.services.programme import Programme
from networking_app.services.workspace import Workspace
from networking_app.wording import history as wording


def test_there_are_174_made_up_guests(built):
    made_up = [guest for guest in built.guests if guest.name not in REAL]
    assert len(made_up) == 174
    assert {guest.source for guest in made_up} == {"guests.csv"}
    assert Counter(guest.status for guest in made_up) == {
        Status.REGISTERED: 158,
        Status.CANCELLED: 11,
        Status.WAITING: 5,
    }
    categories = Counter(guest.category for guest in made_up)
    known = {"participant", "student", "decision_maker", "press", "partner", "exhibitor"}
    assert set(categories) == known | {"Yrittäjä"}


def test_made_up_addresses_reach_nobody(built):
    reserved = re.compile(r"[^@]+@(?:example\.(?:com|net|org)|[a-z]+\.example)")
    mails = [guest.email for guest in built.guests if guest.email]
    assert len(mails) > 150
    assert [mail for mail in mails if not reserved.fullmatch(mail)] == []


def test_no_name_of_the_file_is_lost_or_changed(built):
    with (example.folder() / "guests.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file, delimiter=";"))
    names = Counter(f"{row['Etunimi']} {row['Sukunimi']}".strip() for row in lines)
    assert Counter(g.name for g in built.guests if g.name not in REAL) == names
    assert {name for name, times in names.items() if times > 1} == {
        "Matti Virtanen",
        "Maria Korhonen",
        "Anna Lindström",
    }


def test_the_files_are_plain_utf_8():
    for file in sorted(example.folder().iterdir()):
        raw = file.read_bytes()
        assert not raw.startswith(b"\xef\xbb\xbf"), file.name
        assert b"\r" not in raw, file.name
        raw.decode("utf-8")


def test_diets_needs_and_consents_are_stored_apart(built):
    every = [Guests(built.database).details(guest.id) for guest in built.guests]
    assert sum(1 for details in every if details.diet) > 25
    assert sum(1 for details in every if details.access) > 3
    permissions = {answer for details in every for _purpose, answer in details.consents}
    assert permissions == {"yes", "ask", "no"}
    assert {tag for details in every for tag in details.tags} == set(built.themes)
    assert sum(1 for details in every if details.badge_name) >= 10


def test_counts_of_the_evening(built):
    counts = Events(built.database).counts(built.id)
    assert (counts.registered, counts.cancelled, counts.waiting) == (171, 11, 5)
    assert (counts.arrived, counts.inside, counts.walk_ins) == (128, 128, 0)


def test_the_morning_fills_as_mornings_do(built):
    times = Events(built.database).arrival_times(built.id)
    first, last = times[0], times[-1]
    assert first.strftime("%H:%M") == "06:04"  # in UTC; four minutes past eight in Mikkeli
    assert last.strftime("%H:%M") == "06:54"
    assert last < NOW
    by_half = sum(1 for at in times if at.minute < 30)
    assert 20 < by_half < 40
    desks = {one.desk: one.arrived for one in Events(built.database).desks(built.id, last)}
    assert set(desks) == {"Desk A", "Desk B", "Desk C"}
    assert sum(desks.values()) == 128
    assert min(desks.values()) > 20


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-11-26T09:30+02:00", 26),
        ("2026-11-26T09:00+02:00", 26),
        ("2026-11-26T08:59+02:00", 25),
        ("2026-11-26T00:30+02:00", 25),
        ("2026-11-25T23:30-05:00", 25),
    ],
)
def test_nobody_arrives_later_than_now(now, day):
    moment = datetime.fromisoformat(now)
    eight = example._last_morning(moment, "Europe/Helsinki")
    assert eight.day == day
    assert eight.hour == 6
    assert eight + timedelta(minutes=example._minute(example.ARRIVED)) < moment


def test_minutes_go_up_and_end_with_the_curve():
    minutes = [example._minute(number) for number in range(1, 140)]
    assert minutes == sorted(minutes)
    assert minutes[example.ARRIVED - 1 :] == [54] * 12


def test_all_speakers_are_here_and_each_arrived_once(built):
    items = Events(built.database).next_items(built.id, NOW, limit=20)
    assert [here for item in items for _name, here in item.speakers] == [True] * 8
    with built.database.read() as connection:
        kinds = dict(
            tuple(line)
            for line in connection.execute(text("SELECT kind, count(*) FROM check_in GROUP BY 1"))
        )
    assert kinds == {"in": 129, "undone": 1}


def test_guests_stand_in_finnish_order(built):
    keys = [guest.sort_key for guest in built.guests]
    assert keys == sorted(keys)
    firsts = [guest.listed[0] for guest in built.guests if guest.listed[0] in "ZÅÄÖ"]
    assert firsts == sorted(firsts, key=sort_key_of)
    names = [guest.listed for guest in built.guests]
    assert names.index("Åberg, Björn") < names.index("Äijälä, Eino") < names.index("Öberg, Östen")


def test_the_code_of_the_other_event_is_told(built):
    events = Events(built.database).all()
    assert events[0].id == built.id
    other = next(one for one in events if one.id != built.id)
    assert other.capacity == 40
    code = Guests(built.database).all(other.id)[0].code
    desk = CheckIn(built.database, "Desk A")
    answer = desk.scan(code, desk.point(built.id))
    assert (answer.verdict, answer.holder.event_title) == (Verdict.WRONG_EVENT, other.title)
    assert [room.name for room in Programme(built.database).rooms(other.id)] == [
        "Tuulisali",
        "Kahvio",
    ]


def test_what_was_done_reads_as_sentences(built):
    history = History(built.database, CheckIn(built.database, "Desk A"))
    deeds = [deed for deed in history.recent(1000) if deed.deed != "check_in"]
    sentences = [wording.sentence(deed) for deed in deeds]
    assert "174 guests imported from guests.csv" in sentences
    assert "Event Joukkuepelillä tehdään mestariteoksia made" in sentences
    assert "Klaus Härö added" in sentences
    assert "Tuulikki Saarinen changed" in sentences
    assert "A change was made" not in sentences
    guest = built.by_name["Tuulikki Saarinen"]
    done = [deed.deed for deed, _fields in history.of_guest(guest.id) if deed.deed != "check_in"]
    assert done == ["edit_guest", "import"]


def test_the_mistake_at_the_door_was_taken_back(built):
    with built.database.read() as connection:
        found = connection.execute(
            text(
                "SELECT p.family, u.reason FROM check_in u JOIN registration r"
                " ON r.id = u.registration_id JOIN person p ON p.id = r.person_id"
                " WHERE u.kind = 'undone'"
            )
        ).all()
    assert [tuple(line) for line in found] == [("Wirtanen", "The wrong person was picked")]
    assert built.by_name["Ulla Virtanen"].arrived


def test_importing_the_guests_again_finds_nothing_to_do_and_nothing_to_complain_about(built):
    imports = Imports(built.database)
    report = imports.preview(built.id, imports.open([example.folder() / "guests.csv"]))
    assert report.count(Outcome.UNCHANGED) == 174
    assert report.problems == ()
    assert [result for result in report.results if result.problems] == []


def test_the_workspace_is_sound(built):
    assert Workspace(built.database).check().said == ()


def test_two_builds_differ_in_keys_alone(built, tmp_path):
    told = []
    other = factories.workspace(tmp_path, factories.Clock(NOW))
    other.changed = told.append
    event = example.build_example(other, "fi", NOW)
    lines = [
        [(g.name, g.organisation, g.category, g.status, g.arrived[:19]) for g in guests]
        for guests in (Guests(other).all(event), built.guests)
    ]
    assert sorted(lines[0]) == sorted(lines[1])
    assert len(told) == 1
    assert {"event", "person", "check_in", "report", "session"} <= told[0]
    other.close()

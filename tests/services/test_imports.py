"""Imports into a real workspace from real files: rules, report, preview, undo, cancel."""

from __future__ import annotations

import csv
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import factories
from networking_app.domain.imports import Field, Found, Kind, Outcome
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.domain.registration import Permission, Purpose, Status
from networking_app.services.checkin import CheckIn
from networking_app.services.events import Events
from networking_app.services.guests import Guests
from networking_app.services.history import History
from networking_app.services.imports import Imports

HEADINGS = ("Sukunimi", "Etunimi", "Sähköposti", "Organisaatio", "Puhelin")


@pytest.fixture
def imports(database):
    return Imports(database)


def write(folder, *rows, headings=HEADINGS, name="guests.csv"):
    file = folder / name
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter=";").writerows([headings, *rows])
    return file


def bring(imports, event, file, **more):
    return imports.run(event, imports.open([file]), **more)


def outcomes(report):
    return [result.outcome.value for result in report.results]


def kinds(report):
    return [problem.kind for result in report.results for problem in result.problems]


def listed(database, event):
    return [(g.name, g.email, g.organisation) for g in Guests(database).all(event)]


def undo(database, action):
    return History(database, CheckIn(database, "Desk A")).undo(action)


def test_new_rows_become_guests_with_codes_and_source(database, event, imports, tmp_path):
    file = write(tmp_path, ("Pöyhönen", "Aino", "aino@x.fi", "Järvivesi Oy", "040 1234567"))

    report = bring(imports, event, file)

    (guest,) = Guests(database).all(event)
    assert outcomes(report) == ["new"]
    assert (guest.name, guest.phone, guest.source) == ("Aino Pöyhönen", "+358401234567", file.name)
    assert len(guest.code) == 10
    assert report.action


def test_importing_again_changes_nothing(database, event, imports, tmp_path):
    rows = [("Pöyhönen", "Aino", "aino@x.fi", "Järvivesi Oy", ""), ("Aho", "Ii", "", "", "")]
    file = write(tmp_path, *rows)
    bring(imports, event, file)
    before, deeds = listed(database, event), database.data_version()

    report = bring(imports, event, file)

    assert outcomes(report) == ["unchanged", "unchanged"]
    assert report.action == ""
    assert listed(database, event) == before
    assert deeds <= database.data_version()


def test_same_address_and_name_is_an_update(database, event, imports, tmp_path):
    bring(imports, event, write(tmp_path, ("Aho", "Ii", "ii@x.fi", "", "")))

    report = bring(imports, event, write(tmp_path, ("AHO", "ii", "II@x.fi", "Savon Oy", "")))

    assert outcomes(report) == ["updated"]
    assert len(Guests(database).all(event)) == 1
    assert listed(database, event)[0][2] == "Savon Oy"


def test_same_address_and_another_name_is_another_person(database, event, imports, tmp_path):
    rows = [("Aho", "Ii", "office@x.fi", "", ""), ("Lehto", "Tapani", "office@x.fi", "", "")]

    report = bring(imports, event, write(tmp_path, *rows))

    assert outcomes(report) == ["new", "new"]
    assert kinds(report) == [Kind.SAME_EMAIL]
    problem = report.results[1].problems[0]
    assert (problem.value, problem.suggestion) == ("office@x.fi", "Ii Aho")


def test_same_name_otherwise_is_another_person_with_a_warning(database, event, imports, tmp_path):
    factories.guest(database, event, "Matti Pöyhönen", email="a@x.fi", organisation="LUT")
    rows = [("Pöyhönen", "Matti", "b@x.fi", "Savonlinna", "")]

    report = bring(imports, event, write(tmp_path, *rows))

    assert outcomes(report) == ["new"]
    assert kinds(report) == [Kind.SAME_NAME]
    assert report.results[0].problems[0].facts == {"organisation": "LUT", "email": "a@x.fi"}
    assert len(Guests(database).all(event)) == 2


@pytest.mark.parametrize(
    ("there", "row", "outcome"),
    [
        ({}, ("", ""), "unchanged"),
        ({"organisation": "LUT"}, ("LUT", ""), "unchanged"),
        ({"organisation": "LUT"}, ("Other body", ""), "new"),
        ({"phone": "+358401234567"}, ("", "040 123 4567"), "updated"),
        ({"phone": "+358401234567"}, ("", "040 765 4321"), "new"),
        ({"email": "a@x.fi"}, ("", ""), "new"),
    ],
)
def test_people_without_an_address_are_told_by_body_and_phone(
    database, event, imports, tmp_path, there, row, outcome
):
    factories.guest(database, event, "Matti Aho", **there)

    report = bring(imports, event, write(tmp_path, ("Aho", "Matti", "", *row)))

    assert outcomes(report) == [outcome]


def test_a_ticket_code_tells_a_guest_whose_address_changed(database, event, imports, tmp_path):
    headings = ("First name", "Last name", "E-mail", "Ticket code")
    first = write(tmp_path, ("Ii", "Aho", "old@x.fi", "AB12CD34"), headings=headings)
    bring(imports, event, first)
    second = write(tmp_path, ("Ii", "Aho", "new@x.fi", "ab12-cd34"), headings=headings)

    report = bring(imports, event, second)

    assert outcomes(report) == ["updated"]
    assert listed(database, event)[0][1] == "new@x.fi"


def test_a_code_with_another_name_is_not_the_same_person(database, event, imports, tmp_path):
    headings = ("First name", "Last name", "E-mail", "Ticket code")
    rows = [("Ii", "Aho", "a@x.fi", "AB12CD34"), ("Outi", "Lehto", "b@x.fi", "AB12CD34")]

    report = bring(imports, event, write(tmp_path, *rows, headings=headings))

    assert outcomes(report) == ["new", "new"]


def test_rows_about_one_person_become_one_guest(database, event, imports, tmp_path):
    rows = [
        ("Aho", "Ii", "ii@x.fi", "", ""),
        ("Aho", "Ii", "ii@x.fi", "", ""),
        ("Aho", "Ii", "ii@x.fi", "Savon Oy", ""),
    ]

    report = bring(imports, event, write(tmp_path, *rows))

    assert outcomes(report) == ["new", "skipped", "updated"]
    assert Kind.ROW_REPEATED in kinds(report)
    assert listed(database, event) == [("Ii Aho", "ii@x.fi", "Savon Oy")]


def test_what_a_person_changed_by_hand_is_left_alone(database, event, imports, tmp_path):
    headings = (*HEADINGS, "Wishes")
    row = ("Aho", "Ii", "ii@x.fi", "Savon Oy", "040 1234567", "window seat")
    file = write(tmp_path, row, headings=headings)
    bring(imports, event, file)
    guests = Guests(database)
    key = guests.all(event)[0].id
    before = guests.details(key)
    guests.edit(
        event,
        key,
        replace(
            before,
            phone="+358407654321",
            phone_typed="040 7654321",
            organisation="Järvivesi Oy",
            category="speaker",
            answers=(("Wishes", "aisle seat"),),
        ),
    )
    edited = guests.details(key)

    report = bring(imports, event, file)

    assert outcomes(report) == ["unchanged"]
    assert guests.details(key) == edited


def test_a_newer_file_still_changes_what_nobody_touched(database, event, imports, tmp_path):
    bring(imports, event, write(tmp_path, ("Aho", "Ii", "ii@x.fi", "Savon Oy", "040 1234567")))
    guests = Guests(database)
    key = guests.all(event)[0].id
    guests.edit(event, key, replace(guests.details(key), category="speaker"))

    report = bring(imports, event, write(tmp_path, ("Aho", "Ii", "ii@x.fi", "Muu Oy", "")))

    details = guests.details(key)
    assert outcomes(report) == ["updated"]
    assert (details.organisation, details.category) == ("Muu Oy", "speaker")


def test_a_cancelled_guest_stays_cancelled_when_the_file_does_not_say(
    database, event, imports, tmp_path
):
    file = write(tmp_path, ("Aho", "Ii", "ii@x.fi", "", ""))
    bring(imports, event, file)
    guests = Guests(database)
    guests.set_status([guests.all(event)[0].id], Status.CANCELLED)

    assert outcomes(bring(imports, event, file)) == ["unchanged"]
    assert guests.all(event)[0].status is Status.CANCELLED


def test_private_answers_and_permissions_arrive(database, event, imports, tmp_path):
    headings = ("Nimi", "Erityisruokavalio", "Saako kuvata", "Toive")
    file = write(tmp_path, ("Aino Aho", "keliakia", "ei", "hiljaisuus"), headings=headings)

    bring(imports, event, file)

    details = Guests(database).details(Guests(database).all(event)[0].id)
    assert details.diet == "keliakia"
    assert details.consents == ((Purpose.PHOTO, Permission.NO),)
    assert details.answers == (("Toive", "hiljaisuus"),)


def test_rows_that_are_nobody_are_told_once_each(database, event, imports, tmp_path):
    rows = [
        ("Aho", "Ii", "ii@x.fi", "", ""),
        ("", "", "", "Savon Oy", ""),
        HEADINGS,
        ("Yhteensä", "2", "", "", ""),
    ]

    report = bring(imports, event, write(tmp_path, *rows))

    assert [result.row for result in report.results] == [2, 3, 4, 5]
    assert outcomes(report)[:3] == ["new", "problem", "skipped"]
    assert len(Guests(database).all(event)) == report.count(Outcome.NEW)


def test_an_organisation_spelt_otherwise_is_asked_about(database, event, imports, tmp_path):
    factories.guest(database, event, organisation="Kaakkois-Suomen ammattikorkeakoulu")
    row = ("Aho", "Ii", "ii@x.fi", "Kaakkois-Suomen ammattikorkeakolu", "")

    report = bring(imports, event, write(tmp_path, row))

    problem = report.results[0].problems[0]
    assert problem.kind == Kind.ORGANISATION_SIMILAR
    assert problem.suggestion == "Kaakkois-Suomen ammattikorkeakoulu"


def test_the_preview_says_what_the_import_does_and_writes_nothing(
    database, event, imports, tmp_path
):
    rows = [("Aho", "Ii", "ii@x.fi", "", ""), ("", "", "", "x", ""), ("Aho", "Ii", "", "", "")]
    opened = imports.open([write(tmp_path, *rows)])

    preview = imports.preview(event, opened)

    assert Guests(database).all(event) == []
    assert replace(imports.run(event, opened), action="") == preview


def test_undo_takes_the_whole_import_back(database, event, imports, tmp_path):
    factories.guest(database, event, "Ii Aho", email="ii@x.fi")
    before = listed(database, event)
    rows = [("Aho", "Ii", "ii@x.fi", "Savon Oy", ""), ("Lehto", "Tapani", "t@x.fi", "", "")]
    report = bring(imports, event, write(tmp_path, *rows))
    assert outcomes(report) == ["updated", "new"]

    result = undo(database, report.action)

    assert listed(database, event) == before
    assert result.deed.deed == "import"
    assert result.deed.facts["rows"] == 2


def test_after_an_undo_the_same_file_can_be_imported(database, event, imports, tmp_path):
    file = write(tmp_path, ("Aho", "Ii", "ii@x.fi", "Savon Oy", ""))
    undo(database, bring(imports, event, file).action)

    assert outcomes(bring(imports, event, file)) == ["new"]
    assert listed(database, event) == [("Ii Aho", "ii@x.fi", "Savon Oy")]


@pytest.mark.parametrize("stop_at", [0, 200, 400])
def test_a_stopped_import_leaves_no_trace(database, event, imports, tmp_path, stop_at):
    rows = [(f"Name{n}", "Ii", f"n{n}@x.fi", "", "") for n in range(450)]
    history = History(database, CheckIn(database, "Desk A"))
    deeds = history.recent(50)
    told = []

    def progress(done, total):
        told.append((done, total))
        return done < stop_at

    with pytest.raises(Trouble) as stopped:
        bring(imports, event, write(tmp_path, *rows), progress=progress)

    assert stopped.value.kind is TroubleKind.READING_CANCELLED
    assert told[-1] == (stop_at, 450)
    assert Guests(database).all(event) == []
    assert history.recent(50) == deeds


def test_ten_thousand_rows_are_imported_with_progress_and_undone(
    database, event, imports, tmp_path
):
    rows = [(f"Name{n}", f"F{n % 97}", f"n{n}@x.fi", f"Body {n % 300}", "") for n in range(10_000)]
    opened = imports.open([write(tmp_path, *rows)])
    told = []

    def progress(done, total):
        told.append(done)
        return total == 10_000

    report = imports.run(event, opened, progress)

    assert report.count(Outcome.NEW) == 10_000
    assert told == list(range(0, 10_001, 200))
    undo(database, report.action)
    assert Guests(database).all(event) == []


def test_reading_can_be_cancelled(imports, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Name", "E-mail"])
    book.active.append(["Ii Aho", "ii@x.fi"])
    book.save(tmp_path / "guests.xlsx")

    with pytest.raises(Trouble) as stopped:
        imports.open([tmp_path / "guests.xlsx"], lambda: True)

    assert stopped.value.kind is TroubleKind.READING_CANCELLED


def test_a_broken_file_beside_a_good_one_is_told(database, event, imports, tmp_path):
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 this is no workbook")
    good = write(tmp_path, ("Aho", "Ii", "ii@x.fi", "", ""))

    opened = imports.open([broken, good])
    report = imports.run(event, opened)

    assert [problem.file for problem in report.problems] == ["broken.xlsx"]
    assert outcomes(report) == ["new"]
    assert opened.names == "guests.csv"


def test_pasted_cells_are_a_source(database, event, imports):
    report = imports.run(event, imports.paste("Name\tE-mail\nIi Aho\tii@x.fi\n", "Pasted cells"))

    assert outcomes(report) == ["new"]
    assert Guests(database).all(event)[0].source == "Pasted cells"


def test_a_column_chosen_by_hand_is_remembered_for_these_headings(
    database, event, imports, tmp_path
):
    headings = ("Name", "E-mail", "Thing")
    file = write(tmp_path, ("Ii Aho", "ii@x.fi", "Savon Oy"), headings=headings)
    opened = imports.open([file])
    source = opened.sources[0].matched(2, Field.ORGANISATION)

    imports.run(event, replace(opened, sources=(source,)))

    match = imports.open([file]).sources[0].matches[2]
    assert (match.field, match.found) == (Field.ORGANISATION, Found.REMEMBERED)
    assert listed(database, event)[0][2] == "Savon Oy"
    again = imports.open([file]).sources[0].matched(2, Field.TITLE)
    imports.run(event, replace(opened, sources=(again,)))
    assert imports.open([file]).sources[0].matches[2].field is Field.TITLE


def test_a_column_is_not_remembered_when_nobody_wants_it(event, imports, tmp_path):
    headings = ("Name", "E-mail", "Thing")
    file = write(tmp_path, ("Ii Aho", "ii@x.fi", "Savon Oy"), headings=headings)
    opened = imports.open([file])
    chosen = replace(opened, sources=(opened.sources[0].matched(2, Field.ORGANISATION),))

    imports.run(event, chosen, remember=False)

    assert imports.open([file]).sources[0].matches[2].found is Found.KEPT


def test_a_row_can_be_corrected_and_another_taken_away(database, event, imports, tmp_path):
    rows = [("Aho", "Ii", "ii@x", "", ""), ("Lehto", "T", "", "", "")]
    opened = imports.open([write(tmp_path, *rows)])
    source = opened.sources[0].corrected(2, 2, "ii@x.fi").without(3)

    imports.run(event, replace(opened, sources=(source,)))

    assert listed(database, event) == [("Ii Aho", "ii@x.fi", "")]


def test_someone_of_another_event_is_the_same_person(database, event, imports, tmp_path):
    file = write(tmp_path, ("Aho", "Ii", "ii@x.fi", "", ""))
    bring(imports, event, file)
    other = Events(database).create("Another evening", door="Door")

    assert outcomes(bring(imports, other, file)) == ["new"]

    (first,), (second,) = Guests(database).all(event), Guests(database).all(other)
    assert first.person_id == second.person_id
    assert first.id != second.id


CELL = st.sampled_from(["", "Aho", "Ii", "ii@x.fi", "office@x.fi", "Savon Oy", "040 1234567", "?"])
ROWS = st.lists(st.tuples(CELL, CELL, CELL, CELL, CELL), min_size=1, max_size=6)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(ROWS)
def test_any_rows_preview_like_they_import_come_once_and_go_again(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("imports")
    database = factories.workspace(folder)
    try:
        event = factories.event(database)
        factories.guest(database, event, "Ii Aho", email="office@x.fi", organisation="Savon Oy")
        imports = Imports(database)
        before = listed(database, event)
        opened = imports.open([write(folder, *rows)])
        places = [(s.table.file, s.table.sheet, n) for s in opened.sources for n, _ in s.table.rows]

        preview = imports.preview(event, opened)
        report = imports.run(event, opened)
        after = listed(database, event)

        assert replace(report, action="") == preview
        assert [(r.file, r.sheet, r.row) for r in report.results] == places
        assert len(after) == len(before) + report.count(Outcome.NEW)
        again = imports.run(event, opened)
        assert again.count(Outcome.NEW) == again.count(Outcome.UPDATED) == 0
        assert listed(database, event) == after
        if report.action:
            undo(database, report.action)
        assert listed(database, event) == before
    finally:
        database.close()

"""Imports into a real workspace from real files: rules, report, preview, undo, cancel."""

from __future__ import annotations

from dataclasses import replace

import pytest

import factories
from networking_app.domain.imports import Kind, Outcome
from networking_app.domain.registration import Permission, Purpose, Status
from networking_app.services.guests import Guests
from services.importing import HEADINGS, bring, kinds, listed, outcomes, write


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

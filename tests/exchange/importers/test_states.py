"""Columns that say whether somebody comes: by their word, or by their heading."""

from __future__ import annotations

import pytest

from networking_app.domain.imports import Field
from networking_app.domain.registration import Status
from networking_app.exchange.importers.columns import recognise
from networking_app.exchange.importers.guests import read_guests
from networking_app.exchange.importers.reading import read_text


def read(text):
    table = read_text(text, "guests.csv").tables[0]
    matches = recognise(table)
    return {m.heading: m.field for m in matches}, read_guests(table, matches)


@pytest.mark.parametrize(
    ("heading", "cell", "status"),
    [
        ("Avbokad", "x", Status.CANCELLED),
        ("Peruttu", "Kyllä", Status.CANCELLED),
        ("Cancelled", "Yes", Status.CANCELLED),
        ("Peruttu", "20.11.2026", Status.CANCELLED),
        ("Cancelled", "No", Status.REGISTERED),
        ("Cancelled", "0", Status.REGISTERED),
        ("Varasijalla", "x", Status.WAITING),
        ("Tila", "Peruttu", Status.CANCELLED),
        ("Tila", "Ilmoittautunut", Status.REGISTERED),
    ],
)
def test_heading_and_cell_make_the_status(heading, cell, status):
    fields, guests = read(f"Nimi;{heading}\nAino Aho;{cell}\nMatti Laine;\n")

    assert fields[heading] is Field.STATUS
    assert guests[0].details.status is status
    assert guests[1].details.status is None
    assert [g.problems for g in guests] == [(), ()]


def test_how_somebody_takes_part_is_an_answer_without_complaint():
    fields, guests = read("Nimi;Osallistun\nAino Aho;Paikan päällä\nMatti Laine;Etänä\n")

    assert fields["Osallistun"] is Field.ANSWER
    assert guests[1].details.answers == (("Osallistun", "Etänä"),)
    assert guests[1].problems == ()

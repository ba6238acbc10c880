"""Lists as a service: lines, files of every kind, and what is lacking."""

from __future__ import annotations

import io

import openpyxl
import pypdfium2
import pytest

import factories
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.domain.registration import Status
from networking_app.services.checkin import CheckIn
from networking_app.services.guests import Guests
from networking_app.services.lists import Lists
from networking_app.support import i18n


@pytest.fixture
def lists(database):
    return Lists(database)


@pytest.fixture
def people(database, event):
    """Three guests: one arrived, one without organisation and e-mail, one cancelled."""
    keys = {
        "aino": factories.guest(
            database, event, "Aino Pöyhönen", organisation="Järvivesi Oy",
            email="aino@example.org", phone="+358401234567", phone_typed="040 123 4567",
        ),
        "åke": factories.guest(database, event, "Åke Öst", phone="+358501234567"),
        "gone": factories.guest(database, event, "Matti Poissa"),
    }  # fmt: skip
    Guests(database).set_status([keys["gone"]], Status.CANCELLED)
    desk = CheckIn(database, "Desk A")
    desk.admit(keys["aino"], desk.point(event))
    return keys


def pages(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def test_every_list_is_there(lists):
    names = [one.name for one in lists.all()]
    assert names == ["attendees", "signatures", "arrivals", "missing", "contacts"]


def test_lines_are_worded_and_in_order(lists, event, people):
    found = lists.lines(event, "attendees")

    assert [(line.listed, line.status, line.arrived) for line in found] == [
        ("Poissa, Matti", "Cancelled", ""),
        ("Pöyhönen, Aino", "Arrived", "8.00"),
        ("Öst, Åke", "Registered", ""),
    ]
    assert [line.phone for line in found] == ["", "040 123 4567", "+358501234567"]
    assert [line.listed for line in lists.lines(event, "arrivals")] == ["Pöyhönen, Aino"]
    assert [line.listed for line in lists.lines(event, "missing")] == ["Öst, Åke"]


def test_an_unknown_list_is_trouble_that_names_the_known_ones(lists, event, tmp_path):
    for ask in (
        lambda: lists.lines(event, "kitchen"),
        lambda: lists.make(event, "kitchen", tmp_path / "out.pdf"),
    ):
        with pytest.raises(Trouble) as caught:
            ask()
        assert caught.value.kind is TroubleKind.NOT_KNOWN
        assert "signatures" in caught.value.facts["known"]


@pytest.mark.parametrize(("name", "subject"), [("list.docx", ".docx"), ("list", "list")])
def test_an_unknown_kind_of_file_is_trouble(lists, event, tmp_path, name, subject):
    with pytest.raises(Trouble) as caught:
        lists.make(event, "attendees", tmp_path / name)

    assert (caught.value.kind, caught.value.subject) == (TroubleKind.NOT_KNOWN, subject)


def test_a_pdf_shows_head_lines_and_columns(lists, event, people, tmp_path):
    told = []

    made = lists.make(
        event, "signatures", tmp_path / "OUT.PDF", progress=lambda *both: told.append(both)
    )

    assert made == {"rows": 2, "pages": 1}
    text = pages(tmp_path / "OUT.PDF")[0]
    for words in ("Sign-in list", "Test evening", "Pöyhönen, Aino", "Öst, Åke", "Signature"):
        assert words in text
    assert "Poissa" not in text
    assert told[-1] == (2, 2)


def test_a_pdf_into_an_open_file_in_another_language(lists, event, people):
    out = io.BytesIO()

    with i18n.using("fi"):
        made = lists.draw(event, "contacts", out, fields=("listed", "phone"))

    text = pages(out.getvalue())[0]
    assert made == {"rows": 2, "pages": 1}
    assert "Puhelin" in text
    assert "040 123 4567" in text
    assert "Järvivesi" not in text


def test_excel_has_the_rows_under_headings(lists, event, people, tmp_path):
    made = lists.make(event, "contacts", tmp_path / "out.xlsx")

    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    rows = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert made == {"rows": 2}
    assert ["Name", "Organisation", "E-mail", "Phone"] in rows
    assert rows[-2] == ["Pöyhönen, Aino", "Järvivesi Oy", "aino@example.org", "040 123 4567"]


def test_csv_has_only_the_columns_asked_for(lists, event, people, tmp_path):
    made = lists.make(event, "attendees", tmp_path / "out.csv", fields=("listed", "status"))

    lines = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert made == {"rows": 3}
    assert len(lines) == 4
    assert "Aino" in lines[2]
    assert "Järvivesi" not in lines[2]


def test_states_count_lines_and_say_who_lacks_what(lists, event, people):
    states = lists.states(event)

    assert {name: state.lines for name, state in states.items()} == {
        "attendees": 3, "signatures": 2, "arrivals": 1, "missing": 1, "contacts": 2,
    }  # fmt: skip
    assert states["contacts"].lacking == {
        "organisation": (people["åke"],),
        "email": (people["åke"],),
    }
    assert states["arrivals"].lacking == {"organisation": (), "email": ()}


def test_an_empty_list_says_so(lists, event, tmp_path):
    assert lists.make(event, "attendees", tmp_path / "out.pdf") == {"rows": 0, "pages": 1}
    assert "There is nobody on this list" in pages(tmp_path / "out.pdf")[0]

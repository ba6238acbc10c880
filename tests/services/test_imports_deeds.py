"""Imports as deeds: preview, undo, stop, memory of columns, and any rows at all."""

from __future__ import annotations

from dataclasses import replace

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import factories
from networking_app.domain.imports import Field, Found, Outcome
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.services.checkin import CheckIn
from networking_app.services.events import Events
from networking_app.services.guests import Guests
from networking_app.services.history import History
from networking_app.services.imports import Imports
from services.importing import bring, listed, outcomes, undo, write


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
    assert told == list(range(0, 10_001, 50))
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

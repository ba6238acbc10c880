"""An import while a person looks it through."""

from __future__ import annotations

import csv

import openpyxl
import pytest

from networking_app.domain.imports import Field, Kind, Outcome
from networking_app.domain.problems import Problem, Severity
from networking_app.services.guests import Guests
from networking_app.services.import_draft import ImportDraft, Place, place_of
from networking_app.services.imports import Imports

TEXT = """Last name;First name;E-mail;Organisation
Aho;Ii;ii@x;Järvivesi Oy
;;jaana.koponen@x.fi;Järvivesi
;;;Järvivesi Oy
Lehto;Outi;office@x.fi;
Lahti;Eero;office@x.fi;
"""


@pytest.fixture
def imports(database):
    return Imports(database)


@pytest.fixture
def draft(imports):
    return ImportDraft.of(imports.paste(TEXT, "list.csv"))


def report(imports, event, draft):
    return imports.preview(event, draft.opened)


def problem(imports, event, draft, kind, number=0):
    return [p for p in draft.to_check(report(imports, event, draft)) if p.kind == kind][number]


def test_errors_come_before_warnings(imports, event, draft):
    found = draft.to_check(report(imports, event, draft))

    assert [p.severity for p in found[:2]] == [Severity.ERROR, Severity.ERROR]
    assert {p.kind for p in found} == {Kind.NAME_MISSING, Kind.EMAIL_INCOMPLETE, Kind.SAME_EMAIL}


def test_a_corrected_cell_ends_its_problem(database, imports, event, draft):
    wrong = problem(imports, event, draft, Kind.EMAIL_INCOMPLETE)

    mended = draft.used(wrong, "ii@x.fi")

    assert Kind.EMAIL_INCOMPLETE not in {
        p.kind for p in mended.to_check(report(imports, event, mended))
    }
    imports.run(event, mended.opened)
    assert "ii@x.fi" in {guest.email for guest in Guests(database).all(event)}


def test_a_missing_name_is_shared_out_to_its_two_columns(database, imports, event, draft):
    wrong = problem(imports, event, draft, Kind.NAME_MISSING)
    assert wrong.suggestion == "Jaana Koponen"

    mended = draft.used(wrong, "Jaana Maria Koponen")

    imports.run(event, mended.opened)
    assert "Koponen, Jaana Maria" in {guest.listed for guest in Guests(database).all(event)}


def test_a_missing_name_goes_whole_into_a_column_of_whole_names(imports, event):
    draft = ImportDraft.of(imports.paste("Name;E-mail\nIi Aho;a@x.fi\n;b@x.fi\n", "l.csv"))
    wrong = problem(imports, event, draft, Kind.NAME_MISSING)

    rows = draft.used(wrong, "Outi Lehto").opened.sources[0].table.rows

    assert rows[1][1] == ("Outi Lehto", "b@x.fi")


def test_a_name_goes_into_the_only_column_there_is(imports, event):
    draft = ImportDraft.of(imports.paste("First name;E-mail\nIi;a@x.fi\n;b@x.fi\n", "l.csv"))
    wrong = problem(imports, event, draft, Kind.NAME_MISSING)

    assert draft.used(wrong, "Outi Lehto").opened.sources[0].table.rows[1][1][0] == "Outi Lehto"


def test_the_same_organisation_is_written_like_the_known_one(imports, event):
    text = "Name;E-mail;Organisation\nIi Aho;a@x.fi;Järvivesi Oy\nO Lehto;b@x.fi;Järvivesi\n"
    draft = ImportDraft.of(imports.paste(text, "l.csv"))
    wrong = problem(imports, event, draft, Kind.ORGANISATION_SIMILAR)

    mended = draft.used(wrong, wrong.suggestion)

    assert mended.opened.sources[0].table.rows[1][1][2] == "Järvivesi Oy"
    assert mended.to_check(report(imports, event, mended)) == []


def test_a_problem_that_is_kept_is_asked_about_no_more(imports, event, draft):
    wrong = problem(imports, event, draft, Kind.SAME_EMAIL)

    kept = draft.keeping(wrong)

    assert wrong not in kept.to_check(report(imports, event, kept))
    assert kept.opened == draft.opened


def test_a_column_is_taken_for_something_else(imports, event, draft):
    other = draft.matched(0, 3, Field.TITLE)

    assert other.opened.sources[0].matches[3].field is Field.TITLE
    assert draft.opened.sources[0].matches[3].field is Field.ORGANISATION


def test_what_has_no_cell_cannot_be_corrected(draft):
    whole = Problem(Kind.ROW_REPEATED, Severity.NOTE, "list.csv", "", 2)
    unknown = Problem("something_new", Severity.WARNING, "list.csv", "", 2)
    elsewhere = Problem(Kind.NAME_MISSING, Severity.ERROR, "other.csv", "", 2)

    for wrong in (whole, unknown, elsewhere):
        assert not draft.can_correct(wrong)
        assert draft.used(wrong, "x") == draft


def test_of_two_columns_with_one_heading_the_wrong_one_is_corrected(imports, event):
    text = "Name;E-mail;E-mail\nIi Aho;a@x.fi;wrong@x\n"
    draft = ImportDraft.of(imports.paste(text, "l.csv"))
    wrong = Problem(
        Kind.EMAIL_INCOMPLETE, Severity.WARNING, "l.csv", "", 2, "E-mail (2)", "wrong@x"
    )

    cells = draft.used(wrong, "right@x.fi").opened.sources[0].table.rows[0][1]

    assert cells == ("Ii Aho", "a@x.fi", "right@x.fi")


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_rows_left_out_are_written_as_they_were_with_the_reason(
    imports, event, draft, tmp_path, ending
):
    wrong = problem(imports, event, draft, Kind.SAME_EMAIL)
    draft = draft.without(place_of(wrong))
    done = imports.run(event, draft.opened)
    out = tmp_path / f"left{ending}"

    assert draft.left == {Place("list.csv", "", 6)}
    assert done.count(Outcome.PROBLEM) == 2
    assert draft.save_left_out(done, out) == 3
    if ending == ".csv":
        with out.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, delimiter=","))
    else:
        sheet = openpyxl.load_workbook(out).active
        rows = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert rows[0] == ["Row", "Why it was left out", "Last name", "First name", "E-mail",
                       "Organisation"]  # fmt: skip
    assert [row[0] for row in rows[1:]] == ["3", "4", "6"]
    assert rows[1][4] == "jaana.koponen@x.fi"
    assert rows[3][1:] == ["Left out by hand", "Lahti", "Eero", "office@x.fi", ""]


def test_a_row_is_left_out_of_its_own_sheet_only(imports, tmp_path):
    book = openpyxl.Workbook()
    for title in ("A", "B"):
        sheet = book.create_sheet(title)
        sheet.append(["Name", "E-mail"])
        sheet.append([f"Ii {title}", f"{title.lower()}@x.fi"])
    book.remove(book.worksheets[0])
    book.save(tmp_path / "two.xlsx")
    draft = ImportDraft.of(imports.open([tmp_path / "two.xlsx"]))

    left = draft.without(Place("two.xlsx", "B", 2))

    assert [len(source.table.rows) for source in left.opened.sources] == [1, 0]

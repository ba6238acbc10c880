import datetime as dt

import odf.opendocument
import odf.table
import odf.text
import openpyxl
import pytest
import xlwt

from exchange.importers.sheets import rows_of, xlsx
from networking_app.domain.problems import Severity
from networking_app.exchange.importers.reading import read_tables, read_text

PEOPLE = (("Nimi", "Sähköposti"), ("Äijö Öhman", "a@x.fi"), ("Bo Ek", "b@x.fi"))


def refusal(reading):
    assert reading.tables == ()
    (problem,) = reading.problems
    assert problem.severity is Severity.ERROR
    return str(problem.kind)


def test_xlsx_is_read(tmp_path):
    assert rows_of(read_tables(xlsx(tmp_path / "g.xlsx", PEOPLE))) == list(PEOPLE)


def test_xls_is_read(tmp_path):
    book = xlwt.Workbook()
    sheet = book.add_sheet("Vieraat")
    for y, row in enumerate(PEOPLE):
        for x, cell in enumerate(row):
            sheet.write(y, x, cell)
    book.save(str(tmp_path / "g.xls"))

    reading = read_tables(tmp_path / "g.xls")

    assert rows_of(reading) == list(PEOPLE)
    assert reading.tables[0].sheet == "Vieraat"


def test_ods_is_read(tmp_path):
    book = odf.opendocument.OpenDocumentSpreadsheet()
    sheet = odf.table.Table(name="Vieraat")
    for row in PEOPLE:
        line = odf.table.TableRow()
        for cell in row:
            box = odf.table.TableCell(valuetype="string")
            box.addElement(odf.text.P(text=cell))
            line.addElement(box)
        sheet.addElement(line)
    book.spreadsheet.addElement(sheet)
    book.save(str(tmp_path / "g.ods"))

    assert rows_of(read_tables(tmp_path / "g.ods")) == list(PEOPLE)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"]
)
def test_text_file_is_read_in_every_encoding(tmp_path, delimiter, encoding):
    path = tmp_path / "g.csv"
    path.write_bytes("\r\n".join(delimiter.join(row) for row in PEOPLE).encode(encoding))

    assert rows_of(read_tables(path)) == list(PEOPLE)


def test_large_text_is_read_by_the_reading_process(tmp_path):
    path = tmp_path / "g.csv"
    lines = [f"Aino {n} Korhonen;a{n}@x.fi;" + "x" * 100 for n in range(10_000)]
    path.write_text("Nimi;Sähköposti;Muuta\n" + "\n".join(lines), encoding="utf-8")

    assert len(read_tables(path).tables[0].rows) == 10_000


def test_web_page_called_xls_is_read(tmp_path):
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in PEOPLE)
    path = tmp_path / "report.xls"
    page = f"<html><head><style>td {{}}</style></head><table>{rows}</table></html>"
    path.write_text(page, encoding="utf-8")

    assert rows_of(read_tables(path)) == list(PEOPLE)


def test_csv_called_xls_is_read(tmp_path):
    path = tmp_path / "report.xls"
    path.write_text("Nimi;Sähköposti\nÄijö Öhman;a@x.fi\nBo Ek;b@x.fi\n", encoding="cp1252")

    assert rows_of(read_tables(path)) == list(PEOPLE)


def test_cells_become_the_text_a_person_would_type(tmp_path):
    day = dt.datetime(2026, 11, 24, tzinfo=dt.UTC).replace(tzinfo=None)
    row = ["Aino", 401234567, 2.5, True, day, day.replace(hour=17, minute=30), "\xa0 x\u200b "]
    reading = read_tables(xlsx(tmp_path / "g.xlsx", [["Nimi", *"abcdef"], row]))

    cells = reading.tables[0].rows[0][1]

    assert cells == (
        "Aino", "401234567", "2.5", "TRUE", "2026-11-24", "2026-11-24 17:30", "x"
    )  # fmt: skip


def test_times_of_day_and_lengths_are_written_out(tmp_path):
    row = ["Aino", dt.time(9, 5), dt.timedelta(hours=30, minutes=2), dt.time(9, 5, 7)]
    reading = read_tables(xlsx(tmp_path / "g.xlsx", [["Nimi", *"abc"], row]))

    assert reading.tables[0].rows[0][1][1:] == ("09:05", "30:02", "09:05:07")


def test_formula_without_a_stored_result_stays_text(tmp_path):
    reading = read_tables(xlsx(tmp_path / "g.xlsx", [["Nimi", "x"], ["Aino", '=1+1&"<a>"']]))

    assert reading.tables[0].rows[0][1] == ("Aino", '=1+1&"<a>"')


def test_excel_error_is_kept_as_text_with_a_warning(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Nimi", "Puhelin"])
    book.active.append(["Aino", "#N/A"])
    book.save(tmp_path / "g.xlsx")

    reading = read_tables(tmp_path / "g.xlsx")

    assert reading.tables[0].rows[0][1] == ("Aino", "#N/A")
    (problem,) = reading.problems
    assert (problem.kind, problem.row, problem.column) == ("cell_error", 2, "Puhelin")


def test_row_numbers_are_those_of_the_spreadsheet(tmp_path):
    rows = [["Osallistujat"], [], [], ["Nimi", "Sähköposti"], [], ["Aino", "a@x.fi"]]
    reading = read_tables(xlsx(tmp_path / "g.xlsx", rows))

    (table,) = reading.tables

    assert (table.heading_row, table.rows[0][0]) == (4, 6)
    assert [(p.kind, p.row, p.value) for p in reading.problems] == [
        ("row_above_heading", 1, "Osallistujat")
    ]


def test_sheets_without_people_are_left_out_with_a_note(tmp_path):
    path = xlsx(tmp_path / "g.xlsx", PEOPLE, more={"Ohje": [["Täytä", "kaikki kentät"]]})

    reading = read_tables(path)

    assert [table.sheet for table in reading.tables] == ["Sheet"]
    assert [(p.kind, p.sheet) for p in reading.problems] == [("sheet_without_people", "Ohje")]


def test_every_sheet_with_people_is_read(tmp_path):
    path = xlsx(tmp_path / "g.xlsx", PEOPLE, more={"Puhujat": PEOPLE})

    assert [table.sheet for table in read_tables(path).tables] == ["Sheet", "Puhujat"]


def test_hidden_sheet_is_left_out_with_a_note(tmp_path):
    path = xlsx(tmp_path / "g.xlsx", PEOPLE, more={"Vanha": PEOPLE})
    book = openpyxl.load_workbook(path)
    book["Vanha"].sheet_state = "hidden"
    book.save(path)

    reading = read_tables(path)

    assert [table.sheet for table in reading.tables] == ["Sheet"]
    assert [str(p.kind) for p in reading.problems] == ["sheet_hidden"]


def test_table_of_unknown_columns_is_given_with_a_warning():
    reading = read_text("12;13\n14;15\n", "pasted")

    assert len(reading.tables) == 1
    assert [str(p.kind) for p in reading.problems] == ["no_people"]


def test_addresses_copied_from_a_mail_program_are_a_table():
    reading = read_text('Aino Ek <a@x.fi>; "Ek, Bo" <b@x.fi>', "pasted")

    assert [cells for _, cells in reading.tables[0].rows] == [
        ("Aino Ek", "a@x.fi"),
        ("Ek, Bo", "b@x.fi"),
    ]

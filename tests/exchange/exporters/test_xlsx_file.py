"""Excel files: every text comes back as it was typed, and as text."""

import zipfile
from datetime import UTC, date, datetime, time
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from networking_app.exchange.exporters.xlsx_file import (
    CONSTANT_MEMORY_FROM,
    sheet_name,
    visible,
    write_xlsx,
)

TEXTS = st.text(st.characters(blacklist_categories=[]), max_size=60)
NASTY = st.sampled_from(
    ["=1+1", "+358 40 123 4567", "@x", "-2", "00123", "1e5", "http://x.fi", "mailto:a@b.fi",
     " blanks ", "_x0041_", "a\tb", "<b>&amp;", "{=1}", "a\r\nb", "\x07", "\ufffe", "\ud800", "'"]
)  # fmt: skip


def by_openpyxl(path):
    book = openpyxl.load_workbook(path)
    rows = [[cell.value or "" for cell in row] for row in book.active.iter_rows()]
    kinds = {cell.data_type for row in book.active.iter_rows() for cell in row if cell.value}
    book.close()
    return rows, kinds


def by_calamine(path):
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


@settings(max_examples=60)
@given(st.lists(st.lists(TEXTS | NASTY, min_size=2, max_size=2), min_size=1, max_size=8))
def test_two_readers_give_every_text_back(tmp_path_factory, rows):
    out = tmp_path_factory.mktemp("xlsx") / "list.xlsx"
    write_xlsx(out, ["a", "b"], [*rows, ["end", "end"]], title="List")
    expected = [["a", "b"], *([visible(cell) for cell in row] for row in rows), ["end", "end"]]
    found, kinds = by_openpyxl(out)
    assert found == expected
    assert kinds == {"s"}
    assert by_calamine(out) == expected


def test_large_table_keeps_texts_too(tmp_path):
    out = tmp_path / "list.xlsx"
    rows = [[f"Äijä {n}", "=1+1"] for n in range(CONSTANT_MEMORY_FROM - 1)]
    rows.append(["bell \x07 _x0041_ \u4e2d", " blanks "])
    assert write_xlsx(out, ["Nimi", "Kaava"], rows, title="List") == CONSTANT_MEMORY_FROM
    found = by_calamine(out)
    assert found[1] == ["Äijä 0", "=1+1"]
    assert found[-1] == ["bell ␇ _x0041_ \u4e2d", " blanks "]


def test_no_formula_and_no_link_is_in_the_file(tmp_path):
    out = tmp_path / "list.xlsx"
    write_xlsx(out, ["a"], [["=1+1"], ["http://example.org"], ["+1+1"]], title="List")
    with zipfile.ZipFile(out) as file:
        sheet = file.read("xl/worksheets/sheet1.xml")
        styles = file.read("xl/styles.xml")
    assert b"<f>" not in sheet
    assert b"hyperlink" not in sheet
    assert b'quotePrefix="1"' in styles


def test_control_characters_are_shown_by_signs():
    assert visible("a\x00b\x1bc\x7fd\ud800e\uffff") == "a␀b␛c␡d�e�"


def test_line_breaks_become_line_feeds():
    assert visible("a\r\nb\rc\nd") == "a\nb\nc\nd"


@pytest.mark.parametrize("letter", ["a", "😀"])
def test_text_too_long_for_a_cell_ends_with_an_ellipsis(tmp_path, letter):
    out = tmp_path / "list.xlsx"
    write_xlsx(out, ["a"], [[letter * 40_000]], title="List")
    kept = by_calamine(out)[1][0]
    assert kept.endswith(f"{letter}…")
    assert 32_765 <= len(kept.encode("utf-16-le")) / 2 <= 32_767


def test_dates_times_and_numbers_are_real(tmp_path):
    out = tmp_path / "list.xlsx"
    moment = datetime(2026, 11, 26, 8, 54, tzinfo=UTC)
    row = [date(2026, 11, 26), moment, time(8, 54), 3, 2.5, True, None]
    write_xlsx(out, list("abcdefg"), [row], title="List")
    cells = openpyxl.load_workbook(out).active[2]
    moments = [datetime.fromisoformat(text) for text in ("2026-11-26", "2026-11-26T08:54")]
    assert [cell.value for cell in cells[:6]] == [*moments, time(8, 54), 3, 2.5, True]
    assert cells[0].number_format == "d.m.yyyy"
    assert cells[1].number_format == 'd.m.yyyy h"."mm'


def test_what_excel_cannot_count_is_written_as_text(tmp_path):
    out = tmp_path / "list.xlsx"
    row = [
        float("nan"),
        float("-inf"),
        10**400,
        date(1731, 5, 1),
        datetime(1731, 5, 1, 8, tzinfo=UTC),
    ]
    write_xlsx(out, list("abcde"), [row], title="List")
    assert by_calamine(out)[1] == [
        "nan",
        "-inf",
        str(10**400),
        "1731-05-01",
        "1731-05-01T08:00:00+00:00",
    ]


def test_row_longer_than_the_headings_and_other_kinds_are_kept(tmp_path):
    out = tmp_path / "list.xlsx"
    write_xlsx(out, ["a"], [["x", Decimal("1.50")]], title="List")
    assert by_calamine(out)[1] == ["x", "1.50"]


def test_heading_is_bold_frozen_and_filtered(tmp_path):
    out = tmp_path / "list.xlsx"
    write_xlsx(out, ["Nimi", "Organisaatio"], [["Aino", "x" * 30]], title="Osallistujat")
    sheet = openpyxl.load_workbook(out).active
    assert sheet.title == "Osallistujat"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B2"
    assert sheet["A1"].font.bold
    assert 30 < sheet.column_dimensions["B"].width < 34


def test_empty_table_still_opens(tmp_path):
    out = tmp_path / "list.xlsx"
    assert write_xlsx(out, ["Nimi"], [], title="List") == 0
    assert by_openpyxl(out)[0] == [["Nimi"]]
    assert write_xlsx(out, [], [], title="List") == 0


def test_same_table_gives_the_same_bytes(tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        write_xlsx(tmp_path / name, ["a"], [["b"]], title="List", author="X")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_too_many_rows_are_refused(tmp_path):
    with pytest.raises(ValueError, match="1048575"):
        write_xlsx(tmp_path / "a.xlsx", ["a"], [["b"]] * 1_048_576, title="List")
    assert list(tmp_path.iterdir()) == []


@given(st.text())
def test_sheet_name_is_one_excel_takes(title):
    name = sheet_name(title)
    assert 1 <= len(name.encode("utf-16-le")) / 2 <= 31
    assert not set(name) & set("[]:*?/\\\x00\n")
    assert name[0] != "'"
    assert name[-1] != "'"
    assert name.casefold() != "history"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("History", "History_"),
        ("", "List"),
        ("a/b:c", "a b c"),
        ("'quoted'", "quoted"),
        ("😀" * 20, "😀" * 15),
    ],
)
def test_sheet_name_replaces_what_is_forbidden(title, name):
    assert sheet_name(title) == name

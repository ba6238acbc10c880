"""Makes real spreadsheet files for the tests, and reads guests from files and text."""

import io
import zipfile

import openpyxl

from networking_app.domain.imports import SheetTable
from networking_app.exchange.importers.columns import recognise
from networking_app.exchange.importers.guests import read_guests
from networking_app.exchange.importers.reading import read_text

HEAD = (
    b'<?xml version="1.0"?>%s<worksheet xmlns="http://schemas.openxmlformats.org/'
    b'spreadsheetml/2006/main"><sheetData>'
)
END = b"</sheetData></worksheet>"


def xlsx(path, rows, *, title="Sheet", more=None):
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    for name, extra in (more or {}).items():
        sheet = book.create_sheet(name)
        for row in extra:
            sheet.append(row)
    book.save(path)
    return path


def xlsx_of_xml(path, xml, entities=b""):
    """Write a workbook whose only sheet is this XML, well-formed or not."""
    made = io.BytesIO()
    openpyxl.Workbook().save(made)
    source = zipfile.ZipFile(made)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name in source.namelist():
            raw = HEAD % entities + xml + END if name.endswith("sheet1.xml") else source.read(name)
            target.writestr(name, raw)
    return path


def guests_of(text, **options):
    """Read pasted text into guests of its first table."""
    (table,) = read_text(text, "pasted").tables
    return read_guests(table, recognise(table), **options)


def fields_of(*headings, rows=()):
    """Return heading -> field word for a table with these headings."""
    table = SheetTable("f", "", headings, 1, tuple(enumerate(rows, 2)))
    return {match.heading: match.field.value for match in recognise(table)}


def kinds(guest):
    return [str(problem.kind) for problem in guest.problems]


def rows_of(reading):
    """Headings and rows of the only table that was read."""
    (table,) = reading.tables
    return [table.headings, *(cells for _, cells in table.rows)]

"""The organiser's spreadsheet as it really comes: title rows, Finnish headings, a few slips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2
import zxingcpp
from openpyxl import Workbook

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Wording:
    """What stands around the rows: name of the sheet, lines above the table, headings."""

    sheet: str
    above: tuple[str, ...]
    headings: tuple[str, ...]


FINNISH = Wording(
    "Ilmoittautuneet",
    ("Verkostoitumisilta 26.11.2026", "Tulostettu 20.11.2026 klo 14.02", ""),
    ("Etunimi", "Sukunimi", "Sähköposti", "Puhelin", "Organisaatio", "Titteli", "Rooli", "Tila",
     "Erityisruokavalio"),
)  # fmt: skip
ENGLISH = Wording(
    "Registrations",
    ("Networking evening 26 November 2026", "Printed 20 November 2026 14:02", ""),
    ("First name", "Last name", "E-mail", "Phone", "Organisation", "Job title", "Role", "Status",
     "Dietary requirements"),
)  # fmt: skip
ROWS = (
    ("Aino", "Pöyhönen", "aino@example.com", "040 123 4567", "Järvivesi Oy", "Toimitusjohtaja",
     "Puhuja", "", "vegaani"),
    ("Matti", "Härö", "matti@example.com", "", "Savon Biotuote", "", "Osallistuja", "", ""),
    ("Siiri", "Åkerblom", "siiri@example.com", "", "LUT-yliopisto", "Professori", "Osallistuja",
     "Peruttu", ""),
    ("Björn", "Östergård", "bjorn@example,com", "", "Nordic Lab Ab", "", "Osallistuja", "",
     "laktoositon"),
    ("Νίκος", "Παπαδόπουλος", "nikos@example.com", "", "Ωκεανός", "", "Osallistuja", "", ""),
    ("Eeva-Liisa", "Karppinen-von Zweygbergk", "eeva@example.com", "", "Memory Campus", "",
     "Järjestäjä", "", ""),
    ("Đặng", "Thị Ngọc Ánh", "anh@example.com", "", "=1+1 Oy", "", "Osallistuja",
     "Varasijalla", ""),
    ("", "", "nobody@example.com", "", "Kuvitelma Oy", "", "", "", ""),
)  # fmt: skip
WITH_A_PLACE = 5  # neither cancelled, nor on the waiting list, nor without a name
DIETS = ("vegaani", "laktoositon")


def write(path: Path, words: Wording = FINNISH) -> Path:
    """Write the sheet under two title rows and an empty one."""
    book = Workbook()
    sheet = book.active
    sheet.title = words.sheet
    for line in words.above:
        sheet.append([line])
    for row in (words.headings, *ROWS):
        sheet.append(row)
    for cells in sheet.iter_rows():
        for cell in cells:
            if cell.data_type == "f":
                cell.data_type = "s"  # somebody typed it as text
    book.save(path)
    return path


def codes(pdf: Path) -> list[str]:
    """Every QR code of a PDF, read from a rendering at 150 dpi."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pictures = [page.render(scale=150 / 72).to_pil() for page in document]
    finally:
        document.close()
    return [
        code.text
        for picture in pictures
        for code in zxingcpp.read_barcodes(picture, zxingcpp.BarcodeFormat.QRCode)
    ]


def text(pdf: Path) -> str:
    """The text of a PDF as a reader would copy it, lines put behind each other."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())

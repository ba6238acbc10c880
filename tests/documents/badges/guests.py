"""Guests with difficult names, and how the tests look at what was drawn."""

from __future__ import annotations

import io
import random
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import zxingcpp

from networking_app.documents.badges import layout, sheet
from networking_app.documents.badges.draw import draw_badges
from networking_app.domain.badges import BadgeEvent, BadgeFace, BadgeResult
from networking_app.domain.tickets import new_code

if TYPE_CHECKING:
    from collections.abc import Iterable

EVENT = BadgeEvent("Team play makes masterpieces", "26.11.2026", "Mikkeli")

NAMES = (
    ("Siiri", "Åkerblom"),
    ("Eeva-Liisa Annukka", "Pöyhönen-Kainulainen"),
    ("Ng", "O"),
    ("Maximilian", "Freiherr von Schönborn-Wiesentheid zu Pommersfelden"),
    ("Thị Hương", "Nguyễn"),
    ("Björk", ""),
    ("", "Plato"),
    ("Владимир", "Достоевский-Преображенский"),
    ("Ἀλέξανδρος", "Παπαδόπουλος"),
    ("Áilu", "Čáhčeŋuorgu Ŧ"),
    ("Jürgen", "Groß"),
    ("Łukasz", "Żółć"),
    ("Gràinne", "Ní Mháille"),
    ("Þórður", "Ægisson"),
    ("İbrahim", "Şahin Iğdır"),  # noqa: RUF001 (the Turkish letter)
    ("Ștefan", "Țuțea"),
    ("Mary Jane", "O'Brien"),
    ("Գրիգոր", "Լուսավորիչ"),
    ("გიორგი", "მელაძე"),
    ("Q̃", "x̂ŋ̈"),
    ("Đặng", "Trần Thị Ẫ Ộ Ệ"),
    ("Ѓорѓи", "Љубовић"),
)


def code_maker(seed: int = 1):
    """Codes that are the same in every run."""
    choose = random.Random(seed).choice
    return lambda: new_code(choose)


def faces(names: Iterable[tuple[str, str]] = NAMES, **more: str) -> list[BadgeFace]:
    """A face for each name, with a code of its own."""
    code = code_maker()
    usual = {"organisation": "Savon Biotuote Oy", "category": "Speaker", "category_key": "speaker"}
    return [
        BadgeFace(id=str(number), given=given, family=family, code=code(), **(usual | more))
        for number, (given, family) in enumerate(names)
    ]


def drawn(
    guests: Iterable[BadgeFace],
    layout_name: str = "classic",
    sheet_name: str = "a4-10",
    event: BadgeEvent = EVENT,
    **more,
) -> tuple[bytes, BadgeResult]:
    """The PDF and what was told about it."""
    out = io.BytesIO()
    result = draw_badges(
        guests, event, out, layout=layout.load(layout_name), sheet=sheet.load(sheet_name), **more
    )
    return out.getvalue(), result


def texts(pdf: bytes) -> str:
    """All text of a PDF as a reader copies it, lines ending with a line feed."""
    with pdfium.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return "\n".join(pages).replace("\r\n", "\n")


def codes(pdf: bytes, dpi: int = 150) -> list[str]:
    """Every QR code found in a rendering of all pages."""
    found = []
    with pdfium.PdfDocument(pdf) as document:
        for page in document:
            picture = page.render(scale=dpi / 72, grayscale=True).to_pil()
            found += [
                code.text for code in zxingcpp.read_barcodes(picture, zxingcpp.BarcodeFormat.QRCode)
            ]
    return found

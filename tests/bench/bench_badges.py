"""Badge PDFs against the usual way: one ReportLab page set, a PNG of qrcode.make for each badge."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import qrcode
import zxingcpp
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

sys.path.insert(0, str(Path(__file__).parent))  # when run by its path
from report import Row, times_better

from networking_app.documents.badges import layout, sheet
from networking_app.documents.badges.draw import draw_badges
from networking_app.domain.badges import BadgeEvent, BadgeFace
from networking_app.domain.tickets import new_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TITLE = "Badge PDF"

_EVENT = BadgeEvent("Team play makes masterpieces", "26.11.2026", "Mikkeli")
# One text each: a list of words with quotes around each would be harder to read.
_WORDS = """
Aino Siiri Eeva-Liisa Matti Juhani Åsa Björn Jukka-Pekka Leena Tuulikki Anna-Maria Oskar Áilu Łukasz
François José Hương Zoë Владимир Елена Ἀλέξανδρος Νίκη Jo Maximilian
|Virta Korho Mäki Niemi Hämälä Laiti Heikki Koski Järvi Lehto Saari Salmi Turu Rauta Pöyhö Kainu
Åker Öhr Sjö Lind Berg Ås Kivi Tammi Vuori Halla Pelto Ranta
|nen la ström blom kangas vaara maa berg lund salo mäki
|Consulting_Oy Ab ry University Kehitysyhtiö Labs kaupunki Foundation
|Development_manager CEO Researcher _ Klusterijohtaja Professor_of_practice _ _
|participant participant participant speaker student partner press
"""
_GIVEN, _ROOTS, _ENDS, _BODIES, _TITLES, _CATEGORIES = (
    [word.replace("_", " ").strip() for word in part.split()] for part in _WORDS.split("|")
)


def guests(count: int) -> Iterator[BadgeFace]:
    """Guests with made-up names, all different; the same in every run."""
    draw = random.Random(7)
    for number in range(count):
        family = draw.choice(_ROOTS) + draw.choice(_ENDS)
        if number % 9 == 0:
            family += "-" + draw.choice(_ROOTS) + draw.choice(_ENDS)
        given = draw.choice(_GIVEN)
        if number % 7 == 0:
            given += " " + draw.choice(_GIVEN)
        category = draw.choice(_CATEGORIES)
        yield BadgeFace(
            id=str(number),
            given=given,
            family=family,
            organisation=f"{draw.choice(_ROOTS)}{draw.choice(_ENDS)} {draw.choice(_BODIES)}",
            title=draw.choice(_TITLES),
            category=category.capitalize(),
            category_key=category,
            code=new_code(draw.choice),
        )


def naive(faces: list[BadgeFace], out: io.BytesIO) -> None:
    """The usual way: strings, and a picture of the code for each badge."""
    canvas = Canvas(out, pagesize=A4)
    for number, face in enumerate(faces):
        if number and number % 10 == 0:
            canvas.showPage()
        x = (15 + 90 * (number % 2)) * mm
        y = (229.5 - 54 * (number % 10 // 2)) * mm
        canvas.setFont("Helvetica", 11)
        canvas.drawString(x + 4 * mm, y + 48 * mm, _EVENT.title)
        canvas.setFont("Helvetica-Bold", 30)
        canvas.drawString(x + 4 * mm, y + 35 * mm, face.given)
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawString(x + 4 * mm, y + 26 * mm, face.family)
        canvas.setFont("Helvetica", 13)
        canvas.drawString(x + 4 * mm, y + 18 * mm, face.organisation)
        canvas.drawString(x + 4 * mm, y + 13 * mm, face.title)
        canvas.drawString(x + 4 * mm, y + 5 * mm, face.category)
        picture = io.BytesIO()
        qrcode.make(face.code).save(picture)
        picture.seek(0)
        canvas.drawImage(ImageReader(picture), x + 70 * mm, y + 5 * mm, 18 * mm, 18 * mm)
    canvas.save()


def ours(faces: list[BadgeFace], out: io.BytesIO) -> None:
    """The product's way."""
    draw_badges(faces, _EVENT, out, layout=layout.load("classic"), sheet=sheet.load("a4-10"))


def _once(call: Callable[[list[BadgeFace], io.BytesIO], None], count: int) -> tuple[float, bytes]:
    faces = list(guests(count))
    out = io.BytesIO()
    start = time.perf_counter()
    call(faces, out)
    return time.perf_counter() - start, out.getvalue()


def _speed(count: int, repeat: int, aim: float) -> tuple[Row, bytes]:
    """Best of some runs of ours beside one of the usual way before and after."""
    before, _ = _once(naive, count)
    runs = [_once(ours, count) for _ in range(repeat)]
    fastest = min(seconds for seconds, _ in runs)
    baseline = before
    if count <= 1000:
        baseline = min(before, _once(naive, count)[0])
    ratio = times_better(fastest, baseline, lower_is_better=True)
    row = Row(
        f"badge PDF, {count:,} badges on A4 10-up",
        fastest,
        "s",
        baseline,
        ratio,
        f"≥ {aim:g} times",
        "baseline: ReportLab strings and a qrcode.make PNG for each badge; fastest run of each",
        ratio >= aim,
    )
    return row, runs[0][1]


def decoded(pdf: bytes, faces: list[BadgeFace]) -> float:
    """Share of the codes that are read from a rendering at 150 dpi, in per cent."""
    found: set[str] = set()
    with pdfium.PdfDocument(pdf) as document:
        for page in document:
            picture = page.render(scale=150 / 72, grayscale=True).to_pil()
            found.update(code.text for code in zxingcpp.read_barcodes(picture))
    return 100 * sum(face.code in found for face in faces) / len(faces)


def _peak(count: int) -> float:
    """Peak memory in MB of a process of its own that draws this many badges into a file."""
    with tempfile.TemporaryDirectory() as folder:
        result = subprocess.run(
            [sys.executable, __file__, str(count), str(Path(folder) / "badges.pdf")],
            capture_output=True,
            text=True,
            check=True,
        )
    return float(result.stdout)


def _draw_and_tell_peak(count: int, out: Path) -> None:
    draw_badges(
        guests(count), _EVENT, out, layout=layout.load("classic"), sheet=sheet.load("a4-10")
    )
    print(_peak_so_far())


def _peak_so_far() -> float:
    """MB of this program; getrusage on Linux would count its parent's before it was started."""
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text("ascii").splitlines() if "VmHWM" in line)
        return int(peak.split()[1]) / 2**10
    import resource  # not on Windows

    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def measure() -> list[Row]:
    """Speed, size, memory and whether every code can be read."""
    thousand, small = _speed(1000, 7, 25)
    ten_thousand, large = _speed(10_000, 3, 30)
    rows = [thousand, ten_thousand]
    for count, pdf in ((1000, small), (10_000, large)):
        size = len(pdf) / count
        rows.append(
            Row(
                f"size of the PDF, {count:,} badges",
                size,
                "bytes per badge",
                aim="≤ 350 bytes",
                met=size <= 350,
            )
        )
    if sys.platform != "win32":
        few, many = _peak(100), _peak(10_000)
        rows.append(
            Row(
                "peak memory, 10,000 badges more than 100",
                many - few,
                "MB",
                aim="≤ 40 MB",
                note=f"{few:.0f} MB for 100, {many:.0f} MB for 10,000, each in its own process",
                met=many - few <= 40,
            )
        )
    share = decoded(large, list(guests(10_000)))
    rows.append(
        Row(
            "codes read by zxing-cpp from a rendering at 150 dpi, 10,000 badges",
            share,
            "%",
            aim="100 %",
            met=share == 100,
        )
    )
    return rows


if __name__ == "__main__":
    if len(sys.argv) == 3:
        _draw_and_tell_peak(int(sys.argv[1]), Path(sys.argv[2]))
    else:
        for row in measure():
            print(row)

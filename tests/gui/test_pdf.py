"""PDF pages on screen and on paper, at their exact size."""

from __future__ import annotations

import io

import pytest
from PySide6.QtPrintSupport import QPrinter
from reportlab.pdfgen.canvas import Canvas

from networking_app.domain.problems import Trouble
from networking_app.gui import pdf, printing
from networking_app.gui.widgets.pdf_preview import PdfPreview

MM = 72 / 25.4


@pytest.fixture
def badges():
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(90 * MM, 57 * MM))
    for _number in range(3):
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(10 * MM, 10 * MM, 20 * MM, 20 * MM, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def red_box(image, dpi):
    """Left, top, right, bottom of what is red, in mm."""
    red = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).red() > 200 and image.pixelColor(x, y).green() < 60
    ]
    xs, ys = [x for x, _y in red], [y for _x, y in red]
    return [round(v / dpi * 25.4, 1) for v in (min(xs), min(ys), max(xs) + 1, max(ys) + 1)]


def test_a_page_is_drawn_at_its_size(badges):
    image = pdf.picture(badges, 0, 100)

    assert [round(size.width / MM) for size in pdf.sizes(badges)] == [90, 90, 90]
    assert (image.width(), image.height()) == (355, 225)
    assert red_box(image, 100) == pytest.approx([10, 27, 30, 47], abs=0.3)


def test_preview_turns_pages_and_zooms(qtbot, tasks, badges):
    preview = PdfPreview(tasks)
    qtbot.addWidget(preview)
    preview.resize(500, 400)
    preview.show()
    preview.show_pdf(badges, "Badges")
    qtbot.waitUntil(lambda: preview.leaf.image is not None)
    assert preview.count.text() == "1 / 3"
    preview.turn(1)
    assert preview.count.text() == "2 / 3"
    assert preview.leaf.accessibleName() == "Badges, page 2 of 3"
    preview.turn(5)
    assert preview.page == 1
    preview.set_zoom(1.0)
    qtbot.waitUntil(lambda: preview.leaf.width() == 340)
    preview.step_zoom(1)
    assert preview.zoom == 1.25
    preview.clear()
    assert preview.count.text() == ""


def test_a_print_has_the_size_and_place_of_the_pdf(qapp, badges, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(300)
    printing.set_paper(printer, pdf.sizes(badges)[0])

    assert printing.draw(badges, printer) == 3

    paper = pdf.sizes(tmp_path / "out.pdf")
    assert len(paper) == 3
    assert paper[0].width / MM == pytest.approx(90, abs=0.4)
    assert paper[0].height / MM == pytest.approx(57, abs=0.4)
    shot = pdf.picture(tmp_path / "out.pdf", 2, 100)
    assert red_box(shot, 100) == pytest.approx([10, 27, 30, 47], abs=0.5)


def test_a_printer_nobody_knows_is_trouble(qapp, badges):
    with pytest.raises(Trouble):
        printing.print_pdf(badges, "Badges", printer_name="No such printer")

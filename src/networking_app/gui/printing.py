"""Prints a PDF at its exact size: drawn at the printer's resolution, never scaled to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.gui import pdf
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

_MOST_DPI = 600


def printers() -> tuple[str, ...]:
    """Names of the printers this computer knows."""
    return tuple(QPrinterInfo.availablePrinterNames())


def print_pdf(
    document: bytes | Path, title: str, parent: QWidget | None = None, *, printer_name: str = ""
) -> str:
    """Ask for a printer (its dialog) and print; with `printer_name` print there without asking.

    Returns:
        The printer's name, "" when the dialog was cancelled.

    Raises:
        Trouble: there is no such printer, or it takes no pages.
    """
    pages = pdf.sizes(document)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    if printer_name:
        if printer_name not in printers():
            raise Trouble(TroubleKind.NOT_KNOWN, printer_name, "printer")
        printer.setPrinterName(printer_name)
    set_paper(printer, pages[0])
    if not printer_name:
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(_("Print {title}").format(title=title))
        dialog.setMinMax(1, len(pages))
        if not dialog.exec():
            return ""
    draw(document, printer)
    return printer.printerName()


def send(document: bytes | Path, title: str, printer_name: str) -> None:
    """Print without asking anything; may be called off the GUI thread, unlike `print_pdf`.

    Qt lets a QPrinter be painted on from any thread. Some drivers take seconds for it.

    Raises:
        Trouble: there is no such printer, it says that it does not work, or it takes no pages.
    """
    found = QPrinterInfo.printerInfo(printer_name)
    if found.isNull():
        raise Trouble(TroubleKind.NOT_KNOWN, printer_name, "printer")
    if found.state() is QPrinter.PrinterState.Error:
        raise Trouble(TroubleKind.NOT_KNOWN, printer_name, "printer error")
    printer = QPrinter(found, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    set_paper(printer, pdf.sizes(document)[0])
    draw(document, printer)
    if printer.printerState() in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}:
        raise Trouble(TroubleKind.NOT_KNOWN, printer_name, "printer error")


def set_paper(printer: QPrinter, page: pdf.PageSize) -> None:
    """Set the paper to the PDF's own page, without margins."""
    size = QPageSize(
        QSizeF(min(page.width, page.height), max(page.width, page.height)), QPageSize.Unit.Point
    )
    turned = page.width > page.height
    way = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, way, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point))
    printer.setFullPage(True)


def draw(document: bytes | Path, printer: QPrinter) -> int:
    """Draw the pages asked for and return how many; raises Trouble when the printer refuses."""
    pages = pdf.sizes(document)
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or len(pages), len(pages))
    painter = QPainter()
    if not painter.begin(printer):
        raise Trouble(TroubleKind.NOT_KNOWN, printer.printerName(), "printer takes no pages")
    try:
        scale = printer.resolution() / pdf.POINTS_PER_INCH
        for number in range(first - 1, last):
            if number > first - 1:
                printer.newPage()
            size = pages[number]
            image = pdf.picture(document, number, min(printer.resolution(), _MOST_DPI))
            area = QRectF(0, 0, size.width * scale, size.height * scale)
            painter.drawImage(area, image)
    finally:
        painter.end()
    return last - first + 1

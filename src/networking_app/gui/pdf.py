"""Pages of a PDF as pictures, by PDFium; one page at a time, as PDFium knows no threads."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pathlib import Path

_LOCK = threading.Lock()
POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page in points (1/72 inch)."""

    width: float
    height: float


def sizes(pdf: bytes | Path) -> tuple[PageSize, ...]:
    """Sizes of all pages, in order; raises pypdfium2.PdfiumError for what is no PDF."""
    import pypdfium2  # noqa: PLC0415 (slow import)

    with _LOCK, pypdfium2.PdfDocument(pdf) as document:
        return tuple(PageSize(*document.get_page_size(number)) for number in range(len(document)))


def picture(pdf: bytes | Path, page: int, dpi: float) -> QImage:
    """Page `page`, from 0, drawn on white at so many dots per inch."""
    import pypdfium2  # noqa: PLC0415 (slow import)

    with _LOCK, pypdfium2.PdfDocument(pdf) as document:
        leaf = document[page]
        bitmap = leaf.render(scale=dpi / POINTS_PER_INCH, prefer_bgrx=True)
        image = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB32,
        )
        copy = image.copy()  # the buffer is PDFium's
        bitmap.close()
        leaf.close()
    return copy

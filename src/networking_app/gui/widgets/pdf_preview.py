"""The real page of a PDF beside its options: turn pages, zoom, fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from networking_app.gui import pdf
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets import painting
from networking_app.gui.widgets.button import IconButton
from networking_app.gui.widgets.layout import column, row
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from pathlib import Path

    from networking_app.gui.tasks import Tasks

_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_SCREEN_DPI = 96


class PdfPreview(QWidget):
    """`preview.show_pdf(bytes_or_path, name)`; pages are drawn off the GUI thread.

    PgUp and PgDn turn pages, Ctrl++ and Ctrl+- zoom, Ctrl+0 fits the page.
    """

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._document: bytes | Path | None = None
        self._sizes: tuple[pdf.PageSize, ...] = ()
        self._asked = 0
        self.page = 0
        self.zoom = 0.0  # 0 fits the page into the room there is
        self.leaf = _Leaf()
        self._area = QScrollArea()
        self._area.setWidget(self.leaf)
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.before = IconButton("chevron-left", _("Page before"))
        self.after = IconButton("chevron-right", _("Next page"))
        self.count = Label("", "body", "text2")
        smaller, larger = IconButton("zoom-out", _("Smaller")), IconButton("zoom-in", _("Larger"))
        whole = IconButton("maximize", _("Fit page"))
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        smaller.clicked.connect(lambda: self.step_zoom(-1))
        larger.clicked.connect(lambda: self.step_zoom(1))
        whole.clicked.connect(lambda: self.set_zoom(0))
        head = row(self.before, self.count, self.after, None, smaller, whole, larger, gap=0)
        self.setLayout(column(head, (self._area, 1), gap=Space.SMALL))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._draw)
        self._tell()

    def show_pdf(self, document: bytes | Path, name: str, *, keep_page: bool = True) -> None:
        """Show a document; `name` is what a screen reader calls it."""
        self._document = document
        self.leaf.name = name
        page = self.page if keep_page else 0
        self._tasks.run(
            self,
            lambda: pdf.sizes(document),
            done=lambda sizes: self._opened(document, sizes, page),
            lane="long",
        )

    def clear(self) -> None:
        """Show nothing."""
        self._document, self._sizes, self.page = None, (), 0
        self._asked += 1
        self.leaf.show_image(None, QSize(1, 1))
        self._tell()

    def turn(self, step: int) -> None:
        """Go to the next page or the one before."""
        goal = self.page + step
        if 0 <= goal < len(self._sizes):
            self.page = goal
            self._tell()
            self._draw()

    def set_zoom(self, zoom: float) -> None:
        """Show at a size, 1.0 for life size; 0 fits the page."""
        self.zoom = zoom
        self._draw()

    def step_zoom(self, step: int) -> None:
        """Zoom one step in or out."""
        now = self._shown_zoom()
        if step > 0:
            self.set_zoom(next((z for z in _STEPS if z > now * 1.01), _STEPS[-1]))
        else:
            self.set_zoom(next((z for z in reversed(_STEPS) if z < now * 0.99), _STEPS[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and zoom."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = event.key()
        if key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif ctrl and key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            self.step_zoom(-1 if key == Qt.Key.Key_Minus else 1)
        elif ctrl and key == Qt.Key.Key_0:
            self.set_zoom(0)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew in the new size, once it stands."""
        super().resizeEvent(event)
        if self._document is not None and self.zoom == 0:
            self._soon.start(80)

    def _opened(self, document: bytes | Path, sizes: tuple[pdf.PageSize, ...], page: int) -> None:
        if document is self._document:
            self._sizes = sizes
            self.page = min(page, max(len(sizes) - 1, 0))
            self._tell()
            self._draw()

    def _draw(self) -> None:
        document, page = self._document, self.page
        if document is None or not self._sizes:
            return
        self._asked += 1
        asked = self._asked
        ratio = self.devicePixelRatioF()
        zoom = self._shown_zoom()
        size = self._sizes[page]
        shown = QSize(
            round(size.width * zoom * _SCREEN_DPI / 72),
            round(size.height * zoom * _SCREEN_DPI / 72),
        )
        self._tasks.run(
            self,
            lambda: pdf.picture(document, page, zoom * _SCREEN_DPI * ratio),
            done=lambda image: self._drawn(asked, image, shown),
            lane="long",
        )

    def _drawn(self, asked: int, image: QImage, shown: QSize) -> None:
        if asked == self._asked:
            self.leaf.show_image(image, shown)

    def _shown_zoom(self) -> float:
        if self.zoom or not self._sizes:
            return self.zoom or 1.0
        size = self._sizes[self.page]
        room = self._area.viewport().size()
        across = (room.width() - 4) / (size.width * _SCREEN_DPI / 72)
        down = (room.height() - 4) / (size.height * _SCREEN_DPI / 72)
        return max(0.05, min(across, down))

    def _tell(self) -> None:
        pages = len(self._sizes)
        words = _("{page} / {pages}").format(page=self.page + 1, pages=pages) if pages else ""
        self.count.setText(words)
        self.before.setEnabled(self.page > 0)
        self.after.setEnabled(self.page < pages - 1)
        spoken = _("{document}, page {page} of {pages}")
        self.leaf.setAccessibleName(
            spoken.format(document=self.leaf.name, page=self.page + 1, pages=pages) if pages else ""
        )


class _Leaf(QWidget):
    """The page as a picture with an edge."""

    def __init__(self) -> None:
        super().__init__()
        self.name = ""
        self.image: QImage | None = None

    def show_image(self, image: QImage | None, size: QSize) -> None:
        self.image = image
        self.resize(size)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self.image is None:
            return
        painter = QPainter(self)
        painting.begin(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self.image)
        painter.setPen(QPen(look().colour("pill_edge"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

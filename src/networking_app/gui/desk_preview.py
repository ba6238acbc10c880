"""The badge as it will be printed, beside a form that is being filled in."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from networking_app.gui import pdf
from networking_app.gui.theme import look
from networking_app.gui.tokens import Radius
from networking_app.gui.widgets import painting
from networking_app.services.badges import DEFAULT_LAYOUT
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from networking_app.domain.badges import BadgeFace
    from networking_app.gui.tasks import Tasks
    from networking_app.services.badges import Badges

_QUIET = 180  # ms without a key before the badge is drawn
_SHAPE = 0.62  # height to width until the first badge is drawn


class BadgePreview(QWidget):
    """Draws the real page of the PDF, off the GUI thread; while one is drawn the newest waits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image: QImage | None = None
        self._tasks: Tasks | None = None
        self._badges: Badges | None = None
        self._event = ""
        self._wanted: BadgeFace | None = None
        self._is_drawing = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_QUIET)
        self._soon.timeout.connect(self._draw)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("Badge as it will be printed"))

    def draw_with(self, tasks: Tasks, badges: Badges, event_id: str) -> None:
        """Draw badges of this event from now on."""
        self._tasks, self._badges, self._event = tasks, badges, event_id

    def show_face(self, face: BadgeFace | None) -> None:
        """Show this badge soon; None shows an empty one at once."""
        self._wanted = face
        if face is None:
            self._soon.stop()
            self.image = None
            self.update()
        else:
            self._soon.start()

    def hasHeightForWidth(self) -> bool:
        """The shape of the badge stays."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the badge is."""
        image = self.image
        shape = image.height() / image.width() if image is not None else _SHAPE
        return round(width * shape)

    def sizeHint(self) -> QSize:
        """As wide as the column."""
        return QSize(look().px(300), self.heightForWidth(look().px(300)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page with an edge, or the place where it will be."""
        del event
        painter = QPainter(self)
        painting.begin(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        if self.image is None:
            painting.rounded(painter, area, Radius.TAG, fill="sunken", edge="border")
            words = _("The badge appears here")
            middle = Qt.AlignmentFlag.AlignCenter
            painting.words(painter, area, words, type_="caption", tone="text2", align=middle)
            return
        painter.drawImage(area, self.image)
        painting.rounded(painter, area, 0, edge="border")

    def _draw(self) -> None:
        face, tasks, badges = self._wanted, self._tasks, self._badges
        if face is None or tasks is None or badges is None or self._is_drawing:
            return
        self._is_drawing = True
        event, wide = self._event, self.width() * self.devicePixelRatioF()

        def draw() -> QImage:
            out = io.BytesIO()
            badges.samples(event, [face], out, layout=DEFAULT_LAYOUT)
            page = pdf.sizes(out.getvalue())[0]
            dpi = pdf.POINTS_PER_INCH * wide / page.width
            return pdf.picture(out.getvalue(), 0, dpi)

        tasks.run(
            self,
            draw,
            done=lambda image: self._drawn(face, image),
            failed=lambda error: self._failed(tasks, face, error),
            lane="long",
        )

    def _drawn(self, face: BadgeFace, image: QImage | None) -> None:
        self._is_drawing = False
        if self._wanted is None:
            return
        if image is not None:
            self.image = image
            self.updateGeometry()
            self.update()
        if self._wanted is not face and not self._soon.isActive():
            self._draw()

    def _failed(self, tasks: Tasks, face: BadgeFace, error: BaseException) -> None:
        self._drawn(face, None)
        if tasks.failed is not None:
            tasks.failed(error)

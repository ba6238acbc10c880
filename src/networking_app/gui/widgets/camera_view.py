"""The camera's picture, with a frame around the code that was read in the colour of its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from networking_app.gui import icons
from networking_app.gui.theme import look
from networking_app.gui.tokens import Radius, Space
from networking_app.gui.widgets import painting
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from networking_app.gui.widgets.result_panel import Result

Corners = tuple[tuple[float, float], ...]
ANSWERS = {
    "welcome": ("circle-check", "ok_fill", "on_ok"),
    "goodbye": ("log-out", "off_fill", "on_off"),
    "already": ("history", "warn_fill", "on_warn"),
    "ask": ("message-square-text", "warn_fill", "on_warn"),
    "stop": ("octagon-alert", "warn_fill", "on_warn"),
    "refused": ("octagon-x", "bad_fill", "on_bad"),
    "unknown": ("circle-question-mark", "off_fill", "on_off"),
}
"""Icon, colour and ink of each Result that answers a code."""
_READ = ("scan-line", "accent", "on_accent")
_ASPECT = 9 / 16
_LINGERS = 600  # ms that the frame stays after the code was seen last
_ANSWERED = 3_000  # ms that an answer stays
_EDGE = 6


class CameraView(QWidget):
    """Paints pictures as they come: `show_picture(image)`, `mark(corners)`, `show_answer(result)`.

    The picture is grey on purpose: the only colour in it is the answer's.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mirrored = True
        self.image: QImage | None = None
        self.corners: Corners = ()
        self.answer: Result | None = None
        self._fade = self._timer(_LINGERS, self.unmark)
        self._done = self._timer(_ANSWERED, lambda: self.show_answer(None))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(look().px(160), look().px(90))
        self._name()

    def show_picture(self, image: QImage | None) -> None:
        """Show a picture as the camera saw it; None: there is none."""
        self.image = image
        if image is None:
            self.unmark()
            self.show_answer(None)
        self.update()

    def mark(self, corners: Corners) -> None:
        """Frame a code, its corners as shares of the picture's width and height."""
        self.corners = corners
        self._fade.start()
        self.update()

    def unmark(self) -> None:
        """Take the frame around the code away."""
        self._fade.stop()
        self.corners = ()
        self.update()

    def show_answer(self, result: Result | None) -> None:
        """Show the colour and sign of an answer for 3 s; None: no answer yet."""
        self.answer = result
        if result is None:
            self._done.stop()
        else:
            self._done.start()
        self._name()
        self.update()

    def set_mirrored(self, mirrored: bool) -> None:
        """Show the picture as a mirror does, or as others see it."""
        self.mirrored = mirrored
        self.update()

    def place(self) -> QRectF:
        """Where in the widget the picture lies: all of it, as large as fits."""
        shape = self.image.size() if self.image is not None else QSize(16, 9)
        fitted = QSize(shape).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        x, y = (self.width() - fitted.width()) / 2, (self.height() - fitted.height()) / 2
        return QRectF(x, y, fitted.width(), fitted.height())

    def sizeHint(self) -> QSize:
        """As wide as a side panel."""
        wide = look().px(360)
        return QSize(wide, self.heightForWidth(wide))

    def heightForWidth(self, width: int) -> int:
        """Most cameras are 16 to 9."""
        return round(width * _ASPECT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the picture and the frame."""
        del event
        painter = QPainter(self)
        painting.begin(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self.place()
        clip = QPainterPath()
        clip.addRoundedRect(place, Radius.CONTROL, Radius.CONTROL)
        painter.fillPath(clip, look().colour("sunken"))
        if self.image is None:
            self._paint_waiting(painter, place)
            return
        painter.setClipPath(clip)
        painter.save()
        if self.mirrored:
            painter.translate(2 * place.x() + place.width(), 0)
            painter.scale(-1, 1)
        painter.drawImage(place, self.image)
        painter.restore()
        self._paint_marks(painter, place)

    def _paint_waiting(self, painter: QPainter, place: QRectF) -> None:
        side = look().px(40)
        middle = place.center()
        area = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        icons.paint(painter, "camera", area, "text3", 1.6)

    def _paint_marks(self, painter: QPainter, place: QRectF) -> None:
        """The frame around the code, the answer's colour along the edge, and its sign."""
        signs = _READ if self.answer is None else ANSWERS.get(self.answer, _READ)
        icon, fill, ink = signs
        corner = QPointF(place.right(), place.top())
        if self.answer is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look().colour(fill), 2 * _EDGE))
            painter.drawRoundedRect(place, Radius.CONTROL, Radius.CONTROL)
        if self.corners:
            corner = self._paint_frame(painter, place, fill)
        if self.corners or self.answer is not None:
            _paint_sign(painter, _beside(corner, place), icon, fill, ink)

    def _paint_frame(self, painter: QPainter, place: QRectF, fill: str) -> QPointF:
        """Draw around the code; returns the upper right corner of what was drawn."""
        points = [self._point(place, x, y) for x, y in self.corners]
        middle = QPointF(
            sum(p.x() for p in points) / len(points), sum(p.y() for p in points) / len(points)
        )
        # A little outside, so that the code stays to be seen.
        outer = QPolygonF([middle + (point - middle) * 1.18 for point in points])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((QColor(255, 255, 255), 8), (look().colour(fill), 5)):
            pen = QPen(colour, width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolygon(outer)
        return outer.boundingRect().topRight()

    def _point(self, place: QRectF, x: float, y: float) -> QPointF:
        x = 1 - x if self.mirrored else x
        return QPointF(place.x() + x * place.width(), place.y() + y * place.height())

    def _timer(self, wait: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(call)
        return timer

    def _name(self) -> None:
        words = {
            "welcome": _("Picture of the camera: welcome"),
            "already": _("Picture of the camera: already checked in"),
            "refused": _("Picture of the camera: do not admit"),
            "unknown": _("Picture of the camera: code not known"),
            "stop": _("Picture of the camera: stop and look"),
            "ask": _("Picture of the camera: something is asked"),
            "goodbye": _("Picture of the camera: goodbye"),
        }
        self.setAccessibleName(words.get(self.answer or "", _("Picture of the camera")))


def _beside(corner: QPointF, place: QRectF) -> QRectF:
    """A disc outside the corner of a frame, inside the picture."""
    side, gap = look().px(34), _EDGE + Space.TINY
    x = min(max(corner.x() - side / 5, place.left() + gap), place.right() - side - gap)
    y = min(max(corner.y() - side * 4 / 5, place.top() + gap), place.bottom() - side - gap)
    return QRectF(x, y, side, side)


def _paint_sign(painter: QPainter, disc: QRectF, icon: str, fill: str, ink: str) -> None:
    """The answer's sign: never colour alone."""
    painter.setPen(QPen(QColor(255, 255, 255), 2))
    painter.setBrush(look().colour(fill))
    painter.drawEllipse(disc)
    inset = disc.width() / 5
    icons.paint(painter, icon, disc.adjusted(inset, inset, -inset, -inset), ink, 2.4)

"""A code on the screen that a scanner can be tried out on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from networking_app.domain.tickets import check_character
from networking_app.gui.theme import look
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_BODY = "TESTTESTX"
TEST_CODE = _BODY + check_character(_BODY)
"""A code of our form that nobody is given but by a chance of one in 26 billion."""
_QUIET = 4  # modules of white around a code, as the standard asks
_SIDE = 176
# Ink and paper, whatever the theme: scanners want dark on light.
_INK, _PAPER = QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white)


class CodePicture(QWidget):
    """A QR code, black on white in every theme."""

    def __init__(self, code: str = TEST_CODE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self._modules: int | None = None
        self._size = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("A code to try the scanner on: {code}").format(code=code))

    def sizeHint(self) -> QSize:
        """Large enough for a scanner at arm's length."""
        return QSize(look().px(_SIDE), look().px(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw whole pixels, so that no module is blurred."""
        del event
        if self._modules is None:
            # slow import: the code is drawn only when it is asked for
            from networking_app.documents.badges import qr  # noqa: PLC0415

            self._modules, self._size = qr.modules_of(self.code), qr.SIZE
        painter = QPainter(self)
        painter.fillRect(self.rect(), _PAPER)
        step = min(self.width(), self.height()) // (self._size + 2 * _QUIET)
        left = (self.width() - step * self._size) // 2
        top = (self.height() - step * self._size) // 2
        for place in range(self._size * self._size):
            if self._modules >> place & 1:
                y, x = divmod(place, self._size)
                area = QRectF(left + x * step, top + y * step, step, step)
                painter.fillRect(area, _INK)

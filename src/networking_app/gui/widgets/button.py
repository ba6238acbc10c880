"""Buttons: main, normal, quiet and danger, with icon, key and a reason when off.

Button(_("Add participant"), "main", icon="plus", key="Ctrl+N")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from networking_app.gui import icons
from networking_app.gui.theme import look
from networking_app.gui.tokens import Motion, Radius, Space
from networking_app.gui.widgets import painting
from networking_app.gui.widgets.own_size import OwnSize

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

Kind = Literal["main", "normal", "quiet", "danger", "toast"]
_TONES = {
    "main": "on_accent",
    "normal": "text",
    "quiet": "link",
    "danger": "bad_text",
    "toast": "on_off",
}
_ICON_TONES = _TONES | {"normal": "text2"}


class Button(OwnSize, QPushButton):
    """One thing to do; a key is printed at its right end and works when it is not a plain key.

    Plain keys (Enter, Esc, digits) are only printed: the page itself listens to them.
    """

    def __init__(  # noqa: PLR0913 (all named at the call)
        self,
        text: str,
        kind: Kind = "normal",
        *,
        icon: str = "",
        key: str = "",
        desk: bool = False,
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.kind = kind
        self.icon_name = icon
        self.key = key
        self.desk = desk
        self._tip = tip
        self._spin = 0
        self._spinner: QTimer | None = None
        self.setToolTip(tip)
        self.setAccessibleName(text)
        self.setAccessibleDescription(_described(tip, key))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAutoDefault(False)
        if _is_bound(key):
            self.setShortcut(QKeySequence(key))

    def words(self) -> str:
        """The text as shown."""
        return self.text().replace("&&", "&")

    def show_text(self, text: str) -> None:
        """Change the text and the spoken name."""
        sequence = self.shortcut()
        self.setText(text.replace("&", "&&"))
        self.setShortcut(sequence)  # Qt drops it with the text
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_off(self, reason: str) -> None:
        """Switch off; the reason is the tool tip and is spoken."""
        self.setEnabled(False)
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)

    def set_on(self) -> None:
        """Switch on again."""
        self.setEnabled(True)
        self.setToolTip(self._tip)
        self.setAccessibleDescription(_described(self._tip, self.key))

    def is_busy(self) -> bool:
        """Whether it waits for its own work."""
        return self._spinner is not None

    def set_busy(self, busy: bool) -> None:
        """Show a spinner and take no second click, or stop that; the text stays."""
        if busy and self._spinner is None:
            self._spinner = QTimer(self)
            if not look().reduce_motion:
                self._spinner.timeout.connect(self._turn)
                self._spinner.start(Motion.SPINNER)
        elif not busy and self._spinner is not None:
            self._spinner.stop()
            self._spinner.deleteLater()
            self._spinner = None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for icon, text and key."""
        return QSize(round(self._width()), self._height())

    def nextCheckState(self) -> None:
        """Take no click while busy."""
        if not self.is_busy():
            super().nextCheckState()

    def mousePressEvent(self, event: object) -> None:
        """Take no click while busy."""
        if not self.is_busy():
            super().mousePressEvent(event)  # type: ignore[arg-type]  # handed on as it came

    def keyPressEvent(self, event: object) -> None:
        """Enter presses like Space does; nothing while busy."""
        if self.is_busy():
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:  # type: ignore[attr-defined]
            self.click()
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]  # handed on as it came

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, icon or spinner, text and key."""
        del event
        painter = QPainter(self)
        painting.begin(painter)
        self._paint_ground(painter)
        tone = _TONES[self.kind] if self.isEnabled() else "text3"
        x = self._start()
        x = self._paint_icon(painter, x)
        name = self._type()
        wide = look().width(self.words(), name)
        area = QRectF(x, 0, max(0.0, self.width() - x), self.height())
        painting.words(painter, area, self.words(), type_=name, tone=tone)
        if self.key:
            size = painting.key_size(self.key)
            right = self.width() - self._pad() + Space.HAIR
            left = max(x + wide + Space.SMALL, right - size.width())
            area = QRectF(left, (self.height() - size.height()) / 2, size.width(), size.height())
            painting.key(painter, area, self.key, tone=tone, edge=tone)

    def _turn(self) -> None:
        self._spin = (self._spin + 30) % 360
        self.update()

    def _type(self) -> str:
        return "lead_strong" if self.desk else "strong"

    def _height(self) -> int:
        return look().sizes.desk_button if self.desk else look().sizes.control

    def _pad(self) -> int:
        if self.kind == "quiet":
            return Space.TIGHT
        return Space.ROOMY + Space.HAIR if self.desk else Space.FIELDS

    def _icon_side(self) -> int:
        return look().sizes.icon_m if self.desk else look().sizes.icon

    def _has_icon(self) -> bool:
        return bool(self.icon_name) or self.is_busy()

    def _width(self) -> float:
        wide = 2 * self._pad() + look().width(self.words(), self._type()) + Space.HAIR
        if self._has_icon():
            wide += self._icon_side() + Space.SMALL
        if self.key:
            wide += painting.key_size(self.key).width() + Space.NORMAL
        return wide

    def _start(self) -> float:
        """Left end of what is written: in the middle when there is room, at the left with a key."""
        if self.key:
            return self._pad()
        return max(float(self._pad()), self._pad() + (self.width() - self._width()) / 2)

    def _paint_icon(self, painter: QPainter, x: float) -> float:
        if not self._has_icon():
            return x
        side = self._icon_side()
        tone = _ICON_TONES[self.kind] if self.isEnabled() else "text3"
        area = QRectF(x, (self.height() - side) / 2, side, side)
        if self.is_busy():
            painter.save()
            painter.translate(area.center())
            painter.rotate(self._spin)
            half = QRectF(-side / 2, -side / 2, side, side)
            icons.paint(painter, "loader-circle", half, tone)
            painter.restore()
        else:
            icons.paint(painter, self.icon_name, area, tone)
        return x + side + Space.SMALL

    def _paint_ground(self, painter: QPainter) -> None:
        fill, edge, width = self._ground()
        painting.rounded(
            painter, QRectF(self.rect()), Radius.CONTROL, fill=fill, edge=edge, width=width
        )

    def _ground(self) -> tuple[str, str, float]:
        """Fill, edge and edge width of the state it is in."""
        thin, thick = look().sizes.edge, look().sizes.focus
        if not self.isEnabled():
            return ("", "", 0) if self.kind == "quiet" else ("sunken", "border", thin)
        down, over = self.isDown() or self.isChecked(), self.underMouse()
        rest = {
            "main": ("accent", "accent_hover", "accent_press"),
            "normal": ("surface", "hover", "selected"),
            "danger": ("surface", "bad_tint", "bad_tint"),
            "quiet": ("", "hover", "selected"),
            "toast": ("", "", ""),
        }[self.kind]
        fill = rest[2] if down else rest[1] if over else rest[0]
        edge = {
            "main": fill,
            "normal": "control",
            "danger": "bad_text",
            "quiet": "",
            "toast": "on_off",
        }
        if self.hasFocus():
            focus = {"main": "text", "toast": "on_off"}.get(self.kind, "accent")
            return fill, focus, thick + (1 if self.kind == "toast" else 0)
        return fill, edge[self.kind], thin


class IconButton(OwnSize, QPushButton):
    """A button that is only an icon, 36 × 36, with a name as tool tip and for screen readers."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        key: str = "",
        tone: str = "text2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.icon_name = icon
        self._name = name
        self._tone = tone
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({key})" if key else name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if _is_bound(key):
            self.setShortcut(QKeySequence(key))

    def show_icon(self, icon: str, name: str) -> None:
        """Change the icon and what it is called."""
        self.icon_name = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def set_off(self, reason: str) -> None:
        """Switch off and say why."""
        self.setEnabled(False)
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)

    def set_on(self) -> None:
        """Switch on again."""
        self.setEnabled(True)
        self.setToolTip(self._name)
        self.setAccessibleDescription("")

    def sizeHint(self) -> QSize:
        """A square of the height of controls."""
        return QSize(look().sizes.control, look().sizes.control)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and icon."""
        del event
        painter = QPainter(self)
        painting.begin(painter)
        on = self.isEnabled()
        fill = "selected" if self.isDown() or self.isChecked() else ""
        fill = fill or ("hover" if on and self.underMouse() else "")
        edge = "accent" if self.hasFocus() else ""
        painting.rounded(
            painter,
            QRectF(self.rect()),
            Radius.CONTROL,
            fill=fill,
            edge=edge,
            width=look().sizes.focus,
        )
        side = look().sizes.icon
        area = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        icons.paint(painter, self.icon_name, area, self._tone if on else "text3")


def _is_bound(key: str) -> bool:
    """Whether a key may work everywhere in the window: with Ctrl or Alt, or F1 to F12."""
    return key.startswith(("Ctrl+", "Alt+")) or (key[:1] == "F" and key[1:].isdigit())


def _described(tip: str, key: str) -> str:
    return ", ".join(part for part in (tip, key) if part)

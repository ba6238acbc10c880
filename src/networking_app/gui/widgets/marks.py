"""Pills (state of a thing), tags (theme) and chips (filters)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from networking_app.gui import icons
from networking_app.gui.theme import look
from networking_app.gui.tokens import Radius, Space
from networking_app.gui.widgets import painting
from networking_app.gui.widgets.own_size import OwnSize
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

KINDS: dict[str, tuple[str, str]] = {
    "arrived": ("circle-check", "ok"),
    "registered": ("circle", "off"),
    "walk_in": ("user-plus", "ok"),
    "waiting": ("hourglass", "warn"),
    "cancelled": ("ban", "bad"),
    "no_show": ("circle-minus", "off"),
    "warning": ("triangle-alert", "warn"),
    "error": ("circle-x", "bad"),
    "done": ("circle-check", "ok"),
    "info": ("info", "off"),
    "neutral": ("circle-minus", "off"),
}
"""Icon and colour group of each kind of pill."""


@dataclass(frozen=True, slots=True)
class PillFace:
    """What a pill shows: one of KINDS, its words, and another icon if wanted."""

    kind: str
    text: str
    icon: str = ""


def pill_width(face: PillFace) -> int:
    """Width of a painted pill."""
    words = round(look().width(face.text, "caption_strong"))
    return words + look().sizes.icon_s + Space.SMALL + Space.SNUG + Space.TIGHT + Space.HAIR


def paint_pill(painter: QPainter, x: float, middle: float, face: PillFace, room: float) -> float:
    """Draw a pill with its left end at x, at most `room` wide; returns its width."""
    icon, group = KINDS[face.kind]
    wide = min(float(pill_width(face)), room)
    high = look().sizes.pill
    area = QRectF(x, middle - high / 2, wide, high)
    edge = "pill_edge" if group == "off" or look().is_high_contrast else ""
    painting.rounded(painter, area, min(Radius.PILL, high / 2), fill=f"{group}_tint", edge=edge)
    side = look().sizes.icon_s
    icon_area = QRectF(x + Space.SMALL, middle - side / 2, side, side)
    icons.paint(painter, face.icon or icon, icon_area, f"{group}_text")
    left = Space.SMALL + side + Space.SNUG
    words = QRectF(x + left, area.y(), max(0.0, wide - left - Space.SNUG), high)
    painting.words(painter, words, face.text, type_="caption_strong", tone=f"{group}_text")
    return wide


class Pill(OwnSize, QWidget):
    """The state of a thing: icon and word on a tint; not clickable."""

    def __init__(self, kind: str, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = PillFace(kind, text, icon)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_face(self, face: PillFace) -> None:
        """Show another state."""
        self.face = face
        self.setAccessibleName(face.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(pill_width(self.face), look().sizes.pill)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        painting.begin(painter)
        paint_pill(painter, 0, self.height() / 2, self.face, self.width())


class Tag(OwnSize, QWidget):
    """An edge with words in a theme colour ("blue", "orange"… or "grey")."""

    def __init__(
        self, text: str, colour: str = "grey", letter: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = f"{letter} {text}" if letter else text
        self._colour = colour
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Change the words."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        wide = round(look().width(self._text, "caption_strong")) + 2 * Space.SMALL + Space.HAIR
        return QSize(wide, look().sizes.tag)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        painting.begin(painter)
        area = QRectF(self.rect())
        painting.rounded(painter, area, Radius.TAG, edge=self._colour)
        painting.words(
            painter,
            area,
            self._text,
            type_="caption_strong",
            tone=self._colour,
            align=Qt.AlignmentFlag.AlignCenter,
        )


class Chip(OwnSize, QPushButton):
    """A filter that is on or off, or that offers a list of choices.

    Plain: `toggled(bool)`. With choices, ((value, words), …): `chosen(value)`; "" means no filter,
    and an × clears it (Delete and Backspace do too).
    """

    chosen = Signal(str)

    def __init__(
        self,
        text: str,
        *,
        on: bool = False,
        choices: tuple[tuple[str, str], ...] = (),
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._icon = icon
        self._choices = choices
        self.value = ""
        self.setCheckable(not choices)
        self.setChecked(on)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._name()
        if choices:
            self.clicked.connect(self._open)
        else:
            self.toggled.connect(lambda _on: self.updateGeometry())

    def show_text(self, text: str) -> None:
        """Change the words, for example when a count in them changes."""
        self._text = text
        self._name()

    def set_choices(self, choices: tuple[tuple[str, str], ...]) -> None:
        """Change what can be chosen; a value that is gone is cleared without a signal."""
        self._choices = choices
        if self.value not in dict(choices):
            self.value = ""
        self._name()

    def choose(self, value: str) -> None:
        """Set the filter, as if chosen by hand."""
        if value != self.value:
            self.value = value
            self._name()
            self.chosen.emit(value)

    def is_set(self) -> bool:
        """Whether it filters."""
        return self.isChecked() if not self._choices else bool(self.value)

    def words(self) -> str:
        """What stands on it."""
        if not self._choices:
            return self._text
        chosen = dict(self._choices).get(self.value) or _("all")
        return _("{filter}: {choice}").format(filter=self._text, choice=chosen)

    def sizeHint(self) -> QSize:
        """As wide as its words at their boldest, so that it does not jump."""
        wide = round(look().width(self.words(), "strong")) + 2 * Space.FIELDS
        if self._shown_icon():
            wide += look().sizes.icon_s + Space.SMALL
        return QSize(wide, look().sizes.chip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete clears, Down opens the choices, Enter presses."""
        if self._choices and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.choose("")
        elif self._choices and event.key() == Qt.Key.Key_Down:
            self._open()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on the × clears instead of opening."""
        on_cross = event.position().x() < Space.FIELDS + look().sizes.icon_s + Space.TINY
        if self._choices and self.value and on_cross:
            self.setDown(False)
            self.choose("")
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        painting.begin(painter)
        on = self.is_set()
        fill = "selected" if on else "hover" if self.underMouse() else "surface"
        edge = "accent" if on or self.hasFocus() else "control"
        width = look().sizes.focus if self.hasFocus() else look().sizes.edge
        area = QRectF(self.rect())
        painting.rounded(
            painter,
            area,
            min(Radius.CHIP, area.height() / 2),
            fill=fill if self.isEnabled() else "sunken",
            edge=edge if self.isEnabled() else "border",
            width=width,
        )
        type_ = "strong" if on else "body"
        icon, side = self._shown_icon(), look().sizes.icon_s
        wide = look().width(self.words(), type_) + (side + Space.SMALL if icon else 0)
        x = max(float(Space.NORMAL), (area.width() - wide) / 2)
        if icon:
            place = QRectF(x, (area.height() - side) / 2, side, side)
            icons.paint(painter, icon, place, "accent" if on else "text2")
            x += side + Space.SMALL
        tone = "text" if self.isEnabled() else "text3"
        words = QRectF(x, 0, area.width() - x - Space.SMALL, area.height())
        painting.words(painter, words, self.words(), type_=type_, tone=tone)

    def _shown_icon(self) -> str:
        if self._choices:
            return "x" if self.value else "chevron-down"
        return "check" if self.isChecked() else self._icon

    def _name(self) -> None:
        self.setAccessibleName(self.words())
        self.updateGeometry()
        self.update()

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for value, words in (("", _("All")), *self._choices):
            action = QAction(words.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(value == self.value)
            action.triggered.connect(lambda _on=False, value=value: self.choose(value))
            menu.addAction(action)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + Space.TINY)))

"""Draws guests found at the desk: key, tick, name and organisation, category and state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from networking_app.domain.registration import Status
from networking_app.gui import icons
from networking_app.gui.theme import look
from networking_app.gui.tokens import Radius, Space
from networking_app.gui.widgets import painting
from networking_app.gui.widgets.marks import PillFace, paint_pill, pill_width
from networking_app.support.i18n import gettext as _
from networking_app.wording import dates
from networking_app.wording.registration import category

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from networking_app.domain.registration import Guest

Index = QModelIndex | QPersistentModelIndex
_NOTE = 22  # letters of a note that a row shows


def pill_of(guest: Guest, zone: str) -> PillFace:
    """The state of a guest with time and desk."""
    if guest.status is Status.CANCELLED:
        return PillFace("cancelled", _("Cancelled"))
    if guest.status is Status.WAITING:
        return PillFace("waiting", _("Waiting list"))
    if not guest.arrived:
        return PillFace("registered", _("Registered"))
    said = _("Arrived {time}, {desk}") if guest.desk else _("Arrived {time}")
    return PillFace("arrived", said.format(time=dates.clock(guest.arrived, zone), desk=guest.desk))


class HitDelegate(QStyledItemDelegate):
    """Draws one guest: key, name and organisation, category and state."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The same height for every guest."""
        del option, index
        return QSize(0, look().sizes.hit + Space.FIELDS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one guest."""
        guest: Guest = index.data(Qt.ItemDataRole.UserRole)
        zone = index.model().zone  # type: ignore[attr-defined]  # a HitModel
        painter.save()
        painting.begin(painter)
        area = QRectF(option.rect).adjusted(0, 0, 0, -Space.FIELDS)
        chosen = self._view.currentIndex().row() == index.row()
        edge, wide = ("accent", look().sizes.focus) if chosen else ("border", look().sizes.edge)
        fill = "selected" if chosen else "surface"
        painting.rounded(painter, area, Radius.CARD, fill=fill, edge=edge, width=wide)
        left = self._key(painter, area, index.row())
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is not None:
            left = _tick(painter, area, left, on=ticked == Qt.CheckState.Checked)
        right = area.right() - Space.ROOMY
        if chosen and _has_room(guest, zone, right - left):
            right = _keys(painter, area, right, guest, several=ticked is not None)
        face = pill_of(guest, zone)
        if right - left - pill_width(face) >= look().width(guest.listed, "strong"):
            right = _state(painter, area, right, guest, face, left)
            _names(painter, area, left, right, guest)
        else:  # the name matters more: the state goes into the second line
            _names(painter, area, left, right, guest, face.text)
        painter.restore()

    def _key(self, painter: QPainter, area: QRectF, place: int) -> float:
        left = area.x() + Space.ROOMY
        size = painting.key_size("Alt+9")
        if place < 9:
            box = QRectF(left, area.center().y() - size.height() / 2, size.width(), size.height())
            painting.key(painter, box, f"Alt+{place + 1}", tone="text2", edge="control")
        return left + size.width() + Space.NORMAL


def _has_room(guest: Guest, zone: str, room: float) -> bool:
    """Whether name and state leave room for what the keys do."""
    keys = look().width(_("Check in"), "caption") + painting.key_size("Ctrl+U").width() + Space.WIDE
    return room - keys - pill_width(pill_of(guest, zone)) >= look().width(guest.listed, "h2")


def _tick(painter: QPainter, area: QRectF, left: float, *, on: bool) -> float:
    """A box at the left while several are chosen, with a tick in it where chosen."""
    side = look().sizes.check
    box = QRectF(left, area.center().y() - side / 2, side, side)
    painting.rounded(painter, box, Radius.TAG, fill="accent" if on else "surface", edge="control")
    if on:
        icons.paint(painter, "check", box.adjusted(2, 2, -2, -2), "on_accent", 3)
    return left + side + Space.NORMAL


def _keys(painter: QPainter, area: QRectF, right: float, guest: Guest, *, several: bool) -> float:
    """What Enter does with the chosen row, and below it how its check-in is taken back."""
    words = _("Space: choose") if several else _("Check in")
    lines = [("" if several else "Enter", words)]
    if guest.arrived and not several:
        lines.append(("Ctrl+U", _("Undo")))
    high = area.height() / len(lines)
    left = right
    for number, (key, text) in enumerate(lines):
        line = QRectF(area.x(), area.y() + number * high, area.width(), high)
        left = min(left, _key_and_words(painter, line, right, key, text))
    return left - Space.NORMAL


def _key_and_words(painter: QPainter, line: QRectF, right: float, key: str, words: str) -> float:
    wide = look().width(words, "caption") + 1
    place = QRectF(right - wide, line.y(), wide, line.height())
    painting.words(painter, place, words, type_="caption", tone="text2")
    if not key:
        return right - wide
    size = painting.key_size(key)
    left = right - wide - Space.SNUG - size.width()
    box = QRectF(left, line.center().y() - size.height() / 2, size.width(), size.height())
    painting.key(painter, box, key, tone="text", edge="control")
    return left


def _state(
    painter: QPainter, area: QRectF, right: float, guest: Guest, face: PillFace, left: float
) -> float:
    """Draw state and category at the right; the category gives way to the name."""
    wide = float(pill_width(face))
    paint_pill(painter, right - wide, area.center().y(), face, wide)
    right -= wide + Space.NORMAL
    word = category(guest.category)
    tag = look().width(word, "caption_strong") + 2 * Space.TIGHT
    name = look().width(guest.listed, "h2") + Space.NORMAL
    right = _note(painter, area, right, guest, right - left - name)
    if word and right - left - tag > name:
        high = look().sizes.tag
        box = QRectF(right - tag, area.center().y() - high / 2, tag, high)
        painting.rounded(painter, box, Radius.TAG, edge="control")
        middle = Qt.AlignmentFlag.AlignCenter
        painting.words(painter, box, word, type_="caption_strong", tone="text2", align=middle)
        right -= tag + Space.NORMAL
    return right


def _note(painter: QPainter, area: QRectF, right: float, guest: Guest, room: float) -> float:
    """Draw the beginning of the note for the desk where there is room."""
    first = guest.attention.strip().partition("\n")[0].strip()
    if not first:
        return right
    face = PillFace("warning", first if len(first) <= _NOTE else f"{first[: _NOTE - 1]}…")
    wide = float(pill_width(face))
    if wide > room:
        face = PillFace("warning", _("Note"))
        wide = float(pill_width(face))
    if wide > room:
        return right
    paint_pill(painter, right - wide, area.center().y(), face, wide)
    return right - wide - Space.NORMAL


def _names(
    painter: QPainter, area: QRectF, left: float, right: float, guest: Guest, state: str = ""
) -> None:
    high = area.height()
    words = QRectF(left, area.y() + high * 0.1, right - left, high * 0.44)
    sizes = ("h2", "lead_strong", "strong", "caption_strong")
    fits = (size for size in sizes if look().width(guest.listed, size) < words.width())
    painting.words(painter, words, guest.listed, type_=next(fits, sizes[-1]))
    parts = [part for part in (state, guest.organisation, guest.title) if part]
    second = " · ".join(parts)
    words = QRectF(left, area.y() + high * 0.52, right - left, high * 0.36)
    painting.words(painter, words, second, type_="lead", tone="text2")

"""The left side of the badges page: whose badges, and how they look."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from networking_app.gui import pdf
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets import painting
from networking_app.gui.widgets.card import ButtonCard
from networking_app.gui.widgets.form import Field
from networking_app.gui.widgets.layout import column
from networking_app.gui.widgets.search_field import SearchField
from networking_app.gui.widgets.text import Label
from networking_app.services.badges import difficult
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import badges as wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from networking_app.domain.badges import BadgeFace
    from networking_app.gui.room import Room

ALL, NEW, CHOSEN = "all", "new", "chosen"
_PICTURE_DPI = 110
_TALLEST = 150  # of a miniature, at 100 %


class Picture(QWidget):
    """A picture in its own proportions, at most so tall, as wide as there is room."""

    def __init__(self, tallest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tallest = tallest
        self.image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_image(self, image: QImage | None) -> None:
        """Show another picture, None for none."""
        self.image = image
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Its height follows its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as its proportions ask for."""
        if self.image is None or not self.image.width():
            return look().px(self._tallest * 0.5)
        return min(
            look().px(self._tallest), round(width * self.image.height() / self.image.width())
        )

    def sizeHint(self) -> QSize:
        """A guess for layouts that do not ask for the height."""
        wide = look().px(170)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """It may become small."""
        return QSize(look().px(80), look().px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the middle with an edge like paper."""
        del event
        if self.image is None:
            return
        painter = QPainter(self)
        painting.begin(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        area = self.rect().adjusted(left, top, 0, 0)
        area.setSize(size)
        painter.drawImage(area, self.image)
        painter.setPen(QPen(look().colour("pill_edge"), 1))
        painter.drawRect(area.adjusted(0, 0, -1, -1))


class LayoutCard(ButtonCard):
    """One layout: its picture with a difficult name, and what it is called."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        title = wording.layout_title(name)
        super().__init__(title, parent)
        self.name = name
        self.picture = Picture(_TALLEST)
        words = Label(title, "caption_strong", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayout(column(self.picture, words, gap=Space.SNUG, margins=Space.TIGHT))

    def set_chosen(self, chosen: bool) -> None:
        """Mark it, in words too."""
        super().set_chosen(chosen)
        self.setAccessibleDescription(_("chosen") if chosen else "")


class Choosing(QWidget):
    """Which guests and which layout; `changed` when either changes."""

    changed = Signal()

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._faces: Sequence[BadgeFace] = ()
        self._printed: Mapping[str, str] = {}
        self._chosen: tuple[str, ...] = ()
        self.layout_name = room.services.badges.layouts()[0]
        self.who = QComboBox()
        self.category = QComboBox()
        self.search = SearchField(_("Name, organisation, code"))
        self.search.setMinimumWidth(0)
        for combo in (self.who, self.category):
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.cards = tuple(LayoutCard(name) for name in room.services.badges.layouts())
        for card in self.cards:
            card.clicked.connect(lambda card=card: self.choose_layout(card.name))
        self._mark()
        self.setLayout(
            column(
                Label(_("Guests"), "h3"),
                Field(_("Badges for"), self.who),
                Field(_("Category"), self.category),
                self.search,
                Space.SMALL,
                Label(_("Layout"), "h3"),
                *self.cards,
                None,
                gap=Space.NORMAL,
            )
        )
        self.who.currentIndexChanged.connect(self.changed)
        self.category.currentIndexChanged.connect(self.changed)
        self.search.textChanged.connect(self.changed)

    def show_guests(self, faces: Sequence[BadgeFace], printed: Mapping[str, str]) -> None:
        """Offer these guests; what was chosen stays chosen where it still can be."""
        self._faces, self._printed = faces, printed
        new = sum(face.id not in printed for face in faces)
        choices = [
            (ALL, _("Everybody ({n})").format(n=len(faces))),
            (NEW, _("Not printed ({n})").format(n=new)),
        ]
        if self._chosen:
            choices.append((CHOSEN, _picked(len(self._chosen))))
        _refill(self.who, choices)
        known = {face.category_key: face.category for face in faces if face.category_key}
        listed = sorted(known.items(), key=lambda item: item[1].casefold())
        _refill(self.category, [("", _("All categories")), *listed])
        self._draw_layouts()

    def choose_guests(self, ids: Sequence[str]) -> None:
        """Print only these guests, chosen on another page."""
        self._chosen = tuple(ids)
        if self._faces:
            self.show_guests(self._faces, self._printed)
        else:
            _refill(self.who, [(CHOSEN, _picked(len(ids)))])
        self.category.setCurrentIndex(0)
        self.search.clear()
        self.who.setCurrentIndex(self.who.findData(CHOSEN))
        self.changed.emit()

    def clear_filters(self) -> None:
        """Take everybody with a place."""
        self.who.setCurrentIndex(0)
        self.category.setCurrentIndex(0)
        self.search.clear()

    def choose_layout(self, name: str) -> None:
        """Take another layout."""
        if name != self.layout_name:
            self.layout_name = name
            self._mark()
            self.changed.emit()

    def ids(self) -> tuple[str, ...] | None:
        """The registrations wished for; None for everybody."""
        who, category = self.who.currentData() or ALL, self.category.currentData() or ""
        if who == ALL and not category:
            return None
        chosen = set(self._chosen)
        return tuple(
            face.id
            for face in self._faces
            if (who != NEW or face.id not in self._printed)
            and (who != CHOSEN or face.id in chosen)
            and (not category or face.category_key == category)
        )

    def only(self) -> str:
        """The text that filters."""
        return self.search.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from layout to layout."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        here = next((n for n, card in enumerate(self.cards) if card.hasFocus()), -1)
        if step and here >= 0 and 0 <= here + step < len(self.cards):
            self.cards[here + step].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _mark(self) -> None:
        for card in self.cards:
            card.set_chosen(card.name == self.layout_name)

    def _draw_layouts(self) -> None:
        picked = difficult(self._faces, 1)
        if not picked:
            return
        badges, tasks = self._room.services.badges, self._room.tasks

        def draw() -> list[QImage]:
            event = self._room.services.events.current()
            images = []
            for name in badges.layouts():
                out = io.BytesIO()
                badges.samples(event.id, picked, out, layout=name)
                images.append(pdf.picture(out.getvalue(), 0, _PICTURE_DPI))
            return images

        tasks.run(self, draw, done=self._show_layouts, lane="long")

    def _show_layouts(self, images: list[QImage]) -> None:
        for card, image in zip(self.cards, images, strict=True):
            card.picture.show_image(image)


def _picked(count: int) -> str:
    text = ngettext("{n} chosen guest", "{n} chosen guests", count)
    return text.format(n=count)


def _refill(combo: QComboBox, choices: Sequence[tuple[str, str]]) -> None:
    """Put other choices into a combo box; the one chosen stays if it is still there."""
    now = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    for value, words in choices:
        combo.addItem(words, value)
    combo.setCurrentIndex(max(combo.findData(now), 0))
    combo.blockSignals(False)

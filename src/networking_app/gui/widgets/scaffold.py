"""The frame of a page: title row, banners, filters, content beside a panel, bottom bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from networking_app.gui.messages import BannerArea, Messages
from networking_app.gui.tokens import Space, WindowHeight
from networking_app.gui.widgets.layout import box, column, plain, row
from networking_app.gui.widgets.side_panel import PanelHost
from networking_app.gui.widgets.text import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from networking_app.gui.widgets.layout import Item
    from networking_app.gui.widgets.side_panel import SidePanel


class Scaffold(QWidget):
    """Put it into the page's layout and fill it.

    frame = Scaffold(room.messages, _("Participants"), actions=(bring, add), page=self)
    frame.filters(search, chip, chip)
    frame.content(table)
    frame.panel(side_panel)
    frame.bottom(back, None, main)
    """

    def __init__(
        self,
        messages: Messages,
        title: str,
        sub: str = "",
        actions: tuple[Item, ...] = (),
        *,
        page: QWidget | None = None,
    ) -> None:
        """Make the title row; with `page` the scaffold fills that page."""
        super().__init__(page)
        self.title = Label(title, "h1", elide=True)
        self.sub = Label(sub, "body", "text2", elide=True)
        self.sub.setVisible(bool(sub))
        self._actions: QHBoxLayout = row(*actions)
        titles = column(self.title, self.sub, gap=0)
        self.head = plain(row((titles, 1), self._actions, gap=Space.ROOMY))
        self.banners = BannerArea(messages)
        self._filters: QHBoxLayout = row()
        self.filter_area = plain(self._filters)
        self.filter_area.hide()
        self._content: QVBoxLayout = column(gap=Space.NORMAL)
        self._inside = column(
            self.head,
            self.banners,
            self.filter_area,
            (self._content, 1),
            gap=Space.NORMAL,
            margins=(Space.PAGE, Space.CARD),
        )
        self.main = plain(self._inside)
        self._host = PanelHost(self.main)
        self._bottom: QFrame | None = None
        self._column = column((self._host, 1), gap=0)
        self.setLayout(self._column)
        if page is not None:
            page.setLayout(column(self, gap=0))

    def show_title(self, title: str, sub: str = "") -> None:
        """Change the title and the line under it."""
        self.title.setText(title)
        self.sub.setText(sub)
        self.sub.setVisible(bool(sub))

    def filters(self, *items: Item) -> None:
        """Put filters or tabs under the title row, from the left; they may not stretch."""
        self._filters.addLayout(row(*items))
        self._filters.addStretch(1)
        self.filter_area.show()

    def content(self, *items: Item, gap: int = Space.NORMAL) -> None:
        """Put the content; a single widget takes all the room."""
        if len(items) == 1 and isinstance(items[0], QWidget):
            self._content.addWidget(items[0], 1)
        else:
            self._content.addLayout(column(*items, gap=gap), 1)

    def panel(self, panel: SidePanel) -> None:
        """Show a side panel beside the content, over it when the window is narrow."""
        self._host.set_panel(panel)

    def bottom(self, *items: Item) -> None:
        """Put a bottom bar, for wizards: Back left, main button right."""
        self._bottom = box("foot", row(*items, margins=(Space.WIDE, Space.NORMAL)))
        self._column.addWidget(self._bottom)

    def set_bottom(self, bar: QWidget) -> None:
        """Put a bar of its own kind, such as a KeyBar."""
        self._column.addWidget(bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tighten the margins in low or narrow windows."""
        super().resizeEvent(event)
        window = self.window()
        tight = window.height() < WindowHeight.TIGHT or self.width() < 1000
        side = Space.ROOMY if tight else Space.PAGE
        self._inside.setContentsMargins(side, Space.NORMAL if tight else Space.CARD, side, side)

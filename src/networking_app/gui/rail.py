"""The rail at the left: event switcher, search, pages, Settings and the save state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from networking_app.gui import icons
from networking_app.gui.icons import IconView
from networking_app.gui.theme import look
from networking_app.gui.tokens import Radius, Space
from networking_app.gui.widgets import painting
from networking_app.gui.widgets.layout import column, empty, line, row
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from networking_app.gui.page import PageInfo


@dataclass(frozen=True, slots=True)
class EventChoice:
    """An event in the switcher: what identifies it, its title, and "Thu 26 Nov 2026 · Mikkeli"."""

    id: str
    title: str
    line: str = ""


class Rail(QFrame):
    """Navigation; `page_wanted(name)`, `search_wanted`, `event_wanted(id)`.

    Reached by F6 and the pointer, not by Tab; arrows move inside.
    """

    page_wanted = Signal(str)
    search_wanted = Signal()
    event_wanted = Signal(str)
    new_event_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, pages: tuple[PageInfo, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("cls", "rail")
        self.setAccessibleName(_("Navigation"))
        self._pages = pages
        self._narrow: bool | None = None
        self._event: EventChoice | None = None
        self._others: tuple[EventChoice, ...] = ()
        self._page = ""
        self._saved = (_("Saved on this computer"), "circle-check", "ok_text")
        self.buttons: dict[str, NavigationButton] = {}
        self._column: QVBoxLayout = column(gap=Space.TINY)
        self.setLayout(self._column)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only, or icons with words."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.build()

    def show_page(self, name: str) -> None:
        """Mark a page as the one shown."""
        self._page = name
        for key, button in self.buttons.items():
            button.setChecked(key == name)

    def show_event(self, event: EventChoice | None, others: tuple[EventChoice, ...] = ()) -> None:
        """Show the event that is open, and others to choose from; None before there is one."""
        self._event, self._others = event, others
        self.build()

    def show_saved(self, text: str, icon: str = "circle-check", tone: str = "ok_text") -> None:
        """Change the line about saving and sending at the bottom."""
        self._saved = (text, icon, tone)
        self.build()

    def build(self) -> None:
        """Make everything anew, for example in another text size."""
        narrow = bool(self._narrow)
        sizes = look().sizes
        empty(self._column)
        self.buttons.clear()
        self.setFixedWidth(sizes.rail_narrow if narrow else look().px(sizes.rail_wide))
        side = Space.TIGHT if narrow else Space.NORMAL
        self._column.setContentsMargins(side, Space.FIELDS, side, Space.NORMAL)
        self._add_head(narrow)
        for page in self._pages:
            if page.order > 0 and page.name != "settings":
                self._column.addWidget(self._button(page, narrow))
        self._column.addStretch(1)
        for page in self._pages:
            if page.name == "settings":
                self._column.addWidget(self._button(page, narrow))
        self._add_saved(narrow)

    def focus_first(self) -> None:
        """Put the focus on the page shown, for F6."""
        button = self.buttons.get(self._page) or next(iter(self.buttons.values()), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move between the pages, Home and End to the ends."""
        able = [button for button in self.buttons.values() if button.isEnabled()]
        now = next((n for n, button in enumerate(able) if button.hasFocus()), -1)
        last = len(able) - 1
        goal = {
            Qt.Key.Key_Up: max(now - 1, 0),
            Qt.Key.Key_Down: min(now + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if goal is None or not able:
            super().keyPressEvent(event)
        else:
            able[goal].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_head(self, narrow: bool) -> None:
        if narrow:
            self._column.addWidget(
                IconView("calendar-days", "accent", "icon_l"), 0, Qt.AlignmentFlag.AlignHCenter
            )
            self._column.addSpacing(Space.SMALL)
            return
        if self._event is None:
            self._column.addWidget(Label(_("Networking App"), "h3"))
            self._column.addSpacing(Space.SMALL)
        else:
            switch = EventSwitch(self._event)
            switch.clicked.connect(lambda: self._offer_events(switch))
            self._column.addWidget(switch)
        search = SearchButton()
        search.clicked.connect(self.search_wanted)
        self._column.addWidget(search)
        self._column.addSpacing(Space.TINY)

    def _add_saved(self, narrow: bool) -> None:
        text, icon, tone = self._saved
        if narrow:
            return
        self._column.addWidget(line())
        self._column.addLayout(
            row(
                IconView(icon, tone, "icon_s"),
                (Label(text, "caption", "text2", elide=True), 1),
                gap=Space.SNUG,
                margins=(Space.TINY, Space.HAIR),
            )
        )

    def _button(self, page: PageInfo, narrow: bool) -> NavigationButton:
        key = f"Ctrl+{page.order}" if 0 < page.order < 9 else ""
        button = NavigationButton(page.title(), page.icon, narrow=narrow, key=key)
        button.setChecked(page.name == self._page)
        if page.needs_event and self._event is None:
            button.set_off(_("Create or open an event first"))
        button.clicked.connect(lambda _on=False, name=page.name: self._want(name))
        self.buttons[page.name] = button
        return button

    def _want(self, name: str) -> None:
        self.show_page(self._page)  # the window marks the new page when it shows it
        self.page_wanted.emit(name)

    def _offer_events(self, switch: QWidget) -> None:
        menu = QMenu(switch)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice in self._others:
            action = QAction(choice.title.replace("&", "&&"), menu)
            action.triggered.connect(lambda _on=False, key=choice.id: self.event_wanted.emit(key))
            menu.addAction(action)
        if self._others:
            menu.addSeparator()
        new = menu.addAction(icons.icon("plus"), _("New event"))
        new.triggered.connect(self.new_event_wanted)
        open_ = menu.addAction(icons.icon("folder-open"), _("Open event file"))
        open_.triggered.connect(self.open_wanted)
        menu.popup(switch.mapToGlobal(QPoint(0, switch.height())))


class NavigationButton(QPushButton):
    """One page in the rail."""

    def __init__(self, text: str, icon: str, *, narrow: bool, key: str = "") -> None:
        super().__init__()
        self._text, self._icon, self._narrow = text, icon, narrow
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if narrow:
            self.setToolTip(f"{text} ({key})" if key else text)

    def set_off(self, reason: str) -> None:
        """Switch off and say why."""
        self.setEnabled(False)
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)

    def sizeHint(self) -> QSize:
        """A row of the rail."""
        sizes = look().sizes
        high = sizes.navigation_narrow if self._narrow else sizes.navigation
        return QSize(high, high)

    def minimumSizeHint(self) -> QSize:
        """Never lower."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; the rail takes the arrows."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon and word."""
        del event
        painter = QPainter(self)
        painting.begin(painter)
        on, able = self.isChecked(), self.isEnabled()
        fill = "selected" if on else "hover" if able and self.underMouse() else ""
        edge = "accent" if self.hasFocus() or (on and look().is_high_contrast) else ""
        painting.rounded(
            painter,
            QRectF(self.rect()),
            Radius.CONTROL,
            fill=fill,
            edge=edge,
            width=look().sizes.focus,
        )
        side = look().sizes.icon_m
        x = (self.width() - side) / 2 if self._narrow else float(Space.NORMAL)
        tone = "accent" if on else "text2" if able else "text3"
        icons.paint(painter, self._icon, QRectF(x, (self.height() - side) / 2, side, side), tone)
        if not self._narrow:
            left = x + side + Space.TIGHT
            painting.words(
                painter,
                QRectF(left, 0, self.width() - left - Space.TINY, self.height()),
                self._text,
                type_="strong" if on else "body",
                tone="text" if on else tone,
            )


class SearchButton(QPushButton):
    """Looks like a field and opens the command palette."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(_("Search or run…"))
        self.setAccessibleDescription("Ctrl+K")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The height of controls."""
        return QSize(look().px(120), look().sizes.control)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon, words and key."""
        del event
        painter = QPainter(self)
        painting.begin(painter)
        area = QRectF(self.rect())
        focus = self.hasFocus()
        painting.rounded(
            painter,
            area,
            Radius.CONTROL,
            fill="hover" if self.underMouse() else "surface",
            edge="accent" if focus else "control",
            width=look().sizes.focus if focus else look().sizes.edge,
        )
        side = look().sizes.icon
        middle = area.height() / 2
        icons.paint(painter, "search", QRectF(Space.NORMAL, middle - side / 2, side, side))
        size = painting.key_size("Ctrl+K")
        left = area.width() - size.width() - Space.SMALL
        key_area = QRectF(left, middle - size.height() / 2, size.width(), size.height())
        painting.key(painter, key_area, "Ctrl+K", tone="text2", edge="control")
        x = Space.NORMAL + side + Space.SMALL
        words = QRectF(x, 0, left - x - Space.TINY, area.height())
        painting.words(painter, words, _("Search or run…"), tone="text2")


class EventSwitch(QPushButton):
    """The event that is open; a click offers others."""

    def __init__(self, event: EventChoice) -> None:
        super().__init__()
        self._event = event
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(_("{event}, change event").format(event=event.title))
        self.setToolTip(event.title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(look().px(120), look().px(54))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw title, line and arrows."""
        del event
        painter = QPainter(self)
        painting.begin(painter)
        area = QRectF(self.rect())
        painting.rounded(
            painter,
            area,
            Radius.CONTROL,
            fill="hover" if self.underMouse() else "sunken",
            edge="accent" if self.hasFocus() else "",
            width=look().sizes.focus,
        )
        side = look().sizes.icon
        right = area.width() - Space.NORMAL - side
        icons.paint(
            painter, "chevrons-up-down", QRectF(right, (area.height() - side) / 2, side, side)
        )
        wide = right - Space.NORMAL - Space.SNUG
        half = area.height() / 2
        name, under = self._event.title, self._event.line
        top = QRectF(Space.NORMAL, look().px(6), wide, half - look().px(4))
        if not under:
            top = QRectF(Space.NORMAL, 0, wide, area.height())
        painting.words(painter, top, name, type_="strong")
        below = QRectF(Space.NORMAL, half, wide, half - look().px(6))
        painting.words(painter, below, under, type_="caption", tone="text2")

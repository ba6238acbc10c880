"""The window: navigation between pages and nothing else."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from networking_app.gui.dialogs.keys import KeysDialog
from networking_app.gui.page import Page, PageInfo, info
from networking_app.gui.palette import Palette
from networking_app.gui.rail import EventChoice, Rail
from networking_app.gui.theme import look
from networking_app.gui.tokens import WindowHeight, WindowWidth
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from networking_app.gui.finding import PersonHit
    from networking_app.gui.page import PageModule
    from networking_app.gui.room import Room

DESK = "desk"
START = "home"
_TITLE_BAR, _FRAME = 48, 8


class MainWindow(QMainWindow):
    """Shows pages; they are made when first visited and made anew when the language changes."""

    def __init__(
        self,
        room: Room,
        modules: Sequence[PageModule],
        find_people: Callable[[str], Sequence[PersonHit]] | None = None,
    ) -> None:
        """Make the window; it sets `room.navigate` to itself.

        Args:
            room: what the pages are given.
            modules: the pages, gui.pages.PAGES.
            find_people: people for the palette, called off the GUI thread.
        """
        super().__init__()
        self.room = room
        room.navigate = self.navigate
        pages = sorted((info(module) for module in modules), key=lambda page: page.order or 99)
        self.infos: dict[str, PageInfo] = {page.name: page for page in pages}
        self.pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._seen: list[str] = []
        self._event: tuple[EventChoice | None, tuple[EventChoice, ...]] = (None, ())
        self.stack = QStackedWidget()
        self.stack.setProperty("cls", "page")
        self.rail = Rail(tuple(pages))
        self._place(self.rail)
        self.palette_ = Palette(self, room.tasks, find_people, self._go_if_on)
        room.messages.attach(self)
        room.signals.changed.connect(self._changed)
        room.preferences.changed.connect(self._preferences_changed)
        self._listen_to_rail()
        self._bind_keys()
        self.setMinimumSize(WindowWidth.SMALLEST * 3 // 4, WindowHeight.SMALLEST * 3 // 4)
        self._restore_place()

    def current(self) -> Page | None:
        """The page shown."""
        page = self.stack.currentWidget()
        return page if isinstance(page, Page) else None

    def current_name(self) -> str:
        """Name of the page shown, "" before the first."""
        page = self.current()
        return next((name for name, made in self.pages.items() if made is page), "")

    def navigate(self, name: str, **what: Any) -> None:
        """Show a page and tell it what to show; an unknown name is a mistake (KeyError)."""
        page_info = self.infos[name]
        before = self.current()
        page = self._page(name)
        if before is not None and before is not page:
            before.left()
        self.stack.setCurrentWidget(page)
        self._seen = [*[seen for seen in self._seen if seen != name], name]
        self.rail.show_page(page_info.under or name)
        self.setWindowTitle(
            _("{page} – {app}").format(page=page_info.title(), app=_("Networking App"))
        )
        self._fit_rail()
        if name in self._stale:
            self._stale.discard(name)
            page.reload()
        page.came(**what)
        self._focus_page(page)
        stay_awake(self.room, name)

    def go_back(self) -> None:
        """Show the page that was shown before."""
        if len(self._seen) > 1:
            self._seen.pop()
            self.navigate(self._seen[-1])

    def show_event(self, event: EventChoice | None, others: tuple[EventChoice, ...] = ()) -> None:
        """Show which event is open and which others can be chosen."""
        self._event = (event, others)
        self.rail.show_event(event, others)
        self.rail.show_page(self.current_name())

    def take_scan(self, code: str) -> None:
        """Give a scanned code to the page shown, else to the check-in desk."""
        if self.palette_.isVisible():
            self.palette_.close_palette()
        if self.room.takes_scan(code):
            return
        page = self.current()
        if page is not None and page.take_scan(code):
            return
        desk = self.infos.get(DESK)
        if desk is not None and self._is_on(desk) and self.current_name() != DESK:
            self.navigate(DESK)
            self._page(DESK).take_scan(code)

    def rebuild(self) -> None:
        """Make rail and pages anew, in the language in use, and show the page shown before."""
        name = self.current_name() or START
        for page in self.pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self.pages.clear()
        self._stale.clear()
        old = self.rail
        self.rail = Rail(tuple(self.infos.values()))
        self._listen_to_rail()
        self._place(self.rail)
        old.deleteLater()
        self.rail.show_event(*self._event)
        self.palette_.retranslate()
        if name in self.infos:
            self.navigate(name)

    def next_area(self, step: int = 1) -> None:
        """Move the focus to the next area: rail, then those of the page."""
        page = self.current()
        areas: list[QWidget] = [self.rail, *(page.areas() if page else ())]
        focus = QApplication.focusWidget()
        inside = [
            n
            for n, area in enumerate(areas)
            if focus and (area is focus or area.isAncestorOf(focus))
        ]
        goal = areas[((inside[-1] if inside else 0) + step) % len(areas)]
        if goal is self.rail:
            self.rail.focus_first()
        else:
            focus_into(goal)

    def open_palette(self) -> None:
        """Open search and commands."""
        shown = [page for page in self.infos.values() if self._is_on(page)]
        page = self.current()
        here = page.commands() if page is not None else ()
        everywhere = self.room.everywhere() if self._event[0] is not None else ()
        self.palette_.open_over(shown, (*here, *everywhere))

    def show_keys(self) -> None:
        """List the keys of the page shown and those that work everywhere."""
        page = self.current()
        if page is not None:
            title = self.infos[self.current_name()].title()
            KeysDialog(title, page.commands(), self).open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between wide and narrow rail."""
        super().resizeEvent(event)
        self._fit_rail()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size in the rail."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "rail"):
            self.rail.build()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was."""
        place = self.saveGeometry().toBase64().data()
        with suppress(OSError):  # a full disk does not keep the window open
            self.room.preferences.change(window_geometry=bytes(place).decode("ascii"))
        super().closeEvent(event)

    def _place(self, rail: Rail) -> None:
        whole = QWidget()
        inside = QHBoxLayout(whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(rail)
        inside.addWidget(self.stack, 1)
        self.setCentralWidget(whole)

    def _page(self, name: str) -> Page:
        if name not in self.pages:
            page = self.infos[name].make(self.room)
            self.pages[name] = page
            self.stack.addWidget(page)
            self._stale.add(name)
        return self.pages[name]

    def _changed(self, topics: frozenset[str]) -> None:
        for name, page in self.pages.items():
            if self.infos[name].topics & topics:
                if page is self.current():
                    page.reload()
                else:
                    self._stale.add(name)

    def _preferences_changed(self, names: frozenset[str]) -> None:
        now = self.room.preferences.now
        if names & {"theme", "text_size", "reduce_motion"}:
            look().use(now.theme, percent=now.text_size, reduce_motion=now.reduce_motion)
        if "language" in names:
            self.room.signals.language_changed.emit(now.language)
            self.rebuild()
        if "rail_narrow" in names:
            self._fit_rail()

    def _fit_rail(self) -> None:
        name = self.current_name()
        wish = self.infos[name].narrow_rail if name else False
        narrow = (
            wish or self.room.preferences.now.rail_narrow or self.width() < WindowWidth.NARROW_RAIL
        )
        self.rail.set_narrow(narrow)

    def _focus_page(self, page: Page) -> None:
        goal = page.first_focus() or page.focusWidget()
        if goal is not None:
            goal.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            focus_into(page)

    def _listen_to_rail(self) -> None:
        self.rail.page_wanted.connect(self.navigate)
        self.rail.search_wanted.connect(self.open_palette)
        self.rail.event_wanted.connect(lambda key: self.room.reopen(event=key))
        self.rail.new_event_wanted.connect(lambda: self.navigate(START, new_event=True))
        self.rail.open_wanted.connect(lambda: self.navigate(START, open_file=True))

    def _bind_keys(self) -> None:
        keys: list[tuple[str, Callable[[], None]]] = [
            ("Ctrl+K", self.open_palette),
            ("F1", self.show_keys),
            ("F6", self.next_area),
            ("Shift+F6", lambda: self.next_area(-1)),
            ("Alt+Left", self.go_back),
            ("Ctrl+Z", self.room.messages.undo_last),
            ("Ctrl+Y", self.room.messages.redo_last),
        ]
        keys += [
            (f"Ctrl+{page.order}", partial(self._go_if_on, page.name))
            for page in self.infos.values()
            if 0 < page.order < 9
        ]
        for key, call in keys:
            QShortcut(QKeySequence(key), self).activated.connect(call)

    def _go_if_on(self, name: str) -> None:
        if self._is_on(self.infos[name]):
            self.navigate(name)

    def _is_on(self, page: PageInfo) -> bool:
        return self._event[0] is not None or not page.needs_event

    def _restore_place(self) -> None:
        saved = self.room.preferences.now.window_geometry
        if saved and self.restoreGeometry(QByteArray.fromBase64(saved.encode("ascii"))):
            return  # Qt itself moves it onto a screen that is there
        screen = QGuiApplication.primaryScreen().availableGeometry()
        # The frame that the system draws comes on top of the size.
        self.resize(min(1440, screen.width() - _FRAME), min(900, screen.height() - _TITLE_BAR))


def stay_awake(room: Room, page: str) -> None:
    """Keep the computer awake while guests may come, and only then."""
    if room.awake is None:
        return
    if page == DESK:
        room.awake.hold(_("Guests are being checked in"))
    else:
        room.awake.let_go()


def focus_into(area: QWidget) -> None:
    """Put the focus on the first thing in an area that takes it by Tab."""
    wanted = Qt.FocusPolicy.TabFocus
    if area.focusPolicy() & wanted and area.isEnabled():
        area.setFocus(Qt.FocusReason.OtherFocusReason)
        return
    widget: QWidget | None = area.nextInFocusChain()
    while widget is not None and widget is not area:
        if (
            area.isAncestorOf(widget)
            and widget.isEnabled()
            and widget.isVisibleTo(area)
            and widget.focusPolicy() & wanted
        ):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        widget = widget.nextInFocusChain()

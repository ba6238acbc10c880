"""Opens workspaces in the window: at the start, later on request, and follows what others write."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from networking_app.domain.problems import Trouble
from networking_app.gui.collecting import Collector, unsettled
from networking_app.gui.honoured import HonouredWatch
from networking_app.gui.kiosk.self_service import SelfService
from networking_app.gui.machine.awake import KeepAwake
from networking_app.gui.main_window import MainWindow
from networking_app.gui.messages import Messages
from networking_app.gui.pages import PAGES
from networking_app.gui.people_search import people_search
from networking_app.gui.rail import EventChoice
from networking_app.gui.room import Room
from networking_app.gui.scanning import Scanning
from networking_app.gui.screens.guest_screens import GuestScreens
from networking_app.gui.signals import Signals
from networking_app.gui.tasks import Tasks
from networking_app.gui.theme import look
from networking_app.services.workspace import restore
from networking_app.support import i18n
from networking_app.support.i18n import gettext as _
from networking_app.wording import dates
from networking_app.wording.history import taken_back

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from networking_app.domain.event import Event
    from networking_app.domain.history import UndoResult
    from networking_app.gui.preferences import Preferences
    from networking_app.services.office import Office

    Changed = Callable[[frozenset[str]], None]
    Failed = Callable[[BaseException], None]

_log = logging.getLogger(__name__)
_LOOK_EVERY = 1_000  # ms between two looks at what other programs wrote
_BACKUP_AFTER = 4_000  # ms after opening, when the window stands and nobody waits for it


@dataclass(frozen=True, slots=True)
class Doors:
    """What app.py hands over to open files with.

    Attributes:
        open: opens a workspace; raises Trouble.
        make: makes an empty one; raises Trouble.
        now: the time, with a zone.
        documents: folder where dialogs start.
    """

    open: Callable[[Path, Changed], Office]
    make: Callable[[Path, Changed], Office]
    now: Callable[[], datetime]
    documents: Path


class Opening(QObject):
    """The window with the workspace that is open in it; made once, by app.py."""

    def __init__(self, preferences: Preferences, doors: Doors) -> None:
        super().__init__()
        self._doors = doors
        self._preferences = preferences
        self._looking = False
        self._has_event = False
        self._version = 0
        self.messages = Messages(self)
        self.tasks = Tasks(self.messages.trouble, self)
        self.collector = Collector(self, self.tasks.is_idle)
        self.signals = Signals(self)
        preferences.changed.connect(self._preferences_changed)  # before the window hears of it
        now = preferences.now
        use_language(now.language)
        look().use(now.theme, percent=now.text_size, reduce_motion=now.reduce_motion)
        self.room = Room(
            None, self.tasks, self.messages, preferences, self.signals, lambda *_a, **_k: None,
            self.reopen, doors.now, doors.documents, KeepAwake(self),
        )  # fmt: skip
        self.window = MainWindow(self.room, PAGES, people_search(self.room))
        self.screens = GuestScreens(self.room, self.window)
        self.honoured = HonouredWatch(self.room, self.window)
        self.kiosk = SelfService(self.room, self.window)
        self.room.everywhere = lambda: (*self.kiosk.commands(), *self.screens.commands())
        self.room.takes_scan = self.kiosk.take_scan
        self.messages.undo_without_toast = partial(self._step, "undo_last")
        self.messages.redo_last_action = partial(self._step, "redo")
        self.signals.changed.connect(self._changed)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def start(self, path: Path | None) -> None:
        """Show the window with this workspace, or the one used last, or none."""
        file = path or self._last()
        if file is not None:
            try:
                self._take(self._doors.open(file, self.signals.tell))
            except Trouble as trouble:
                self.messages.trouble(trouble)
        returns = path is None and self._has_event and self._preferences.now.at_desk
        self.window.navigate("desk" if returns else "home")
        self.window.show()
        self.screens.place()
        self._timer.start(_LOOK_EVERY)
        self.collector.start()

    def listen(self, app: QApplication) -> None:
        """Catch scans and uncaught errors of the whole program, and end with it."""
        self.messages.catch_bugs()
        Scanning(app, self._preferences, self.messages, self.window.take_scan)
        app.aboutToQuit.connect(self.close)

    def close(self) -> None:
        """Finish the work and let go of the file."""
        self._timer.stop()
        self.kiosk.end()
        self.screens.end()
        self.tasks.close()
        self.collector.end()  # no lane runs any more that could collect
        if self.room.office is not None:
            self.room.office.close()
            self.room.office = None

    def reopen(
        self,
        *,
        path: Path | None = None,
        event: str = "",
        page: str = "home",
        make: Callable[[Office], object] | None = None,
        backup: Path | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Show another event, or open another file off the GUI thread; pages are made anew.

        Args:
            path: the file; None keeps the one that is open.
            event: key of the event to show; "" shows the newest.
            page: the page to show then.
            make: the file is new, and this fills it.
            backup: this copy is put in the place of the file first.
            failed: is told the trouble; otherwise the message bar shows it.
        """
        if path is None:
            self._choose(event, page)
            return
        call = partial(self._open, path)
        if make is not None:
            call = partial(self._make, path, make)
        elif backup is not None:
            call = partial(self._restore, path, backup)
        failed = failed or self.messages.trouble
        self.tasks.run(self, call, done=partial(self._enter, page), failed=failed, lane="long")

    def _open(self, path: Path) -> Office:
        return self._doors.open(path, self.signals.tell)

    def _make(self, path: Path, fill: Callable[[Office], object]) -> Office:
        office = self._doors.make(path, self.signals.tell)
        try:
            fill(office)
        except BaseException:
            office.close()
            path.unlink(missing_ok=True)  # we made it a moment ago
            raise
        return office

    def _restore(self, path: Path, backup: Path) -> Office:
        office = self.room.office
        if office is not None:
            office.close()
        try:
            restore(backup, path, self._doors.now())
        except BaseException:
            if office is not None:
                office.workspace.reopen()
            raise
        return self._open(path)

    def _enter(self, page: str, office: Office) -> None:
        old = self.room.office
        for key in [key for key in self.messages.notices if key.startswith("trouble:")]:
            self.messages.clear(key)
        self._take(office)
        self.window.rebuild()
        self.window.navigate(page)
        self.screens.place()
        self.screens.reload()
        unsettled()
        if old is not None:
            self.tasks.run(self, old.close, lane="long")

    def _take(self, office: Office) -> None:
        self.room.office = office
        self._version = office.database.data_version()
        self.honoured.look()
        self._show_event(office.events.all())
        recent = self._preferences.now.opened(office.workspace.path).recent_workspaces
        self._remember(recent_workspaces=recent)
        QTimer.singleShot(_BACKUP_AFTER, self, self._back_up)

    def _choose(self, event: str, page: str) -> None:
        office = self.room.office
        if office is None:
            return
        office.events.choose(event)
        self.screens.reload()
        self._show_event(office.events.all())
        self.window.rebuild()
        self.window.navigate(page)

    def _show_event(self, events: list[Event]) -> None:
        office = self.room.office
        if office is None or not events:
            self.window.show_event(None)
            had_event, self._has_event = self._has_event, False
            if had_event:  # it was taken back: the first steps stand in its place
                self.window.rebuild()
                self.window.navigate("home")
            return
        self._has_event = True
        chosen = office.events.current()
        others = tuple(choice(event) for event in events if event.id != chosen.id)
        self.window.show_event(choice(chosen), others)

    def _changed(self, topics: frozenset[str]) -> None:
        if "event" in topics and self.room.office is not None:
            self.tasks.run(self, self.room.office.events.all, done=self._show_event)

    def _look(self) -> None:
        """Notice what another window or the command line wrote."""
        office = self.room.office
        if office is None or self._looking:
            return
        self._looking = True
        self.tasks.run(
            self,
            office.database.data_version,
            done=partial(self._looked, office),
            failed=self._could_not_look,
            lane="numbers",
        )

    def _looked(self, office: Office, version: int) -> None:
        self._looking = False
        if office is self.room.office and version != self._version:
            self._version = version
            self.signals.tell(frozenset().union(*(p.topics for p in self.window.infos.values())))

    def _could_not_look(self, error: BaseException) -> None:
        self._looking = False  # whoever works with the file next says what is wrong with it
        _log.warning("could not look at the file: %s", type(error).__name__)

    def _back_up(self) -> None:
        office = self.room.office
        if office is not None:
            now = self._doors.now()
            self.tasks.run(
                self,
                lambda: office.workspace.backup_of_the_day(now),
                done=self._backed_up,
                lane="long",
            )

    def _backed_up(self, file: Path | None) -> None:
        if file is not None:
            self.signals.tell(frozenset({"backup"}))

    def _step(self, way: str) -> None:
        office = self.room.office
        if office is not None:
            self.tasks.run(self, getattr(office.history, way), done=self._stepped)

    def _stepped(self, result: UndoResult) -> None:
        if result.deed is None:
            self.messages.toast(_("Nothing to undo"), icon="info")
        else:
            self.messages.toast(taken_back(result.deed), icon="undo-2")

    def _preferences_changed(self, names: frozenset[str]) -> None:
        if "language" in names:
            use_language(self._preferences.now.language)

    def _remember(self, **values: object) -> None:
        try:
            self._preferences.change(**values)
        except OSError:
            _log.warning("settings could not be saved", exc_info=True)

    def _last(self) -> Path | None:
        now = self._preferences.now
        known = now.recent_workspaces if now.reopen_last else ()
        return Path(known[0]) if known else None


def choice(event: Event) -> EventChoice:
    """An event as the rail offers it."""
    when = dates.short_day(event.start, event.zone) if event.start else ""
    parts = [part for part in (when, event.place.rpartition(", ")[2]) if part]
    return EventChoice(event.id, event.title, " · ".join(parts))


def use_language(chosen: str) -> None:
    """Show texts in the language chosen, or in the system's where none is."""
    wanted = [chosen] if chosen else [tag[:2] for tag in QLocale.system().uiLanguages()]
    known = i18n.languages()
    i18n.use(next((tag for tag in wanted if tag in known), i18n.SOURCE_LANGUAGE))
    _use_language_of_qt(i18n.current())


def _use_language_of_qt(language: str) -> None:
    """Show Qt's own texts in it: menus of text fields, file and print dialogs."""
    app = QApplication.instance()
    if app is None:
        return
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    words = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(f"qtbase_{language}", folder):
        app.installTranslator(words)


def application() -> QApplication:
    """The Qt application with its name; made once."""
    QApplication.setApplicationName("networking-app")
    QApplication.setDesktopFileName("networking-app")
    app = QApplication([])
    app.setApplicationDisplayName("Networking App")
    return app

"""Making, opening and changing events: what the Event page's buttons ask and do."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from networking_app.gui.dialogs.event import EventDialog, EventForm, file_name
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from networking_app.domain.event import Event
    from networking_app.gui.room import Room
    from networking_app.services.office import Office


class Making(QObject):
    """Asks and makes, over one page; `busy(bool)` while a file is being made or opened."""

    busy = Signal(bool)

    def __init__(self, room: Room, page: QWidget) -> None:
        super().__init__(page)
        self._room = room
        self._page = page

    def new_event(self, then: str = "home") -> None:
        """Ask for a new event, make it and show this page."""
        office = self._room.office
        titles = [event.title for event in office.events.all()] if office else []
        dialog = EventDialog(
            self._room.now().date(),
            folder=self._folder(),
            opened=titles[0] if titles else "",
            parent=self._page.window(),
        )
        dialog.accepted.connect(lambda: self._make(dialog.form(), then))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def edit_event(self, event: Event) -> None:
        """Ask for changes of an event and save them."""
        dialog = EventDialog(self._room.now().date(), event=event, parent=self._page.window())
        dialog.accepted.connect(lambda: self._change(event, dialog.form()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_file(self) -> None:
        """Ask for an event file and open it."""
        name, _kind = QFileDialog.getOpenFileName(
            self._page.window(),
            _("Open event file"),
            self._room.preferences.now.last_folder or str(self._folder()),
            _("Event files (*.nwapp)"),
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Open an event file."""
        self.busy.emit(True)
        self._room.reopen(path=path, failed=self._failed)

    def example(self) -> None:
        """Open the example event with its made-up guests; it is made on first use."""
        path = self._folder() / file_name(_("Example event"))
        if path.exists():
            self.open(path)
            return
        now, language = self._room.now(), self._room.language

        def fill(office: Office) -> None:
            # slow import: the example is made once
            from networking_app.services.example import build_example  # noqa: PLC0415

            build_example(office.database, language, now)

        self._start(path, fill)

    def _make(self, form: EventForm, then: str) -> None:
        values, door = form.values, _("Main door")
        title = str(values["title"])
        rest = {name: value for name, value in values.items() if name != "title"}
        if form.file is not None:
            self._start(
                form.file, lambda office: office.events.create(title, door=door, **rest), then
            )
            return
        office = self._room.services
        self._room.tasks.run(
            self._page,
            lambda: office.events.create(title, door=door, **rest),
            done=lambda key: self._room.reopen(event=key, page=then),
        )

    def _start(self, path: Path, fill: Callable[[Office], object], then: str = "home") -> None:
        if path.parent == self._folder():
            with suppress(OSError):  # what cannot be made is said when the file is
                path.parent.mkdir(parents=True, exist_ok=True)
        self.busy.emit(True)
        self._room.reopen(path=path, make=fill, page=then, failed=self._failed)

    def _change(self, event: Event, form: EventForm) -> None:
        office = self._room.services
        self._room.tasks.run(
            self._page,
            lambda: office.events.change(event.id, **form.values),
            done=partial(self._changed, office),
        )

    def _changed(self, office: Office, differs: bool) -> None:
        def undo() -> None:
            self._room.tasks.run(self._page, office.history.undo_last)

        if differs:
            self._room.messages.toast(_("Event changed"), undo=undo)

    def _failed(self, error: BaseException) -> None:
        self.busy.emit(False)
        self._room.messages.trouble(error)

    def _folder(self) -> Path:
        return self._room.documents

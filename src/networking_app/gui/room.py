"""What every page is given: services, tasks, messages, settings and the way to other pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from networking_app.support import i18n

if TYPE_CHECKING:
    from collections.abc import Callable

    from networking_app.gui.commands import Command
    from networking_app.gui.machine.awake import KeepAwake
    from networking_app.gui.messages import Messages
    from networking_app.gui.preferences import Preferences
    from networking_app.gui.signals import Signals
    from networking_app.gui.tasks import Tasks
    from networking_app.services.office import Office


@dataclass(slots=True)
class Room:
    """Handed to each page by the main window.

    Attributes:
        office: the services over the open workspace; None before one is open.
        tasks: runs service calls off the GUI thread.
        messages: toasts, banners, trouble.
        preferences: this computer's settings: `preferences.now.desk_name`, `.change(...)`.
        signals: `changed(topics)`; services' topics arrive here.
        navigate: go to a page by name with what it should show:
            `room.navigate("participants", person=person_id)`.
        reopen: opens another workspace file or event and builds the pages anew.
        now: the time, with a zone.
        documents: folder where file dialogs start.
        awake: keeps the computer awake while the desk is open; None lets it sleep.
        everywhere: commands that the palette offers on every page.
        takes_scan: takes scanned codes before the pages do, while the self-service kiosk is open.
    """

    office: Office | None
    tasks: Tasks
    messages: Messages
    preferences: Preferences
    signals: Signals
    navigate: Callable[..., None]
    reopen: Callable[..., None] = lambda **_what: None
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    documents: Path = Path()
    awake: KeepAwake | None = None
    everywhere: Callable[[], tuple[Command, ...]] = tuple
    takes_scan: Callable[[str], bool] = lambda _code: False

    @property
    def services(self) -> Office:
        """What a user can do: `room.services.guests.all(event_id)`.

        Raises:
            RuntimeError: no workspace is open; pages with NEEDS_EVENT are never shown then.
        """
        if self.office is None:
            raise RuntimeError("no workspace is open")
        return self.office

    @property
    def language(self) -> str:
        """The language of the window, two letters."""
        return i18n.current()

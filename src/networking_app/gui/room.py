"""What every page is given: services, tasks, messages, settings and the way to other pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from networking_app.support import i18n

if TYPE_CHECKING:
    from collections.abc import Callable

    from networking_app.gui.messages import Messages
    from networking_app.gui.preferences import Preferences
    from networking_app.gui.signals import Signals
    from networking_app.gui.tasks import Tasks


@dataclass(slots=True)
class Room:
    """Handed to each page by the main window.

    Attributes:
        services: what a user can do; app.py builds it.
        tasks: runs service calls off the GUI thread.
        messages: toasts, banners, trouble.
        preferences: this computer's settings: `preferences.now.desk_name`, `.change(...)`.
        signals: `changed(topics)`; services' topics arrive here.
        navigate: go to a page by name with what it should show:
            `room.navigate("participants", person=person_id)`.
        reopen: opens another workspace file or event and builds the pages anew.
    """

    services: Any
    tasks: Tasks
    messages: Messages
    preferences: Preferences
    signals: Signals
    navigate: Callable[..., None]
    reopen: Callable[..., None] = lambda **_what: None

    @property
    def language(self) -> str:
        """The language of the window, two letters."""
        return i18n.current()

"""All services over one open workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from networking_app.services.badges import Badges
from networking_app.services.checkin import CheckIn
from networking_app.services.events import Events
from networking_app.services.guests import Guests
from networking_app.services.history import History
from networking_app.services.imports import Imports
from networking_app.services.kiosk import Kiosk
from networking_app.services.lists import Lists
from networking_app.services.points import Points
from networking_app.services.workspace import Workspace
from networking_app.storage import database
from networking_app.storage.database import Author

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from networking_app.storage.database import Database


@dataclass(frozen=True, slots=True)
class Office:
    """What a user can do with one workspace.

    Attributes:
        desk: name of this desk or computer, as check-ins carry it.
        database: for services that are made for one job, such as the example event.
    """

    workspace: Workspace
    events: Events
    guests: Guests
    imports: Imports
    checkin: CheckIn
    points: Points
    badges: Badges
    lists: Lists
    history: History
    kiosk: Kiosk
    desk: str
    database: Database

    def close(self) -> None:
        """Let go of the file."""
        self.workspace.close()


def open_office(
    path: Path,
    desk: str,
    wall: Callable[[], int],
    changed: Callable[[frozenset[str]], None] | None = None,
    actor: str = "",
) -> Office:
    """Open a workspace.

    Args:
        path: of the file.
        desk: name of this desk or computer.
        wall: milliseconds since 1970 in UTC.
        changed: is told the names of the tables that were written.
        actor: who works here, if known.

    Raises:
        Trouble: the file cannot be opened; nothing was changed.
    """
    return _office(database.open_workspace(path, Author(desk, wall, actor)), changed)


def new_office(
    path: Path,
    desk: str,
    wall: Callable[[], int],
    changed: Callable[[frozenset[str]], None] | None = None,
) -> Office:
    """Make an empty workspace and open it.

    Raises:
        Trouble: the file is there already, or cannot be written.
    """
    return _office(database.create(path, Author(desk, wall)), changed)


def _office(opened: Database, changed: Callable[[frozenset[str]], None] | None) -> Office:
    opened.changed = changed
    desk = CheckIn(opened, opened.author.device, opened.author.actor)
    return Office(
        workspace=Workspace(opened),
        events=Events(opened),
        guests=Guests(opened),
        imports=Imports(opened),
        checkin=desk,
        points=Points(opened),
        badges=Badges(opened),
        lists=Lists(opened),
        history=History(opened, desk),
        kiosk=Kiosk(opened),
        desk=opened.author.device,
        database=opened,
    )

"""The only place that builds things: settings, workspace, services, tasks, window, command line."""

from __future__ import annotations

import os
import platform
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from networking_app.services.office import new_office, open_office
from networking_app.support import i18n, logs, paths, settings
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    import logging
    from collections.abc import Mapping, Sequence

    from networking_app.support.settings import Settings

WORKSPACE_VARIABLE = "NETWORKING_APP_WORKSPACE"
NO_DISPLAY = 3


def wall() -> int:
    """Milliseconds since 1970 in UTC."""
    return time.time_ns() // 1_000_000


def desk_of(chosen: Settings) -> str:
    """What this computer is called in check-ins."""
    return chosen.desk_name or platform.node() or "desk"


def command_line(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code."""
    # slow import: the window does not need the command line
    from networking_app.cli import main as commands  # noqa: PLC0415
    from networking_app.cli.session import Session  # noqa: PLC0415

    chosen = settings.load(paths.folders(os.environ).settings).settings
    i18n.use(chosen.language or "en")
    session = Session(
        opener=lambda path, desk: open_office(path, desk or desk_of(chosen), wall),
        maker=lambda path: new_office(path, desk_of(chosen), wall),
        known=lambda: known_workspaces(chosen),
        window=open_window,
    )
    return commands.run(session, arguments)


def known_workspaces(chosen: Settings) -> list[Path]:
    """Workspaces to use when none is named: of the environment, of this folder, the last one."""
    named = os.environ.get(WORKSPACE_VARIABLE, "")
    here = sorted(Path.cwd().glob("*.nwapp"))
    recent = [Path(p) for p in chosen.recent_workspaces]
    found = [Path(named)] if named else []
    return [*found, *(here if len(here) == 1 else ()), *(p for p in recent if p.is_file())]


def open_window(path: Path | None) -> int:
    """Open the window with the named or the last workspace; returns its exit code when closed."""
    if not has_display(os.environ):
        sys.stderr.write(_("There is no display to open the window on.") + "\n")
        return NO_DISPLAY
    # slow import: the command line needs no Qt
    from networking_app.gui.opening import Doors, Opening, application  # noqa: PLC0415
    from networking_app.gui.preferences import Preferences  # noqa: PLC0415

    app = application()
    places = paths.folders(os.environ)
    log = start_log(places.logs)
    preferences = Preferences(settings.load(places.settings).settings, places.settings)
    doors = Doors(
        open=lambda file, told: open_office(file, desk_of(preferences.now), wall, told),
        make=lambda file, told: new_office(file, desk_of(preferences.now), wall, told),
        now=lambda: datetime.now().astimezone(),
        documents=places.documents,
    )
    opening = Opening(preferences, doors)
    opening.listen(app)
    opening.start(path)
    try:
        return app.exec()
    finally:
        opening.close()
        if log is not None:
            logs.stop(log)


def has_display(environment: Mapping[str, str]) -> bool:
    """Whether Qt finds a screen; without one it would end the program with no word."""
    elsewhere = sys.platform in {"win32", "darwin"} or "QT_QPA_PLATFORM" in environment
    return elsewhere or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def start_log(folder: Path) -> logging.Handler | None:
    """Begin the log; where the disk refuses, the app works without one."""
    try:
        return logs.start(folder)
    except OSError:
        return None

"""networking-app window: open the window."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from networking_app.cli.session import Session


def window(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="[FILE.nwapp]", show_default=False)] = None,
) -> int:
    """Open the window, with an event file or the one used last."""
    session: Session = context.obj
    return session.window(file or session.workspace)

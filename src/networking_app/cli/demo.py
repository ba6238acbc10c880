"""networking-app demo: the example workspace with its badges and list."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from networking_app.cli.session import Exit, Session, say
from networking_app.services.example import build_example
from networking_app.support import i18n
from networking_app.support.i18n import gettext as _


def demo(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR")],
) -> int:
    """Make example.nwapp, badges.pdf and attendees.pdf in a folder."""
    session: Session = context.obj
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "example.nwapp"
    if path.exists():
        office = session.opener(path, "")
        say(_("{file} is there already and stays as it is.").format(file=path))
    else:
        office = session.maker(path)
        build_example(office.database, i18n.current(), datetime.now(UTC))
    try:
        event = office.events.current()
        result = office.badges.make(event.id, folder / "badges.pdf")
        listed = office.lists.make(event.id, "attendees", folder / "attendees.pdf")
    finally:
        office.close()
    say(_("Example event: {file}").format(file=path))
    say(_("{count} badges: {file}").format(count=result.badges, file=folder / "badges.pdf"))
    say(_("{count} participants: {file}").format(
        count=listed["rows"], file=folder / "attendees.pdf"
    ))  # fmt: skip
    return Exit.DONE

"""networking-app new: make a workspace with one event."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from networking_app.cli.session import Exit, Session, say
from networking_app.domain.dates import stored
from networking_app.support.i18n import gettext as _

ZONE = "Europe/Helsinki"


def new(  # noqa: PLR0913, PLR0917 (the options of the command)
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.nwapp")],
    title: Annotated[str, typer.Option(help="Title of the event")],
    start: Annotated[str, typer.Option(metavar="ISO", show_default=False)] = "",
    end: Annotated[str, typer.Option(metavar="ISO", show_default=False)] = "",
    place: Annotated[str, typer.Option(show_default=False)] = "",
    capacity: Annotated[int | None, typer.Option(min=1, show_default=False)] = None,
) -> int:
    """Make a workspace with one event."""
    if not title.strip():
        raise typer.BadParameter(_("Give the event a title."), param_hint="--title")
    session: Session = context.obj
    moments = {name: _moment(name, said) for name, said in (("start", start), ("end", end))}
    path = file if file.suffix else file.with_suffix(".nwapp")
    office = session.maker(path)
    try:
        office.events.create(
            title.strip(), door=_("Main door"), zone=ZONE, place=place.strip(),
            capacity=capacity, **moments,
        )  # fmt: skip
    finally:
        office.close()
    say(_("{file} made.").format(file=path))
    return Exit.DONE


def _moment(name: str, said: str) -> str:
    found = stored(said, ZONE)
    if found is None:
        example = "2026-11-26T09:00"
        raise typer.BadParameter(
            _("{text} is not a date and time such as {example}.").format(
                text=said, example=example
            ),
            param_hint=f"--{name}",
        )
    return found

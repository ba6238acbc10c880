"""networking-app list: lists as PDF, Excel or CSV."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from networking_app.cli.session import Exit, Session, print_json, say
from networking_app.documents.lists import LISTS
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext


def list_guests(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="[NAME", show_default=False)] = "",
    out: Annotated[
        Path | None, typer.Argument(metavar="OUT.pdf|.xlsx|.csv]", show_default=False)
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Write a list; without a name, name the lists."""
    if not name:
        if as_json:
            print_json([{"name": one.name, "title": one.title()} for one in LISTS])
        else:
            for one in LISTS:
                say(f"{one.name}\t{one.title()}")
        return Exit.DONE
    if out is None:
        raise typer.BadParameter(_("Say where the list goes: OUT.pdf, .xlsx or .csv."))
    session: Session = context.obj
    office = session.open()
    try:
        event = office.events.current()
        made = office.lists.make(event.id, name, out)
    finally:
        office.close()
    if as_json:
        print_json({"list": name, "file": str(out), **made})
    else:
        said = ngettext("{count} row: {file}", "{count} rows: {file}", made["rows"])
        say(said.format(count=made["rows"], file=out))
    return Exit.DONE

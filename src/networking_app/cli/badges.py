"""networking-app badges: name badges as a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from networking_app.cli.session import Exit, Session, print_json, say
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.services.badges import DEFAULT_LAYOUT, DEFAULT_SHEET
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import badges as wording


def badges(
    context: typer.Context,
    out: Annotated[Path, typer.Argument(metavar="OUT.pdf")],
    sheet: Annotated[str, typer.Option(help="Paper", metavar="NAME")] = DEFAULT_SHEET,
    layout: Annotated[str, typer.Option(help="Layout", metavar="NAME")] = DEFAULT_LAYOUT,
    only: Annotated[
        str, typer.Option(metavar="TEXT", help="Name, organisation or category", show_default=False)
    ] = "",
    *,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Draw the badges of all guests with a place."""
    if out.suffix.lower() != ".pdf":
        raise Trouble(TroubleKind.NOT_KNOWN, out.name, known=[".pdf"])
    session: Session = context.obj
    office = session.open()
    try:
        event = office.events.current()
        if not office.badges.faces(event.id, only):
            raise Trouble(TroubleKind.NOBODY_TO_PRINT)
        result = office.badges.make(event.id, out, layout=layout, sheet=sheet, only=only)
    finally:
        office.close()
    if as_json:
        notes = [{"name": n.name, "what": n.kind.value, "field": n.field} for n in result.notes]
        print_json({"badges": result.badges, "pages": result.pages, "notes": notes})
        return Exit.DONE
    for note in result.notes:
        say(_("{name}: {note}").format(name=note.name, note=wording.note(note)))
    say(
        ngettext("{count} badge: {file}", "{count} badges: {file}", result.badges).format(
            count=result.badges, file=out
        )
    )
    return Exit.DONE

"""networking-app badges: name badges as a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from networking_app.cli.session import Exit, Session, print_json, say
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.services.badges import DEFAULT_LAYOUT, DEFAULT_SHEET
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import badges as wording

if TYPE_CHECKING:
    from networking_app.domain.badges import BadgeResult, Place
    from networking_app.domain.event import Event
    from networking_app.services.office import Office


def badges(  # noqa: PLR0913 (the options of a command)
    context: typer.Context,
    out: Annotated[Path, typer.Argument(metavar="OUT.pdf")],
    sheet: Annotated[str, typer.Option(help="Paper", metavar="NAME")] = DEFAULT_SHEET,
    layout: Annotated[str, typer.Option(help="Layout", metavar="NAME")] = DEFAULT_LAYOUT,
    only: Annotated[
        str, typer.Option(metavar="TEXT", help="Name, organisation or category", show_default=False)
    ] = "",
    *,
    box_size: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help="Badges in one box, 0 without", show_default=False),
    ] = None,
    labels: Annotated[
        Path | None,
        typer.Option(metavar="FILE.pdf", help="Labels of the boxes", show_default=False),
    ] = None,
    printed: Annotated[
        bool, typer.Option("--printed", help="Note and number the badges as printed")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Draw the badges of all guests with a place.

    With a size of boxes or labels for them the badges are noted as printed in this order.
    """
    if out.suffix.lower() != ".pdf":
        raise Trouble(TroubleKind.NOT_KNOWN, out.name, known=[".pdf"])
    session: Session = context.obj
    office = session.open()
    try:
        event = office.events.current()
        if not office.badges.faces(event.id, only):
            raise Trouble(TroubleKind.NOBODY_TO_PRINT)
        result = office.badges.make(event.id, out, layout=layout, sheet=sheet, only=only)
        places: list[Place] = []
        if printed or box_size is not None or labels is not None:
            places = _note(office, event, only, layout, box_size)
        if labels is not None:
            office.badges.make_box_labels(event.id, labels)
    finally:
        office.close()
    if as_json:
        notes = [{"name": n.name, "what": n.kind.value, "field": n.field} for n in result.notes]
        made = {"badges": result.badges, "pages": result.pages, "notes": notes}
        print_json(made | _numbers(places))
    else:
        _tell(result, out, places)
    return Exit.DONE


def _tell(result: BadgeResult, out: Path, places: list[Place]) -> None:
    """Say what was made, in lines."""
    for note in result.notes:
        say(_("{name}: {note}").format(name=note.name, note=wording.note(note)))
    made = ngettext("{count} badge: {file}", "{count} badges: {file}", result.badges)
    say(made.format(count=result.badges, file=out))
    if numbers := _numbers(places):
        say(_("Numbers {first} to {last}").format(**numbers["numbers"]))


def _note(
    office: Office, event: Event, only: str, layout: str, box_size: int | None
) -> list[Place]:
    """Note the badges as printed, in the order they stand in the file."""
    if box_size is not None and box_size != event.box_size:
        office.events.change(event.id, box_size=box_size)
    size = event.box_size if box_size is None else box_size
    ids = [face.id for face in office.badges.faces(event.id, only)]
    return office.badges.note_run(event.id, ids, layout, office.desk, size)


def _numbers(places: list[Place]) -> dict[str, Any]:
    """First and last number, and how many boxes; empty where nothing was numbered."""
    numbered = [place for place in places if place.number]
    if not numbered:
        return {}
    boxes = {place.box for place in numbered if place.box}
    return {
        "numbers": {"first": numbered[0].number, "last": numbered[-1].number},
        "boxes": len(boxes),
    }

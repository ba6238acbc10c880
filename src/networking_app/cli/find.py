"""networking-app find: guests by name, organisation, e-mail, phone or code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from networking_app.cli.session import Exit, Session, print_json, say
from networking_app.support.i18n import gettext as _
from networking_app.wording import registration as words

if TYPE_CHECKING:
    from networking_app.domain.registration import Guest

LIMIT = 20


def find(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT | -", show_default=False)] = "",
    limit: Annotated[int | None, typer.Option(min=1, show_default=False)] = None,
    *,
    everybody: Annotated[bool, typer.Option("--all", help="All guests")] = False,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Find guests, best first; "-" reads a query per line and answers each in a line of JSON."""
    if not text and not everybody:
        raise typer.BadParameter(_("Give a text, --all or -."), param_hint="TEXT")
    session: Session = context.obj
    office = session.open()
    try:
        event = office.events.current()
        if text == "-":
            for line in iter(sys.stdin.readline, ""):
                found = office.guests.find(event.id, line.strip(), limit or LIMIT)
                print_json([document(guest) for guest in found])
            return Exit.DONE
        if everybody:
            found = office.guests.all(event.id)
            found = found[:limit] if limit else found
        else:
            found = office.guests.find_once(event.id, text, limit or LIMIT)
    finally:
        office.close()
    if as_json:
        print_json([document(guest) for guest in found])
    else:
        if not found:
            say(_("Nobody found."))
        for guest in found:
            say("\t".join((guest.listed, guest.organisation, words.status(guest), guest.code)))
    return Exit.DONE


def document(guest: Guest) -> dict[str, str]:
    """One guest as the contract of the command line has it."""
    return {
        "name": guest.name,
        "organisation": guest.organisation,
        "email": guest.email,
        "phone": guest.phone,
        "category": guest.category,
        "status": guest.status.value,
        "code": guest.code,
        "badge_code": guest.badge_code,
        "arrived": guest.arrived,
    }

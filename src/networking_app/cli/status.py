"""networking-app status: the numbers of the event now."""

from __future__ import annotations

from typing import Annotated

import typer

from networking_app.cli.session import Exit, Session, print_json, say
from networking_app.support.i18n import gettext as _


def status(
    context: typer.Context,
    *,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Say how many are registered, cancelled, waiting, arrived and inside."""
    session: Session = context.obj
    office = session.open()
    try:
        event = office.events.current()
        counts = office.events.counts(event.id)
    finally:
        office.close()
    numbers = {
        "registered": counts.registered,
        "cancelled": counts.cancelled,
        "waiting": counts.waiting,
        "arrived": counts.arrived,
        "inside": counts.inside,
    }
    if as_json:
        print_json({"event": event.title, **numbers})
    else:
        say(event.title)
        say(
            _(
                "{registered} registered, {cancelled} cancelled, {waiting} waiting,"
                " {arrived} arrived, {inside} inside"
            ).format(**numbers)
        )
    return Exit.DONE

"""networking-app status: the numbers of the event now."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import typer

from networking_app.cli.session import Exit, Session, print_json, say
from networking_app.services.live import live
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from networking_app.domain.event import Event
    from networking_app.services.live import Live


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
        now = live(office, event.id, datetime.now(ZoneInfo(event.zone)))
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
        print_json({"event": event.title, **numbers, **document(now, event)})
    else:
        say(event.title)
        say(
            _(
                "{registered} registered, {cancelled} cancelled, {waiting} waiting,"
                " {arrived} arrived, {inside} inside"
            ).format(**numbers)
        )
    return Exit.DONE


def document(now: Live, event: Event) -> dict[str, Any]:
    """Arrivals by desk, point and ten minutes as the contract of the command line has them."""
    zone = ZoneInfo(event.zone)
    return {
        "desks": [
            {"name": desk.desk, "arrived": desk.arrived, "last_10_min": desk.lately}
            for desk in now.desks
        ],
        "points": [
            {
                "name": point.name,
                "rule": point.rule.value,
                "entered": counts.entered,
                "inside": counts.inside,
                "capacity": point.capacity,
            }
            for point, counts in now.points
        ],
        "per_10_min": [
            {
                "at": slot.start.astimezone(zone).isoformat(timespec="minutes"),
                "arrived": slot.arrived,
            }
            for slot in now.slots
            if slot.arrived
        ],
    }

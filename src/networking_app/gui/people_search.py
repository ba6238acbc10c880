"""Finds people for the command palette and says what can be done with each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from networking_app.gui.finding import Entry, PersonHit
from networking_app.support.i18n import gettext as _
from networking_app.wording.registration import status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from networking_app.domain.registration import Guest
    from networking_app.gui.room import Room

_MOST = 6


def people_search(room: Room) -> Callable[[str], Sequence[PersonHit]]:
    """How the palette looks people up; to be called off the GUI thread."""

    def find(query: str) -> Sequence[PersonHit]:
        office = room.office
        if office is None or not office.events.all():
            return ()
        found = office.guests.find(office.events.current().id, query, _MOST)
        return [_hit(room, guest) for guest in found]

    return find


def _hit(room: Room, guest: Guest) -> PersonHit:
    line = " · ".join(part for part in (guest.organisation, status(guest)) if part)
    check_in = Entry(
        _("Check in"),
        partial(room.navigate, "participants", person=guest.id, check_in=True),
        icon="circle-check",
        key="Ctrl+Enter",
    )
    actions = () if guest.arrived else (check_in,)
    return PersonHit(
        guest.name, line, partial(room.navigate, "participants", person=guest.id), actions
    )

"""Words for the state of a registration, its category, and when and where an event is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.domain.registration import Status
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import pgettext
from networking_app.wording import dates

if TYPE_CHECKING:
    from networking_app.domain.event import Event
    from networking_app.domain.registration import Guest


def category(word: str) -> str:
    """A category as readers see it; one that organisers invented stays as they typed it."""
    known = {
        "participant": _("Participant"),
        "speaker": _("Speaker"),
        "keynote": _("Keynote speaker"),
        "host": pgettext("person", "Host"),
        "organiser": _("Organiser"),
        "staff": _("Staff"),
        "partner": _("Partner"),
        "exhibitor": _("Exhibitor"),
        "press": _("Press"),
        "student": _("Student"),
        "decision_maker": _("Decision-maker"),
        "vip": _("VIP"),
        "guest": _("Guest"),
        "volunteer": _("Volunteer"),
    }
    return known.get(word, word)


def status(guest: Guest) -> str:
    """The state of a guest in one word, arrival included."""
    return status_word(guest.status, arrived=bool(guest.arrived))


def status_word(state: Status, *, arrived: bool = False) -> str:
    """A status in one word."""
    if state is Status.CANCELLED:
        return _("Cancelled")
    if state is Status.WAITING:
        return _("Waiting list")
    return _("Arrived") if arrived else _("Registered")


def date_and_place(event: Event) -> str:
    """When and where an event is, as far as it is known."""
    when = dates.period(event.start, event.end, event.zone) if event.start else dates.unknown()
    if not event.place:
        return when
    return _("{date} · {place}").format(date=when, place=event.place)

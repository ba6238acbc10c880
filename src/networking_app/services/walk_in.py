"""Guests who come without a registration: registered, let in and answered for in one stroke."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.domain.walk_in import Body, may_be_the_same
from networking_app.exchange.importers import names
from networking_app.services.enrolment import Enrolment
from networking_app.services.points import keep_answers
from networking_app.storage import guests
from networking_app.storage import walk_in as queries

if TYPE_CHECKING:
    from collections.abc import Mapping

    from networking_app.domain.checkin import ScanAnswer
    from networking_app.domain.points import Point, Question
    from networking_app.domain.registration import Guest, GuestDetails
    from networking_app.services.office import Office

_LOOKED_AT = 12
_SHOWN = 4
_DIGITS = 6  # of a phone number that say enough


@dataclass(frozen=True, slots=True)
class WalkIn:
    """A guest registered at the door.

    Attributes:
        answer: of the point; a welcome unless its rules say otherwise.
        registration_id: key of the new registration.
        code: of the ticket, ten characters.
        over_capacity: whether the event was full already; the guest has a place all the same.
        similar: guests of the event who may be the same person.
        deed: the action, to be taken back with the check-in.
    """

    answer: ScanAnswer
    registration_id: str
    code: str
    over_capacity: bool
    similar: tuple[Guest, ...] = ()
    deed: str = ""


def walk_in(
    office: Office,
    event_id: str,
    point: Point,
    details: GuestDetails,
    answers: Mapping[Question, str] | None = None,
    *,
    looked: bool = False,
) -> WalkIn:
    """Register somebody at the door, keep the answers and let the guest in, all or nothing.

    Args:
        office: the open workspace.
        event_id: which event.
        point: where the guest stands.
        details: at least one name.
        answers: to questions asked at the door; empty ones are left out.
        looked: whether similar guests were looked for before; then none are told.

    Raises:
        Trouble: there is no name, or the workspace cannot be written.
        ValueError: an answer about photos is no word of domain.registration.Permission.
    """
    if not details.name:
        raise Trouble(TroubleKind.NAME_MISSING)
    alike = () if looked else similar(office, event_id, details, once=True)
    with office.database.write("walk_in", {"name": details.name}) as writer:
        full = queries.is_full(writer.connection, event_id)
        key = Enrolment(writer, event_id).add(details, walk_in=True)
        if answers:
            writer.flush()
            keep_answers(writer, key, answers)
        answer = office.checkin.admit_within(writer, key, point)
        code = guests.some(writer.connection, event_id, [key])[0].code
        return WalkIn(answer, key, code, full, alike, writer.action)


def similar(
    office: Office, event_id: str, details: GuestDetails, *, once: bool = False
) -> tuple[Guest, ...]:
    """Guests of the event who may be the person that is being typed, likeliest first.

    The same name but for slips, accents, order and nicknames, the same e-mail address or phone.
    One name alone says too little where several guests have it; then the organisation decides.

    Args:
        office: the open workspace.
        event_id: which event.
        details: what was typed so far.
        once: look without building an index, for a single question.
    """
    find = office.guests.find_once if once else office.guests.find
    found: dict[str, Guest] = {}
    for said in (details.email, details.phone_typed or details.phone):
        if said.strip():
            found |= {g.id: g for g in find(event_id, said, _SHOWN) if _reached(g, said)}
    name = details.name
    if not name:
        return tuple(found.values())[:_SHOWN]
    hits = [
        guest
        for guest in find(event_id, name, _LOOKED_AT)
        if may_be_the_same(name, guest.name, f"{guest.organisation} {guest.title}")
    ]
    if len(name.split()) == 1 and len(hits) >= _SHOWN:
        body = details.organisation.strip()
        hits = find(event_id, f"{name} {body}", _SHOWN) if body else []
    found |= {guest.id: guest for guest in hits}
    return tuple(found.values())[:_SHOWN]


def bodies(office: Office, event_id: str) -> tuple[Body, ...]:
    """Organisations the workspace knows, those with most guests at the event first."""
    with office.database.read() as connection:
        return tuple(Body(*line) for line in queries.organisations(connection, event_id))


def split_name(text: str) -> tuple[str, str]:
    """(given, family) of a whole name as typed: "Tuominen, Marja", "Carl von Essen", "Aho Eero"."""
    return names.split(text, family_first=names.family_first("", [text]))


def _reached(guest: Guest, said: str) -> bool:
    """Whether this is the address or number of a guest, in whatever spelling."""
    said = said.strip().casefold()
    digits = "".join(letter for letter in said if letter.isdecimal()).lstrip("0")
    own = "".join(letter for letter in guest.phone if letter.isdecimal())
    return said == guest.email.casefold() or (len(digits) >= _DIGITS and own.endswith(digits))

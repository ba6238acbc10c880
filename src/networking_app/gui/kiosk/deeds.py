"""What the kiosk asks of the services, called off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from networking_app.domain import kiosk as rules
from networking_app.domain.checkin import BadgeAt, Verdict
from networking_app.gui.desk_badge_work import End, Job, print_badge

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from networking_app.domain.event import Event
    from networking_app.domain.kiosk import BadgeText, Named, Next
    from networking_app.domain.points import Point, Question
    from networking_app.gui.desk_badge_work import Press
    from networking_app.services.office import Office

_NO_BADGE = BadgeAt()


@dataclass(frozen=True, slots=True)
class Place:
    """Where the kiosk stands."""

    event: Event
    point: Point


@dataclass(frozen=True, slots=True)
class Offer:
    """A guest who was recognised.

    Attributes:
        who: name and organisation.
        text: what stands on the own badge.
        next: stays here, or goes to the desk.
        questions: to be asked here.
        language: of the guest, two letters; empty if unknown.
        badge: printed or not, and where it lies.
        code: by which the guest was recognised, empty if by name.
    """

    who: Named
    text: BadgeText
    next: Next
    questions: tuple[Question, ...] = ()
    language: str = ""
    badge: BadgeAt = _NO_BADGE
    code: str = ""


@dataclass(frozen=True, slots=True)
class Sought:
    """How many guests have the name that was typed, and the one if it is one."""

    count: int
    offer: Offer | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """How a check-in at the kiosk ended; `prints` if a badge is to be printed now."""

    is_in: bool
    badge: BadgeAt = _NO_BADGE
    prints: bool = False
    changed: bool = False


def load(office: Office, point_id: str) -> Place | None:
    """The current event and the point of this desk, else its main door; None without an event."""
    if not office.events.all():
        return None
    event = office.events.current()
    points = office.checkin.points(event.id)
    return Place(event, next((p for p in points if p.id == point_id), points[0]))


def meet(office: Office, place: Place, code: str, now: datetime) -> Offer | None:
    """The guest who holds a code; None if nobody does. Nothing is written."""
    return _offer(office, place, code, now, code)


def seek(office: Office, place: Place, typed: str, organisation: str, now: datetime) -> Sought:
    """Guests of this full name (and organisation); the one is judged, nothing is written."""
    found = office.kiosk.find(place.event.id, typed, organisation)
    if len(found) != 1:
        return Sought(len(found))
    return Sought(1, _offer(office, place, found[0].registration_id, now, ""))


def finish(
    office: Office,
    place: Place,
    offer: Offer,
    text: BadgeText,
    answers: Mapping[Question, str],
) -> Passed:
    """Keep what the guest wrote and answered, and let the guest in if the rules still do.

    Raises:
        Trouble: the workspace cannot be written, or the guest is gone.
        ValueError: the text cannot be printed.
    """
    key = offer.who.registration_id
    changed = False
    if rules.differs(offer.text, text):
        changed = office.kiosk.correct(place.event.id, key, text)
    if any(said.strip() for said in answers.values()):
        office.points.answer(key, answers)
    if offer.code:
        answer = office.checkin.scan(offer.code, place.point)
    else:
        answer = office.checkin.admit(key, place.point)
    if answer.verdict is not Verdict.WELCOME or answer.holder is None:
        return Passed(is_in=False)
    badge = answer.holder.badge
    prints = not badge.handed_out and (changed or not badge.printed)
    return Passed(is_in=True, badge=badge, prints=prints, changed=changed)


def print_own(office: Office, place: Place, offer: Offer, passed: Passed, press: Press) -> bool:
    """Print the badge of a guest who is in and note it as handed out; False if none came out."""
    reason = "kiosk" if passed.changed and passed.badge.printed else ""
    name = f"{offer.who.given} {offer.who.family}".strip()
    job = Job(offer.who.registration_id, name, reason, asked=False, hands_out=True)
    return print_badge(office, place.event.id, job, press).end is End.PRINTED


def _offer(office: Office, place: Place, key: str, now: datetime, code: str) -> Offer | None:
    answer = office.checkin.simulate(key, place.point, now)
    holder = answer.holder
    if holder is None:
        return None
    goes = rules.where_next(answer.verdict, holder.missing)
    questions = tuple(filter(rules.may_be_asked, holder.missing))
    own = office.kiosk.own(holder.registration_id)
    return Offer(own.who, own.text, goes, questions, holder.language, holder.badge, code)

"""Sentences for check-in verdicts, shared by window and command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.domain.checkin import Direction, FactKind, Foreign, ScanAnswer, Verdict
from networking_app.domain.scanned import Seems, seems
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext, pgettext
from networking_app.wording import dates
from networking_app.wording.registration import category

if TYPE_CHECKING:
    from datetime import datetime

    from networking_app.domain.checkin import Holder


def word(verdict: Verdict) -> str:
    """The answer in a few words, large on the screen."""
    return {
        Verdict.WELCOME: _("Welcome"),
        Verdict.ALREADY_IN: _("Already checked in"),
        Verdict.CANCELLED: _("Do not admit yet: cancelled"),
        Verdict.WAITING: _("Do not admit yet: on the waiting list"),
        Verdict.WRONG_EVENT: _("Do not admit: another event"),
        Verdict.MISTYPED: _("Code not read right"),
        Verdict.UNKNOWN: _("Code not known"),
        Verdict.NOT_ALLOWED: _("Do not admit here"),
        Verdict.HOLD: _("Stop: read the note first"),
        Verdict.OUTSIDE_TIME: _("Do not admit now: outside the opening time"),
        Verdict.BLOCKED: _("Do not admit: blocked by the organiser"),
        Verdict.DATA_MISSING: _("Ask before letting in"),
        Verdict.FULL: _("Do not admit yet: full"),
    }[verdict]


def sentence(answer: ScanAnswer, zone: str) -> str:
    """What the desk needs to know, in one sentence; a second one names further reasons.

    Args:
        answer: of the judge.
        zone: IANA name, for the times in it.
    """
    if answer.holder is None:
        return _without_holder(answer)
    said = _with_holder(answer, answer.holder, zone)
    if not answer.also:
        return said
    return _("{sentence} Besides: {reasons}.").format(
        sentence=said, reasons=", ".join(map(reason, answer.also))
    )


def reason(verdict: Verdict) -> str:
    """Why a rule does not let a guest in, in a few words within a sentence."""
    return {
        Verdict.ALREADY_IN: pgettext("why not let in", "has been in before"),
        Verdict.FULL: pgettext("why not let in", "the room is full"),
        Verdict.OUTSIDE_TIME: pgettext("why not let in", "outside the opening time"),
        Verdict.NOT_ALLOWED: pgettext("why not let in", "this category is not let in here"),
        Verdict.CANCELLED: pgettext("why not let in", "has cancelled"),
        Verdict.WAITING: pgettext("why not let in", "is on the waiting list"),
        Verdict.BLOCKED: pgettext("why not let in", "is blocked by the organiser"),
        Verdict.DATA_MISSING: pgettext("why not let in", "an answer is missing"),
        Verdict.HOLD: pgettext("why not let in", "there is a note to confirm"),
    }.get(verdict, word(verdict))


def _without_holder(answer: ScanAnswer) -> str:
    if answer.foreign is not Foreign.NONE:
        return signed(answer.foreign)
    if not answer.code.strip():
        return _("No code was read. Scan again, or ask for the surname.")
    if answer.verdict is Verdict.MISTYPED:
        return _(
            "{code} has a wrong or missing character. Scan again, or ask for the surname."
        ).format(code=short(answer.code))
    return _("Nobody has the code {code}. Ask for the surname.").format(code=short(answer.code))


def signed(foreign: Foreign) -> str:
    """What is known of a signed code of another program that nobody holds."""
    return {
        Foreign.NONE: "",
        Foreign.GENUINE: _(
            "A genuine ticket, but not in the list of guests. Import the newest list, or add the"
            " guest as a walk-in."
        ),
        Foreign.FORGED: _("This ticket was not made for this event: its signature does not fit."),
        Foreign.EXPIRED: _("A genuine ticket, but it is not valid at this time."),
    }[foreign]


def _with_holder(answer: ScanAnswer, holder: Holder, zone: str) -> str:
    if answer.verdict is Verdict.WELCOME:
        return _welcome(answer, holder)
    if answer.verdict is Verdict.ALREADY_IN:
        return _already(answer, holder.name, zone)
    if answer.verdict is Verdict.OUTSIDE_TIME:
        return _outside(answer, holder.name)
    questions = ", ".join(question.text for question in holder.missing if not question.optional)
    return _refusals()[answer.verdict].format(
        name=holder.name,
        event=holder.event_title,
        category=category(holder.category),
        place=holder.queue,
        reason=holder.blocked,
        note=" ".join(holder.attention.split()),
        questions=questions,
        inside=answer.inside,
    )


def _refusals() -> dict[Verdict, str]:
    return {
        Verdict.CANCELLED: _("{name} has cancelled. Ask the organiser."),
        Verdict.WAITING: _(
            "{name} is on the waiting list, number {place}. Ask the organiser whether there is"
            " room."
        ),
        Verdict.WRONG_EVENT: _("{name} is registered for another event: {event}."),
        Verdict.NOT_ALLOWED: _("{name} ({category}) is not let in at this point."),
        Verdict.BLOCKED: _("{name} is blocked by the organiser: {reason}"),
        Verdict.DATA_MISSING: _("Ask {name} first: {questions}"),
        Verdict.HOLD: _("Before {name} goes in: {note}"),
        Verdict.FULL: _("{name} cannot go in yet: all places are taken. Inside now: {inside}."),
    }


def _welcome(answer: ScanAnswer, holder: Holder) -> str:
    if answer.direction is Direction.OUT:
        return _goodbye(answer, holder)
    if answer.repeated:
        return _("Welcome, {name}. The same code was read twice: one guest is let in.").format(
            name=holder.name
        )
    if answer.over is not None:
        return _("Welcome, {name}. Let in although: {reason}").format(
            name=holder.name, reason=reason(answer.over)
        )
    return _("Welcome, {name}").format(name=holder.name)


def _goodbye(answer: ScanAnswer, holder: Holder) -> str:
    was_inside = holder.last is not None and holder.last.kind is not FactKind.OUT
    if was_inside or answer.repeated:
        return _("Goodbye, {name}").format(name=holder.name)
    return _("Goodbye, {name}. This guest was not inside by the list.").format(name=holder.name)


def _outside(answer: ScanAnswer, name: str) -> str:
    if answer.opens is None:
        return _("{name} cannot go in now: the opening time is over.").format(name=name)
    return _("{name} cannot go in now: it opens {when}.").format(
        name=name, when=dates.wall_clock(answer.opens)
    )


def _already(answer: ScanAnswer, name: str, zone: str) -> str:
    at = dates.clock(answer.at.isoformat(), zone) if answer.at else ""
    said = (
        _("{name} came in at {time}, {desk}, checked in by {person}.")
        if answer.actor
        else _("{name} came in at {time}, {desk}.")
    ).format(name=name, time=at, desk=answer.desk, person=answer.actor)
    gone = _went_out(answer, zone)
    return _("{sentence} Went out at {time}.").format(sentence=said, time=gone) if gone else said


def _went_out(answer: ScanAnswer, zone: str) -> str:
    """When a guest who was in before went out, empty when still inside."""
    last = answer.holder.last if answer.holder else None
    if last is None or last.kind is not FactKind.OUT:
        return ""
    return dates.clock(last.at.isoformat(), zone)


def read(code: str) -> str:
    """What was read when nobody holds it, and what it seems to be."""
    said = {
        Seems.PRODUCT: _("Read {code}: a product barcode, not a ticket of this event"),
        Seems.WEB: _("Read {code}: a web address, not a ticket of this event"),
        Seems.CONTACT: _("Read a contact card, not a ticket of this event"),
        Seems.NETWORK: _("Read a Wi-Fi code, not a ticket of this event"),
        Seems.PHONE: _("Read a phone number, not a ticket of this event"),
        Seems.EMAIL: _("Read an e-mail address, not a ticket of this event"),
        Seems.NUMBER: _("Read {code}: a number, not a ticket of this event"),
        Seems.OTHER: _("Read {code}: not a ticket of this event"),
    }
    return said[seems(code)].format(code=short(code))


def misread(code: str) -> str:
    """What was read when it is one of our codes but for a slip."""
    return _("Read {code}: a character is wrong or missing").format(code=short(code))


def short(code: str, most: int = 40) -> str:
    """A code as it can be shown in one line: printable and not too long."""
    line = " ".join("".join(c if c.isprintable() else " " for c in code).split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def work_of(holder: Holder) -> str:
    """Title and organisation in one line, as far as they are known."""
    if holder.title and holder.organisation:
        return _("{title}, {organisation}").format(
            title=holder.title, organisation=holder.organisation
        )
    return holder.title or holder.organisation


def arrival(answer: ScanAnswer, zone: str, now: datetime) -> str:
    """When, where and by whom a guest came in, for whom the answer is "already in".

    Args:
        answer: of the judge, with `at`.
        zone: IANA name, for the times in it.
        now: with a time zone, to say how long ago it was.
    """
    if answer.at is None:
        return _("Arrived at {desk}").format(desk=answer.desk)
    said = (
        _("Arrived {time} at {desk} ({ago}), checked in by {person}")
        if answer.actor
        else _("Arrived {time} at {desk} ({ago})")
    )
    iso = answer.at.isoformat()
    today = dates.calendar_day(iso, zone) == dates.calendar_day(now.isoformat(), zone)
    arrived = said.format(
        time=dates.clock(iso, zone) if today else dates.day_and_time(iso, zone),
        desk=answer.desk,
        ago=ago(answer.at, now),
        person=answer.actor,
    )
    gone = _went_out(answer, zone)
    return _("{arrived}, went out {time}").format(arrived=arrived, time=gone) if gone else arrived


def ago(then: datetime, now: datetime) -> str:
    """How long ago something was: "just now", "32 minutes ago", "3 hours ago", "2 days ago"."""
    minutes = int((now - then).total_seconds() // 60)
    if minutes < 1:
        return _("just now")
    if minutes < 90:
        return ngettext("{n} minute ago", "{n} minutes ago", minutes).format(n=minutes)
    hours = round(minutes / 60)
    if hours < 36:
        return ngettext("{n} hour ago", "{n} hours ago", hours).format(n=hours)
    days = round(hours / 24)
    return ngettext("{n} day ago", "{n} days ago", days).format(n=days)

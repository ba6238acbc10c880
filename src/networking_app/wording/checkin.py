"""Sentences for check-in verdicts, shared by window and command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.domain.checkin import ScanAnswer, Verdict
from networking_app.domain.scanned import Seems, seems
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
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
    }[verdict]


def sentence(answer: ScanAnswer, zone: str) -> str:
    """What the desk needs to know, in one sentence.

    Args:
        answer: of the judge.
        zone: IANA name, for the times in it.
    """
    if answer.holder is None:
        return _without_holder(answer)
    return _with_holder(answer, answer.holder, zone)


def _without_holder(answer: ScanAnswer) -> str:
    if answer.verdict is Verdict.MISTYPED:
        return _(
            "{code} has a wrong or missing character. Scan again, or ask for the surname."
        ).format(code=answer.code)
    return _("Nobody has the code {code}. Ask for the surname.").format(code=answer.code)


def _with_holder(answer: ScanAnswer, holder: Holder, zone: str) -> str:
    name = holder.name
    match answer.verdict:
        case Verdict.WELCOME:
            return _("Welcome, {name}").format(name=name)
        case Verdict.ALREADY_IN:
            return _already(answer, name, zone)
        case Verdict.CANCELLED:
            return _("{name} has cancelled. Ask the organiser.").format(name=name)
        case Verdict.WAITING:
            return _(
                "{name} is on the waiting list. Ask the organiser whether there is room."
            ).format(name=name)
        case Verdict.WRONG_EVENT:
            return _("{name} is registered for another event: {event}.").format(
                name=name, event=holder.event_title
            )
        case _:
            return _("{name} ({category}) is not let in at this point.").format(
                name=name, category=category(holder.category)
            )


def _already(answer: ScanAnswer, name: str, zone: str) -> str:
    at = dates.clock(answer.at.isoformat(), zone) if answer.at else ""
    if answer.actor:
        return _("{name} came in at {time}, {desk}, checked in by {person}.").format(
            name=name, time=at, desk=answer.desk, person=answer.actor
        )
    return _("{name} came in at {time}, {desk}.").format(name=name, time=at, desk=answer.desk)


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
    return said.format(
        time=dates.clock(iso, zone) if today else dates.day_and_time(iso, zone),
        desk=answer.desk,
        ago=ago(answer.at, now),
        person=answer.actor,
    )


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

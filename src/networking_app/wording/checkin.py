"""Sentences for check-in verdicts, shared by window and command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.domain.checkin import ScanAnswer, Verdict
from networking_app.support.i18n import gettext as _
from networking_app.wording import dates
from networking_app.wording.registration import category

if TYPE_CHECKING:
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

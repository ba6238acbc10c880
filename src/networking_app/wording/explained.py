"""Words for the checks of a rule simulator: what was looked at, and what it says of a guest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.domain.checkin import FactKind, Rule, Verdict
from networking_app.domain.explained import RuleCheck, Step
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import pgettext
from networking_app.wording import dates
from networking_app.wording.registration import category, status_word

if TYPE_CHECKING:
    from networking_app.domain.checkin import Holder, Point


def step(check: RuleCheck) -> str:
    """What was looked at, in a word or two."""
    return {
        Step.REGISTRATION: pgettext("rule", "Registration"),
        Step.ENTRIES: pgettext("rule", "Entries"),
        Step.ROOM: pgettext("rule", "Room"),
        Step.TIME: pgettext("rule", "Time"),
        Step.CODE: pgettext("rule", "Code"),
        Step.CATEGORY: pgettext("rule", "Category"),
        Step.QUESTIONS: pgettext("rule", "Questions"),
        Step.NOTE: pgettext("rule", "Note"),
    }[check.step]


def state(check: RuleCheck) -> str:
    """How it went, for a screen reader and the command line."""
    if not check.applies:
        return pgettext("rule", "no such rule")
    return pgettext("rule", "passed") if check.passed else pgettext("rule", "not passed")


def sentence(check: RuleCheck, holder: Holder, point: Point) -> str:
    """What the check says of this guest at this point, in one sentence."""
    said = {
        Step.REGISTRATION: _registration,
        Step.ENTRIES: _entries,
        Step.ROOM: _room,
        Step.TIME: _time,
        Step.CODE: _code,
        Step.CATEGORY: _category,
        Step.QUESTIONS: _questions,
        Step.NOTE: _note,
    }[check.step]
    return said(check, holder, point)


def _registration(check: RuleCheck, holder: Holder, _point: Point) -> str:
    if check.verdict is Verdict.WRONG_EVENT:
        return _("Registered for another event: {event}.").format(event=holder.event_title)
    if check.verdict is Verdict.BLOCKED:
        return _("Blocked by the organiser: {reason}").format(reason=holder.blocked)
    if check.verdict is Verdict.WAITING and holder.queue:
        return _("On the waiting list, number {place}.").format(place=holder.queue)
    return _("{status}.").format(status=status_word(holder.status))


def _entries(check: RuleCheck, _holder: Holder, point: Point) -> str:
    when = dates.day_and_time(check.at.isoformat(), point.zone) if check.at else ""
    if not check.passed:
        return _in_already(check, point).format(when=when, desk=check.desk)
    if point.rule is Rule.MANY:
        return _("Any number of times is allowed here.")
    if not when:
        return _("Has not been in here.")
    if check.kind is FactKind.OUT:
        return _("Went out {when}, so may come in again.").format(when=when)
    return _("Was here {when}; that was on an earlier day and does not count.").format(when=when)


def _in_already(check: RuleCheck, point: Point) -> str:
    if point.rule is Rule.IN_AND_OUT:
        return (
            _("Came in {when}, {desk}, and has not gone out.")
            if check.desk
            else _("Came in {when} and has not gone out.")
        )
    if point.per_day:
        return (
            _("Came in {when}, {desk}; once a day is allowed.")
            if check.desk
            else _("Came in {when}; once a day is allowed.")
        )
    return (
        _("Came in {when}, {desk}; once is allowed.")
        if check.desk
        else _("Came in {when}; once is allowed.")
    )


def _room(check: RuleCheck, _holder: Holder, point: Point) -> str:
    if point.capacity is None:
        return _("There is no limit to how many are inside.")
    text = (
        _("There is room: {inside} of at most {most} are inside.")
        if check.inside is not None and check.inside < point.capacity
        else _("All places are taken: {inside} of at most {most} are inside.")
    )
    if check.passed and check.inside is not None and check.inside >= point.capacity:
        text = _("Is one of the {inside} inside, of at most {most}.")
    return text.format(inside=check.inside or 0, most=point.capacity)


def _time(check: RuleCheck, holder: Holder, point: Point) -> str:
    if not point.windows:
        return _("Open at all times.")
    if check.passed:
        return _("Open at this time.")
    if not point.windows_of(holder.category):
        return _("No opening time is for {category}.").format(category=category(holder.category))
    if check.opens is None:
        return _("The opening time is over.")
    return _("Opens {when}.").format(when=dates.wall_clock(check.opens))


def _code(check: RuleCheck, _holder: Holder, _point: Point) -> str:
    if not check.applies:
        return _("Comes with a ticket or was found by name.")
    if check.passed:
        return _("Badges let in here.")
    return _("This is the code of a badge, and only tickets let in here.")


def _category(check: RuleCheck, holder: Holder, point: Point) -> str:
    if not check.applies:
        return _("All categories are let in.")
    word = category(holder.category) or _("No category")
    common = [tag for tag in holder.tags if tag in point.tags]
    if check.passed and common:
        return _("Let in for the tag {tag}.").format(tag=common[0])
    if check.passed:
        return _("{category} is let in here.").format(category=word)
    allowed = ", ".join((*map(category, point.allowed), *point.tags))
    return _("{category} is not let in; only {allowed}.").format(category=word, allowed=allowed)


def _questions(check: RuleCheck, holder: Holder, _point: Point) -> str:
    if not check.applies:
        return _("Nothing is asked here.")
    missing = ", ".join(question.text for question in holder.missing if not question.optional)
    if missing:
        return _("Not answered yet: {questions}").format(questions=missing)
    if holder.missing:
        return _("Only optional answers are missing.")
    return _("Everything is answered.")


def _note(check: RuleCheck, holder: Holder, _point: Point) -> str:
    if not check.applies:
        return _("There is no note for the desk.")
    note = " ".join(holder.attention.split())
    if not check.passed:
        return _("To be confirmed before entry: {note}").format(note=note)
    if holder.holds:
        return _("Was confirmed at the first entry: {note}").format(note=note)
    return _("Shown, stops nobody: {note}").format(note=note)

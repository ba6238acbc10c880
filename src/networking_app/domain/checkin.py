"""Check-in: what a scanned or typed code means at a door."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from networking_app.domain.points import Point, PointKind, Question, Rule
from networking_app.domain.registration import Status
from networking_app.domain.tickets import CodeForm, CodeKind

__all__ = [
    "REPEAT",
    "BadgeAt",
    "Direction",
    "FactKind",
    "Foreign",
    "Holder",
    "Passing",
    "Point",
    "PointKind",
    "Question",
    "Rule",
    "ScanAnswer",
    "Verdict",
    "counted_entry",
    "failed_rules",
    "is_inside",
    "judge",
    "judge_leaving",
    "may_be_overridden",
    "written",
]

# The same code at the same desk within this time is a hurried second scan, not a second guest.
REPEAT = timedelta(seconds=5)


class Verdict(StrEnum):
    """The answer a desk gets for one code."""

    WELCOME = "welcome"
    ALREADY_IN = "already_in"
    CANCELLED = "cancelled"
    WAITING = "waiting"
    WRONG_EVENT = "wrong_event"
    MISTYPED = "mistyped"
    UNKNOWN = "unknown"
    NOT_ALLOWED = "not_allowed"
    HOLD = "hold"
    OUTSIDE_TIME = "outside_time"
    BLOCKED = "blocked"
    DATA_MISSING = "data_missing"
    FULL = "full"


class FactKind(StrEnum):
    """What happened at a point."""

    IN = "in"
    OUT = "out"
    BACK = "back"  # was in before, came back; counts as inside, not as a new arrival
    REFUSED = "refused"
    UNDONE = "undone"


class Direction(StrEnum):
    """Which way a guest goes."""

    IN = "in"
    OUT = "out"


class Foreign(StrEnum):
    """What is known of a code of another program that nobody in the workspace holds."""

    NONE = ""
    GENUINE = "genuine"  # signed with a key of this event, but not in the list of guests
    FORGED = "forged"  # has the form of a signed code, and no key of the event fits
    EXPIRED = "expired"  # genuine, but its time is over or not yet come


@dataclass(frozen=True, slots=True)
class Passing:
    """One time the holder passed a point, as far as it was not undone."""

    id: str
    kind: FactKind
    at: datetime
    desk: str
    actor: str = ""
    point: str = ""


@dataclass(frozen=True, slots=True)
class BadgeAt:
    """The badge of a guest: when it was printed, where it lies and whether it was handed out.

    Attributes:
        printed, handed_out: ISO 8601 in UTC, empty if it was not.
        box: name of the box it was sorted into, empty without boxes.
        number: its place in the print run, 0 if it was printed alone.
    """

    printed: str = ""
    box: str = ""
    number: int = 0
    handed_out: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """What the door needs to know of the one who holds a code, and nothing more.

    Attributes:
        attention: a note for the desk.
        holds: the note must be confirmed before the guest is let in.
        blocked: why the organiser does not let this guest in; empty if he does.
        last: the latest passing of this point and those linked to it.
        entered: the latest entry there, in or back.
        missing: questions asked here that were not answered.
        queue: place on the waiting list from 1, 0 if not waiting.
        language: of the guest, two letters; empty if unknown.
    """

    registration_id: str
    event_id: str
    event_title: str
    code_kind: CodeKind
    name: str
    listed: str
    organisation: str
    title: str
    category: str
    status: Status
    attention: str = ""
    last: Passing | None = None
    entered: Passing | None = None
    holds: bool = False
    blocked: str = ""
    tags: tuple[str, ...] = ()
    missing: tuple[Question, ...] = ()
    status_at: str = ""
    queue: int = 0
    language: str = ""
    badge: BadgeAt = BadgeAt()


@dataclass(frozen=True, slots=True)
class ScanAnswer:
    """A verdict with the facts the screen shows beside it.

    Attributes:
        code: as it was scanned or typed.
        holder: None if nobody holds the code.
        at: of this check-in, or of the earlier one when already in.
        desk, actor: where and by whom, when already in.
        check_in_id: the fact that was written, for undo; empty if none was.
        repeated: the same code again at once, nothing was written.
        direction: which way the guest goes.
        also: further rules that do not let the guest in, from the least rigid on.
        over: the verdict that a person put aside with a reason or by confirming.
        inside: guests inside, where the room has a limit.
        opens: next opening on the wall clock, outside the time window.
        foreign: what is known of a signed code of another program.
    """

    verdict: Verdict
    code: str
    holder: Holder | None = None
    at: datetime | None = None
    desk: str = ""
    actor: str = ""
    check_in_id: str = ""
    repeated: bool = False
    direction: Direction = Direction.IN
    also: tuple[Verdict, ...] = ()
    over: Verdict | None = None
    inside: int | None = None
    opens: datetime | None = None
    foreign: Foreign = Foreign.NONE


def judge(  # noqa: PLR0913 (what a door sees at one moment)
    code: str,
    form: CodeForm,
    holder: Holder | None,
    point: Point,
    desk: str,
    now: datetime,
    *,
    inside: int = 0,
) -> ScanAnswer:
    """Decide whether the holder of this code may pass this point now, going in.

    The state of the registration speaks first. Of the rules of the point that fail, the least
    rigid one is the answer and the others stand in `also`. Only who may pass is asked for missing
    answers, and only then a note is held up.

    Args:
        code: as scanned or typed.
        form: how it looks.
        holder: who holds it, None if nobody does.
        point: where it was read.
        desk: which desk read it.
        now: in UTC.
        inside: guests inside now; counts only where the point has a capacity.
    """
    if holder is None:
        return _nobody(code, form, Direction.IN)
    counted = inside if point.capacity is not None else None
    state = _state(holder, point)
    if state is not None:
        return ScanAnswer(state, code, holder, inside=counted)
    last = holder.last
    if last is not None and last.kind in _ENTRIES and _at_once(last, desk, now):
        return ScanAnswer(
            Verdict.WELCOME, code, holder, last.at, check_in_id=last.id, repeated=True
        )
    failed = failed_rules(holder, point, now, inside)
    if failed:
        answer = _refused(failed, code, holder, point, now)
    else:
        answer = ScanAnswer(_before_entry(holder, point, now), code, holder, now)
    return replace(answer, inside=counted)


def judge_leaving(
    code: str, form: CodeForm, holder: Holder | None, point: Point, desk: str, now: datetime
) -> ScanAnswer:
    """The same going out: whoever is known may always leave."""
    out = Direction.OUT
    if holder is None:
        return _nobody(code, form, out)
    if holder.event_id != point.event_id:
        return ScanAnswer(Verdict.WRONG_EVENT, code, holder, direction=out)
    last = holder.last
    if last is not None and last.kind is FactKind.OUT and _at_once(last, desk, now):
        return ScanAnswer(
            Verdict.WELCOME, code, holder, last.at,
            check_in_id=last.id, repeated=True, direction=out,
        )  # fmt: skip
    return ScanAnswer(Verdict.WELCOME, code, holder, now, direction=out)


def failed_rules(
    holder: Holder, point: Point, now: datetime, inside: int = 0
) -> tuple[Verdict, ...]:
    """The rules of a point that do not let a guest of the event in, from the least rigid on.

    Least rigid is what changes by itself or by a word at the desk: entries, then room, then time,
    then the kind of code and of guest (the order pretix explains refusals in).
    """
    failed = []
    if not _may_enter_again(holder, point, now):
        failed.append(Verdict.ALREADY_IN)
    elif point.capacity is not None and inside >= point.capacity and not is_inside(holder):
        failed.append(Verdict.FULL)
    if not point.is_open(now, holder.category):
        failed.append(Verdict.OUTSIDE_TIME)
    by_badge = holder.code_kind is CodeKind.BADGE and not point.admits_badges
    if by_badge or not point.lets_in(holder.category, holder.tags):
        failed.append(Verdict.NOT_ALLOWED)
    return tuple(failed)


def may_be_overridden(answer: ScanAnswer) -> bool:
    """Whether a person may let the guest in against this verdict: a guest of this event."""
    beyond = {Verdict.WELCOME, Verdict.WRONG_EVENT}
    return answer.holder is not None and answer.verdict not in beyond


def written(answer: ScanAnswer, check_in_id: str) -> ScanAnswer:
    """The answer once its fact was written."""
    return replace(answer, check_in_id=check_in_id)


_ENTRIES = frozenset({FactKind.IN, FactKind.BACK})


def _state(holder: Holder, point: Point) -> Verdict | None:
    """What the registration itself says, the one a guest can do least about first."""
    if holder.event_id != point.event_id:
        return Verdict.WRONG_EVENT
    if holder.blocked:
        return Verdict.BLOCKED
    return {Status.CANCELLED: Verdict.CANCELLED, Status.WAITING: Verdict.WAITING}.get(holder.status)


def _nobody(code: str, form: CodeForm, direction: Direction) -> ScanAnswer:
    slip = form is CodeForm.MISTYPED
    verdict = Verdict.MISTYPED if slip else Verdict.UNKNOWN
    return ScanAnswer(verdict, code, direction=direction)


def _before_entry(holder: Holder, point: Point, now: datetime) -> Verdict:
    """What is to be done before a guest who may pass does."""
    if any(not question.optional for question in holder.missing):
        return Verdict.DATA_MISSING
    is_first = counted_entry(holder, point, now) is None
    return Verdict.HOLD if is_first and holder.holds and holder.attention else Verdict.WELCOME


def _refused(
    failed: tuple[Verdict, ...], code: str, holder: Holder, point: Point, now: datetime
) -> ScanAnswer:
    verdict, also = failed[0], failed[1:]
    before = counted_entry(holder, point, now)
    if verdict is Verdict.ALREADY_IN and before is not None:
        return ScanAnswer(verdict, code, holder, before.at, before.desk, before.actor, also=also)
    opens = point.next_opening(now, holder.category) if verdict is Verdict.OUTSIDE_TIME else None
    return ScanAnswer(verdict, code, holder, also=also, opens=opens)


def _at_once(last: Passing, desk: str, now: datetime) -> bool:
    return last.desk == desk and timedelta(0) <= now - last.at <= REPEAT


def counted_entry(holder: Holder, point: Point, now: datetime) -> Passing | None:
    """The entry that counts at this point now; one of an earlier day may not."""
    entered = holder.entered
    if entered is None or (point.per_day and entered.at < point.day_start(now)):
        return None
    return entered


def is_inside(holder: Holder) -> bool:
    """Whether the latest passing of the guest was an entry."""
    return holder.last is not None and holder.last.kind in _ENTRIES


def _may_enter_again(holder: Holder, point: Point, now: datetime) -> bool:
    if point.rule is Rule.MANY or counted_entry(holder, point, now) is None:
        return True
    return point.rule is Rule.IN_AND_OUT and not is_inside(holder)

"""Check-in: what a scanned or typed code means at a door."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from networking_app.domain.registration import Status
from networking_app.domain.tickets import CodeForm, CodeKind

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


class FactKind(StrEnum):
    """What happened at a point."""

    IN = "in"
    OUT = "out"
    REFUSED = "refused"
    UNDONE = "undone"


class Rule(StrEnum):
    """How often one may pass a point."""

    ONCE = "once"
    MANY = "many"
    IN_AND_OUT = "inout"


@dataclass(frozen=True, slots=True)
class Point:
    """A place where codes are read.

    Attributes:
        allowed: categories that are let in; empty lets all in.
        admits_badges: whether the code on a badge opens this door.
    """

    id: str
    event_id: str
    name: str
    rule: Rule = Rule.ONCE
    allowed: tuple[str, ...] = ()
    admits_badges: bool = True


@dataclass(frozen=True, slots=True)
class Passing:
    """The last time the holder passed this point, as far as it was not undone."""

    id: str
    kind: FactKind
    at: datetime
    desk: str
    actor: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """What the door needs to know of the one who holds a code, and nothing more."""

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
    """

    verdict: Verdict
    code: str
    holder: Holder | None = None
    at: datetime | None = None
    desk: str = ""
    actor: str = ""
    check_in_id: str = ""
    repeated: bool = False


def judge(
    code: str, form: CodeForm, holder: Holder | None, point: Point, desk: str, now: datetime
) -> ScanAnswer:
    """Decide whether the holder of this code may pass this point now.

    Args:
        code: as scanned or typed.
        form: how it looks.
        holder: who holds it, None if nobody does.
        point: where it was read.
        desk: which desk read it.
        now: in UTC.
    """
    if holder is None:
        slip = form is CodeForm.MISTYPED
        return ScanAnswer(Verdict.MISTYPED if slip else Verdict.UNKNOWN, code)
    refusal = _refusal(holder, point)
    if refusal is not None:
        return ScanAnswer(refusal, code, holder)
    last = holder.last
    if last is None or last.kind is not FactKind.IN:
        return ScanAnswer(Verdict.WELCOME, code, holder, now)
    if last.desk == desk and timedelta(0) <= now - last.at <= REPEAT:
        return ScanAnswer(
            Verdict.WELCOME, code, holder, last.at, check_in_id=last.id, repeated=True
        )
    if point.rule is Rule.ONCE:
        return ScanAnswer(Verdict.ALREADY_IN, code, holder, last.at, last.desk, last.actor)
    return ScanAnswer(Verdict.WELCOME, code, holder, now)


def _refusal(holder: Holder, point: Point) -> Verdict | None:
    """The first reason not to let the holder in, the one a guest can do least about first."""
    if holder.event_id != point.event_id:
        return Verdict.WRONG_EVENT
    if holder.status is Status.CANCELLED:
        return Verdict.CANCELLED
    if holder.status is Status.WAITING:
        return Verdict.WAITING
    if point.allowed and holder.category not in point.allowed:
        return Verdict.NOT_ALLOWED
    if holder.code_kind is CodeKind.BADGE and not point.admits_badges:
        return Verdict.NOT_ALLOWED
    return None


def written(answer: ScanAnswer, check_in_id: str) -> ScanAnswer:
    """The answer once its fact was written."""
    return replace(answer, check_in_id=check_in_id)
